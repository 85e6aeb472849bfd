"""What goes with a training: books, certificate, questions, cases, the matrix, what changed."""

import pytest

from gollanma.views import pages
from gollanma.views.books import BookView, CertificateView
from gollanma.views.lessons import Taught
from gollanma.views.matrix import MatrixView
from gollanma.views.practices import PracticeView, SceneView
from gollanma.views.quizzes import QuizView
from gollanma.views.slides import SlidesView
from gollanma.views.trainings import TrainingView
from tests.views.full import ALARM, COURSE, DOOR, full, page
from tests.views.rich import FILES

READERS = ("trainer", "participant")
COURSE_FILE = "normative/trainings/course.yml"
DOOR_FILE = "normative/practices/door.yml"
ALARM_FILE = "normative/practices/alarm.yml"
CRISIS_FILE = "normative/sops/crisis.yml"
OLD_VISIT = "normative/state/released/sop/visit/0.9.yml"


def view(address: str, files: dict[str, str] | None = None) -> object:
    """Give the view of an English page, of the full project or of one with these files."""
    if files is None:
        return page(address).view
    graph = full(files).graph
    return next(p.view for p in pages(graph) if (p.address, p.lang) == (address, "en"))


def book(reader: str, files: dict[str, str] | None = None, part: str = "") -> BookView:
    found = view(f"training/course--{reader}{part}.html", files)
    assert isinstance(found, BookView)
    return found


def course(files: dict[str, str] | None = None) -> TrainingView:
    found = view("training/course.html", files)
    assert isinstance(found, TrainingView)
    return found


def case(name: str = "door", files: dict[str, str] | None = None) -> PracticeView:
    found = view(f"practice/{name}.html", files)
    assert isinstance(found, PracticeView)
    return found


# --- books


def test_notes_stand_in_the_trainers_book_alone() -> None:
    notes = {
        each: [str(s.notes or "") for d in book(each).days for s in d.sessions] for each in READERS
    }
    assert notes == {
        "trainer": ["", "<p>Do not <strong>hurry</strong>.</p>"],
        "participant": ["", ""],
    }


def test_right_answers_stand_in_the_trainers_book_alone() -> None:
    tags = {r: [bool(a.tag) for q in book(r).quiz for a in q.answers] for r in READERS}
    assert tags == {"trainer": [True, True], "participant": [False, False]}


def test_only_the_participant_has_room_to_write() -> None:
    assert [bool(book(each).own_notes) for each in READERS] == [False, True]


@pytest.mark.parametrize("reader", READERS)
def test_a_book_prints_the_words_of_the_steps_that_are_used(reader: str) -> None:
    (_, second) = (s for d in book(reader).days for s in d.sessions)
    told = [(str(u.title or ""), str(u.action or ""), bool(u.note)) for u in second.uses]
    assert told == [
        ("Ask for consent", "<p>Read the sheet together.</p>", False),
        ("", "", True),
        ("", "", False),
        ("", "", False),
    ]


def test_a_book_with_a_way_out_prints_the_steps_that_need_one() -> None:
    course = COURSE.replace("roles: [role/worker]", "code: TR-9\nquick_exit: true")
    found = view("training/tr-9--trainer.html", {COURSE_FILE: course})
    assert isinstance(found, BookView)
    (_, second) = (s for d in found.days for s in d.sessions)
    assert [str(each) for each in second.uses[1].say] == ["&quot;I believe you.&quot;"]


def extra(*days: int) -> str:
    sessions = "".join(
        f"  - id: extra-{day}\n    day: {day}\n    minutes: 60\n    title: {{en: Day {day}}}\n"
        for day in days
    )
    return COURSE.replace("sessions:\n", f"sessions:\n{sessions}")


@pytest.mark.parametrize(
    ("part", "days", "parts"),
    [
        pytest.param("", [], ["Cover and timetable", "Days 1–5", "Days 6–7"], id="the cover"),
        pytest.param("-1", ["1st day", "2nd day", "3rd day", "4th day", "5th day"], ["Cover and timetable", "Days 1–5", "Days 6–7"], id="the first week"),
        pytest.param("-2", ["6th day", "7th day"], ["Cover and timetable", "Days 1–5", "Days 6–7"], id="the second week"),
    ],
)  # fmt: skip
def test_a_long_book_has_a_page_for_each_week(part: str, days: list[str], parts: list[str]) -> None:
    found = book("trainer", {COURSE_FILE: extra(3, 4, 5, 6, 7)}, part)
    assert [each.title for each in found.days] == days
    assert [each.words for each in found.parts] == parts
    assert [bool(each.href) for each in found.parts].count(False) == 1


