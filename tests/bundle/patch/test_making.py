"""Making patches: right for any bytes, small where little has changed, quick for a large bundle."""

import random
import time
import zlib
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.bundle import tar
from gollanma.bundle.patch.making import between, between_files
from gollanma.bundle.patch.matching import Index
from gollanma.bundle.patch.operations import Copy, carried_out, joined

RANDOM = random.Random(7)  # noqa: S311 - not for keys
WORDS = [
    "".join(RANDOM.choices("abcdefghijklmnoprstuwy", k=RANDOM.randint(2, 9))) for _ in range(999)
]


def prose(words: int) -> bytes:
    return " ".join(RANDOM.choices(WORDS, k=words)).encode()


FRAME = prose(900)
SITE = {f"sop/p{number}.html": FRAME + prose(400) + FRAME[:900] for number in range(40)}
PAGE = SITE["sop/p7.html"]


def deflated(operations: bytes) -> int:
    return len(zlib.compress(operations, 9))


def with_page(page: bytes, path: str = "sop/p7.html") -> dict[str, bytes]:
    return {**SITE, path: page}


@pytest.mark.parametrize(
    ("new", "most"),
    [
        pytest.param(SITE, 20, id="nothing"),
        pytest.param(with_page(PAGE.replace(PAGE[7000:7060], b"Ask twice.")), 70, id="a sentence"),
        pytest.param(with_page(PAGE[:7000] + PAGE[7300:]), 60, id="a paragraph less"),
        pytest.param(with_page(PAGE[:5000] + PAGE[5500:7000] + PAGE[5000:5500] + PAGE[7000:]), 60, id="a paragraph moved"),
        pytest.param(with_page(PAGE[:7000] + PAGE[9000:9400] + PAGE[7000:]), 60, id="a paragraph said twice"),
        pytest.param({path: each for path, each in SITE.items() if path != "sop/p7.html"}, 20, id="a page less"),
        pytest.param(with_page(PAGE, "sop/p99.html"), 130, id="a page under another name too"),
        pytest.param({path.replace("sop", "law"): each for path, each in SITE.items()}, 1600, id="a folder renamed"),
        pytest.param(with_page(FRAME + b"new words" + FRAME[:900], "sop/new.html"), 150, id="a new page in the frame of the others"),
    ],
)  # fmt: skip
def test_a_patch_is_as_small_as_the_change(new: Mapping[str, bytes], most: int) -> None:
    operations = between_files(SITE, new)
    after = tar.write(new)
    assert carried_out(operations, tar.write(SITE), len(after)) == after
    assert deflated(operations) <= most


def test_the_same_patch_every_time() -> None:
    new = with_page(PAGE[:7000] + PAGE[9000:9400] + PAGE[7000:])
    shuffled = dict(RANDOM.sample(sorted(new.items()), len(new)))
    assert between_files(SITE, new) == between_files(dict(reversed(SITE.items())), shuffled)


BYTES = st.lists(st.sampled_from([b"ab" * 20, b"xyz" * 30, b"q", b"\0" * 64]), max_size=9).map(
    b"".join
)
PATH = st.sampled_from(["a.html", "b.js", "c/d.html"])


@given(BYTES, BYTES)
def test_operations_between_any_bytes_make_the_new_ones(old: bytes, new: bytes) -> None:
    assert carried_out(between(old, new), old, len(new)) == new


@given(st.dictionaries(PATH, BYTES), st.dictionaries(PATH, BYTES))
def test_operations_between_any_files_make_the_new_ones(
    old: dict[str, bytes], new: dict[str, bytes]
) -> None:
    after = tar.write(new)
    operations = between_files(old, new)
    assert carried_out(operations, tar.write(old), len(after)) == after
    assert len(operations) <= len(after) + 16


def test_what_is_near_goes_before_what_is_first() -> None:
    same = bytes(range(40))
    old = same + b"-" * 40 + same + b"." * 40
    new = same + b"-" * 39 + b"!" + same + b"." * 40
    found = [e for e in joined(Index(old, 0, len(old), 8).matched(new)) if isinstance(e, Copy)]
    assert found == [Copy(0, 79), Copy(80, 80)]


def test_an_index_stays_within_a_part_of_the_old_bytes() -> None:
    old = b"one two three four five six seven eight nine ten"
    found = Index(old, 8, 23, 4).matched(b"two three four five")
    copies = [each for each in found if isinstance(each, Copy)]
    assert copies == [Copy(8, 15)]


@pytest.mark.slow
def test_a_patch_of_100_megabytes_takes_about_as_long_as_to_compress_them() -> None:
    large = {f"{folder}/{path}": each + prose(1200) for folder in "abcdefghijklmnopqrstuvwxyz" for path, each in SITE.items()}  # fmt: skip
    large |= {f"{path}-2": each * 4 for path, each in large.items()}
    new = {**large, "a/sop/p3.html": PAGE, "z/new.html": FRAME}
    assert len(tar.write(large)) > 80_000_000
    started = time.process_time()
    operations = between_files(large, new)
    ours = time.process_time() - started
    zlib.compress(tar.write(large), 6)
    assert ours < 4 * (time.process_time() - started - ours)
    assert deflated(operations) < 4000
