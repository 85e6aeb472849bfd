"""The FRBR block: which act, which edition of it in which language, which document."""

from dataclasses import dataclass
from datetime import date

from lxml import etree

from gollanma.exchange.akn.subject import Subject
from gollanma.exchange.akn.vocabulary import ALIAS, akn
from gollanma.exchange.markup import Element
from gollanma.law.frbr import UNKNOWN

MAKER = "handbook"
"""Who made the document: the handbook itself."""
ISSUER = "issuer"


@dataclass(frozen=True)
class Identification:
    """Writes the block for one edition in one language."""

    of: Subject

    def put(self, meta: Element) -> None:
        """Add the block to the metadata."""
        group = etree.SubElement(meta, akn("identification"), source=f"#{MAKER}")
        self._work(group)
        self._expression(group)
        self._manifestation(group)

    def _work(self, group: Element) -> None:
        of, act = self.of, self.of.act
        part = _level(group, "FRBRWork", of.work)
        title = of.words(act.title)
        if title:
            _value(part, "FRBRalias", title, name="title")
        _day(part, of.addresses.day(of.act_key), "birth")
        _author(part, ISSUER if act.issuer else MAKER)
        _value(part, "FRBRcountry", of.voice.project.country or _country_in(of.work))
        if act.act_kind:
            _value(part, "FRBRsubtype", act.act_kind)
        if act.number:
            _value(part, "FRBRnumber", act.number)
        _value(part, "FRBRname", of.act_key.partition("/")[2])
        _value(part, "FRBRprescriptive", _yes(not of.is_sample))

    def _expression(self, group: Element) -> None:
        of = self.of
        part = _level(group, "FRBRExpression", of.expression(of.language))
        _value(part, "FRBRalias", of.key, name=ALIAS)
        _day(part, of.edition.day, "made")
        _author(part, MAKER)
        _value(part, "FRBRversionNumber", of.name)
        is_original = of.language == of.original
        _value(part, "FRBRauthoritative", _yes(is_original and not of.is_sample))
        code = of.addresses.language(of.language)
        etree.SubElement(part, akn("FRBRlanguage"), language=code)
        if not is_original:
            self._translation(part)

    def _translation(self, part: Element) -> None:
        of = self.of
        etree.SubElement(
            part,
            akn("FRBRtranslation"),
            href=of.expression(of.original),
            fromLanguage=of.addresses.language(of.original),
            authoritative=_yes(is_so=False),
            by=f"#{MAKER}",
        )

    def _manifestation(self, group: Element) -> None:
        address = f"{self.of.expression(self.of.language)}.xml"
        part = etree.SubElement(group, akn("FRBRManifestation"))
        _value(part, "FRBRthis", address)
        _value(part, "FRBRuri", address)
        _day(part, self.of.edition.changed or self.of.edition.day, "written")
        _author(part, MAKER)
        _value(part, "FRBRformat", "application/akn+xml")


def _level(group: Element, name: str, address: str) -> Element:
    part = etree.SubElement(group, akn(name))
    _value(part, "FRBRthis", f"{address}/!main")
    _value(part, "FRBRuri", address)
    return part


def _country_in(address: str) -> str:
    """Give the second name of an address: `/akn/tm/act/…`."""
    return next(iter(address.strip("/").split("/")[1:]), "")


def _author(part: Element, who: str) -> None:
    etree.SubElement(part, akn("FRBRauthor"), href=f"#{who}")


def _value(into: Element, element: str, value: str, **more: str) -> None:
    etree.SubElement(into, akn(element), {"value": value, **more})


def _day(part: Element, day: date | None, name: str) -> None:
    shown = name if day else "unknown"
    etree.SubElement(part, akn("FRBRdate"), date=(day or UNKNOWN).isoformat(), name=shown)


def _yes(is_so: bool) -> str:  # noqa: FBT001 - it is the value itself
    return str(is_so).lower()
