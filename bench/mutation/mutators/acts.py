"""Mistakes in acts, in their editions and drafts, and in what cites them."""

from collections.abc import Iterator, Mapping

from bench.mutation.corpus import (
    Corpus,
    Edit,
    Keys,
    Splice,
    drop,
    items,
    node_at,
    put,
    quoted,
    scalar,
    walk,
)
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import (
    anew,
    having,
    references,
    saying_all,
    scalars,
    with_sentence,
    without,
)
from gollanma.model.decode import decode
from gollanma.model.kinds import Edition
from gollanma.model.state import content_stamp
from gollanma.model.walk import at as part_at
from gollanma.source import Document
from gollanma.source import Mapping as Map

ACT = "act/social-services"
LAW = "normative/acts/social-services"
NOW = f"{LAW}/editions/2022-01-01.yml"
NEWER = f"{LAW}/editions/2026-06-01.yml"
ALL = ("tk", "ru", "en")
UNDECLARED = {"LAW111": "what differs from the edition before is a change that nobody declared"}


def editions(corpus: Corpus) -> Iterator[Document]:
    """Yield the editions of all acts."""
    return (each for each in corpus.of("acts") if "/editions/" in each.path)


def is_binding(document: Document) -> bool:
    """Say whether an edition is neither a draft nor over."""
    return "draft-" not in document.path and not scalar(document, ("in_force", "to"))


def provisions(document: Document) -> Iterator[tuple[Keys, str]]:
    """Yield the provisions of an edition with their ids."""
    for keys, node in walk(document):
        if isinstance(node, Map) and "unit" in node.entries and "id" in node.entries:
            yield keys, scalar(document, (*keys, "id")) or ""


def with_words(corpus: Corpus, document: Document) -> Iterator[tuple[Keys, str, dict[str, str]]]:
    """Yield the provisions that have words in every language, with these."""
    for keys, name in provisions(document):
        words = {code: scalar(document, (*keys, "text", code)) or "" for code in corpus.codes}
        if all(words.values()):
            yield keys, name, words


def made(document: Document, *splices: Splice) -> bytes:
    """Give the bytes of a file with some splices made."""
    text = document.text
    for each in sorted(splices, key=lambda one: one.start, reverse=True):
        text = f"{text[: each.start]}{each.new}{text[each.end :]}"
    return text.encode()


def citing(corpus: Corpus) -> Iterator[tuple[Document, Keys, str]]:
    """Yield the references of records to provisions of the law of today."""
    for document, keys, value in references(corpus, "services", "sops", "forms", "roles"):
        if value.startswith(f"{ACT}#a"):
            yield document, keys, value.partition("#")[2]


OLD = {
    "normative/acts/old-help/act.yml": """\
title: {tk: Öňki goldaw hakynda, ru: О прежней поддержке, en: On Former Support}
summary: {tk: Öňki düzgünler., ru: Прежние правила., en: The former rules.}
act_kind: law
number: "7-I"
owner: organisation/mlsp
lifecycle:
  - stage: adopted
    day: 2006-12-01
  - stage: signed
    day: 2006-12-10
  - stage: in-force
    day: 2007-01-01
  - stage: repealed
    day: 2012-11-01
""",
    "normative/acts/old-help/editions/2007-01-01.yml": """\
sample: true
stage: in-force
in_force:
  from: 2007-01-01
  to: 2012-10-31
preamble: {tk: Şu Kanun kömek hakynda., ru: Этот Закон о помощи., en: This Law is about help.}
body:
  - id: a1
    unit: article
    number: "1"
    heading: {tk: Kömek, ru: Помощь, en: Help}
    text: {tk: Kömek mugt., ru: Помощь бесплатна., en: Help is free.}
    modality: is
""",
}


@mutator("LAW001", "an act that was repealed is cited")
def repealed(corpus: Corpus) -> Iterator[Edit]:
    """Rest on a law that was repealed."""
    old = {path: text.encode() for path, text in OLD.items()}
    for document, keys, _ in citing(corpus):
        splices = anew(document, keys, "act/old-help#a1").splices
        yield Edit(document.path, splices, keys, others=old)


