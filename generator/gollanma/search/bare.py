"""Our scripts and style sheets as readers get them: without what only their authors read."""

import re

REMARK = re.compile(r"^ */\*(?!!)(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
"""Lines for the authors of a script; one that names a licence begins otherwise, and stays."""
INDENT = re.compile(r"\n +")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LINE = re.compile(r"\n\s*")


def bare_script(text: str) -> str:
    """Give a script without remarks and the room before its lines; no text in it has several."""
    return INDENT.sub("\n", REMARK.sub("", text))


def bare_style(sheet: str) -> str:
    """Give a style sheet without remarks, the room before its lines, and empty ones."""
    return LINE.sub("\n", COMMENT.sub("", sheet)).strip() + "\n"
