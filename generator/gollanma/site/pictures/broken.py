"""What is no whole picture."""

import struct


class BrokenPictureError(ValueError):
    """The bytes are not a whole picture of their form."""


CUT = (struct.error, IndexError, StopIteration)
"""What reading past the end of a picture raises."""
