"""What is printed of a text: in the reader's language, else in another one that says so."""

from dataclasses import dataclass

from gollanma.views.markup import Html, element, joined


@dataclass(frozen=True, slots=True)
class Said:
    """Words ready to print; a template prints them as they are."""

    html: Html
    lang: str
    notice: str = ""
    """What tells the reader that these words are not translated; empty where they are."""
    is_missing: bool = False
    """The reader's language has no words here."""
    is_block: bool = False

    def __html__(self) -> str:
        """Give the words, and around those of another language the mark that they are."""
        if not self.is_missing:
            return str(self.html)
        if self.is_block:
            notice = element("b", self.notice) if self.notice else Html()
            return element(
                "div", joined((notice, element("div", self.html, lang=self.lang))), class_="stale"
            )
        words = element("span", self.html, lang=self.lang)
        if not self.notice:
            return words
        return joined((words, element("span", self.notice, class_="tag tag-warn")), " ")

    def __str__(self) -> str:
        """Give what is printed."""
        return self.__html__()
