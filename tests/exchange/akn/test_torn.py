"""Whatever is done to a document, what is wrong is a finding: nothing is raised, nothing half read."""

import re
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from gollanma.diagnostics import Severity
from gollanma.exchange.akn import documents, read
from tests.exchange.akn.support import ACT, addressed

KEY = f"{ACT}@2020-02-01"
MARKS = re.compile(r"</?[^<>]*>|\s[\w:]+=\"[^\"]*\"|[^<>]+")
PUT_IN = (
    *("", "<p>", "</p>", "<hcontainer/>", "<hcontainer><num>1</num></hcontainer>", "&amp;", "&x;"),
    *("<g:item/>", '<g:body flag="x"/>', "<g:day>x</g:day>", "<intro/>", "<content/>", "<num/>"),
    *('<g:sample flag="no"/>', '<g:stage xml:lang="tk">x</g:stage>', "<ref/>", "<ref href='#a'/>"),
    *("<temporalGroup/>", '<article wId="a 1" status="removed" period="#x"/>', "\x00", "\ufffe"),
    *('<g:provision of="a1"><g:id>b</g:id></g:provision>', "<!-- x -->", "<?x?>", "<![CDATA[<]]>"),
)


def torn(text: str, cuts: list[tuple[int, int, str]]) -> str:
    """Take marks or words out of a document, and put something else into their place."""
    pieces = MARKS.findall(text)
    for start, length, new in cuts:
        at = start % len(pieces)
        pieces[at : at + length] = [new]
    return "".join(pieces)


def cuts() -> st.SearchStrategy[list[tuple[int, int, str]]]:
    one = st.tuples(st.integers(0, 10**6), st.integers(0, 2), st.sampled_from(PUT_IN))
    return st.lists(one, min_size=1, max_size=3)


def whole() -> Mapping[str, bytes]:
    return documents(addressed(), KEY)


@given(cuts(), st.sampled_from(("tk", "ru", "en")), st.sampled_from(("alone", "with others")))
def test_a_torn_document_is_a_finding(
    where: list[tuple[int, int, str]], lang: str, company: str
) -> None:
    name = f"help@2020-02-01.{lang}.xml"
    bad = torn(whole()[name].decode(), where).encode()
    imported = read(addressed(), {name: bad} if company == "alone" else {**whole(), name: bad})
    is_bad = any(each.severity is Severity.ERROR for each in imported.diagnostics)
    assert bool(imported.editions) is not is_bad
    assert all(each.span.line >= 1 and each.span.column >= 1 for each in imported.diagnostics)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_is_no_document_is_a_finding(data: bytes) -> None:
    imported = read(addressed(), {"a.xml": data})
    assert [each.severity for each in imported.diagnostics] == [Severity.ERROR]
    assert imported.editions == {}
