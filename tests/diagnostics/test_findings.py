"""Findings are plain values in a fixed order."""

from dataclasses import FrozenInstanceError

import pytest

from gollanma.diagnostics import Diagnostic, Related, Severity, Span, in_order


def found(
    path: str = "a.yml", line: int = 1, column: int = 1, code: str = "SRC001", key: str = "tab"
) -> Diagnostic:
    return Diagnostic(Span.at(path, line, column), code, Severity.ERROR, key)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(found("a.yml", 9), found("b.yml", 1), id="by path before line"),
        pytest.param(found(line=2), found(line=10), id="by line as a number"),
        pytest.param(found(column=2), found(column=10), id="by column as a number"),
        pytest.param(found(code="SRC001"), found(code="SRC002"), id="by code at one place"),
        pytest.param(found(key="alias"), found(key="tab"), id="by sentence under one code"),
    ],
)
def test_findings_sort(earlier: Diagnostic, later: Diagnostic) -> None:
    assert in_order([later, earlier]) == (earlier, later)
    assert in_order([earlier, later]) == (earlier, later)


def test_findings_of_one_place_and_sentence_keep_their_order() -> None:
    place = Span.of_file("a.yml")
    twins = [Diagnostic(place, "X001", Severity.INFO, "k", {"n": n}) for n in (3, 1, 2)]
    assert [each.values["n"] for each in in_order(twins)] == [3, 1, 2]


def test_a_finding_with_values_can_stand_in_a_set() -> None:
    place = Span.of_file("a.yml")
    related = (Related(place, "first", {"line": 3}),)
    one = Diagnostic(place, "X001", Severity.ERROR, "k", {"title": {"en": "A"}}, related)
    same = Diagnostic(place, "X001", Severity.ERROR, "k", {"title": {"en": "A"}}, related)
    other = Diagnostic(place, "X001", Severity.ERROR, "k", {"title": {"en": "B"}}, related)
    assert len({one, same, other}) == 2


def test_a_finding_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        found().code = "SRC002"  # type: ignore[misc]


def test_a_place_prints_as_a_link() -> None:
    assert str(Span("normative/sops/intake.yml", 3, 7, 3, 9)) == "normative/sops/intake.yml:3:7"


def test_the_place_of_a_file_is_its_beginning() -> None:
    assert Span.of_file("a.yml") == Span("a.yml", 1, 1, 1, 1)


def test_a_place_within_a_line_has_a_width() -> None:
    assert Span.at("a.yml", 4, 2, 3) == Span("a.yml", 4, 2, 4, 5)
