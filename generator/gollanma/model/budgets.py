"""What pages and bundles may weigh: a part of the project file."""

from gollanma.model.base import Part
from gollanma.model.scalars import Whole


class Budgets(Part):
    """Sizes in KiB that no page, and no bundle, may exceed."""

    around_words: Whole = 25
    """HTML of a service, procedure, term or form that is neither its words nor a picture."""
    picture: Whole = 10
    """Each of the two pictures of a procedure, with its words."""
    long_page: Whole = 60
    """HTML of any other page, with its words."""
    compressed: Whole = 15
    """Any page as a server sends it compressed."""
    first_visit: Whole = 120
    """A page with style and script, compressed."""
    bundle: Whole = 16 * 1024
    """A bundle as a zip folder."""
    hundred_pages: Whole = 600
    """A bundle as a zip folder, for each hundred pages it has."""
    one_file: Whole = 6 * 1024
    """A bundle as one file for a telephone, in each language."""
