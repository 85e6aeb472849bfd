"""Fields in the order of the model: lines move whole, and a file never says anything else."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.edit.order import in_order
from gollanma.model.load import load as read
from gollanma.source import read_text
from tests.support.folders import small_folder

TERM = "glossary/consent.yml"
HEAD = "status: draft\n"
LABELS = "labels:\n  tk:\n    - label: razylyk\n  ru:\n    - label: согласие\n  en:\n    - label: consent\n"


@pytest.fixture(scope="module")
def ordered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Give what puts the file of a term in order."""
    root = small_folder(tmp_path_factory.mktemp("p"))

    def put(text: str) -> str:
        return put_in_order(root, text)

    return put


def put_in_order(root: Path, text: str) -> str:
    (root / TERM).write_text(text, encoding="utf-8", newline="\n")
    library = read(root, date(2026, 11, 22)).library
    assert library is not None
    document, record = library.documents["term/consent"], library.records["term/consent"]
    return in_order(document, record, ("tk", "ru", "en"))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            f'version: "1.0"\n{HEAD}{LABELS}', f'{HEAD}version: "1.0"\n{LABELS}', id="fields"
        ),
        pytest.param(
            f'# the file\nversion: "1.0"  # the first\n\n# why\n{HEAD}{LABELS}',
            f'# the file\n\n# why\n{HEAD}version: "1.0"  # the first\n{LABELS}',
            id="comments go with their field, those of the file stay",
        ),
        pytest.param(
            f"{HEAD}labels:\n  en:\n    - label: consent\n  tk:\n    - label: razylyk\n",
            f"{HEAD}labels:\n  tk:\n    - label: razylyk\n  en:\n    - label: consent\n",
            id="languages",
        ),
        pytest.param(
            f"{HEAD}labels:\n  tk:\n    - plural: razylyklar\n      label: razylyk\n",
            f"{HEAD}labels:\n  tk:\n    - label: razylyk\n      plural: razylyklar\n",
            id="the first field of an item",
        ),
        pytest.param(
            f"{HEAD}labels:\n  tk:\n    - plural: razylyklar\n      # so\n      label: razylyk\n",
            f"{HEAD}labels:\n  tk:\n    - plural: razylyklar\n      # so\n      label: razylyk\n",
            id="no comment comes behind a dash",
        ),
        pytest.param(
            f"{LABELS}definition:\n  ru: |\n    Слово.\n\n    # не пометка\n  tk: Söz.\n{HEAD}",
            f"{HEAD}{LABELS}definition:\n  tk: Söz.\n  ru: |\n    Слово.\n\n    # не пометка\n",
            id="a block with what looks like a comment",
        ),
        pytest.param(
            f"{HEAD}{LABELS}definition: {{ru: Слово., tk: Söz.}}\n",
            f"{HEAD}{LABELS}definition: {{ru: Слово., tk: Söz.}}\n",
            id="what stands on one line",
        ),
        pytest.param(f"{HEAD}{LABELS}", f"{HEAD}{LABELS}", id="in order already"),
        pytest.param(
            f'version: "1.0"\n{LABELS}{HEAD[:-1]}',
            f'version: "1.0"\n{LABELS}{HEAD[:-1]}',
            id="without an end of line nothing moves",
        ),
    ],
)
def test_a_file_in_order(ordered: Callable[[str], str], given: str, expected: str) -> None:
    assert ordered(given) == expected
    assert ordered(expected) == expected


PIECES = (
    "status: draft\n", 'version: "1.0"\n', "changed: 2026-11-20  # new\n",
    "# of the sample\nsample: true\n", LABELS, "definition:\n  tk: Söz.\n  en: >-\n    A\n    word.\n",
    "related:\n  - term/consent\n", "asked:\n  - tk: söz\n\n",
)  # fmt: skip


@given(st.permutations(PIECES))
def test_any_order_becomes_one_and_says_the_same(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    root = small_folder(tmp_path_factory.mktemp("p"))
    text = put_in_order(root, "".join(pieces))
    read = read_text(TERM, text.encode())
    assert list((read.root and read.root.entries) or ()) == [
        "status", "version", "changed", "sample", "labels", "definition", "related", "asked",
    ]  # fmt: skip
    assert read.plain() == read_text(TERM, "".join(pieces).encode()).plain()
    assert put_in_order(root, text) == text


def test_our_own_records_are_in_order() -> None:
    root = Path(__file__).resolve().parents[2]
    library = read(root, date(2026, 11, 22)).library
    assert library is not None
    astray = [
        key
        for key, document in library.documents.items()
        if not document.parts
        and in_order(document, library.records[key], ("tk", "ru", "en")) != document.text
    ]
    assert astray == []
