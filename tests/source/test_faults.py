"""Bad input of every sort: what is found, under which code, and at which place.

The number in an id is the row of the project's list of faults.
"""

from pathlib import Path

import pytest

from gollanma.diagnostics import Span
from gollanma.languages import load
from gollanma.source import Document, read_text

PATH = "normative/sops/intake.yml"
LANGUAGES = load(("tk", "ru", "en"))
SENTENCES = Path(__file__).parent / "sentences"


def read(text: object) -> Document:
    return read_text(PATH, text if isinstance(text, bytes) else str(text).encode())


def found(text: str | bytes) -> list[str]:
    """Give what is found in a file, in the form `line:column CODE key`."""
    return [
        f"{each.span.line}:{each.span.column} {each.code} {each.key}"
        for each in read(text).diagnostics
    ]


FAULTS = [
    pytest.param("a: 1\nb: 2\na: 3\n", ["3:1 SRC002 duplicate"], id="1 duplicate key"),
    pytest.param(
        "t:\n  ru: да\n  en: yes it is\n  ru: нет\n",
        ["4:3 SRC002 duplicate"],
        id="2 nested duplicate key",
    ),
    pytest.param(
        "t: {ru: а, en: b, ru: в}\n", ["1:19 SRC002 duplicate"], id="2 duplicate in brackets"
    ),
    pytest.param("a: 1\n'a': 2\n", ["2:1 SRC002 duplicate"], id="1 duplicate in quotes"),
    pytest.param(
        "a: &a [x, x]\nb: &b [*a, *a]\n",
        [
            "1:4 SRC001 anchor",
            "2:4 SRC001 anchor",
            "2:8 SRC001 alias",
            "2:12 SRC001 alias",
        ],
        id="11 billion laughs",
    ),
    pytest.param(
        "a: &a [*a]\n", ["1:4 SRC001 anchor", "1:8 SRC001 alias"], id="12 recursive alias"
    ),
    pytest.param("a: *nowhere\n", ["1:4 SRC001 alias"], id="12 alias of nothing"),
    pytest.param("a:\n  <<: {b: c}\n", ["2:3 SRC001 merge"], id="13 merge key"),
    pytest.param(
        "a: !!python/object/apply:os.system ['true']\n", ["1:4 SRC001 tag"], id="14 python tag"
    ),
    pytest.param("a: !velayat Ahal\n", ["1:4 SRC001 tag"], id="15 custom tag"),
    pytest.param("a: !o!velayat Ahal\n", ["1:4 SRC001 reserved"], id="15 tag of no handle"),
    pytest.param("? [a, b]\n: c\n", ["1:3 SRC001 complex-key"], id="16 list as a key"),
    pytest.param("? {a: b}\n: c\n", ["1:3 SRC001 complex-key"], id="16 map as a key"),
    pytest.param("~: a\n", ["1:1 SRC001 null-key"], id="17 tilde as a key"),
    pytest.param("null: a\n", ["1:1 SRC001 null-key"], id="17 null as a key"),
    pytest.param("a: 1\n: b\n", ["2:1 SRC001 null-key"], id="17 no key at all"),
    pytest.param("a: b\n---\nc: d\n", ["2:1 SRC001 documents"], id="18 two documents"),
    pytest.param("a: b\n...\nc: d\n", ["3:1 SRC001 documents"], id="18 two, the first ended"),
    pytest.param(
        "a: b\r...\rc: d\r",
        ["1:5 SRC005 line-ends", "3:1 SRC001 documents"],
        id="18 two, on an old Mac",
    ),
    pytest.param("a:\n\tb: c\n", ["2:1 SRC001 tab"], id="19 tab before a key"),
    pytest.param("a:\n  \tb: c\n", ["2:3 SRC001 tab"], id="19 tab after spaces"),
    pytest.param("a:\n  b: c\n\td: e\n", ["3:1 SRC001 tab"], id="19 tab after a text"),
    pytest.param("a: |\n\ttext\n", ["2:1 SRC001 tab"], id="19 tab before a block"),
    pytest.param("- \t- b\n", ["1:3 SRC001 tab"], id="19 tab after a dash"),
    pytest.param("a: b\nc: d\x00e\n", ["2:5 SRC001 control"], id="20 nul"),
    pytest.param("a: b\n# c\x1b[31m\n", ["2:4 SRC001 control"], id="20 escape in a comment"),
    pytest.param("a: b\x85c\n", ["1:5 SRC001 control"], id="20 next line"),
    pytest.param("a: b\u2028c\n", ["1:5 SRC001 control"], id="20 line separator"),
    pytest.param('a: "b\\0c"\n', ["1:6 SRC001 control"], id="20 nul by an escape"),
    pytest.param("a: b\u202ec\n", ["1:5 SRC001 bidi"], id="21 override"),
    pytest.param("a:\n  b: x\u2066y\u2069\n", ["2:7 SRC001 bidi", "2:9 SRC001 bidi"], id="21 2"),
    pytest.param('a: "b \\u202e"\n', ["1:7 SRC001 bidi"], id="21 by an escape"),
    pytest.param("id: day\u200bcare\n", ["1:8 SRC004 zero-width"], id="22 zero-width space"),
    pytest.param("a: hyz\xadmat\n", ["1:7 SRC004 soft-hyphen"], id="22 soft hyphen"),
    pytest.param("a: 5\u2003km\n", ["1:5 SRC004 odd-space"], id="22 wide space"),
    pytest.param("a\xa0b: c\n", ["1:2 SRC004 odd-space"], id="22 no-break space in a key"),
    pytest.param("a: Зак\ufffdн\n", ["1:7 SRC004 lost-letter"], id="22 lost letter"),
    pytest.param("\ufeffa: b\n", ["1:1 SRC005 bom"], id="23 mark at the start"),
    pytest.param("a: b\n\ufeffc: d\n", ["2:1 SRC001 bom"], id="23 mark inside"),
    pytest.param(
        "# a\ntitle: Закон о социальных услугах\n".encode("cp1251"),
        ["2:8 SRC001 encoding"],
        id="24 Windows-1251",
    ),
    pytest.param(
        "# a\r\ntitle: Закон о социальных услугах\r\n".encode("cp1251"),
        ["2:8 SRC001 encoding"],
        id="24 Windows-1251 of Windows",
    ),
    pytest.param(
        "title: Закон о социальных услугах\n".encode("koi8_r"),
        ["1:8 SRC001 encoding"],
        id="25 KOI8-R",
    ),
    pytest.param(
        "title: Sosyal hizmet çalışanı ve işleri üzerine\n".encode("cp1254"),
        ["1:22 SRC001 encoding"],
        id="25 Windows-1254",
    ),
    pytest.param(
        "title: Durmuş hyzmatlary hakynda maşgala öý çaga ýaş ähli ňň\n".encode("cp1250"),
        ["1:13 SRC001 encoding"],
        id="25 letters of a legacy font",
    ),
    pytest.param(b"title: a \x81 \x8d \x90\n", ["1:10 SRC001 not-utf-8"], id="25 no letters"),
    pytest.param(
        "title: Закон ".encode() + b"\xd0\n", ["1:14 SRC001 not-utf-8"], id="25 a cut letter"
    ),
    pytest.param("a: b\n".encode("utf-16"), ["1:1 SRC001 utf-16"], id="26 with a mark"),
    pytest.param("a: b\n".encode("utf-16-le"), ["1:1 SRC001 utf-16"], id="26 without a mark"),
    pytest.param("a: b\n".encode("utf-16-be"), ["1:1 SRC001 utf-16"], id="26 the other way"),
    pytest.param("a: b\n".encode("utf-32"), ["1:1 SRC001 utf-16"], id="26 four bytes"),
    pytest.param(
        b"\0\0\xfe\xff" + "a: b\n".encode("utf-32-be"),
        ["1:1 SRC001 utf-16"],
        id="26 four bytes the other way",
    ),
    pytest.param("a: b\r\nc: d\r\n", ["1:5 SRC005 line-ends"], id="27 Windows"),
    pytest.param("a: b\rc: d\r", ["1:5 SRC005 line-ends"], id="27 old Mac"),
    pytest.param("a: b\nc: d\r\n", ["2:5 SRC005 mixed-line-ends"], id="27 mixed"),
    pytest.param("a: " + "[" * 20_000, ["1:43 SRC001 deep"], id="28 brackets"),
    pytest.param("a: " + "{" * 20_000, ["1:43 SRC001 deep"], id="28 braces"),
    pytest.param("- " * 20_000, ["1:81 SRC001 deep"], id="28 dashes"),
    pytest.param("a: '" + "b" * 1_000_000, ["1:1 SRC001 size"], id="29 more than a megabyte"),
    pytest.param("", ["1:1 SRC001 empty"], id="30 empty"),
    pytest.param("# only a comment\n", ["1:1 SRC001 empty"], id="30 only a comment"),
    pytest.param("---\n", ["1:1 SRC001 empty"], id="30 only a mark"),
    pytest.param("just words\n", ["1:1 SRC001 top-text"], id="30 a text"),
    pytest.param("''\n", ["1:1 SRC001 top-text"], id="30 an empty text"),
    pytest.param("\n- a\n- b\n", ["2:1 SRC001 top-list"], id="30 a list"),
    pytest.param("a: çag\u0306a\n", ["1:6 SRC005 decomposed"], id="31 loose sign"),
    pytest.param("a: \u1112\u1161\u11ab\n", ["1:4 SRC005 decomposed"], id="31 loose syllable"),
    pytest.param("a: e" + "\u0301" * 40 + "\n", ["1:5 SRC001 signs"], id="31 a heap of signs"),
]

