"""A competency framework of CTDL-ASN -> a framework of ours."""

import re
from typing import Any

from alignkit.exchange.ctdl.competencies_in import name_unplaced, read_competencies
from alignkit.exchange.ctdl.graph import Asn
from alignkit.exchange.ctdl.values import first, language_of, links, texts
from alignkit.exchange.grow import Grown, document, grow
from alignkit.exchange.json_at import At
from alignkit.exchange.moment import UNKNOWN, moment
from alignkit.exchange.naming import id_for
from alignkit.exchange.plain import in_order
from alignkit.exchange.tally import Tally
from alignkit.model import vocabulary as words
from alignkit.model.framework import Source
from alignkit.wording import shortened

# What has a place, or says nothing that is not said elsewhere.
_OF_FRAMEWORK = frozenset((
    "@context", "@id", "@type", "ceterms:ctid", "ceasn:name", "ceasn:description", "ceasn:publisherName",
    "ceasn:publisher", "ceasn:creator", "ceasn:inLanguage", "ceasn:dateModified", "ceasn:license", "ceasn:rights",
    "ceasn:source", "ceasn:hasTopChild", "ceasn:hasChild", "ceasn:publicationStatusType",
))  # fmt: skip


def read_framework(asn: Asn, home: str, tally: Tally) -> tuple[dict[str, Any], Grown]:
    """Return the framework without its associations, and its tree."""
    framework = asn.frameworks[home]
    language = language_of(asn.competencies[address] for address in asn.competencies_of(home))
    grown = grow(read_competencies(asn, home, language, tally), framework.file, tally)
    return document(_head(framework, home, language, tally), grown), grown


def _head(framework: At, home: str, language: str, tally: Tally) -> dict[str, Any]:
    name_unplaced(framework, _OF_FRAMEWORK, "framework", tally)
    _name_further(framework, tally)
    title = first(framework, "ceasn:name", language=language)
    publisher = first(framework, "ceasn:publisherName", language=language)
    publisher = publisher or next(iter(links(framework, "ceasn:publisher", "ceasn:creator")), "")
    spoken = next(iter(links(framework, "ceasn:inLanguage")), language)
    changed = moment(framework.text("ceasn:dateModified"))
    licence = next(iter(links(framework, "ceasn:license")), "") or first(framework, "ceasn:rights", language=language)
    return {
        "id": id_for(title, home),
        "title": title,
        "publisher": {"name": publisher},
        "language": spoken if re.fullmatch(words.LANGUAGE.matches, spoken) else "",
        "source": in_order(Source, {
            "citation": shortened(f"{publisher or 'not stated'}: {title}", 1000),
            "url": next(iter(links(framework, "ceasn:source")), ""),
            "licence": licence or "not stated",
            "text": "verbatim",
        }),
        "notes": [said.text for said in texts(framework, "ceasn:description")] + _status(framework),
        "identifier": home,
        "changed": "" if changed == UNKNOWN else changed,
    }  # fmt: skip


def _name_further(framework: At, tally: Tally) -> None:
    """Name what is said besides the first title, publisher, licence and source, which have places."""
    publishers = "ceasn:publisher", "ceasn:creator"
    publishing = [*texts(framework, "ceasn:publisherName"), *dict.fromkeys(links(framework, *publishers))]
    licences = [*links(framework, "ceasn:license"), *texts(framework, "ceasn:rights")]
    said: dict[str, list[Any]] = {
        "ceasn:name": texts(framework, "ceasn:name"),
        "ceasn:publisher": publishing,
        "ceasn:license": licences,
        "ceasn:source": links(framework, "ceasn:source"),
    }
    for key, found in said.items():
        if found[1:]:
            tally.also(framework.place(key), f"a further `{key}`", "framework", "a framework has one")


def _status(framework: At) -> list[str]:
    said = links(framework, "ceasn:publicationStatusType")
    return [f"Publication status, as the file has it: {status}." for status in said if "Published" not in status]
