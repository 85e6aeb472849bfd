"""An import into an edition: a new one, or another language added to one that is there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gollanma.diagnostics import Diagnostic, Span, in_order
from gollanma.exchange.lawtext.act import disagreements
from gollanma.exchange.lawtext.continuing import continued
from gollanma.exchange.lawtext.edition import Laid, Places, lay
from gollanma.exchange.lawtext.findings import refused
from gollanma.exchange.lawtext.marks import plain
from gollanma.exchange.lawtext.recognise import Known, Recognised, is_fine
from gollanma.exchange.lawtext.written import Imported, finished, has_comments, made_of
from gollanma.languages import Languages
from gollanma.model import Library, Text
from gollanma.model.kinds import Act, Edition, Organisation, Term
from gollanma.model.walk import texts as texts_of


def import_act(
    library: Library, languages: Languages, texts: Sequence[Recognised], key: str
) -> Imported:
    """Give what an import into an edition `act/slug@edition` writes.

    Words are only ever added: an edition that has words in the language of a text refuses it.
    """
    wrong = [each for text in texts for each in text.diagnostics]
    if not is_fine(wrong):
        return Imported(in_order(wrong))
    edition, act = library.records.get(key), library.records.get(key.partition("@")[0])
    act = act if isinstance(act, Act) else None
    refusals = tuple(_refusals(library, texts, key))
    if refusals:
        return Imported(in_order((*wrong, *refusals)))
    if isinstance(edition, Edition):
        laid = Laid(edition, places_of(library, key))
        forms = [languages[code].law_form for code in own_first(library, languages, key)]
        for each in texts:
            laid = lay(laid, each, forms)
    else:
        laid = made_of(texts, key.partition("@")[2])
        laid = replace(laid, edition=continued(library, languages, laid.edition, key))
    found = (*wrong, *laid.diagnostics, *disagreements(texts, act))
    return finished(library, key, laid.edition, texts, found)


def known(library: Library, lang: str) -> Known:
    """Give what a library knows in a language: who signs its acts, and what names look like."""
    signed = (each.signature.office for each in library.of(Edition) if each.signature)
    offices = {plain(office[lang]) for office in signed if lang in office}
    named = (*library.of(Term), *library.of(Organisation), *library.of(Act))
    names = {each.name[lang] for each in named if lang in each.name}
    return Known(tuple(sorted(offices)), tuple(sorted(names)))


def own_first(library: Library, languages: Languages, key: str) -> Sequence[str]:
    """Give the languages of the project, that in which an edition is authoritative first."""
    edition, act = library.records.get(key), library.act_of(key)
    known = (each.authoritative if each else None for each in (edition, act))
    own = next(filter(None, known), languages.default.code)
    return (own, *(each for each in languages if each != own))


def _refusals(library: Library, texts: Sequence[Recognised], key: str) -> Iterator[Diagnostic]:
    edition, document = library.records.get(key), library.documents.get(key)
    for each in (key, key.partition("@")[0]):
        if each in library.broken:
            yield refused(library.span(each), "broken", record=each)
    if document is not None and has_comments(document):
        yield refused(library.span(key), "comments", path=document.path)
    if isinstance(edition, Edition):
        spoken = {code for _, text in texts_of_body(edition) for code in text}
        for text in texts:
            if text.language.code in spoken:
                yield refused(
                    library.span(key), "language-there", lang=text.language.code, record=key
                )


def texts_of_body(edition: Edition) -> Iterator[tuple[str, Text]]:
    """Yield the texts of the provisions of an edition."""
    return (
        (str(path[-1]), text)
        for path, text in texts_of(edition)
        if path[0] == "body" and path[-1] in {"heading", "text"}
    )


def places_of(library: Library, key: str) -> Places:
    """Give where the provisions of an edition of the library stand."""
    document = library.documents[key]
    fragments = library.fragments_of(key)
    spans = {each: document.key_span(*path) for each, path in fragments.items()}
    return {"": Span.of_file(document.path), **spans}
