"""A new handbook: the project file that a ministry begins with, in its own languages.

All words come from the language packs. No number to call is invented, no record is made up.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gollanma.languages import Languages
from gollanma.model import Text
from gollanma.model.base import Gap, Missing, Status
from gollanma.model.load import PAGES
from gollanma.model.project import (
    ActKind,
    Dimension,
    Door,
    Effect,
    Emergency,
    EmergencyCall,
    Home,
    LanguageRules,
    Named,
    Numbering,
    Pointer,
    Project,
    QuickExit,
    Site,
    Solemn,
    StageRule,
    UnitRule,
)

SCHEMA: Mapping[str, Any] = {"schema": "1"}
LEVELS = "national", "region", "district"
LISTS: Mapping[str, Sequence[str]] = {
    "service-forms": ("at-home", "community", "semi-stationary", "stationary"),
    "organisation-types": (
        "government",
        "ministry",
        "local-authority",
        "institution",
        "association",
    ),
    "document-kinds": ("report", "guidance", "plan", "reading-list"),
    "frequencies": ("monthly", "quarterly", "half-yearly", "yearly"),
    "training-methods": ("talk", "discussion", "exercise", "role-play"),
}
MANDATED = "sex", "age", "disability"
"""By these every indicator is broken down: nobody disappears in a sum."""
PLACES = ("residence",)
DOORS: Mapping[str, Sequence[str]] = {
    "people": ("sop", "form", "term"),
    "run": ("service", "role", "organisation"),
    "law": ("act", "document"),
    "teach": ("training", "sop"),
}
CALLS = "police", "ambulance"
UNKNOWN = Gap(missing=Missing.ENTER_LOCALLY)

INNER = (
    UnitRule(id="part"),
    UnitRule(id="point"),
    UnitRule(id="subpoint", numbering=Numbering.LETTER),
    UnitRule(id="paragraph", numbering=Numbering.WORDS),
    UnitRule(id="note", numbering=Numbering.NONE),
)
CHAPTER = UnitRule(id="chapter", numbering=Numbering.ROMAN, in_path=False)
UNITS: Mapping[str, tuple[UnitRule, ...]] = {
    "law": (
        CHAPTER,
        UnitRule(id="article"),
        *INNER,
        UnitRule(id="heading", numbering=Numbering.NONE),
    ),
    "resolution": (CHAPTER, *INNER),
}
STAGES: Mapping[str, Mapping[str, Effect]] = {
    "law": {
        "drafting": Effect.NONE,
        "consultation": Effect.NONE,
        "submitted": Effect.NONE,
        "adopted": Effect.ADOPTION,
        "signed": Effect.SIGNATURE,
        "published": Effect.PUBLICATION,
        "in-force": Effect.COMMENCEMENT,
        "suspended": Effect.SUSPENSION,
        "repealed": Effect.END,
    },
    "resolution": {
        "drafting": Effect.NONE,
        "adopted": Effect.ADOPTION,
        "registered": Effect.REGISTRATION,
        "in-force": Effect.COMMENCEMENT,
        "repealed": Effect.END,
    },
}
LAID_BEFORE = Solemn.TITLE, Solemn.PREAMBLE
"""What those who decide are given; a signature follows their decision."""
BOUND = Effect.SIGNATURE, Effect.PUBLICATION, Effect.REGISTRATION, Effect.COMMENCEMENT


def beginning(languages: Languages, name: str | None = None) -> Project:
    """Give the project file of a new handbook; the first language is the default.

    `name` is what it is called in every language; absent, the packs' word for a handbook.
    """
    say = _Words(languages)
    return Project(
        **SCHEMA,
        site=Site(
            name=say("name") if name is None else Text(dict.fromkeys(languages, name)),
            purpose=say("purpose"),
            report=UNKNOWN,
        ),
        languages=LanguageRules(
            all=languages.codes,
            required={
                Status.IDEA: (languages.default.code,),
                Status.DRAFT: languages.codes,
            },
        ),
        territory_levels=tuple(
            Named(id=each, name=say(f"levels.{each}"), plural=say(f"plurals.{each}"))
            for each in LEVELS
        ),
        dimensions=tuple(
            Dimension(id=each, mandated=each in MANDATED, name=say(f"dimensions.{each}"))
            for each in (*MANDATED, *PLACES)
        ),
        act_kinds=tuple(_act_kind(each, say) for each in UNITS),
        emergency=Emergency(
            intro=say("emergency.intro"),
            calls=tuple(
                EmergencyCall(name=say(f"emergency.{each}"), phone=UNKNOWN) for each in CALLS
            ),
            note=say("emergency.note"),
        ),
        quick_exit=QuickExit(title=say("exit.title"), text=say("exit.text")),
        home=Home(doors=tuple(_doors(say))),
        service_forms=_named("service-forms", say),
        organisation_types=_named("organisation-types", say),
        document_kinds=_named("document-kinds", say),
        frequencies=_named("frequencies", say),
        training_methods=_named("training-methods", say),
    )


def first_pages(languages: Languages) -> Mapping[str, str]:
    """Give the pages of a new handbook that are written by hand, by their paths."""
    return {
        f"{PAGES}/about.{code}.md": f"# {each.say('begin.about')}\n\n{each.say('begin.young')}\n"
        for code, each in languages.items()
    }


class _Words:
    """Says a word of the catalogue in all languages."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    def __call__(self, key: str) -> Text:
        return Text({code: each.say(f"begin.{key}") for code, each in self._languages.items()})


def _named(group: str, say: _Words) -> tuple[Named, ...]:
    return tuple(Named(id=each, name=say(f"{group}.{each}")) for each in LISTS[group])


def _act_kind(kind: str, say: _Words) -> ActKind:
    stages = STAGES[kind]
    return ActKind(
        id=kind,
        name=say(f"acts.{kind}"),
        plural=say(f"plurals.{kind}"),
        units=UNITS[kind],
        stages=tuple(
            StageRule(
                id=stage,
                name=say(f"stages.{stage}"),
                effect=effect,
                is_draft=effect is Effect.NONE,
                needs=_needs(stage, effect),
            )
            for stage, effect in stages.items()
        ),
    )


def _needs(stage: str, effect: Effect) -> tuple[Solemn, ...]:
    if effect in BOUND:
        return (*LAID_BEFORE, Solemn.SIGNATURE)
    return LAID_BEFORE if effect is Effect.ADOPTION or stage == "submitted" else ()


def _doors(say: _Words) -> Iterator[Door]:
    for door, ways in DOORS.items():
        links = tuple(Pointer(text=say(f"ways.{each}"), to=f"{each}/") for each in ways)
        title, text = say(f"doors.{door}.title"), say(f"doors.{door}.text")
        yield Door(id=door, title=title, text=text, links=links)
