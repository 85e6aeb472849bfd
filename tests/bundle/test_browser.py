"""What Python refuses, a browser refuses: every table of the readers, asked of the scripts again."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gollanma.bundle import browser, canonical, names, notice, tar, unzip, zips
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Signed, Trust
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.notice import Notice
from gollanma.bundle.opened import Opened
from gollanma.bundle.verify import Anchor, verify
from gollanma.languages import load
from gollanma.views.marks import mark_of
from tests.bundle import (
    test_lists,
    test_manifest,
    test_names,
    test_sshsig,
    test_tar,
    test_trust,
    test_verify,
    test_zips,
)
from tests.support.node import answer_of
from tests.support.signing import (
    MADE,
    bundle,
    chain,
    keyid,
    manifest,
    public,
    ring,
    root,
    signed,
)

Json = Any
Case = tuple[str, Json, Json]
"""A name, the work, what must come of it."""
PACKAGE = Path(browser.__file__).parent
DRIVER = Path(__file__).parents[1] / "scripts/bundle.js"
SCRIPTS = [PACKAGE / browser.MADE, *(PACKAGE / f"scripts/{name}.js" for name in browser.SCRIPTS)]


def asked(works: Sequence[Json]) -> list[Json]:
    """Let the scripts do works, and give what came of each."""
    found: list[Json] = answer_of(DRIVER, {"scripts": list(map(str, SCRIPTS)), "works": works})
    return found


def text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def texts(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: text(data) for path, data in files.items()}


def roots(signed_roots: Iterable[Signed]) -> list[Json]:
    return [{"data": text(each.data), "signatures": dict(each.signatures)} for each in signed_roots]


def refusal(work: Callable[[Any], object], given: object) -> list[str] | None:
    """Give code and name of what Python refuses."""
    try:
        work(given)
    except BundleError as error:
        return [error.code, error.name]
    return None


def rows(test: Callable[..., None]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield the rows of a table of another test."""
    for mark in test.pytestmark:  # type: ignore[attr-defined]
        for row in mark.args[1] if mark.name == "parametrize" else ():
            yield str(row.id), row.values


def differing(cases: Sequence[Case]) -> list[Case]:
    """Give the cases in which the scripts say another thing: name, expected, found."""
    found = asked([work for _, work, _ in cases])
    assert cases
    return [
        (name, expected, each)
        for (name, _, expected), each in zip(cases, found, strict=True)
        if each != expected
    ]


def outcome(refused: list[str] | None, done: Json) -> Json:
    return {"refused": refused} if refused else {"done": done}


def test_every_archive_of_the_table() -> None:
    table = rows(test_zips.test_an_archive_that_is_not_as_we_write_it_is_refused)
    whole = zips.write(bundle())
    done = {"files": texts(unzip.read(whole)), "again": text(whole)}
    cases: list[Case] = [
        (
            name,
            {"work": "zip", "bytes": text(values[0])},
            {"refused": refusal(unzip.read, values[0])},
        )
        for name, values in table
    ]
    cases.append(("as it should be", {"work": "zip", "bytes": text(whole)}, {"done": done}))
    assert differing(cases) == []


def test_every_name_of_the_table() -> None:
    cases = [
        (name, {"work": "name", "path": values[0]}, {"done": names.check(values[0])})
        for name, values in rows(test_names.test_what_is_wrong_with_a_path)
    ]
    assert differing(cases) == []


def test_every_set_of_names_of_the_table() -> None:
    """Of names that a bundle may have; others never come so far."""
    cases = [
        (
            name,
            {"work": "names", "paths": paths},
            outcome([*expected[0]] if expected else None, None),
        )
        for name, (paths, expected) in rows(test_names.test_paths_that_a_disk_mixes_up)
        if all(names.check(path) is None for path in paths)
    ]
    assert differing(cases) == []


