"""Whether a project was asked the same before: the question by which an answer is found again."""

import os
from dataclasses import asdict, dataclass
from datetime import datetime, time
from pathlib import Path

from gollanma.cli.asking import Answer, Asked
from gollanma.cli.committed import NoCommitError, NoGitError, files_changed
from gollanma.memory import PLACES, Look, Store, folder_of_user, look, name_of, program
from gollanma.memory.day import day_of_run

KIND = "answers"
Wishes = tuple[datetime | None, str | None]
"""The day and the language that somebody asked for, if any."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a project as it stands."""

    store: Store
    root: Path
    seen: Look
    name: str
    """Of all that the answer follows from."""
    changed: frozenset[str] | None
    """The files that differ from a commit, of those that are judged; absent where nobody asked."""
    today: datetime
    """The day of the run, whose clock may strike midnight before it ends."""

    def answer(self) -> Answer | None:
        """Give what was answered; nothing where nobody asked."""
        return Answer.of(self.store.get(KIND, self.name))

    def keep(self, answer: Answer) -> None:
        """Keep an answer, if nobody wrote to the project while it was found."""
        if look(self.root) == self.seen:
            self.store.put(KIND, self.name, answer.kept())


def question(root: Path, wishes: Wishes, asked: Asked) -> Question | None:
    """Give the question that is asked; nothing where its answer cannot be kept."""
    folder = folder_of_user(os.environ)
    seen = look(root) if folder else None
    if folder is None or seen is None:
        return None
    try:
        changed = _judged(files_changed(root, asked.since)) if asked.since is not None else None
        day, language = wishes
        today = day_of_run(day.date() if day else None)
    except (NoGitError, NoCommitError, ValueError):  # the run itself says what is amiss
        return None
    name = name_of(
        program(),
        seen.content,
        today.isoformat(),
        language,
        asdict(asked),
        None if changed is None else sorted(os.fsencode(each).hex() for each in changed),
    )
    return Question(Store(folder), root, seen, name, changed, datetime.combine(today, time.min))


def _judged(changed: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in changed if each.partition("/")[0] in PLACES)
