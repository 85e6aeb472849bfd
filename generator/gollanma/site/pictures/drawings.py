"""SVG: it may draw, and nothing else."""

import re
from xml.etree.ElementTree import ParseError, fromstring

ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\?(?!xml[ \t\r\n])", re.IGNORECASE)
"""What a parser would act on: entities, styles of elsewhere."""
ACTIVE = frozenset(
    {"a", "animate", "embed", "foreignobject", "iframe", "image", "object", "script", "set"}
)
"""Elements of a drawing that run, lead, frame or fetch something, or may come to."""


def fault_of_drawing(data: bytes) -> str | None:
    """Tell what keeps an SVG from being handed out: it draws, and nothing else."""
    if ENTITIES.search(data):
        return "active"
    if b"\0" in data:  # two bytes a letter: nothing above would have been seen
        return "form"
    try:
        root = fromstring(data)
    except (ParseError, ValueError, LookupError):
        return "form"
    if _bare(root.tag) != "svg":
        return "form"
    return "active" if any(map(_is_active, root.iter())) else None


def _is_active(element: object) -> bool:
    tag, attributes = getattr(element, "tag", ""), getattr(element, "attrib", {})
    if not isinstance(tag, str) or _bare(tag) in ACTIVE:
        return True
    said = (getattr(element, "text", None) or "").lower()
    return (
        any(_bare(name).startswith("on") for name in attributes)
        or any("url(" in value.lower().replace("url(#", "") for value in attributes.values())
        or any(_bare(name) == "href" and value[:1] != "#" for name, value in attributes.items())
        or (_bare(tag) == "style" and ("url(" in said or "@import" in said))
    )


def _bare(name: str) -> str:
    """Give a name without its namespace, in small letters."""
    return name.rpartition("}")[2].lower()
