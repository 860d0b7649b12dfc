"""The commands for whoever has to account for a curriculum: gaps."""

from enum import Enum
from typing import Annotated

import typer

from alignkit.cli.commands.options import flat, leave

reporting = typer.Typer(rich_markup_mode=None)


class GapsFormat(Enum):
    """How gaps are written."""

    TEXT = "text"
    JSON = "json"
    YAML = "yaml"


class StepName(Enum):
    """A step of the ladder."""

    CLAIMED = "claimed"
    TAUGHT = "taught"
    ASSESSED = "assessed"
    EVIDENCED = "evidenced"


@reporting.command()
def gaps(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="CURRICULUM", help="Curriculum files or folders, as for check.")
    ] = None,
    for_: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="FRAMEWORK", help="Of this framework; those declared, if left out."),
    ] = None,
    jurisdiction: Annotated[
        list[str] | None, typer.Option(help="Of every framework that applies there: IE, EU, INT, ...")
    ] = None,
    step: Annotated[
        StepName | None, typer.Option(help="How far items should get; the targets or `assessed`, if left out.")
    ] = None,
    format_: Annotated[GapsFormat, typer.Option("--format", help="How to write it.")] = GapsFormat.TEXT,
    output: Annotated[str, typer.Option("--output", "-o", help="Write to this file, in one piece.")] = "",
    all_: Annotated[bool, typer.Option("--all", help="Show every gap.")] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Show the first so many; 10, if left out, and in JSON all.")
    ] = None,
) -> None:
    """Rank what is missing, and propose where to close it, with lines to paste."""
    from alignkit.cli.gaps import GapsCall, run_gaps  # noqa: PLC0415 - each command loads what it needs

    call = GapsCall(
        paths=tuple(paths or ()),
        frameworks=flat(for_),
        jurisdictions=flat(jurisdiction),
        step=step.value if step else "",
        format=format_.value,
        output=output,
        all=all_,
        limit=limit,
    )
    leave(lambda: run_gaps(call))
