"""Stamps: they change when what is said changes, and for nothing else."""

import pytest

from gollanma.model.kinds.acts import Provision
from gollanma.model.state import content_stamp, stamp

BARE = {"id": "a2", "unit": "article", "number": "2"}


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"repealed": False}, id="a flag that is off anyway"),
        pytest.param({"merged": [], "contains": [], "by_laws": []}, id="lists that hold nothing"),
        pytest.param({"explanation": None, "amendment_note": None}, id="words that nobody wrote"),
    ],
)
def test_a_field_with_the_value_that_it_has_anyway_keeps_the_stamp(more: dict[str, object]) -> None:
    """A field that a later version of the program adds must not make every review old."""
    one, other = Provision.model_validate(BARE), Provision.model_validate({**BARE, **more})
    assert stamp(one) == stamp(other)
    assert content_stamp(one) == content_stamp(other)


@pytest.mark.parametrize(
    "more", [{"repealed": True}, {"number": "3"}, {"text": {"en": "x"}}, {"merged": ["en"]}]
)
def test_what_is_said_changes_the_stamp(more: dict[str, object]) -> None:
    one, other = Provision.model_validate(BARE), Provision.model_validate({**BARE, **more})
    assert stamp(one) != stamp(other)
