"""Which findings have one right answer, and what it is."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from gollanma.edit.mending.case import Case, Edit
from gollanma.model import Ref

Mender = Callable[[Case], Edit | None]

LIKE = 0.8
"""From this likeness on a word of a short list was mistyped; below it another may be meant."""
YES_NO: Mapping[str, str] = {
    **dict.fromkeys(("yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE"), "true"),
    **dict.fromkeys(("no", "No", "NO", "off", "Off", "OFF", "False", "FALSE"), "false"),
}
"""What YAML 1.1 took for `true` and `false`: https://yaml.org/type/bool.html."""
DAY = re.compile(r"(?P<day>\d{2})[./](?P<month>\d{2})[./](?P<year>\d{4})")
RAISED = re.compile(r"(?P<whole>\d+)(?:[-./ ](?P<more>\d+)|(?P<signs>[¹²³⁴-⁹⁰]+))")
SIGNS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
AGES = re.compile(r"(from_year:\s*)(\d+)(\s*,\s*to_year:\s*)(\d+)")
REMARK = re.compile(r"\s+#.*$")
LIST = re.compile(r"\[(?P<items>[^][]*)\]")
ALLOWANCE = re.compile(r"[ \t]*# allow [A-Z0-9]+:.*$")
ENTRY = re.compile(r"(?P<indent> *)- .*\n(?:(?P=indent) +.*\n)*")
CYRILLIC, LATIN = "аеорсухіАВЕКМНОРСТУХІ", "aeopcyxiABEKMHOPCTYXI"
TO_LATIN, TO_CYRILLIC = str.maketrans(CYRILLIC, LATIN), str.maketrans(LATIN, CYRILLIC)


def _written(name: str) -> Mender:
    """Write what the sentence of the finding says is right; not where it offers several."""

    def mend(case: Case) -> Edit | None:
        right = case.value(name)
        return case.swap(case.value(), right) if right and "`" not in right else None

    return mend


def _mark(case: Case) -> Edit | None:
    """Write the mark of the language; of a pair the one that opens or the one that closes."""
    right, (start, end) = case.value("right"), case.bounds
    first, _, second = right.partition(" ")
    if second and case.piece == case.value():
        opens = start == 0 or case.text[start - 1] in " \n([{«„“\"'\u00a0"
        return Edit(start, end, first if opens else second)
    return _written("right")(case)


def _sign(by: str) -> Mender:
    """Put something in the place of one sign."""

    def mend(case: Case) -> Edit | None:
        is_one = len(case.piece) == 1 and not case.piece.isalnum()
        return Edit(*case.bounds, by) if is_one else None

    return mend


def _quoted(case: Case) -> Edit | None:
    piece = case.piece
    plain = piece and not set(piece) & set("\"'\\\n")
    return Edit(*case.bounds, f'"{piece}"') if plain else None


def _repeated_line(case: Case) -> Edit | None:
    """Take out a field that says what it says already, where all of it stands on its line."""
    first, second = case.found.values.get("line"), case.found.span.line
    if not isinstance(first, int):
        return None
    pieces = [REMARK.sub("", case.lines.line(each)) for each in (first, second)]
    ends = [_goes_on(case, each) for each in (first, second)]
    if pieces[0] != pieces[1] or any(ends) or pieces[0].endswith(":"):
        return None
    return Edit(*case.lines.whole(second), "")


def _goes_on(case: Case, number: int) -> bool:
    """Tell whether the value of a field has more lines than its own."""
    here, after = case.lines.line(number), case.text[case.lines.whole(number)[1] :].lstrip("\n")
    next_line = after.partition("\n")[0]
    return len(next_line) - len(next_line.lstrip(" ")) > len(here) - len(here.lstrip(" "))


def _nearest(case: Case) -> Edit | None:
    """Write the one entry of a list that is so like what was written."""
    known = re.findall(r"[\w-]+", case.value("known"))
    like = get_close_matches(case.value(), known, n=2, cutoff=LIKE)
    return case.swap(case.value(), like[0]) if len(like) == 1 else None


