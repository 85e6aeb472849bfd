"""How commands end: the code that a shell, or a program that calls one, sees."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ends."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    ENVIRONMENT = 3
    INPUT_OUTPUT = 4
    INTEGRITY = 5
    INTERRUPTED = 130
