"""How much two editions differ, in a line."""

from collections import Counter

from gollanma.law import Fate
from gollanma.views.editions.pair import Pair
from gollanma.views.naming import capital


def counted(pair: Pair) -> str:
    """Count what happens, by what it is."""
    counts, say = Counter(fate for row in pair.rows for fate in row.fates), pair.voice.say
    told = [f"{say(f'redline.fate.{each.value}')}: {counts[each]}" for each in Fate if counts[each]]
    return capital(", ".join(told)) + "." if told else say("redline.same")


def waiting(pair: Pair) -> str:
    """Say in how many places each translation is behind."""
    rows = (row.wordings.items() for row in pair.rows)
    counts = Counter(code for wordings in rows for code, each in wordings if each.is_behind)
    voice = pair.voice
    told = [
        voice.say("redline.waiting", language=voice.language_name(code), n=counts[code])
        for code in voice.project.languages.all
        if counts[code]
    ]
    return "; ".join(told) or voice.say("redline.none-waits")