def _nearest_step(case: Case) -> Edit | None:
    """Write the step of the same procedure whose id is so like what was written."""
    record = case.graph.library.records.get(case.found.where[0]) if case.found.where else None
    known = [each.id for each in getattr(record, "steps", ())]
    like = get_close_matches(case.value(), known, n=2, cutoff=LIKE)
    return case.swap(case.value(), like[0]) if len(like) == 1 else None


def _yes_or_no(case: Case) -> Edit | None:
    return case.swap(case.piece, YES_NO.get(case.piece.strip("\"'"), case.piece))


def _whole(case: Case) -> Edit | None:
    digits = case.piece.strip("\"'").replace("_", "")
    is_plain = digits.isdecimal() and digits.isascii() and (digits == "0" or digits[0] != "0")
    return case.swap(case.piece, digits) if is_plain else None


def _amount(case: Case) -> Edit | None:
    number = case.piece.strip("\"'")
    return (
        case.swap(case.piece, number.replace(",", "."))
        if re.fullmatch(r"\d+,\d+", number)
        else None
    )


def _day(case: Case) -> Edit | None:
    """Write a day as 2026-03-01: with points or slashes the day stands first here."""
    found = DAY.fullmatch(case.piece.strip("\"'"))
    return (
        case.swap(case.piece, f"{found['year']}-{found['month']}-{found['day']}") if found else None
    )


def _raised(case: Case) -> Edit | None:
    found = RAISED.fullmatch(case.value("number"))
    if not found:
        return None
    more = found["more"] or found["signs"].translate(SIGNS)
    return case.swap(case.value("number"), f"{found['whole']}^{more}")


def _successor(case: Case) -> Edit | None:
    """Write the one record that supersedes what was named."""
    ref = Ref.parse(case.value())
    if ref is None or ref.fragment or ref.at:
        return None
    links = case.graph.backlinks.get(ref.record, ())
    heirs = {each.source for each in links if each.relation.endswith(".supersedes")}
    return case.swap(case.value(), heirs.pop()) if len(heirs) == 1 else None


def _entry(case: Case) -> Edit | None:
    """Take an entry out of a list, with the comma or the line that is its own."""
    start, end = case.bounds
    first, last = case.lines.whole(case.found.span.line)
    if case.text[first:last].strip() == f"- {case.piece}":
        return Edit(first, last, "")
    before, after = case.text[first:start], case.text[end:last]
    if comma := re.search(r",\s*$", before):
        return Edit(first + comma.start(), end, "")
    if comma := re.match(r"\s*,\s*", after):
        return Edit(start, end + comma.end(), "")
    return Edit(start, end, "") if before.endswith("[") and after.startswith("]") else None


def _linked(case: Case) -> Edit | None:
    """Make a typed citation a reference; where the value stands without quotes, it gets them."""
    ref, bounds = case.value("ref"), case.scalar
    edit = case.swap(case.value(), f"[[{ref}|{case.value()}]]") if ref else None
    if edit is None or bounds is None:
        return edit
    first, last = bounds
    whole = case.text[first:last]
    if "\n" in whole or whole[:1] in {'"', "'"}:
        return edit
    new = f"{case.text[first : edit.start]}{edit.text}{case.text[edit.end : last]}"
    return Edit(first, last, '"{}"'.format(new.replace("\\", "\\\\").replace('"', '\\"')))


def _one_script(case: Case) -> Edit | None:
    """Type a word in one script: the one of most of its letters that look like no other."""
    word = case.value("word")
    case = case.around(word)
    for table, is_right in ((TO_LATIN, _is_latin), (TO_CYRILLIC, _is_cyrillic)):
        new = word.translate(table)
        own = [each for each in word if each not in CYRILLIC + LATIN]
        if new != word and all(map(is_right, new)) and any(map(is_right, own)):
            return case.swap(word, new)
    return None


