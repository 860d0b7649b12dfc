"""Where the links of a document may lead: to a place in it, or to an address on the web; to nothing else."""

from collections.abc import Container
from urllib.parse import quote, urlsplit

# The longest that Excel and Word follow.
_LONGEST = 2_000
_SIGNS_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"


def target(link: str, places: Container[str]) -> str:
    """Return "#place" for one of the places, a web address fit to be written into a file, "" for anything else."""
    if link.startswith("#"):
        return link if link[1:] in places else ""
    return _address(link)


def _address(link: str) -> str:
    """Return the address with every sign that it cannot hold written as percent signs; "" where it is none."""
    try:
        parts = urlsplit(link)
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    address = quote(link, safe=_SIGNS_OF_ADDRESSES, errors="replace")
    return address if len(address) <= _LONGEST else ""
