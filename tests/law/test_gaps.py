"""Duties with what carries them out, and by-laws that were promised."""

from gollanma.law import duties, promises
from tests.support.projects import changed, small

EDITION = "normative/acts/help/editions/2020-02-01.yml"
ACT = """
title: {tk: Tertip, ru: Порядок, en: Procedure}
act_kind: law
enabled_by: [act/help#a2]
"""
PROMISED = """    modality: must
    by_laws:
      - text: {tk: Tertip, ru: Порядок, en: Procedure}
        act: act/order
      - text: {tk: Sanaw, ru: Реестр, en: Register}
"""


def test_a_duty_names_what_carries_it_out() -> None:
    (duty,) = duties(small().graph)
    assert (duty.edition, duty.unit.provision.id) == ("act/help@2020-02-01", "a2")
    assert (duty.services, duty.procedures) == (("service/care",), ())
    assert duty.by_laws == ()
    assert not duty.is_open


def test_a_by_law_carries_a_duty_out_from_either_side() -> None:
    files = {"normative/acts/order/act.yml": ACT}
    (duty,) = duties(small(files).graph)
    assert duty.by_laws == ("act/order",)
    files |= changed(EDITION, "    modality: must\n", PROMISED)
    (duty,) = duties(small(files).graph)
    assert duty.by_laws == ("act/order",)


def test_promises_are_kept_or_not() -> None:
    files = {
        "normative/acts/order/act.yml": ACT,
        **changed(EDITION, "    modality: must\n", PROMISED),
    }
    kept, open_ = promises(small(files).graph)
    assert (kept.act, open_.act) == ("act/order", None)
    assert kept.path == ("body", 1, "by_laws", 0)
    assert open_.by_law.text is not None
    assert open_.by_law.text["en"] == "Register"


def test_an_act_without_editions_asks_nothing() -> None:
    graph = small({"normative/acts/order/act.yml": ACT}).graph
    assert {each.edition for each in duties(graph)} == {"act/help@2020-02-01"}
