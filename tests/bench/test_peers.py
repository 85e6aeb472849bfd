"""Projects of other tools hold what our records say, and their words are read with care.

The tools themselves run in `make bench-peers` alone.
"""

import pytest

from bench.mutation.apart import apart
from bench.mutation.mutant import Mutant
from bench.mutation.page import DOCS
from bench.mutation.peers import figures, page
from bench.mutation.peers.asking import read
from bench.mutation.peers.content import Content
from bench.mutation.peers.doorstop import DOORSTOP
from bench.mutation.peers.figures import OURS, Cell
from bench.mutation.peers.needs import NEEDS
from bench.mutation.peers.peer import ClashError, Peer, Rules, Said
from bench.mutation.peers.planting import Plant
from bench.mutation.peers.pofilter import POFILTER
from bench.mutation.peers.running import PEERS
from bench.mutation.peers.skosify import SKOSIFY
from bench.mutation.peers.strictdoc import STRICTDOC
from gollanma.checks import entries
from gollanma.source import read_text

CODES = ("tk", "ru", "en")
ROLE = """\
title: {tk: Işgär, ru: Работник, en: Worker}
summary: {tk: Kömek edýär., ru: Помогает., en: Helps.}
status: draft
owner: organisation/office
"""
FORM = """\
title: {tk: Forma, ru: Форма, en: Form}
summary: {tk: Ýazgy., ru: Запись., en: A record.}
status: draft
code: F-01
filled_by: role/day-worker
"""
SOP = """\
title: {tk: Duşuşyk, ru: Встреча, en: Meeting}
summary: {tk: Diňlemek., ru: Выслушать., en: Listen.}
status: draft
code: SP-01
implements: [service/home]
purpose: {tk: "[[form/note]].", ru: "См. [[form/note|запись]].", en: "[[form/note]]."}
steps:
  - id: listen
    actor: role/day-worker
    action: {tk: Diňläň., ru: Слушайте 2 раза., en: Listen 2 times.}
    forms: [form/note]
"""
SERVICE = """\
title: {tk: Hyzmat, ru: Услуга, en: Service}
summary: {tk: Öýde., ru: Дома., en: At home.}
status: draft
code: SV-01
level: etrap
staffing:
  - role: role/day-worker
"""
INDICATOR = """\
title: {tk: Görkeziji, ru: Показатель, en: Indicator}
summary: {tk: Sany., ru: Число., en: A number.}
status: draft
collected_in: [form/note]
"""
TERM = """\
labels:
  tk: [{label: gözegçilik}]
  en:
    - label: supervision
    - label: guidance
      status: admitted
    - label: control
      status: forbidden
definition: {tk: Söhbet., en: A talk.}
broader: [term/support]
"""
FILES = {
    "glossary/supervision.yml": TERM,
    "normative/forms/note.yml": FORM,
    "normative/indicators/notes-kept.yml": INDICATOR,
    "normative/roles/day-worker.yml": ROLE,
    "normative/services/home.yml": SERVICE,
    "normative/sops/meeting.yml": SOP,
}
STALE = "translated:\n  summary:\n    en: h1:0\n"
REVIEWED = "reviewed:\n  - part: role/day-worker\n    stamp: h1:0\n"


def content(**changed: str) -> Content:
    """Give the small corpus, some files of which are named by their slug and say something else."""
    named = {
        path: changed.get(path.rpartition("/")[2][:-4].replace("-", "_"), text)
        for path, text in FILES.items()
    }
    return Content({path: read_text(path, text.encode()) for path, text in named.items()}, CODES)


def with_state(path: str, text: str) -> Content:
    full = f"normative/state/{path}"
    return Content({**content().documents, full: read_text(full, text.encode())}, CODES)


def written(peer: Peer, told: Content | None = None) -> dict[str, str]:
    files = peer.files(told or content(), Rules(content()))
    return {path: data.decode() for path, data in files.items()}


