"""`python -m bench.search` measures all of search; `quick` after it, what a daily look needs."""

import sys

from bench.search.running import run

if __name__ == "__main__":
    run(whole="quick" not in sys.argv[1:])
