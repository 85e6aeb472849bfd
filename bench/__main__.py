"""Measure what people wait for: `make bench` prints tables and leaves files in `build/bench/`.

Times are the best of several runs, taken in turn, so that a busy machine slows all rows alike.
A word names one part: `records` (reading, checking, building), `check` (projects of 1,000 and of
5,000 records; numbers behind it name other sizes), `search` with all its peers,
`bundles` (beside a stock site), `patches` (what travels after an edited paragraph), `telephone`
(how the one file opens), `lighthouse` (how pages are judged), `mutation` (of planted mistakes,
how many the checks find; codes behind it name some of them) or `peers` (how many of them other
tools find; names of tools behind it); without one, the records and a quick look at search.
`--json` prints the records' figures as JSON.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence

from bench import building, bundles, law, lighthouse, patches, reading, telephone
from bench.checking import running as checking
from bench.measure import Measure
from bench.mutation import running as mutation
from bench.mutation.peers import running as peers
from bench.search import running

RECORDS, SEARCH, MUTATION, PEERS = "records", "search", "mutation", "peers"
CHECK = "check"


def measures() -> Iterator[Measure]:
    """Yield the measures of the records, the quick ones first."""
    yield from reading.measures()
    yield from law.measures()
    yield from building.measures()


def show(rows: Iterator[Measure]) -> None:
    """Print a line for each measure as it comes."""
    for each in rows:
        print(f"{each.name:<58}{each.value:>12,.2f} {each.unit}", flush=True)


PARTS: dict[str, Callable[[], None]] = {
    RECORDS: lambda: show(measures()),
    SEARCH: lambda: running.run(whole=True),
    "bundles": lambda: show(bundles.measures()),
    "patches": lambda: show(patches.measures()),
    "telephone": lambda: show(telephone.measures()),
    "lighthouse": lighthouse.run,
}


def main(arguments: Sequence[str]) -> None:
    """Measure what the arguments name."""
    if "--json" in arguments:
        rows = [{"name": each.name, "value": each.value, "unit": each.unit} for each in measures()]
        print(json.dumps({"schema_version": 1, "measures": rows}, indent=2))
        return
    if MUTATION in arguments:
        mutation.run([each for each in arguments if each != MUTATION])
        return
    if PEERS in arguments:
        peers.run([each for each in arguments if each != PEERS])
        return
    if CHECK in arguments:
        checking.run([int(each) for each in arguments if each.isdigit()] or checking.COUNTS)
        return
    named = [each for each in PARTS if each in arguments]
    for each in named:
        PARTS[each]()
    if not named:
        show(measures())
        running.run(whole=False)


if __name__ == "__main__":
    main(sys.argv[1:])
