"""pofilter of the Translate Toolkit: texts as gettext files, Russian to Turkmen and English."""

import json
import re
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from bench.mutation.peers.content import RECORDS, SPOKEN, Content, Pair, folder
from bench.mutation.peers.peer import ClashError, Part, Peer, Rules, Said, output

SOURCE, TARGETS = SPOKEN, ("tk", "en")
"""It looks at translations: most of our mistakes are planted in English."""
SEEN = "seen"
FOUND = re.compile(r"^# \(pofilter\) (?P<words>.*)$", re.MULTILINE)
CONTEXT = re.compile(r'^msgctxt "(?P<name>.*)"$', re.MULTILINE)
HEAD = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Language: {code}\n"
"""


def home(part: Part, code: str = TARGETS[-1]) -> str:
    """Give the file of a text."""
    return f"{code}/{folder(part.path)}/{part.path.rpartition('/')[2].replace('.yml', '.po')}"


def write(content: Content, rules: Rules) -> Iterator[tuple[str, str]]:
    """Yield a file for each of our files and each language translated into."""
    _ = rules
    for code in TARGETS:
        pages: dict[str, list[str]] = {}
        for each in content.pairs:
            page = pages.setdefault(home(each, code), [HEAD.format(code=code)])
            if SOURCE not in each.words:
                raise ClashError(each.name)
            page.append("\n".join(_unit(each, code)))
        for path, page in pages.items():
            yield path, "\n".join(page)


def _unit(pair: Pair, code: str) -> Iterator[str]:
    if code in pair.stale:
        yield "#, fuzzy"
    yield f'msgctxt "{pair.name}"'
    yield f"msgid {json.dumps(pair.words[SOURCE], ensure_ascii=False)}"
    yield f"msgstr {json.dumps(pair.words.get(code, ''), ensure_ascii=False)}"
    yield ""


def ask(programs: Path, folder: Path) -> Iterator[Said]:
    """Filter each language, and read in what is left why it is left."""
    for code in TARGETS:
        seen = folder / SEEN / code
        seen.mkdir(parents=True)
        words = ("--progress=none", f"--language={code}", code, seen.as_posix())
        yield from map(Said, output([programs / "pofilter", *words], folder).splitlines())
        for path in sorted(seen.rglob("*.po")):
            text = path.read_text(encoding="utf-8")
            yield from _noted(text, path.relative_to(folder / SEEN).as_posix())


def _noted(text: str, path: str) -> Iterator[Said]:
    """Yield the notes of a file with the names of the texts on which they stand."""
    for unit in text.split("\n\n"):
        named = CONTEXT.search(unit)
        for each in FOUND.finditer(unit):
            yield Said(f"{named['name'] if named else ''} {each['words']}", path)


POFILTER = Peer(
    "pofilter",
    "translate-toolkit",
    (
        *("SRC001", "I18N001", "I18N002", "I18N003", "I18N004", "I18N005", "I18N006"),
        *("I18N007", "I18N008", "I18N009", "I18N010", "I18N011", "I18N012", "I18N013"),
        *("I18N014", "I18N015", "I18N016", "I18N017", "TXT001", "TXT007"),
    ),
    RECORDS,
    write,
    ask,
    attrgetter("pairs"),
    home,
    has_one_home=False,
)
