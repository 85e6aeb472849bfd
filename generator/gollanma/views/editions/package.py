"""A draft with all that goes with it, on one page to print: what working groups hand on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gollanma.law import Affected, affected, changed_ids
from gollanma.model.kinds import Edition
from gollanma.views.context import Desk
from gollanma.views.dossier import Dossier, dossier_of, signature_of
from gollanma.views.editions.comparisons import ComparedRow, compared
from gollanma.views.editions.counts import counted, waiting
from gollanma.views.editions.heads import Top
from gollanma.views.editions.impacts import Due, ImpactGroup, impact_of, not_public_of
from gollanma.views.editions.pair import Pair, comments_on
from gollanma.views.inverse import ORDER
from gollanma.views.markup import Html, safe
from gollanma.views.outline import Placed, tops_of, unit_title
from gollanma.views.page import Page
from gollanma.views.provisions import Provisions, VariantView
from gollanma.views.saying import Said
from gollanma.views.trust import Row

NAME = "package--all"
"""The address of the page, were it published."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One unit of the draft's text."""

    title: str
    """Of an article or chapter; empty for a part or point."""
    words: Said | Html | None
    tags: tuple[str, ...]
    """That it is repealed, or since when it binds."""
    variants: tuple[VariantView, ...]
    """The wordings among which the draft has not chosen yet."""


@dataclass(frozen=True, slots=True)
class PackageView:
    """All that the page prints."""

    top: Top
    summary: tuple[Row, ...]
    """The draft on one page."""
    dossier: Dossier | None
    preamble: Said | None
    text: tuple[TextLine, ...]
    signature: tuple[Said, ...]
    old: str
    new: str
    compared: tuple[ComparedRow, ...]
    groups: tuple[ImpactGroup, ...]
    due: tuple[Due, ...]


def package_page(pair: Pair) -> Page:
    """Give the package of a draft against the edition that it would change."""
    desk = replace(pair.desk(pair.address(NAME)), in_full=False)
    edition, say = pair.edition(pair.new), pair.voice.say
    found = affected(pair.voice.graph, pair.act, changed_ids(pair.rows), pair.new)
    groups, due = impact_of(pair, desk, tuple(each for each in found if each.is_direct))
    heading = say("package.heading")
    view = PackageView(
        top=pair.top(desk, heading, pair.name(pair.new)),
        summary=tuple(_summary(pair, found, due)),
        dossier=dossier_of(desk, edition),
        preamble=desk.block(edition.preamble),
        text=tuple(_text(desk, edition, tuple(tops_of(edition)))),
        signature=signature_of(desk, edition),
        old=pair.name(pair.old),
        new=pair.name(pair.new),
        compared=tuple(compared(pair, desk.address, row) for row in pair.rows),
        groups=groups,
        due=due,
    )
    return pair.page(desk.address, "package.html", heading, view)


def _summary(pair: Pair, found: tuple[Affected, ...], due: tuple[Due, ...]) -> Iterator[Row]:
    """Yield the draft on one page: what it changes, what follows, what is still open."""
    voice, say = pair.voice, pair.voice.say
    stage = _stage(pair)
    if stage:
        yield Row(say("package.stage"), safe(stage))
    yield Row(say("redline.was"), safe(pair.name(pair.old)))
    yield Row(say("redline.heading"), safe(counted(pair)))
    kinds = Counter(each.key.partition("/")[0] for each in found if each.is_direct)
    told = [f"{voice.kind(each, plural=True)}: {kinds[each]}" for each in _in_order(kinds)]
    hidden = not_public_of(pair)
    told += [hidden] if hidden else []
    yield Row(say("draft.impact"), safe(", ".join(told) or say("package.nothing")))
    yield Row(say("impact.due"), safe(str(len(due))))
    comments = [comment for _, comment in comments_on(voice, pair.new)]
    open_ones = sum(each.answer is None for each in comments)
    words = say("comments.lead", n=len(comments), open=open_ones)
    yield Row(say("draft.comments"), safe(words))
    yield Row(say("redline.translations"), safe(waiting(pair)))


def _in_order(kinds: Counter[str]) -> list[str]:
    return sorted(kinds, key=ORDER.index)


def _stage(pair: Pair) -> str:
    """Give the stage of the draft, in the project's words."""
    name = pair.edition(pair.new).stage
    rules = pair.voice.project.act_kind(pair.record.act_kind)
    stage = rules.stage(name) if rules and name else None
    return pair.voice.plain(stage.name) if stage else ""


def _text(desk: Desk, edition: Edition, these: tuple[Placed, ...]) -> Iterator[TextLine]:
    """Yield the whole text, unit by unit."""
    writer = Provisions(desk, edition)
    for placed in these:
        provision = placed.provision
        is_titled = writer.is_titled(provision)
        yield TextLine(
            unit_title(desk.voice, edition, provision) if is_titled else "",
            desk.block(provision.text) if is_titled else writer.numbered(provision),
            tuple(writer.tags(provision)),
            tuple(writer.variants(placed)),
        )
        yield from _text(desk, edition, tuple(placed.inside()))
