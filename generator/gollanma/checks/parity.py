"""The languages of a law: each says every article and part, and what is merged is declared."""

from collections.abc import Iterator, Mapping

from gollanma.checks.acts import rules_of
from gollanma.checks.finding import Finding, check
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.law import Unit, path_units, units
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind

DEEPEST_ALWAYS = 2
"""Articles and their parts stand in every language."""


@check("LAW117")
def provision_missing_in_a_language(graph: Graph) -> Iterator[Finding]:
    """A provision stands in one language and not in another.

    Who reads the other cannot know that there is a rule.
    """
    for key, edition in graph.library.keyed(Edition):
        placed, rules = units(edition), rules_of(graph, key)
        always = _always(rules) if rules else frozenset()
        spoken = sorted({code for unit in placed.values() for code in _said(unit.provision)})
        for unit in placed.values():
            for code in spoken:
                yield from _judged(key, unit, code, always)


def _always(rules: ActKind) -> frozenset[str]:
    """Give the units that may not be merged: what is not counted, articles, and parts."""
    counted = path_units(rules)
    outermost = [each.id for each in rules.units if each.id in counted][:DEEPEST_ALWAYS]
    others = {each.id for each in rules.units if not each.in_path}
    return frozenset({*outermost, *others})


def _said(provision: Provision) -> Mapping[str, str]:
    return {**(provision.heading or {}), **(provision.text or {})}


def _judged(key: str, unit: Unit, code: str, always: frozenset[str]) -> Iterator[Finding]:
    provision, is_always = unit.provision, unit.provision.unit in always
    said, merged = _said(provision), code in provision.merged
    values = {"place": provision.id, "language": code}
    field = "text" if provision.text or not provision.heading else "heading"
    if merged and is_always:
        yield Finding(key, (*unit.path, "merged"), "never-merged", values)
    elif merged and code in said:
        yield Finding(key, (*unit.path, "merged"), "said-after-all", values, Severity.WARNING)
    elif said and code not in said and not merged:
        yield Finding(key, (*unit.path, field), "missing", values)
