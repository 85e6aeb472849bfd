"""The sentences of a text, language beside language."""

from collections.abc import Mapping

import pytest

from gollanma.languages.sentences import side_by_side


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        pytest.param(
            {"en": "Ask. Do not push!", "ru": "Спросите. Не давите!"},
            [("Ask.", "Спросите."), ("Do not push!", "Не давите!")],
            id="sentences",
        ),
        pytest.param(
            {"en": "Ask first: wait; go.", "ru": "Спросите: ждите; идите."},
            [("Ask first:", "Спросите:"), ("wait;", "ждите;"), ("go.", "идите.")],
            id="clauses",
        ),
        pytest.param(
            {"en": "Ask first: wait. Go.", "ru": "Спросите и ждите. Идите."},
            [("Ask first: wait.", "Спросите и ждите."), ("Go.", "Идите.")],
            id="sentences, where one language has a clause more",
        ),
        pytest.param(
            {"en": "Ask and wait. Go.", "ru": "Спросите. Подождите. Идите."},
            [("Ask and wait. Go.", "Спросите. Подождите. Идите.")],
            id="the whole, where one language has a sentence more",
        ),
        pytest.param(
            {"en": "Say:\n\n- one\n- two", "ru": "Скажите:\n\n- раз\n- два"},
            [("Say:", "Скажите:"), ("- one", "- раз"), ("- two", "- два")],
            id="items of a list",
        ),
        pytest.param({"en": "", "ru": " "}, [], id="nothing"),
    ],
)
def test_sentences_stand_side_by_side(
    texts: Mapping[str, str], rows: list[tuple[str, ...]]
) -> None:
    assert [tuple(each.values()) for each in side_by_side(texts)] == rows
