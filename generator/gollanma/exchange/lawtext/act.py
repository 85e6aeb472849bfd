"""The record of an act, from what its texts say of it."""

from collections.abc import Iterator, Sequence

from gollanma.diagnostics import Diagnostic, Span
from gollanma.exchange.lawtext.findings import lacking
from gollanma.exchange.lawtext.marks import escaped
from gollanma.exchange.lawtext.recognise import Recognised
from gollanma.model import Text
from gollanma.model.kinds import Act
from gollanma.model.kinds.acts import Gazette, Happening
from gollanma.model.project import ActKind, Effect


def act_of(texts: Sequence[Recognised]) -> Act:
    """Give the record of an act whose text comes in several languages, the first deciding."""
    first = texts[0]
    titles = {each.language.code: escaped(each.facts.title) for each in texts if each.facts.title}
    return Act(
        title=Text(titles) if titles else None,
        act_kind=first.kind.id if first.kind else None,
        authoritative=first.language.code,
        number=first.facts.number or None,
        sample=any(each.facts.is_sample for each in texts),
        gazette=tuple(_gazette(texts)),
        lifecycle=tuple(_lifecycle(first)),
    )


def with_words(act: Act, texts: Sequence[Recognised]) -> Act:
    """Give an act with the titles and gazettes of its texts where its record has none."""
    told = act_of(texts)
    title = Text({**(told.title or {}), **(act.title or {})})
    gazette = tuple(
        mine.model_copy(update={"text": Text({**(theirs.text or {}), **(mine.text or {})})})
        for mine, theirs in zip(act.gazette, told.gazette, strict=False)
    )
    return act.model_copy(
        update={
            "title": title or None,
            "number": act.number or told.number,
            "gazette": (*gazette, *act.gazette[len(gazette) :], *told.gazette[len(gazette) :]),
        }
    )


def _gazette(texts: Sequence[Recognised]) -> Iterator[Gazette]:
    most = max(len(each.facts.gazette) for each in texts)
    for index in range(most):
        words = {
            each.language.code: escaped(each.facts.gazette[index])
            for each in texts
            if index < len(each.facts.gazette)
        }
        yield Gazette(text=Text(words))


def _lifecycle(text: Recognised) -> Iterator[Happening]:
    """Yield the day under the signature, at the stage that the act's kind has for it."""
    stage = _stage(text.kind) if text.kind else None
    if stage and text.facts.day:
        yield Happening(stage=stage, day=text.facts.day)


def _stage(kind: ActKind) -> str | None:
    effects = (Effect.SIGNATURE, Effect.ADOPTION)
    found = (each.id for effect in effects for each in kind.stages if each.effect is effect)
    return next(found, None)


def disagreements(texts: Sequence[Recognised], act: Act | None) -> Iterator[Diagnostic]:
    """Yield where languages, or a text and the act's record, say different things of the act."""
    first = texts[0]
    whole = _whole(first)
    if act is not None and act.number and first.facts.number not in {"", act.number}:
        values = {"told": first.facts.number, "known": act.number}
        yield lacking(whole, whole, "number-known", **values)
    if act is not None and first.kind and act.act_kind not in {None, first.kind.id}:
        values = {"told": first.kind.id, "known": act.act_kind or ""}
        yield lacking(whole, whole, "kind-known", **values)
    for each in texts[1:]:
        pairs = {
            "number": (each.facts.number, first.facts.number),
            "day": (str(each.facts.day or ""), str(first.facts.day or "")),
        }
        for key, (told, known) in pairs.items():
            if told and known and told != known:
                values = {"told": told, "known": known, "lang": each.language.code}
                yield lacking(_whole(each), whole, key, **values)


def _whole(text: Recognised) -> Span:
    return Span.of_file(text.nodes[0].span.path) if text.nodes else Span.of_file("")
