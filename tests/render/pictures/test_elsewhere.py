"""Pictures where no page is: in the programs that put them into documents."""

from io import BytesIO

import pytest
import resvg_py
import typst
from PIL import Image
from tests.pictured import case_of
from tests.render.pictures.samples import SVG, drawn, tree

from alignkit.render.pictures.palette import LIGHT


def by_typst(svg):
    """Return the picture as typst draws it, one point of it a pixel."""
    width = tree(svg).get("width")
    source = f"#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: {width}pt)"
    return typst.compile(source.encode(), format="png", ppi=72, sys_inputs={"svg": svg})


def by_resvg(svg):
    return bytes(resvg_py.svg_to_bytes(svg_string=svg))


@pytest.fixture(scope="module", params=[by_typst, by_resvg], ids=["typst", "resvg"])
def pixels(request):
    svg = drawn(case_of(), palette=LIGHT)["heat-map"]
    return Image.open(BytesIO(request.param(svg))).convert("RGB"), tree(svg)


def colour_in(pixels, item, column):
    """Return the colour near the corner of a cell, where no letter is."""
    image, root = pixels
    (row,) = [each for each in root.iter(f"{SVG}g") if each.get("data-item") == item]
    cell = [each for each in row if each.get("data-step")][column].find(f"{SVG}rect")
    red, green, blue = image.getpixel((int(float(cell.get("x"))) + 6, int(float(cell.get("y"))) + 6))
    return f"#{red:02x}{green:02x}{blue:02x}"


def test_the_picture_has_the_size_that_it_says(pixels):
    image, root = pixels
    assert [abs(have - float(root.get(name))) < 1 for have, name in zip(image.size, ("width", "height"), strict=True)]


@pytest.mark.parametrize(
    ("item", "column", "colour"),
    [
        ("toy:A1", 0, LIGHT.step_3),
        ("toy:A1", 1, LIGHT.step_4),
        ("toy:C", 0, LIGHT.step_2),
        ("toy:A3", 4, LIGHT.step_1),
        ("toy:A4", 4, LIGHT.page),
    ],
)
def test_cells_have_the_colours_of_the_palette(pixels, item, column, colour):
    assert colour_in(pixels, item, column) == colour
