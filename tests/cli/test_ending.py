"""How a process of the command line ends: at once, whatever it held."""

import subprocess
import sys

import pytest

CODE = """
import atexit, gc, sys
atexit.register(lambda: print(gc.get_count()[0] < 100 <= gc.get_freeze_count()))
sys.argv = ["gollanma", *sys.argv[1:]]
from gollanma.cli import main
main()
"""


@pytest.mark.parametrize(("word", "ends"), [("--version", 0), ("--none", 2)])
def test_what_a_command_held_is_not_searched_for_garbage_when_it_ends(word: str, ends: int) -> None:
    found = subprocess.run(
        [sys.executable, "-c", CODE, word], capture_output=True, check=False, text=True
    )
    assert (found.stdout.split()[-1], found.returncode) == ("True", ends)
