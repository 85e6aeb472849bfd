"""Figures that a file raises by its layout, written so that the raising is not lost: 12¹."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised_run(words: str, *, is_raised: bool) -> str:
    """Give words with raised figures where a file draws them small and high."""
    is_number = is_raised and words.strip().isdecimal()
    return words.strip().translate(_RAISED) if is_number else words
