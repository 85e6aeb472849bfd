"""Documents of one edition in several languages that do not say the same."""

from collections.abc import Callable, Mapping

import pytest

from gollanma.exchange.akn import Imported, documents, read
from gollanma.model import Text
from tests.exchange.akn.support import ACT, addressed

KEY = f"{ACT}@2020-02-01"
Edit = Callable[[str], str]


def edited(edit: Edit, lang: str = "ru") -> Mapping[str, bytes]:
    """Give the documents of the small law, one of them changed by hand."""
    files = documents(addressed(), KEY)
    name = f"help@2020-02-01.{lang}.xml"
    text = files[name].decode()
    assert edit(text) != text, "the edit changes nothing"
    return {**files, name: edit(text).encode()}


def replaced(old: str, new: str) -> Edit:
    return lambda text: text.replace(old, new, 1)


def cut_out(start: str, end: str) -> Edit:
    """Take out what stands from one mark to another."""

    def edit(text: str) -> str:
        before, _, rest = text.partition(start)
        return before + rest.partition(end)[2]

    return edit


def said(imported: Imported) -> list[tuple[str, str, Mapping[str, object]]]:
    return [(each.code, each.key, each.values) for each in imported.diagnostics]


def test_one_language_alone_gives_its_words_alone() -> None:
    files = documents(addressed(), KEY)
    one = {name: each for name, each in files.items() if name.endswith(".ru.xml")}
    edition = read(addressed(), one).editions[KEY]
    assert edition.body[1].text == Text({"ru": "Согласие человека спрашивают обязательно."})


@pytest.mark.parametrize(
    ("edit", "key", "values"),
    [
        pytest.param(
            replaced('wId="a1.2"', 'wId="a1.9"'),
            "unit",
            {"value": "a1.9", "was": "a1.2"},
            id="another id",
        ),
        pytest.param(
            cut_out('<paragraph eId="art_1__para_1"', "</paragraph>"),
            "unit",
            {"value": "a1.2", "was": "a1.1"},
            id="a part is missing",
        ),
        pytest.param(
            cut_out('<article eId="art_2"', "</article>"),
            "unit",
            {"value": "—", "was": "a2"},
            id="the last article is missing",
        ),
        pytest.param(
            replaced('g:number="2"', 'g:number="3"'),
            "value",
            {"value": "3", "was": "2"},
            id="another number",
        ),
        pytest.param(
            replaced("<g:modality>may</g:modality>", "<g:modality>must</g:modality>"),
            "value",
            {"value": "must", "was": "may"},
            id="a right became a duty",
        ),
        pytest.param(
            replaced('period="#tgp_1"', ""), None, {}, id="what one leaves out the other says"
        ),
    ],
)
def test_where_languages_differ_both_places_are_given(
    edit: Edit, key: str | None, values: Mapping[str, str]
) -> None:
    imported = read(addressed(), edited(edit))
    if key is None:
        assert imported.diagnostics == ()
        return
    assert ("AKN003", key, values) in said(imported)
    assert imported.editions == {}
    for each in imported.diagnostics:
        assert [other.span.path for other in each.related] == ["help@2020-02-01.tk.xml"]
        assert each.span.path == "help@2020-02-01.ru.xml"


def test_two_documents_of_one_language_are_one_too_many() -> None:
    files = documents(addressed(), KEY)
    again = {**files, "other.xml": files["help@2020-02-01.ru.xml"]}
    imported = read(addressed(), again)
    assert [each[:2] for each in said(imported)] == [("AKN003", "twice")]
    assert imported.editions == {}


def test_a_part_that_was_taken_out_of_all_languages_is_gone() -> None:
    edit = cut_out('<paragraph eId="art_1__para_1"', "</paragraph>")
    files = {
        name: edit(each.decode()).encode() for name, each in documents(addressed(), KEY).items()
    }
    edition = read(addressed(), files).editions[KEY]
    assert [each.id for each in edition.body[0].contains] == ["a1.2"]
