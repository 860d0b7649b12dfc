"""What a document's file can hold."""

import pytest
from defusedxml.ElementTree import fromstring
from tests.hostile import HOSTILE

from alignkit.render.report.signs import held


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_held_can_be_read_from_xml_and_written_as_utf8(text):
    told = held(text)
    escaped = told.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert fromstring(f"<x>{escaped}</x>").text == told
    assert held(told) == told


def test_every_sign_that_xml_forbids_is_replaced_and_no_other_is_lost():
    forbidden = [*range(9), 11, 12, *range(14, 32), 0x7F, 0x85, *range(0x80, 0x85), 0xD800, 0xDFFF, 0xFFFE, 0x1FFFF]
    assert set("".join(held(chr(sign)) for sign in forbidden)) == {"\ufffd", "\n"}
    kept = "a\tb\nZażółć 護理 🧑\u200d⚕️ עברית \u200f † \u00ad\u00a0"
    assert held(kept) == kept


@pytest.mark.parametrize("mark", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_no_title_can_turn_round_the_figures_after_it(mark):
    assert held(f"a{mark}b") == "a\ufffdb"


def test_lines_end_in_one_way():
    assert held("a\r\nb\rc\u2028d\u2029e\x85f") == "a\nb\nc\nd\ne\nf"


def test_signs_that_stand_for_breaks_and_page_numbers_cannot_come_from_an_author():
    assert held("\ue000\ue001\ue002\U000f0000") == "\ufffd" * 4
