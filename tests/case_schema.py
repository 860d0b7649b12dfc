"""The official CASE schemas, with the formats of UUIDs and times checked: without that, wrong ones pass."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft201909Validator, FormatChecker

_SCHEMAS = Path(__file__).parent / "schemas"
V1P1 = "case_v1p1_cfpackage-jsonschema1.json"
V1P0 = "case-v1p0-cfpackage-schema.json"


@cache
def _validator(name: str) -> Draft201909Validator:
    schema = json.loads((_SCHEMAS / name).read_text(encoding="utf-8"))
    Draft201909Validator.check_schema(schema)
    return Draft201909Validator(schema, format_checker=FormatChecker())


def faults(data: bytes, schema: str = V1P1) -> list[str]:
    """Return what the schema finds wrong with a package."""
    package: Any = json.loads(data)
    return [f"{error.json_path}: {error.message}" for error in _validator(schema).iter_errors(package)]