def test_every_tar_of_the_table() -> None:
    whole = tar.write({path: each for path, each in test_tar.FILES.items() if path != "b.html"})
    tars = {
        name: values[0](whole) for name, values in rows(test_tar.test_every_other_tar_is_refused)
    }
    cases: list[Case] = [
        (name, {"work": "tar", "bytes": text(data)}, {"refused": refusal(tar.read, data)})
        for name, data in tars.items()
    ]
    files = {
        **test_tar.FILES,
        test_tar.LONG: b"long",
        f"{'a' * 40}/{'b' * 40}/{'c' * 30}.html": b"",
    }
    made = tar.write(files)
    cases.append(("written", {"work": "tarOf", "files": texts(files)}, {"done": text(made)}))
    cases.append(("read", {"work": "tar", "bytes": text(made)}, {"done": sorted(files)}))
    assert differing(cases) == []


TWICE = "a key twice"
"""Python sees it while it reads and says `json`, a browser when it compares: `canonical`."""


def test_every_manifest_of_the_tables() -> None:
    data = {
        name: values[0](manifest().written())
        for name, values in rows(test_manifest.test_one_spelling_alone_is_read)
        if name != "17 MB"  # costs more than it tells
    }
    data |= {
        name: canonical.written(values[0](json.loads(manifest().written())))
        for name, values in rows(test_manifest.test_what_contradicts_itself_is_refused)
    }
    cases = [
        (name, {"work": "manifest", "bytes": text(each)}, {"refused": refusal(Manifest.read, each)})
        for name, each in data.items()
    ]
    assert [name for name, _, _ in differing(cases)] == [TWICE]
    whole = {"work": "manifest", "bytes": text(manifest().written())}
    assert asked([whole]) == [{"done": manifest().version}]


def test_every_signature_and_key_of_the_tables() -> None:
    cases: list[Case] = [
        (
            name,
            {
                "work": "signature",
                "public": public(who),
                "namespace": space,
                "message": text(message),
                "armour": armour,
            },
            {"done": expected or None},
        )
        for name, (who, space, message, armour, expected) in rows(
            test_sshsig.test_a_signature_is_checked
        )
    ]
    cases += [
        (name, {"work": "key", "public": line}, {"done": is_key or None})
        for name, (line, is_key) in rows(test_sshsig.test_a_public_key_is_read)
    ]
    assert differing(cases) == []


def test_every_chain_of_the_tables() -> None:
    cases: list[Case] = [
        (
            name,
            {"work": "chain", "chain": roots(links)},
            outcome(refusal(Trust.following, links), len(links)),
        )
        for name, (links, _, _) in rows(test_trust.test_a_chain_is_followed_to_its_first_break)
    ]
    cases += [
        (
            name,
            {
                "work": "signers", "known": roots(chain()), "namespace": space,
                "message": text(b"m"), "signatures": ring(*who).sign(space, b"m"),
            },
            {"done": sorted(map(keyid, who))} if is_enough else {"refused": ["signatures", ""]},
        )
        for name, (who, space, is_enough) in rows(test_trust.test_enough_keys_must_have_signed)
    ]  # fmt: skip
    assert differing(cases) == []


# --- whole bundles


def judged(
    name: str, opened: Callable[[], Opened], given: Json, anchor: Anchor, day: date = MADE
) -> Case:
    """Give a bundle to judge, with what Python finds of it."""
    work = {"work": "verify", "day": day.isoformat(), **given}
    try:
        verdict = verify(opened(), day, anchor)
    except BundleError as error:
        return name, work, {"refused": [error.code, error.name]}
    found = {
        key: [[each.code, each.name] for each in getattr(verdict, key)]
        for key in ("refusals", "notes")
    }
    return name, work, {"done": found}


def bundle_case(
    name: str, files: Mapping[str, bytes], known: Sequence[Signed] = chain(), day: date = MADE
) -> Case:
    given = {"files": texts(files), "known": roots(known)}
    anchor = Anchor(known=Trust.following(known))
    return judged(name, lambda: Opened.of_files(files), given, anchor, day)


def unlike(cases: Sequence[Case]) -> list[Case]:
    """Give the bundles of which the scripts say another thing, whoever signed them."""
    found = differing(cases)
    return [
        (name, expected, each)
        for name, expected, each in found
        if {key: each.get("done", {}).get(key) for key in ("refusals", "notes")}
        != expected.get("done")
    ]


