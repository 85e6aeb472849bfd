"""What was recognised in a text, in a few lines for the person who imports it."""

from collections import Counter
from collections.abc import Iterator

from gollanma.exchange.lawtext.nodes import below
from gollanma.exchange.lawtext.recognise import Recognised
from gollanma.languages import Language


def summary(text: Recognised, reader: Language) -> Iterator[str]:
    """Yield what a text says of its act, and how many provisions of each unit it has."""
    facts = text.facts
    if text.kind is None or not text.nodes:
        return
    name = text.kind.name
    yield reader.say(
        "cli.import.act",
        lang=text.language.name,
        kind=name.get(reader.code) or next(iter(name.values())),
        title=facts.title,
    )
    if facts.number:
        yield reader.say("cli.import.number", number=facts.number)
    if facts.day:
        yield reader.say("cli.import.day", day=reader.date(facts.day))
    if facts.is_sample:
        yield reader.say("cli.import.sample")
    counts = Counter(each.unit for each in below(list(text.nodes)))
    for unit in (each.id for each in text.kind.units if each.id in counts):
        word = reader.unit_word(unit, plural=True)
        yield reader.say("cli.import.count", unit=word, n=counts[unit])
