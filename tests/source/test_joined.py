"""Several files that are one document: every place in it is that of its own file."""

from gollanma.source import joined, named_in, read_text

HEAD = "stage: drafting\nbody:\n  - one\n  - id: own\n  - two\n"
ONE = "# a remark\nid: one\ntext: {en: A  }\n"
TWO = 'id: two\nheading:\n  en: >-\n    Words\n    of two.\nnumber: "2"\n'


def test_values_stand_in_their_own_files() -> None:
    head, one, two = (
        read_text(f"{name}.yml", text.encode())
        for name, text in (("head", HEAD), ("one", ONE), ("two", TWO))
    )
    assert named_in(head, "body") == ((0, "one"), (2, "two"))
    whole = joined(head, "body", {"two": two, "one": one})
    assert str(whole.span("body", 0, "text", "en")) == "one.yml:3:12"
    assert str(whole.span("body", 1, "id")) == "head.yml:4:9"
    assert str(whole.span("body", 2, "number")) == "two.yml:6:9"
    assert str(whole.key_span("body", 2)) == "two.yml:1:1"
    assert str(whole.span("body", 2, "missing")) == "two.yml:1:1"
    assert str(whole.span("missing")) == "head.yml:1:1"
    place = whole.within("body", 2, "heading", "en", start=6, end=8)
    assert (place.path, place.line, place.column, place.end_column) == ("two.yml", 5, 5, 7)
    assert whole.value("body", 2, "heading", "en") == "Words of two."
    assert [each.text for each in whole.comments] == ["# a remark"]
    assert [each.path for each in whole.files] == ["head.yml", "two.yml", "one.yml"]
    assert whole.file("one.yml").text == ONE


def test_a_file_that_cannot_be_read_says_nothing() -> None:
    head = read_text("head.yml", HEAD.encode())
    one = read_text("one.yml", b"id: [\n")
    whole = joined(head, "body", {"one": one})
    assert whole.value("body") == [{"id": "own"}, "two"]
    assert [each.span.path for each in whole.diagnostics] == ["one.yml"]


def test_a_head_without_a_list_stays_as_it_is() -> None:
    head = read_text("head.yml", b"body: words\n")
    assert named_in(head, "body") == ()
    assert joined(head, "body", {}).plain() == {"body": "words"}
    assert joined(read_text("head.yml", b""), "body", {}).root is None
