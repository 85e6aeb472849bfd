"""From the project's files to what is published: the seam between the stages and the site."""

from datetime import date
from pathlib import Path

from gollanma.diagnostics import Diagnostic
from gollanma.languages import load
from gollanma.model.decode import decode
from gollanma.model.project import Project
from gollanma.site.errors import RefusedError, refuse
from gollanma.site.settings import Budgets, Content, NeutralWords, Settings
from gollanma.source import read_file

PROJECT = "gollanma.yml"
WATCHED = (PROJECT, "normative", "glossary")
KIB = 1024


def content_of(root: Path, today: date | None = None) -> Content:
    """Read the project in a folder and give all that is published on a day."""
    project, found = read_project(root)
    return Content(
        languages=load(project.languages.all, root / "languages"),
        settings=settings_of(project, today),
        pages=(),
        html=lambda page: page.heading,
        watched=tuple(str(root / each) for each in WATCHED if (root / each).exists()),
        diagnostics=found,
    )


def read_project(root: Path) -> tuple[Project, tuple[Diagnostic, ...]]:
    """Read the project file; without it there is nothing to say about anything else."""
    document = read_file(root, PROJECT)
    refuse(document.diagnostics)
    languages = document.value("languages", "all")
    codes = [str(each) for each in languages] if isinstance(languages, list) else []
    project, wrong = decode(Project, document, codes)
    if project is None:
        raise RefusedError(wrong)
    return project, (*document.diagnostics, *wrong)


def settings_of(project: Project, as_of: date | None) -> Settings:
    """Give what the project says about its site."""
    budgets, way_out = project.budgets, project.quick_exit
    return Settings(
        names=project.site.name,
        address=project.site.address,
        neutral={
            code: NeutralWords(way_out.title[code], way_out.text[code])
            for code in (project.languages.all if way_out else ())
            if way_out and code in way_out.title and code in way_out.text
        },
        is_demo=project.profile == "demo",
        as_of=as_of,
        budgets=Budgets(
            budgets.record_page * KIB, budgets.long_page * KIB, budgets.first_visit * KIB
        ),
    )
