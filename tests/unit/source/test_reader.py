"""Every value keeps its text and its place; whatever is wrong is said, once, where it stands."""

from pathlib import Path

import pytest
import yaml

from alignkit.library.shipped import shipped_tree
from alignkit.source import reader
from alignkit.source.limits import LIMITS, Limits
from alignkit.source.node import Node
from alignkit.source.reader import Document, parse
from alignkit.source.tree import Folder

REPOSITORY = Path(__file__).parents[3]
FILE = "f.yaml"


def root_of(text: str) -> Node:
    document = parse(text, FILE)
    assert document.problems == ()
    assert document.root is not None
    return document.root


def only(text: str) -> Node:
    """Return the value under the only key, or the only entry of its list."""
    value = root_of(text).value
    assert isinstance(value, dict)
    (node,) = value.values()
    return node


def plain(node: Node | None) -> object:
    """Return the values alone, as `BaseLoader` gives them: texts, lists, dicts, and "" for nothing."""
    if node is None or node.value is None:
        return ""
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    return [plain(entry) for entry in node.value] if isinstance(node.value, list) else node.value


def place(node: Node) -> tuple[int, int, int, int]:
    return (node.line, node.column, node.end_line, node.end_column)


def problems(document: Document) -> list[tuple[str, int, int]]:
    return [(problem.kind, problem.at.line, problem.at.column) for problem in document.problems]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], ids=["libyaml", "pure-python"])
def either_parser(request, monkeypatch):
    monkeypatch.setattr(reader, "_PARSER", getattr(yaml, request.param))


with_either_parser = pytest.mark.usefixtures("either_parser")


# --- text as typed


@pytest.mark.parametrize(
    "typed", ["NO", "3.10", "2022-05-24", "007", "12:30", "yes", "1_000", "0x1F", ".5", "1e3", "on", "NaN", "=", "<x"]
)
@with_either_parser
def test_a_plain_value_stays_the_text_that_was_typed(typed):
    assert only(f"a: {typed}").value == typed


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL", "# only a comment"])
@with_either_parser
def test_a_value_left_out_is_nothing(typed):
    assert only(f"a: {typed}").value is None


@pytest.mark.parametrize("typed", ["''", '""', "'~'", '"null"', "|\n  null\n"])
@with_either_parser
def test_a_quoted_or_block_value_is_a_text_even_where_a_plain_one_is_nothing(typed):
    assert isinstance(only(f"a: {typed}").value, str)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("one\n  two", "one two"),
        ("'one\n  two'", "one two"),
        ('"one\n\n  two\\n\\t\\u00e9"', "one\ntwo\n\té"),
        (">-\n  one\n  two\n\n  three\n", "one two\nthree"),
        ("|\n  one\n   two\n", "one\n two\n"),
        ("|+\n  one\n\n", "one\n\n"),
        ("|2-\n   one\n", " one"),
    ],
)
@with_either_parser
def test_a_text_over_several_lines_is_folded_as_yaml_says(typed, text):
    assert only(f"a: {typed}").value == text


@pytest.mark.parametrize("text", ["{a: [b, {c: d}], e: }", "a:\n- b\n- c: d\ne:\n", "a: [b, c: d]\ne: ~"])
@with_either_parser
def test_block_and_flow_forms_mean_the_same(text):
    assert plain(root_of(text)) == {"a": ["b", {"c": "d"}], "e": ""}


