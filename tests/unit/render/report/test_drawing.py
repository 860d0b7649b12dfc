"""Pictures for paper."""

from io import BytesIO

import pytest
from PIL import Image

from alignkit.render.report.drawing import points, size, static

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="20" height="10" fill="{}"/></svg>'


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("var(--x, #fff)", "#fff"),
        ("var(--x,rgb(1, 2, 3))", "rgb(1, 2, 3)"),
        ("var( --a, var(--b, var(--c, red)) )", "red"),
        ("var(--x)", "inherit"),
        ("#000", "#000"),
        ("&#35703;&#x8B77;&#60;&#x3c;&#9999999;", "護護&#60;&#x3c;&#9999999;"),
        ("&#xd800;", "\ufffd"),
        ("\x00\x1b", "\ufffd\ufffd"),
    ],
)
def test_properties_that_only_a_page_knows_give_way_to_what_stands_in_for_them(told, shown):
    assert static(f"fill:{told};x") == f"fill:{shown};x"


@pytest.mark.parametrize(
    ("view", "width", "height"),
    [
        ('viewBox="0 0 40 10"', 100, 25),
        ("viewBox='0,0,10,40'", 12.5, 50),
        ('viewBox="-5 -5 10 10"', 50, 50),
        ('viewBox="0 0 0 10"', 50, 50),
        ('width="3"', 50, 50),
    ],
)
def test_a_picture_fills_the_width_or_where_that_is_too_high_the_height(view, width, height):
    assert size(f"<svg {view}>", 100, 50) == (width, height)


def test_points_are_as_fine_as_print_needs_and_in_the_colours_of_the_picture():
    data = points(static(SVG.format("var(--ink, #ff0000)")), 50.8, 12.7)
    with Image.open(BytesIO(data)) as image:
        # 50.8 mm are two inches of 300 points each.
        assert image.size == (600, 150)
        assert [image.convert("RGB").getpixel((x, 75)) for x in (150, 450)] == [(255, 0, 0), (255, 255, 255)]


def test_rare_scripts_in_a_picture_are_drawn_with_what_the_system_has():
    text = SVG.replace("<rect", '<text y="8">עברית 護理</text><rect').format("none")
    assert points(text, 20, 5).startswith(b"\x89PNG")
