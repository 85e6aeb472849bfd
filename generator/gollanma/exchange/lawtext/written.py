"""The files that an import writes: an edition, and the record of its act where that says less."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gollanma.diagnostics import Diagnostic, Span, in_order
from gollanma.exchange.chapters import edition_files, left_over
from gollanma.exchange.lawtext.act import act_of, with_words
from gollanma.exchange.lawtext.carrying import Carried
from gollanma.exchange.lawtext.concordance import Concordance
from gollanma.exchange.lawtext.edition import Laid, edition_of, lay
from gollanma.exchange.lawtext.findings import refused, unread
from gollanma.exchange.lawtext.recognise import Recognised, is_fine
from gollanma.exchange.records import as_yaml
from gollanma.model import Library
from gollanma.model.kinds import Act, Edition
from gollanma.model.places import file_of
from gollanma.source import LIMITS, Document

HEAD = "# yaml-language-server:"


@dataclass(frozen=True, slots=True)
class Imported:
    """The files that an import writes, and what was found on the way."""

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    """Empty where an error stands in the way."""
    removed: tuple[str, ...] = ()
    """Files whose words stand in others now."""
    concordance: Concordance | None = None
    """Where a text took the place of another."""
    carried: tuple[Carried, ...] = ()
    """The references that were carried over with it."""
    drafts: frozenset[str] = frozenset()
    """The files of drafts that were made anew on the text."""
    ahead: tuple[Diagnostic, ...] = ()
    """Errors that the checks do not find now, and will find in what is written."""


def made_of(texts: Sequence[Recognised], name: str) -> Laid:
    """Give the edition of texts in several languages; the first gives the ids."""
    laid = edition_of(texts[0], name)
    for each in texts[1:]:
        laid = lay(laid, each, [other.language.law_form for other in texts])
    return laid


def finished(
    library: Library,
    key: str,
    edition: Edition,
    texts: Sequence[Recognised],
    found: Sequence[Diagnostic],
) -> Imported:
    """Give the files of an edition and its act, unless an error was found."""
    act_key = key.partition("@")[0]
    act = library.records.get(act_key)
    known = with_words(act, texts) if isinstance(act, Act) else act_of(texts)
    languages = library.project.languages.all
    there = library.documents.get(key)
    files = dict(edition_files(edition, key, languages, there))
    removed = left_over(there, files)
    document = library.documents.get(act_key)
    if known != act and document is not None and has_comments(document):
        found = [*found, unread(library.span(act_key), "comments", path=document.path)]
    elif known != act:
        files[file_of(act_key)] = as_yaml(known, file_of(act_key), languages)
    large = [path for path, text in files.items() if len(text.encode()) > LIMITS.size]
    found = [*found, *(refused(Span.of_file(each), "large", limit=LIMITS.size) for each in large)]
    if not is_fine(found):
        return Imported(in_order(found))
    return Imported(in_order(found), files, removed)


def has_comments(document: Document | None) -> bool:
    """Say whether a file holds remarks that writing it anew would lose."""
    comments = document.comments if document else ()
    return any(not each.text.startswith(HEAD) for each in comments)
