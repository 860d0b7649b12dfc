"""Packages that only some commands need: there, or a word on how to get them."""

from importlib import import_module
from types import ModuleType

from alignkit.errors import MissingExtra


def need(module: str, extra: str, what: str) -> ModuleType:
    """Return the module of an optional extra; MissingExtra, which says how to install it, where it is not there.

    `what` is the sentence's subject: "watching", "the PDF report".
    """
    try:
        return import_module(module)
    except ImportError:
        package = module.partition(".")[0]
        hint = f"pip install 'alignkit[{extra}]' brings it; `alignkit check` needs nothing more"
        raise MissingExtra(f"{what} needs the package {package}, which is not installed", hint=hint) from None