# --- places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: one", (1, 4, 1, 7)),
        ("a:   'one'  # note\n", (1, 6, 1, 11)),
        ("\n\na:\n    one\n", (4, 5, 4, 8)),
        ("a: one\n  two\n", (1, 4, 2, 6)),
        ("a: |\n  one\n  two\n", (1, 4, 4, 1)),  # a block text ends where the next line begins
        ("a:", (1, 3, 1, 3)),
        ("a: [b, c] # note", (1, 4, 1, 10)),
        ("a: {b: c}\n", (1, 4, 1, 10)),
        ("a: {b: c,\n  d: e}\n", (1, 4, 1, 9)),  # over several lines: what stands on the first
        ("a: [b,\n  c]\n", (1, 4, 1, 6)),
        ("a: [\n  b]\n", (1, 4, 1, 5)),
        ("a: {\n  b: c}\n", (1, 4, 1, 5)),
        ("a: [\n]\n", (1, 4, 1, 5)),
        ("a:\n  b: c\n  d: e\n", (2, 3, 2, 7)),
        ("a:\n  b:\n    c: d\n", (2, 3, 2, 4)),
        ("a:\n  - b\n  - c\n", (2, 3, 2, 6)),
        ("a:\n  - b: c # note", (2, 3, 2, 9)),
        ("a:\n  -\n    b\n", (2, 3, 2, 3)),
    ],
)
@with_either_parser
def test_a_value_knows_where_it_begins_and_ends(text, expected):
    assert place(only(text)) == expected


@with_either_parser
def test_every_key_and_entry_has_its_own_place():
    entries = only("a:\n- b\n- {c: d}\n").value
    assert isinstance(entries, list)
    first, second = entries
    assert [place(first), place(second)] == [(2, 3, 2, 4), (3, 3, 3, 9)]
    assert isinstance(second.value, dict)
    child = second.value["c"]
    assert child.key is not None
    assert (place(child.key), place(child)) == ((3, 4, 3, 5), (3, 7, 3, 8))


@with_either_parser
def test_what_is_written_in_brackets_knows_where_they_end():
    text = "a: [x,\n  {b: c} ]\nd:\n- e\n"
    root = parse(text, "f.yaml").root
    assert root is not None
    assert isinstance(root.value, dict)
    brackets, lines = root.value["a"], root.value["d"]
    assert isinstance(brackets.value, list)
    assert [brackets.closed, brackets.value[0].closed, brackets.value[1].closed] == [(2, 11), None, (2, 9)]
    assert (root.closed, lines.closed) == (None, None)


def test_an_entry_of_a_list_knows_the_key_of_its_list():
    entries = only("topics: [one, two]").value
    assert isinstance(entries, list)
    assert [entry.key.value for entry in entries if entry.key] == ["topics", "topics"]


def test_a_place_can_be_asked_for_as_a_span_of_the_file():
    node = only("a: one")
    assert str(node.span(FILE)) == "f.yaml:1:4"
    assert str(node.key_span(FILE)) == "f.yaml:1:1"
    assert str(root_of("a: one").key_span(FILE)) == "f.yaml:1:1"


@with_either_parser
def test_columns_count_characters_of_any_plane():
    # The second value follows `{x: "😀😀é", y: `: 1 + 3 + 5 + 2 + 3 = 14 characters after `a: `.
    value = only('a: {x: "😀😀é", y: z}').value
    assert isinstance(value, dict)
    assert place(value["y"]) == (1, 18, 1, 19)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@with_either_parser
def test_lines_end_as_in_any_editor(newline):
    value = root_of(newline.join(["a: one", "", "b: 'two", "  three'", "c: four", ""])).value
    assert isinstance(value, dict)
    assert {key: (child.value, child.line) for key, child in value.items()} == {
        "a": ("one", 1),
        "b": ("two three", 3),
        "c": ("four", 5),
    }


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"], ids=["NEL", "LS", "PS"])
@with_either_parser
def test_signs_that_only_yaml_takes_for_line_ends_are_spaces(sign):
    value = root_of(f"a: one{sign}two\nb: three\n").value
    assert isinstance(value, dict)
    assert (value["a"].value, value["b"].line) == ("one two", 2)


@pytest.mark.parametrize("text", ["\ufeffa: one\nb: two\n", "a: one\n\ufeffb: two\n"])
@with_either_parser
def test_a_byte_order_mark_is_no_part_of_a_key(text):
    value = root_of(text).value
    assert isinstance(value, dict)
    assert [(key, child.column) for key, child in value.items()] == [("a", 4), ("b", 4)]


