"""SVG, mark by mark: escaped by the standard library, with numbers of at most one decimal."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, tostring

from msgspec import Struct

from alignkit.phrase import Phrase
from alignkit.render.pictures.lettering import clean, fit
from alignkit.render.pictures.palette import Palette
from alignkit.render.pictures.style import FONT, style_of

Say = Callable[[Phrase], str]
WIDTH = 960
MARGIN = 16
_LONGEST_PART = 200


class Box(Struct, frozen=True):
    """A rectangle of a picture: its corner at the top left, and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Return where its middle is, from the left."""
        return self.x + self.width / 2

    def baseline(self, size: float) -> float:
        """Return where to write for a line of text of that size to stand in the middle of it."""
        return self.y + self.height / 2 + size * 0.36

    def within(self, x: float, y: float) -> "Box":
        """Return the box that is so much smaller at each side."""
        return Box(self.x + x, self.y + y, self.width - 2 * x, self.height - 2 * y)

    def part(self, share: float) -> "Box":
        """Return the part of it at the left."""
        return Box(self.x, self.y, self.width * share, self.height)


class Pen(Struct, frozen=True):
    """How a picture is drawn: under which id, in which language, in which colours.

    `prefix` is unique on the page. Without a palette the colours are the page's custom properties, and light where it
    has none; programs that know no custom properties (typst and resvg, among others) need a palette.
    """

    prefix: str
    say: Say = str
    palette: Palette | None = None
    heading: bool = True
    """Whether the picture's name is written in it; a page that has a caption for it can do without."""

    def words(self, text: str | Phrase) -> str:
        """Return the text, said in the language where it is a phrase."""
        return self.say(text) if isinstance(text, Phrase) else text

    @property
    def identifier(self) -> str:
        """Return the prefix as an id that XML and CSS allow."""
        return "picture-" + "".join(
            letter if letter.isascii() and (letter.isalnum() or letter == "-") else f"_{ord(letter):x}_"
            for letter in self.prefix
        )


def begun(pen: Pen, title: Phrase, alt: Phrase) -> Element:
    """Return an empty picture with its name, its message and its style."""
    name = pen.identifier
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "id": name,
            "class": "picture",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
            "font-family": "sans-serif",
            "font-size": str(FONT),
        },
    )
    SubElement(root, "title", {"id": f"{name}-title"}).text = clean(pen.say(title))
    SubElement(root, "desc", {"id": f"{name}-desc"}).text = clean(pen.say(alt))
    SubElement(root, "style").text = style_of(name, pen.palette)
    return root


def finished(root: Element, height: float, width: float = WIDTH) -> str:
    """Return the picture as text, once it is known how high it is."""
    size = {"viewBox": f"0 0 {fixed(width)} {fixed(height)}", "width": fixed(width), "height": fixed(height)}
    root.attrib.update(size)
    page = Element("rect", {"class": "page", "width": fixed(width), "height": fixed(height)})
    root.insert(3, page)
    return tostring(root, encoding="unicode")


def fixed(number: float) -> str:
    """Return a number with one decimal, or none where it is whole."""
    written = f"{number:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def group(parent: Element, look: str = "", **facts: str) -> Element:
    """Return a new group of marks; each fact becomes a `data-…` attribute by which scripts find it.

    A fact of many parts has spaces between them; what has no `data-professions` is for no profession in particular.
    """
    made = SubElement(parent, "g", {"class": look} if look else {})
    for name, value in facts.items():
        if value:
            made.set(f"data-{name}", " ".join(fit(part[:_LONGEST_PART]) for part in value.split()))
    return made


def hint(parent: Element, words: str) -> None:
    """Say what a mark is, to whoever points at it."""
    SubElement(parent, "title").text = clean(words)


def rect(parent: Element, box: Box, look: str = "", corner: float = 0) -> None:
    """Draw a rectangle."""
    size = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    made = SubElement(parent, "rect", {name: fixed(value) for name, value in size.items()})
    if look:
        made.set("class", look)
    if corner:
        made.set("rx", fixed(corner))


def path(parent: Element, steps: str, look: str) -> None:
    """Draw a line or a shape."""
    SubElement(parent, "path", {"d": steps, "class": look})


def rule(parent: Element, x: float, y: float, width: float, look: str = "rule") -> None:
    """Draw a horizontal line."""
    path(parent, f"M{fixed(x)} {fixed(y)}h{fixed(width)}", look)


def text(parent: Element, x: float, y: float, words: str, look: str = "", *, turned: bool = False) -> None:
    """Write words on one line, if there are any, from a place on; turned, they run upwards from it."""
    if not words:
        return
    made = SubElement(parent, "text", {"x": fixed(x), "y": fixed(y)})
    if look:
        made.set("class", look)
    if turned:
        made.set("transform", f"rotate(-90 {fixed(x)} {fixed(y)})")
    made.text = clean(words)
