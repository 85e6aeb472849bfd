"""Questions above a list, each with the answers to choose from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gollanma.model.kinds import Territory
from gollanma.views.facets import Choice
from gollanma.views.places import Places
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Heap:
    """Answers under one heading."""

    heading: str
    """Empty where the answers are not divided."""
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answers."""

    name: str
    """What a list carries for its answers: `data-<name>`."""
    label: str
    heaps: tuple[Heap, ...]

    @property
    def answers(self) -> int:
        """How many answers there are."""
        return sum(len(heap.choices) for heap in self.heaps)


def record_choice(voice: Voice, name: str, key: str) -> Choice:
    """Give the answer that is a record."""
    return Choice(name, key.partition("/")[2], voice.title(key).words)


def where_asked(voice: Voice, label: str, inside: Callable[[str], bool] = bool) -> Question:
    """Give the question where somebody lives: each part of the country with what lies in it.

    Of what lies inside a part only that is named which is asked for.
    """
    return Question("territory", label, tuple(_parts(voice, inside)))


def _parts(voice: Voice, inside: Callable[[str], bool]) -> Iterator[Heap]:
    places, heaps = Places(voice.library), dict[str, list[str]]()
    for key in voice.siblings(Territory.kind):
        heaps.setdefault(places.upwards(key)[-1], []).append(key)
    for top in voice.siblings(Territory.kind):
        if top in heaps:
            named = (top, *(key for key in heaps[top] if key != top and inside(key)))
            choices = (record_choice(voice, "territory", key) for key in named)
            yield Heap(voice.title(top).words if len(named) > 1 else "", tuple(choices))