def test_every_file_that_is_not_as_signed() -> None:
    cases = [
        bundle_case(name, values[0](bundle()))
        for name, values in rows(test_verify.test_a_file_that_is_not_as_signed_is_named)
    ]
    assert unlike([bundle_case("genuine", bundle()), *cases]) == []


def test_every_list_that_is_not_as_signed() -> None:
    cases = [
        bundle_case(name, values[0](test_lists.WHOLE))
        for name, values in rows(test_lists.test_a_list_that_is_not_as_signed_is_named)
    ]
    forced = [
        bundle_case(name, test_lists.signed_by_force(values[0]))
        for name, values in rows(test_lists.test_a_signed_list_that_contradicts_itself_is_refused)
    ]
    assert unlike([bundle_case("genuine", test_lists.WHOLE), *cases, *forced]) == []


def test_whoever_signed() -> None:
    cases = [
        bundle_case(name, bundle(roots=links, signing=who, namespace=space))
        for name, (links, who, space, _) in rows(test_verify.test_who_signed)
    ]
    assert unlike(cases) == []


def test_a_newer_chain_that_is_known_judges_an_older_bundle() -> None:
    cases = [
        bundle_case(str(who), bundle(signing=who), test_verify.ROTATED) for who in ((1, 2), (1, 3))
    ]
    assert unlike(cases) == []


def test_every_day_of_the_table() -> None:
    cases = []
    for name, (expires, made, day, _, _) in rows(test_verify.test_days):
        links = (signed(root(expires=expires), 1, 2),)
        listed = manifest(test_verify.without_envelope(bundle(roots=links)))
        version = int(f"{made:%Y%m%d}01")
        review_by = max(listed.review_by, made)
        listed = replace(listed, made=made, version=version, review_by=review_by)
        cases.append(bundle_case(name, bundle(listed, roots=links), links, day))
    assert unlike(cases) == []


def test_whatever_follows_the_copy_at_hand_or_does_not() -> None:
    following = [
        (name, test_verify.OLD, new)
        for name, (new, _, _) in rows(test_verify.test_what_follows_the_copy_at_hand)
    ]
    others = [
        (name, old, new) for name, (old, new, _) in rows(test_verify.test_what_does_not_follow)
    ]
    cases = [
        judged(
            name,
            lambda new=new: new,  # type: ignore[misc]
            {"files": texts(new.files), "previous": {"files": texts(old.files)}},
            Anchor(previous=old),
        )
        for name, old, new in (*following, *others)
    ]
    assert unlike(cases) == []


def test_every_one_file_of_the_table() -> None:
    cases = [
        judged(
            name,
            lambda data=data: Opened.of_onefile(data),  # type: ignore[misc]
            {"bytes": text(data), "known": roots(chain())},
            test_verify.KNOWN,
        )
        for name, values in rows(test_verify.test_the_one_file_form)
        for data in [values[0](test_verify.onefile())]
    ]
    assert unlike(cases) == []


# --- of a copy whose files are not at hand its version is known, and for whom it is

HELD = {"bundle": "north", "version": manifest().version, "profile": "service"}


@pytest.mark.parametrize(
    ("held", "refusals", "notes"),
    [
        pytest.param({}, [], ["same"], id="the same version"),
        pytest.param({"version": 2026112101}, [], [], id="a newer one"),
        pytest.param({"version": 2026112301}, ["rollback"], [], id="an older one"),
        pytest.param({"bundle": "south"}, [], ["elsewhere"], id="that of another place"),
        pytest.param(
            {"bundle": "south", "version": 2026112301}, [], ["elsewhere"], id="an older one of another place"
        ),
    ],
)  # fmt: skip
def test_a_bundle_is_held_against_the_copy_that_asks(
    held: Json, refusals: list[str], notes: list[str]
) -> None:
    given = {"files": texts(bundle()), "known": roots(chain()), "held": {**HELD, **held}}
    (found,) = asked([{"work": "verify", "day": MADE.isoformat(), **given}])
    codes = {key: [code for code, _ in found["done"][key]] for key in ("refusals", "notes")}
    assert codes == {"refusals": refusals, "notes": notes}
    assert found["done"]["signers"] == ["Office 1", "Office 2"]


