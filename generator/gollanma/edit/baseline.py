"""A baseline: what the checks found on the day on which somebody began to heed them.

From then on only what is new is told; what has been mended since is counted.
"""

import json

from gollanma.checks import finding_stamp
from gollanma.diagnostics import Outcome
from gollanma.model.state import FOLDER

HEAD = "# Written by `gollanma check --baseline`; never by hand.\n"
PATH = f"{FOLDER}/baseline.yml"


def baseline(outcome: Outcome) -> str:
    """Give the text of the file that keeps all that a run found and that nobody allowed."""
    every = (*outcome.findings, *outcome.standing)
    found = sorted({(each.span.path, each.code, finding_stamp(each)) for each in every})
    rows = (_row(*each) for each in found)
    return "".join([HEAD, "findings:\n", *rows]) if found else f"{HEAD}findings: []\n"


def _row(path: str, code: str, stamp: str) -> str:
    written = json.dumps(path, ensure_ascii=False)
    return f"  - code: {code}\n    path: {written}\n    stamp: {stamp}\n"
