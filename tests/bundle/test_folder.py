"""The handbook of one territory as a folder: whole, its own, the same bytes whoever makes it."""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from gollanma.bundle.contents import Contents, Issue, contents_of
from gollanma.bundle.making import Order, archive_of, made_of, make, unsigned
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.shared import Shared, shared_of
from gollanma.cli import gollanma
from gollanma.graph import Graph
from gollanma.model import cut
from gollanma.site import LockedError, RefusedError, UnwritableError, build, content_of
from gollanma.site.content import judge, public_of
from gollanma.site.lock import locked
from gollanma.views.copies import ADDRESSES
from tests.site import fakes
from tests.support.contracts import agrees
from tests.support.folders import command
from tests.support.sticks import DISTRICTS, country, files

DAY = date(2026, 11, 22)
ISSUE = Issue(DAY, date(2027, 5, 22), 1, "demo")
NORTH = "territory/north"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return country(tmp_path_factory.mktemp("country"))


def shared_for(project: Path, *codes: str) -> Shared:
    judged = judge(project, DAY)
    return shared_of(project, public_of(judged), judged.languages, frozenset(codes))


@pytest.fixture(scope="module")
def shared(project: Path) -> Shared:
    return shared_for(project, "tk", "ru", "en")


@pytest.fixture(scope="module")
def north(shared: Shared) -> Contents:
    return contents_of(shared, shared.languages, NORTH, ISSUE)


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("site") / "site"
    made = fakes.files(build(project, folder, content_of(project, DAY)).folder)
    return {
        path: apart_from_servers(data) if path.endswith(".html") else data
        for path, data in made.items()
    }


def apart_from_servers(page: bytes) -> bytes:
    """Give a page without what a server needs: addresses that change with what stands there,
    and what search engines are told."""
    kept = re.sub(rb"(?<=assets/gollanma)(\.css|\.js)\?[0-9a-f]{6}", rb"\1", page)
    return re.sub(rb'<meta name=description content=("[^"]*"|[^ >]*)>', b"", kept)


def orders(*territories: str | None) -> list[Order]:
    return [Order(each, ISSUE) for each in territories]


def test_nothing_stands_against_the_bundles_of_a_good_project(north: Contents) -> None:
    assert [(str(each.span), each.key) for each in north.findings()] == []


def test_the_whole_handbook_is_the_site_without_what_only_a_server_needs(
    shared: Shared, site: Mapping[str, bytes]
) -> None:
    whole = contents_of(shared, shared.languages, None, ISSUE)
    own = {"assets/copy.css", "assets/copy.js", "assets/aging.js"}
    lost = {each for each in site if each.endswith("404.html")}
    assert set(site) - lost <= set(whole.files)
    more = {Path(each).name for each in set(whole.files) - set(site)}
    assert {each for each in more if each.endswith(".html")} == set(ADDRESSES)
    both = set(site) & set(whole.files)
    papers = {each for each in both if each.endswith(".docx")}
    assert {each for each in both if whole.files[each] != site[each]} == own | papers
    for each in papers:
        assert parts(whole.files[each]) == parts(site[each])


def parts(paper: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(paper)) as found:
        return {each: found.read(each) for each in found.namelist()}


def test_a_page_that_the_cut_does_not_touch_is_the_one_of_the_site(
    north: Contents, site: Mapping[str, bytes]
) -> None:
    named = re.compile(rb"east|south|East|South")
    lost = {each for each in site if each.endswith("404.html")}
    untouched = {each for each in site if each.endswith(".html") and not named.search(site[each])}
    other = sorted(each for each in untouched - lost if north.files.get(each) != site[each])
    assert [each for each in other if not each.endswith("index.html")] == []  # lists count
    many = len(untouched) > 100
    assert many


@pytest.mark.parametrize("territory", [None, "territory/land", NORTH])
def test_what_is_shared_is_what_would_be_made_for_one_bundle(
    shared: Shared, territory: str | None
) -> None:
    alone = replace(shared, frames=replace(shared.frames, menu=()))
    made = contents_of(alone, shared.languages, territory, ISSUE)
    quick = contents_of(shared, shared.languages, territory, ISSUE)
    assert [each for each in made.files if made.files[each] != quick.files.get(each)] == []
    assert list(made.files) == list(quick.files)


def test_a_cut_finds_terms_as_if_nothing_had_been_found_before(shared: Shared) -> None:
    languages = shared.languages
    whole, library = Graph(shared.library, languages), cut(shared.library, territory=NORTH)
    assert whole.library.records.keys() > library.records.keys()
    found = Graph(library, languages).occurrences
    assert Graph(library, languages, before=whole).occurrences == found
    assert len(found) > 1


