"""What offices say about a draft, provision by provision, as a Word file with their answers."""

from collections.abc import Iterator

from gollanma.exchange.word.tables import Cell, Column, plain_words, said, table_document
from gollanma.exchange.word.titles import cover_of, edition_at
from gollanma.model.kinds import Comment
from gollanma.views.context import Desk
from gollanma.views.editions.disagreements import Disputed, disputed
from gollanma.views.voice import Voice

WIDTHS = (2, 2, 4, 4, 4)
