"""What offices say about a draft, provision by provision, as a Word file with their answers."""

WIDTHS = (2, 2, 4, 4, 4)
