"""Every command with its options and help, as Typer knows it; what a command does is in a module of its own."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Annotated, NoReturn

import typer

from alignkit import __version__
from alignkit.cli.guard import guarded
from alignkit.cli.light import CheckCall, split

app = typer.Typer(
    name="alignkit",
    help="Check curricula against competency frameworks and the four characteristics of quality interprofessional "
    "education.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
frameworks = typer.Typer(help="The library of frameworks.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(frameworks, name="frameworks")


class FailOn(Enum):
    """The least severity that fails a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class CheckFormat(Enum):
    """How `check` writes what it found."""

    TEXT = "text"
    JSON = "json"


def run_app(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return its exit status."""
    try:
        app(list(arguments), prog_name="alignkit")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    return 0


def _leave(command: Callable[[], int]) -> NoReturn:
    """Run the command and leave; what stops it is turned into words here, before Typer sees it."""
    raise typer.Exit(guarded(command))


def _version(wanted: bool) -> None:  # noqa: FBT001 - Typer's callbacks are called so
    if wanted:
        typer.echo(f"alignkit {__version__}")
        raise typer.Exit


@app.callback()
def alignkit(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Check curricula against competency frameworks and the four characteristics of quality IPE."""


@app.command()
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
    format_: Annotated[CheckFormat, typer.Option("--format", help="How to write it.")] = CheckFormat.TEXT,
    output: Annotated[str, typer.Option("--output", "-o", help="Write to this file, in one piece.")] = "",
    all_: Annotated[bool, typer.Option("--all", help="Cut no list short.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what fails the check, a line each.")] = False,
) -> None:
    """Say what is missing or wrong in curricula, how much of each framework they cover, and how good they are."""
    from alignkit.cli.check import run_check  # noqa: PLC0415 - each command loads what it needs

    call = CheckCall(
        paths=tuple(paths or ()),
        select=_flat(select),
        ignore=_flat(ignore),
        framework=_flat(framework),
        rubric=_flat(rubric),
        fail_on=fail_on.value if fail_on else "",
        format=format_.value,
        output=output,
        all=all_,
        quiet=quiet,
    )
    _leave(lambda: run_check(call))


def _flat(texts: list[str] | None) -> tuple[str, ...]:
    return tuple(word for text in texts or () for word in split(text))


@app.command()
def trace(
    ref: Annotated[str, typer.Argument(help="A framework item, such as ipec-2023:TT4.")],
    paths: Annotated[list[str] | None, typer.Argument(help="Curriculum files or folders, as for check.")] = None,
) -> None:
    """Show every path that supports a framework item, or what breaks it."""
    from alignkit.cli.trace import run_trace  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_trace(ref, tuple(paths or ())))


@app.command()
def explain(
    what: Annotated[str, typer.Argument(help="A rule such as C103, or an item such as ipec-2023:TT4.")],
) -> None:
    """Explain a rule, with its source and examples, or a framework item."""
    from alignkit.cli.explain import run_explain  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_explain(what))


@app.command()
def rules() -> None:
    """List every rule, by family."""
    from alignkit.cli.explain import run_rules  # noqa: PLC0415 - each command loads what it needs

    _leave(run_rules)


@app.command()
def init(
    folder: Annotated[str, typer.Argument(help="Where to start; this folder, if left out.")] = ".",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing and take the defaults.")] = False,
) -> None:
    """Start a curriculum: a commented file to fill in, and the project file beside it."""
    from alignkit.cli.init import run_init  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_init(folder, ask=not yes))


@frameworks.command("list")
def frameworks_list(
    jurisdiction: Annotated[str, typer.Option(help="Only those that apply there: IE, EU, INT, ...")] = "",
    profession: Annotated[str, typer.Option(help="Only those for this profession.")] = "",
    kind: Annotated[str, typer.Option(help="Only those of this kind: interprofessional, regulator, ...")] = "",
) -> None:
    """List the frameworks, and how much of each has been verified."""
    from alignkit.cli.frameworks import run_list  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_list(jurisdiction, profession, kind))


@frameworks.command("show")
def frameworks_show(
    framework: Annotated[str, typer.Argument(help="The framework's id.")],
    branch: Annotated[str, typer.Argument(help="Only this branch, by its code.")] = "",
) -> None:
    """Show a framework: what it is, where it is from, and its tree."""
    from alignkit.cli.frameworks import run_show  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_show(framework, branch))


@frameworks.command("check")
def frameworks_check(
    paths: Annotated[list[str], typer.Argument(help="Framework, rubric or overlay files, or folders of them.")],
) -> None:
    """Check framework and rubric files against the rules of family F."""
    from alignkit.cli.frameworks import run_check_library  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_check_library(tuple(paths)))
