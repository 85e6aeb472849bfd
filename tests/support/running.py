"""Programs that tests start and stop."""

import signal


def heeding() -> None:
    """Let a program heed Ctrl+C, though whoever runs the tests may not: a shell's background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
