"""Cards for the pocket: short enough to read at a door, and dated."""

from collections import Counter
from collections.abc import Iterator, Mapping

from gollanma.checks.finding import Finding, binding, check
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph
from gollanma.model.kinds import Sop
from gollanma.model.kinds.sops import JobAid, Step

MOST = 9
"""Steps of a card."""
LINE = 72
"""Characters in a line of a card: A5 on paper, 130 mm of 9 point."""
LINES = 7
"""Lines of a step: nine such steps fill the two sides of the paper."""


@check("SOP016", Severity.WARNING)
def card_is_too_long(graph: Graph) -> Iterator[Finding]:
    """A card for the pocket has more than nine steps, or a step has more words than fit.

    In front of a weeping child nobody turns the page.
    """
    for key, sop in graph.library.keyed(Sop):
        aid = sop.job_aid or JobAid()
        if len(aid.steps) > MOST:
            values: dict[str, Value] = {"n": len(aid.steps), "most": MOST}
            yield Finding(key, ("job_aid", "steps"), "steps", values)
        for index, step in enumerate(sop.steps):
            for code, lines in _lines(step).items() if step.id in aid.steps else ():
                if lines > LINES:
                    values = {"n": lines, "most": LINES, "language": code}
                    yield Finding(key, ("steps", index), "words", values)


def _lines(step: Step) -> Mapping[str, int]:
    """Count the lines of a step on a card in each language; who does it and when take one."""
    found: Counter[str] = Counter()
    for text in (*((step.title,) if step.title else ()), *step.stop_if):
        found.update({code: -(-len(words) // LINE) for code, words in text.items()})
    return {code: lines + 1 for code, lines in found.items()}


@check("PUB007")
def card_without_a_date(graph: Graph) -> Iterator[Finding]:
    """A printed card does not say what it is, of which version, or until when it holds.

    It hangs on the wall for years after the rule has changed.
    """
    for key, sop in graph.library.keyed(Sop):
        aid = sop.job_aid
        if aid is None or not aid.steps:
            continue
        weight = binding(sop.status)
        for field, value in (("code", sop.code), ("version", sop.version)):
            if value is None:
                yield Finding(key, ("job_aid",), f"no-{field}", {}, weight, on_key=True)
        until = aid.valid_until or sop.next_review
        if until is None:
            yield Finding(key, ("job_aid",), "no-end", {}, weight, on_key=True)
        elif aid.valid_until and aid.valid_until < graph.today:
            values = {"day": aid.valid_until.isoformat()}
            yield Finding(key, ("job_aid", "valid_until"), "over", values)