@pytest.mark.parametrize("peer", PEERS, ids=lambda it: it.name)
def test_the_same_records_give_the_same_files(peer: Peer) -> None:
    assert written(peer) == written(peer)
    assert [path for path, text in written(peer).items() if "organisation/office" in text] == []


@pytest.mark.parametrize(
    ("peer", "path", "lines"),
    [
        pytest.param(
            NEEDS,
            "sops/meeting.rst",
            [
                ".. sop:: Встреча",
                "   :id: SP-01",
                "   :summary: Выслушать.",
                "   :purpose: См. запись.",
                "   :implements: SV-01",
                "   :need:`F-01`",
                ".. step::",
                "   :id: ST-MeetingListen",
                "   :sop: SP-01",
                "   :actor: R-DayWorker",
                "   :forms: F-01",
            ],
            id="a need and its steps",
        ),
        pytest.param(
            STRICTDOC,
            "sops-meeting.sdoc",
            [
                "[SOP]",
                "UID: SP-01",
                "STATUS: draft",
                "[LINK: F-01]",
                "  VALUE: SV-01",
                "  ROLE: implements",
                "[STEP]",
                "  VALUE: R-DayWorker",
            ],
            id="a node and its relations",
        ),
        pytest.param(
            STRICTDOC,
            "records.sgra",
            ["- TAG: SOP", "    TYPE: SingleChoice(etrap)", "    ROLE: implements"],
            id="a grammar of what the records hold",
        ),
        pytest.param(
            DOORSTOP,
            "SP/SP-01.yml",
            ['header: "Встреча"', "links:", "- SV-01", 'text: "Выслушать."'],
            id="an item with the link upwards alone",
        ),
        pytest.param(
            DOORSTOP, "ST/.doorstop.yml", ["  parent: SP", "  prefix: ST"], id="a tree of documents"
        ),
        pytest.param(
            POFILTER,
            "en/sops/meeting.po",
            [
                'msgctxt "sops/meeting:steps.0.action"',
                'msgid "Слушайте 2 раза."',
                'msgstr "Listen 2 times."',
            ],
            id="a text and its translation",
        ),
        pytest.param(
            SKOSIFY,
            "supervision.ttl",
            [
                ":supervision a skos:Concept ;",
                '  skos:prefLabel "gözegçilik"@tk ;',
                '  skos:altLabel "guidance"@en ;',
                '  skos:hiddenLabel "control"@en ;',
                "  skos:broader :support .",
            ],
            id="a concept with its labels",
        ),
    ],
)
def test_a_file_says_what_the_record_says(peer: Peer, path: str, lines: list[str]) -> None:
    assert [each for each in lines if each not in written(peer)[path].splitlines()] == []


def test_a_schema_holds_statuses_and_kinds_of_links() -> None:
    files = written(NEEDS)
    assert '"withdrawn"' in files["schemas.json"]
    assert "'actor': {'target_types': ['role']}" in files["conf.py"]


@pytest.mark.parametrize(
    ("told", "peer", "path", "line"),
    [
        pytest.param(
            content(meeting=SOP.replace("role/day-worker", "role/day-worke")),
            NEEDS,
            "sops/meeting.rst",
            "   :actor: R-DayWorke",
            id="a link that leads nowhere",
        ),
        pytest.param(
            content(note=FORM.replace("status: draft", "status: withdrawn")),
            DOORSTOP,
            "F/F-01.yml",
            "active: false",
            id="a record that was withdrawn",
        ),
        pytest.param(
            content(meeting=SOP.replace("[form/note]", "[form/note, form/note]")),
            NEEDS,
            "sops/meeting.rst",
            "   :forms: F-01, F-01",
            id="a link that stands twice",
        ),
        pytest.param(
            with_state("reviewed/form/note.yml", REVIEWED),
            DOORSTOP,
            "F/F-01.yml",
            "- R-DayWorker: h1:0",
            id="a stamp of what was looked at",
        ),
        pytest.param(
            with_state("translated/form/note.yml", STALE),
            POFILTER,
            "en/forms/note.po",
            "#, fuzzy",
            id="a translation of other words",
        ),
    ],
)
def test_a_mistake_is_written(told: Content, peer: Peer, path: str, line: str) -> None:
    assert line not in written(peer)[path].splitlines()
    assert line in written(peer, told)[path].splitlines()


