"""The publications that rules cite, as typed constants."""

from msgspec import Struct


class Literature(Struct, frozen=True):
    """A publication: `short` as rules cite it, `citation` in full, `doi` or `url` where it was confirmed."""

    short: str
    citation: str
    doi: str = ""
    url: str = ""


BIGGS_1996 = Literature(
    "Biggs 1996",
    "Biggs, J. (1996). Enhancing teaching through constructive alignment. Higher Education, 32(3), 347-364.",
    doi="10.1007/BF00138871",
)
YAML_2021 = Literature(
    "YAML 1.2.2",
    "Ben-Kiki, O., Evans, C., & döt Net, I. (2021). YAML Ain't Markup Language, revision 1.2.2.",
    url="https://yaml.org/spec/1.2.2/",
)
