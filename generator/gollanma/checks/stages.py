"""The way of an act through its stages: their order, what each demands, comments left open."""

from collections.abc import Iterator
from datetime import date

from gollanma.checks.acts import days_of, first_day, rules_of, stage_of
from gollanma.checks.finding import Finding, check
from gollanma.checks.standing import is_over
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.model.kinds import Act, Comment, Edition
from gollanma.model.project import ActKind, Effect, Solemn, StageRule

MAKING = (Effect.ADOPTION, Effect.SIGNATURE)
"""What an act that binds must have gone through, where its kind knows it."""
LATE_ADOPTION = (Effect.COMMENCEMENT, Effect.ADOPTION)
"""Another check speaks of an act that binds before its adoption."""


@check("LAW109")
def stages_out_of_order(graph: Graph) -> Iterator[Finding]:
    """The stages of an act are not in the order of the law, or it binds without being made.

    A court sets aside what was done under it.
    """
    for key, act in graph.library.keyed(Act):
        rules = rules_of(graph, key)
        if rules:
            yield from _order(key, act, rules)
            yield from _unmade(key, act, rules)
    for key, edition in graph.library.keyed(Edition):
        yield from _dates(graph, key, edition)


def _order(key: str, act: Act, rules: ActKind) -> Iterator[Finding]:
    """Yield what happened before its turn, or at a stage that the day did not know."""
    order = {each.id: place for place, each in enumerate(rules.stages)}
    known = [each for each in enumerate(act.lifecycle) if each[1].stage in order]
    furthest: StageRule | None = None
    for index, each in sorted(known, key=lambda one: (one[1].day, order[one[1].stage])):
        stage = rules.stages[order[each.stage]]
        day = each.day.isoformat()
        if not _knows(stage, each.day):
            values = {"stage": stage.id, "day": day}
            yield Finding(key, ("lifecycle", index, "stage"), "unknown-then", values)
        if furthest is None or order[furthest.id] <= order[stage.id] or _resumes(furthest, stage):
            furthest = stage
        elif (furthest.effect, stage.effect) != LATE_ADOPTION:
            values = {"stage": stage.id, "before": furthest.id, "day": day}
            yield Finding(key, ("lifecycle", index, "day"), "order", values)


def _resumes(before: StageRule, stage: StageRule) -> bool:
    """Say whether an act that was suspended binds again."""
    return before.effect is Effect.SUSPENSION and stage.effect is Effect.COMMENCEMENT


def _unmade(key: str, act: Act, rules: ActKind) -> Iterator[Finding]:
    """Yield the first day on which an act binds without having been adopted and signed."""
    effects = {each.id: each.effect for each in rules.stages}
    reached = {effects.get(each.stage) for each in act.lifecycle}
    for index, each in enumerate(act.lifecycle):
        if effects.get(each.stage) is Effect.COMMENCEMENT:
            lacking = [
                one.id
                for one in rules.stages
                if one.effect in MAKING and one.effect not in reached and _knows(one, each.day)
            ]
            if lacking:
                values = {"stages": ", ".join(lacking)}
                yield Finding(key, ("lifecycle", index, "stage"), "unmade", values)
            return


def _knows(stage: StageRule, day: date) -> bool:
    """Say whether the law of a day knew a stage."""
    return (stage.from_ or day) <= day <= (stage.to or day)


def _dates(graph: Graph, key: str, edition: Edition) -> Iterator[Finding]:
    """Yield a draft with a day of entry into force, and an edition older than its act."""
    period, stage = edition.in_force, stage_of(graph, key, edition)
    if stage and stage.is_draft and period and (period.from_ or period.to):
        yield Finding(key, ("in_force",), "dated-draft", {"stage": stage.id})
        return
    act, start = graph.library.act_of(key), first_day(edition)
    adopted = days_of(graph, act, Effect.ADOPTION) if act else []
    if adopted and start and start < adopted[0]:
        values = {"day": start.isoformat(), "adopted": adopted[0].isoformat()}
        yield Finding(key, ("in_force", "from"), "before-adoption", values)


@check("LAW114", Severity.WARNING)
def solemn_form_is_missing(graph: Graph) -> Iterator[Finding]:
    """An edition lacks the title, preamble or signature block that its stage demands.

    The office that receives it sends it back, and weeks are lost.
    """
    for key, edition in graph.library.keyed(Edition):
        stage, act = stage_of(graph, key, edition), graph.library.act_of(key)
        there = {
            Solemn.TITLE: act and act.title,
            Solemn.PREAMBLE: edition.preamble,
            Solemn.SIGNATURE: edition.signature,
        }
        for need in stage.needs if stage else ():
            if not there[need]:
                yield Finding(key, ("stage",), f"no-{need}", {"stage": edition.stage or ""})


@check("LAW119", Severity.WARNING)
def comment_left_open(graph: Graph) -> Iterator[Finding]:
    """A draft went on to its next stage while a comment on it has no answer.

    An office that was asked and not answered objects when it is too late to agree.
    """
    followed = {
        f"{key.partition('@')[0]}@{edition.based_on}": key
        for key, edition in graph.library.keyed(Edition)
        if edition.based_on
    }
    for key, comment in graph.library.keyed(Comment):
        on = comment.on
        draft = f"{on.record}@{on.at}" if on and on.at else ""
        if draft in followed and not comment.answer and not is_over(comment):
            values = {"draft": draft, "next": followed[draft]}
            yield Finding(key, ("on",), "open", values)
