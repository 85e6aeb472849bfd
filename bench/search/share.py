"""What building the index costs: its part of the CPU time of a whole build of this project.

`python -m bench.search.share SITE` builds the site and prints two numbers of seconds, as JSON.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bench.search.figures import OURS, Figure
from gollanma.site import build, content_of
from gollanma.views.page import Page

ROOT = Path(__file__).resolve().parent.parent.parent
GOAL = "at most 0.25"


def figures(site: Path) -> Iterator[Figure]:
    """Build this project's site in a process of its own, and yield what its search took."""
    command = [sys.executable, "-m", "bench.search.share", str(site)]
    said = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE).stdout
    search, whole = json.loads(said.splitlines()[-1])
    yield Figure("building this project, CPU", OURS, whole, "s")
    yield Figure("its search, CPU", OURS, search, "s")
    yield Figure("share of the search", OURS, search / whole, "", GOAL)


def main(site: Path) -> None:
    """Build, and print what the search took and what all took, from the start of Python."""
    content = content_of(ROOT)
    spent = [0.0]

    def metered(pages: Iterable[tuple[Page, str]]) -> Iterator[tuple[str, bytes]]:
        start = time.process_time()
        made = list(content.search(pages))
        spent[0] += time.process_time() - start
        return iter(made)

    build(ROOT, site, replace(content, search=metered))
    print(json.dumps([spent[0], time.process_time()]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
