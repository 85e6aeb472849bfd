"""Trees that are let go and composed again: nobody can tell."""

import pytest

from gollanma.source import Document, Held, Mapping, joined, read_text
from gollanma.source.held import MOST

TEXT = 'a: {b: [c, "d\\u00e4"]}\n# remark\ne: no\nf: |\n  two\n  lines\n'


def others(count: int) -> None:
    for number in range(count):
        read_text(f"{number}.yml", b"a: b")


def read(how: str) -> Document:
    if how == "whole":
        return read_text("whole.yml", TEXT.encode())
    if how == "refused characters":
        return read_text("bad.yml", TEXT.replace("two", "t\x07wo").encode())
    if how == "loose signs":
        return read_text("loose.yml", TEXT.replace("c,", "a\u0308,").encode())
    parts = {name: read_text(f"{name}.yml", f"id: {name}".encode()) for name in ("x", "y")}
    return joined(read_text("head.yml", b"a: {b: [c]}\nbody: [y, x]"), "body", parts)


@pytest.mark.parametrize("how", ["whole", "refused characters", "loose signs", "joined"])
def test_a_tree_that_was_let_go_comes_again(how: str) -> None:
    document = read(how)
    before = document.root, document.span("a", "b", 0), document.plain(), document.value("a")
    others(MOST)
    assert document.root is not before[0]
    assert document.root is document.root
    assert (document.root, document.span("a", "b", 0), document.plain(), document.value("a")) == (
        before
    )
    assert before[0] is not None


def test_a_tree_that_is_asked_for_is_held_for_a_while() -> None:
    document = read("whole")
    before = document.root
    others(MOST - 1)
    assert document.root is before


def test_a_file_without_a_record_has_no_tree() -> None:
    document = read_text("bad.yml", b"- a\n")
    assert (document.tree, document.root, document.plain()) == (None, None, None)


def test_only_so_many_trees_are_held() -> None:
    composed: list[int] = []

    def held(number: int) -> Held:
        def compose() -> Mapping:
            composed.append(number)
            return Mapping({}, number, number)

        return Held(compose(), compose)

    trees = [held(number) for number in range(MOST + 3)]
    composed.clear()
    assert [each.root and each.root.start for each in reversed(trees)] == [*range(MOST + 3)][::-1]
    assert composed == [2, 1, 0]