def test_the_timetable_of_a_long_book_leads_to_the_pages_of_its_days() -> None:
    found = book("trainer", {COURSE_FILE: extra(3, 4, 5, 6, 7)})
    ways = [row.title.href for day in found.plan for row in day.rows]
    assert ways[0] == "course--trainer-1.html#session.first"
    assert ways[-1] == "course--trainer-2.html#session.extra-7"


def test_a_short_book_is_one_page() -> None:
    found = book("participant")
    assert (found.parts, len(found.days), len(found.plan)) == ((), 2, 2)
    assert [row.title.href for day in found.plan for row in day.rows] == [
        "#session.first",
        "#session.second",
    ]


def test_the_certificate_names_day_versions_and_what_was_taught() -> None:
    found = view("training/course--certificate.html")
    assert isinstance(found, CertificateView)
    assert [(row.name, row.value) for row in found.rows] == [
        ("Length", "2 days, 2 hours"),
        ("Bound to", "Example, content of 1 May 2026, version of the course 1.0"),
    ]
    assert [(str(rest.link.words), rest.version) for rest in found.rests][:2] == [
        ("Visiting a family", "version 1.0"),
        ("Visiting a family", "version 0.9"),
    ]


@pytest.mark.parametrize(
    ("minutes", "length"),
    [
        pytest.param("30", "2 days, 2 hours", id="whole hours"),
        pytest.param("45", "2 days, 135 minutes", id="no whole hours"),
    ],
)
def test_the_length_of_a_course_is_said_in_whole_hours(minutes: str, length: str) -> None:
    files = {COURSE_FILE: COURSE.replace("minutes: 30", f"minutes: {minutes}")}
    assert book("trainer", files).rows[0].value == length


def test_a_course_without_sessions_has_books_all_the_same() -> None:
    head = COURSE.partition("sessions:")[0].replace("duration: {value: 2, unit: day}\n", "")
    found = book("trainer", {COURSE_FILE: head.replace('version: "1.0"\n', "")})
    assert (found.days, found.plan, found.cover.edition) == ((), (), "Example, content of 1 May 2026")  # fmt: skip
    assert [row.name for row in found.rows] == ["For whom"]


def test_slides_show_objectives_and_words_but_no_notes() -> None:
    files = {COURSE_FILE: f"code: TR-9\nquick_exit: true\n{COURSE}"}
    found = view("training/tr-9--slides.html", files)
    assert isinstance(found, SlidesView)
    assert [(s.over, str(s.title), [str(p) for p in s.points]) for s in found.slides] == [
        ("1st day · 90 minutes", "First", ["Knows.", "Does.", "Looks."]),
        ("2nd day · 30 minutes · role play, juggling", "Later", []),
    ]
    assert [str(each) for each in found.slides[1].quotes] == ["&quot;I believe you.&quot;"]
    assert "hurry" not in repr(found)


# --- questions


def test_a_page_asks_the_questions_and_says_why() -> None:
    found = view("training/course--quiz.html")
    assert isinstance(found, QuizView)
    (question,) = found.questions
    assert (question.choice, question.hint) == ("radio", "")
    assert [(a.id, a.tag and a.tag.words) for a in question.answers] == [
        ("question.who.1", "right"),
        ("question.who.2", "wrong"),
    ]


def test_where_several_answers_are_right_each_can_be_ticked() -> None:
    also = COURSE + "        right: true\n"
    found = view("training/course--quiz.html", {COURSE_FILE: also})
    assert isinstance(found, QuizView)
    (question,) = found.questions
    assert (question.choice, question.hint) == ("checkbox", "More than one answer is right.")


def test_a_course_without_questions_has_no_page_of_them() -> None:
    silent = COURSE.partition("quiz:")[0]
    addresses = {each.address for each in pages(full({COURSE_FILE: silent}).graph)}
    assert "training/course--quiz.html" not in addresses
    assert [str(each.words) for each in course({COURSE_FILE: silent}).beside] == [
        "Trainer&#x27;s book",
        "Participant&#x27;s book",
        "Slides",
        "Certificate",
    ]


