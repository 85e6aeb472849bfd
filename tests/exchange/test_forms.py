"""Forms as Word files: pandoc and python-docx read every label, and every field has its control."""

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc  # type: ignore[import-untyped] # it brings no types
import pytest
from docx import Document
from docx.oxml.ns import qn

from gollanma.exchange.forms import form_document, form_files
from gollanma.graph import Graph
from gollanma.model import Ref
from gollanma.model.kinds import Form
from gollanma.views.voice import Voice
from tests.support.projects import packs, small
from tests.support.word import corpus
from tests.views.test_blanks import FORM, PATH

LANGUAGES = ("tk", "ru", "en")
LETTER = "form/letter"
MOST = 15 * 1024
"""What somebody with a slow line is asked to load."""


@cache
def graph() -> Graph:
    return small({PATH: FORM}).graph


def voice(code: str, of: Graph | None = None) -> Voice:
    return Voice(of or graph(), packs(LANGUAGES)[code])


def document(code: str = "en", also: str | None = None, role: str | None = None) -> bytes:
    beside = voice(also) if also else None
    return form_document(voice(code), LETTER, beside, Ref.parse(role) if role else None)


def read(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def controls(content: bytes) -> dict[str, Any]:
    """Give what a file says of each control that stands in no other, by its tag."""
    body = read(content).element.body
    found = [each for each in body.iter(qn("w:sdt")) if not list(each.iterancestors(qn("w:sdt")))]
    tags = [each.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) for each in found]
    assert len(tags) == len(set(tags))
    return dict(zip(tags, found, strict=True))


def kind(control: Any) -> str:
    names: set[str] = {each.tag.rpartition("}")[2] for each in control.find(qn("w:sdtPr"))}
    return min(names - {"alias", "tag", "id", "lock", "showingPlcHdr"})


def plain(tmp_path: Path, content: bytes) -> str:
    """Give what pandoc reads: it knows nothing of us."""
    path = tmp_path / "form.docx"
    path.write_bytes(content)
    return " ".join(pypandoc.convert_file(str(path), "plain", extra_args=["--wrap=none"]).split())


def test_each_field_is_a_control_of_its_kind() -> None:
    assert {tag: kind(each) for tag, each in controls(document()).items()} == {
        "name": "text",
        "story": "text",
        "way": "group",
        "heard": "dropDownList",
        "day": "date",
        "times": "text",
        "hand": "text",
    }


def test_each_choice_of_several_is_a_box_to_mark() -> None:
    inside = list(controls(document())["way"].iter(qn("w14:checkbox")))
    assert len(inside) == 2


def test_a_choice_of_one_is_a_list() -> None:
    heard = controls(document("ru", "tk"))["heard"]
    offered = [each.get(qn("w:displayText")) for each in heard.iter(qn("w:listItem"))]
    assert offered == ["да / hawa", "нет / ýok"]


def test_no_control_can_be_taken_away_and_nothing_else_be_changed() -> None:
    paper = read(document())
    every = list(paper.element.body.iter(qn("w:sdt")))
    locks = [each.find(f"{qn('w:sdtPr')}/{qn('w:lock')}") for each in every]
    assert {each.get(qn("w:val")) for each in locks} == {"sdtLocked"}
    numbers = [each.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for each in every]
    assert len(numbers) == len(set(numbers))
    protection = paper.settings.element.find(qn("w:documentProtection"))
    assert (protection.get(qn("w:edit")), protection.get(qn("w:enforcement"))) == ("forms", "1")


@pytest.mark.parametrize("code", LANGUAGES)
def test_pandoc_reads_every_word_of_every_form_in_two_languages(code: str, tmp_path: Path) -> None:
    of, also = corpus(), LANGUAGES[LANGUAGES.index(code) - 1]
    for key, form in of.library.keyed(Form):
        content = form_document(voice(code, of), key, voice(also, of))
        text = plain(tmp_path, content)
        for field in form.fields:
            for each in filter(None, (field.heading, field.label, *field.choices)):
                assert " ".join(each[code].split()) in text, (key, field.id)
                assert " ".join(each[also].split()) in text, (key, field.id)
        assert set(controls(content)) == {each.id for each in form.fields}, key


