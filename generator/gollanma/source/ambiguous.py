"""Plain words that YAML turns into something else.

`no` is false, `010` is 8, `12:30` is 750 and `1.10` is 1.1 to one reader of YAML or another.
We turn nothing: the type of a field decides, and a field of text refuses these.
"""

import re
from dataclasses import dataclass

from gollanma.source.tree import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A plain scalar that YAML 1.1 or 1.2 reads as something other than text."""

    text: str
    reading: str
    """One of bool, null, int, float, date, sexagesimal."""


READINGS = re.compile(
    r"""
      (?P<null>        ~ | null | Null | NULL | )
    | (?P<bool>        y | Y | yes | Yes | YES | n | N | no | No | NO
                     | on | On | ON | off | Off | OFF
                     | true | True | TRUE | false | False | FALSE )
    | (?P<int>         [-+]? (?: 0b[01_]+ | 0o[0-7_]+ | 0x[0-9a-fA-F_]+ | [0-9][0-9_]* ) )
    | (?P<date>        [0-9]{4} - [0-9]{2} - [0-9]{2}                  # 2026-13-45 as well
                     | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2}
                       (?: [Tt] | [ \t]+ ) [0-9]{1,2} : [0-9]{2} : [0-9]{2}
                       (?: \. [0-9]* )?
                       (?: [ \t]* (?: Z | [-+] [0-9]{1,2} (?: :? [0-9]{2} )? ) )? )
    | (?P<sexagesimal> [-+]? [0-9][0-9_]* (?: : [0-5]?[0-9] )+ (?: \. [0-9_]* )? )
    | (?P<float>       [-+]? (?: [0-9][0-9_]* (?: \. [0-9_]* )? | \. [0-9][0-9_]* )
                       (?: [eE] [-+]? [0-9]+ )?
                     | [-+]? \. (?: inf | Inf | INF )
                     | \. (?: nan | NaN | NAN ) )
    """,
    re.VERBOSE,
)


def reading_of(text: str) -> str | None:
    """Say what some reader of YAML makes of a plain scalar; nothing if all see text."""
    found = READINGS.fullmatch(text)
    return found.lastgroup if found else None


def plain(node: Node) -> object:
    """Give a tree of dicts, lists, strings and `Ambiguous`, without places."""
    match node:
        case Scalar(style=""):
            reading = reading_of(node.value)
            return Ambiguous(node.value, reading) if reading else node.value
        case Scalar():
            return node.value
        case Sequence():
            return [plain(each) for each in node.items]
        case Mapping():
            return {name: plain(entry.value) for name, entry in node.entries.items()}
