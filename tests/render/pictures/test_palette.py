"""The colours of pictures: readable in light and dark, told apart without telling hues apart."""

import re
from importlib.resources import files
from itertools import pairwise

import pytest
from msgspec.structs import asdict

from alignkit.render.pictures.palette import DARK, LIGHT, paints

STYLES = files("alignkit.render.report.page").joinpath("styles")
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


def declared() -> dict[str, tuple[str, str]]:
    """Return the colours that the page of a report sets for pictures, by name: by day and by night."""
    css = STYLES.joinpath("palette.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([a-z0-9-]+): (light-dark\([^)]*\)|var\([^)]*\));", css))
    found = {}
    for name, value in colours.items():
        behind = colours[value[len("var(--") : -1]] if value.startswith("var(") else value
        if name.startswith("picture-"):
            day, night = re.findall(r"#[0-9a-f]{6}", behind)
            found[name.removeprefix("picture-").replace("-", "_")] = (day, night)
    return found


def test_the_page_sets_the_colours_that_were_weighed_here_but_for_its_own_ground_and_lines():
    own = {"page", "ink", "muted", "line", "hairline"}
    weighed = {name: (day, asdict(DARK)[name]) for name, day in asdict(LIGHT).items()}
    assert declared().keys() == weighed.keys()
    assert {name: pair for name, pair in declared().items() if name not in own} == {
        name: pair for name, pair in weighed.items() if name not in own
    }


def test_a_picture_uses_exactly_the_properties_that_the_page_sets():
    used = re.findall(r"var\(--picture-([a-z0-9-]+),(#[0-9a-f]{6})\)", " ".join(paints(None).values()))
    assert [name.replace("-", "_") for name, _ in used] == list(asdict(LIGHT))
    assert [colour for _, colour in used] == list(asdict(LIGHT).values())
