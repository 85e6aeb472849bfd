"""The script that counts days, with its words in every language."""


from gollanma.languages import Language, Languages
from gollanma.search.files import Value, canonical

SAID = "due."
"""Under this name a catalogue holds what the script says."""
MONTHS, DAYS, YEARS = range(1, 13), range(1, 32), range(2000, 2100)


def due_script(program: str, languages: Languages) -> str:
    """Give the program with its words behind it."""
    words = {code: words_of(language) for code, language in languages.items()}
    return f"{program}gollanmaDue.words = {canonical(words)};\n"


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
