"""Why a site was not built: each reason is a type of its own, with the exit code it leads to.

The old site is untouched whichever of them is raised. A sentence for people stands in the
message catalogue under `build.<key>`.
"""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from gollanma.diagnostics import Diagnostic, Severity, Value, in_order
from gollanma.languages import Language


class SiteError(Exception):
    """A site could not be built."""

    key: ClassVar[str]
    exit_code: ClassVar[int]

    def __init__(self, **values: Value) -> None:
        super().__init__(self.key, values)
        self.values: Mapping[str, Value] = values


class RefusedError(SiteError):
    """Findings stand against publishing."""

    key = "refused"
    exit_code = 1

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = in_order(diagnostics)
        super().__init__(number=len(self.diagnostics))

    def __str__(self) -> str:
        """List the findings by code, for a project of which no language is known yet."""
        return "\n".join(f"{each.span}: {each.code}.{each.key}" for each in self.diagnostics)


class ConfigurationError(SiteError):
    """mkdocs.yml asks for what the site cannot be; `setting` names the line."""

    key = "configuration"
    exit_code = 1


class MkDocsError(SiteError):
    """MkDocs found fault with a hand-written page; `messages` are its own words."""

    key = "mkdocs"
    exit_code = 1


class LockedError(SiteError):
    """Another build writes to the same folder; `pid` names it."""

    key = "locked"
    exit_code = 4


class NotASiteError(SiteError):
    """The folder holds what no build of ours has written."""

    key = "not-a-site"
    exit_code = 4


class UnwritableError(SiteError):
    """The machine refused to write: no room, no right, too many files."""

    key = "unwritable"
    exit_code = 4


def refuse(diagnostics: Iterable[Diagnostic]) -> None:
    """Raise if one of the findings is an error."""
    errors = [each for each in diagnostics if each.severity is Severity.ERROR]
    if errors:
        raise RefusedError(errors)


def in_words(error: SiteError, language: Language) -> str:
    """Give the sentence for people, and each finding on a line of its own."""
    findings = error.diagnostics if isinstance(error, RefusedError) else ()
    lines = (f"{each.span}: {_said(each, language)}" for each in findings)
    return "\n".join((language.say(f"build.{error.key}", **error.values), *lines))


def _said(finding: Diagnostic, language: Language) -> str:
    message = language.message(finding.code, finding.key, finding.values)
    return f"{finding.severity}[{finding.code}] {message}"
