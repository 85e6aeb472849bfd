"""What is searched, as values: a page in one language, and the places on it with their words."""

from dataclasses import dataclass

from gollanma.views.facets import Choice


@dataclass(frozen=True, slots=True)
class Section:
    """A place on a page to which a reader can be led."""

    anchor: str
    """Empty: the head of the page."""
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A page as search knows it."""

    ref: str
    """What the page shows, as a reference: `sop/intake`, `act/social-services#a8`."""
    address: str
    """Of the page in the default language."""
    title: str
    kind: str
    kind_words: str
    """What a reader calls the kind: people type it beside other words."""
    code: str
    """The national code; empty where there is none."""
    status: str
    """Empty where the page has none."""
    sample: bool
    quick_exit: bool
    sections: tuple[Section, ...]
    choices: tuple[Choice, ...] = ()
    """By what a list of results can be narrowed."""
    places: tuple[tuple[str, str], ...] = ()
    """Cited places: `article:8/part:2`, and the anchor where it stands."""
    asked: tuple[str, ...] = ()
    """How people ask for it in their own words; no page prints them."""
    is_aside: bool = False
    """A draft or an older edition: it answers only who asks for such."""
    concept: str = ""
    """The slug of the term whose page it is."""

    @property
    def length(self) -> int:
        """Give how many sections the index has of it: the page's, then the ways of asking."""
        return len(self.sections) + len(self.asked)
