"""Another country's acts: the language pack and the project say all there is to know."""

from pathlib import Path

from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.importing import import_act
from gollanma.exchange.lawtext.printing import print_text
from gollanma.exchange.lawtext.recognise import recognise
from gollanma.languages import load as load_languages
from gollanma.model.load import load
from tests.exchange.lawtext.reading import ROOT, outline
from tests.support.folders import write
from tests.support.projects import DAY

CODRU = ROOT / "tests/fixtures/codru"
FORM = """
[lawtext]
letters = "a b c d e f g h i j"
capitals = []
repealed = ["abrogat"]

[lawtext.ways]
article = ["{word} {figures}"]
part = ["({figures})"]
subpoint = ["{letter})"]
"""
LAW = """\
LEGE

Sprijinul vecinilor

Articolul 1. Sprijinul
(1) Sprijinul este gratuit:
a) pentru copii;
b) pentru vârstnici.
(2) Sprijinul este rapid.
Articolul 2. Consimțământul
Persoana trebuie întrebată.
"""


def test_an_act_of_articol_alineat_and_litera(tmp_path: Path) -> None:
    pack = tmp_path / "languages/ro"
    pack.mkdir(parents=True)
    text = (CODRU / "languages/ro/pack.toml").read_text(encoding="utf-8")
    (pack / "pack.toml").write_text(text, encoding="utf-8")
    (pack / "lawtext.toml").write_text(FORM, encoding="utf-8")
    languages = load_languages(["ro", "en"], tmp_path / "languages")
    library = load(CODRU, DAY).library
    assert library is not None
    read = recognise(read_file("lege.txt", LAW.encode()), languages["ro"], library.project)
    assert list(outline(read.nodes)) == [
        "a1 article Sprijinul",
        "  a1.1 part Sprijinul este gratuit:",
        "    a1.1.a subpoint pentru copii;",
        "    a1.1.b subpoint pentru vârstnici.",
        "  a1.2 part Sprijinul este rapid.",
        "a2 article Consimțământul / Persoana trebuie întrebată.",
    ]
    made = import_act(library, languages, [read], "act/vecini@2030-01-01")
    assert made.diagnostics == ()
    project = (CODRU / "gollanma.yml").read_text(encoding="utf-8")
    write(tmp_path, {"gollanma.yml": project, **made.files})
    again = load(tmp_path, DAY).library
    assert again is not None
    printed = print_text(again, languages, languages["ro"], "act/vecini@2030-01-01")
    assert "  (1) Sprijinul este gratuit:\n    a) pentru copii;\n" in printed
