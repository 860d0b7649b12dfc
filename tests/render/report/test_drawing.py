"""Pictures are looked at before they become part of the page."""

import pytest
from tests.render.report.sample import SVG

from alignkit.render.report.page.drawing import drawing, facts, styles

FRAME = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'


def test_a_drawing_stays_as_it_is():
    assert drawing(SVG) == SVG
    inside = '<defs><linearGradient id="g"/></defs><a href="#item"><rect fill="url(#g)" class="step-1"/></a>'
    assert drawing(FRAME.format(inside)) == FRAME.format(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<image href='data:image/png;base64,'/>",
        "<p xmlns='http://www.w3.org/1999/xhtml'>x</p>",
        "<rect onclick='alert(1)'/>",
        "<rect ONLOAD='alert(1)'/>",
        "<rect style='fill: red'/>",
        "<a href='javascript:alert(1)'><rect/></a>",
        "<use x:href='https://example.org/x.svg#a'/>",
        "<rect fill='url(https://example.org/x.svg#a)'/>",
        "<style>@import 'https://example.org/x.css';</style>",
        "<style>rect { fill: url( 'https://example.org' ); }</style>",
        "<g>",
        "&unknown;",
        "<![CDATA[</svg><script>]]>",
        "<!-- a comment -->",
        "<?xml-stylesheet href='x'?>",
    ],
)
def test_what_could_run_or_fetch_or_break_out_is_refused(inside):
    with pytest.raises(ValueError, match=r"picture|policy"):
        drawing(FRAME.format(inside))


def test_markup_that_does_not_begin_with_the_picture_is_refused():
    with pytest.raises(ValueError, match="begins with <svg>"):
        drawing(f'<?xml version="1.0"?>{SVG}')


def test_its_style_sheets_are_found():
    assert styles(FRAME.format("<style>a</style><g><style>b</style></g>")) == ["a", "b"]
    assert styles(SVG) == []


def test_the_facts_of_its_marks_are_found():
    inside = '<g data-step="1 3"><rect data-step="3"/></g><g data-modules="M1" data-item="x"/>'
    assert facts(FRAME.format(inside), ("step", "modules", "depth")) == {
        "step": {"1", "3"},
        "modules": {"M1"},
        "depth": set(),
    }
