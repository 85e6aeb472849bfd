"""A project in an editor: what is open, what is known, and when it is looked at again."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import ParamSpec, TypeVar

from gollanma.diagnostics import Diagnostic
from gollanma.graph import Graph
from gollanma.lsp.judging import (
    Known,
    Project,
    SupersededError,
    judge_all,
    judge_file,
    read,
)
from gollanma.lsp.texts import Texts
from gollanma.model import Library

P = ParamSpec("P")
R = TypeVar("R")
Publish = Callable[[str, tuple[Diagnostic, ...]], None]


@dataclass(frozen=True, slots=True)
class Waits:
    """How long typing is waited for, in seconds."""

    pause: float
    """Until the file is judged."""
    rest: float
    """From then until all of the project is."""


class Session:
    """Keeps the buffers of an editor and publishes what is found in them.

    When the typing pauses, the file is judged; when it rests for longer, all of the project. What
    is newer always takes the place of what is being judged.
    """

    def __init__(
        self, project: Project, publish: Publish, tell: Callable[[str], None], waits: Waits
    ) -> None:
        """Take a project, where to publish findings and to say what fails, and how long to wait."""
        self.project = project
        self.unsaved: dict[str, str] = {}
        self.known = Known(None, (), {})
        self.moves_files = False
        """Whether the editor makes and moves files where it is asked to."""
        self._publish = publish
        self._pause, self._rest = waits.pause, waits.rest
        self.tell = tell
        self._soon, self._late = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        self._task: asyncio.Task[None] | None = None
        self._typed: set[str] = set()
        self._shown: set[str] = set()
        self._turn = 0

    @property
    def texts(self) -> Texts:
        """What files say now."""
        return Texts(self.project.root, dict(self.unsaved))

    @property
    def library(self) -> Library | None:
        """The records as they were when they could be read last."""
        return self.known.graph.library if self.known.graph else None

    def typed(self, path: str, text: str) -> None:
        """Take what an open file says now."""
        if self.unsaved.get(path) != text:
            self.unsaved[path] = text
            self._typed.add(path)
        self.look()

    def closed(self, path: str) -> None:
        """Go by what the disk has from now on."""
        self.unsaved.pop(path, None)
        self._typed.discard(path)
        self.look()

    def look(self) -> None:
        """Look at the project again, as soon as the typing rests."""
        self._turn += 1
        if self._task:
            self._task.cancel()
        self._task = asyncio.get_running_loop().create_task(self._settle(self._turn))

    def end(self) -> None:
        """Let go of all that is being judged."""
        self._turn += 1
        if self._task:
            self._task.cancel()
        for pool in (self._soon, self._late):
            pool.shutdown(wait=False, cancel_futures=True)

    def is_behind(self, path: str) -> bool:
        """Say whether a file was typed in since it was judged."""
        return path in self._typed

    async def read_anew(self) -> None:
        """Read the records as they stand in the editor at this moment."""
        known = await self._do(self._soon, read, self.project, dict(self.unsaved))
        if known is not None:
            self.known = self.known.reading(known.graph)

    async def _settle(self, turn: int) -> None:
        await asyncio.sleep(self._pause)
        if self.known.graph is None:
            await self.read_anew()
        for path in sorted(self._typed):
            after = await self._do(self._soon, judge_file, self.known, path, self.unsaved[path])
            if after:
                self.known = after
                self._show({path: after.found[path]})
            self._typed.discard(path)
        await asyncio.sleep(self._rest)
        known = await self._do(self._late, read, self.project, dict(self.unsaved))
        if known is None:
            return
        self.known = self.known.reading(self._serving(known.graph))
        judged = await self._do(self._late, judge_all, known, lambda: turn != self._turn)
        if judged is not None:
            self.known = judged.serving(self.known.graph)
            gone = dict.fromkeys(self._shown - judged.found.keys(), ())
            self._show({**gone, **judged.found})

    def _serving(self, graph: Graph | None) -> Graph | None:
        """Give the records to answer with: the older ones while an open file is broken."""
        library = graph.library if graph else None
        broken = (library.documents[key] for key in library.broken) if library else ()
        is_open = any(file.path in self.unsaved for each in broken for file in each.files)
        return (self.known.graph or graph) if is_open else graph

    async def _do(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[P, R | None],
        *args: P.args,
        **options: P.kwargs,
    ) -> R | None:
        """Do a work beside the editor's requests; None where it is of no interest, or fails."""
        call = partial(work, *args, **options)
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, call)
        except SupersededError:
            return None
        except Exception as error:  # noqa: BLE001 - a server outlives whatever a file says
            self.tell(f"{type(error).__name__}: {error}")
            return None

    def _show(self, found: Mapping[str, tuple[Diagnostic, ...]]) -> None:
        for path, those in sorted(found.items()):
            self._publish(path, those)
            self._shown.discard(path)
            if those:
                self._shown.add(path)