def test_one_or_all_with_one_process_or_two_the_same_bytes(shared: Shared, tmp_path: Path) -> None:
    territories = [f"territory/{each}" for each in DISTRICTS]
    one = make(shared, orders(*territories), tmp_path / "one", workers=1)
    two = make(shared, orders(*territories), tmp_path / "two", workers=2)
    alone = make(shared, orders(NORTH), tmp_path / "alone")
    made = {each.name: each.read_bytes() for each in (tmp_path / "one").iterdir()}
    other = {each.name: each.read_bytes() for each in (tmp_path / "two").iterdir()}
    assert sorted(made) == sorted(other)
    assert [name for name in made if made[name] != other[name]] == []
    assert made["handbook-north.zip"] == alone[0].path.read_bytes()
    assert [each.path.name for each in one] == [each.path.name for each in two]


def test_what_is_shared_is_the_same_with_one_process_or_two(project: Path, shared: Shared) -> None:
    judged = judge(project, DAY)
    codes = frozenset(shared.languages)
    two = shared_of(project, public_of(judged), judged.languages, codes, workers=2)
    for field in ("makers", "guides", "papers", "files", "streams", "offers"):
        assert getattr(two, field) == getattr(shared, field)
    assert list(two.files) == list(shared.files)
    assert list(two.makers) == list(shared.makers)


def test_the_archive_holds_what_the_manifest_lists(shared: Shared) -> None:
    made = made_of(shared, shared.languages, Order(NORTH, ISSUE))
    with zipfile.ZipFile(io.BytesIO(archive_of(shared, made, unsigned))) as archive:
        held = {each: archive.read(each) for each in archive.namelist()}
    manifest = Manifest.read(held.pop("manifest.json"))
    assert [each.path for each in manifest.every(held)] == sorted(held)
    assert manifest == made.manifest
    assert (manifest.bundle, manifest.version, manifest.made) == ("north", 2026112201, DAY)


# --- what is in it


