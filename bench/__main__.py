"""Measure what people wait for: `make bench` prints a table, `python -m bench --json` a file of it.

Times are the best of several runs, taken in turn, so that a busy machine slows all rows alike.
"""

import json
import sys
from collections.abc import Iterator

from bench import building, reading
from bench.measure import Measure


def measures() -> Iterator[Measure]:
    """Yield all measures, the quick ones first."""
    yield from reading.measures()
    yield from building.measures()


def main(arguments: list[str]) -> None:
    """Print the measures as a table, or as JSON."""
    if "--json" in arguments:
        rows = [{"name": each.name, "value": each.value, "unit": each.unit} for each in measures()]
        print(json.dumps({"schema_version": 1, "measures": rows}, indent=2))
        return
    for each in measures():
        print(f"{each.name:<58}{each.value:>12,.2f} {each.unit}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