MISTAKES = [
    pytest.param("a: Law: services\n", ["1:7 SRC001 colon-in-text"], id="a second colon"),
    pytest.param("a: {b: c: d}\n", ["1:9 SRC001 colon-in-text"], id="a second colon in brackets"),
    pytest.param(f"{'a' * 1100}: b\n", ["1:1101 SRC001 colon-in-text"], id="a text as a key"),
    pytest.param("title\nstatus: b\n", ["1:1 SRC001 no-colon"], id="no colon in the first line"),
    pytest.param("a: b\ntitle\nc: d\n", ["2:1 SRC001 no-colon"], id="no colon further down"),
    pytest.param("- a\nb\n", ["2:1 SRC001 no-colon"], id="a word after a list"),
    pytest.param("a: b\n  c: d\n", ["2:3 SRC001 indentation"], id="a line set in too far"),
    pytest.param("a:\n    b: c\n  d: e\n", ["3:3 SRC001 indentation"], id="a line half way out"),
    pytest.param("  a: b\nc: d\n", ["2:1 SRC001 indentation"], id="a first line set in"),
    pytest.param("a: |\n   b\n  c\nd: e\n", ["3:3 SRC001 indentation"], id="a block's line out"),
    pytest.param("# b\n  c\n  # d\n    e: f\n", ["4:5 SRC001 indentation"], id="under a comment"),
    pytest.param("a: 'b\nc: d\n", ["1:4 SRC001 unclosed-quote"], id="an open single quote"),
    pytest.param('a: "b\nc: d\n', ["1:4 SRC001 unclosed-quote"], id="an open double quote"),
    pytest.param("a: 'b\n---\nc: d\n", ["1:4 SRC001 unclosed-quote"], id="an open quote ended"),
    pytest.param("a: 'don't'\n", ["1:9 SRC001 after-quote"], id="an apostrophe in quotes"),
    pytest.param('a: "Law" on services\n', ["1:10 SRC001 after-quote"], id="text after a quote"),
    pytest.param('a: {b: "c" d}\n', ["1:12 SRC001 after-quote"], id="after a quote in brackets"),
    pytest.param('a: "b \\d"\n', ["1:7 SRC001 escape"], id="an escape of nothing"),
    pytest.param('a: "C:\\Users"\n', ["1:7 SRC001 escape"], id="a path of Windows"),
    pytest.param('a: "b\\ud800"\n', ["1:6 SRC001 escape"], id="half a character"),
    pytest.param("a: > text\n", ["1:4 SRC001 block-header"], id="text beside a block's sign"),
    pytest.param("a: |0\n  b\n", ["1:4 SRC001 block-header"], id="a block set in by nothing"),
    pytest.param("a: - b\n", ["1:4 SRC001 dash"], id="a list beside its key"),
    pytest.param("a: b\n- c\n", ["2:1 SRC001 stray-item"], id="an item among fields"),
    pytest.param("a:\n  - b\n  c: d\n", ["3:3 SRC001 not-an-item"], id="a field among items"),
    pytest.param("a: @b\n", ["1:4 SRC001 reserved"], id="an at sign"),
    pytest.param("a: `b`\n", ["1:4 SRC001 reserved"], id="a backtick"),
    pytest.param("a: %b\n", ["1:4 SRC001 reserved"], id="a per cent sign"),
    pytest.param("a: ** b **\n", ["1:4 SRC001 reserved"], id="bold text"),
    pytest.param("a: & b\n", ["1:4 SRC001 reserved"], id="an ampersand"),
    pytest.param("a: ? b\n", ["1:4 SRC001 reserved"], id="a question mark"),
    pytest.param("a: *b* c\n", ["1:4 SRC001 reserved"], id="text in italics"),
    pytest.param("a: ! b\n", ["1:4 SRC001 tag"], id="an exclamation mark"),
    pytest.param("%YAML 1.1\n---\na: b\n", ["1:1 SRC001 directive"], id="a version of YAML"),
    pytest.param("%YAML 1.2\na: b\n", ["1:1 SRC001 directive"], id="a version without a mark"),
    pytest.param("%YAML 9.9\n---\na: b\n", ["1:1 SRC001 directive"], id="a version to come"),
    pytest.param("%FOO\na: b\n", ["1:1 SRC001 directive"], id="an unknown directive"),
    pytest.param("%TAG ! x:\n---\na: b\n", ["1:1 SRC001 directive"], id="a handle of tags"),
    pytest.param("ru: [[act/x]]\n", ["1:5 SRC001 brackets"], id="prose that is a reference"),
    pytest.param("ru: [[act/x]] гласит\n", ["1:5 SRC001 brackets"], id="prose after a reference"),
    pytest.param("ru: [[act/x]], да\n", ["1:5 SRC001 brackets"], id="a comma after a reference"),
    pytest.param("ru: [[act/x гласит\na: b\n", ["1:5 SRC001 brackets"], id="an open reference"),
    pytest.param("a: {ru: [[b]] в}\n", ["1:9 SRC001 brackets"], id="a reference in brackets"),
    pytest.param("a: [b]: c - d\n", ["1:7 SRC001 colon-in-text"], id="a colon after a bracket"),
    pytest.param("a: [b] c\n", ["1:8 SRC001 after-bracket"], id="text after a bracket"),
    pytest.param("a: [b] - c\n", ["1:8 SRC001 after-bracket"], id="a dash after a bracket"),
    pytest.param("a: {b: c}}\n", ["1:10 SRC001 extra-bracket"], id="one brace too many"),
    pytest.param("a: [b]]\n", ["1:7 SRC001 extra-bracket"], id="one bracket too many"),
    pytest.param("a: {b: c\nd: e\n", ["1:4 SRC001 unclosed-bracket"], id="an open brace"),
    pytest.param("a: [b, c\n", ["1:4 SRC001 unclosed-bracket"], id="an open bracket"),
    pytest.param("a: [", ["1:4 SRC001 unclosed-bracket"], id="a bracket at the end of the file"),
    pytest.param("a: ['b' 'c']\n", ["1:9 SRC001 after-quote"], id="no comma between quotes"),
    pytest.param("a: [b, c}\n", ["1:9 SRC001 no-comma"], id="the wrong bracket"),
    pytest.param("a: [b,, c]\n", ["1:7 SRC001 nothing-between"], id="two commas"),
    pytest.param("a: ]\n", ["1:4 SRC001 nothing-between"], id="a closing bracket alone"),
    pytest.param(
        "a: {ru: Посетите семью, дом, en: b}\n", ["1:25 SRC001 comma"], id="a comma in a text"
    ),
    pytest.param("from: #consent\n", ["1:7 SRC001 hash"], id="a fragment without quotes"),
    pytest.param("a: форма #3 и ещё\n", ["1:10 SRC001 hash"], id="a number sign in a text"),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_fault(text: str | bytes, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_mistake(text: str, expected: list[str]) -> None:
    assert found(text) == expected


ELSEWHERE = {
    *("SRC001.wrong-suffix", "SRC001.symlink", "SRC001.not-a-file", "SRC001.file-name"),
    *("SRC001.unreadable", "SRC001.many-files", "SRC001.syntax", "SRC002.first"),
    *(f"SRC003.{each}" for each in ("bool", "int", "float", "date", "sexagesimal")),
}
"""Sentences about folders and second places, and those that the types of fields call for."""


def test_every_sentence_about_reading_has_a_row() -> None:
    found_keys = {
        f"{each.code}.{each.key}"
        for row in (*FAULTS, *MISTAKES)
        for each in read(row.values[0]).diagnostics
    }
    sentences = LANGUAGES.default.catalogue.sentences
    messages = (key.split(".") for key in sentences if key.startswith("SRC"))
    known = {f"{key[0]}.{key[2]}" for key in messages if key[1:2] == ["says"]}
    assert found_keys | ELSEWHERE == known


def where(span: Span) -> str:
    assert span.path == PATH
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def spoken(code: str) -> str:
    """Give all sentences of the rows as a person reads them, in one language."""
    language = LANGUAGES[code]
    return "".join(
        f"{row.id}\n"
        f"  {where(each.span)} {each.severity} {each.code}"
        f"{''.join(f' ({where(other.span)})' for other in each.related)}"
        f" {language.message(each.code, each.key, each.values)}\n"
        f"    {language.hint(each.code, each.key, each.values)}\n"
        for row in (*FAULTS, *MISTAKES)
        for each in read(row.values[0]).diagnostics
    )


@pytest.mark.parametrize("code", ["tk", "ru", "en"])
def test_sentences_read_as_written_down(code: str) -> None:
    """Written by running this file; read the difference before committing it."""
    assert spoken(code) == (SENTENCES / f"{code}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in LANGUAGES:
        (SENTENCES / f"{each}.txt").write_text(spoken(each), encoding="utf-8")
