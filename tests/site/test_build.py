"""Building: the same bytes each way, the old site whole until the new one is."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import mkdocs.utils
import pytest

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.site import (
    ConfigurationError,
    Content,
    LockedError,
    MkDocsError,
    NotASiteError,
    RefusedError,
    SiteError,
    Target,
    UnwritableError,
    build,
    in_words,
)
from gollanma.site.lock import locked
from gollanma.site.swap import folder_beside, put_in_place
from gollanma.views.page import Page
from tests.site import fakes

ERROR = Diagnostic(
    Span.of_file("normative/a.yml"), "PUB005", Severity.ERROR, "no-page", {"link": "x"}
)


def test_the_files_of_a_site(site: Path) -> None:
    pages = {
        *("index.html", "search.html", "about.html", "404.html", "page.html", "sop/index.html"),
        *("sop/intake.html", "act/intake.html", "term/intake.html"),
    }
    ours = ("gollanma.css", "gollanma.js", "icon.svg", "due.js", "search/search.js")
    assets = {f"assets/{each}" for each in (*ours, "copy.css", "copy.js", "aging.js")}
    others = {f"{lang}/{page}" for lang in ("ru", "en") for page in pages}
    assert set(fakes.files(site)) == pages | others | assets


def test_two_builds_in_two_folders_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    odd = tmp_path / "žaýym % #1 папка"
    again = build(fakes.project(odd), odd / "site", fakes.content())
    assert fakes.files(again.folder) == fakes.files(site)


def test_figures_of_a_build(tmp_path: Path) -> None:
    built = build(fakes.project(tmp_path), tmp_path / "site", fakes.content())
    assert built.pages == 27
    assert built.size == sum(len(each) for each in fakes.files(built.folder).values())


def test_a_site_with_an_address_names_all_its_pages(tmp_path: Path) -> None:
    content = fakes.content(address="https://example.org/")
    site = build(fakes.project(tmp_path), tmp_path / "site", content).folder
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert sitemap.count("<url>") == 21
    assert "<loc>https://example.org/ru/about.html</loc>" in sitemap
    assert 'hreflang="en" href="https://example.org/en/sop/intake.html"' in sitemap
    assert "404" not in sitemap
    assert "lastmod" not in sitemap
    canonical = "<link rel=canonical href=https://example.org/ru/sop/intake.html>"
    assert canonical in (site / "ru/sop/intake.html").read_text("utf-8")


def test_the_script_knows_the_hand_written_pages(tmp_path: Path) -> None:
    site = build(fakes.project(tmp_path), tmp_path / "site", fakes.content()).folder
    script = (site / "assets/gollanma.js").read_bytes()
    for lang in fakes.CODES:
        assert f'"about":[["about.html","About {lang}"]]' in script.decode()
    version = hashlib.sha256(script).hexdigest()[:6]
    assert f"src=../assets/gollanma.js?{version} " in (site / "ru/about.html").read_text("utf-8")


def test_references_on_hand_written_pages_become_links(tmp_path: Path) -> None:
    text = "# A\n\nSee [[sop/intake]], [[sop/intake|there]]; write `[[sop/intake]]`.\n"
    docs = {f"about.{code}.md": text for code in fakes.CODES}
    found = Target("sop/intake.html", "", "First contact")
    content = replace(fakes.content(), find=lambda _reference, _lang: found)
    site = build(fakes.project(tmp_path, docs), tmp_path / "site", content).folder
    page = (site / "ru/about.html").read_text("utf-8")
    assert "<a href=sop/intake.html>First contact</a>" in page
    assert "<a href=sop/intake.html>there</a>" in page
    assert "<code>[[sop/intake]]</code>" in page


def test_what_was_cut_away_stays_as_words_on_a_hand_written_page(tmp_path: Path) -> None:
    text = "# A\n\nAsk by [[form/danger]], [[form/danger|the sheet]].\n"
    docs = {f"about.{code}.md": text for code in fakes.CODES}
    withheld = Target("", "", "form")
    content = replace(fakes.content(), find=lambda _reference, _lang: withheld)
    site = build(fakes.project(tmp_path, docs), tmp_path / "site", content).folder
    assert "<p>Ask by form, the sheet.<" in (site / "ru/about.html").read_text("utf-8")


def no_docs(folder: Path) -> Path:
    return fakes.project(folder, {"about.tk.md": "# A\n\n[x](nowhere.md)\n"})


def linked(name: str, there: Callable[[Path], Path]) -> Callable[[Path], Path]:
    """Give a project in whose folder of pages a link leads somewhere."""

    def made(folder: Path) -> Path:
        project = fakes.project(folder)
        (project / "docs" / name).symlink_to(there(project))
        return project

    return made


def outside(project: Path) -> Path:
    secret = project.parent / "secret.md"
    secret.write_text("# A secret\n", encoding="utf-8")
    return secret


def wrong_setting(folder: Path) -> Path:
    text = fakes.MKDOCS.replace("use_directory_urls: false", "use_directory_urls: true")
    return fakes.project(folder, mkdocs=text)


def snippets(folder: Path) -> Path:
    text = fakes.MKDOCS.replace("tables]", "tables, pymdownx.snippets]")
    pages = {f"about.{code}.md": '# A\n\n--8<-- "secret.txt"\n' for code in fakes.CODES}
    return fakes.project(folder, pages, text)


def in_windows_1251(folder: Path) -> Path:
    project = fakes.project(folder)
    text = "# Помощь\n\nКак получить помощь.\n"
    (project / "docs/about.ru.md").write_bytes(text.encode("cp1251"))
    return project


def other_languages(folder: Path) -> Path:
    text = fakes.MKDOCS.replace("        - {locale: en, name: English}\n", "")
    return fakes.project(folder, mkdocs=text)


def breaks(_page: Page) -> str:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("project", "content", "error", "sentence"),
    [
        pytest.param(
            fakes.project,
            replace(fakes.content(), diagnostics=(ERROR,)),
            RefusedError,
            "normative/a.yml:1:1: error[PUB005] the link `x` leads to no page of the site",
            id="an error of a check",
        ),
        pytest.param(
            fakes.project,
            replace(fakes.content(), html=lambda _page: '<a href="no.html">x</a>'),
            RefusedError,
            "error[PUB005] the link `no.html` leads to no page of the site",
            id="a link that leads nowhere",
        ),
        pytest.param(
            fakes.project,
            fakes.content(
                [*fakes.library("short"), fakes.page("tk", "guide.html", "a", address="about.html")]
            ),
            RefusedError,
            "two pages stand at `about.html`",
            id="an address taken twice",
        ),
        pytest.param(
            linked("secret.tk.md", outside),
            fakes.content(),
            RefusedError,
            "docs/secret.tk.md:1:1: error[SRC001]",
            id="53 a page that is a link out of the project",
        ),
        pytest.param(
            linked("more", lambda project: outside(project).parent),
            fakes.content(),
            RefusedError,
            "docs/more:1:1: error[SRC001]",
            id="53 a folder that is a link out of the project",
        ),
        pytest.param(
            linked("again", lambda project: project / "docs"),
            fakes.content(),
            RefusedError,
            "docs/again:1:1: error[SRC001]",
            id="53 a folder that is a link to itself",
        ),
        pytest.param(
            no_docs,
            fakes.content(),
            MkDocsError,
            "nowhere.md",
            id="a warning of MkDocs",
        ),
        pytest.param(
            wrong_setting,
            fakes.content(),
            ConfigurationError,
            "mkdocs.yml: `use_directory_urls` must be `false`",
            id="a setting that would break the site",
        ),
        pytest.param(
            in_windows_1251,
            fakes.content(),
            RefusedError,
            "docs/about.ru.md:1:3: error[SRC001] looks like Windows-1251: `Помощь",
            id="24 a hand-written page in another encoding",
        ),
        pytest.param(
            snippets,
            fakes.content(),
            ConfigurationError,
            "mkdocs.yml: `markdown_extensions` must be `toc, tables, fenced_code, attr_list`",
            id="49 an extension that puts files into pages",
        ),
        pytest.param(
            other_languages,
            fakes.content(),
            ConfigurationError,
            "mkdocs.yml: `plugins.i18n.languages` must be `tk, ru, en`",
            id="other languages than the project's",
        ),
        pytest.param(
            fakes.project,
            replace(fakes.content(), html=breaks),
            UnwritableError,
            "cannot write to `site`: No space left on device",
            id="a full disk",
        ),
    ],
)
def test_a_build_that_fails_changes_nothing(
    project: Callable[[Path], Path],
    content: Content,
    error: type[SiteError],
    sentence: str,
    tmp_path: Path,
) -> None:
    target = tmp_path / "out" / "site"
    build(fakes.project(tmp_path / "old"), target, fakes.content())
    before = fakes.files(tmp_path / "out")
    with pytest.raises(error) as raised:
        build(project(tmp_path / "new"), target, content)
    assert sentence in in_words(raised.value, fakes.LANGUAGES["en"])
    assert fakes.files(tmp_path / "out") == before
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["site"]
    assert mkdocs.utils.clean_directory.__module__ == "mkdocs.utils"


def test_what_mkdocs_says_in_each_language_is_said_once(tmp_path: Path) -> None:
    mkdocs = fakes.MKDOCS.replace("about.md]", "about.md, missing.md]")
    project = fakes.project(tmp_path / "p", mkdocs=mkdocs)
    with pytest.raises(MkDocsError) as raised:
        build(project, tmp_path / "site", fakes.content())
    assert in_words(raised.value, fakes.LANGUAGES["en"]).count("'missing.md'") == 1


@pytest.mark.parametrize("lang", fakes.CODES)
def test_every_reason_has_its_sentence(lang: str) -> None:
    names = ["number", "setting", "wanted", "messages", "folder", "pid", "reason"]
    values = dict.fromkeys(names, "x")
    for error in SiteError.__subclasses__():
        assert fakes.LANGUAGES[lang].say(f"build.{error.key}", **values)


def test_a_folder_that_no_build_has_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/dear.txt").write_text("x", encoding="utf-8")
    with pytest.raises(NotASiteError):
        build(fakes.project(tmp_path / "p"), tmp_path / "letters", fakes.content())
    assert [each.name for each in (tmp_path / "letters").iterdir()] == ["dear.txt"]


def test_a_second_build_of_the_same_folder_is_told_which_process_has_it(tmp_path: Path) -> None:
    with locked(tmp_path / ".site.lock"), pytest.raises(LockedError) as raised:
        build(fakes.project(tmp_path / "p"), tmp_path / "site", fakes.content())
    assert raised.value.values["pid"] == str(os.getpid())
    assert raised.value.exit_code == 4


def test_the_lock_of_a_process_that_died_is_free(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text("999999\n", encoding="ascii")
    with locked(lock):
        assert lock.read_text("ascii") == f"{os.getpid()}\n"
    assert not lock.exists()


def test_what_a_killed_build_left_is_removed_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".site.building-abc").mkdir()
    (tmp_path / ".site.leaving-7").mkdir()
    (tmp_path / ".site.leaving-7/index.html").write_text("old", encoding="utf-8")
    with folder_beside(tmp_path / "site") as folder:
        assert (tmp_path / "site/index.html").read_text("utf-8") == "old"
        assert [each.name for each in tmp_path.iterdir() if each != folder] == ["site"]
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("there_is_an_old_one", [False, True])
@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_the_new_folder_takes_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, *, there_is_an_old_one: bool
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    if there_is_an_old_one:
        (tmp_path / "site").mkdir()
        (tmp_path / "site/old").touch()
    with folder_beside(tmp_path / "site") as folder:
        (folder / "new").touch()
        put_in_place(folder, tmp_path / "site")
    assert [each.name for each in (tmp_path / "site").iterdir()] == ["new"]
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


KILLED = """
import os, sys, signal
from pathlib import Path
from gollanma.site import build
from tests.site import fakes
left = [int(sys.argv[2])]
def audit(event, _arguments):
    if event in ("open", "os.rename", "os.mkdir", "shutil.rmtree", "ctypes.call_function"):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
root = Path(sys.argv[1])
content = fakes.content(fakes.library("long"))
sys.addaudithook(audit)
build(root / "p", root / "out/site", content)
"""


@pytest.mark.slow
@pytest.mark.parametrize("moment", range(6, 306, 6))
def test_a_killed_build_leaves_a_whole_site(moment: int, site: Path, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    target = build(fakes.project(tmp_path / "p"), tmp_path / "out/site", fakes.content()).folder
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(moment)],
        cwd=root,
        capture_output=True,
        check=False,  # it is killed on purpose
    )
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr
    left = fakes.files(target)
    build(tmp_path / "p", target, fakes.content(fakes.library("long")))
    assert left in (fakes.files(site), fakes.files(target))
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["site"]