# --- agreement with what others read


def shipped_files() -> list[tuple[str, str]]:
    library = shipped_tree()
    curricula = Folder(str(REPOSITORY))
    files = [(library, name) for name in library.names("")] + [
        (curricula, name) for name in curricula.names("curricula")
    ]
    return [(name, tree.read(name).decode()) for tree, name in files]


SHIPPED = shipped_files()


@pytest.mark.parametrize("text", [text for _, text in SHIPPED], ids=[name for name, _ in SHIPPED])
def test_shipped_files_read_as_every_yaml_reader_reads_them(text):
    document = parse(text, FILE)
    assert document.problems == ()
    assert plain(document.root) == yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts only


def test_both_parsers_give_the_same_values_and_places(monkeypatch):
    texts = [text for name, text in SHIPPED if name.endswith(("caipe-2011.yaml", "uit-sso-3113.yaml"))]
    fast = [parse(text, FILE) for text in texts]
    monkeypatch.setattr(reader, "_PARSER", yaml.SafeLoader)
    assert [parse(text, FILE) for text in texts] == fast != []


# --- problems


@with_either_parser
def test_a_second_equal_key_is_a_problem_that_shows_both_lines():
    document = parse("a: one\nb:\n  c: 1\n  c: 2\na: two\na: three\n", FILE)
    assert problems(document) == [("duplicate-key", 4, 3), ("duplicate-key", 5, 1), ("duplicate-key", 6, 1)]
    assert [problem.facts["first"] for problem in document.problems] == ["3", "1", "1"]
    assert [str(problem.related[0].at) for problem in document.problems] == ["f.yaml:3:3", "f.yaml:1:1", "f.yaml:1:1"]
    assert plain(document.root) == {"a": "one", "b": {"c": "1"}}  # the first is kept, none is lost silently


@pytest.mark.parametrize(
    ("text", "at", "what"),
    [
        ("a: &x one", (1, 4), "the anchor &x"),
        ("a: &x [one]", (1, 4), "the anchor &x"),
        ("a:\n  b: *x", (2, 6), "the alias *x"),
        ("a: !important one", (1, 4), "the tag !important"),
        ("a: !!int one", (1, 4), "the tag tag:yaml.org,2002:int"),
        ("a: !x {b: c}", (1, 4), "the tag !x"),
        ("a: one\n<<: {b: two}", (2, 1), "the merge key <<"),
    ],
)
@with_either_parser
def test_anchors_aliases_tags_and_merge_keys_are_named_and_refused(text, at, what):
    document = parse(text, FILE)
    assert problems(document) == [("anchor-or-alias", *at)]
    assert document.problems[0].facts == {"what": what}


def test_an_alias_to_itself_and_a_billion_laughs_are_never_expanded():
    laughs = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 8))
    document = parse(f"a0: &a0 [*a0]\n{laughs}\n", FILE)
    assert {problem.kind for problem in document.problems} == {"anchor-or-alias"}
    assert len(document.problems) == 2 + 7 * (1 + 10)


@pytest.mark.parametrize(
    ("text", "found"),
    [("? [a, b]\n: c", "a list"), ("{{a: b}: c}", "a mapping (keys and values)"), ("~: c", "nothing")],
)
@with_either_parser
def test_a_key_that_is_no_text_is_a_problem(text, found):
    (problem,) = parse(text, FILE).problems
    assert (problem.kind, problem.facts["found"]) == ("wrong-type", found)


@with_either_parser
def test_a_number_as_a_key_is_a_text():
    assert plain(root_of("1: one\n2.0: two\nyes: three\n")) == {"1": "one", "2.0": "two", "yes": "three"}


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "a: 1\n...\n---\n", "---\na: 1\n--- {}\n"])
@with_either_parser
def test_a_second_document_is_a_problem_at_its_beginning(text):
    (problem,) = parse(text, FILE).problems
    assert problem.kind == "yaml-syntax"
    assert text.split("\n")[problem.at.line - 1].startswith("---")
    assert "second document" in problem.facts["cause"]


