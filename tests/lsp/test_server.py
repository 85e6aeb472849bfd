"""The language server over its real protocol: a process, its streams, and what an editor sends."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from gollanma.checks.examples import base
from tests.lsp.client import Editor, codes, editor, letters
from tests.support.folders import command, small_folder

VISIT = "normative/sops/visit.yml"
MANY = 10
"""So many offers are looked at."""
LEAD = "normative/roles/lead.yml"
CARE = "normative/services/care.yml"
TEXT = base()[VISIT]
EMOJI = TEXT.replace(
    "en: Agree with the family.}", 'en: "🏠👪 Ýaňy 𝒯: see [[sop/nowhere]] and [[sop/visit#ask]]."}'
)
BROKEN = {
    "half a list": TEXT.replace("steps:", "steps: ["),
    "a key without a colon": TEXT.replace("status: draft", "status"),
    "nothing": "",
    "control characters": TEXT.replace("status", "st\x00at\x1bus"),
    "half of a letter": TEXT.replace("status", "st\ud83datus"),
    "lines of other systems": TEXT.replace("\n", "\r") + "\u2028\x85",
    "no YAML at all": "}{%@`[[",
}


def is_fine(found: list[str]) -> bool:
    return not {"REF001", "REF003", "SCH002", "SRC001"} & set(found)


@pytest.fixture(scope="module")
def open_editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    with editor(small_folder(tmp_path_factory.mktemp("project"))) as one:
        yield one


@pytest.fixture
def typed(open_editor: Editor) -> Iterator[Callable[[str], Editor]]:
    """Give the editor with a file open that says something; what it said is undone at the end."""

    def type_in(text: str, wanted: Callable[[list[str]], bool] = is_fine) -> Editor:
        open_editor.diagnostics.pop(open_editor.uri(VISIT), None)
        open_editor.open(VISIT, text)
        open_editor.found_in(VISIT, wanted)
        return open_editor

    yield type_in
    open_editor.close(VISIT)


def test_findings_appear_while_typing_and_go_when_mended(
    typed: Callable[..., Editor],
) -> None:
    one = typed(TEXT)
    one.change(VISIT, TEXT.replace("status: draft", "status: drafft"))
    (found,) = one.found_in(VISIT, lambda found: "SCH002" in found)
    assert (found["severity"], found["source"]) == (1, "gollanma")
    assert letters(TEXT.replace("draft", "drafft"), found["range"]) == "drafft"
    assert "drafft" in found["message"].splitlines()[0]
    assert len(found["message"].splitlines()) == 2
    one.change(VISIT, TEXT)
    assert "SCH002" not in codes(one.found_in(VISIT, is_fine))


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_findings_are_those_of_the_command_in_the_language_asked_for(
    tmp_path: Path, lang: str
) -> None:
    files = {VISIT: TEXT.replace("next: listen", "next: lisen")}
    root = small_folder(tmp_path, files)
    checked = json.loads(command(root, "check", "--format", "json", lang=lang).stdout)["findings"]
    wanted = [f"{each['message']}\n{each['hint']}" for each in checked if each["path"] == VISIT]
    assert wanted
    with editor(root, lang=lang) as one:
        found = one.found_in(VISIT, lambda found: len(found) == len(wanted))
        assert [each["message"] for each in found] == wanted


def test_places_are_counted_in_utf_16(typed: Callable[..., Editor]) -> None:
    one = typed(EMOJI, lambda found: "REF003" in found)
    (found,) = [each for each in one.diagnostics[one.uri(VISIT)] if each["code"] == "REF003"]
    assert letters(EMOJI, found["range"]) == "[[sop/nowhere]]"
    hover = one.ask("textDocument/hover", one.at(VISIT, EMOJI, "[[sop/visit#a"))
    assert letters(EMOJI, hover["range"]) == "sop/visit#ask"
    begun = EMOJI.replace("[[sop/nowhere]]", "[[form/con")
    one.change(VISIT, begun)
    items = one.ask("textDocument/completion", one.at(VISIT, begun, "[[form/con"))["items"]
    assert [each["label"] for each in items] == ["form/consent"]
    assert letters(begun, items[0]["textEdit"]["range"]) == "form/con"


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_buffer_is_a_finding_and_never_the_end(
    typed: Callable[..., Editor], text: str
) -> None:
    one = typed(text, bool)
    ask = {"textDocument": {"uri": one.uri(VISIT)}, "position": {"line": 3, "character": 9}}
    for request in ("completion", "hover", "definition", "prepareRename"):
        answer = one.ask(f"textDocument/{request}", ask)
        assert answer is None or "code" not in answer
    one.change(VISIT, TEXT)
    assert one.found_in(VISIT, is_fine) is not None


COMPLETIONS = [
    pytest.param("implements: [service/care]", "implements: [ser", ["service/care"], id="a reference in a field"),
    pytest.param("en: Read the sheet together.", "en: Read [[act/help#a1", ["act/help#a1", "act/help#a1.1", "act/help#a1.2"], id="a place in an act"),
    pytest.param("en: Read the sheet together.", "en: Read [[#li", ["#listen"], id="a place of its own"),
    pytest.param("actor: role/worker\n    action: {tk: Howlukman", "actor: \u00a7\n    action: {tk: Howlukman", ["role/lead", "role/worker"], id="only the kinds of the field"),
    pytest.param("status: draft", "status: ", ["idea", "draft", "consultation", "pilot", "approved", "in-force", "suspended", "superseded", "repealed", "withdrawn"], id="words of a list"),
    pytest.param("next: listen", "next: ", ["arrange", "ask", "listen"], id="steps of the procedure"),
    pytest.param("  - id: arrange\n", "  - mod\u00a7\n  - id: arrange\n", ["id", "title", "actor", "together_with", "action", "modality", "deadline", "inputs", "outputs", "emits"], id="fields of a new step, not steps"),
    pytest.param("sample: true", "sample: ", ["true", "false"], id="yes or no"),
    pytest.param("    part: accountable", "    part: accountable\n    wi", ["role", "part", "text", "within"], id="fields of an entry"),
    pytest.param("- role: role/lead", "- ", ["role", "part", "text", "within"], id="fields of a new entry"),
    pytest.param("title: {tk: Diňläň,", "title: {", ["tk", "ru", "en"], id="languages"),
    pytest.param("en: Listen without hurry.", "en: With the con", ["consent"], id="a term"),
    pytest.param("en: Listen without hurry.", "en: With the c", [], id="a letter of a term"),
    pytest.param("tk: Howlukman diňläň.", "tk: Ra", ["Razylyk"], id="a term at the beginning of a sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "begun", "labels"), COMPLETIONS)
def test_what_may_be_written_is_offered(
    typed: Callable[..., Editor], old: str, begun: str, labels: list[str]
) -> None:
    one = typed(TEXT)
    assert TEXT.count(old) == 1
    start = TEXT.index(old)
    at = start + (begun.index("\u00a7") if "\u00a7" in begun else len(begun))
    text = TEXT.replace(old, begun.replace("\u00a7", ""))
    one.change(VISIT, text)
    before = text[:at]
    place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
    asked = {"textDocument": {"uri": one.uri(VISIT)}, "position": place}
    offered = one.ask("textDocument/completion", asked)
    assert [each["label"] for each in offered["items"]][:MANY] == labels


def test_a_broken_file_still_knows_its_places_when_all_was_judged(
    typed: Callable[..., Editor],
) -> None:
    one = typed(TEXT)
    broken = TEXT.replace("en: Read the sheet together.", "en: Read [[#li")
    one.change(VISIT, broken)
    for _ in ("the file", "all of the project"):
        one.diagnostics.clear()
        one.found_in(VISIT, lambda found: "SRC001" in found)
    offered = one.ask("textDocument/completion", one.at(VISIT, broken, "[[#li"))
    assert [each["label"] for each in offered["items"]] == ["#listen"]


def test_a_name_says_its_titles_its_status_and_who_uses_it(typed: Callable[..., Editor]) -> None:
    one = typed(TEXT)
    said = one.ask("textDocument/hover", one.at(VISIT, TEXT, "implements: [service/c"))
    words = said["contents"]["value"]
    for wanted in ("Öýde kömek", "Помощь на дому", "Help at home", "Draft", "`indicator/visits`"):
        assert wanted in words


@pytest.mark.parametrize(
    ("mark", "path", "line"),
    [
        pytest.param("implements: [service/c", CARE, 0, id="a record"),
        pytest.param("see [[sop/visit#a", VISIT, None, id="a step"),
        pytest.param("next: a", VISIT, None, id="a step named by its id"),
    ],
)
def test_a_name_leads_to_its_place(
    typed: Callable[..., Editor], mark: str, path: str, line: int | None
) -> None:
    text = TEXT.replace("en: Listen without hurry.", 'en: "see [[sop/visit#ask]]."')
    text = text.replace("next: listen", "next: ask")
    one = typed(text)
    found = one.ask("textDocument/definition", one.at(VISIT, text, mark))
    wanted = text[: text.index("- id: ask")].count("\n") if line is None else line
    assert (found["uri"], found["range"]["start"]["line"]) == (one.uri(path), wanted)


def test_the_uses_of_a_record_are_found(typed: Callable[..., Editor]) -> None:
    one = typed(TEXT)
    asked = one.at(VISIT, TEXT, "implements: [service/c", context={"includeDeclaration": False})
    found = one.ask("textDocument/references", asked)
    paths = {each["uri"].removeprefix(one.root.as_uri() + "/") for each in found}
    assert paths == {VISIT, "normative/indicators/visits.yml"}


def applied(root: Path, edit: dict[str, Any], unsaved: dict[str, str]) -> dict[str, str]:
    """Give what files say after an editor made the changes; of one that moved, its new path."""
    files: dict[str, str] = {}
    for each in edit["documentChanges"]:
        match each.get("kind"):
            case "create":
                files[each["uri"].removeprefix(root.as_uri() + "/")] = ""
            case "rename":
                old = each["oldUri"].removeprefix(root.as_uri() + "/")
                new = each["newUri"].removeprefix(root.as_uri() + "/")
                moved = files.pop(old) if old in files else unsaved.get(old)
                files[new] = moved or (root / old).read_text(encoding="utf-8")
            case _:
                path = each["textDocument"]["uri"].removeprefix(root.as_uri() + "/")
                text = files.get(path, unsaved.get(path))
                text = (root / path).read_text(encoding="utf-8") if text is None else text
                files[path] = changed(text, each["edits"])
    return files


def changed(text: str, edits: list[dict[str, Any]]) -> str:
    units = text.encode("utf-16-le")

    def index(place: dict[str, int]) -> int:
        before = "".join(text.splitlines(keepends=True)[: place["line"]])
        return len(before.encode("utf-16-le")) + 2 * place["character"]

    for each in sorted(edits, key=lambda one: index(one["range"]["start"]), reverse=True):
        start, end = (index(each["range"][name]) for name in ("start", "end"))
        units = units[:start] + each["newText"].encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")


def test_a_new_name_is_what_the_command_writes(tmp_path: Path) -> None:
    text = EMOJI.replace("[[sop/nowhere]]", "[[service/care]]")
    root = small_folder(tmp_path / "one")
    other = small_folder(tmp_path / "other", {VISIT: text})
    before = {path: path.read_bytes() for path in other.rglob("*.*")}
    assert command(other, "rename", "sop/visit#ask", "consent-asked").exit_code == 0
    assert command(other, "rename", "sop/visit", "home-visit").exit_code == 0
    with editor(root) as one:
        one.open(VISIT, text)
        one.found_in(VISIT, is_fine)
        asked = one.at(VISIT, text, "[[sop/visit#a")
        prepared = one.ask("textDocument/prepareRename", asked)
        assert (prepared["placeholder"], letters(text, prepared["range"])) == ("ask", "ask")
        files = applied(
            root,
            one.ask("textDocument/rename", {**asked, "newName": "consent-asked"}),
            {VISIT: text},
        )
        text = files[VISIT]
        one.change(VISIT, text)
        asked = one.at(VISIT, text, "[[sop/vis", newName="home-visit")
        files |= applied(root, one.ask("textDocument/rename", asked), {VISIT: text})
        files.pop(VISIT, None)
    wanted = {
        path.relative_to(other).as_posix(): path.read_text("utf-8")
        for path in other.rglob("*.*")
        if path.read_bytes() != before.get(path)
    }
    assert files == wanted


def test_a_name_that_cannot_be_given_is_refused_in_a_sentence(typed: Callable[..., Editor]) -> None:
    one = typed(TEXT)
    asked = one.at(VISIT, TEXT, "forms:\n  - form: form/co", newName="Bad")
    assert (
        one.ask("textDocument/rename", asked)["message"] == "`Bad` cannot be the name of a record"
    )


def test_an_editor_that_moves_no_files_is_told_the_command(tmp_path: Path) -> None:
    with editor(small_folder(tmp_path), capabilities={}) as one:
        one.open(VISIT, TEXT)
        one.found_in(VISIT, is_fine)
        asked = one.at(VISIT, TEXT, "implements: [service/c", newName="help")
        said = one.ask("textDocument/rename", asked)
        assert "`gollanma rename service/care help`" in said["message"]


def test_what_has_one_right_answer_is_offered_beside_the_finding(
    typed: Callable[..., Editor],
) -> None:
    wrong = TEXT.replace("next: listen", "next: lisen")
    one = typed(wrong, lambda found: "SOP002" in found)
    (found,) = [
        each
        for each in one.diagnostics[one.uri(VISIT)]
        if each["code"] == "SOP002" and "lisen" in each["message"]
    ]
    asked = {
        "textDocument": {"uri": one.uri(VISIT)},
        "range": found["range"],
        "context": {"diagnostics": [found]},
    }
    action = next(
        each for each in one.ask("textDocument/codeAction", asked) if each["diagnostics"] == [found]
    )
    edits = action["edit"]["changes"][one.uri(VISIT)]
    assert changed(wrong, edits) == TEXT


def test_what_is_not_saved_counts_and_what_is_deleted_is_gone(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    new = "normative/services/other.yml"
    with editor(root) as one:
        one.open(VISIT, TEXT.replace("[service/care]", "[service/care]\nrelated: [service/other]"))
        one.found_in(VISIT, lambda found: "REF001" in found)
        one.open(new, base()[CARE])
        one.found_in(VISIT, lambda found: "REF001" not in found)
        one.close(new)
        one.found_in(VISIT, lambda found: "REF001" in found)
        one.change(VISIT, TEXT)
        one.found_in(VISIT, is_fine)
        (root / LEAD).unlink()
        changes = [{"uri": one.uri(LEAD), "type": 3}]
        one.send("workspace/didChangeWatchedFiles", {"changes": changes})
        one.found_in(CARE, lambda found: "REF001" in found)


def test_a_page_that_is_written_by_hand_is_judged_too(tmp_path: Path) -> None:
    page, text = "docs/about.en.md", "# About\n\nSee [[sop/visit]].\n"
    with editor(small_folder(tmp_path, {page: text})) as one:
        one.open(page, text.replace("visit", "none"))
        (found,) = one.found_in(page, lambda found: "REF003" in found)
        assert letters(text.replace("visit", "none"), found["range"]) == "[[sop/none]]"
        one.change(page, text)
        one.found_in(page, lambda found: found == [])


def test_messages_that_are_none_are_passed_over(tmp_path: Path) -> None:
    with editor(small_folder(tmp_path)) as one:
        one.send_raw("{")
        one.send_raw(
            '{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 1}}'
        )
        assert one.ask("textDocument/nothing", {})["code"] == -32601
        outside = {
            "textDocument": {"uri": "file:///elsewhere.yml"},
            "position": {"line": 1, "character": 1},
        }
        assert one.ask("textDocument/hover", outside) is None
        assert one.end() == 0
        assert not [each for each in one.logged if "\n" in each or "Traceback" in each]


def test_a_folder_without_a_project_is_told_and_nothing_more(tmp_path: Path) -> None:
    with editor(tmp_path) as one:
        assert one.ask("textDocument/hover", one.at("a.yml", "a: b", "a:")) is None
        assert one.logged == [
            "no folder of the editor holds `gollanma.yml`: open the folder of the project"
        ]


@pytest.mark.parametrize(
    ("farewell", "code"),
    [
        pytest.param(("shutdown", "exit"), 0, id="asked to end"),
        pytest.param(("exit",), 1, id="told to go at once"),
        pytest.param((), 1, id="the editor vanished"),
    ],
)
def test_how_it_ends(tmp_path: Path, farewell: tuple[str, ...], code: int) -> None:
    with editor(small_folder(tmp_path)) as one:
        for each in farewell:
            one.ask(each) if each == "shutdown" else one.send(each)
        if not farewell:
            assert one.process.stdin is not None
            one.process.stdin.close()
        assert one.process.wait(120) == code
