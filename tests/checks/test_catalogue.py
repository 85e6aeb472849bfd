"""Every check has its page, its sentences and its place."""

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import gollanma.checks
from gollanma.checks import CHECKS, Check, entries
from gollanma.checks.engine import COVERS
from gollanma.languages import load

LANGUAGES = load(["tk", "ru", "en"])
FOLDER = Path(inspect.getfile(gollanma.checks)).parent
MODULES = sorted({inspect.getmodule(each.judge) for each in CHECKS}, key=str)
LONGEST_TITLE = 50
PROPER = re.compile(r"^(?:Windows|YAML|UTF)\b[ -]*")


def judged(module: ModuleType) -> list[Check]:
    return [each for each in CHECKS if inspect.getmodule(each.judge) is module]


def test_every_code_stands_once() -> None:
    counts = Counter(each.code for each in entries())
    assert {code for code, count in counts.items() if count > 1} == set()


def test_every_name_stands_once() -> None:
    counts = Counter(each.name for each in entries())
    assert {name for name, count in counts.items() if count > 1} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_title_and_a_reason(language: str) -> None:
    speaker = LANGUAGES[language]
    titles = {each.code: speaker.check_title(each.code) for each in entries()}
    reasons = {each.code: speaker.check_why(each.code) for each in entries()}
    assert {code: title for code, title in titles.items() if len(title) > LONGEST_TITLE} == {}
    assert {code: title for code, title in titles.items() if not is_a_phrase(title)} == {}
    assert {code: why for code, why in reasons.items() if not why.endswith((".", "!", "?"))} == {}


def is_a_phrase(text: str) -> bool:
    """Say whether a text begins small and ends without a full stop, as all our messages do."""
    own = PROPER.sub("", text)
    return not text.endswith(".") and own[:1] == own[:1].lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_begin_small_and_end_without_a_full_stop(language: str) -> None:
    sentences = {
        key: forms["other"]
        for key, forms in LANGUAGES[language].catalogue.sentences.items()
        if ".says." in key
    }
    loud = {key: text for key, text in sentences.items() if not is_a_phrase(text)}
    assert loud == {}


def test_the_english_reason_is_the_docstring() -> None:
    differing = {
        each.code: (LANGUAGES["en"].check_why(each.code), reason(each))
        for each in CHECKS
        if LANGUAGES["en"].check_why(each.code) != reason(each)
    }
    assert differing == {}


def reason(each: Check) -> str:
    """Give what follows the first line of a check's docstring."""
    _, _, rest = inspect.cleandoc(each.why).partition("\n\n")
    return " ".join(rest.split())


def test_what_covers_and_what_is_covered_are_codes_of_the_handbook() -> None:
    shape = re.compile(r"[A-Z]+[0-9]*[A-Z]*[0-9]{3}")
    named = {*COVERS, *(code for hidden in COVERS.values() for code in hidden)}
    assert {code for code in named if not shape.fullmatch(code)} == set()


def test_nothing_covers_itself_in_a_circle() -> None:
    def below(code: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
        for hidden in COVERS.get(code, ()):
            yield hidden
            if hidden not in seen:
                yield from below(hidden, seen | {hidden})

    assert {code for code in COVERS if code in below(code)} == set()


# --- how the checks are written


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_a_check_leans_on_no_other_check() -> None:
    own = {module.__name__ for module in MODULES if module}
    leaning = {
        module.__name__: node.module
        for module in MODULES
        if module
        for node in ast.walk(tree(Path(inspect.getfile(module))))
        if isinstance(node, ast.ImportFrom) and node.module in own
    }
    assert leaning == {}


def test_checks_stand_module_by_module_in_the_order_in_which_they_are_written() -> None:
    for module in filter(None, MODULES):
        lines = [inspect.getsourcelines(each.judge)[1] for each in judged(module)]
        written = len(re.findall(r"^@check\(", inspect.getsource(module), re.MULTILINE))
        assert len(lines) == written, f"{module.__name__}: a check is not in CHECKS"


def keys_named(path: Path) -> Iterator[str]:
    """Yield the sentences that a module names where it makes a finding."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Call(ast.Name("Finding" | "Also"), [_, _, ast.Constant(str() as key), *_]):
                yield key


def test_every_sentence_that_a_check_names_is_in_the_catalogue() -> None:
    known = {
        key.split(".says.")[1].removesuffix(".message")
        for key in LANGUAGES["en"].catalogue.sentences
        if ".says." in key and key.endswith(".message")
    }
    unknown = {
        path.name: sorted(set(keys_named(path)) - known)
        for path in sorted(FOLDER.glob("*.py"))
        if set(keys_named(path)) - known
    }
    assert unknown == {}
