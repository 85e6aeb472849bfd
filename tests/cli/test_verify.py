"""`gollanma verify`, as a person at a distribution point runs it."""

import ast
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import gollanma.bundle
from gollanma.bundle import errors, names, zips
from gollanma.bundle.keys import chain_files, words
from gollanma.bundle.lists import hashed
from gollanma.bundle.verify import NOTES
from gollanma.languages import known_codes, load
from tests.support.contracts import agrees
from tests.support.folders import command
from tests.support.signing import bundle, chain, keyid, manifest, rehashed
from tests.support.zipping import hostile

WORDS = " ".join(words.in_words(hashed(chain()[0].data)))
PACKAGE = Path(gollanma.bundle.__file__).parent


def project(root: Path) -> Path:
    """Give a folder that holds nothing of a project but its roots."""
    for path, data in chain_files(chain()).items():
        place = root / "normative/state" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return root


def handed(root: Path, data: bytes, name: str = "north.zip") -> str:
    (root / name).write_bytes(data)
    return str(root / name)


GENUINE = zips.write(bundle())


@pytest.mark.parametrize(
    ("lang", "first", "last"),
    [
        pytest.param("en", "genuine: `north.zip`", "words of root 1:", id="English"),
        pytest.param("ru", "подлинная: `north.zip`", "слова корня 1:", id="Russian"),
        pytest.param("tk", "hakyky: `north.zip`", "1-nji köküň sözleri:", id="Turkmen"),
    ],
)
def test_a_genuine_copy_is_told_with_all_that_a_person_asks(
    tmp_path: Path, lang: str, first: str, last: str
) -> None:
    result = command(project(tmp_path), "verify", handed(tmp_path, GENUINE), lang=lang)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == first
    assert lines[-1] == f"{last} {WORDS}"
    assert sum(keyid(each) in result.stdout for each in (1, 2)) == 2


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", "error[no-manifest] there is no list of its files (the manifest)", id="nothing"),
        pytest.param(GENUINE[:-1], "error[after] the archive is cut, or something follows its end", id="cut"),
        pytest.param(hostile(name=b"../x.html"), "../x.html: error[climbs] its name leads out of the folder of the copy", id="zip-slip"),
        pytest.param(zips.write({**bundle(), "setup.exe": b"MZ"}), "setup.exe: error[extra] it does not belong to the copy", id="a program"),
        pytest.param(zips.write({**bundle(), "index.html": b"x"}), "index.html: error[size] it has 1 bytes instead of 1050", id="a page changed"),
        pytest.param(zips.write(bundle(signing=(1,))), "manifest.json: error[signatures] too few signatures count: needed 2, there 1", id="1 of 2"),
        pytest.param(zips.write(bundle(signing=())), "manifest.json: error[unsigned] nobody has signed it", id="unsigned"),
    ],
)  # fmt: skip
def test_what_is_refused_ends_with_five_and_says_what_to_do(
    tmp_path: Path, data: bytes, expected: str
) -> None:
    result = command(project(tmp_path), "verify", handed(tmp_path, data))
    assert result.exit_code == 5
    lines = result.stdout.splitlines()
    assert lines[0] == "NOT genuine, do not open it: `north.zip`"
    assert lines[1] == expected
    assert lines[2].startswith("  hint: ")


def test_all_refusals_are_in_json_and_twenty_as_text(tmp_path: Path) -> None:
    strays = {f"a{number}.html": b"" for number in range(30)}
    path = handed(tmp_path, zips.write({**bundle(), **strays}))
    as_text = command(project(tmp_path), "verify", path).stdout
    assert as_text.count("error[extra]") == 20
    assert "and 10 more" in as_text
    body = json.loads(command(tmp_path, "verify", path, "--format", "json").stdout)
    assert [each["path"] for each in body["refusals"]] == sorted(strays)


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        pytest.param([], 5, "error[no-anchor]", id="nothing that is trusted"),
        pytest.param(["--root-words", WORDS], 0, "genuine", id="the words"),
        pytest.param(["--root-words", WORDS.replace(" ", ", ").upper()], 0, "genuine", id="the words, typed otherwise"),
        pytest.param(["--root-words", " ".join(["radio"] * 12)], 2, "error[word]", id="a word that there is not"),
        pytest.param(["--root-words", "telefon"], 2, "error[words]", id="one word"),
        pytest.param(["--root-words", " ".join(["telefon"] * 12)], 5, "error[other-root]", id="other words"),
        pytest.param(["--previous", "old.zip"], 0, "genuine", id="the copy at hand"),
        pytest.param(["--previous", "new.zip"], 5, "error[rollback]", id="a newer copy at hand"),
        pytest.param(["--previous", "bad.zip"], 5, "error[no-manifest]", id="a copy at hand that is none"),
    ],
)  # fmt: skip
def test_what_is_trusted(tmp_path: Path, given: list[str], code: int, said: str) -> None:
    files = bundle()
    listed = {
        path: data
        for path, data in files.items()
        if "/" not in path or path.startswith(("assets", "sop"))
    }
    del listed["manifest.json"]
    handed(tmp_path, GENUINE, "old.zip")
    handed(tmp_path, zips.write(bundle(manifest(listed, 2))), "new.zip")
    handed(tmp_path, b"", "bad.zip")
    words_given = [str(tmp_path / each) if each.endswith(".zip") else each for each in given]
    result = command(tmp_path, "verify", handed(tmp_path, GENUINE), *words_given)
    assert (result.exit_code, said in result.output) == (code, True)


