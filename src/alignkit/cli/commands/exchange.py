"""The commands that bring files of other programs in and out: import, export."""

from typing import Annotated

import typer

from alignkit.cli.commands.options import flat, leave

exchange = typer.Typer(rich_markup_mode=None)
_LOSSES = "Write what was not carried over to this file, as JSON."


@exchange.command("import")
def import_(
    file: Annotated[str, typer.Argument(help="A spreadsheet, or a file of another program.")],
    format_: Annotated[str, typer.Option("--format", help="What it is; recognised, if left out.")] = "",
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file (.yaml) or folder to write; standard output, if left out.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write no document, only say what was understood.")
    ] = False,
    mapping: Annotated[str, typer.Option(help="A file import-mapping/1 that says how to read an unusual layout.")] = "",
    framework: Annotated[
        list[str] | None, typer.Option(help="The codes in it are of this framework, such as ipec-2023.")
    ] = None,
    losses: Annotated[str, typer.Option(help=_LOSSES)] = "",
    into: Annotated[
        str, typer.Option(metavar="CURRICULUM", help="Bring this curriculum up to date by ids; nothing is taken out.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Turn a spreadsheet or another program's file into a curriculum or a framework, and name what is lost."""
    from alignkit.cli.exchange import ImportCall, run_import  # noqa: PLC0415 - each command loads what it needs

    call = ImportCall(file, format_, output, dry_run, mapping, flat(framework), losses, into, force)
    leave(lambda: run_import(call))


@exchange.command("export")
def export_(
    what: Annotated[str, typer.Argument(help="A curriculum file, or the id of a framework or a crosswalk.")],
    format_: Annotated[str, typer.Option("--format", help="The format: docs/exchange.md lists them.")],
    output: Annotated[
        str, typer.Option("--output", "-o", help="Write to this file, in one piece; standard output, if left out.")
    ] = "",
    losses: Annotated[str, typer.Option(help=_LOSSES)] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write a curriculum, a framework or a crosswalk in another program's format, and name what that cannot hold."""
    from alignkit.cli.exchange import ExportCall, run_export  # noqa: PLC0415 - each command loads what it needs

    call = ExportCall(what, format_, output, losses, force)
    leave(lambda: run_export(call))
