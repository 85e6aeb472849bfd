"""Measure what people wait for: `make bench` prints tables and leaves files in `build/bench/`.

Times are the best of several runs, taken in turn, so that a busy machine slows all rows alike.
A word names one part: `records` (reading, checking, building), or `search` with all its peers;
without one, the records and a quick look at search. `--json` prints the records' figures as JSON.
"""

import json
import sys
from collections.abc import Iterator, Sequence

from bench import building, law, reading
from bench.measure import Measure
from bench.search import running

RECORDS, SEARCH = "records", "search"


def measures() -> Iterator[Measure]:
    """Yield the measures of the records, the quick ones first."""
    yield from reading.measures()
    yield from law.measures()
    yield from building.measures()


def main(arguments: Sequence[str]) -> None:
    """Measure what the arguments name."""
    if "--json" in arguments:
        rows = [{"name": each.name, "value": each.value, "unit": each.unit} for each in measures()]
        print(json.dumps({"schema_version": 1, "measures": rows}, indent=2))
        return
    if SEARCH not in arguments:
        for each in measures():
            print(f"{each.name:<58}{each.value:>12,.2f} {each.unit}", flush=True)
    if RECORDS not in arguments:
        running.run(whole=SEARCH in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
