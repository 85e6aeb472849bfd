"""What must happen with bad input and faults, row by row, and the tests that prove it.

`[22` behind the name of a test narrows its table to the cases whose ids begin with that row.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = "tests/source/test_faults.py::test_fault"
READING = "tests/source/test_reading.py"
FOLDERS = "tests/source/test_folders.py"
DECODED = "tests/model/test_decode.py::test_a_mistake_is_found_at_its_place"
REFERENCES = "tests/cli/test_faults_of_references.py::test_a_fault_is_found_at_its_place"
FMT = "tests/cli/test_fmt.py::test_a_file_as_we_keep_it"
NAMES = "tests/safety/test_names.py"
LETTERS = f"{NAMES}::test_a_letter_that_is_none_of_an_id_is_named_at_the_id"
INJECTION = "tests/safety/test_injection.py"
WORDS = f"{INJECTION}::test_no_word_becomes_an_element_an_attribute_or_a_way_out"
TITLES = "tests/safety/test_titles.py"
WRITTEN = "tests/site/test_written.py"
BUILD = "tests/site/test_build.py"
FAILS = f"{BUILD}::test_a_build_that_fails_changes_nothing"
MACHINE = "tests/safety/test_machine.py"
DISK = "tests/safety/test_disk.py"
BYTES = "tests/safety/test_machines.py::test_every_machine_hands_out_the_same_bytes"
VERIFY = "tests/bundle/test_verify.py"
ZIPS = "tests/bundle/test_zips.py"
HERE = "tests/safety/test_contract.py"

ROWS: dict[int, tuple[str, tuple[str, ...]]] = {
    1: ("an equal key, both lines named", (f"{SOURCE}[1", f"{READING}::test_two_places_of_a_repeated_key_are_named")),
    2: ("an equal key inside", (f"{SOURCE}[2",)),
    3: ("a word that YAML reads as no", (f"{DECODED}[3",)),
    4: ("a number with a zero before it", (f"{DECODED}[4",)),
    5: ("a time that YAML counts in sixties", (f"{DECODED}[5",)),
    6: ("a version that loses its zero", (f"{DECODED}[6",)),
    7: ("a number without bounds, and none", (f"{DECODED}[7",)),
    8: ("a number of 5,000 digits", (f"{DECODED}[8",)),
    9: ("a month that no year has", (f"{DECODED}[9",)),
    10: ("a day that the year lacks", (f"{DECODED}[10",)),
    11: ("aliases that grow without end", (f"{SOURCE}[11",)),
    12: ("an alias of itself", (f"{SOURCE}[12",)),
    13: ("a merge key", (f"{SOURCE}[13",)),
    14: ("a tag that would run a command", (f"{SOURCE}[14", f"{READING}::test_a_tag_of_python_runs_nothing")),
    15: ("a tag of one's own", (f"{SOURCE}[15",)),
    16: ("a key that is a list or a map", (f"{SOURCE}[16",)),
    17: ("a key that is nothing", (f"{SOURCE}[17",)),
    18: ("two documents in a file", (f"{SOURCE}[18",)),
    19: ("tabs that set a line in", (f"{SOURCE}[19",)),
    20: ("control characters", (f"{SOURCE}[20",)),
    21: ("characters that turn words around", (f"{SOURCE}[21",)),
    22: ("an unseen letter in an id", (f"{LETTERS}[22", f"{NAMES}::test_a_file_is_refused_for_its_name[22", f"{SOURCE}[22")),
    23: ("a mark at the start, and inside", (f"{SOURCE}[23", f"{FMT}[23")),
    24: ("a file in Windows-1251", (f"{SOURCE}[24", f"{FMT}[24", f"{FAILS}[24", "tests/source/test_encodings.py::test_a_file_in_another_encoding_is_named_with_a_sample")),
    25: ("other encodings of old computers", (f"{SOURCE}[25", "tests/source/test_encodings.py::test_which_encoding_it_looks_like")),
    26: ("UTF-16", (f"{SOURCE}[26",)),
    27: ("other ends of line", (f"{SOURCE}[27", f"{FMT}[27")),
    28: ("20,000 brackets", (f"{SOURCE}[28", f"{READING}::test_deep_brackets_are_refused_sooner_than_an_ordinary_file_of_their_size")),
    29: ("a file of more than a megabyte", (f"{SOURCE}[29",)),
    30: ("an empty file, a text, a list", (f"{SOURCE}[30",)),
    31: ("letters in two pieces", (f"{SOURCE}[31", f"{FMT}[31")),
    32: ("a look-alike in an id", (f"{LETTERS}[32", f"{NAMES}::test_a_file_is_refused_for_its_name[32")),
    33: ("an unknown field, with the nearest", (f"{DECODED}[33", "tests/model/test_decode.py::test_the_nearest_name_is_offered")),
    34: ("a wrong type, a missing language, no words", (f"{DECODED}[34",)),
    35: ("two scripts in a word", ("tests/checks/test_judgements.py::test_letters_of_two_scripts_weigh_more_where_others_quote[35",)),
    36: ("a reference to nothing, with the nearest", (f"{REFERENCES}[36", "tests/checks/test_judgements.py::test_the_nearest_reference_is_offered")),
    37: ("a reference to what is repealed", (f"{REFERENCES}[37",)),
    38: ("references in a circle", (f"{REFERENCES}[38",)),
    39: ("an id used again", (f"{REFERENCES}[39", "tests/cli/test_writing.py::test_a_published_address_may_not_vanish[39")),
    40: ("one id in two files", (f"{REFERENCES}[40", "tests/model/test_library.py::test_two_files_of_one_record")),
    41: ("an end before the beginning, two editions at once", (f"{REFERENCES}[41",)),
    42: ("a review that is due", (f"{REFERENCES}[42",)),
    43: ("a stale translation, and one of nothing", (f"{REFERENCES}[43",)),
    44: ("elements in prose", (WORDS, f"{WRITTEN}::test_what_does_not_belong_on_a_page")),
    45: ("links that run a program or lead elsewhere", (WORDS, "tests/site/test_verify.py::test_fault_of_a_link")),
    46: ("words of templates", (f"{INJECTION}::test_template_syntax_stays_as_it_was_written", f"{WRITTEN}::test_files_are_no_pieces_of_a_page")),
    47: ("titles that end what holds them", (f"{TITLES}::test_no_page_holds_an_element_of_a_title", f"{TITLES}::test_the_data_of_the_search_stays_one_script_and_says_the_title", f"{TITLES}::test_what_is_exported_reads_as_it_was_written", f"{TITLES}::test_nothing_of_a_title_runs_in_a_browser")),
    48: ("lists of attributes", (WORDS, f"{WRITTEN}::test_a_page_that_holds_more_than_words_is_refused")),
    49: ("files put into pages", (f"{TITLES}::test_no_file_is_read_into_a_page", f"{FAILS}[49")),
    50: ("formulas: no table for a computing program is written", (f"{HERE}::test_nothing_is_written_that_a_table_program_would_compute",)),
    51: ("pictures that are none, too large, or tell a place", ("tests/site/test_pictures.py::test_which_pictures_are_handed_out", "tests/site/test_pictures.py::test_what_a_picture_gives_away_is_taken_out", f"{WRITTEN}::test_a_photograph_is_handed_out_without_its_place")),
    52: ("ids that lead out of the folder", (f"{NAMES}::test_no_command_makes_a_file_of_a_name_that_leads_elsewhere", f"{NAMES}::test_an_id_in_a_record_names_no_file_and_no_device", f"{NAMES}::test_a_file_is_refused_for_its_name[52", "tests/bundle/test_names.py::test_what_is_wrong_with_a_path", f"{ZIPS}::test_an_archive_that_is_not_as_we_write_it_is_refused")),
    53: ("links in the project, to a file, a folder, itself", (f"{FOLDERS}::test_links_are_refused_and_never_followed", f"{FAILS}[53")),
    54: ("names of devices, ends that no disk keeps, long titles", (f"{NAMES}::test_a_file_is_refused_for_its_name[54", f"{NAMES}::test_addresses_that_some_disk_refuses_are_not_built", f"{TITLES}::test_a_long_title_makes_no_long_name", "tests/bundle/test_names.py::test_what_is_accepted_is_plain_on_every_disk")),
    55: ("names that a disk mixes up", ("tests/bundle/test_names.py::test_paths_that_a_disk_mixes_up", "tests/site/test_verify.py::test_two_pages_at_one_address_are_both_named", f"{REFERENCES}[40")),
    56: ("long ways, and folders with difficult names", (BYTES, "tests/site/test_verify.py::test_addresses_that_every_disk_takes", "tests/e2e/test_walks.py")),
    57: ("a folder for reading, an output that cannot be written", (BYTES, f"{DISK}::test_where_nobody_may_write_a_build_says_so", f"{MACHINE}::test_where_nothing_can_be_written_a_build_says_so")),
    58: ("a build that is killed", (f"{BUILD}::test_a_killed_build_leaves_a_whole_site", f"{BUILD}::test_what_a_killed_build_left_is_removed_by_the_next")),
    59: ("a build that somebody stops", (f"{MACHINE}::test_who_stops_a_build_keeps_the_old_site",)),
    60: ("a full disk, at each write", (f"{DISK}::test_a_disk_that_is_full_at_some_write_of_a_build_leaves_the_old_site", f"{DISK}::test_a_disk_that_is_full_at_any_write_of_a_build_leaves_the_old_site", f"{DISK}::test_a_real_disk_that_is_full_is_said")),
    61: ("too large a file, too many files, no memory", (f"{MACHINE}::test_a_machine_without_room_says_so", f"{MACHINE}::test_where_memory_ends_a_build_says_so", f"{MACHINE}::test_wherever_memory_ends_the_site_stays_whole")),
    62: ("two builds at once", (f"{BUILD}::test_a_second_build_of_the_same_folder_is_told_which_process_has_it",)),
    63: ("the lock of a process that died", (f"{BUILD}::test_the_lock_of_a_process_that_died_is_free",)),
    64: ("a file that changes meanwhile", (f"{MACHINE}::test_a_file_that_changes_while_a_build_opens_it_leaves_a_whole_site", f"{MACHINE}::test_any_file_may_change_in_any_way_while_a_build_opens_it", f"{MACHINE}::test_a_file_that_changes_while_others_are_read_is_judged_as_it_is_found")),
    65: ("another clock, zone, alphabet, no home, no network", (BYTES, "tests/safety/test_machines.py::test_the_clock_of_a_test_is_the_clock_of_a_program")),
    66: ("the same bytes twice and elsewhere", (BYTES, "tests/safety/test_same_bytes.py::test_every_machine_makes_the_same_pages", f"{BUILD}::test_two_builds_in_two_folders_give_the_same_bytes")),
    67: ("what a machine lacks", ("tests/cli/test_writing.py::test_the_doctor_says_what_to_do_once_for_each_reason", f"{READING}::test_without_libyaml_the_machine_is_to_blame")),
    68: ("a copy with a file changed, missing, more", (f"{VERIFY}::test_a_file_that_is_not_as_signed_is_named", f"{ZIPS}::test_an_archive_that_is_not_as_we_write_it_is_refused")),
    69: ("archives that climb, lead elsewhere, or burst", (f"{ZIPS}::test_an_archive_that_is_not_as_we_write_it_is_refused", f"{ZIPS}::test_a_bomb_is_refused_before_it_is_unpacked")),
    70: ("who signed, and who no longer may", (f"{VERIFY}::test_who_signed", f"{VERIFY}::test_days")),
    71: ("an older version, a mixed one, one from far ahead", (f"{VERIFY}::test_what_follows_the_copy_at_hand", f"{VERIFY}::test_what_does_not_follow")),
    72: ("a copy that is broken off", ("tests/bundle/test_breaking_off.py::test_nothing_is_lost_in_a_sample_of_all_faults", "tests/bundle/test_install.py::test_what_was_left_half_way_is_set_right")),
}  # fmt: skip
"""By the number of a row: what it is about, and its tests."""


@cache
def names_in(path: str) -> frozenset[str]:
    """Give the names of the tests of a file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(each.name for each in tree.body if isinstance(each, ast.FunctionDef))