def inflated(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield every byte of a bundle, inside papers too."""
    for path, data in files.items():
        yield path, data
        if path.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(data)) as paper:
                yield from ((f"{path}!{each}", paper.read(each)) for each in paper.namelist())


@pytest.mark.parametrize("word", ["East", "South", "east-office", "south-office", "Office of east"])
def test_no_byte_tells_of_another_district(north: Contents, word: str) -> None:
    held = [path for path, data in inflated(north.files) if word.encode() in data]
    assert held == []


MARK = "Q9xMARK"
SECRET = {
    "normative/organisations/cellar.yml": f"""\
title: {{tk: {MARK}a, ru: {MARK}b, en: {MARK}c}}
status: draft
version: "0.1"
sample: true
sensitivity: staff
type: office
summary: {{tk: {MARK}d, ru: {MARK}e, en: {MARK}f}}
mandate: {{tk: {MARK}g, ru: {MARK}h, en: {MARK}i}}
"""
}


def test_no_byte_of_a_bundle_holds_what_is_not_public(tmp_path: Path) -> None:
    hiding = shared_for(country(tmp_path, SECRET), "tk", "ru", "en")
    assert (tmp_path / "normative/organisations/cellar.yml").exists()
    for territory in (None, NORTH):
        files = contents_of(hiding, hiding.languages, territory, ISSUE).files
        for path, data in inflated(files):
            assert MARK.encode() not in data, path
            assert b"cellar" not in data, path


def test_a_bundle_of_some_languages_holds_no_other(project: Path) -> None:
    some = shared_for(project, "ru", "en")
    files = contents_of(some, some.languages, NORTH, ISSUE).files
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    assert "lang=ru" in pages["index.html"]
    assert "en/index.html" in pages
    assert [path for path in files if path.startswith(("tk/", "ru/"))] == []
    assert [path for path, html in pages.items() if "lang=tk" in html] == []


def test_every_page_of_a_demo_says_so_and_how_to_unpack_it(north: Contents) -> None:
    english = [each for each in north.pages if each.page.lang == "en"]
    for each in english:
        html = each.document.decode()
        assert "do not use with a family" in html, each.place
        assert "Unpack the whole folder first" in html, each.place
    home = north.files["index.html"].decode()
    assert all(
        words in home for words in ("arhiwden çykaryň", "распакуйте всю папку", "Unpack the")
    )


def test_pages_say_their_days_without_a_script(north: Contents) -> None:
    style = north.files["assets/copy.css"].decode()
    assert ".copy-days:lang(en)::before" in style
    assert (
        "Copy made on 22 November 2026, version 2026112201. To be renewed by 22 May 2027." in style
    )


# --- what is refused


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param(
            ["--district", "nowhere"], 2, "no district is called `nowhere`", id="no such place"
        ),
        pytest.param(
            ["--district", "land"], 2, "no district is called `land`", id="of another level"
        ),
        pytest.param(["--province", "north"], 2, "no such option: --province", id="no such level"),
        pytest.param(["--district"], 2, "no such option: --district", id="a level without a name"),
        pytest.param([], 2, "say one territory", id="nothing wanted"),
        pytest.param(
            ["--all", "--district", "north"], 2, "say one territory", id="too much wanted"
        ),
        pytest.param(
            ["--whole", "--languages", "tk,xx"], 2, "no language `xx`", id="no such language"
        ),
        pytest.param(
            ["--whole", "--issue", "100"], 2, "100 is not in the range", id="too many issues"
        ),
    ],
)
def test_what_is_asked_for_wrongly(project: Path, words: list[str], code: int, said: str) -> None:
    done = command(project, "bundle", *words)
    assert (done.exit_code, said in done.output) == (code, True), done.output


def test_the_day_is_never_the_clocks(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    done = CliRunner().invoke(gollanma, ["bundle", "-C", str(project), "--lang", "en", "--whole"])
    assert done.exit_code == 2
    assert "say the day of the bundle" in done.output


def test_a_bundle_for_work_holds_no_sample(project: Path, tmp_path: Path) -> None:
    words = ("--whole", "--profile", "service", "--out", str(tmp_path / "out"))
    done = command(project, "bundle", *words)
    assert done.exit_code == 1, done.output
    assert "PUB008" in done.output
    assert not (tmp_path / "out").exists()


def test_a_link_that_leads_out_is_named_with_its_page(north: Contents) -> None:
    hole = {path: data for path, data in north.files.items() if path != "assets/gollanma.css"}
    found = {(str(each.span), each.key) for each in replace(north, files=hole).findings()}
    assert ("index.html:1:1", "no-page") in found or ("index.html", "no-page") in found


def test_a_budget_that_is_exceeded_names_the_largest_files_and_writes_nothing(
    shared: Shared, tmp_path: Path
) -> None:
    project = shared.library.project
    tight = project.model_copy(update={"budgets": project.budgets.model_copy(update={"bundle": 1})})
    poor = replace(shared, library=replace(shared.library, project=tight))
    (tmp_path / "handbook-north.zip").write_bytes(b"old")
    with pytest.raises(RefusedError) as refused:
        make(poor, orders(NORTH), tmp_path)
    [found] = refused.value.diagnostics
    assert found.key == "bundle-weight"
    assert "assets/search/search.js" in str(found.values["largest"])
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {
        "handbook-north.zip": b"old"
    }


def test_two_at_once_and_a_full_disk_leave_the_old_one(
    shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "handbook-north.zip").write_bytes(b"old")
    with locked(tmp_path / ".bundles.lock"), pytest.raises(LockedError):
        make(shared, orders(NORTH), tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("gollanma.bundle.disk.os.write", full)
    with pytest.raises(UnwritableError):
        make(shared, orders(NORTH), tmp_path)
    left = {each.name: each.read_bytes() for each in tmp_path.iterdir() if each.suffix == ".zip"}
    assert left == {"handbook-north.zip": b"old"}
    assert not list(tmp_path.glob("*.building"))


def test_what_bundles_weigh(shared: Shared, project: Path, tmp_path: Path) -> None:
    [made] = make(shared, orders(NORTH), tmp_path)
    told = command(project, "stats", "--bundles", "--out", str(tmp_path))
    assert told.exit_code == 0, told.output
    assert "handbook-north.zip" in told.output
    asked = command(project, "stats", "--bundles", "--format", "json", "--out", str(tmp_path))
    body = json.loads(asked.output)
    agrees(body, "stats")
    [bundle] = body["bundles"]
    assert sum(each["packed"] for each in bundle["kinds"].values()) == bundle["packed"]
    assert bundle["packed"] == made.size - 22  # the end of the archive belongs to no file
    assert {"tk", "ru", "en"} == set(bundle["languages"])


def test_weighing_fails_above_a_budget(shared: Shared, tmp_path: Path) -> None:
    make(shared, orders(NORTH), tmp_path / "out")
    tight = "budgets: {bundle: 1}\n"
    poor = country(tmp_path / "poor", {"gollanma.yml": files()["gollanma.yml"] + tight})
    told = command(poor, "stats", "--bundles", "--out", str(tmp_path / "out"))
    assert told.exit_code == 1
    assert "the heaviest files: assets/search/search.js" in told.output
    assert command(poor, "stats", "--bundles", "--out", str(tmp_path / "poor")).exit_code == 2
