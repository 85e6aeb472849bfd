"""The steps of a procedure, each with all that one needs to know while doing it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gollanma.graph import resolve
from gollanma.graph.links import Problem
from gollanma.model import Ref
from gollanma.model.kinds import Sop
from gollanma.model.kinds.sops import Branch, Decision, Escalation, Output, Referral, Refusal, Step
from gollanma.views.addresses import beside, page_of
from gollanma.views.basis import Ground, grounds_of
from gollanma.views.blanks import BLANK
from gollanma.views.context import Desk, Link
from gollanma.views.due import limited
from gollanma.views.frame import anchor, former_of
from gollanma.views.markup import Html, element, joined, safe
from gollanma.views.saying import Said
from gollanma.views.trust import Row, cite_place

URGENT, END = "urgent", "end"
"""Where a step may lead beside another step."""
STEP = "step"


@dataclass(frozen=True, slots=True)
class BranchView:
    """One answer and where it leads."""

    answer: Said | None
    text: Said | None
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A question at the end of a step."""

    id: str
    question: Said | None
    branches: tuple[BranchView, ...]


@dataclass(frozen=True, slots=True)
class RefusalView:
    """What to do when the person says no."""

    text: Said | None
    way: Link | None


@dataclass(frozen=True, slots=True)
class EscalationView:
    """Whom to call, and when."""

    to: Link | None
    when: Said | None
    within: Html


