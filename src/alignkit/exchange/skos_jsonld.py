"""SKOS in JSON-LD: the same statements as in Turtle."""

from alignkit.exchange.formats import Exporter, Format, Importer
from alignkit.exchange.skos import NEEDS, crosswalk_out, framework_out
from alignkit.exchange.skos.document_in import read_json_ld_document

_SUFFIXES = (".jsonld", ".json")


def recognises(name: str, head: bytes) -> bool:
    """Say whether a file seems to be SKOS in JSON-LD, from its first bytes."""
    return name.casefold().endswith(_SUFFIXES) and b"skos" in head and b'"@' in head


FORMAT = Format(
    title="SKOS (JSON-LD)",
    exporters=(
        Exporter("framework", ".jsonld", framework_out.write_json_ld),
        Exporter("crosswalk", ".jsonld", crosswalk_out.write_json_ld),
    ),
    importer=Importer(recognises, read_json_ld_document, NEEDS),
)
