"""skosify: the glossary as SKOS, a file for each concept, with labels in three languages."""

import json
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from bench.mutation.peers.content import Content, Term
from bench.mutation.peers.peer import Part, Peer, Rules, Said, output

BASE = "https://example.org/terms/"
HEAD = f"""\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <{BASE}> .

"""
SCHEME = f'{HEAD}:glossary a skos:ConceptScheme ;\n  skos:prefLabel "Glossary"@en .\n'
LABELS = {"preferred": "prefLabel", "admitted": "altLabel"}
"""What a label is by its status; one that nobody shall use is hidden."""
LINKS = ("broader", "related")


def home(part: Part) -> str:
    """Give the file of a concept."""
    return f"{part.name}.ttl"


def write(content: Content, rules: Rules) -> Iterator[tuple[str, str]]:
    """Yield the scheme, and a file for each term."""
    _ = rules
    yield "scheme.ttl", SCHEME
    for each in content.terms:
        said = " ;\n  ".join(_concept(each))
        yield home(each), f"{HEAD}:{each.name} {said} .\n"


def _concept(term: Term) -> Iterator[str]:
    yield "a skos:Concept"
    yield "skos:inScheme :glossary"
    for code, word, status in term.labels:
        yield f"skos:{LABELS.get(status, 'hiddenLabel')} {_quoted(word)}@{code}"
    for code, words in term.definition.items():
        yield f"skos:definition {_quoted(words)}@{code}"
    for name in LINKS:
        for each in term.links.get(name, ()):
            yield f"skos:{name} :{each}"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def ask(programs: Path, folder: Path) -> Iterable[Said]:
    """Read all concepts as one vocabulary; what it mends is thrown away, what it warns of kept."""
    concepts = sorted(each.name for each in folder.glob("*.ttl"))
    text = output([programs / "skosify", *concepts, "-o", "mended.ttl"], folder)
    return (Said(each) for each in text.splitlines() if each and not each.startswith("INFO"))


SKOSIFY = Peer(
    "skosify",
    "skosify",
    (
        *("SRC001", "REF001", "REF010"),
        *("GLO001", "GLO002", "GLO003", "GLO004"),
    ),
    ("glossary/",),
    write,
    ask,
    attrgetter("terms"),
    home,
)
