"""What tells a copy from the site: two files that all pages load, and whose names never change.

Pages are the same bytes in the site and in every bundle. The days that move with each issue stand
in these two files alone, so that a page changes only with what is written on it: the style sheet
says them in words where no script runs, the script brings a program that reckons with the device's
clock. The program and its sentences stand in a third file, which no issue changes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import PurePosixPath

from gollanma.languages import Language
from gollanma.search.bare import bare_script
from gollanma.search.files import Value, canonical
from gollanma.site.assets import Asset, css_string
from gollanma.site.settings import Content

STYLE = "assets/copy.css"
SCRIPT = "assets/copy.js"
PROGRAM = "assets/aging.js"
DATED = "over", "before", "overdue"
HOLE = "{date}"
"""Where the program puts a day into a sentence."""
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
    """Yield the three files, of a bundle or, without one, of the site."""
    program = copy_program(content, copy).encode()
    yield STYLE, copy_style(content, copy).encode()
    yield SCRIPT, f"{copy_data(content, copy, program)}{_read('copy.js')}".encode()
    yield PROGRAM, program


def copy_style(content: Content, copy: Copy | None) -> str:
    """Give the rules that say, in each language, of when the content is and how long it holds."""
    return "".join(
        f".copy-days:lang({language.code})::before{{content:{css_string(words)}}}\n"
        for language in content.languages.values()
        for words in (" ".join(_days(content, copy, language)),)
    )


def _days(content: Content, copy: Copy | None, language: Language) -> Iterator[str]:
    if content.settings.as_of:
        yield language.say("frame.as_of", date=language.date(content.settings.as_of))
    if copy:
        yield language.say("copy.made", date=language.date(copy.made), version=str(copy.version))
        yield language.say("copy.review-by", date=language.date(copy.review_by))
    yield language.say("frame.offline")


def copy_data(content: Content, copy: Copy | None, program: bytes = b"") -> str:
    """Give what scripts read of a copy; the program, where it lies in a file, by its new address."""
    stale = stale_from(content)
    about: dict[str, Value] = {"form": copy.form if copy else "site"}
    about["languages"] = list(content.languages)
    if program:
        about["program"] = Asset(PurePosixPath(PROGRAM).name, program).version
    if stale:
        about["stale_from"] = stale
    if copy:
        about |= {
            "bundle": copy.bundle,
            "version": copy.version,
            "profile": copy.profile,
            "made": copy.made.isoformat(),
            "review_by": copy.review_by.isoformat(),
            "reviews": _reviews(copy),
            "days": {code: _dates(language, copy) for code, language in content.languages.items()},
            **(copy.more or {}),
        }
    return f"window.gollanmaCopy = {canonical(about)};\n"


def _reviews(copy: Copy) -> dict[str, Value]:
    """Give the pages to be reviewed on each day."""
    return {
        str(day): [place for place, due in sorted(copy.reviews.items()) if due == day]
        for day in sorted(set(copy.reviews.values()))
    }


def _dates(language: Language, copy: Copy) -> dict[str, Value]:
    """Give in words each day of which the program speaks."""
    days = {copy.made, copy.review_by, *copy.reviews.values()}
    return {day.isoformat(): language.date(day) for day in sorted(days)}


def copy_program(content: Content, copy: Copy | None) -> str:
    """Give the program that says how old a copy is, what it says, and what runs behind it."""
    words = {code: _words(language, copy) for code, language in content.languages.items()}
    said = f"window.gollanmaAging = {canonical(words)};\n"
    return f"{said}{_read('aging.js')}{copy.program if copy else ''}"


def _read(name: str) -> str:
    return bare_script((files("gollanma.render") / "assets" / name).read_text(encoding="utf-8"))


def _words(language: Language, copy: Copy | None) -> dict[str, Value]:
    """Give what the program says in a language; it puts the days in itself."""
    say = language.say
    if copy is None:
        return {"stale": say("frame.aged")}
    ages = (language.quantity(number, "month") for number in range(1, OLDEST + 1))
    return {
        "stale": say("frame.aged"),
        "ages": [say("copy.age", age=age) for age in ages],
        "older": say("copy.older"),
        **{what: say(f"copy.{what}", date=HOLE) for what in DATED},
    }


def stale_from(content: Content) -> str | None:
    """Give the day from which a reader is told that the content has grown old."""
    day = content.settings.as_of
    return (day + timedelta(days=content.settings.fresh_days)).isoformat() if day else None
