"""Whatever stands in what was handed over: a refusal comes of it, and nothing else."""

import base64
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.bundle import canonical, lists, sshsig, trailer
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Root, Signed, Trust, chain_files, chain_of, words
from gollanma.bundle.opened import Opened
from gollanma.bundle.verify import Anchor, verify
from tests.support.signing import MADE, bundle, chain, keyid, public, root

GENUINE = bundle()
WITH_LISTS = bundle(files={f"page-{number:03}.html": b"<p>" for number in range(250)})
ANCHOR = Anchor(known=Trust.following(chain()))
READERS: dict[str, Callable[[bytes], object]] = {
    "canonical JSON": lambda data: canonical.read(data, "name"),
    "a root": lambda data: Root.read(data, "root/1.json"),
    "a list": lambda data: lists.read(data, "manifest/0123456789ab.json"),
    "one file": Opened.of_onefile,
    "a manifest": lambda data: Opened.of_files({"manifest.json": data}),
    "a chain": lambda data: Trust.following([Signed(data, {})]),
    "words": lambda data: words.heard(data.decode("utf-8", "replace")),
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@given(data=st.binary(max_size=300))
def test_bytes(reader: Callable[[bytes], object], data: bytes) -> None:
    try:
        reader(data)
    except BundleError:
        return


@given(st.binary(max_size=300))
def test_a_last_line_of_anything(data: bytes) -> None:
    line = trailer.BEGIN + base64.b64encode(data) + trailer.END
    with pytest.raises(BundleError):
        Opened.of_onefile(b"<!doctype html>\n" + line)


@given(
    st.text(max_size=300)
    | st.binary(max_size=300).map(
        lambda data: f"{sshsig.BEGIN}\n{base64.b64encode(data).decode()}\n{sshsig.END}\n"
    )
)
def test_no_other_signature_is_taken_for_one(armour: str) -> None:
    assert not sshsig.check(public(1), "gollanma-bundle", b"message", armour)
    sshsig.namespace_of(armour)
    sshsig.public_in(armour)


@pytest.mark.parametrize(
    "genuine",
    [pytest.param(GENUINE, id="of a few files"), pytest.param(WITH_LISTS, id="with lists")],
)
@given(data=st.data())
def test_a_bundle_with_any_bit_flipped_is_refused_and_the_file_is_named(
    genuine: Mapping[str, bytes], data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(sorted(genuine)))
    at = data.draw(st.integers(0, len(genuine[path]) - 1))
    changed = bytearray(genuine[path])
    changed[at] ^= 1 << data.draw(st.integers(0, 7))
    try:
        verdict = verify(Opened.of_files({**genuine, path: bytes(changed)}), MADE, ANCHOR)
    except BundleError as error:
        named = {error.name}
    else:
        named = {each.name for each in verdict.refusals}
    over_root = {f"root/1.{keyid(each)}.sig" for each in (1, 2)}
    if path == "manifest.json":
        renamed = {each for each in named - set(genuine) if each and each.encode() in changed}
        assert path in named or renamed  # it may list a file by a name that none may have
    else:
        assert named & ({path, "manifest.json"} if path not in over_root else {"root/1.json"})


@given(
    st.dictionaries(
        st.sampled_from(sorted(GENUINE)), st.sampled_from(["gone", "empty"]), min_size=1
    )
)
def test_a_bundle_with_any_files_gone_or_empty_is_refused(lost: dict[str, str]) -> None:
    files = {path: b"" if path in lost else data for path, data in GENUINE.items()}
    files = {path: data for path, data in files.items() if lost.get(path) != "gone"}
    try:
        refusals = verify(Opened.of_files(files), MADE, ANCHOR).refusals
    except BundleError as error:
        refusals = (error.refusal,)
    assert refusals


@given(st.lists(st.sets(st.sampled_from([1, 2, 3])), min_size=1, max_size=4))
def test_a_chain_is_read_as_it_was_written(signing: list[set[int]]) -> None:
    links = tuple(
        Signed(root(number).written(), {keyid(each): "x" for each in sorted(who)})
        for number, who in enumerate(signing, 1)
    )
    assert chain_of(chain_files(links)) == links


def test_the_genuine_one_is_not_refused() -> None:
    assert verify(Opened.of_files(GENUINE), MADE, ANCHOR).is_genuine