def _newer(corpus: Corpus, place: str) -> Mapping[str, bytes | None]:
    """Give the files of a law whose provision says something else since this June."""
    document = corpus.documents[NOW]
    for keys, name, words in with_words(corpus, document):
        if name == place:
            said = {code: f"{each.rstrip('.;:')} {MORE[code]}." for code, each in words.items()}
            splices = [
                put(document, (*keys, "text", code), quoted(one)) for code, one in said.items()
            ]
            day = put(document, ("in_force", "from"), "2026-06-01")
            ended = put(document, ("in_force",), "{from: 2022-01-01, to: 2026-05-31}")
            return {NEWER: made(document, *splices, day), NOW: made(document, ended)}
    return {}


MORE = {
    "tk": "we bu hakda ýazmaça habar berilýär",
    "ru": "и об этом сообщают письменно",
    "en": "and this is told in writing",
}


@mutator("LAW002", "a provision was amended after the review")
def amended(corpus: Corpus) -> Iterator[Edit]:
    """Amend a provision on which a record rests that was looked at before."""
    for document, keys, place in citing(corpus):
        others = _newer(corpus, place)
        if others and not scalar(document, ("reviewed",)):
            for edit in having(document, (), "reviewed: 2025-01-01", keys):
                yield Edit(edit.path, edit.splices, edit.at, others=others)


@mutator("LAW116", "a record was reviewed against an earlier edition")
def earlier(corpus: Corpus) -> Iterator[Edit]:
    """Stamp the review of a provision that was then amended."""
    document = corpus.documents[NOW]
    edition, _ = decode(Edition, document, corpus.codes)
    marks = {
        name: content_stamp(part_at(edition, keys))  # type: ignore[arg-type]
        for keys, name in provisions(document)
        if edition
    }
    seen: set[tuple[str, str]] = set()
    for record, keys, place in citing(corpus):
        others = dict(_newer(corpus, place))
        if others and (record.path, place) not in seen:
            seen.add((record.path, place))
            kind, name = record.path.split("/")[1].removesuffix("s"), record.path.split("/")[2]
            text = (
                f"reviewed:\n  - part: {ACT}#{place}\n    stamp: {marks[place]}\n"
                "    by: organisation/mlsp\n    on: 2025-03-01\n"
            )
            others[f"normative/state/reviewed/{kind}/{name}"] = text.encode()
            yield Edit(record.path, (), keys, others=others)


@mutator("LAW003", "a part that the article does not have")
def no_part(corpus: Corpus) -> Iterator[Edit]:
    """Cite a part beyond the last."""
    for document, keys, place in citing(corpus):
        yield anew(document, keys, f"{ACT}#{place.partition('.')[0]}.99")


@mutator("LAW004", "a by-law that is only promised", UNDECLARED)
def promised(corpus: Corpus) -> Iterator[Edit]:
    """Promise a by-law that nobody made."""
    words = "{tk: Arza tertibi, ru: Порядок подачи, en: How to apply}"
    block = f"by_laws:\n  - text: {words}"
    for document in editions(corpus):
        for keys, _, _ in with_words(corpus, document) if is_binding(document) else ():
            if not node_at(document, (*keys, "by_laws")):
                yield from having(document, keys, block, (*keys, "by_laws", 0, "text"))


@mutator("LAW005", "a standard that nothing demands")
def no_basis(corpus: Corpus) -> Iterator[Edit]:
    """Take the legal basis of a basic standard."""
    for document in corpus.of("services"):
        for number in range(items(document, ("basic_standards",))):
            keys = ("basic_standards", number)
            yield from without(document, (*keys, "legal_basis"), keys)


@mutator("LAW006", "an act is called by another title")
def other_title(corpus: Corpus) -> Iterator[Edit]:
    """Quote the law by a title that is not its own."""
    sentence = {
        "tk": f"Ser. [[{ACT}|«Durmuş hyzmatlary hakynda»]].",
        "ru": f"См. [[{ACT}|«О социальной помощи»]].",
        "en": f'See [[{ACT}|"On Social Services"]].',
    }
    yield from with_sentence(corpus, sentence, "ru")