def test_one_file_for_two_items_is_refused() -> None:
    told = content(meeting=SOP.replace("id: listen", "id: listen\n  - id: listen-"))
    with pytest.raises(ClashError):
        written(DOORSTOP, told)


# --- reading what they say


def plant(name: str, path: str) -> Plant:
    mutant = Mutant("REF001", "lost", path, (1,), {path: b""}, {})
    return Plant(mutant, {path: b"x"}, frozenset({name}), frozenset({path}), {path: frozenset({7})})


ONE, OTHER = plant("SP-01", "sops/one.rst"), plant("SP-010", "sops/other.rst")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param([Said("SP-01 leads nowhere")], [True, False], id="by its name"),
        pytest.param([Said("leads nowhere", "sops/other.rst", 3)], [False, True], id="by its file"),
        pytest.param([Said("SP-01 and SP-010 clash")], [False, False], id="both in one sentence"),
        pytest.param([Said("1 error")], [False, False], id="neither"),
        pytest.param([], [False, False], id="nothing said"),
    ],
)
def test_a_mistake_is_found_where_it_alone_is_named(said: list[Said], found: list[bool]) -> None:
    assert [each.is_found for each in read([ONE, OTHER], said)] == found


def test_what_is_said_without_a_place_is_noticed() -> None:
    (answer,) = read([ONE], [Said("cannot decode byte")])
    assert (answer.is_found, answer.is_noticed) == (False, True)


@pytest.mark.parametrize(
    ("said", "given"),
    [
        pytest.param([Said("SP-01 is wrong")], (False, False, False), id="a name alone"),
        pytest.param([Said("wrong", "sops/one.rst", 8)], (True, True, False), id="near the line"),
        pytest.param([Said("wrong", "sops/one.rst", 9)], (True, False, False), id="further away"),
        pytest.param(
            [Said("SP-01 is wrong"), Said("Hint: add it")], (False, False, True), id="with advice"
        ),
    ],
)
def test_what_a_finding_gives(said: list[Said], given: tuple[bool, bool, bool]) -> None:
    (answer,) = read([ONE], said)
    assert (answer.has_file, answer.has_line, answer.has_advice) == given


def test_mistakes_of_one_file_never_share_a_run() -> None:
    again = plant("SP-02", "sops/one.rst")
    assert [[each.names for each in group] for group in apart([ONE, again, OTHER])] == [
        [ONE.names, OTHER.names],
        [again.names],
    ]


# --- the figures


def test_the_kept_figures_are_of_the_locked_tools() -> None:
    kept = figures.read()
    tools = [(OURS, ""), *((each.name, each.version) for each in PEERS)]
    assert [(each.name, each.version) for each in kept] == tools
    known = {
        OURS: {each.code for each in entries()},
        **{each.name: set(each.codes) for each in PEERS},
    }
    assert [(each.name, each.cells.keys() - known[each.name]) for each in kept] == [
        (each.name, set()) for each in kept
    ]


@pytest.mark.parametrize("name", ["beside.tk.md", "beside.ru.md", "beside.en.md"])
def test_the_page_says_what_was_measured(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == page.pages(figures.read())[name]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        pytest.param(Cell(12, 9), "9/12", id="found of planted"),
        pytest.param(Cell(12, 0, 12), "0/12 (+12)", id="noticed without a place"),
        pytest.param(Cell(0, 0), "—", id="never planted"),
    ],
)
def test_a_cell_says_what_became_of_the_mistakes(cell: Cell, words: str) -> None:
    assert str(cell) == words
