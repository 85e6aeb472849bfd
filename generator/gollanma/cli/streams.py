"""The streams of the command line."""

import io
import sys


def speak_utf8() -> None:
    """Let both streams write UTF-8 with plain ends of line, whatever the system thinks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
