"""Says the HTML of a page in fewer bytes: what HTML lets one leave out is left out.

It reads what our own templates write, where every `<`, `>` and quote of content is escaped. A
reader of HTML makes the same document of it: quotes go around values that need none, the ends of
elements that end where the next one begins, and the lines between blocks.
"""

import re

BARE = r"[^\s\"'=<>`]*[^\s\"'=<>`/]"
"""A value that needs no quotes: a slash at its end could be taken for that of its tag."""
INLINE = "|".join(
    ("a", "abbr", "b", "br", "button", "code", "del", "em", "i", "img", "input", "ins", "label")
    + ("mark", "q", "s", "select", "small", "span", "strong", "sub", "sup", "svg", "text", "time")
    + ("tspan", "wbr")
)
"""A line's end beside one of these is seen as a space."""
BLOCK = "|".join(
    ("article", "aside", "details", "div", "dl", "fieldset", "footer", "form", "h1", "h2", "h3")
    + ("h4", "header", "hr", "nav", "ol", "p", "pre", "section", "table", "ul")
)
"""Before one of these a paragraph has ended."""
HOLDERS = "|".join(
    ("article", "blockquote", "dd", "details", "div", "fieldset", "footer", "form", "header", "li")
    + ("main", "nav", "section", "td", "th")
)
"""At the end of one of these a paragraph has ended."""
LINE = r"[ \t]*\n\s*"
BEFORE_BLOCK = re.compile(rf"(?<=>){LINE}(?=</?(?!(?:{INLINE})\b)[a-z])")
BEHIND_BLOCK = re.compile(rf"(</?(?!(?:{INLINE})\b)[a-z][^<>]*>){LINE}(?=<)")
PARAGRAPH = re.compile(rf"</p>(?=<(?:{BLOCK})\b|</(?:{HOLDERS})>)")
ENTRY = re.compile(
    r"""</li>(?=<li\b|</[ou]l>)
      | </d[dt]>(?=<d[dt]\b|</d(?:iv|l)>)
      | </t[dh]>(?=<t[dh]\b|</tr>)
      | </tr>(?=<tr\b|</t(?:head|body|able)>)
      | </t(?:head|body)>(?=<tbody\b|</table>)
      | </head>(?=<body\b)
      | </html>(?=\s*$)
      | </option>(?=<opt|</(?:optgroup|select)>)
    """,
    re.VERBOSE,
)
"""The end of what ends where the next begins, or where what holds it ends."""
QUOTED = re.compile(rf'="({BARE})"(?=>|[^<>/][^<>]*>)')
"""A value within a tag: what comes next of the two signs is the tag's end."""


def brief(html: str) -> str:
    """Give a page, or a part of one, in fewer bytes."""
    html = BEHIND_BLOCK.sub(r"\1", BEFORE_BLOCK.sub("", html))
    return QUOTED.sub(r"=\1", ENTRY.sub("", PARAGRAPH.sub("", html)))
