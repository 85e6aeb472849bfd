"""The scripts of a copy: they check the next one, become it, and mark what was withdrawn."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from gollanma.bundle.keys import Signed, Trust, allowed_signers
from gollanma.languages import Language, Languages
from gollanma.search.bare import bare_script
from gollanma.search.files import Value, canonical
from gollanma.views.copies import ADDRESSES, LIBRARY, PROGRAM

MADE = "made/library.js"
"""Made at set-up of what the lock of npm names: Ed25519 and SHA-2 for browsers without them."""
SCRIPTS = (
    "bytes",
    "canonical",
    "names",
    "zips",
    "tar",
    "lists",
    "manifest",
    "sshsig",
    "trust",
    "patch",
    "notice",
    "opened",
    "verify",
    "updated",
)
"""In the order in which they lean on each other."""
PAGES = ("held", "page", "asking")
"""What the three pages do with them."""
SIGNERS = "allowed-signers.txt"
"""Whose signatures count, as `ssh-keygen -Y verify` reads it."""
WITHDRAWN = "withdrawn"
ENTERING = (
    "bytes",
    "canonical",
    "sshsig",
    "trust",
    "notice",
    "held",
    "entering",
    "page",
    "asking",
)
"""What a handbook in one file runs when a person enters a notice there."""
FORM = ("heading", "lead", "text", "hint", "go")
"""What its form says."""
SAID = "copies.said."
JUDGED = ("bundle.refused.", "bundle.noted.")
"""What is said of a bundle stands in the catalogues once, for the command line and for browsers."""
BUNDLE = "bundle."
HELD_LINE = "copies.held-line"
MARKS = ("title", "page", "link")
"""What is said on a page that was withdrawn and beside links to it."""


class MissingLibraryScriptError(Exception):
    """The script that checks signatures in a browser was not made: the set-up makes it."""


def scripts(
    languages: Languages, chain: Sequence[Signed], addresses: Iterable[str]
) -> dict[str, bytes]:
    """Give the files that the pages of `views/copies.py` load, by where they stand.

    `chain` are the roots that the copy trusts, empty in an unsigned one; `addresses` are those of
    its pages in the default language. Raises MissingLibraryScriptError.
    """
    given = (
        assigned("gollanmaTrust", [_root(each) for each in chain]),
        assigned("gollanmaPages", sorted({each.removesuffix(".html") for each in addresses})),
        assigned("gollanmaBundleWords", {code: words(each) for code, each in languages.items()}),
    )
    program = "\n".join((*given, *map(script, (*SCRIPTS, *PAGES))))
    return {LIBRARY: library().encode(), PROGRAM: program.encode()}


def trusting(
    languages: Languages, chain: Sequence[Signed], addresses: Iterable[str]
) -> dict[str, bytes]:
    """Give the files by which a copy judges the next one, and stock tools this one."""
    made = scripts(languages, chain, addresses)
    if chain:
        made[SIGNERS] = allowed_signers(Trust.following(chain).root)
    return made


def entering(language: Language, chain: Sequence[Signed], addresses: Iterable[str]) -> str:
    """Give the script that takes a notice in a handbook of one language in one file.

    It is run once, when it is asked for. Raises MissingLibraryScriptError.
    """
    form = {f"recall.{each}": _sentence(language, f"copies.recall.{each}") for each in FORM}
    given = (
        assigned("gollanmaTrust", [_root(each) for each in chain]),
        assigned("gollanmaPages", sorted({each.removesuffix(".html") for each in addresses})),
        assigned("gollanmaBundleWords", {language.code: words(language) | form}),
    )
    return "\n".join((library(), *given, *map(script, ENTERING)))


def withdrawn_script(languages: Languages) -> str:
    """Give what marks pages and links of a copy as withdrawn; `gollanmaCopy` stands before it.

    It reads `version`, `languages` and `withdrawn` there, the last as by `recalls.withdrawn`.
    """
    said = {code: _marks(each) for code, each in languages.items()}
    return "\n".join((assigned("gollanmaWithdrawnWords", said), script(WITHDRAWN)))


def library() -> str:
    """Read the library; raises MissingLibraryScriptError."""
    try:
        return _folder().joinpath(MADE).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise MissingLibraryScriptError from None


def words(language: Language) -> dict[str, Value]:
    """Give what the scripts say in a language; they fill the holes themselves."""
    every = language.catalogue.sentences
    said: dict[str, Value] = {
        key.removeprefix(SAID).removeprefix(BUNDLE): _forms(every[key])
        for key in sorted(every)
        if key.startswith((SAID, *JUDGED))
    }
    return said | {"held-line": _sentence(language, HELD_LINE)}


def assigned(name: str, value: Value) -> str:
    """Give a line of a script that keeps a value for all others."""
    return f"window.{name} = {canonical(value)};"


def script(name: str) -> str:
    """Read a script of the package."""
    return bare_script((_folder() / "scripts" / f"{name}.js").read_text(encoding="utf-8"))


def _folder() -> Traversable:
    return files("gollanma.bundle")


def _marks(language: Language) -> dict[str, Value]:
    """Give what is said on every page of a copy."""
    ways = [(each, f"copies.{each.removesuffix('.html')}.heading") for each in ADDRESSES]
    return {
        **{what: _sentence(language, f"copies.withdrawn.{what}") for what in MARKS},
        "menu": _sentence(language, "copies.menu"),
        "ways": [[address, _sentence(language, key)] for address, key in ways],
    }


def _sentence(language: Language, key: str) -> str:
    """Give a sentence with its holes, which a script fills."""
    return language.catalogue.sentences[key]["other"]


def _forms(forms: Mapping[str, str]) -> Value:
    """Give a sentence, or its forms where a number chooses among them."""
    return forms["other"] if len(forms) == 1 else dict(forms)


def _root(signed: Signed) -> dict[str, Value]:
    return {"data": signed.data.decode(), "signatures": dict(signed.signatures)}
