"""A draft made anew from another base: what it changed it changes still, the rest is the new text.

The order and the numbers are those of the new base; what the draft moved or put in stands behind
what it stood behind before.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gollanma.exchange.lawtext.renumbering import fitting
from gollanma.law import Unit, compare, spoken_languages, units
from gollanma.law.declaring import change_for, has_place, is_real, silent_about
from gollanma.model import Text
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Change, Provision
from gollanma.model.project import ActKind

NUMBER = re.compile(r"(?P<base>[0-9]+)(?P<raised>\^[0-9]+)?")
WORDS = ("heading", "text")
APART = frozenset({"id", "number", "contains", *WORDS})
HEAD = ("preamble", "note", "signature")
"""What stands around the provisions and is the base's where the draft did not touch it."""


@dataclass(frozen=True)
class Rebasing:
    """A draft on its way from an old base to a new one."""

    old: Edition
    """The old base, as it was."""
    draft: Edition
    """The draft, as it was."""
    carried: Edition
    """The draft with its references carried over: the same provisions under the same ids."""
    new: Edition
    """The new base."""
    to: Mapping[str, str]
    """The ids of the old base and those of the new one; empty where nothing corresponds."""
    ids: Mapping[str, str]
    """The ids of the draft and what they will be; empty for what goes with the old base."""
    kind: ActKind
    languages: tuple[str, ...]

    def edition(self) -> Edition:
        """Give the draft as it stands on the new base, with all of its changes declared."""
        words = {
            name: getattr(self.new, name)
            for name in HEAD
            if getattr(self.draft, name) == getattr(self.old, name)
        }
        own = frozenset(self.provisions) - frozenset(self.base)
        body = fitting(self._built(""), own, self.kind)
        made = self.carried.model_copy(update={**words, "body": body})
        return made.model_copy(update={"changes": self._changes(made)})

    # --- changes

    def _changes(self, made: Edition) -> tuple[Change, ...]:
        """Give what the draft declared and still does, and what it does now besides."""
        declared = tuple(self._declared())
        rows, before = compare(self.new, made, self.languages, declared), units(self.new)
        kept = tuple(each for each in declared if has_place(each, before) and is_real(each, rows))
        if not self.carried.changes:
            return ()
        return (*kept, *(change_for(fate, row) for row in rows for fate in silent_about(kept, row)))

    def _declared(self) -> Iterator[Change]:
        """Yield what the draft declares, under the names that its targets will have."""
        names = {**self.to, **self.ids}
        for each in self.carried.changes:
            target = names.get(each.target, each.target)
            if target:
                yield each.model_copy(update={"target": target})

    # --- the tree

    @cached_property
    def before(self) -> Mapping[str, Unit]:
        """The provisions of the old base."""
        return units(self.old)

    @cached_property
    def after(self) -> Mapping[str, Unit]:
        """The provisions of the draft, as it was."""
        return units(self.draft)

    @cached_property
    def base(self) -> Mapping[str, Unit]:
        """The provisions of the new base."""
        return units(self.new)

    @cached_property
    def holders(self) -> Mapping[str, list[str]]:
        """The ids of what each provision holds, in the draft to be; under the empty id all."""
        found: dict[str, list[str]] = {"": [each.id for each in self.new.body]}
        for name, unit in self.base.items():
            found[name] = [each.id for each in unit.provision.contains]
        for old, new in self.to.items():
            if new and old not in self.after:
                self._take_out(found, new)
        for name, unit in self.after.items():
            if self.ids[name] and not self._stays(name, unit):
                self._put(found, self.ids[name], unit)
        return found

    def _stays(self, name: str, unit: Unit) -> bool:
        """Say whether a provision is the base's and the draft leaves it where it stood."""
        was = self.before.get(name)
        return was is not None and was.parent == unit.parent and self.ids[name] in self.base

    def _take_out(self, found: Mapping[str, list[str]], name: str) -> None:
        if name in found[self.base[name].parent]:
            found[self.base[name].parent].remove(name)

    def _put(self, found: dict[str, list[str]], name: str, unit: Unit) -> None:
        """Put a provision behind what it stood behind; at the beginning, where behind nothing."""
        if name in self.base:
            self._take_out(found, name)
        held = (self.ids[each] for each in reversed(unit.above))
        siblings = found[next(filter(None, held), "")]
        before = self._ahead(unit)
        place = next((siblings.index(each) + 1 for each in before if each in siblings), 0)
        siblings.insert(place, name)
        found.setdefault(name, [])

    def _ahead(self, unit: Unit) -> Iterator[str]:
        """Yield what stands before a provision beside it, the nearest first."""
        holder = self.after[unit.parent].provision.contains if unit.above else self.draft.body
        return (self.ids[each.id] for each in reversed(holder[: unit.index]))

    def _built(self, holder: str) -> tuple[Provision, ...]:
        return tuple(
            self.provisions[name].model_copy(update={"contains": self._built(name)})
            for name in self.holders[holder]
        )

    # --- single provisions

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """The provisions of the draft to be, by their ids."""
        theirs = {name: unit.provision for name, unit in self.base.items()}
        words = units(self.carried)
        return theirs | {
            new: self._provision(name, words[name].provision)
            for name, new in self.ids.items()
            if new
        }

    def _provision(self, name: str, words: Provision) -> Provision:
        new = self.base.get(self.ids[name])
        was, now = self.before.get(name), self.after[name]
        if new is None or was is None:
            said = {each: self._spoken(getattr(words, each)) for each in WORDS}
            return words.model_copy(
                update={**said, "id": self.ids[name], "number": self._number(now)}
            )
        changed = {
            each: getattr(words, each)
            for each in type(words).model_fields
            if each not in APART and getattr(now.provision, each) != getattr(was.provision, each)
        }
        said = {
            each: self._merged(
                getattr(was.provision, each),
                getattr(now.provision, each),
                getattr(words, each),
                getattr(new.provision, each),
            )
            for each in WORDS
        }
        number = new.provision.number
        if now.provision.number != was.provision.number:
            number = shifted(now.provision.number, was.provision.number, number)
        return new.provision.model_copy(update={**changed, **said, "number": number})

    def _merged(
        self, was: Text | None, now: Text | None, words: Text | None, new: Text | None
    ) -> Text | None:
        """Give the new text, with the draft's words in each language that it changed."""
        old: Mapping[str, str] = was or {}
        said: Mapping[str, str] = now or {}
        carried: Mapping[str, str] = words or {}
        own = {
            code: carried.get(code, "") for code in {*old, *said} if old.get(code) != said.get(code)
        }
        found = {code: each for code, each in {**(new or {}), **own}.items() if each}
        return self._spoken(Text(found)) if found else None

    def _spoken(self, text: Text | None) -> Text | None:
        """Give a text in the languages of the new base; None where it has words in no other."""
        found = text.only(self.spoken) if text else None
        return found or None

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The languages of the new base."""
        return spoken_languages(self.new)

    def _number(self, unit: Unit) -> str | None:
        """Give the number of what the draft put in, as far on as what it stood behind went."""
        same = self.before.get(unit.after)
        new = self.base.get(self.ids[unit.after]) if unit.after else None
        number = unit.provision.number
        if same is None or new is None:
            return number
        return shifted(number, same.provision.number, new.provision.number)


def shifted(number: str | None, was: str | None, now: str | None) -> str | None:
    """Give a number as far on as another one went: 12^1 behind 12 is 15^1 behind 15."""
    read = [NUMBER.fullmatch(each or "") for each in (number, was, now)]
    own, old, new = read
    if own is None or old is None or new is None:
        return number
    base = int(own["base"]) + int(new["base"]) - int(old["base"])
    return f"{base}{own['raised'] or ''}" if base > 0 else number
