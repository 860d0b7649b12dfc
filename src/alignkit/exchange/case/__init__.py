"""1EdTech CASE: versions 1.0 and 1.1 are read, 1.1 is written."""

from alignkit.exchange.case.crosswalk_in import is_crosswalk, read_crosswalk
from alignkit.exchange.case.crosswalk_out import write_crosswalk
from alignkit.exchange.case.curriculum_out import write_curriculum
from alignkit.exchange.case.framework_in import read_framework
from alignkit.exchange.case.framework_out import write_framework
from alignkit.exchange.formats import Exporter, Format, Imported, Importer
from alignkit.exchange.json_at import root
from alignkit.exchange.json_input import read_json

_NAMES = (b'"CFDocument"', b'"CFItems"', b'"CFAssociations"', b'"CFDefinitions"')


def recognises(name: str, head: bytes) -> bool:
    """Say whether a file seems to be a CASE package, from its first bytes."""
    return name.casefold().endswith(".json") and any(word in head for word in _NAMES)


def read_package(name: str, data: bytes) -> Imported:
    """Return what a package holds: a framework, or a crosswalk. Raises NotImported with the place of a fault."""
    package = root(name, read_json(name, data))
    if not package.has("CFDocument"):
        package.refuse("CFDocument", "there is no document", "a CASE package has one: is this another kind of file?")
    return read_crosswalk(package) if is_crosswalk(package) else read_framework(package)


FORMAT = Format(
    title="1EdTech CASE",
    exporters=(
        Exporter("framework", ".case.json", write_framework),
        Exporter("crosswalk", ".case.json", write_crosswalk),
        Exporter("curriculum", ".case.json", write_curriculum),
    ),
    importer=Importer(recognises, read_package),
)
