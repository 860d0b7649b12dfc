"""What a browser may do with the page: show it and run its own script, and nothing else."""

import base64
import hashlib

from alignkit.render.report.blocks import Document, Picture, walk
from alignkit.render.report.page.drawing import styles


def policy(style: str, script: str, document: Document) -> str:
    """Return the content security policy; it knows the style, the script and the pictures' styles by their hashes."""
    pictures = (block.svg for block, _ in walk(document.sections) if isinstance(block, Picture))
    sheets = dict.fromkeys([style, *(sheet for svg in pictures for sheet in styles(svg))])
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {' '.join(map(_hash, sheets))}",
            f"script-src {_hash(script)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
