"""A small country of two regions and three districts, whose handbook goes onto sticks."""

from collections.abc import Mapping
from pathlib import Path

from gollanma.checks.examples import base
from tests.site import fakes
from tests.support.folders import write

DISTRICTS = ("east", "north", "south")
LEVELS = """territory_levels:
  - id: region
    name: {tk: welaýat, ru: велаят, en: region}
  - id: district
"""
PLACE = """\
title: {{tk: {name} tk, ru: Край, en: {name} en}}
status: draft
version: "0.1"
sample: true
level: {level}
{more}"""
OFFICE = """\
title: {{tk: Edara {name}, ru: Отдел края, en: Office of {name}}}
status: draft
version: "0.1"
sample: true
type: office
summary: {{tk: Edaranyň işi, ru: Работа отдела, en: What it does}}
mandate: {{tk: Maşgalalara kömek, ru: Помощь семьям, en: Help for families}}
territories: [territory/{name}]
provides:
  - service: service/care
contacts:
  - phone: {{missing: enter-locally}}
"""


def files() -> dict[str, str]:
    """Give the files of the country."""
    given = dict(base())
    project = given["gollanma.yml"]
    given["gollanma.yml"] = project.replace("territory_levels:\n  - id: district\n", LEVELS)
    given["normative/territories/land.yml"] = PLACE.format(name="Land", level="region", more="")
    for name in DISTRICTS:
        more = f"parent: territory/land\nowner: organisation/{name}-office\n"
        place = PLACE.format(name=name.capitalize(), level="district", more=more)
        given[f"normative/territories/{name}.yml"] = place
        given[f"normative/organisations/{name}-office.yml"] = OFFICE.format(name=name)
    return given


def country(root: Path, more: Mapping[str, str] | None = None) -> Path:
    """Write the project of the country into a folder, with these files laid over it."""
    fakes.project(root)
    write(root, {**files(), **(more or {})})
    return root
