"""Texts as other programs may show them: nothing in them that steers a terminal, and no longer than is read."""

from alignkit.render.style import safe


def clear(text: str, most: int = 800) -> str:
    """Return the text on one line, without characters that steer a terminal, cut to at most that many."""
    shown = safe(text)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def sentence(message: str) -> str:
    """Return a message, which begins in lower case and ends without a stop, as a sentence."""
    return message if message.endswith((".", "!", "?", "…")) else f"{message}."


def advice(message: str, fix: str) -> str:
    """Return what was found and what to do about it, as one text."""
    return f"{sentence(clear(message))} {clear(fix)}".strip()
