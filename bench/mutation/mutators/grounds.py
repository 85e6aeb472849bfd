"""Mistakes in what rests on a law and cites it."""

from collections.abc import Iterator, Mapping

from bench.mutation.corpus import Corpus, Edit, items, node_at, put, quoted, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import ALL, anew, having, made, scalars, with_sentence, without
from bench.mutation.mutators.law import ACT, MORE, NEWER, NOW, citing, provisions, with_words
from gollanma.model.decode import decode
from gollanma.model.kinds import Edition
from gollanma.model.state import content_stamp
from gollanma.model.walk import at as part_at

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


@mutator("LAW008", "a paraphrase in quotation marks")
def paraphrase(corpus: Corpus) -> Iterator[Edit]:
    """Quote the law in words of one's own."""
    sentence = {
        "tk": f"[[{ACT}#a8.1]] muny aýdýar.",
        "ru": f"[[{ACT}#a8.1]]: «потребности семьи оценивает каждый работник центра».",
        "en": f"[[{ACT}#a8.1]] says so.",
    }
    yield from with_sentence(corpus, sentence, "ru")


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


CALLS = {"SOP012": "whom the step calls stands beside or below the other profession"}


@mutator("LAW118", "a step that the law reserves for another profession", CALLS)
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


MUTATORS = (
    repealed,
    amended,
    earlier,
    no_part,
    no_basis,
    other_title,
    paraphrase,
    former_number,
    other_number,
    unlinked,
    reserved,
)
