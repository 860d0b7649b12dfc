"""Plain text from others, in whatever encoding it was saved."""

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.exchange.limits import LIMITS, Limits, small_enough


class Decoded(Struct, frozen=True):
    """A text, and what was taken for its encoding: "" for UTF-8."""

    text: str
    encoding: str = ""


def decode(data: bytes, where: str, limits: Limits = LIMITS) -> Decoded:
    """Return the text in UTF-8, in UTF-16 where it says so, else in Windows-1252, the way Excel saves CSV."""
    small_enough(data, where, limits)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = [("utf-16", "UTF-16")]
    else:
        encodings = [("utf-8-sig", ""), ("cp1252", "Windows-1252")]
    for codec, name in encodings:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return Decoded(text, name)
    raise NotImported("it is not text in UTF-8, UTF-16 or Windows-1252", where=where, hint="save it as UTF-8")
