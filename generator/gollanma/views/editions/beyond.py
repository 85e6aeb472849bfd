"""How much rests on drafts that readers are not shown: counted before the cut, never named."""

from collections.abc import Mapping

from gollanma.graph import Graph
from gollanma.law import affected, changed_ids
from gollanma.model.kinds import Act
from gollanma.views.editions.pair import Pair, drafts_of
from gollanma.views.voice import Voice


def not_public(full: Graph, public: Graph) -> Mapping[str, int]:
    """Give how many records rest on what each draft changes and are not public, by its key."""
    voice = Voice(public, public.languages.default)
    drafts = (pair for _, act in voice.library.keyed(Act) for pair in drafts_of(voice, act))
    return {pair.new: len(_resting(full, pair) - _resting(public, pair)) for pair in drafts}


def _resting(graph: Graph, pair: Pair) -> set[str]:
    found = affected(graph, pair.act, changed_ids(pair.rows), pair.new)
    return {each.key for each in found}
