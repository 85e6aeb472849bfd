"""Trees that are composed again when somebody asks for one: all of a large library take much room.

Nearly all that is asked of a tree is asked at once: the record is decoded. Later a finding or an
editor asks for the place of a value, of few files.
"""

from collections import deque
from collections.abc import Callable

from gollanma.source.ambiguous import plain
from gollanma.source.tree import Mapping

MOST = 32
"""So many trees are held, the last that were asked for."""
Compose = Callable[[], Mapping | None]


class Held:
    """A tree, or what it is composed of."""

    __slots__ = ("_compose", "_plain", "_root", "_stays")

    def __init__(self, root: Mapping | None, compose: Compose, plain: object = None) -> None:
        """Hold a tree for a while; `compose` gives the same tree each time.

        `plain` is what it says, where that is known before it is composed.
        """
        self._root = root
        self._plain = plain
        self._compose = compose
        self._stays = False
        _hold(self)

    @property
    def root(self) -> Mapping | None:
        """The map at the top."""
        root = self._root
        if root is None:
            root = self._root = self._compose()
            _hold(self)
        return root

    @property
    def plain(self) -> object:
        """What it says as dicts, lists, strings and `Ambiguous`, without places."""
        if self._plain is None:
            root = self.root
            self._plain = None if root is None else plain(root)
        return self._plain

    def stay(self) -> None:
        """Hold it for good."""
        self._stays = True

    def forget(self) -> None:
        """Make room, where it is not held for good."""
        self._plain = None
        if not self._stays:
            self._root = None


_HELD: deque[Held] = deque()


def _hold(tree: Held) -> None:
    _HELD.append(tree)
    while len(_HELD) > MOST:
        _HELD.popleft().forget()
