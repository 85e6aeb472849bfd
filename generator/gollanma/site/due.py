"""The script that counts days, with the days off and its words in every language."""

from gollanma.languages import Language, Languages
from gollanma.law.counting import Days
from gollanma.search.files import Value, canonical

SAID = "due."
"""Under this name a catalogue holds what the script says."""
MONTHS, DAYS, YEARS = range(1, 13), range(1, 32), range(2000, 2100)


def due_script(program: str, languages: Languages, days: Days | None) -> str:
    """Give the program, and behind it what it counts by and what it says."""
    words = {code: words_of(language) for code, language in languages.items()}
    given = {"days": days_off(days) if days else None, "words": words}
    return f"{program}Object.assign(gollanmaDue, {canonical(given)});\n"


def days_off(days: Days) -> dict[str, Value]:
    """Give the rule and the days off as the script reads them."""
    rule = days.rule
    return {
        "weekend": [each.number for each in rule.weekend],
        "countsEventDay": rule.counts_event_day,
        "movesFromDaysOff": rule.moves_from_days_off,
        "confirmed": rule.confirmed,
        "sample": days.is_sample,
        "years": sorted(days.years),
        "off": sorted(map(str, days.off)),
        "on": sorted(map(str, days.on)),
    }


def words_of(language: Language) -> dict[str, Value]:
    """Give what the script says in a language, and what it needs to write a day."""
    every = language.catalogue.sentences
    said: dict[str, Value] = {
        key.removeprefix(SAID): every[key]["other"] for key in every if key.startswith(SAID)
    }
    pattern = language.formats.date_pattern
    has_ordinals = "{day_ordinal}" in pattern or "{year_ordinal}" in pattern
    number = language.ordinal if has_ordinals else str
    return said | {
        "pattern": pattern,
        "days": [number(each) for each in DAYS],
        "months": [language.month_of_day(each) for each in MONTHS],
        "weekdays": list(language.formats.weekdays),
        "years": {str(each): number(each) for each in YEARS},
    }
