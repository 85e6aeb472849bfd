"""The ids of a new edition: a provision keeps the one that it had, whatever its number is now."""

from collections.abc import Mapping, Sequence

from gollanma.exchange.lawtext.concordance import concordance
from gollanma.languages import Languages
from gollanma.model import Library
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision


def continued(library: Library, languages: Languages, edition: Edition, key: str) -> Edition:
    """Give a new edition the ids of the one before it, where a provision goes on in another."""
    act = library.act_of(key)
    kind = library.project.act_kind(act.act_kind) if act else None
    before = _before(library, key, edition)
    if before is None or kind is None:
        return edition
    name, base = before
    to = concordance(base, edition, kind, languages)
    ids = {each.new: each.old for each in to.matches if each.new}
    return edition.model_copy(
        update={
            "based_on": name.partition("@")[2],
            "body": with_ids(edition.body, ids, frozenset(ids.values())),
        }
    )


def _before(library: Library, key: str, edition: Edition) -> tuple[str, Edition] | None:
    """Give the last edition of the act that began before a new one; of drafts none."""
    first = edition.in_force.from_ if edition.in_force else None
    earlier = [
        (name, each)
        for name, each in library.editions(key.partition("@")[0])
        if each.in_force and (first is None or (each.in_force.from_ or first) < first)
    ]
    return earlier[-1] if earlier else None


def with_ids(
    body: Sequence[Provision], ids: Mapping[str, str], taken: frozenset[str]
) -> tuple[Provision, ...]:
    """Give provisions other ids; one that would take the id of another gets a letter."""
    return tuple(
        each.model_copy(
            update={
                "id": ids.get(each.id) or _free(each.id, taken),
                "contains": with_ids(each.contains, ids, taken),
            }
        )
        for each in body
    )


def _free(id_: str, taken: frozenset[str]) -> str:
    """Give an id that no provision had before."""
    letters = ("", *map(chr, range(ord("b"), ord("z") + 1)))
    return next(f"{id_}{letter}" for letter in letters if f"{id_}{letter}" not in taken)
