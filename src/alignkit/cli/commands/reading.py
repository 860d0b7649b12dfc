"""The commands that show: trace, coverage, crosswalk, explain, rules; and those to begin with: init, schema."""

from typing import Annotated

import typer

from alignkit.cli.commands.options import LibraryFormat, flat, leave

reading = typer.Typer(rich_markup_mode=None)


@reading.command()
def trace(
    ref: Annotated[str, typer.Argument(help="A framework item, such as ipec-2023:TT4.")],
    paths: Annotated[list[str] | None, typer.Argument(help="Curriculum files or folders, as for check.")] = None,
) -> None:
    """Show every path that supports a framework item, or what breaks it."""
    from alignkit.cli.trace import run_trace  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_trace(ref, tuple(paths or ())))


@reading.command()
def coverage(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="CURRICULUM", help="Curriculum files or folders, as for check.")
    ] = None,
    framework: Annotated[list[str] | None, typer.Option(help="Only through this framework.")] = None,
    jurisdiction: Annotated[
        list[str] | None, typer.Option(help="Through every framework that applies there: IE, EU, INT, ...")
    ] = None,
    profession: Annotated[
        str, typer.Option(help="For learners of this profession, through every framework for them.")
    ] = "",
    format_: Annotated[LibraryFormat, typer.Option("--format", help="How to write it.")] = LibraryFormat.TEXT,
    output: Annotated[str, typer.Option("--output", "-o", help="Write to this file, in one piece.")] = "",
    all_: Annotated[bool, typer.Option("--all", help="List each inferred item with its path.")] = False,
) -> None:
    """Show one curriculum through many frameworks side by side, what is direct and what is inferred apart."""
    from alignkit.cli.coverage import CoverageCall, run_coverage  # noqa: PLC0415 - each command loads what it needs

    places = flat(jurisdiction)
    call = CoverageCall(tuple(paths or ()), flat(framework), places, profession, format_.value, output, all_)
    leave(lambda: run_coverage(call))


@reading.command()
def crosswalk(
    one: Annotated[str, typer.Argument(metavar="A", help="The framework to read from, by its id.")],
    other: Annotated[str, typer.Argument(metavar="B", help="The framework to read to.")],
    curriculum: Annotated[
        list[str] | None,
        typer.Option(help="Show what would be inferred for this curriculum; those of alignkit.yaml, if left out."),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Cut no list short.")] = False,
) -> None:
    """Show how the items of two frameworks correspond, with the reasons, and what a curriculum would infer."""
    from alignkit.cli.crosswalk import run_crosswalk  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_crosswalk(one, other, tuple(curriculum or ()), everything=all_))


@reading.command()
def explain(
    what: Annotated[str, typer.Argument(help="A rule such as C103, or an item such as ipec-2023:TT4.")],
) -> None:
    """Explain a rule, with its source and examples, or a framework item."""
    from alignkit.cli.explain import run_explain  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_explain(what))


@reading.command()
def rules() -> None:
    """List every rule, by family."""
    from alignkit.cli.explain import run_rules  # noqa: PLC0415 - each command loads what it needs

    leave(run_rules)


@reading.command()
def schema(
    kind: Annotated[
        str, typer.Argument(help="curriculum, framework, project, ...; all of them listed, if left out.")
    ] = "",
    output: Annotated[str, typer.Option("--output", "-o", help="Write to this file, in one piece.")] = "",
) -> None:
    """Print the JSON Schema of a kind of file, by which an editor explains and completes its keys."""
    from alignkit.cli.schema import run_schema  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_schema(kind, output))


@reading.command()
def init(
    folder: Annotated[str, typer.Argument(help="Where to start; this folder, if left out.")] = ".",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing and take the defaults.")] = False,
    from_: Annotated[
        str, typer.Option("--from", metavar="MAP", help="Start from a curriculum map: .xlsx, .ods or .csv.")
    ] = "",
    mapping: Annotated[str, typer.Option(help="A file import-mapping/1 that says how to read the map.")] = "",
    framework: Annotated[
        list[str] | None, typer.Option(help="The codes in the map are of this framework, such as ipec-2023.")
    ] = None,
) -> None:
    """Start a curriculum: a commented file to fill in, and the project file beside it."""
    if from_:
        from alignkit.cli.init_from import run_init_from  # noqa: PLC0415 - only where it is asked for

        leave(lambda: run_init_from(folder, from_, mapping, flat(framework)))
    from alignkit.cli.init import run_init  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_init(folder, ask=not yes))
