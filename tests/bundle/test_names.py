import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.bundle import names


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("index.html", None, id="a page"),
        pytest.param("act/social-services/a12-1.html", None, id="a page in folders"),
        pytest.param("assets/main.484c7ddc.min.css", None, id="several endings"),
        pytest.param("root/1.0123456789abcdef.sig", None, id="the signature of a root"),
        pytest.param("../x", "climbs", id="up"),
        pytest.param("a/../../x", "climbs", id="up on the way"),
        pytest.param("/etc/x", "absolute", id="from the root"),
        pytest.param("", "absolute", id="nothing"),
        pytest.param("c:/x", "absolute", id="a drive"),
        pytest.param("C:x", "absolute", id="a drive without a slash"),
        pytest.param("..\\x", "backslash", id="up, in Windows"),
        pytest.param("\\\\server\\x", "backslash", id="a server"),
        pytest.param("CON", "device", id="the console"),
        pytest.param("a/nul.txt", "device", id="the void with an ending"),
        pytest.param("a/nul .txt", "device", id="the void with a blank"),
        pytest.param("lpt1/a.html", "device", id="a printer as a folder"),
        pytest.param("com¹", "device", id="a port with a raised number"),
        pytest.param("com10.html", None, id="no port: ten"),
        pytest.param("a.html.", "trailing", id="a dot at the end"),
        pytest.param("a /b.html", "trailing", id="a blank at the end of a folder"),
        pytest.param("./a.html", "trailing", id="a dot as folder"),
        pytest.param("a/e\u0308.html", "normal", id="letters in parts"),
        pytest.param("a/ä.html", "letters", id="a letter with a sign"),
        pytest.param("a/sор-1.html", "letters", id="Cyrillic look-alikes"),
        pytest.param("a/B.html", "letters", id="a capital"),
        pytest.param("a//b.html", "letters", id="an empty part"),
        pytest.param("a/b/", "letters", id="a folder"),
        pytest.param(".htaccess", "letters", id="a hidden file"),
        pytest.param("a b.html", "letters", id="a blank"),
        pytest.param("a\0.html", "letters", id="a zero"),
        pytest.param("a\u202elmth.exe", "letters", id="letters that turn around"),
        pytest.param("a" * 64, None, id="64 letters"),
        pytest.param("a" * 65, "long", id="65 letters"),
        pytest.param("/".join(["a" * 29] * 4), None, id="120 letters, but one"),
        pytest.param("/".join(["a" * 30] * 4), "long", id="123 letters"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_path(path: str, expected: str | None) -> None:
    assert names.check(path) == expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["a.html", "b/a.html"], [], id="two files"),
        pytest.param(["a.html", "a.html"], [("duplicate", "a.html")], id="twice"),
        pytest.param(["a.html", "A.html"], [("alike", "A.html"), ("alike", "a.html")], id="case"),
        pytest.param(["ä", "a\u0308"], [("alike", "a\u0308"), ("alike", "ä")], id="composed"),
        pytest.param(["ß", "ss"], [("alike", "ss"), ("alike", "ß")], id="full case folding"),
        pytest.param(["a", "a/b"], [("folder-and-file", "a")], id="a file where a folder is"),
        pytest.param(["A", "a/b/c"], [("folder-and-file", "A")], id="the same in another case"),
    ],
)
def test_paths_that_a_disk_mixes_up(paths: list[str], expected: list[tuple[str, str]]) -> None:
    assert list(names.clashes(paths)) == expected


@given(st.text())
def test_what_is_accepted_is_plain_on_every_disk(path: str) -> None:
    if names.check(path) is None:
        assert path.isascii()
        assert path == path.casefold()
        assert len(path) <= 120
        assert all(0 < len(part) <= 64 for part in path.split("/"))


@given(st.from_regex(r"[a-z0-9-]{1,9}(/[a-z0-9-]{1,9}){0,3}\.html", fullmatch=True))
def test_ordinary_addresses_are_accepted_unless_a_device_is_among_them(path: str) -> None:
    assert names.check(path) in {None, "device"}
