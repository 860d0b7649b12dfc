"""The terms that a SKOS document of ours uses, by the names that its Turtle and its JSON-LD give them."""

from alignkit.exchange.identity import NAMESPACE

SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DCTERMS = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
# What SKOS has no term for; docs/exchange-case-skos.md says what each of these means. alignkit owns no domain.
OURS = f"urn:uuid:{NAMESPACE}#"

PREFIXES = {"alignkit": OURS, "dc": DC, "dcterms": DCTERMS, "owl": OWL, "rdf": RDF, "skos": SKOS, "xsd": XSD}

# Relation of a crosswalk -> mapping property of SKOS; read from `from` to `to`.
MATCHES = {
    "exact": "skos:exactMatch",
    "close": "skos:closeMatch",
    "broad": "skos:broadMatch",
    "narrow": "skos:narrowMatch",
    "related": "skos:relatedMatch",
}


def full(name: str) -> str:
    """Return the IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def short(iri: str) -> str:
    """Return the prefixed name of an IRI where there is one, else the IRI."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
