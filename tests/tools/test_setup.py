import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from tools import setup
from tools.setup import Need

PLACE = setup.home((3, 11), Path("/srv/gollanma"))
INPUTS = {"requirements.txt": b"click==8.4\n", "pyproject.toml": b"[project]\n"}
BROWSER = Need("a browser", ("chromium",), lambda: False)
FONTS = Need("fonts", ("fonts-dejavu-core", "chromium"), lambda: False)
PRESENT = Need("a shell", ("dash",), lambda: True)


@pytest.mark.parametrize(
    ("place", "inputs"),
    [
        pytest.param(setup.home((3, 12), Path("/srv/gollanma")), INPUTS, id="another Python"),
        pytest.param(setup.home((3, 11), Path("/srv/other")), INPUTS, id="the folder was moved"),
        pytest.param(PLACE, INPUTS | {"requirements.txt": b"click==8.5\n"}, id="a new lock"),
        pytest.param(PLACE, INPUTS | {"pyproject.toml": b"[tool]\n"}, id="new metadata"),
        pytest.param(PLACE, {"pyproject.toml": b"[project]\n"}, id="a file less"),
    ],
)
def test_something_is_installed_anew_after(place: str, inputs: dict[str, bytes]) -> None:
    assert setup.stamp(place, inputs) != setup.stamp(PLACE, INPUTS)


def test_the_same_lock_in_any_order_installs_nothing() -> None:
    turned = dict(reversed(INPUTS.items()))
    assert setup.stamp(PLACE, turned) == setup.stamp(PLACE, INPUTS)


def test_another_lock_of_npm_is_installed_anew_for_tests_alone() -> None:
    npm = ("tests/scripts/package.json", "tests/scripts/package-lock.json")
    assert setup.LEVELS["site"].inputs == ("requirements.txt", "pyproject.toml")
    assert set(npm).isdisjoint(setup.LEVELS["bundle"].inputs)
    assert set(npm) <= set(setup.LEVELS["test"].inputs)


def test_the_site_needs_no_library_of_npm_and_a_bundle_does() -> None:
    asked = {name: setup.LIBRARY_SOURCE in each.inputs for name, each in setup.LEVELS.items()}
    assert asked == {"site": False, "editor": False, "bundle": True, "test": True}


def test_what_npm_cannot_install_is_told_in_one_sentence(tmp_path: Path) -> None:
    asked = '{"name": "asked", "dependencies": {"acorn": "8.19.0"}}'
    (tmp_path / "package.json").write_text(asked, encoding="utf-8")
    lock = '{"name": "asked", "lockfileVersion": 3, "packages": {"": {"name": "asked"}}}'
    (tmp_path / "package-lock.json").write_text(lock, encoding="utf-8")
    with pytest.raises(setup.SetUpError) as refusal:
        setup.install_scripts(tmp_path, tmp_path / "place")
    assert str(refusal.value) == (
        f"npm could not install what {tmp_path.as_posix()}/package-lock.json names: "
        "what it said stands above"
    )


def test_the_library_is_the_same_bytes_in_any_folder(tmp_path: Path) -> None:
    place = shutil.copytree(setup.LIBRARY_PLACE, tmp_path / "ž # % b", symlinks=True)
    made = tmp_path / "made" / "library.js"
    setup.join_library(place, made)
    assert made.read_bytes() == setup.LIBRARY_SCRIPT.read_bytes()
    assert "MIT License" in made.read_text(encoding="ascii")


@pytest.mark.parametrize(
    ("named", "on_the_path", "found"),
    [
        pytest.param("/opt/firefox", {"firefox-esr"}, "/opt/firefox", id="the one that is named"),
        pytest.param(
            "", {"firefox", "firefox-esr"}, "/usr/bin/firefox-esr", id="ESR before another"
        ),
        pytest.param("", {"firefox"}, "/usr/bin/firefox", id="another one where there is no ESR"),
        pytest.param("", {"chromium"}, None, id="none"),
    ],
)
def test_firefox_is_found(
    named: str, on_the_path: set[str], found: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOLLANMA_FIREFOX", named)
    which = {name: f"/usr/bin/{name}" for name in on_the_path}.get
    monkeypatch.setattr("shutil.which", which)
    assert setup.firefox() == found
    assert setup.has_firefox() == (found is not None)


def test_an_environment_for_tests_serves_the_site_too() -> None:
    site, editor, bundle, test = setup.LEVELS.values()
    assert setup.at_least(site) == (site, editor, bundle, test)
    assert setup.at_least(bundle) == (bundle, test)
    assert setup.at_least(test) == (test,)


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        pytest.param((3, 11), None, id="the oldest is new enough"),
        pytest.param((3, 15), None, id="a newer one too"),
        pytest.param(
            (3, 9),
            "Python 3.11 or newer is needed, this is 3.9: install it first",
            id="one that is too old is named",
        ),
    ],
)
def test_python_is_judged(version: tuple[int, int], sentence: str | None) -> None:
    if sentence is None:
        setup.refuse_old_python(version)
        return
    with pytest.raises(setup.SetUpError) as refusal:
        setup.refuse_old_python(version)
    assert str(refusal.value) == sentence


def test_what_is_missing_is_asked_for_in_one_sentence() -> None:
    assert setup.request([BROWSER, FONTS]) == (
        "the tests need a browser and fonts: install them first "
        "(on Debian: apt-get install chromium fonts-dejavu-core)"
    )


def test_what_is_missing_is_installed_in_one_go_after_an_update() -> None:
    update, install = setup.apt_commands([FONTS, BROWSER])
    assert update == ("apt-get", "update", "--quiet")
    assert install[-2:] == ("chromium", "fonts-dejavu-core")


def test_what_is_there_is_left_alone() -> None:
    setup.provide([PRESENT])


def test_a_person_who_may_not_install_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    with pytest.raises(setup.SetUpError, match="apt-get install chromium"):
        setup.provide([PRESENT, BROWSER])


@pytest.mark.parametrize(
    ("windows", "inside"),
    [
        pytest.param(True, "Scripts/python.exe", id="on Windows"),
        pytest.param(False, "bin/python", id="elsewhere"),
    ],
)
def test_place_of_python(*, windows: bool, inside: str) -> None:
    python = setup.environment_python(Path("root"), windows=windows)
    assert PurePosixPath(python.as_posix()) == PurePosixPath("root/.venv") / inside


@pytest.mark.parametrize("arguments", [[], ["house"], ["site", "test"]], ids=str)
def test_other_words_are_answered_with_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert setup.main(arguments) == 2
    assert capsys.readouterr().err == "usage: python tools/setup.py site|editor|bundle|test\n"


def test_the_lock_names_all_that_its_packages_need() -> None:
    uv = (sys.executable, "-m", "uv")
    check = subprocess.run(
        (*uv, "pip", "check", "--python", sys.executable), capture_output=True, check=False
    )
    assert check.returncode == 0, check.stderr.decode()