@mutator("LAW007", "what ends before it begins")
def upside_down(corpus: Corpus) -> Iterator[Edit]:
    """Let a record hold until a day before its first."""
    for document in corpus.of("services", "sops", "roles", "forms"):
        if not node_at(document, ("valid",)):
            block = "valid:\n  from: 2027-01-01\n  to: 2026-01-01"
            yield from having(document, (), block, ("valid", "to"))


@mutator("LAW008", "a paraphrase in quotation marks")
def paraphrase(corpus: Corpus) -> Iterator[Edit]:
    """Quote the law in words of one's own."""
    sentence = {
        "tk": f"[[{ACT}#a8.1]] muny aýdýar.",
        "ru": f"[[{ACT}#a8.1]]: «потребности семьи оценивает каждый работник центра».",
        "en": f"[[{ACT}#a8.1]] says so.",
    }
    yield from with_sentence(corpus, sentence, "ru")


NUMBERS = {
    **UNDECLARED,
    "LAW103": "whoever cited the number cites a former one now",
    "LAW104": "whoever cited the number cites another one now",
    "LAW003": "whoever cited the number labels it wrongly now",
}


@mutator("LAW101", "a number after a gap", NUMBERS)
def gap(corpus: Corpus) -> Iterator[Edit]:
    """Give the last provision of a list a number far away."""
    for document in editions(corpus):
        for keys, _ in provisions(document):
            is_last = keys[-1] == items(document, keys[:-1]) - 1
            number = scalar(document, (*keys, "number")) or ""
            if scalar(document, (*keys, "unit")) == "article":
                continue
            if is_last and number.isdecimal() and int(number) > 1 and len(keys) > len(("body", 0)):
                at = (*keys, "number")
                yield Edit(document.path, anew(document, at, '"97"').splices, at)


@mutator("LAW102", "the words of two provisions change places", UNDECLARED)
def exchanged(corpus: Corpus) -> Iterator[Edit]:
    """Exchange the words of two provisions in a later edition."""
    for document in editions(corpus):
        if scalar(document, ("based_on",)) and "draft-working" not in document.path:
            found = {keys: words for keys, _, words in with_words(corpus, document)}
            for keys, words in found.items():
                after = (*keys[:-1], int(keys[-1]) + 1)
                if after in found:
                    splices = [
                        put(document, (*there, "text", code), quoted(said[code]))
                        for there, said in ((keys, found[after]), (after, words))
                        for code in corpus.codes
                    ]
                    at = ((*keys, "id"), (*after, "id"))
                    yield Edit(document.path, tuple(splices), at[0], also_at=at[1:])


RENUMBERED = {"LAW003": "other words name the former number too"}


@mutator("LAW103", "words that cite a former number", RENUMBERED)
def former_number(corpus: Corpus) -> Iterator[Edit]:
    """Cite the last article by the number that it had before this June."""
    document = corpus.documents[NOW]
    articles = [
        (keys, name)
        for keys, name in provisions(document)
        if scalar(document, (*keys, "unit")) == "article"
    ]
    (before, _), (last, name) = articles[-2:]
    number = scalar(document, (*last, "number"))
    new = f'"{scalar(document, (*before, "number"))}^1"'
    day = put(document, ("in_force", "from"), "2026-06-01")
    ended = put(document, ("in_force",), "{from: 2022-01-01, to: 2026-05-31}")
    others = {
        NEWER: made(document, put(document, (*last, "number"), new), day),
        NOW: made(document, ended),
    }
    sentence = {
        "tk": f"Ser. [[{ACT}#{name}|{number}-nji madda]].",
        "ru": f"См. [[{ACT}#{name}|статья {number}]].",
        "en": f"See [[{ACT}#{name}|Article {number}]].",
    }
    for edit in with_sentence(corpus, sentence, *ALL):
        yield Edit(edit.path, edit.splices, edit.at, also_at=edit.also_at, others=others)


@mutator("LAW104", "the words of a link name another number")
def other_number(corpus: Corpus) -> Iterator[Edit]:
    """Lead to article 8 by the words article 9."""
    sentence = {
        "tk": f"Ser. [[{ACT}#a8|9-njy madda]].",
        "ru": f"См. [[{ACT}#a8|статья 9]].",
        "en": f"See [[{ACT}#a8|Article 9]].",
    }
    yield from with_sentence(corpus, sentence, *ALL)


