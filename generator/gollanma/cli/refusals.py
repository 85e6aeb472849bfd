"""What is said where a bundle, a patch or a key is refused, or something about it is noted."""

from collections.abc import Iterator

from gollanma.bundle.errors import Refusal
from gollanma.languages import Language


def said(refusal: Refusal, language: Language) -> Iterator[str]:
    """Yield the sentence on a refusal or a note, and where there is one, what to do about it."""
    values = {"name": refusal.name, **refusal.values}
    noted = f"bundle.noted.{refusal.code}"
    if language.says(noted):
        yield language.say(noted, **values)
    else:
        yield language.say(f"bundle.refused.{refusal.code}.says", **values)
        yield language.say(f"bundle.refused.{refusal.code}.remedy", **values)
