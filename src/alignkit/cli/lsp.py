"""`alignkit lsp`: a language server for editors, on standard input and output."""

import gc
import os

from alignkit.cli.extras import need


def run_lsp() -> int:
    """Serve until the editor has had enough; the exit status is 1 where it left without a word, as LSP has it."""
    need("pygls.lsp.server", "lsp", "the language server")
    from alignkit.cli.language_server import AlignkitServer  # noqa: PLC0415 - needs pygls

    # Other commands end before anything could pile up (cli.entry); this one may run for a day.
    gc.enable()
    server = AlignkitServer()
    # The server closes what it writes to, and whoever runs a command has standard output to flush.
    server.start_io(stdout=os.fdopen(os.dup(1), "wb"))
    return 0 if server.said_goodbye else 1
