"""An official text in the place of a sample: its words, and every reference carried over."""

from collections.abc import Mapping, Sequence

from gollanma.diagnostics import in_order
from gollanma.exchange.lawtext.act import disagreements
from gollanma.exchange.lawtext.carrying import KEPT, Carrier, left_behind, rewritten, standing_on
from gollanma.exchange.lawtext.concordance import Concordance, concordance
from gollanma.exchange.lawtext.findings import refused
from gollanma.exchange.lawtext.recognise import Recognised, is_fine
from gollanma.exchange.lawtext.written import Imported, finished, made_of
from gollanma.graph import Graph
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision


def import_onto(
    graph: Graph, texts: Sequence[Recognised], key: str, pages: Mapping[str, str] | None = None
) -> Imported:
    """Give what puts an official text in the place of a sample, references and all.

    `pages` are those written by hand, by their paths: references stand in them too.
    """
    library = graph.library
    wrong = [each for text in texts for each in text.diagnostics]
    sample, act = library.records[key], library.act_of(key)
    kind = library.project.act_kind(act.act_kind) if act else None
    if not isinstance(sample, Edition) or not sample.sample:
        wrong.append(refused(library.span(key), "official", record=key))
    if not isinstance(sample, Edition) or kind is None or not is_fine(wrong):
        return Imported(in_order(wrong))
    laid = made_of(texts, key.partition("@")[2])
    to = concordance(sample, laid.edition, kind, graph.languages)
    references = list(Carrier(graph, key, to).all(pages or {}))
    found = (
        *wrong,
        *laid.diagnostics,
        *disagreements(texts, act),
        *(each.finding for each in references if each.finding),
        *left_behind(graph, key, to),
        *standing_on(graph, key),
    )
    edition = _enriched(sample, laid.edition, to)
    done = finished(library, key, edition, texts, found)
    files = {**rewritten(references), **done.files} if done.files else {}
    return Imported(done.diagnostics, files, done.removed, to)


def _enriched(sample: Edition, edition: Edition, to: Concordance) -> Edition:
    """Give an official text what its sample said for other records."""
    marks = {
        each.new: {name: getattr(to.old[each.old].provision, name) for name in KEPT}
        for each in to.matches
        if each.new
    }
    return edition.model_copy(
        update={
            "based_on": sample.based_on,
            "authoritative": sample.authoritative,
            "body": _marked(edition.body, marks),
        }
    )


def _marked(
    body: Sequence[Provision], marks: Mapping[str, Mapping[str, object]]
) -> tuple[Provision, ...]:
    return tuple(
        each.model_copy(
            update={**marks.get(each.id, {}), "contains": _marked(each.contains, marks)}
        )
        for each in body
    )
