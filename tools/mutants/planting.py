"""Copy the project, and plant all of mutmut's changes to one package in the copy.

Each change is a copy of its function beside it, and sleeps until its name is in MUTANT_UNDER_TEST.
"""

import ast
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import chdir
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher, unified_diff
from pathlib import Path
from textwrap import dedent

from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents

from tools.mutants.stamps import stamp

ROOT = Path(__file__).resolve().parents[2]
CODE = Path("generator") / "gollanma"
COPIED = (str(CODE), "bench", "docs", "glossary", "normative")
ANEW = ("tests", "tools")
FILES = ("Makefile", "gollanma.yml", "mkdocs.yml", "pyproject.toml", "requirements.txt")
IGNORED = shutil.ignore_patterns("__pycache__", "*.pyc", "node_modules")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change to one function."""

    name: str
    """As mutmut has it: `gollanma.graph.links.x_resolve__mutmut_2`."""
    file: str
    lines: Sequence[int]
    """Where, in the planted file, the statement stands that is changed."""
    diff: str

    @property
    def function(self) -> str:
        """The name of what is changed, for people."""
        return (
            self.name.partition("__mutmut_")[0]
            .replace(".x_", ".")
            .replace(".xǁ", ".")
            .replace("ǁ", ".")
        )

    @property
    def module(self) -> str:
        """The module of what is changed."""
        return self.name.rpartition(".")[0]


def planted(work: Path, package: str) -> tuple[Mutant, ...]:
    """Give all changes to a package, planted in `work/tree`.

    As long as the code stays the same, what is there stays, with what was found out by it; tests
    and tools are copied anew.
    """
    tree, known = work / "tree", work / "mutants.json"
    own = stamp(ROOT, (*COPIED, *FILES))
    if known.is_file():
        kept = json.loads(known.read_text(encoding="utf-8"))
        if kept["stamp"] == own:
            for name in ANEW:
                _copy(tree, name)
            return tuple(Mutant(**each) for each in kept["all"])
    shutil.rmtree(work, ignore_errors=True)
    for name in (*COPIED, *ANEW):
        _copy(tree, name)
    for name in FILES:
        shutil.copy(ROOT / name, tree / name)
    changes = tuple(_plant(tree, package))
    text = json.dumps({"stamp": own, "all": [asdict(each) for each in changes]})
    known.write_text(text, encoding="utf-8")
    return changes


def _copy(tree: Path, folder: str) -> None:
    shutil.rmtree(tree / folder, ignore_errors=True)
    shutil.copytree(ROOT / folder, tree / folder, ignore=IGNORED)


def _plant(tree: Path, package: str) -> Iterator[Mutant]:
    for path in sorted((tree / CODE / package).rglob("*.py")):
        with chdir(tree):  # mutmut asks the folder it stands in for its settings
            made = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
        path.write_text(made.code, encoding="utf-8")
        parts = path.relative_to(tree / CODE.parent).with_suffix("").parts
        module = ".".join(parts).removesuffix(".__init__")
        yield from changes(made, module, path.relative_to(tree).as_posix())


def changes(made: MutatedFile, module: str, file: str) -> Iterator[Mutant]:
    """Yield the changes that stand in a planted file."""
    code = made.code.splitlines()
    spans = made.line_span_by_function_name
    statements: dict[str, dict[int, range]] = {}
    for name in made.mutant_names:
        orig = f"{name.partition('__mutmut_')[0]}__mutmut_orig"
        first = spans[orig].start
        before = code[first - 1 : spans[orig].end]
        after = code[spans[name].start - 1 : spans[name].end]
        before, after = _with_own_name(before, orig), _with_own_name(after, name)
        of_function = statements.setdefault(orig, _statements(before))
        lines = {first + line for place in _changed(before, after) for line in of_function[place]}
        diff = "\n".join(unified_diff(before, after, lineterm="", n=1)).partition("\n@@")[2]
        yield Mutant(f"{module}.{name}", file, tuple(sorted(lines)), f"@@{diff}")


def _with_own_name(lines: list[str], name: str) -> list[str]:
    own = name.partition("__mutmut_")[0].removeprefix("x_").rpartition("ǁ")[2]
    return [line.replace(name, own) for line in lines]


def _changed(before: list[str], after: list[str]) -> set[int]:
    """Give the lines of the function, from 0, that are not in its changed copy."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    spans = [(i, max(j, i + 1)) for tag, i, j, _, _ in matcher.get_opcodes() if tag != "equal"]
    return {line for start, end in spans for line in range(start, end)}


def _statements(function: list[str]) -> dict[int, range]:
    """Give for each line of a function, from 0, the lines of the innermost statement that it is in.

    Of a statement that holds others its head alone is its own; the head of the function stands for
    all that is in it.
    """
    (root,) = ast.parse(dedent("\n".join(function))).body
    body = range(_own_lines(root).stop, len(function))
    found = dict.fromkeys(range(len(function)), body)
    for node in ast.walk(root):
        # From the outside in: what is further in has the last word.
        if node is not root:
            span = _own_lines(node)
            found.update(dict.fromkeys(span, span))
    return found


def _own_lines(node: ast.AST) -> range:
    """Give the lines of a statement, from 0, up to the first that it holds; none of other nodes."""
    match node:
        case ast.match_case(pattern=head, body=[first, *_]):
            return range(head.lineno - 1, max(first.lineno - 1, head.lineno))
        case ast.stmt() | ast.ExceptHandler():
            body = getattr(node, "body", None)
            end = body[0].lineno - 1 if body else node.end_lineno or node.lineno
            return range(node.lineno - 1, max(end, node.lineno))
        case _:
            return range(0)