def lost(row: int) -> Iterator[str]:
    """Yield the tests of a row that are not there, or have no case of it."""
    for each in ROWS[row][1]:
        path, _, name = each.partition("::")
        test, _, case = name.partition("[")
        text = (ROOT / path).read_text(encoding="utf-8")
        if (test and test not in names_in(path)) or (case and f'id="{case} ' not in text):
            yield each


def test_every_row_has_tests() -> None:
    assert list(ROWS) == list(range(1, 73))
    assert [row for row, (about, tests) in ROWS.items() if not about or not tests] == []


@pytest.mark.parametrize("row", ROWS)
def test_the_tests_of_a_row_are_there(row: int) -> None:
    assert list(lost(row)) == []


def test_nothing_is_written_that_a_table_program_would_compute() -> None:
    """A formula typed into a title could run a command there: see to it before adding one."""
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = " ".join(needed["dependencies"])
    modules = (ROOT / "generator").rglob("*.py")
    writes = re.compile(r"^\s*(?:import|from) (?:csv|openpyxl|xlsxwriter|xlwt|odf)\b|\.(?:csv|xlsx|ods)\b", re.MULTILINE)  # fmt: skip
    assert [each.name for each in modules if writes.search(each.read_text(encoding="utf-8"))] == []
    assert not re.search(r"xlsx|openpyxl|xlwt|odf|pandas", packages)
