"""What a file may hold, what is read beside a fault, and that nothing ever breaks the reader."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gollanma.diagnostics import Severity, Span
from gollanma.source import Document, Limits, read_text

PATH = "normative/sops/intake.yml"


def read(text: str) -> Document:
    return read_text(PATH, text.encode())


ALLOWED = [
    pytest.param("---\na: b\n", id="one mark of a document"),
    pytest.param("a: b\n...\n", id="a mark of its end"),
    pytest.param("a: 5\u00a0км, 5\u202fм\n", id="spaces that keep a unit with its number"),
    pytest.param("a: {ru: , en: }\n", id="empty values in brackets"),
    pytest.param("a: {b: c} # d\n#e\n", id="comments with a space, or on a line of their own"),
    pytest.param("a: {b: {c: [d, e]}}\n", id="brackets that are closed"),
    pytest.param("'': a\n'~': b\n'<<': c\n", id="odd keys in quotes"),
]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_may_stand(text: str) -> None:
    assert read(text).diagnostics == ()


def test_two_places_of_a_repeated_key_are_named() -> None:
    (finding,) = read("a: 1\nb: 2\na: 3\n").diagnostics
    assert finding.values == {"name": "a", "line": 1}
    assert [(each.span, each.key) for each in finding.related] == [
        (Span(PATH, 1, 1, 1, 2), "first")
    ]


def test_the_first_of_two_equal_keys_stays() -> None:
    assert read("a: one\na: two\n").plain() == {"a": "one"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: &x b\n", "b", id="an anchor is passed over"),
        pytest.param("a: !t b\n", "b", id="a tag is passed over"),
        pytest.param("a: *x\n", "*x", id="an alias is taken for words"),
        pytest.param("a: [[act/x]]\n", "[[act/x]]", id="a lone reference is taken for words"),
        pytest.param("a: b\x00c\n", "b\ufffdc", id="a control character is replaced"),
        pytest.param("a: b\n---\na: c\n", "b", id="the first document is read"),
    ],
)
def test_what_is_read_beside_a_fault(text: str, value: str) -> None:
    assert read(text).value("a") == value


def test_a_tag_of_python_runs_nothing(tmp_path: Path) -> None:
    trace = tmp_path / "ran"
    read(f"a: !!python/object/apply:os.system ['touch {trace}']\n")
    assert not trace.exists()


def seconds(text: str) -> float:
    """Give how long reading takes: of three times the least, which is free of other work."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        read(text)
        taken.append(time.process_time() - start)
    return min(taken)


ORDINARY = "    - id: step\n      title: {tk: Diňläň, ru: Слушайте, en: Listen}\n      actor: role/worker\n"


@pytest.mark.parametrize("text", ["a: " + "[" * 20_000, "a: " + "{" * 20_000, "- " * 20_000])
def test_deep_brackets_are_refused_sooner_than_an_ordinary_file_of_their_size(text: str) -> None:
    times = len(text) // len(ORDINARY.encode())
    ordinary = "  steps:\n" + ORDINARY * times
    assert read(ordinary).diagnostics == ()
    assert [each.key for each in read(text).diagnostics] == ["deep"]
    assert seconds(text) < seconds(ordinary) / 2


def test_limits_can_be_narrower() -> None:
    narrow = Limits(size=20, depth=2)
    assert read_text(PATH, b"a: {b: c}\n", narrow).diagnostics == ()
    (deep,) = read_text(PATH, b"a: {b: {c: d}}\n", narrow).diagnostics
    (large,) = read_text(PATH, b"a: bcdefghijklmnopqrstuvwxyz\n", narrow).diagnostics
    assert (deep.key, deep.values) == ("deep", {"limit": 2})
    assert (large.key, large.values) == ("size", {"limit": 20})


def test_accepted_bytes_are_no_more_than_information() -> None:
    for text in ("\ufeffa: b\n", "a: b\r\n", "a: cafe\u0301\n"):
        assert [each.severity for each in read(text).diagnostics] == [Severity.INFO]


BITS = st.sampled_from(
    [
        *("a", "ru", ": ", ":", "- ", "? ", "#", " #x", "\n", "\r\n", "\n  ", "\n    ", "\t"),
        *("'", '"', "|", ">-", "|2+", "[", "]", "[[", "{", "}", ",", "&a ", "*a", "!t ", "<<: "),
        *("---\n", "...\n", "%YAML 1.1\n", "~", "\\", "\\u202e", "\x00", "\u202e", "\ufeff"),
        *(
            "\u200b",
            "\u2028",
            "\x85",
            "\ufffe",
            "e\u0301",
            "\u0301",
            "\U0010ffff",
            "Закон",
            "12:30",
        ),
    ]
)


def look_everywhere(document: Document) -> None:
    """Ask a document for all that it can be asked."""
    document.plain()
    for keys in ((), ("a",), ("a", 0), ("a", "ru"), ("ru", 5, "x")):
        document.span(*keys)
        document.key_span(*keys)
        document.value(*keys)
        document.within(*keys, start=0, end=3)


@given(st.lists(BITS, max_size=40).map("".join))
@example("? - a: b\n  - c\n: [[d]]\n")
@example("[[")
@example("- " * 5000)
def test_no_text_breaks_the_reader(text: str) -> None:
    document = read(text)
    look_everywhere(document)
    assert document.root is not None or document.diagnostics


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    look_everywhere(read_text(PATH, data))


@given(st.text(max_size=200), st.sampled_from(["utf-16", "utf-32", "utf-8-sig", "utf-16-be"]))
def test_no_encoding_breaks_the_reader(text: str, codec: str) -> None:
    look_everywhere(read_text(PATH, text.encode(codec)))


@given(st.lists(BITS, max_size=40).map("".join))
def test_places_lie_in_the_file(text: str) -> None:
    lines = read(text).text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in read(text).diagnostics:
        span = each.span
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)


def test_the_time_for_signs_on_a_letter_grows_with_their_number_alone() -> None:
    many, few = ("a: e" + "\u0301\u0323" * number + "\n" for number in (200_000, 25_000))
    assert [each.key for each in read(many).diagnostics] == ["signs"]
    assert seconds(many) < 3 * 8 * seconds(few)


def test_without_libyaml_the_machine_is_to_blame() -> None:
    program = """
import sys
sys.modules["yaml._yaml"] = None
from gollanma.source import MissingLibyaml, read_text
try:
    read_text("a.yml", b"a: b")
except MissingLibyaml as missing:
    print("missing", missing)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert run.stdout.startswith(b"missing")
