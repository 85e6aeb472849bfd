"""One page as a file of its own: with its style inside, and without ways that lead nowhere."""

import re
from importlib.resources import files

from gollanma.languages import Languages
from gollanma.render.content import content
from gollanma.views import Page

AWAY = re.compile(r' href="(?!#)[^"]*"')
"""Ways to other pages, which the file does not have beside it."""


def alone(page: Page, languages: Languages) -> str:
    """Write a page as a whole document; what is no official text says so on every sheet."""
    assets = files("gollanma.render") / "assets"
    style = (assets / "gollanma.css").read_text(encoding="utf-8")
    icons = (assets / "icons.svg").read_text(encoding="utf-8")
    mark = ' class="sample"' if page.sample else ""
    title = page.title.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<!DOCTYPE html>\n<html lang="{page.lang}"{mark}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<div hidden>{icons}</div>\n"
        f'<div class="frame frame-full"><main id="main">\n'
        f"{AWAY.sub('', content(page, languages))}\n</main></div>\n</body>\n</html>\n"
    )
