"""What differs between two records: by the ids of their places, never by their order."""

import pytest

from gollanma.model import Record
from gollanma.model.compare import DifferenceKind, differences
from tests.support.projects import small

OLD = """\
title: {en: A visit}
status: draft
version: "1.0"
use_when:
  - {en: the door is open}
  - {en: somebody calls}
deadlines:
  - id: soon
    title: {en: Soon}
    value: 3
    unit: working-day
steps:
  - id: ask
    title: {en: Ask}
    action: {en: Ask for consent.}
    deadline: {value: 24, unit: hour}
    forms: [form/consent]
    decision:
      id: agreed
      question: {en: Is there consent?}
  - id: leave
    action: {en: Leave.}
"""


def sop(text: str) -> Record:
    return small({"normative/sops/compared.yml": text}).library.records["sop/compared"]


def found(old: str, new: str) -> list[tuple[str, str, list[tuple[str, ...]]]]:
    """Give each difference as place, kind and the names of what changed."""
    assert old in OLD
    return [
        (each.fragment, each.kind.value, [change.path for change in each.changes])
        for each in differences(sop(OLD), sop(OLD.replace(old, new)))
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("", "", [], id="equal records do not differ"),
        pytest.param('"1.0"', '"1.1"', [("", "changed", [("version",)])], id="a field of the head"),
        pytest.param("Ask for consent.", "Ask.", [("ask", "changed", [("action",)])], id="the words of a step"),
        pytest.param("value: 24", "value: 48", [("ask", "changed", [("deadline",)])], id="an amount as one value"),
        pytest.param("    deadline: {value: 24, unit: hour}\n", "", [("ask", "changed", [("deadline",)])], id="a value that is gone"),
        pytest.param("form/consent", "form/other", [("ask", "changed", [("forms",)])], id="a reference"),
        pytest.param("Is there", "Was there", [("decision.agreed", "changed", [("question",)])], id="a decision does not change its step"),
        pytest.param("value: 3", "value: 5", [("deadline.soon", "changed", [("value",)])], id="a named time limit"),
        pytest.param("  - id: leave\n    action: {en: Leave.}\n", "", [("leave", "deleted", [])], id="a step that is gone"),
        pytest.param("steps:\n", "steps:\n  - id: knock\n", [("knock", "inserted", [])], id="a new step moves the others and changes none"),
        pytest.param("steps:\n", "steps:\n  - id: knock\n    decision: {id: heard}\n", [("knock", "inserted", [])], id="what comes with a step is not told apart"),
        pytest.param("id: leave", "id: go", [("go", "inserted", []), ("leave", "deleted", [])], id="another id is another step"),
        pytest.param("use_when:\n", "use_when:\n  - {en: it rains}\n", [("", "changed", [("use_when",)])], id="one line more is one change"),
        pytest.param("  - {en: the door is open}\n  - {en: somebody calls}\n", "  - {en: somebody calls}\n  - {en: the door is open}\n", [], id="another order of lines is no change"),
    ],
)  # fmt: skip
def test_what_differs(
    old: str, new: str, expected: list[tuple[str, str, list[tuple[str, ...]]]]
) -> None:
    assert found(old, new) == expected


def test_a_change_tells_both_values() -> None:
    (difference,) = differences(sop(OLD), sop(OLD.replace("Ask for consent.", "Listen.")))
    (change,) = difference.changes
    assert difference.kind is DifferenceKind.CHANGED
    assert (change.old, change.new) == ({"en": "Ask for consent."}, {"en": "Listen."})


def test_lines_that_differ_stand_in_pairs() -> None:
    old, new = (
        sop(OLD),
        sop(
            OLD.replace("somebody calls", "it rains").replace(
                "use_when:\n", "use_when:\n  - {en: it snows}\n"
            )
        ),
    )
    (difference,) = differences(old, new)
    assert [(c.old and dict(c.old), c.new and dict(c.new)) for c in difference.changes] == [  # type: ignore[call-overload]
        ({"en": "somebody calls"}, {"en": "it snows"}),
        (None, {"en": "it rains"}),
    ]


def test_words_per_language_are_told_apart() -> None:
    files = "labels:\n  en:\n    - label: {word}\nstatus: idea\n"
    one, other = (
        small({"glossary/compared.yml": files.format(word=word)}).library.records["term/compared"]
        for word in ("consent", "agreement")
    )
    (difference,) = differences(one, other)
    assert [each.path for each in difference.changes] == [("labels", "en", "label")]
