"""Signs that no font can show."""

import json

from alignkit.render.report.glyphs import joining, missing, without
from alignkit.render.report.language import language

ENGLISH = language("en")
DIAGNOSTIC = r"""error: PDF/UA-1 error: the text `"護"` could not be displayed with font `"Libertinus Serif"`
  ┌─ __typst_py_bytes__.typ:7:1
error: PDF/UA-1 error: the text `"\u{378}"` could not be displayed with a font
error: PDF/UA-1 error: the text `"\"\\"` could not be displayed with a font
error: PDF/UA-1 error: the text contains the disallowed codepoint `"\u{feff}"`
error: unknown variable: x
"""


def test_what_cannot_be_shown_is_read_from_what_typst_says():
    assert missing(DIAGNOSTIC) == {"護", "\u0378", '"\\', "\ufeff"}
    assert missing("error: file not found") == frozenset()


def test_signs_that_join_others_are_known_where_typst_has_no_name_for_them():
    assert missing('error: PDF/UA-1 error: the text `""` could not be displayed with a font') == frozenset()
    assert joining({"title": "\u2695\ufe0f", "rows": ["a\u200db\u00ad"]}) == {"\ufe0f", "\u200d", "\u00ad"}


def test_what_cannot_be_shown_is_replaced_wherever_it_stands_and_named_once():
    told = {"title": "護理 護", "chapters": [{"text": "a\u0378b"}], "words": {}}
    assert without(frozenset(), told, ENGLISH) == told
    shown = without(frozenset({"護", "護理", "\u0378"}), told, ENGLISH)
    assert shown["title"] == "\ufffd \ufffd"
    assert shown["chapters"] == [{"text": "a\ufffdb"}]
    assert shown["note"] == "No font here has U+0378, U+7406 and U+8B77; \ufffd stands in their place."


def test_twenty_signs_are_named_and_the_others_counted():
    signs = frozenset(chr(0x4E00 + number) for number in range(23))
    note = without(signs, {"text": "".join(signs)}, ENGLISH)["note"]
    assert "U+4E13 and 3 more;" in note
    assert json.dumps(note).count("U+") == 20
