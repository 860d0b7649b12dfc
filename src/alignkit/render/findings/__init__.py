"""Renderers of what `check` found: one file for each format, and FORMATS, which knows them all."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def _from_module(name: str) -> Callable[[Any], str]:
    """Return the renderer of the module of that name, which is loaded when the renderer is first used."""

    def render(view: Any) -> str:
        text: str = import_module(f"alignkit.render.findings.{name}").render(view)
        return text

    return render


# Format -> a pure function from CheckView to its text. The text for terminals is not among them: it is told a style.
FORMATS = {name: _from_module(name) for name in ("json", "sarif", "junit", "github", "gitlab", "markdown", "rdjson")}
# Those that describe the rules themselves, not only what they found.
DESCRIBING = ("sarif", "junit")
