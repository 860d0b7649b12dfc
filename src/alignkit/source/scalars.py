"""Values written as YAML so that they are read back as exactly what they were, whatever signs they hold."""

import re
from collections.abc import Mapping, Sequence

Value = str | float | Sequence["Value"] | Mapping[str, "Value"] | None

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*([-.][A-Za-z0-9]+)*")
# Words that other readers of YAML take for something else than a text.
_NO_TEXTS = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
# Entries that fit on a line; more of them are easier to pick from one by one.
_SHORT = 3
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def scalar(text: str) -> str:
    """Return a text as YAML: bare where it is a plain word or code, else in quotation marks."""
    return text if _PLAIN.fullmatch(text) and text.casefold() not in _NO_TEXTS else quoted(text)


def quoted(text: str) -> str:
    """Return a text in quotation marks, on one line; what nobody can see in it is written by its number."""
    return f'"{"".join(map(_sign, text))}"'


def _sign(sign: str) -> str:
    if sign in _ESCAPES or sign.isprintable():
        return _ESCAPES.get(sign, sign)
    number = ord(sign)
    # YAML has numbers of two, four and eight digits.
    return f"\\x{number:02X}" if number <= 0xFF else f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"  # noqa: PLR2004


def flow(value: Value) -> str:
    """Return a value on one line: lists and mappings in brackets."""
    if isinstance(value, str):
        return scalar(value)
    if value is None:
        return "null"
    if isinstance(value, (int, float)):
        return f"{value:.9f}".rstrip("0").rstrip(".")
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{scalar(key)}: {flow(each)}' for key, each in value.items())}}}"
    return f"[{', '.join(map(flow, value))}]"


def block(record: Mapping[str, Value]) -> list[str]:
    """Return a record as lines, one key on each; a list of records, or a long one, below its key."""
    lines: list[str] = []
    for key, value in record.items():
        entries = [] if isinstance(value, (str, float, Mapping)) or value is None else [*value]
        if len(entries) > _SHORT or any(isinstance(each, Mapping) for each in entries):
            lines += [f"{scalar(key)}:", *(f"  {line}" for each in entries for line in entry(each))]
        else:
            lines.append(f"{scalar(key)}: {flow(value)}")
    return lines


def entry(value: Value) -> list[str]:
    """Return an entry of a list that is written line by line: `- ` and what follows."""
    first, *rest = block(value) if isinstance(value, Mapping) and value else [flow(value)]
    return [f"- {first}", *(f"  {line}" for line in rest)]