# --- patches

VECTORS = Path(__file__).parent / "vectors"
TOLD_OTHERWISE = {"header-twice-a-key": "canonical"}
"""As with a manifest: Python says `json`."""


def vectors() -> list[Case]:
    """Give every patch of the vectors, with the refusal or the very bytes that must come of it."""
    said = json.loads((VECTORS / "cases.json").read_text("utf-8"))
    known = json.loads((VECTORS / "trust.json").read_text("utf-8"))
    trusted = [{**each, "data": text(each["data"].encode())} for each in known]
    return [
        (
            each["name"],
            {
                "work": "update",
                "day": said["day"],
                "known": trusted,
                "old": text((VECTORS / each["old"]).read_bytes()),
                "patch": text((VECTORS / f"{each['name']}.gpatch").read_bytes()),
            },
            {"codes": [], "made": text((VECTORS / each["new"]).read_bytes())}
            if each["new"]
            else {"codes": [TOLD_OTHERWISE.get(each["name"], each["code"])], "made": None},
        )
        for each in said["cases"]
    ]


def test_every_patch_of_the_vectors() -> None:
    cases = vectors()
    found = asked([work for _, work, _ in cases])
    outcomes = [each.get("done") or {"codes": [each["refused"][0]], "made": None} for each in found]
    assert [
        (name, expected["codes"], each["codes"])
        for (name, _, expected), each in zip(cases, outcomes, strict=True)
        if (expected["codes"][:1], expected["made"]) != (each["codes"][:1], each["made"])
    ] == []


# --- notices


def notices() -> Iterator[tuple[str, str]]:
    good = notice.signed(Notice(2**63 + 5, 1, 2026112299, MADE), ring(4), keyid(4))
    by_another = notice.signed(Notice(5, 1, 2, MADE), ring(1), keyid(1))
    yield "as it was sent", good
    yield (
        "typed in groups, in small letters",
        "-".join(good.lower()[i : i + 4] for i in range(0, len(good), 4)),
    )
    yield "without the word before it", good.partition(" ")[2]
    yield "letters that look alike", good.replace("0", "o").replace("1", "l")
    yield "broken into lines", "\n".join(good[i : i + 30] for i in range(0, len(good), 30))
    yield "a letter less", good[:-1]
    yield "a letter more", good + "7"
    yield "another letter", good[:40] + ("A" if good[40] != "A" else "B") + good[41:]
    yield "no letter", good[:-1] + "ж"
    yield "an empty field", ""
    yield "signed by a key of another role", by_another
    yield "of a newer form", resealed(good, bytes([2]))
    yield "of no form", resealed(good, bytes([0]))
    yield "another page", resealed(good, bytes([1, 9]))


def resealed(text_of_notice: str, beginning: bytes) -> str:
    """Give a notice with other first bytes, its sum made right again."""
    letters = text_of_notice.removeprefix(f"{notice.WORD} ")
    number = sum(notice.LETTERS.index(each) << 5 * i for i, each in enumerate(reversed(letters)))
    data = number.to_bytes(notice.SIZE, "big")[: -notice.SUM]
    data = beginning + data[len(beginning) :]
    return notice.letters(data + hashlib.sha256(data).digest()[: notice.SUM])


def test_every_notice() -> None:
    trust = Trust.following(chain())
    cases = []
    for name, letters in notices():
        refused = refusal(lambda given: notice.read(given, trust), letters)
        said = None if refused else notice.read(letters, trust)
        expected = said and {
            "mark": f"{said.mark:016x}",
            "first": said.first,
            "last": said.last,
            "day": str(said.day),
        }
        cases.append(
            (
                name,
                {"work": "notice", "text": letters, "known": roots(chain())},
                outcome(refused, expected),
            )
        )
    assert differing(cases) == []
    assert sum("done" in expected for _, _, expected in cases) == 5


