"""Word files without what nothing in them uses.

What python-docx begins with has the styles, lists and names of parts for any text: nine tenths of a
form of one page. A handbook carries some hundred forms.
"""

from collections.abc import Callable, Iterable

from docx.document import Document as Docx
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

UNNEEDED = (
    "/customXml",
    "/extended-properties",
    "/fontTable",
    "/numbering",
    "/theme",
    "/webSettings",
)
"""The ends of the kinds of parts that a text without lists does not need."""
SETTINGS = frozenset(map(qn, ("w:compat", "w:defaultTabStop", "w:documentProtection")))
"""What stays of what is set; the rest is of spelling, formulas, pictures and earlier savings."""
MODE = "compatibilityMode"
"""What stays of how Word is to behave: as the Word that everybody has, not as that of 2007."""
LISTED = frozenset(
    map(qn, ("w:qFormat", "w:rsid", "w:semiHidden", "w:uiPriority", "w:unhideWhenUsed"))
)
"""How Word lists a style for those who choose one, and when it was saved: nothing that shows."""
AGAIN = tuple(map(qn, ("w:color", "w:rFonts", "w:tabs")))
"""What a style says again that all text is, and stops that no line of a form comes to."""
SAVED = frozenset({"lastModifiedBy", "modified", "revision"})
"""When and by whom a file was saved last: one that nobody has filled in was saved once."""
USING = tuple(map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle")))
LEADING = tuple(map(qn, ("w:basedOn", "w:next")))
VALUE, NAME, DEFAULT = qn("w:val"), qn("w:styleId"), qn("w:default")
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def lighten(paper: Docx) -> None:
    """Take out of a finished text without lists whatever it does not use."""
    for part in (paper.part.package, paper.part):
        for name, relation in list(part.rels.items()):
            if relation.reltype.endswith(UNNEEDED):
                del part.rels[name]
    parts = [each for each in paper.part.package.iter_parts() if isinstance(each, XmlPart)]
    _keep_styles(paper.styles.element, (each.element for each in parts))
    _keep(paper.settings.element, lambda each: each.tag in SETTINGS)
    for compat in paper.settings.element.iterchildren(qn("w:compat")):
        _keep(compat, lambda each: each.get(qn("w:name")) == MODE)
    told = paper.core_properties._element  # noqa: SLF001 - as in fill
    _keep(told, lambda each: bool(each.text) and etree.QName(each).localname not in SAVED)
    for part in parts:
        _forget_names(part.element)


def _keep_styles(styles: _Element, roots: Iterable[_Element]) -> None:
    known = {each.get(NAME): each for each in styles.iterchildren(qn("w:style"))}
    wanted = {name for name, each in known.items() if each.get(DEFAULT) is not None}
    wanted |= {each.get(VALUE) for root in roots for each in root.iter(*USING)}
    waiting = list(wanted)
    while waiting:
        style = known[waiting.pop()]
        found = {each.get(VALUE) for each in style.iter(*LEADING)} - wanted
        wanted |= found
        waiting += found
    _keep(styles, lambda each: each.tag == qn("w:docDefaults") or each.get(NAME) in wanted)
    for style in styles.iterchildren(qn("w:style")):
        for look in style.iterchildren(qn("w:rPr"), qn("w:pPr")):
            _keep(look, lambda each: each.tag not in AGAIN)
        _keep(
            style,
            lambda each: (
                each.tag not in LISTED and (each.tag != qn("w:link") or each.get(VALUE) in wanted)
            ),
        )


def _keep(parent: _Element, is_kept: Callable[[_Element], bool]) -> None:
    for each in list(parent):
        if not is_kept(each):
            parent.remove(each)


def _forget_names(root: _Element) -> None:
    """Take out the names of vocabularies that a part does not speak."""
    spoken = {each.prefix for each in root.iter(etree.Element)}
    passed = [each for each in root.attrib.pop(IGNORABLE, "").split() if each in spoken]
    if passed:
        root.set(IGNORABLE, " ".join(passed))
    etree.cleanup_namespaces(root, keep_ns_prefixes=passed)
