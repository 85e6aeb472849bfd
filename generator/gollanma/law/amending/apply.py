"""Playing an amending act onto a text: all instructions at once, each on the text as it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gollanma.law.amending.instructions import (
    Field,
    Insert,
    Instruction,
    Move,
    Place,
    Remove,
    Renumber,
    Repeal,
    Restate,
    Reword,
    Rewording,
    Where,
)
from gollanma.law.amending.rewording import UnknownWordsError, reworded
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.text import Text


class UnplayableError(ValueError):
    """An instruction cannot be played onto this text: its place or its words are not there."""

    def __init__(self, instruction: Instruction) -> None:
        self.instruction = instruction
        super().__init__(f"cannot be played: {instruction}")


def apply(base: Edition, instructions: Sequence[Instruction]) -> Edition:
    """Give an edition with its text amended.

    Words change first, then provisions move, then new ones come in the order of the
    instructions, at last some go. What is no law text stays as in the base, and comes as it is
    with an inserted or restated provision.
    """
    tree = _Tree(base)
    for step in (_Tree.change, _Tree.move, _Tree.insert, _Tree.remove):
        for each in instructions:
            try:
                step(tree, each)
            except (LookupError, UnknownWordsError):
                raise UnplayableError(each) from None
    return base.model_copy(update={"body": tree.root.provisions(), "preamble": tree.preamble})


@dataclass(eq=False)
class _Node:
    """A provision on its way; it knows what holds it now."""

    provision: Provision | None
    parent: "_Node | None" = None
    children: "list[_Node]" = field(default_factory=list)
    followers: "list[_Node]" = field(default_factory=list)
    """What was put behind it."""
    firsts: "list[_Node]" = field(default_factory=list)
    """What was put first in it."""

    def provisions(self) -> tuple[Provision, ...]:
        """Give what it holds."""
        return tuple(each.whole() for each in self.children)

    def whole(self) -> Provision:
        """Give the provision with all that it holds now."""
        if self.provision is None:
            raise LookupError
        return self.provision.model_copy(update={"contains": self.provisions()})

    def update(self, **values: object) -> None:
        """Change fields of the provision."""
        if self.provision is None:
            raise LookupError
        self.provision = self.provision.model_copy(update=values)

    def leave(self) -> None:
        """Go from where it is."""
        if self.parent is None:
            raise LookupError
        self.parent.children.remove(self)
        self.parent = None

    def holds(self, other: "_Node") -> bool:
        """Say whether another one is it or inside it."""
        step: _Node | None = other
        while step is not None and step is not self:
            step = step.parent
        return step is self


class _Tree:
    """The text of an edition on its way."""

    def __init__(self, base: Edition) -> None:
        self.preamble = base.preamble
        self.root = _Node(None)
        self.nodes: dict[str, _Node] = {"": self.root}
        for each in _planted(base.body, self.root):
            if each.provision:
                self.nodes.setdefault(each.provision.id, each)

    def change(self, instruction: Instruction) -> None:
        """Change words, numbers and force where they stand."""
        match instruction:
            case Reword("", _, rewordings):
                self.preamble = _reworded(self.preamble, rewordings.items())
            case Reword(target, which, rewordings):
                self._reword(self.nodes[target], which, rewordings.items())
            case Renumber(target, number):
                self.nodes[target].update(number=number)
            case Repeal(target):
                self.nodes[target].update(repealed=True)
            case _:
                pass

    def move(self, instruction: Instruction) -> None:
        """Put a provision elsewhere."""
        if isinstance(instruction, Move):
            node = self.nodes[instruction.target]
            if node.holds(self.nodes[instruction.place.target]):
                raise LookupError
            node.leave()
            self._put([node], instruction.place, is_move=True)

    def insert(self, instruction: Instruction) -> None:
        """Put in what is new; what is stated anew takes the place of what was there."""
        match instruction:
            case Insert(place, provisions):
                self._put([_grown(each) for each in provisions], place, is_move=False)
            case Restate(target, provision):
                node = self.nodes[target]
                node.provision = provision
                node.children = [_grown(each, node) for each in provision.contains]
            case _:
                pass

    def remove(self, instruction: Instruction) -> None:
        """Take a provision out."""
        if isinstance(instruction, Remove):
            self.nodes[instruction.target].leave()

    def _reword(
        self, node: _Node, which: Field, rewordings: Iterable[tuple[str, Rewording]]
    ) -> None:
        if node.provision is None:
            raise LookupError
        words = node.provision.heading if which is Field.HEADING else node.provision.text
        node.update(**{str(which): _reworded(words, rewordings)})

    def _put(self, nodes: "list[_Node]", place: Place, *, is_move: bool) -> None:
        beside = self.nodes[place.target]
        match place.where:
            case Where.AFTER:
                parent, before = beside.parent, beside.followers
                if parent is None:
                    raise LookupError
                at = parent.children.index(beside) + 1
            case Where.FIRST:
                parent, before, at = beside, beside.firsts, 0
            case Where.LAST:
                parent, before, at = beside, [], len(beside.children)
        at += sum(1 for each in before if each.parent is parent)
        if not is_move:
            before.extend(nodes)
        parent.children[at:at] = nodes
        for each in nodes:
            each.parent = parent


def _planted(provisions: Iterable[Provision], parent: _Node) -> Iterator[_Node]:
    for each in provisions:
        node = _Node(each, parent)
        parent.children.append(node)
        yield node
        yield from _planted(each.contains, node)


def _grown(provision: Provision, parent: _Node | None = None) -> _Node:
    node = _Node(provision, parent)
    node.children = [_grown(each, node) for each in provision.contains]
    return node


def _reworded(text: Text | None, rewordings: Iterable[tuple[str, Rewording]]) -> Text | None:
    """Give the words with those of some languages changed; None where none are left."""
    words = dict(text or {})
    for language, change in rewordings:
        made = reworded(words.get(language, "").strip(), change)
        words[language] = made
    left = {language: each for language, each in words.items() if each}
    return Text(left) if left else None