@pytest.mark.parametrize(
    ("address", "mark"),
    [
        pytest.param("", 0xCBF29CE484222325, id="nothing, by the draft"),
        pytest.param("a", 0xAF63DC4C8601EC8C, id="a, by the draft"),
        pytest.param("foobar", 0x85944171F73967E8, id="foobar, by the draft"),
        pytest.param("sop/intake.html", mark_of("sop/intake"), id="without its ending"),
    ],
)
def test_the_mark_of_an_address(address: str, mark: int) -> None:
    assert mark_of(address) == mark


# --- what a bundle takes along


def test_the_scripts_of_a_copy_know_its_roots_and_its_pages() -> None:
    made = browser.scripts(load(("tk", "en")), chain(), ["sop/intake.html", "index.html"])
    assert sorted(made) == ["assets/bundle.js", "assets/library.js"]
    program = made["assets/bundle.js"].decode()
    assert 'window.gollanmaPages = ["index","sop/intake"];' in program
    assert json.dumps(chain()[0].data.decode()) in program
    assert browser.scripts(load(("tk", "en")), chain(), ["index.html", "sop/intake.html"]) == made


def test_who_may_sign_is_told_where_anybody_may() -> None:
    signers = "allowed-signers.txt"
    assert signers in browser.trusting(load(("en",)), chain(), ["index.html"])
    assert signers not in browser.trusting(load(("en",)), (), ["index.html"])


def test_without_the_library_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "MADE", "made/absent.js")
    with pytest.raises(browser.MissingLibraryScriptError):
        browser.library()


# --- sentences

NOTED = {"elsewhere", "future", "languages", "not-next", "overdue", "root-expired-since", "same"}
REFUSED = {
    "absolute", "after", "backslash", "bad-signature", "between", "bomb", "canonical", "changed",
    "climbs", "content", "damaged", "demo", "device", "directory", "duplicate", "encrypted",
    "extra", "field", "folder-and-file", "form", "json", "letters", "link", "long", "many-files",
    "missing", "mixed", "namespace", "newer", "no-anchor", "no-manifest", "no-root", "no-zip",
    "normal", "other-bundle", "overlap", "patch-changed", "patch-done", "patch-form",
    "patch-from", "patch-operations", "patch-other", "patch-result", "patch-rollback",
    "recall-form", "recall-length", "recall-letters", "recall-newer", "recall-slip", "returned",
    "rollback", "root-expired", "root-fork", "root-gap", "root-old", "root-signatures",
    "same-version", "signatures", "size", "special", "tar", "too-large", "trailing", "two-heads",
    "unknown-key", "unsigned", "unusual", "version", "zip64",
}  # fmt: skip
"""What the scripts refuse. One that is missing here is found by its hyphen."""
NAMES = {"gollanma-bundle", "gollanma-patch", "gollanma-recall", "gollanma-root"}
"""Words in quotation marks that are no codes: what signatures are for."""
OTHERS = {"deflate-raw", "utf-8", "ssh-ed25519", "allowed-signers"}
HYPHENED = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"')


def test_no_code_of_the_scripts_is_forgotten() -> None:
    quoted = {word for name in browser.SCRIPTS for word in HYPHENED.findall(browser.script(name))}
    assert quoted - REFUSED - NOTED - NAMES - OTHERS <= {"revoked", "replaced"}


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_whatever_the_scripts_say_has_words(lang: str) -> None:
    language = load((lang,))[lang]
    said = browser.words(language)
    texts = [browser.script(name) for name in browser.PAGES]
    asked = {key for each in texts for key in re.findall(r'say\("([a-z-]+)"', each)}
    assert asked - said.keys() == set()
    unsaid = {
        code
        for table, codes in (("refused", REFUSED), ("noted", NOTED))
        for code in codes
        if not {f"{table}.{code}.says", f"{table}.{code}.remedy"} <= said.keys()
    }
    assert unsaid == set()
