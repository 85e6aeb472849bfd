"""Giving our mistakes to five other tools, and to our own checks beside them."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, zip_longest
from pathlib import Path

from bench.mutation import running
from bench.mutation.apart import apart
from bench.mutation.mutant import Mutant
from bench.mutation.peers import figures, page
from bench.mutation.peers.asking import Answer, Asked
from bench.mutation.peers.doorstop import DOORSTOP
from bench.mutation.peers.figures import OURS, Cell, Figures
from bench.mutation.peers.needs import NEEDS
from bench.mutation.peers.peer import Peer, install
from bench.mutation.peers.planting import Bed, Plant
from bench.mutation.peers.pofilter import POFILTER
from bench.mutation.peers.skosify import SKOSIFY
from bench.mutation.peers.strictdoc import STRICTDOC
from bench.mutation.scoring import judge

PEERS = (NEEDS, STRICTDOC, DOORSTOP, POFILTER, SKOSIFY)
MADE = running.ROOT / "build" / "bench"
MEASURED = MADE / "peers.json"
UNREAD = "SRC001"
"""A file that nobody can read: left out where all mistakes stand together, as some tools stop."""
KEEP = "keep"


def run(words: Sequence[str]) -> None:
    """Measure all tools or those that are named, and print the table.

    With `keep` nothing is measured: what was measured last becomes a page of the handbook.
    """
    if KEEP in words:
        page.keep(figures.read(MEASURED))
        return
    programs = install(MADE / "peers" / "python")
    running.bench()  # where processes fork, the clean corpus is read once
    with ProcessPoolExecutor() as pool:
        named = [each for each in PEERS if not words or each.name in words]
        jobs = [pool.submit(measured, each, programs) for each in named]
        found = [pool.submit(ours).result(), *(each.result() for each in jobs)]
    if not words:
        figures.write(found, MEASURED)
    for line in figures.table(found):
        print(line)


def measured(peer: Peer, programs: Path) -> Figures:
    """Give our mistakes to a peer."""
    bed = Bed(peer)
    asked = Asked(bed, programs, MADE / "peers" / "projects" / peer.package)
    plants = {code: bed.plants(code) for code in peer.codes}
    answers = {code: list(asked.answers(each)) for code, each in plants.items()}
    every = list(chain.from_iterable(answers.values()))
    once = asked.at_once(_mixed({code: each for code, each in plants.items() if code != UNREAD}))
    return Figures(
        peer.name,
        peer.version,
        len(asked.clean),
        {code: _cell(each) for code, each in answers.items() if each},
        Cell(*once),
        sum(each.has_file for each in every),
        sum(each.has_line for each in every),
        sum(each.has_advice for each in every),
    )


def _cell(answers: Sequence[Answer]) -> Cell:
    found = sum(each.is_found for each in answers)
    return Cell(len(answers), found, sum(each.is_noticed for each in answers))


def _mixed(plants: dict[str, tuple[Plant, ...]]) -> list[Plant]:
    """Give mistakes of all kinds in turn."""
    return [each for turn in zip_longest(*plants.values()) for each in turn if each is not None]


def ours() -> Figures:
    """Judge by our own checks every mistake that a peer was given."""
    mutants = _given()
    cells = {}
    for code, each in mutants.items():
        verdicts = list(running.verdicts(each, running.TOGETHER))
        cells[code] = Cell(len(verdicts), sum(one.is_found for one in verdicts))
    found = sum(each.found for each in cells.values())
    clean = len(running.bench().clean.findings)
    return Figures(OURS, "", clean, cells, _at_once(mutants), found, found, found)


def _given() -> dict[str, list[Mutant]]:
    """Give the mistakes that any peer was given, by code."""
    given: dict[str, list[Mutant]] = {}
    for peer in PEERS:
        bed = Bed(peer)
        for code in peer.codes:
            known = given.setdefault(code, [])
            planted = (each.mutant for each in bed.plants(code))
            known.extend(each for each in planted if each not in known)
    return {code: each for code, each in sorted(given.items()) if each}


def _at_once(mutants: dict[str, list[Mutant]]) -> Cell:
    turns = zip_longest(*(each for code, each in mutants.items() if code != UNREAD))
    mixed = [each for turn in turns for each in turn if each is not None]
    group = max(apart(mixed), key=len)
    files = {path: data for each in group for path, data in each.files.items()}
    fresh = running.bench().fresh(files)
    return Cell(len(group), sum(judge(each, fresh).is_found for each in group))
