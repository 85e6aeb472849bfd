"""From the project's files to what is published: the seam between the stages and the site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from gollanma.checks import CHECKS, abreast, run
from gollanma.diagnostics import Diagnostic, Outcome, Severity, in_order
from gollanma.exchange.forms import form_files
from gollanma.graph import Graph, Problem, Target, resolve
from gollanma.languages import Languages, load
from gollanma.law.counting import days_of
from gollanma.model import Library, Profile, Project, Ref, cut
from gollanma.memory.day import day_of_run
from gollanma.model.kinds import Act, Service, Training
from gollanma.model.load import PACKS, PROJECT_FILE, Loaded
from gollanma.model.load import load as load_project
from gollanma.model.newest import newest_day
from gollanma.model.places import GLOSSARY, RECORDS
from gollanma.render import content as html_of
from gollanma.search import search_files
from gollanma.site.errors import RefusedError
from gollanma.site.settings import Budgets, Content, MenuLink, NeutralWords, Settings
from gollanma.site.settings import Target as Place
from gollanma.views import Page, pages
from gollanma.views.addresses import (
    COVERAGE,
    FINDER,
    GAPS,
    MATRIX,
    NEWS,
    QUALITY,
    index_of,
    spot_of,
)
from gollanma.views.editions.beyond import not_public
from gollanma.views.links import in_language
from gollanma.views.voice import Voice

WATCHED = (PROJECT_FILE, RECORDS, GLOSSARY)
KIB = 1024
HEADED = ("service", "sop", "act", "term", "form", "training")
"""Kinds whose lists stand in the header of a wide screen."""
LISTED = (*HEADED, "role", "organisation", "territory", "group", "indicator", "document", "fact")


@dataclass(frozen=True)
class Judged:
    """A project that was read and judged."""

    loaded: Loaded
    library: Library
    languages: Languages
    outcome: Outcome


def judge(root: Path, today: date | None = None, profile: Profile | None = None) -> Judged:
    """Read a project and run every check; raise RefusedError where there is no library."""
    loaded = load_project(root, day_of_run(today))
    if loaded.library is None:
        raise RefusedError(loaded.diagnostics)
    library = loaded.library.built_as(profile) if profile else loaded.library
    packs = root / PACKS
    languages = load(library.project.languages.all, packs if packs.is_dir() else None)
    outcome = run(Graph(library, languages), CHECKS, loaded.diagnostics, abreast)
    return Judged(loaded, library, languages, outcome)


def content_of(root: Path, today: date | None = None, profile: Profile | None = None) -> Content:
    """Read the project in a folder and give all that may be published on a day.

    The checks see every record; pages, menu and dates are made of what the public may receive.
    A profile takes the place of the project's own.
    """
    judged = judge(root, today, profile)
    public = public_of(judged)
    graph = Graph(public.library, judged.languages)
    is_refused = any(map(is_error, public.findings))
    every = () if is_refused else tuple(pages(graph, public.known, public.not_public))
    watched = tuple(str(root / each) for each in WATCHED if (root / each).exists())
    return replace(content_from(graph, every), watched=watched, diagnostics=public.findings)


@dataclass(frozen=True)
class Public:
    """What everybody may receive of a project that was judged."""

    library: Library
    findings: tuple[Diagnostic, ...]
    """All of them: an error in what is not public stands against publishing too."""
    known: Outcome
    """What concerns files of which something is published."""
    not_public: Mapping[str, int]
    """How many records rest on what a draft changes and are not shown, by its key."""


def public_of(judged: Judged) -> Public:
    """Cut a project that was judged to what everybody may receive."""
    public = cut(judged.library)
    findings = in_order(judged.outcome.findings)
    graphs = (Graph(each, judged.languages) for each in (judged.library, public))
    known = of_published(judged.outcome, judged.library, public)
    return Public(public, findings, known, not_public(*graphs))


def content_from(
    graph: Graph, every: tuple[Page, ...], types: frozenset[str] = frozenset()
) -> Content:
    """Give what is published of a library that was cut, and of its pages.

    `types` are those of pages that are made elsewhere.
    """
    languages = graph.languages
    return Content(
        languages=languages,
        settings=settings_of(graph.project, graph.library, languages),
        pages=every,
        html=lambda page: html_of(page, languages),
        find=Finder(graph).find,
        search=partial(search_files, graph, partial(prefix, languages)),
        papers=partial(form_files, graph),
        loose_papers=partial(form_files, graph, level=0),
        days=days_of(graph.library),
        types=types,
    )


def prefix(languages: Languages, code: str) -> str:
    """Give what stands before the addresses of a language."""
    return in_language("", code, languages.default.code)


def of_published(outcome: Outcome, library: Library, public: Library) -> Outcome:
    """Give what concerns files of which something is published; other files are not even counted.

    What was mended in a file that is gone is left out too: nobody can say whose it was.
    """
    shown = _files(library, public.records)
    hidden = _files(library, library.documents) - shown
    return Outcome(
        tuple(each for each in outcome.findings if each.span.path not in hidden),
        tuple(each for each in outcome.allowed if each.finding.span.path not in hidden),
        tuple(each for each in outcome.standing if each.span.path not in hidden),
        tuple(each for each in outcome.mended if each.path in shown),
    )


def _files(library: Library, keys: Iterable[str]) -> set[str]:
    documents = library.documents
    return {file.path for key in keys if key in documents for file in documents[key].files}


def is_error(found: Diagnostic) -> bool:
    """Say whether a finding stands against publishing: then no page is worth writing."""
    return found.severity is Severity.ERROR


@dataclass(frozen=True)
class Finder:
    """Finds the page for a reference on a hand-written page."""

    graph: Graph

    @cached_property
    def voices(self) -> dict[str, Voice]:
        """The languages, each speaking of the library."""
        return {code: Voice(self.graph, each) for code, each in self.graph.languages.items()}

    def find(self, reference: str, lang: str) -> Place | None:
        """Give where a reference leads and its words, or None where there is no such place.

        What was cut away leads nowhere, and its words are its kind, never its name.
        """
        ref = Ref.parse(reference)
        if ref is None or ref.is_local:
            return None
        target = resolve(self.graph.library, ref, "")
        if target is Problem.WITHHELD:
            return Place("", "", self.voices[lang].kind(ref.kind).lower())
        if not isinstance(target, Target):
            return None
        spot = spot_of(self.graph.library, target)
        return Place(spot.address, spot.fragment, self.voices[lang].title(target.key).words)


def settings_of(project: Project, library: Library, languages: Languages) -> Settings:
    """Give what the project says about its site."""
    budgets, way_out = project.budgets, project.quick_exit
    return Settings(
        names=names_of(project),
        address=project.site.address,
        neutral={
            code: NeutralWords(way_out.title[code], way_out.text[code])
            for code in (project.languages.all if way_out else ())
            if way_out and code in way_out.title and code in way_out.text
        },
        has_report_address=isinstance(project.site.report, str),
        is_demo=project.profile is Profile.DEMO,
        as_of=newest_day(library),
        menu=tuple(menu_of(library, languages)),
        budgets=Budgets(
            around_words=budgets.around_words * KIB,
            picture=budgets.picture * KIB,
            long_page=budgets.long_page * KIB,
            compressed=budgets.compressed * KIB,
            first_visit=budgets.first_visit * KIB,
        ),
    )


def names_of(project: Project) -> dict[str, str]:
    """Give the site's name in each language; in one where it has none, as in the first that has."""
    codes = project.languages.all
    first = next((project.site.name[code] for code in codes if code in project.site.name), "")
    return {code: project.site.name.get(code, first) for code in codes}


def menu_of(library: Library, languages: Languages) -> Iterator[MenuLink]:
    """Yield the lists of the kinds that have records, then the reports on all of them."""
    present = {record.kind for record in library.records.values()}
    if Service.kind in present:
        yield MenuLink(FINDER, _said(languages, "finder.heading"), in_header=True)
    for kind in LISTED:
        if kind in present:
            yield MenuLink(index_of(kind), _titles(languages, kind), kind in HEADED)
    reports = [(COVERAGE, "menu.coverage"), (QUALITY, "menu.quality"), (NEWS, "news.heading")]
    if Act.kind in present:
        reports.insert(1, (GAPS, "menu.gaps"))
    if Training.kind in present:
        reports.append((MATRIX, "menu.matrix"))
    for address, key in reports:
        yield MenuLink(address, _said(languages, key))


def _said(languages: Languages, key: str) -> dict[str, str]:
    return {code: each.say(key) for code, each in languages.items()}


def _titles(languages: Languages, kind: str) -> dict[str, str]:
    words = {code: each.kind_word(kind, plural=True) for code, each in languages.items()}
    return {code: word[:1].upper() + word[1:] for code, word in words.items()}