def _is_latin(letter: str) -> bool:
    return not _is_cyrillic(letter)


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u04ff" or not letter.isalpha()


def _once(case: Case) -> Edit | None:
    """Keep one of two equal words."""
    first, _, second = case.piece.partition(" ")
    return Edit(*case.bounds, first) if first.lower() == second.strip().lower() else None


def _one_space(case: Case) -> Edit | None:
    return None if case.piece.strip(" ") else Edit(*case.bounds, " ")


def _no_space(case: Case) -> Edit | None:
    return Edit(*case.bounds, case.piece.lstrip(" ")) if case.piece.startswith(" ") else None


def _exchanged(case: Case) -> Edit | None:
    first, last = case.lines.whole(case.found.span.line)
    found = AGES.search(case.text, first, last)
    if not found:
        return None
    return Edit(*found.span(), f"{found[1]}{found[4]}{found[3]}{found[2]}")


def _added(case: Case) -> Edit | None:
    """Add an entry to a list that stands on one line."""
    first, last = case.lines.whole(case.found.span.line)
    found = LIST.search(case.text, first, last)
    if not found:
        return None
    items = ", ".join(filter(None, (found["items"].strip(), case.value())))
    return Edit(*found.span(), f"[{items}]")


def _allowance(case: Case) -> Edit | None:
    """Take out what allows a finding that is no more: a remark, or an entry of `lint`."""
    first, last = case.lines.whole(case.found.span.line)
    if found := ALLOWANCE.search(case.text[first:last].rstrip("\n")):
        return Edit(first + found.start(), first + found.end(), "")
    entry = ENTRY.match(case.text, first)
    if entry is None:
        return None
    before = case.text[:first]
    is_alone = before.endswith("lint:\n") and not case.text.startswith(
        entry["indent"] + "- ", entry.end()
    )
    return Edit(first - len("lint:\n") * is_alone, entry.end(), "")


MENDERS: Mapping[str, Mender] = {
    "SRC001.control": _sign(""),
    "SRC001.bidi": _sign(""),
    "SRC001.bom": _sign(""),
    "SRC002.duplicate": _repeated_line,
    **{f"SRC003.{each}": _quoted for each in ("bool", "int", "float", "date", "sexagesimal")},
    "SRC004.zero-width": _sign(""),
    "SRC004.soft-hyphen": _sign(""),
    "SRC004.odd-space": _sign(" "),
    "SCH001.unknown-field": _nearest,
    "SCH001.flag-shape": _yes_or_no,
    "SCH001.whole-shape": _whole,
    "SCH001.amount-shape": _amount,
    "SCH001.day-shape": _day,
    "SCH002.not-in-list": _nearest,
    "REF005.over": _successor,
    "REF010.twice": _entry,
    "REF010.self": _entry,
    "DIR001.merged": _written("near"),
    "LAW006.title": _written("title"),
    "LAW101.shape": _raised,
    "LAW105.own": _linked,
    "SOP002.no-step": _nearest_step,
    "SOP008.no-event": _nearest,
    "SVC012.upside-down": _exchanged,
    "IND002.missing": _added,
    "GLO012.spelling": _written("near"),
    "I18N009.mixed": _one_script,
    "I18N010.signs": _written("near"),
    "I18N011.ending": _written("right"),
    "I18N017.mark": _mark,
    "I18N019.title": _written("title"),
    "TXT007.twice": _once,
    "TXT007.spaces": _one_space,
    "TXT007.before": _no_space,
    "SUP001.unused": _allowance,
}
"""By code and sentence."""

OF_FILES = frozenset({"SRC001.encoding", "SRC005"})
MENDABLE = tuple(sorted({each.partition(".")[0] for each in (*MENDERS, *OF_FILES)}))
"""The codes of which something can be mended without asking."""
