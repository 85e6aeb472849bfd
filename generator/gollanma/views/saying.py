"""What is printed of a text: in the reader's language, else in another one that says so."""

from dataclasses import dataclass

from gollanma.views.markup import Html, element, joined


@dataclass(frozen=True, slots=True)
class Said:
    """Words ready to print; a template prints them as they are."""

    html: Html
    lang: str
    notice: str = ""
    """What tells that these words are not translated, or older than the original; else empty."""
    is_missing: bool = False
    """The reader's language has no words here."""
    is_block: bool = False

    def __html__(self) -> str:
        """Give the words, and around those of another language the mark that they are."""
        if not self.is_missing:
            return str(joined((self.html, self._aside)))
        if self.is_block:
            notice = element("b", self.notice) if self.notice else Html()
            return element(
                "div", joined((notice, element("div", self.html, lang=self.lang))), class_="stale"
            )
        words = element("span", self.html, lang=self.lang)
        if not self.notice:
            return words
        return joined((words, element("span", self.notice, class_="tag tag-warn")), " ")

    @property
    def _aside(self) -> Html:
        """What stands behind words of the reader's language: in a line, or below paragraphs."""
        name = "p" if self.is_block else "small"
        return element(name, f"({self.notice})", class_="late") if self.notice else Html()

    def __str__(self) -> str:
        """Give what is printed."""
        return self.__html__()
