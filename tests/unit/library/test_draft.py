"""A list grows into a tree: by parents, levels or indents, with a code for every item."""

import pytest

from alignkit.errors import BadRequest
from alignkit.library.draft import Draft, Sprout, grow
from alignkit.source.lists import read_list
from alignkit.source.tree import Memory


def draft(text: str, name: str = "list.csv") -> Draft:
    return grow(read_list(Memory({name: text}), name))


def tree(items: tuple[Sprout, ...]) -> list[object]:
    return [(item.code, tree(item.items)) if item.items else item.code for item in items]


@pytest.mark.parametrize(
    ("text", "grown"),
    [
        ("code,text\nA,x\nB,y\n", ["A", "B"]),
        ("code,text,parent\nA.1,x,A\nA,y,\nB,z,\nA.2,v,A\n", [("A", ["A.1", "A.2"]), "B"]),
        # A parent may be named by its title.
        ("code,title,parent\nA,Care,\nA1,Listen,Care\n", [("A", ["A1"])]),
        ("code,text,level\nA,x,1\nA1,y,2\nA1a,z,3\nB,v,1\n", [("A", [("A1", ["A1a"])]), "B"]),
        # A level that is passed over leaves no gap in the tree.
        ("code,text,level\nA,x,domain\nA1,y,competency\nA1a,z,statement\nB,v,domain\nB1,w,statement\n",
         [("A", [("A1", ["A1a"])]), ("B", ["B1"])]),
        # Codes that are missing are numbers below their parent, past those that are taken.
        ("code,text,parent\nA,x,\n,y,A\nA.2,z,A\n,v,A\n,w,\n", [("A", ["A.1", "A.2", "A.3"]), "2"]),
        ("code,text,parent\nA,x,\nA.2,z,A\n,v,A\n", [("A", ["A.2", "A.3"])]),
    ],
)  # fmt: skip
def test_the_tree_and_its_codes(text, grown):
    assert tree(draft(text).items) == grown


def test_a_code_is_made_one_that_alignments_can_name():
    tidied = draft("code,text,parent\nDomain 1:,x,\n1.1.,y,Domain 1:\n")
    assert tree(tidied.items) == [("Domain-1", ["1.1"])]
    assert tidied.tidied == {"Domain 1:": "Domain-1", "1.1.": "1.1"}


def test_levels_keep_their_names_and_the_rarer_say_so():
    grown = draft("text,level\nx,domain\ny,competency\nz,statement\nv,domain\nw,statement\nu,statement\n")
    assert grown.levels == (("domain",), ("statement", "competency"), ("statement",))
    assert [item.level for top in grown.items for item in top.items] == ["competency", "", ""]
    assert grown.counts == (2, 3, 1)


def test_in_indented_text_a_parent_has_a_title_and_a_leaf_a_text():
    (care, lead) = draft("Care\n  Listen\nLead\n", "list.txt").items
    assert (care.title, care.text, care.items[0].text, lead.text) == ("Care", "", "Listen", "Lead")


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("code,text\nA,x\nA.,y\n", 3, 'the code "A" is taken already, on line 2'),
        ("code,text,parent\nA,x,\nA1,y,B\n", 3, 'no item has the code "B"'),
        ("code,text,parent\nC,z,\nA,x,B\nB,y,A\n", 3, '"B" is above and below it'),
    ],
)
def test_what_cannot_be_a_tree_is_refused(text, place, said):
    with pytest.raises(BadRequest) as refused:
        draft(text)
    assert refused.value.where == f"list.csv:{place}"
    assert refused.value.message.startswith(said)


def test_a_list_too_deep_is_refused():
    with pytest.raises(BadRequest, match="more than 15 levels"):
        draft("text,level\n" + "".join(f"x,{level}\n" for level in range(20)))
