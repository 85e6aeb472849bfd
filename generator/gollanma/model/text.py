"""Text: the words of one leaf in the project's languages."""

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from gollanma.model.scalars import WORDS_PATTERN, known_language


class Text(Mapping[str, str]):
    """An immutable map from a language's code to words; a missing language has no words."""

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[str, str]) -> None:
        """Keep a copy of the words, in the order of their languages' codes."""
        self._words = dict(sorted(words.items()))

    def __getitem__(self, language: str) -> str:
        """Give the words in a language; raise KeyError where there are none."""
        return self._words[language]

    def __iter__(self) -> Iterator[str]:
        """Yield the languages that have words."""
        return iter(self._words)

    def __len__(self) -> int:
        """Count the languages that have words."""
        return len(self._words)

    def __contains__(self, language: object) -> bool:
        """Tell whether a language has words."""
        return language in self._words

    # Every check goes through every text: the views of a dict are many times as quick.

    def keys(self) -> KeysView[str]:
        """Give the languages that have words."""
        return self._words.keys()

    def values(self) -> ValuesView[str]:
        """Give the words of all languages."""
        return self._words.values()

    def items(self) -> ItemsView[str, str]:
        """Give the words with their languages."""
        return self._words.items()

    def __hash__(self) -> int:
        """Hash by value: equal texts are interchangeable."""
        return hash(tuple(self._words.items()))

    def __repr__(self) -> str:
        """Show the words as they would be written in Python."""
        return f"Text({self._words!r})"

    def only(self, languages: frozenset[str]) -> "Text":
        """Give the text in these languages alone."""
        return Text({code: words for code, words in self._words.items() if code in languages})

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate a mapping of at least one language to words that are not blank."""
        words = core_schema.dict_schema(
            core_schema.with_info_after_validator_function(
                known_language, core_schema.str_schema()
            ),
            core_schema.str_schema(pattern=WORDS_PATTERN),
            min_length=1,
        )
        return core_schema.no_info_after_validator_function(
            cls,
            words,
            serialization=core_schema.plain_serializer_function_ser_schema(dict),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the map; `schema` fills in the project's languages."""
        return {
            "type": "object",
            "x-gollanma": "text",
            "minProperties": 1,
            "additionalProperties": {"type": "string", "pattern": WORDS_PATTERN},
        }
