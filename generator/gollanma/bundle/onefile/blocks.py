"""What runs and what styles a file: blocks inside it, each allowed by its hash and no other."""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """The text of a script or a style sheet."""

    text: str
    """Raises ValueError where it would end its element."""

    def __post_init__(self) -> None:
        """Refuse what an HTML reader would not take as one block."""
        if any(each in self.text.lower() for each in ("</script", "</style", "<!--")):
            raise ValueError("a block of a file may not hold the end of its own element")

    @property
    def source(self) -> str:
        """Give the name by which a content policy allows it."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(styles: Iterable[Code], scripts: Iterable[Code]) -> str:
    """Give the content policy of a file: its own blocks, and nothing from anywhere."""
    allowed = " ".join(each.source for each in scripts) or "'none'"
    dressed = " ".join(each.source for each in styles)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {dressed}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
