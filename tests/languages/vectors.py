"""Words on which the interpreters in Python and in the browser must agree: many, and of all kinds.

They are made anew each time, always the same: the words of the project's own texts, their forms
with every ending that the language's tables name, and some that no language has.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from gollanma.languages import Analyser, Languages, load
from gollanma.languages.forms import FORM

CODES = ("tk", "ru", "en")
ROOT = Path(__file__).parents[2]
TEXTS = ("normative", "glossary", "docs")
FEWEST = 50_000
STEP = 23
"""In the small sample stands each of so many."""
ODD = (
    "12-nji", "12¹", "12^1", "12-я", "12th", "SP-07", "sp7", "F-02", "45-Ö", "007", "a1b2c3",
    "İSTANBUL", "ẞtraße", "ﬁn", "Ǆ", "ñandú", "Ёж", "ВЁЛ", "e\u0301te\u0301", "s\u0327a\u0308her",
    "ço\u00adcuk", "women's", "women’s", "''", "'tis", "ъъъ", "ьь", "aaaa", "ýýýý", "ÝÝ", "Çäge",
    "y", "ý", "ä", "sky", "YY", "yyy", "қазақ", "ғылым", "җемгыет", "ΣΊΣΥΦΟΣ", "ş", "Ž", "o'clock",
)  # fmt: skip


@cache
def languages() -> Languages:
    """Give the languages of the project."""
    return load(CODES)


@cache
def words(code: str) -> tuple[str, ...]:
    """Give the words for a language, sorted."""
    known = sorted({*_written(), *ODD})
    found = set(known)
    endings = tuple(sorted(_endings(languages()[code].analyser)))
    for number, word in enumerate(each for each in known if _is_of(code, each)):
        for place in range(8):
            ending = endings[(number * 8 + place) % len(endings)]
            found |= {word + ending, word[:-1] + ending}
    return tuple(sorted(found))


def _written() -> Iterator[str]:
    for folder in TEXTS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".yml", ".md"}:
                yield from FORM.findall(path.read_text(encoding="utf-8"))


def _is_of(code: str, word: str) -> bool:
    letters = languages()[code].letters
    return all(each.upper() in letters for each in word)


def _endings(analyser: Analyser) -> Iterator[str]:
    """Yield the endings that the tables of a language name."""
    stems = analyser.table["stems"]
    verbs = [each[kind] for each in stems.get("verbs", ()) for kind in ("made", "inner", "outer")]
    for slot in (*stems.get("slots", ()), *verbs):
        for _, letters, *_ in slot:
            for place in range(4):
                yield "".join(each[place % len(each)] for each in letters)
    for step in stems.get("steps", ()):
        yield from (rule[0] for rule in step["rules"] if rule[0])


def answers(code: str, row: Sequence[str]) -> list[Any]:
    """Give what Python says of each text, and of each form in it."""
    analyser = languages()[code].analyser
    return [
        [
            _tokens(analyser, text), analyser.today(text), analyser.fold(text), analyser.code(text),
            analyser.is_stop(text), analyser.spellings(text),
            [
                [
                    form, analyser.stem(form), analyser.analyse(form), analyser.bare(form),
                    analyser.code(form), analyser.is_stop(form), analyser.spellings(form),
                ]
                for form in analyser.forms(text)
            ],
        ]
        for text in row
    ]  # fmt: skip


def _tokens(analyser: Analyser, text: str) -> list[Any]:
    """Give forms and their places as browsers count: a sign of the higher planes is two."""
    return [
        [_units(text[: token.start]), _units(text[: token.end]), token.text]
        for token in analyser.tokens(text)
    ]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def table(code: str) -> dict[str, Any]:
    """Give what the browser's interpreter is given."""
    analyser = languages()[code].analyser
    return {**analyser.table, "hash": analyser.hash}


SCRIPTS = ROOT / "generator/gollanma/search/scripts"
PROGRAM = "".join(
    (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
    for name in ("endings", "steps", "analyser", "keyboards")
)
SAY = """given => {
  const [tables, texts] = JSON.parse(given);
  const say = analyser => texts.map(text => [
    analyser.tokens(text).map(each => [each.start, each.end, each.text]),
    analyser.today(text), analyser.fold(text), analyser.code(text), analyser.isStop(text),
    analyser.spellings(text),
    analyser.forms(text).map(form => [
      form, analyser.stem(form), analyser.analyse(form), analyser.bare(form),
      analyser.code(form), analyser.isStop(form), analyser.spellings(form)])]);
  return JSON.stringify(tables.map(window.gollanmaAnalyser).map(say));
}"""
"""Texts go and come as JSON: half of a sign of the higher planes is no text that streams carry."""
IN_NODE = f"""
global.window = global;
{PROGRAM}
process.stdout.write(({SAY})(require("fs").readFileSync(0, "utf8")));
"""


def differing(row: Sequence[str], ours: list[Any], theirs: list[Any]) -> list[Any]:
    """Give some of the words of which two interpreters say different things."""
    pairs = zip(row, ours, theirs, strict=True)
    return [(word, one, other) for word, one, other in pairs if one != other][:10]


def sample(row: tuple[str, ...]) -> tuple[str, ...]:
    """Give some of the words, always the same, and all odd ones."""
    return tuple(sorted({*row[::STEP], *ODD}))
