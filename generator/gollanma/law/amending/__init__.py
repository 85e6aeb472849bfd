"""The amending act: made from editions, written in a language, read back and played onto a text."""

from gollanma.law.amending.apply import UnplayableError, apply
from gollanma.law.amending.generate import instructions
from gollanma.law.amending.instructions import Instruction
from gollanma.law.amending.lawtext import law_text

__all__ = ["Instruction", "UnplayableError", "apply", "instructions", "law_text"]