@mutator("LAW105", "an article is cited without a link")
def unlinked(corpus: Corpus) -> Iterator[Edit]:
    """Type the number of an article."""
    sentence = {
        "tk": "Bu barada 8-nji madda aýdýar.",
        "ru": "Об этом говорит статья 8.",
        "en": "Article 8 speaks of it.",
    }
    yield from with_sentence(corpus, sentence, *ALL)


def _longer(corpus: Corpus, sentence: Mapping[str, str], *languages: str) -> Iterator[Edit]:
    """Put a sentence at the end of provisions, in every language."""
    for document in editions(corpus):
        for keys, _, words in with_words(corpus, document):
            longer = {code: f"{each} {sentence[code]}" for code, each in words.items()}
            yield from saying_all(document, (*keys, "text"), longer, *languages)


CITED = {**UNDECLARED, "I18N003": "the number of the article is there in two languages alone"}


@mutator("LAW106", "one language cites another article", CITED)
def cites_another(corpus: Corpus) -> Iterator[Edit]:
    """Cite another article in Russian."""
    sentence = {
        "tk": "Bu barada 9-njy madda aýdýar.",
        "ru": "Об этом сказано далее.",
        "en": "Article 9 speaks of it.",
    }
    yield from _longer(corpus, sentence, "ru")


@mutator("LAW107", "a term is defined twice", UNDECLARED)
def defined_twice(corpus: Corpus) -> Iterator[Edit]:
    """Let a later provision define a term again."""
    for document in editions(corpus):
        defined = [value for _, value in scalars(document, "defines")]
        for keys, name, _ in with_words(corpus, document):
            if defined and not name.startswith("a1.") and not node_at(document, (*keys, "defines")):
                block = f"defines: {defined[0]}"
                yield from having(document, keys, block, (*keys, "defines"))


@mutator("LAW108", "a citation that holds where it stands alone", UNDECLARED)
def relative(corpus: Corpus) -> Iterator[Edit]:
    """Speak of this article."""
    sentence = {
        "tk": "Bu şu maddanyň talabydyr.",
        "ru": "Это требование настоящей статьи.",
        "en": "This article demands it.",
    }
    yield from _longer(corpus, sentence, "ru")


@mutator("LAW109", "signed after it was in force")
def signed_late(corpus: Corpus) -> Iterator[Edit]:
    """Let an act be signed years after it entered into force."""
    for document in corpus.of("acts"):
        for keys, value in scalars(document, "day"):
            if keys[0] == "lifecycle" and scalar(document, (*keys[:-1], "stage")) == "signed":
                day = f"{int(value[:4]) + 9}{value[4:]}"
                yield Edit(document.path, anew(document, keys, day).splices, keys)


@mutator("LAW109", "a draft that is in force", {"LAW007": "two editions would bind on one day"})
def dated_draft(corpus: Corpus) -> Iterator[Edit]:
    """Give a draft a day of entry into force."""
    for document in editions(corpus):
        if "draft-" in document.path and not node_at(document, ("in_force",)):
            for year in range(2090, 2100):
                block = f"in_force:\n  from: {year}-01-01"
                yield from having(document, (), block, ("in_force",))


@mutator("LAW110", "a by-law that is older than its ground")
def too_early(corpus: Corpus) -> Iterator[Edit]:
    """Rest a by-law on a law that came later."""
    path = "normative/acts/order-45-2020/act.yml"
    document, keys = corpus.documents[path], ("enabled_by", 0)
    for place, name in provisions(corpus.documents[NOW]):
        if len(place) > len(("body", 0)) and "." in name:
            yield anew(document, keys, f"{ACT}#{name}")


@mutator("LAW111", "a change that nobody declared")
def undeclared(corpus: Corpus) -> Iterator[Edit]:
    """Change a provision of a draft, in all languages, and say nothing."""
    for document in editions(corpus):
        if not scalar(document, ("based_on",)) or "draft-working" in document.path:
            continue
        declared = {value for _, value in scalars(document, "target")}
        for keys, name, words in with_words(corpus, document):
            near = any(name.startswith(each) or each.startswith(name) for each in declared)
            if not near and "[[" not in " ".join(words.values()):
                said = {code: f"{each.rstrip('.;:')} {MORE[code]}." for code, each in words.items()}
                splices = tuple(
                    put(document, (*keys, "text", code), quoted(one)) for code, one in said.items()
                )
                yield Edit(document.path, splices, (*keys, "id"))


