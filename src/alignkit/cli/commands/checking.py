"""The commands that check: check, diff, baseline, watch, lsp."""

from enum import Enum
from typing import Annotated

import typer

from alignkit.cli.commands.options import FailOn, flat, leave
from alignkit.cli.light import CheckCall

checking = typer.Typer(rich_markup_mode=None)


class CheckFormat(Enum):
    """How `check` writes what it found."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
    MARKDOWN = "markdown"
    RDJSON = "rdjson"


@checking.command()
def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Curriculum files or folders; those of alignkit.yaml, or this folder, if left out."),
    ] = None,
    select: Annotated[list[str] | None, typer.Option(help="Show only these rules: C103, or C for all of C.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Leave these rules out.")] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="The least severity that makes the exit status 1.")] = None,
    framework: Annotated[list[str] | None, typer.Option(help="Look through this framework as well.")] = None,
    rubric: Annotated[list[str] | None, typer.Option(help="Judge by this rubric.")] = None,
    format_: Annotated[
        list[CheckFormat] | None,
        typer.Option("--format", help="How to write it; several, each with its --output."),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option("--output", "-o", help="Write to this file, in one piece; - is standard output."),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Cut no list short.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what fails the check, a line each.")] = False,
    against: Annotated[
        str, typer.Option(metavar="REV", help="Only what is new or lost since this git revision; main... for a branch.")
    ] = "",
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Show what the baseline accepts as well.")] = False,
    cache_dir: Annotated[str, typer.Option(metavar="FOLDER", help="Remember runs in this folder.")] = "",
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Check again, whatever is remembered.")] = False,
) -> None:
    """Say what is missing or wrong in curricula, how much of each framework they cover, and how good they are."""
    from alignkit.cli.check import run_check  # noqa: PLC0415 - each command loads what it needs

    call = CheckCall(
        paths=tuple(paths or ()),
        select=flat(select),
        ignore=flat(ignore),
        framework=flat(framework),
        rubric=flat(rubric),
        fail_on=fail_on.value if fail_on else "",
        format=tuple(each.value for each in format_ or ()),
        output=tuple(output or ()),
        all=all_,
        quiet=quiet,
        against=against,
        no_baseline=no_baseline,
        cache_dir=cache_dir,
        no_cache=no_cache,
    )
    leave(lambda: run_check(call))


class DiffFormat(Enum):
    """How `diff` writes what changed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


@checking.command()
def diff(
    base: Annotated[
        str, typer.Argument(help="A git revision, a folder or a file; main... is where this branch began.")
    ],
    head: Annotated[str, typer.Argument(help="The same; the working tree, if left out.")] = "",
    fail_on: Annotated[FailOn | None, typer.Option(help="The least severity of what is new that fails.")] = None,
    format_: Annotated[DiffFormat, typer.Option("--format", help="How to write it.")] = DiffFormat.TEXT,
    output: Annotated[str, typer.Option("--output", "-o", help="Write to this file, in one piece.")] = "",
) -> None:
    """Show what a change gains and loses: parts, coverage, verdicts, findings."""
    from alignkit.cli.diff import DiffCall, run_diff  # noqa: PLC0415 - each command loads what it needs

    call = DiffCall(base, head, fail_on.value if fail_on else "", format_.value, output)
    leave(lambda: run_diff(call))


@checking.command()
def baseline(
    paths: Annotated[list[str] | None, typer.Argument(help="Curriculum files or folders, as for check.")] = None,
    reason: Annotated[str, typer.Option(help="Why the findings may stay.")] = "",
    date: Annotated[str, typer.Option(help="When they were accepted; today, if left out.")] = "",
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file; that of alignkit.yaml, or .alignkit-baseline.yaml.")
    ] = "",
    prune: Annotated[bool, typer.Option("--prune", help="Take out entries for which nothing is found.")] = False,
) -> None:
    """Accept today's findings with a date and a reason, so that only new ones are shown."""
    from alignkit.cli.baseline import BaselineCall, run_baseline  # noqa: PLC0415 - each command loads what it needs

    call = BaselineCall(tuple(paths or ()), reason, date, output, prune)
    leave(lambda: run_baseline(call))


@checking.command()
def watch(
    paths: Annotated[list[str] | None, typer.Argument(help="Curriculum files or folders, as for check.")] = None,
) -> None:
    """Check again after each save, and show what that changed; Ctrl-C ends it."""
    from alignkit.cli.watch import run_watch  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_watch(tuple(paths or ())))


@checking.command()
def lsp(
    stdio: Annotated[bool, typer.Option("--stdio", hidden=True, help="The only way there is.")] = True,  # noqa: ARG001
) -> None:
    """Serve an editor (Language Server Protocol, on standard input and output); the editor starts it."""
    from alignkit.cli.lsp import run_lsp  # noqa: PLC0415 - each command loads what it needs

    leave(run_lsp)