def test_an_unsigned_demonstration_is_said_to_be_one(tmp_path: Path) -> None:
    listed = rehashed(manifest(), profile="demo")
    path = handed(tmp_path, zips.write(bundle(listed, roots=(), signing=())))
    assert command(tmp_path, "verify", path).exit_code == 5
    result = command(tmp_path, "verify", path, "--unsigned-demo")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "unsigned demonstration: `north.zip`"
    assert "do not use it with a family" in result.stdout


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: GENUINE, id="genuine"),
        pytest.param(lambda: b"", id="unreadable"),
        pytest.param(lambda: zips.write({**bundle(), "index.html": b"x"}), id="changed"),
        pytest.param(lambda: zips.write(bundle(roots=(), signing=())), id="unsigned"),
    ],
)
def test_the_json_keeps_its_contract(tmp_path: Path, make: Callable[[], bytes]) -> None:
    path = handed(tmp_path, make())
    result = command(project(tmp_path), "verify", path, "--format", "json")
    agrees(json.loads(result.stdout), "verify")


def test_nothing_is_written(tmp_path: Path) -> None:
    path = handed(project(tmp_path), GENUINE)
    before = sorted(tmp_path.rglob("*"))
    command(tmp_path, "verify", path)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_stock_program_says_the_same(tmp_path: Path) -> None:
    for path, data in bundle().items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    for number in (1, 2):
        stock = stock_verify(tmp_path, number)
        assert stock.returncode == 0, stock.stderr
    (tmp_path / "manifest.json").write_bytes(b"{}\n")
    assert stock_verify(tmp_path, 1).returncode != 0


@pytest.mark.parametrize("namespace", ["gollanma-patch", "gollanma-root"])
def test_the_stock_program_refuses_another_namespace(tmp_path: Path, namespace: str) -> None:
    for path, data in bundle(namespace=namespace).items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    assert stock_verify(tmp_path, 1).returncode != 0


def stock_verify(folder: Path, number: int) -> subprocess.CompletedProcess[bytes]:
    words_of = ("ssh-keygen", "-Y", "verify", "-f", "allowed-signers.txt", "-n", "gollanma-bundle")
    who = ("-I", keyid(number), "-s", f"signatures/{keyid(number)}.sig")
    with (folder / "manifest.json").open("rb") as data:
        return subprocess.run(
            (*words_of, *who), check=False, cwd=folder, stdin=data, capture_output=True
        )


def codes() -> Iterator[str]:
    """Yield the codes of all refusals, as the modules of bundles raise them."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="BundleError" | "refusal"),
                    args=[ast.Constant(value=str(code)), *_],
                ):
                    yield code
                case ast.Call(
                    func=ast.Name(id="BundleError" | "refusal"),
                    args=[
                        ast.IfExp(
                            body=ast.Constant(value=str(one)), orelse=ast.Constant(value=str(other))
                        ),
                        *_,
                    ],
                ):
                    yield from (one, other)
    yield from (code for code, _ in names.FAULTS)
    yield from (
        "duplicate",
        "alike",
        "folder-and-file",
        "key",
        "passphrase",
        "revoked",
        "replaced",
        "unknown-key",
    )


def test_every_refusal_has_a_sentence_and_a_remedy_in_every_language() -> None:
    found = set(codes())
    assert len(found) > 70
    languages = load(known_codes())
    silent = [
        f"{code} in {each.code}"
        for each in map(languages.__getitem__, known_codes())
        for code in sorted(found)
        for part in ("says", "remedy")
        if not each.says(f"bundle.{'noted' if code in NOTES else 'refused'}.{code}.{part}")
    ]
    assert silent == []


def test_a_name_is_shown_so_that_it_turns_nothing_around() -> None:
    assert errors.shown("a\u202e\n\x1b[2Jb") == "a\\u202e\\n\\x1b[2Jb"