@pytest.mark.parametrize("text", ["---\na: 1\n", "%YAML 1.1\n---\na: 1\n...\n", "a: 1\n...\n"])
@with_either_parser
def test_marks_around_the_only_document_are_allowed(text):
    assert plain(root_of(text)) == {"a": "1"}


@pytest.mark.parametrize("text", ["", "\n \n", "# only a comment\n", "\ufeff", "---", "--- # nothing\n", "~"])
@with_either_parser
def test_an_empty_file_says_so(text):
    document = parse(text, FILE)
    assert document.root is None
    assert [problem.facts for problem in document.problems] == [{"cause": "it is empty"}]


@pytest.mark.parametrize(
    ("text", "at", "sign"),
    [
        ("a: \x07\n", (1, 4), "U+0007"),
        ("ä: é\nb: é\x1b[31m\n", (2, 5), "U+001B"),
        ("a: \x00", (1, 4), "U+0000"),
        ("\ufffe: b", (1, 1), "U+FFFE"),
        ("a: 😀\ud800", (1, 5), "U+D800"),
    ],
)
@with_either_parser
def test_a_character_that_is_no_text_is_a_problem_at_its_place(text, at, sign):
    document = parse(text, FILE)
    assert document.root is None
    assert problems(document) == [("unreadable-file", *at)]
    assert sign in document.problems[0].facts["cause"]


# --- limits


@pytest.mark.parametrize(
    ("limits", "text", "facts", "line"),
    [
        (Limits(depth=3), "a:\n  b:\n    c:\n      d: 1\n", {"limit": "levels of nesting", "most": "3"}, 4),
        (Limits(values=1000), "[\n" + "a,\n" * 2000 + "]", {"limit": "values", "most": "1,000"}, 1001),
        (Limits(text_characters=5), "a: ok\nb: too long\n", {"limit": "characters in one text", "most": "5"}, 2),
        (Limits(problems=2), "a: 1\n" * 9, {"limit": "problems in one file", "most": "2"}, 4),
    ],
    ids=["depth", "values", "text", "problems"],
)
@with_either_parser
def test_a_limit_is_named_where_it_is_passed_and_nothing_more_is_read(limits, text, facts, line):
    document = parse(text, FILE, limits)
    assert document.root is None
    assert document.problems[-1].kind == "limit-exceeded"
    assert document.problems[-1].facts == facts
    assert document.problems[-1].at.line == line


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (Limits(depth=3), "a:\n  b:\n    c: 1\n"),
        (Limits(values=4), "a: [1]"),  # the mapping, the key, the list and its entry
        (Limits(text_characters=5), "a: fives\n"),
        (Limits(problems=2), "a: 1\na: 2\na: 3\n"),
    ],
    ids=["depth", "values", "text", "problems"],
)
def test_what_reaches_a_limit_exactly_is_still_read(limits, text):
    assert parse(text, FILE, limits).root is not None


@pytest.mark.parametrize("text", ["[" * 200, "- " * 200, "{a: " * 200 + "}" * 200, "? " * 200])
@with_either_parser
def test_nesting_two_hundred_deep_ends_at_the_limit(text):
    (problem,) = parse(text, FILE).problems
    assert problem.facts == {"limit": "levels of nesting", "most": f"{LIMITS.depth}"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: short", 'the text "short"'),
        (f"a: {'x' * 41}", "a text"),
        ("a: [b]", "a list"),
        ("a: {b: c}", "a mapping (keys and values)"),
        ("a:", "nothing"),
    ],
)
def test_a_value_says_what_an_author_would_call_it(text, what):
    assert only(text).what() == what
