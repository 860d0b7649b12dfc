"""What is said, and kept, when alignkit itself is at fault."""

import hashlib
import platform
import sys
import tempfile
import traceback
from pathlib import Path

from alignkit import __version__
from alignkit.cli.files import write_whole
from alignkit.errors import NotWritten


def report_crash(error: BaseException) -> str:
    """Write a report of the fault to a file, and return what to tell the user: no traceback."""
    details = "".join(traceback.format_exception(error))
    arguments = " ".join(sys.argv[1:])
    system = f"alignkit {__version__}, Python {platform.python_version()}, {platform.system()}"
    text = f"{system}\nalignkit {arguments}\n\n{details}"
    name = f"alignkit-crash-{hashlib.sha256(details.encode()).hexdigest()[:8]}.txt"
    for folder in (Path(), Path(tempfile.gettempdir())):
        try:
            write_whole(str(folder / name), text.encode("utf-8", "backslashreplace"))
        except NotWritten:
            continue
        return _told(str(folder / name))
    return _told("")


def _told(file: str) -> str:
    where = f"  what happened is in {file}; please send it with the file that you checked\n" if file else ""
    return f"alignkit: this is a fault of alignkit itself, not of your files\n{where}"
