"""The commands for whoever has to account for a curriculum: report, portfolio, gaps."""

from enum import Enum
from typing import Annotated

import typer

from alignkit.cli.commands.options import flat, leave

reporting = typer.Typer(rich_markup_mode=None)


# The formats are those of render.report.formats, as tests/unit/cli/test_option_names.py holds: to load that would cost
# each command Babel, and an Enum has to be written out.
class ReportFormatName(Enum):
    """How a report is written."""

    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    MD = "md"
    JSON = "json"


@reporting.command()
def report(
    curriculum: Annotated[
        str, typer.Argument(help="The curriculum's file or folder; the one of alignkit.yaml, if left out.")
    ] = "",
    for_: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="FRAMEWORK", help="Through this framework; those declared, if left out."),
    ] = None,
    jurisdiction: Annotated[
        list[str] | None, typer.Option(help="Through every current framework there for its professions: IE, EU, ...")
    ] = None,
    rubric: Annotated[list[str] | None, typer.Option(help="Judge by this rubric.")] = None,
    format_: Annotated[
        ReportFormatName | None, typer.Option("--format", help="How to write it; as the file's name says, or html.")
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", help="Write to this file, in one piece; - is standard output.")
    ] = "",
    language: Annotated[str, typer.Option(help="The language of the report: en, de.")] = "en",
    date: Annotated[str, typer.Option(help="A date to print on it; none, if left out.")] = "",
    template: Annotated[str, typer.Option(help="Your own Word file, whose styles and pages a docx takes.")] = "",
) -> None:
    """Write the accreditation report of one curriculum."""
    from alignkit.cli.report import ReportCall, run_report  # noqa: PLC0415 - each command loads what it needs

    call = ReportCall(
        path=curriculum,
        frameworks=flat(for_),
        jurisdictions=flat(jurisdiction),
        rubrics=flat(rubric),
        format=format_.value if format_ else "",
        output=output,
        language=language,
        date=date,
        template=template,
    )
    leave(lambda: run_report(call))


class PortfolioFormatName(Enum):
    """How a portfolio is written."""

    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    MD = "md"
    JSON = "json"
    PARQUET = "parquet"


@reporting.command()
def portfolio(
    paths: Annotated[list[str] | None, typer.Argument(help="Curriculum files or folders, as for check.")] = None,
    for_: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="FRAMEWORK", help="Through this framework; those each declares, if left out."),
    ] = None,
    jurisdiction: Annotated[
        list[str] | None, typer.Option(help="Through every current framework there for its professions: IE, EU, ...")
    ] = None,
    rubric: Annotated[list[str] | None, typer.Option(help="Judge by this rubric.")] = None,
    format_: Annotated[
        PortfolioFormatName | None, typer.Option("--format", help="How to write it; as the file's name says, or html.")
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", help="Write to this file, in one piece; - is standard output.")
    ] = "",
    language: Annotated[str, typer.Option(help="The language of the document: en, de.")] = "en",
    date: Annotated[str, typer.Option(help="A date to print on it; none, if left out.")] = "",
    jobs: Annotated[
        int, typer.Option(min=0, max=512, help="Share the work among so many processes; 0: all cores.")
    ] = 1,
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Have the work done by the Dask cluster whose scheduler is there.")
    ] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, not even on a terminal.")] = False,
) -> None:
    """Show many curricula together: programmes by frameworks, what rests on one alone, what is taught nowhere."""
    from alignkit.cli.portfolio import PortfolioCall, run_portfolio  # noqa: PLC0415 - each command loads what it needs

    call = PortfolioCall(
        paths=tuple(paths or ()),
        frameworks=flat(for_),
        jurisdictions=flat(jurisdiction),
        rubrics=flat(rubric),
        format=format_.value if format_ else "",
        output=output,
        language=language,
        date=date,
        jobs=jobs,
        scheduler=scheduler,
        quiet=quiet,
    )
    leave(lambda: run_portfolio(call))


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
