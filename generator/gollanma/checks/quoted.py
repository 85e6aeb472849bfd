"""Titles in quotation marks of any language."""

import re

TITLE = re.compile(r"[«“„\"](?P<title>[^«»“”„\"]+)[»”“\"]")