@dataclass(frozen=True, slots=True)
class ReferralView:
    """To whom a person is handed on, and what comes back by when."""

    to: tuple[Link, ...]
    text: Said | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step."""

    id: str
    former: tuple[str, ...]
    """Ids that once named this step."""
    inside: tuple[str, ...]
    """Ids of what it makes and of what has happened once it is done."""
    title: Said | None
    duty: str
    """`must` or `should`: how it is drawn."""
    duty_words: str
    who: tuple[Link, ...]
    when: str
    forms: tuple[Html, ...]
    takes: tuple[Said, ...]
    gives: tuple[Said, ...]
    action: Said | None
    checklist: tuple[Said, ...]
    safety: Said | None
    say: tuple[Said, ...]
    do_not_say: tuple[Said, ...]
    stop_if: tuple[Said, ...]
    if_refused: RefusalView | None
    decision: DecisionView | None
    escalation: EscalationView | None
    referral: ReferralView | None
    then: Link | None
    """Where to go on; absent where the following step is next."""
    grounds: tuple[Ground, ...]
    cite: str


@dataclass(frozen=True)
class Steps:
    """Writes the steps of one procedure at a desk."""

    desk: Desk
    sop: Sop

    def views(self) -> tuple[StepView, ...]:
        """Give every step."""
        return tuple(self._step(number, each) for number, each in enumerate(self.sop.steps, 1))

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of each step by its id."""
        return {each.id: number for number, each in enumerate(self.sop.steps, 1)}

    def _step(self, number: int, step: Step) -> StepView:
        desk = self.desk
        actors = (step.actor,) if step.actor else ()
        return StepView(
            id=step.id,
            former=former_of(desk, step.id),
            inside=(
                *(f"{each.anchor}{each.id}" for each in step.outputs),
                *(f"{each.anchor}{each.id}" for each in step.emits),
            ),
            title=desk.name(step.title),
            duty=step.modality,
            duty_words=desk.voice.say(f"sop.{step.modality}"),
            who=desk.links((*actors, *step.together_with)),
            when=limited(desk, step.deadline),
            forms=tuple(with_blank(desk, each) for each in step.forms),
            takes=self._outputs(step.inputs),
            gives=tuple(said for each in step.outputs if (said := self._output(each))),
            action=desk.block(step.action),
            checklist=desk.lines(step.checklist),
            safety=desk.line(step.safety),
            say=desk.quotes(step.say),
            do_not_say=desk.quotes(step.do_not_say),
            stop_if=desk.lines(step.stop_if),
            if_refused=self._refusal(step.if_refused),
            decision=self._decision(step.decision),
            escalation=self._escalation(step.escalation),
            referral=self._referral(step.referral),
            then=self.way(step.next) if self._jumps(number, step) else None,
            grounds=grounds_of(desk, step.legal_basis),
            cite=cite_place(desk, self.sop, STEP, number),
        )

    def _jumps(self, number: int, step: Step) -> bool:
        return bool(step.next) and self.numbers.get(step.next or "") != number + 1

    def _outputs(self, ids: tuple[str, ...]) -> tuple[Said, ...]:
        known = {each.id: each for step in self.sop.steps for each in step.outputs}
        found = (self._output(known[each]) for each in ids if each in known)
        return tuple(said for said in found if said)

    def _output(self, output: Output) -> Said | None:
        return self.desk.name(output.name)

    def _refusal(self, refusal: Refusal | None) -> RefusalView | None:
        if refusal is None:
            return None
        return RefusalView(self.desk.line(refusal.text), self.way(refusal.next))

    def _decision(self, decision: Decision | None) -> DecisionView | None:
        if decision is None:
            return None
        return DecisionView(
            f"{decision.anchor}{decision.id}",
            self.desk.name(decision.question),
            tuple(map(self._branch, decision.branches)),
        )

    def _branch(self, branch: Branch) -> BranchView:
        ways = (self.desk.link(branch.sop), self.way(branch.next))
        return BranchView(
            self.desk.name(branch.answer),
            self.desk.line(branch.text),
            tuple(way for way in ways if way),
        )

    def _escalation(self, escalation: Escalation | None) -> EscalationView | None:
        if escalation is None:
            return None
        within = limited(self.desk, escalation.within)
        return EscalationView(
            self.desk.link(escalation.to), self.desk.line(escalation.when), within
        )

    def _referral(self, referral: Referral | None) -> ReferralView | None:
        if referral is None:
            return None
        text, rows = self.desk.line(referral.text), tuple(self._referral_rows(referral))
        return ReferralView(self.desk.links(referral.to), text, rows)

    def _referral_rows(self, referral: Referral) -> Iterator[Row]:
        say = self.desk.voice.say
        form = self.desk.link(referral.form)
        if form:
            yield Row(say("sop.form"), joined((coded(form),)))
        if referral.sends:
            yield Row(say("sop.sends"), joined(map(self.desk.labelled, referral.sends), ", "))
        if referral.acknowledgement:
            yield Row(say("sop.acknowledgement"), limited(self.desk, referral.acknowledgement))
        if referral.feedback:
            yield Row(say("sop.feedback"), limited(self.desk, referral.feedback))

    def way(self, name: str | None) -> Link | None:
        """Give the way to a step, to the block for danger, or say that the procedure ends."""
        say = self.desk.voice.say
        if name == URGENT:
            return Link(safe(say("sop.to-urgent")), home(self.desk, anchor("danger")))
        if name == END:
            return Link(safe(say("sop.to-end")))
        if name is None or name not in self.numbers:
            return None
        number = str(self.numbers[name])
        step = self.desk.voice.language.cite(((STEP, number),), say("sop.to-step.case"))
        return Link(safe(say("sop.to-step.says", step=step)), home(self.desk, name))


def home(desk: Desk, fragment: str) -> str:
    """Give the way to a place on the record's own page, be it the desk's or not."""
    return desk.href(page_of(desk.voice.library, desk.key), fragment)


def with_blank(desk: Desk, form: Ref) -> Html:
    """Give the link to a form and, behind it, to its blank; what is not published has none.

    Its row is called a form already: of one that is withheld no more is said than for whom it is.
    """
    if resolve(desk.voice.library, form, desk.key) is Problem.WITHHELD:
        return safe(desk.voice.say("sop.form-withheld"))
    link = coded(desk.link(form) or desk.lost(form))
    if not link.href:
        return safe(link)
    address = beside(desk.voice.library, form.record, BLANK)
    return joined((link, " (", desk.leading(address, desk.voice.say("blank.short")), ")"))


def coded(link: Link) -> Link:
    """Give a link that begins with the code of its record: F-04 Questions about danger."""
    code = element("span", safe(link.code), class_="nb")
    return replace(link, words=joined((code, link.words), " ")) if link.code else link
