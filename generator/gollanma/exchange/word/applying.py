"""Proposals taken over into an edition, as a person would take them over by hand."""

from collections.abc import Mapping, Sequence

from gollanma.exchange.word.plain import SIGNATURE
from gollanma.exchange.word.record import Proposal
from gollanma.law import PREAMBLE
from gollanma.model import Text
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ChangeKind, Provision


def applied(edition: Edition, proposals: Sequence[Proposal]) -> Edition:
    """Give an edition with words, numbers, repeals and insertions; what is moved stays."""
    changes = {each.target: each for each in proposals if each.target and _is_change(each)}
    repealed = {each.target for each in proposals if each.kind is ChangeKind.REPEAL}
    new = [each for each in proposals if each.kind is ChangeKind.INSERT]

    def rebuilt(provisions: Sequence[Provision], parent: str | None) -> tuple[Provision, ...]:
        made = [
            each.model_copy(
                update={
                    **_changed(each, changes.get(each.id)),
                    "repealed": each.repealed or each.id in repealed,
                    "contains": rebuilt(each.contains, each.id),
                }
            )
            for each in provisions
        ]
        for each in new:
            if each.parent == parent:
                places = [index for index, one in enumerate(made, 1) if one.id == each.after]
                made.insert(places[0] if places else 0, provision_of(each))
        return tuple(made)

    return edition.model_copy(
        update={**_around(edition, changes), "body": rebuilt(edition.body, None)}
    )


def provision_of(proposal: Proposal) -> Provision:
    """Give the provision that a proposal puts in."""
    return Provision(
        id=proposal.id or proposal.target or "",
        unit=proposal.unit or "",
        number=proposal.number,
        heading=proposal.heading,
        text=proposal.text,
        contains=proposal.contains,
    )


def _is_change(proposal: Proposal) -> bool:
    return proposal.kind in {ChangeKind.WORDS, ChangeKind.REPLACE, ChangeKind.RENUMBER}


def _changed(provision: Provision, change: Proposal | None) -> Mapping[str, object]:
    if change is None:
        return {}
    return {
        "number": change.number or provision.number,
        "heading": _with(provision.heading, change.heading),
        "text": _with(provision.text, change.text),
    }


def _around(edition: Edition, changes: Mapping[str, Proposal]) -> Mapping[str, object]:
    """Give what stands around the provisions, with its new words."""
    front, end, signed = changes.get(PREAMBLE), changes.get(SIGNATURE), edition.signature
    found: dict[str, object] = {}
    if front:
        found["preamble"] = _with(edition.preamble, front.text)
    if end and signed:
        words = {
            "office": _with(signed.office, end.heading),
            "place": _with(signed.place, end.text),
        }
        found["signature"] = signed.model_copy(update=words)
    return found


def _with(old: Text | None, new: Text | None) -> Text | None:
    return Text({**(old or {}), **new}) if new else old