# --- what changed since it was taught


def taught(objective: str, files: dict[str, str] | None = None) -> Taught:
    found = course(files)
    objectives = [o for day in found.days for s in day.sessions for o in s.objectives]
    return next(o.teaches[0] for o in objectives if o.id == f"objective.{objective}")


def test_an_objective_shows_what_changed_at_its_place_alone() -> None:
    found = taught("older")
    assert [str(each.place.words) for each in found.changes] == ["step 1"]
    gone = '<del><span class="vh">deleted: </span>Ring</del>'
    come = '<ins><span class="vh">added: </span>Agree with</ins>'
    betweens = [str(p.between) for each in found.changes for p in each.pairs if p.between]
    assert betweens == [f"{gone}{come} the family."]


def test_a_newer_version_with_the_same_place_says_that_it_is_the_same() -> None:
    library = full().library
    text = library.documents["sop/visit"].text
    found = taught("older", {OLD_VISIT: text.replace('version: "1.0"', 'version: "0.9"', 1)})
    assert found.tag is not None
    assert found.tag.words == "newer version 1.0; this place is as it was taught"
    assert (found.tag.tone, found.changes) == ("info", ())


def test_a_reference_that_pins_the_version_says_what_was_taught() -> None:
    files = {COURSE_FILE: COURSE.replace("[sop/visit#ask]", "[sop/visit@0.9#arrange]")}
    found = taught("same", files)
    assert (found.version, found.was) == ("version 0.9", "../sop/visit/0.9.html")
    assert found.changes


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        pytest.param("act/support@2021-01-01#a1", ("", 0), id="the edition that binds"),
        pytest.param("act/support#a1", ("", 0), id="no edition is pinned"),
        pytest.param("act/support@2019#a1", ("changed since: edition in force from 1 January 2021", 1), id="an older one"),
    ],
)  # fmt: skip
def test_an_objective_may_pin_the_edition_of_an_act(ref: str, expected: tuple[str, int]) -> None:
    found = taught("same", {COURSE_FILE: COURSE.replace("[sop/visit#ask]", f"[{ref}]")})
    assert ((found.tag.words if found.tag else ""), min(len(found.changes), 1)) == expected


# --- practice cases


def scene(name: str, found: PracticeView) -> SceneView:
    return next(each for each in found.scenes if each.id == f"scene.{name}")


def test_a_case_asks_what_the_procedure_asks() -> None:
    asked = scene("ask", case())
    assert str(asked.question) == "Does the person agree?"
    assert [(str(c.answer), c.tag.tone, str(c.outcome)) for c in asked.choices] == [
        ("Yes", "ok", "<p>She talks.</p>"),
        ("No", "warn", "<p>She is silent.</p>"),
    ]


def ways(view: SceneView) -> list[list[tuple[str, str]]]:
    return [[(str(w.words), w.href) for w in c.ways] for c in view.choices]


def test_an_answer_leads_where_the_procedure_leads() -> None:
    ends = ("The case ends here.", "")
    assert ways(scene("ask", case())) == [[ends], [ends]]
    onward = [(str(w.words), w.href) for w in scene("arrange", case()).ways]
    assert onward == [("Go on: Step 2. Ask for consent", "#scene.ask")]


def test_danger_and_other_procedures_come_before_the_next_scene() -> None:
    (yes, other, no) = ways(scene("danger", case("pr-01")))
    assert yes == [
        ("First the block for danger of the procedure", "../sop/sp-02.html#_danger"),
        ("Go on: Step 2. Refer", "#scene.refer"),
    ]
    assert [words for words, _ in other][1] == "Go on: Step 2. Refer"
    assert no == [("The case ends here.", "")]


@pytest.mark.parametrize("then", ["urgent", "danger"])
def test_a_procedure_that_leads_in_a_circle_does_not_stop_the_page(then: str) -> None:
    """Whatever a draft says, its cases are shown; the checks tell what is wrong with it."""
    circle = FILES[CRISIS_FILE].replace("  then: refer", f"  then: {then}")
    lone = ALARM.partition("  - id: refer")[0]
    found = case("pr-01", {CRISIS_FILE: circle, ALARM_FILE: lone})
    assert ways(scene("danger", found))[0][0][0] == "First the block for danger of the procedure"


