"""Lists as people keep them: tables whose header is recognised, and indented text with or without codes."""

import pytest

from alignkit.errors import BadRequest
from alignkit.source.lists import Entry, Listing, read_list
from alignkit.source.tree import Memory


def read(text: str, name: str = "list.csv") -> Listing:
    return read_list(Memory({name: text}), name)


@pytest.mark.parametrize(
    "text",
    [
        "code,title,text\n1,Care,Listen\n",
        "Code;Title;Text\n1;Care;Listen\n",
        "\ufeffNR.\tName\tFull statement\r\n1\tCare\tListen\r\n",
        '"Item code"|"heading"|"Description"\n"1"|" Care "|"Listen"\n',
    ],
)
def test_the_header_and_what_separates_columns_are_recognised(text):
    assert read(text).entries == (Entry(line=2, code="1", title="Care", text="Listen"),)


def test_columns_that_are_not_understood_are_named():
    listing = read("Owner,code,text,Title,Name\nme,1,Listen,Care,x\n")
    assert listing.columns == {"code": "code", "text": "text", "title": "Title"}
    assert listing.unused == ("Owner", "Name")


def test_a_quoted_text_may_hold_lines_and_separators_and_empty_rows_are_passed_over():
    listing = read('code,text\n\n1,"Listen,\nthen ""answer"""\n,\n2,Act\n')
    assert [(entry.line, entry.text) for entry in listing.entries] == [(4, 'Listen, then "answer"'), (6, "Act")]


@pytest.mark.parametrize(
    ("levels", "depths"),
    [
        (["1", "2", "3", "2"], [1, 2, 3, 2]),
        (["Domain", "Competency", "domain", "Statement"], [0, 1, 0, 2]),
    ],
)
def test_levels_are_numbers_or_names_in_the_order_in_which_they_first_come(levels, depths):
    listing = read("title,level\n" + "".join(f"t,{level}\n" for level in levels))
    assert [entry.depth for entry in listing.entries] == depths


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("", "list.csv", "there is nothing in the list"),
        ("code,text\n", "list.csv", "there is nothing in the list"),
        ("a,b\n1,2\n", "list.csv:1", "no column is called title or text"),
        ("code,text\n1,Listen, then act\n", "list.csv:2", "it has 3 cells, the first line 2"),
        ('code,text\n1,"Listen\n', "list.csv", "it is not a table"),
        ("code,text\n1,\0\n", "list.csv", "it is not text"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(text, where, said):
    with pytest.raises(BadRequest) as refused:
        read(text)
    assert (refused.value.where, refused.value.message[: len(said)]) == (where, said)


def test_a_list_that_is_not_there_or_not_in_utf_8_is_refused():
    class Latin(Memory):
        def read(self, name: str) -> bytes:
            return super().read(name).decode().encode("latin-1")

    with pytest.raises(BadRequest, match="cannot read it"):
        read_list(Memory({}), "list.csv")
    with pytest.raises(BadRequest, match="not text in UTF-8"):
        read_list(Latin({"list.csv": "text\né\n"}), "list.csv")


def outline(text: str) -> list[tuple[str, str, int]]:
    return [(entry.code, entry.words, entry.depth) for entry in read(text, "list.txt").entries]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("VE Values\n\tVE1 Respect\n\tVE2. Keep\n", [("VE", "Values", 0), ("VE1", "Respect", 1), ("VE2", "Keep", 1)]),
        (
            "1. Care\n  1.1 Listen\n\n  1.2) Act\n2. Lead",
            [("1", "Care", 0), ("1.1", "Listen", 1), ("1.2", "Act", 1), ("2", "Lead", 0)],
        ),
        ("Care\n  - Listen  well\n  • Act\n", [("", "Care", 0), ("", "Listen well", 1), ("", "Act", 1)]),
        # Capitals are a code only where another code begins with them.
        ("IPE is for all\nCARE matters\n", [("", "IPE is for all", 0), ("", "CARE matters", 0)]),
        ("a\n    b\n        c\n    d\ne\n", [("", "a", 0), ("", "b", 1), ("", "c", 2), ("", "d", 1), ("", "e", 0)]),
    ],
)
def test_indents_are_levels_and_what_looks_like_a_code_is_one(text, entries):
    assert outline(text) == entries


def test_an_indent_between_two_levels_is_refused():
    with pytest.raises(BadRequest) as refused:
        outline("a\n    b\n  c\n")
    assert refused.value.where == "list.txt:3"
