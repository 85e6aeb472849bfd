"""What is said where a bundle, a patch or a key is refused, or something about it is noted."""

from collections.abc import Iterator

from gollanma.bundle.errors import Refusal
from gollanma.bundle.verify import NOTES
from gollanma.languages import Language


def said(refusal: Refusal, language: Language) -> Iterator[str]:
    """Yield the sentence on a refusal or a note, then what to do about it."""
    place = "noted" if refusal.code in NOTES else "refused"
    for part in ("says", "remedy"):
        key = f"bundle.{place}.{refusal.code}.{part}"
        yield language.say(key, **{"name": refusal.name, **refusal.values})