def test_a_scene_whose_step_is_gone_says_so() -> None:
    gone = scene("gone", case())
    assert (str(gone.title.words), gone.question, gone.ways) == (
        "The procedure no longer has this step.",
        None,
        (),
    )


@pytest.mark.parametrize(
    ("written_for", "is_changed"),
    [pytest.param("1.0", False, id="of today"), pytest.param("0.9", True, id="an older version")],
)
def test_a_case_tells_that_its_procedure_changed(written_for: str, *, is_changed: bool) -> None:
    files = {DOOR_FILE: DOOR.replace('written_for: "0.9"', f'written_for: "{written_for}"')}
    found = case(files=files)
    assert bool(found.changed) is is_changed
    assert bool(found.sop and found.sop.changes) is is_changed


def test_a_case_without_its_procedure_still_tells_its_story() -> None:
    found = case(files={DOOR_FILE: DOOR.replace("sop: sop/visit\n", "")})
    assert (found.sop, found.changed) == (None, "")
    assert str(found.scenes[0].text) == "<p>The telephone rings.</p>"


def test_a_case_kept_in_an_older_version_has_its_page() -> None:
    old = DOOR.replace('version: "1.0"\nsample', 'version: "0.5"\nsample')
    graph = full({"normative/state/released/practice/door/0.5.yml": old}).graph
    assert "practice/door/0.5.html" in {each.address for each in pages(graph)}


# --- the matrix


def matrix(files: dict[str, str] | None = None) -> MatrixView:
    found = view("matrix/index.html", files)
    assert isinstance(found, MatrixView)
    return found


def test_the_matrix_counts_the_steps_that_each_training_teaches() -> None:
    found = matrix()
    assert [str(each.words) for each in found.trainings] == ["Basic course", "Course"]
    assert [(str(r.link.words), [c.words for c in r.cells]) for r in found.sops] == [
        ("Visiting a family", ["the whole procedure", "2 of 3"]),
        ("In danger", ["", "1 of 2"]),
    ]


def test_the_matrix_says_for_whom_a_training_is_and_how_much_of_its_work_it_teaches() -> None:
    assert [(str(r.link.words), [c.words for c in r.cells]) for r in matrix().roles] == [
        ("Helper", ["", "yes"]),
        ("Lead", ["yes; 0 of its 2 steps", ""]),
        ("Worker", ["yes; 3 of its 4 steps", "yes; 3 of its 4 steps"]),
    ]


LEFT = "The trainings for this role leave out steps that it does, in these procedures:"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [("Lead", ["SP-02 (2)"])], id="trainings that leave something out"),
        pytest.param({COURSE_FILE: COURSE.replace("roles: [role/worker]", "roles: [role/worker, role/lead]")}, [("Lead", ["SP-02 (1)"])], id="what one of them teaches is taught"),
        pytest.param({COURSE_FILE: COURSE.replace("roles: [role/worker]", "roles: [role/lead]").replace("sop/crisis#danger", "sop/crisis")}, [("Worker", ["SP-02 (1)"])], id="a whole procedure has all its steps"),
    ],
)  # fmt: skip
def test_the_matrix_says_what_of_its_work_a_role_is_not_taught(
    files: dict[str, str], expected: list[tuple[str, list[str]]]
) -> None:
    left = [each for each in matrix(files).gaps if each.words == LEFT]
    assert [(str(g.link.words), [str(s.words) for s in g.steps]) for g in left] == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [("In danger", "No training teaches these steps:", 1)], id="a step"),
        pytest.param({COURSE_FILE: COURSE.replace(", sop/crisis#danger", "")}, [("In danger", "No training teaches this procedure.", 0)], id="a procedure"),
        pytest.param({COURSE_FILE: COURSE.replace("sop/crisis#danger", "sop/crisis")}, [], id="nothing"),
        pytest.param({"normative/roles/alone.yml": "title: {en: Guard}\nstatus: draft\n"}, [("In danger", "No training teaches these steps:", 1), ("Guard", "There is no training for this role.", 0)], id="a role"),
    ],
)  # fmt: skip
def test_the_matrix_says_what_nobody_teaches(
    files: dict[str, str], expected: list[tuple[str, str, int]]
) -> None:
    found = [each for each in matrix(files).gaps if each.words != LEFT]
    assert [(str(g.link.words), g.words, len(g.steps)) for g in found] == expected
