"""What a name says of itself: titles in every language, how far it has come, who uses it."""

from collections import Counter
from collections.abc import Iterator

from gollanma.graph import Graph
from gollanma.languages import Language
from gollanma.lsp.names import target_of, users
from gollanma.model import Ref, Text
from gollanma.model.walk import at

MOST = 12
"""So many records are named; of further ones their number is said."""


def about(graph: Graph, ref: Ref, language: Language) -> str | None:
    """Give Markdown about what a reference leads to; None where it leads nowhere."""
    target = target_of(graph.library, ref)
    if target is None:
        return None
    record = graph.library.records.get(target.holder) or graph.library.state.released.get(
        target.holder
    )
    place = at(record, target.path) if record and target.path else None
    lines = [f"**`{ref}`**"]
    lines += _titles(graph, graph.library.name(target.key))
    if place is not None:
        lines += _titles(graph, _title_of(place))
    if record and record.status:
        status = language.say(f"status.{record.status}")
        lines.append(f"{language.say('lsp.status')}: {status}")
    used = Counter(each.source for each in users(graph, target) if each.source != target.key)
    lines.append(language.say("lsp.used", n=len(used)))
    lines += [f"- `{key}`" for key in sorted(used)[:MOST]]
    if len(used) > MOST:
        lines.append(language.say("lsp.more", n=len(used) - MOST))
    return "\n\n".join(_joined(lines))


def _titles(graph: Graph, title: Text) -> list[str]:
    codes = graph.project.languages.all
    return [f"- {code}: {title[code]}" for code in codes if code in title]


def _title_of(place: object) -> Text:
    names = ("title", "name", "heading", "label", "text")
    found = (getattr(place, each, None) for each in names)
    return next((each for each in found if isinstance(each, Text)), Text({}))


def _joined(lines: list[str]) -> Iterator[str]:
    """Yield the paragraphs: the rows of a list stay together."""
    rows: list[str] = []
    for each in lines:
        if each.startswith("- "):
            rows.append(each)
            continue
        if rows:
            yield "\n".join(rows)
            rows = []
        yield each
    if rows:
        yield "\n".join(rows)
