"""Letters that look like those of an id, or like nothing at all, and are others."""

import re
from collections.abc import Mapping

from gollanma.diagnostics import Value
from gollanma.source import named_point


def stranger_in(written: str, pattern: str) -> Mapping[str, Value] | None:
    """Give the first letter beyond ASCII of what would fit a pattern but for such letters."""
    stranger = next((each for each in written if not each.isascii()), None)
    ours = "".join(each if each.isascii() else "a" for each in written)
    if stranger is None or not re.match(pattern, ours):
        return None
    return {"letter": stranger, "point": named_point(stranger)}
