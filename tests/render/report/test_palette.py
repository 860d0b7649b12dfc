"""The page's colours have the contrast that WCAG 2.2 asks for, in both themes, worked out from the palette itself."""

import re
from importlib.resources import files

import pytest

STYLES = files("alignkit.render.report.page").joinpath("styles")
PALETTE = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);",
        STYLES.joinpath("palette.css").read_text(encoding="utf-8"),
    )
}
GROUNDS = ("paper", "raised", "branch", "marked")
STEPS = tuple(f"step-{number}" for number in range(5))
TEXTS = ("ink", "muted", "link", *STEPS, "met", "partly-met", "not-evidenced", "not-met")
FILLS = tuple(name.removesuffix("-ink") for name in PALETTE if name.startswith("picture-") and name.endswith("-ink"))


def luminance(colour: str) -> float:
    """Return the relative luminance by the formula of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, theme: int) -> float:
    low, high = sorted((luminance(PALETTE[one][theme]), luminance(PALETTE[other][theme])))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_is_that_of_the_standard():
    # Black on white is 21 to 1; #767676 is the lightest grey that passes on white, at 4.54 to 1.
    assert (luminance("#ffffff") + 0.05) / (luminance("#000000") + 0.05) == pytest.approx(21)
    assert 1.05 / (luminance("#767676") + 0.05) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_ground(text, ground, theme):
    assert contrast(text, ground, theme) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_the_edges_of_controls_can_be_seen(ground, theme):
    assert contrast("edge", ground, theme) >= 3


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("fill", FILLS)
def test_what_is_written_on_the_fills_of_pictures_can_be_read(fill, theme):
    assert contrast(f"{fill}-ink", fill, theme) >= 4.5


def test_pictures_have_fills_for_steps_depths_and_ends():
    assert len(FILLS) == 4 + 3 + 1


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_targets_in_pictures_can_be_seen(theme):
    assert contrast("picture-accent", "paper", theme) >= 3


def test_no_colour_stands_outside_the_palette():
    others = "".join(
        each.read_text(encoding="utf-8") for each in STYLES.iterdir() if each.name not in {"palette.css", "__init__.py"}
    )
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;,) ])|\brgb\((?!0 0 0 / 0\.45\))|\bhsl\(", others) == []


def test_each_colour_that_is_used_is_in_the_palette():
    sheets = "".join(each.read_text(encoding="utf-8") for each in STYLES.iterdir())
    declared = set(re.findall(r"--([a-z0-9-]+):", STYLES.joinpath("palette.css").read_text(encoding="utf-8")))
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", sheets)) - {"reading", "working", "fixed", "step"}
    assert used == {name for name in declared if not name.startswith("picture-")}
