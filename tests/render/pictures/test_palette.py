"""The colours of pictures: readable in light and dark, told apart without telling hues apart."""

import re
from itertools import pairwise

import pytest
from msgspec.structs import asdict

from alignkit.render.pictures.palette import DARK, LIGHT, custom_properties, paints

TEXT, GRAPHICS = 4.5, 3.0
FILLS = (
    *(f"step_{number}" for number in range(1, 5)),
    *(f"depth_{depth}" for depth in ("introduce", "reinforce", "master")),
    "end",
)
both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour):
    """Return the relative luminance, as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_worked_out_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the well-known grey that just fails


@both
@pytest.mark.parametrize("fill", FILLS)
def test_what_is_written_on_a_fill_can_be_read(palette, fill):
    colours = asdict(palette)
    assert contrast(colours[fill], colours[f"{fill}_ink"]) >= TEXT


@both
@pytest.mark.parametrize("ink", ["ink", "muted", "accent", "end_ink"])
def test_what_is_written_on_the_page_can_be_read(palette, ink):
    assert contrast(asdict(palette)[ink], palette.page) >= TEXT


@both
@pytest.mark.parametrize("fill", FILLS)
def test_every_fill_is_set_apart_from_the_page_by_itself_or_by_its_outline(palette, fill):
    outline = palette.end_ink if fill == "end" else palette.line
    assert contrast(outline, palette.page) >= GRAPHICS
    assert max(contrast(asdict(palette)[fill], palette.page), contrast(outline, palette.page)) >= GRAPHICS


@both
@pytest.mark.parametrize("graphic", ["accent", "step_4"])
def test_pins_and_dots_are_set_apart_from_the_page(palette, graphic):
    assert contrast(asdict(palette)[graphic], palette.page) >= GRAPHICS


@both
@pytest.mark.parametrize("scale", [FILLS[:4], FILLS[4:7]], ids=["steps", "depths"])
def test_each_scale_runs_one_way_in_lightness(palette, scale):
    lightness = [luminance(asdict(palette)[fill]) for fill in scale]
    assert lightness in (sorted(lightness), sorted(lightness, reverse=True))
    # Far enough apart to be told apart in grey.
    assert all(contrast(asdict(palette)[one], asdict(palette)[next_]) >= 1.4 for one, next_ in pairwise(scale))


def test_a_page_gets_each_colour_for_light_and_dark():
    declared = dict(
        re.findall(r"--picture-([a-z0-9-]+):light-dark\((#[0-9a-f]{6},#[0-9a-f]{6})\);", custom_properties())
    )
    assert declared == {
        name.replace("_", "-"): f"{light},{asdict(DARK)[name]}" for name, light in asdict(LIGHT).items()
    }


def test_a_picture_uses_exactly_the_properties_that_a_page_can_set():
    used = re.findall(r"var\((--[a-z0-9-]+),(#[0-9a-f]{6})\)", " ".join(paints(None).values()))
    assert [name for name, _ in used] == re.findall(r"(--[a-z0-9-]+):", custom_properties())
    assert [colour for _, colour in used] == list(asdict(LIGHT).values())