def test_a_copy_tells_nothing_of_what_it_leaves_out(tmp_path: Path) -> None:
    content = document("ru", "tk", "role/worker")
    assert set(controls(content)) == {"name"}
    inside = zipfile.ZipFile(io.BytesIO(content))
    whole = "".join(inside.read(name).decode("utf-8", "replace") for name in inside.namelist())
    assert [each for each in ("Рассказ", "Gürrüňi", "story") if each in whole] == []
    text = plain(tmp_path, content)
    assert "Для кого:" in text
    assert "Ещё 6 полей не входят в копию" in text


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sample_says_so_first_above_each_page_and_below(code: str) -> None:
    paper, say = read(document(code)), packs(LANGUAGES)[code].say
    foot = " ".join(each.text for each in paper.sections[0].footer.paragraphs)
    assert say("text.sample") in paper.paragraphs[0].text
    assert say("text.sample") in paper.sections[0].header.paragraphs[0].text
    assert foot.endswith(say("cite.sample", cited=""))
    assert "F-09" in foot
    assert say("cite.version", version="1.2") in foot
    assert paper.core_properties.language == code


def test_what_is_no_sample_does_not_say_so() -> None:
    of = small({PATH: FORM.replace("sample: true\n", "")}).graph
    whole = zipfile.ZipFile(io.BytesIO(form_document(voice("en", of), LETTER)))
    assert b"not official" not in whole.read("word/document.xml") + whole.read("word/header1.xml")


def test_every_form_lies_beside_its_page_in_each_language_and_with_each_other() -> None:
    found = dict(form_files(graph()))
    letters = {each for each in found if "letter" in each}
    assert letters == {
        *("form/letter--blank.docx", "form/letter--blank-ru.docx", "form/letter--blank-en.docx"),
        *(f"ru/form/letter--blank{each}.docx" for each in ("", "-tk", "-en")),
        *(f"en/form/letter--blank{each}.docx" for each in ("", "-tk", "-ru")),
    }
    assert found == dict(form_files(graph()))


def test_no_file_is_too_heavy_for_a_slow_line() -> None:
    sizes = {address: len(content) for address, content in form_files(corpus())}
    assert sizes
    assert {address: size for address, size in sizes.items() if size > MOST} == {}


def test_for_a_bundle_the_same_parts_are_not_packed() -> None:
    packed, loose = (
        {address: zipfile.ZipFile(io.BytesIO(content)) for address, content in files}
        for files in (form_files(graph()), form_files(graph(), level=0))
    )
    assert packed.keys() == loose.keys() != set()
    for address, found in loose.items():
        assert {each.compress_type for each in found.infolist()} == {zipfile.ZIP_STORED}
        names = packed[address].namelist()
        assert found.namelist() == names
        assert [found.read(each) for each in names] == [
            packed[address].read(each) for each in names
        ]


def test_a_file_has_no_style_list_or_vocabulary_that_it_does_not_use() -> None:
    with zipfile.ZipFile(io.BytesIO(document("ru", "tk"))) as inside:
        parts = {name: inside.read(name).decode() for name in inside.namelist()}
    assert [each for each in parts if "numbering" in each or "theme" in each] == []
    styles = parts.pop("word/styles.xml")
    used = set(re.findall(r'w:(?:pStyle|rStyle|basedOn|next) w:val="([^"]+)"', str(parts) + styles))
    held = set(re.findall(r'w:styleId="([^"]+)"', styles))
    defaults = set(re.findall(r'w:default="1" w:styleId="([^"]+)"', styles))
    assert held == used | defaults
    for name in (each for each in parts if each.startswith("word/") and each.endswith(".xml")):
        spoken = re.findall(r'xmlns:(\w+)="', parts[name])
        assert [
            each
            for each in spoken
            if f"<{each}:" not in parts[name] and f" {each}:" not in parts[name]
        ] == []


def test_only_forms_are_written() -> None:
    with pytest.raises(TypeError, match="is no form"):
        form_document(voice("en"), "role/worker")
