"""Each mistake that people typically make in YAML is told with its place, its cause, and what to type."""

import pytest
import yaml

from alignkit.source import reader
from alignkit.source.reader import parse
from alignkit.source.syntax import explain_syntax_error

FILE = "f.yaml"

# What was typed, the place (line, column), words of the cause, words of the fix.
MISTAKES = {
    "tab to indent": ("learners:\n\tgroup_size: 6\n", (2, 1), "a tab is used to indent", "spaces"),
    "tab after spaces": ("learners:\n  \tgroup_size: 6\n", (2, 3), "a tab is used to indent", "spaces"),
    "tab below a value": ("a: b\n\tc: d\n", (2, 1), "a tab is used to indent", "spaces"),
    "tab behind a dash": ("topics:\n  -\tone\n", (2, 4), "a tab stands where", "a space instead"),
    "double quote not closed": (
        'title: "Teams\noutcomes: []\n',
        (1, 8),
        "a quotation mark is opened and never closed",
        "close it with the same mark",
    ),
    "single quote not closed": ("title: 'Teams\nid: x\n", (1, 8), "opened and never closed", "close it"),
    "quote not closed before the next": (
        'title: "Teams\noutcomes:\n  - text: "Discuss"\n',
        (1, 8),
        "not closed before the next one, on line 3",
        "close it with the same mark",
    ),
    "apostrophe in single quotes": (
        "title: 'The patient's voice'\n",
        (1, 20),
        "the text in quotation marks ends at this '",
        'put the whole text in double marks: "…"',
    ),
    "quotes in double quotes": (
        'title: "The "best" team"\n',
        (1, 13),
        'the text in quotation marks ends at this "',
        "put the whole text in single ones",
    ),
    "text behind quotes": ('title: "Teams" that listen\n', (1, 14), "but more follows", "single ones"),
    "quotes in quotes in brackets": ('a: {b: "the "best" team"}\n', (1, 13), "but more follows", "single ones"),
    "backslash in double quotes": ('file: "C:\\Users"\n', (1, 10), "\\U is none", "single quotation marks"),
    "curly quotes around a colon": ("title: “Teams: a course”\n", (1, 8), "“ is no quotation mark", "straight"),
    "colon in a text": (
        "title: Teams: a course\n",
        (1, 13),
        "a colon and a space inside a text look like a new key",
        'put the whole text in quotation marks: "…: …"',
    ),
    "colon in an entry": ("topics:\n  - Teams: a course: two\n", (2, 20), "inside a text", "quotation marks"),
    "colon in a text in brackets": ("a: {id: LO1, text: Teams: a}\n", (1, 25), "second colon", "quotation marks"),
    "bracket [ not closed": ("aligns: [VE1, VE2\noutcomes: []\n", (1, 9), "[ is not closed", "close it with ]"),
    "bracket { not closed": ("load: {hours: 75\noutcomes: []\n", (1, 7), "{ is not closed", "close it with }"),
    "bracket not closed at the end": ("aligns: [VE1, VE2", (1, 9), "[ is not closed", "close it with ]"),
    "bracket closed with another": ("a: [1, 2}\n", (1, 9), "[ is closed with }", "write ] instead"),
    "bracket closed twice": ("a: [1, 2]]\nb: 3\n", (1, 10), "] closes a bracket that was not", "remove the ]"),
    "comma missing": ('a: {b: "x" c: d}\n', (1, 12), "no comma between", "put a comma"),
    "comma missing between brackets": ("a: [{b: c} {d: e}]\n", (1, 12), "no comma between", "put a comma"),
    "dash within brackets": ("topics: [- one]\n", (1, 10), "no dash", "remove the dash"),
    "comma too many": ("topics: [one,, two]\n", (1, 14), "an entry is missing", "remove one of the commas"),
    "bracket not closed behind a comma": ("a: {b: [one,", (1, 8), "the bracket [ is not closed", "close it with ]"),
    "bracket not closed at all": ("a: {\n", (1, 4), "the bracket { is not closed", "close it with }"),
    "colon missing": ("id: x\ntitle Teams\nkind: course\n", (2, 1), "not followed by a colon", "`key: value`"),
    "colon missing at first": ("id x\ntitle: Teams\n", (1, 1), "not followed by a colon", "`key: value`"),
    "colon missing above a list": ("id: x\noutcomes\n  - id: LO1\n", (2, 1), "not followed by a colon", "`key: value`"),
    "colon missing at the end": ("id: x\ntitle Teams\n", (2, 1), "not followed by a colon", "`key: value`"),
    "equals sign": ("title = Teams\nid: x\n", (1, 1), "not followed by a colon", "`key: value`"),
    "text goes on without indent": (
        "title: Teams that\nlisten well\nid: x\n",
        (2, 1),
        "not followed",
        "indent this line",
    ),
    "no space behind a colon": ("id: x\ntitle:Teams\n", (2, 6), "a colon is not followed", "write `title: Teams`"),
    "no space behind the colon of an entry": ("a:\n  - id:LO1\n    text: x\n", (2, 7), "a colon", "write `id: LO1`"),
    "no space behind a dash": ("topics:\n  - one\n  -two\n", (3, 3), "a dash is not followed", "write `- two`"),
    "no space behind the dash of a mapping": ("a:\n  -id: LO1\n   text: x\n", (2, 3), "a dash", "write `- id: LO1`"),
    "indented too far": (
        "title: Teams\n\n  status: draft\n",
        (3, 3),
        "indented as if it went on with the text above",
        "begin it in column 1, under the title of line 1",
    ),
    "indented too far in a list": (
        "outcomes:\n  - id: LO1\n     text: x\n",
        (3, 6),
        "indented as if it went on with the text above",
        "begin it in column 5, under the id of line 2",
    ),
    "indented too little": ("a:\n  b: 1\n c: 2\n", (3, 2), "does not fit the lines around it", "same column"),
    "indented too little in a list": (
        "outcomes:\n  - id: LO1\n   text: x\n",
        (3, 4),
        "a key stands where the list expects its next entry",
        "begin each entry with `- ` in column 3, and its keys in column 5",
    ),
    "list entries out of line": ("a:\n    - b\n  - c\n", (3, 3), "a list entry stands where a key", "same number"),
    "list among keys": ("a:\n  b: 1\n  - c\n", (3, 3), "a list entry stands where a key", "same number"),
    "list beside its key": ("topics: - one\n", (1, 9), "a dash on the line of a key", "line of its own"),
    "at sign": ("title: @home care\n", (1, 8), "cannot begin with @", 'quotation marks: "@home care"'),
    "backtick": ('title: `x` "y" # z\n', (1, 8), "cannot begin with `", """quotation marks: '`x` "y"'"""),
    "percent sign": ("title: % of learners\n", (1, 8), "cannot begin with %", '"% of learners"'),
    "percent sign at the start of a line": ("a: b\n%c: d\n", (2, 1), "cannot begin with %", '"%c: d"'),
    "asterisks for emphasis": ("title: *safe* teams\n", (1, 8), "cannot begin with *", '"*safe* teams"'),
    "ampersand": ("title: & teams\n", (1, 8), "cannot begin with &", '"& teams"'),
    "asterisk for a list": ("topics:\n  * one\n  * two\n", (2, 3), "* instead of a dash", "write `- `"),
    "text behind a bar": ("title: | teams\n", (1, 8), "after | the text begins on the next line", "next line"),
    "text that begins with >": ("title: >5 teams\n", (1, 8), "after > the text begins on the next line", "next line"),
    "merge conflict": ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", (2, 1), "merged", "keep one"),
    "rest of a merge conflict": ("a:\n  b: 2\n>>>>>>> x\nc: d\n", (3, 1), "merged", "keep one"),
    "comma at first": (", a: b\n", (1, 1), "does not fit", "indent"),
    "text after the end": ("a: b\n... c\n", (2, 5), "what stands above is complete", "`key: value`"),
}


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], ids=["libyaml", "pure-python"])
def either_parser(request, monkeypatch):
    monkeypatch.setattr(reader, "_PARSER", getattr(yaml, request.param))


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(("text", "at", "cause", "fix"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_its_place_its_cause_and_what_to_type(text, at, cause, fix):
    document = parse(text, FILE)
    assert document.root is None
    (problem,) = document.problems
    assert (problem.kind, problem.at.line, problem.at.column) == ("yaml-syntax", *at)
    assert cause in problem.facts["cause"]
    assert fix in problem.facts["fix"]


def test_a_tab_behind_a_colon_is_told_by_the_parser_that_minds_it(monkeypatch):
    assert parse("a:\tb\n", FILE).problems == ()
    monkeypatch.setattr(reader, "_PARSER", yaml.SafeLoader)
    (problem,) = parse("a:\tb\n", FILE).problems
    assert (problem.at.column, problem.facts["fix"]) == (3, "type a space instead of the tab")


def test_a_line_that_fits_nowhere_shows_where_its_neighbours_begin():
    (problem,) = parse("a:\n  b: 1\n  - c\n", FILE).problems
    assert [(str(related.at), related.note) for related in problem.related] == [
        ("f.yaml:2:3", "its neighbours begin here")
    ]


def test_a_complaint_that_nobody_foresaw_is_passed_on():
    error = yaml.MarkedYAMLError(problem="found something odd", problem_mark=yaml.Mark("", 0, 0, 2, "", 0))
    problem = explain_syntax_error(error, "a: b", FILE)
    assert (problem.at.column, problem.facts["cause"]) == (3, "found something odd")
    assert "example" in problem.facts["fix"]
