"""What every picture has to be, whatever the curriculum: well-formed, named, self-contained, and the same again."""

import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from tests.pictured import case_of
from tests.render.pictures.samples import PICTURES, SVG, drawn, every, hostile_samples, samples, tree

from alignkit.render.pictures.drawing import MARGIN, WIDTH
from alignkit.render.pictures.lettering import width_of
from alignkit.render.pictures.palette import LIGHT
from alignkit.render.pictures.style import FONT, HEADING, NAME, SMALL

ROOT = Path(__file__).parents[3]
ATTRIBUTES = {
    *("id", "class", "role", "aria-labelledby", "viewBox", "width", "height", "font-family", "font-size"),
    *("x", "y", "rx", "d", "transform"),
}
ELEMENTS = {f"{SVG}{name}" for name in ("svg", "title", "desc", "style", "g", "rect", "path", "text")}


@pytest.fixture(scope="module", params=PICTURES)
def roots(request):
    """Return one of the five pictures, of every curriculum."""
    return [tree(svg) for (_, picture), svg in every().items() if picture == request.param]


def test_it_is_an_image_with_a_name_and_a_message(roots):
    for root in roots:
        assert (root.tag, root.get("role")) == (f"{SVG}svg", "img")
        title, message = (root.find(f"{SVG}{name}") for name in ("title", "desc"))
        assert root.get("aria-labelledby").split() == [title.get("id"), message.get("id")]
        assert title.text
        assert re.search(r"\d", message.text)  # the message has numbers


def test_it_says_its_size(roots):
    for root in roots:
        left, top, width, height = map(float, root.get("viewBox").split())
        assert (left, top, width) == (0, 0, WIDTH)
        assert [root.get("width"), root.get("height")] == root.get("viewBox").split()[2:]
        assert height < 3000


def test_it_holds_shapes_and_text_only_and_asks_for_nothing(roots):
    for root in roots:
        assert {element.tag for element in root.iter()} <= ELEMENTS
        assert {name for each in root.iter() for name in each.attrib if not name.startswith("data-")} <= ATTRIBUTES
        style = root.find(f"{SVG}style").text
        assert not re.search(r"url\(|@|\\|<", style)


def test_its_style_holds_for_it_alone(roots):
    for root in roots:
        rules = root.find(f"{SVG}style").text.split("}")[:-1]
        selectors = [each for rule in rules for each in rule.split("{")[0].split(",")]
        assert all(each.startswith(f"#{root.get('id')} ") for each in selectors)


def test_no_id_comes_twice(roots):
    for root in roots:
        ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
        assert (len(ids), set(ids.values())) == (3, {1})


def test_everything_is_drawn_within_the_page(roots):
    for root in roots:
        page = float(root.get("height"))
        for rect in root.iter(f"{SVG}rect"):
            x, y = (float(rect.get(name, "0")) for name in ("x", "y"))
            assert 0 <= x <= x + float(rect.get("width")) <= WIDTH
            assert 0 <= y <= y + float(rect.get("height")) <= page
        for words in root.iter(f"{SVG}text"):
            left, right = reach(words)
            assert 0 <= left <= right <= WIDTH - MARGIN / 2, words.text
            assert 0 <= float(words.get("y")) <= page


def test_texts_of_a_line_do_not_meet(roots):
    for root in roots:
        lines: dict[str, list[tuple[float, float]]] = {}
        for words in root.iter(f"{SVG}text"):
            if words.text and not words.get("transform"):
                lines.setdefault(words.get("y"), []).append(reach(words))
        for line in lines.values():
            assert all(before[1] <= after[0] + 0.2 for before, after in pairwise(sorted(line)))


def reach(words):
    """Return where a text begins and ends at most, from left to right."""
    x, look = float(words.get("x")), (words.get("class") or "").split()
    if words.get("transform"):
        return x - FONT, x + FONT
    size = {"heading": HEADING, "name": NAME, "small": SMALL}.get(next(iter(look), ""), FONT)
    wide = width_of(words.text or "", size, bold={"heading", "name", "strong"} & set(look) != set())
    start = x - wide if "end" in look else x - wide / 2 if "middle" in look else x
    return start, start + wide


def test_all_colours_can_be_set_by_the_page_and_have_one_of_their_own():
    style = tree(samples()["small"]["depth"]).find(f"{SVG}style").text
    assert not re.findall(r"var\(--[a-z0-9-]+\)", style)
    assert re.findall(r"(?:fill|stroke):(?!none|var\(--picture-[a-z0-9-]+,#[0-9a-f]{6}\))[^;}]*", style) == []


@pytest.mark.parametrize("text", ["\u202e", "\u2066", "\x1b", "\x00", "\ufffe", "<script", "<img", "</details"])
def test_nothing_turns_text_round_steers_a_terminal_or_becomes_markup(text):
    for five in hostile_samples().values():
        assert not [name for name, svg in five.items() if text in svg]


def test_long_titles_are_cut_and_told_in_full_to_whoever_points_at_them():
    svg = samples()["long titles"]["heat-map"]
    whole = ("a title that goes on and on " * 11).strip()
    assert f"<title>M1 {whole}</title>" in svg
    assert whole not in [words.text for words in tree(svg).iter(f"{SVG}text")]


def test_no_picture_is_larger_than_a_page_can_bear():
    assert {key: len(svg.encode()) for key, svg in every().items() if len(svg.encode()) > 400_000} == {}


@pytest.mark.parametrize("prefix", ["ipec-2023", "1", "a.b", 'a"]{}<b>', "ü"])
def test_any_prefix_gives_an_id_that_css_knows(prefix):
    ids = {tree(svg).get("id") for svg in drawn(case_of(), prefix=prefix).values()}
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", each) for each in ids)


def test_different_prefixes_never_meet():
    ids = [tree(drawn(case_of(), prefix=prefix)["depth"]).get("id") for prefix in ("a.b", "a-b", "a_b", "a_2e_b", "ab")]
    assert len(set(ids)) == len(ids)


def test_the_same_curriculum_gives_the_same_bytes_whatever_the_order_of_hashes():
    code = (
        "from hashlib import sha256\nfrom tests.pictured import case_of\n"
        "from tests.render.pictures.samples import drawn\n"
        "print(sha256(''.join(drawn(case_of()).values()).encode()).hexdigest())"
    )
    path = f"{ROOT / 'src'}:{ROOT}"
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_with_a_palette_all_colours_are_written_out():
    for svg in drawn(case_of(), palette=LIGHT).values():
        assert "var(" not in svg
        assert LIGHT.step_3 in svg


def test_a_page_with_captions_can_do_without_the_heading():
    with_it, without = drawn(case_of()), drawn(case_of(), heading=False)
    for name in PICTURES:
        assert [svg.count('class="heading"') for svg in (with_it[name], without[name])] == [1, 0]
        assert tree(without[name]).find(f"{SVG}title").text


def test_every_word_is_said_in_the_readers_language():
    ours = re.compile("claimed|taught|assess|evidenced|introduc|module|profession|activit|target|hours|attend|outcome")
    for svg in drawn(case_of(), say=lambda phrase: str(phrase).upper()).values():
        texts = [element.text or "" for element in tree(svg).iter() if element.tag != f"{SVG}style"]
        # "Explain what each profession answers for in a team" is an item of the framework.
        assert [text for text in texts if ours.search(text) and "answers" not in text] == []
        assert [text for text in texts if ours.search(text.lower())]
