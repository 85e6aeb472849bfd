"""What a map of referrals shows: who stands in which column, and which ways join them."""

from collections.abc import Iterable, Iterator, Sequence

from gollanma.model.kinds import Service, Sop
from gollanma.views.context import Desk
from gollanma.views.diagram.course import Phrase
from gollanma.views.naming import capital
from gollanma.views.referrals.drawing import Arc, Node, Part, Plan
from gollanma.views.referrals.hops import PERSON, Hop

OFFICE = "office"
"""How whatever is neither a service nor a procedure looks."""
LOOKS = (Service.kind, Sop.kind)


def plan_of(desk: Desk, middle: Iterable[str], hops: Sequence[Hop], *, tells: str = "") -> Plan:
    """Give the plan of a map; `tells` is the service of whose ways the outer boxes say when."""
    amid = tuple(desk.voice.ordered(middle))
    drawn = [hop for hop in hops if hop.target != PERSON]
    arcs = tuple(dict.fromkeys(_arc(hop) for hop in drawn))
    told = [hop for hop in drawn if hop.holder == tells]
    heads = (desk.voice.say(f"referrals.head.{name}") for name in ("from", "services", "to"))
    first, second, third = heads
    return Plan(
        (first, second, third),
        tuple(_side(desk, arcs, told, is_in=True)),
        tuple(_parts(desk, amid)),
        tuple(_side(desk, arcs, told, is_in=False)),
        arcs,
    )


def _arc(hop: Hop) -> Arc:
    is_in = hop.target == hop.holder
    return Arc(hop.holder, hop.source if is_in else hop.target, is_in)


def _side(desk: Desk, arcs: Iterable[Arc], told: Sequence[Hop], *, is_in: bool) -> Iterator[Node]:
    for key in dict.fromkeys(arc.side for arc in arcs if arc.is_in is is_in):
        notes = (hop.told for hop in told if _arc(hop).side == key and _arc(hop).is_in is is_in)
        yield node_of(desk, key, " ".join(dict.fromkeys(filter(None, notes))))


def node_of(desk: Desk, key: str, note: str = "") -> Node:
    """Give the box of a record, or of the person who comes alone."""
    if key == PERSON:
        return Node(key, Phrase(desk.voice.say("referrals.person")), "", "person", note)
    title, kind = desk.voice.title(key), key.partition("/")[0]
    lang = title.lang if title.lang != desk.voice.code else ""
    look = kind if kind in LOOKS else OFFICE
    return Node(key, Phrase(title.words, lang), desk.page(key).href, look, note)


def _parts(desk: Desk, keys: Sequence[str]) -> Iterator[Part]:
    """Yield services level by level, from the top of the country down, then procedures."""
    voice = desk.voice
    levels = {
        key: record.level
        for key in keys
        if isinstance(record := voice.library.records[key], Service)
    }
    known = [each.id for each in voice.project.territory_levels]
    for level in (*known, None):
        inside = [key for key in levels if (levels[key] if levels[key] in known else None) == level]
        if inside:
            heading = capital(voice.entry(voice.project.territory_levels, level))
            yield Part(heading, tuple(node_of(desk, key) for key in inside))
    procedures = [key for key in keys if key not in levels]
    if procedures:
        heading = voice.kind(Sop.kind, plural=True)
        yield Part(heading, tuple(node_of(desk, key) for key in procedures))