@mutator("LAW112", "a change of what is not there", UNDECLARED)
def no_target(corpus: Corpus) -> Iterator[Edit]:
    """Misspell what a change changes."""
    for document in editions(corpus):
        for keys, value in scalars(document, "target"):
            if keys[0] == "changes":
                yield anew(document, keys, f"{value}.77")


@mutator("LAW113", "a change in one language alone", UNDECLARED)
def alone(corpus: Corpus) -> Iterator[Edit]:
    """Change the Turkmen words of a provision of a draft."""
    for document in editions(corpus):
        if scalar(document, ("based_on",)):
            for keys, _, words in with_words(corpus, document):
                if "[[" not in words["tk"]:
                    said = quoted(f"{words['tk'].rstrip('.;:')} {MORE['tk']}.")
                    at = (*keys, "text")
                    yield Edit(document.path, (put(document, (*at, "tk"), said),), at)


@mutator("LAW114", "an edition without its solemn form", UNDECLARED)
def no_form(corpus: Corpus) -> Iterator[Edit]:
    """Take the preamble or the signature of an edition."""
    for document in editions(corpus):
        for name in ("preamble", "signature"):
            is_draft = scalar(document, ("stage",)) in {"drafting", "submitted"}
            if not is_draft or (name, scalar(document, ("stage",))) == ("preamble", "submitted"):
                yield from without(document, (name,), ("stage",))


@mutator("LAW115", "a duty with nothing behind it", UNDECLARED)
def idle_duty(corpus: Corpus) -> Iterator[Edit]:
    """Make a duty of what the law allows."""
    cited = {value for _, _, value in references(corpus)}
    for document in editions(corpus):
        act = document.path.split("/")[2]
        for keys, value in scalars(document, "modality") if is_binding(document) else ():
            place = scalar(document, (*keys[:-1], "id")) or ""
            article = f"act/{act}#{place.partition('.')[0]}"
            is_cited = any(each.partition(".")[0] == article for each in cited)
            if value in {"may", "is"} and keys[0] == "body" and not is_cited:
                yield anew(document, keys, "must")


@mutator("LAW117", "a provision without one language", UNDECLARED)
def silent(corpus: Corpus) -> Iterator[Edit]:
    """Take a language of a provision."""
    for document in editions(corpus):
        for keys, _, _ in with_words(corpus, document):
            for code in ("ru", "en"):
                splice = drop(document, (*keys, "text", code))
                if splice:
                    yield Edit(document.path, (splice,), (*keys, "text"))


@mutator("LAW118", "a step that the law reserves for another profession")
def reserved(corpus: Corpus) -> Iterator[Edit]:
    """Rest the step of another profession on what the law reserves."""
    others = {"role/nurse", "role/lawyer", "role/psychologist", "role/service-manager"}
    block = f"legal_basis:\n  - provision: {ACT}#a8.1"
    for document in corpus.of("sops"):
        posts = {value for _, value in scalars(document, "role")} & others
        for number in range(items(document, ("steps",))):
            keys = ("steps", number)
            for post in sorted(posts)[:1]:
                actor = put(document, (*keys, "actor"), post)
                if node_at(document, (*keys, "legal_basis")) is None:
                    for edit in having(document, keys, block, (*keys, "actor")):
                        yield Edit(edit.path, (*edit.splices, actor), edit.at)


@mutator("LAW119", "a comment that nobody answered")
def unanswered(corpus: Corpus) -> Iterator[Edit]:
    """Take the answer to a comment on a draft that went on."""
    for document in corpus.of("acts"):
        if "/comments/" in document.path:
            yield from without(document, ("answer",), ("on",))


MUTATORS = (
    *(repealed, amended, earlier, no_part, promised, no_basis, other_title, upside_down),
    *(
        paraphrase,
        gap,
        exchanged,
        former_number,
        other_number,
        unlinked,
        cites_another,
        defined_twice,
    ),
    *(relative, signed_late, dated_draft, too_early, undeclared, no_target, alone, no_form),
    *(idle_duty, silent, reserved, unanswered),
)
