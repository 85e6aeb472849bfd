"""What tells a copy from the site: two files that all pages load, and whose names never change.

Pages are the same bytes in the site and in every bundle. The days that move with each issue stand
in these two files alone, so that a page changes only with what is written on it: the style sheet
says them in words where no script runs, the script reckons with the device's clock.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

from gollanma.languages import Language
from gollanma.search.files import Value, canonical
from gollanma.site.assets import css_string
from gollanma.site.settings import Content

STYLE = "assets/copy.css"
SCRIPT = "assets/copy.js"
OLDEST = 36
"""So many months are named one by one: three years, as the sentence for all older copies says."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a bundle says of itself to its own pages."""

    bundle: str
    """The slug of its territory, or `all`."""
    version: int
    made: date
    review_by: date
    reviews: Mapping[str, date]
    """When pages are to be reviewed, by their addresses without language and ending."""
    profile: str
    form: str = "folder"
    more: Mapping[str, Value] | None = None
    """What other scripts of the bundle read there; absent: nothing."""
    program: str = ""
    """Scripts that run behind ours."""


def copy_files(content: Content, copy: Copy | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the two files, of a bundle or, without one, of the site."""
    yield STYLE, copy_style(content, copy).encode()
    yield SCRIPT, copy_script(content, copy).encode()


def copy_style(content: Content, copy: Copy | None) -> str:
    """Give the rules that say, in each language, of when the content is and how long it holds."""
    rules = (
        f".copy-days:lang({language.code})::before{{content:{css_string(words)}}}\n"
        for language in content.languages.values()
        if (words := " ".join(_days(content, copy, language)))
    )
    return "".join(rules) or "/* no page is dated */\n"


def _days(content: Content, copy: Copy | None, language: Language) -> Iterator[str]:
    if content.settings.as_of:
        yield language.say("frame.as_of", date=language.date(content.settings.as_of))
    if copy:
        yield language.say("copy.made", date=language.date(copy.made), version=str(copy.version))
        yield language.say("copy.review-by", date=language.date(copy.review_by))


def copy_script(content: Content, copy: Copy | None) -> str:
    """Give what scripts read of a copy, and the program that says how old it is."""
    stale = stale_from(content)
    about: dict[str, Value] = {"form": copy.form if copy else "site"}
    about["languages"] = list(content.languages)
    if stale:
        about["stale_from"] = stale
    if copy:
        about |= {
            "bundle": copy.bundle,
            "version": copy.version,
            "profile": copy.profile,
            "made": copy.made.isoformat(),
            "review_by": copy.review_by.isoformat(),
            "reviews": {place: str(day) for place, day in sorted(copy.reviews.items())},
            **(copy.more or {}),
        }
    about["words"] = {
        code: _words(language, copy) for code, language in content.languages.items()
    }
    return f"window.gollanmaCopy = {canonical(about)};\n{program()}{copy.program if copy else ''}"


def program() -> str:
    """Give the script without what it is told of a copy."""
    return (files("gollanma.render") / "assets" / "copy.js").read_text(encoding="utf-8")


def _words(language: Language, copy: Copy | None) -> Mapping[str, Value]:
    """Give what the program says in a language."""
    if copy is None:
        return {"stale": language.say("frame.aged")}
    say, made = language.say, language.date(copy.made)
    days = sorted(set(copy.reviews.values()))
    ages = (language.quantity(number, "month") for number in range(1, OLDEST + 1))
    return {
        "stale": say("frame.aged"),
        "ages": [say("copy.age", age=age) for age in ages],
        "older": say("copy.older"),
        "over": say("copy.over", date=language.date(copy.review_by)),
        "before": say("copy.before", date=made),
        "overdue": {str(day): say("copy.overdue", date=language.date(day)) for day in days},
    }

def stale_from(content: Content) -> str | None:
    """Give the day from which a reader is told that the content has grown old."""
    day = content.settings.as_of
    return (day + timedelta(days=content.settings.fresh_days)).isoformat() if day else None
