"""How a language says numbers, dates, lists and sentences."""

from io import BytesIO

import pytest
from babel.messages.pofile import read_po

from alignkit.errors import BadRequest
from alignkit.phrase import Day, Phrase
from alignkit.render.report.language import Language, language, languages

CATALOGUE = b"""\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Coverage"
msgstr "Abdeckung"

msgid "{n} item"
msgid_plural "{n} items"
msgstr[0] "{n} Element"
msgstr[1] "{n} Elemente"

msgid "of {who} on {day}"
msgstr "am {day} von {who}"

msgid "unfinished"
msgstr ""
"""


@pytest.fixture(scope="module")
def german():
    return Language("de", read_po(BytesIO(CATALOGUE), locale="de"))


@pytest.mark.parametrize(
    ("number", "english", "german_"),
    [
        (0, "0", "0"),
        (1234, "1,234", "1.234"),
        (12.5, "12.5", "12,5"),
        (75.0, "75", "75"),
        (1e6, "1,000,000", "1.000.000"),
    ],
)
def test_numbers_are_written_as_the_language_does(german, number, english, german_):
    assert (language("en").number(number), german.number(number)) == (english, german_)


@pytest.mark.parametrize(
    ("iso", "english", "german_"),
    [
        ("2026", "2026", "2026"),
        ("2026-03", "March 2026", "M\u00e4rz 2026"),
        ("2026-03-02", "2 March 2026", "2. M\u00e4rz 2026"),
    ],
)
def test_dates_are_written_as_the_language_does(german, iso, english, german_):
    assert (language("en").day(Day(iso)), german.day(Day(iso))) == (english, german_)


def test_lists_and_shares(german):
    assert (language("en").listed(["a", "b", "c"]), german.listed(["a", "b", "c"])) == ("a, b and c", "a, b und c")
    assert language("en").listed([]) == ""
    assert (language("en").percent(1, 3), language("en").percent(0, 0)) == ("33%", "\u2013")


def test_messages_are_looked_up_by_their_english(german):
    assert german("Coverage") == "Abdeckung"
    assert german("not in it") == "not in it"
    assert german("unfinished") == "unfinished"
    assert german(Phrase("of {who} on {day}", {"who": "A", "day": Day("2026-03")})) == "am M\u00e4rz 2026 von A"


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 Elemente"), (1, "1 Element"), (2, "2 Elemente"), (1.0, "1 Element"), (0.5, "0,5 Elemente")],
)
def test_a_number_has_its_plural(german, number, said):
    assert german(Phrase("{n} items", {"n": number}, one="{n} item")) == said
    assert language("en")(Phrase("{n} items", {"n": number}, one="{n} item")).endswith(
        "item" if number == 1 else "items"
    )


def test_a_plural_that_nobody_translated_is_said_in_english(german):
    assert german(Phrase("{n} things", {"n": 1}, one="{n} thing")) == "1 thing"


def test_a_fact_can_be_said_by_itself(german):
    assert german.said((Phrase("Coverage"), 1.5)) == "Abdeckung und 1,5"


def test_a_language_without_a_catalogue_is_refused():
    with pytest.raises(BadRequest, match='there are no reports in "xx"'):
        language("xx")
    assert languages()[0] == "en"
