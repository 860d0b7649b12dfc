"""SKOS in Turtle: concept schemes for frameworks, mapping properties for crosswalks."""

from alignkit.exchange.formats import Exporter, Format, Importer
from alignkit.exchange.skos import crosswalk_out, framework_out
from alignkit.exchange.skos.document_in import read_turtle_document

_SUFFIXES = (".ttl", ".turtle", ".nt")
NEEDS = ("rdflib", "rdf")


def recognises(name: str, head: bytes) -> bool:
    """Say whether a file seems to be SKOS in Turtle, from its first bytes."""
    return name.casefold().endswith(_SUFFIXES) and b"skos" in head


FORMAT = Format(
    title="SKOS (Turtle)",
    exporters=(
        Exporter("framework", ".ttl", framework_out.write_turtle),
        Exporter("crosswalk", ".ttl", crosswalk_out.write_turtle),
    ),
    importer=Importer(recognises, read_turtle_document, NEEDS),
)
