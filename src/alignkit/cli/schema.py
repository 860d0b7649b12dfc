"""`alignkit schema`: the JSON Schema of a kind of file, for editors."""

from alignkit.api.reference import file_kinds, file_schema
from alignkit.cli.output import put
from alignkit.render.reference.json_schema import render_schema


def run_schema(kind: str, output: str) -> int:
    """Print or write the schema of the kind, or without one the kinds that there are."""
    if kind:
        put(render_schema(file_schema(kind)), output)
    else:
        put("".join(f"{name:<12} {meaning}\n" for name, meaning in file_kinds().items()), output)
    return 0
