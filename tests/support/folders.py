"""The small project in a folder, and our commands run on it."""

from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from gollanma.checks.examples import base
from gollanma.cli import gollanma

GROUPS = {(), ("import",), ("export",), ("keys",), ("keys", "root"), ("translate",)}
"""Commands that only hold others."""


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())


def small_folder(root: Path, files: Mapping[str, str] | None = None) -> Path:
    """Write the small project, with these files laid over it."""
    write(root, {**base(), **(files or {})})
    return root


def command(root: Path, *words: str, lang: str = "en") -> Result:
    """Run a command of ours in a folder."""
    groups = next(n for n in (3, 2, 1) if words[: n - 1] in GROUPS)
    options = ["-C", str(root), "--lang", lang, "--today", "2026-11-22"]
    return CliRunner().invoke(gollanma, [*words[:groups], *options, *words[groups:]])
