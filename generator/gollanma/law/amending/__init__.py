"""The amending act: made from editions, written in a language, read back and played onto a text."""

from gollanma.law.amending.apply import UnplayableError, apply
from gollanma.law.amending.commencement import Commencement, Own
from gollanma.law.amending.draft import Draft, draft
from gollanma.law.amending.express import Amended, InexpressibleError, expressible
from gollanma.law.amending.generate import instructions
from gollanma.law.amending.instructions import Instruction
from gollanma.law.amending.items import Item
from gollanma.law.amending.lawtext import law_text
from gollanma.law.amending.played import differing
from gollanma.law.amending.reading import UnreadableLineError, read, read_commencement

__all__ = [
    "Amended",
    "Commencement",
    "Draft",
    "InexpressibleError",
    "Instruction",
    "Item",
    "Own",
    "UnplayableError",
    "UnreadableLineError",
    "apply",
    "differing",
    "draft",
    "expressible",
    "instructions",
    "law_text",
    "read",
    "read_commencement",
]
