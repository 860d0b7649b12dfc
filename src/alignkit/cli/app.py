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


class LibraryFormat(Enum):
    """How the library is written."""

    TEXT = "text"
    JSON = "json"


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
        format=tuple(each.value for each in format_ or ()),
        output=tuple(output or ()),
        all=all_,
        quiet=quiet,
        against=against,
        no_baseline=no_baseline,
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

    _leave(lambda: run_crosswalk(one, other, tuple(curriculum or ()), everything=all_))


@app.command()
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

    places = _flat(jurisdiction)
    call = CoverageCall(tuple(paths or ()), _flat(framework), places, profession, format_.value, output, all_)
    _leave(lambda: run_coverage(call))


class DiffFormat(Enum):
    """How `diff` writes what changed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


@app.command()
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
    _leave(lambda: run_diff(call))


@app.command()
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
    _leave(lambda: run_baseline(call))


@app.command()
def watch(
    paths: Annotated[list[str] | None, typer.Argument(help="Curriculum files or folders, as for check.")] = None,
) -> None:
    """Check again after each save, and show what that changed; Ctrl-C ends it."""
    from alignkit.cli.watch import run_watch  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_watch(tuple(paths or ())))


@app.command()
def lsp(
    stdio: Annotated[bool, typer.Option("--stdio", hidden=True, help="The only way there is.")] = True,  # noqa: ARG001
) -> None:
    """Serve an editor (Language Server Protocol, on standard input and output); the editor starts it."""
    from alignkit.cli.lsp import run_lsp  # noqa: PLC0415 - each command loads what it needs

    _leave(run_lsp)


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
def schema(
    kind: Annotated[
        str, typer.Argument(help="curriculum, framework, project, ...; all of them listed, if left out.")
    ] = "",
    output: Annotated[str, typer.Option("--output", "-o", help="Write to this file, in one piece.")] = "",
) -> None:
    """Print the JSON Schema of a kind of file, by which an editor explains and completes its keys."""
    from alignkit.cli.schema import run_schema  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_schema(kind, output))


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
    paths: Annotated[list[str], typer.Argument(help="Framework, rubric, crosswalk or overlay files, or folders.")],
) -> None:
    """Check framework, rubric and crosswalk files against the rules of family F."""
    from alignkit.cli.frameworks import run_check_library  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_check_library(tuple(paths)))


@frameworks.command("search")
def frameworks_search(
    words: Annotated[list[str], typer.Argument(help="Words in any inflection, or a code: conflict, TT4.")],
    framework: Annotated[list[str] | None, typer.Option(help="Only in this framework.")] = None,
    jurisdiction: Annotated[str, typer.Option(help="Only in those that apply there: IE, EU, INT, ...")] = "",
    profession: Annotated[str, typer.Option(help="Only in those for this profession.")] = "",
    kind: Annotated[str, typer.Option(help="Only in those of this kind: interprofessional, regulator, ...")] = "",
    limit: Annotated[int, typer.Option(help="How many items to show; 0 for all.")] = 10,
    format_: Annotated[LibraryFormat, typer.Option("--format", help="How to write it.")] = LibraryFormat.TEXT,
) -> None:
    """Find items across the library by words and by code, the best first."""
    from alignkit.cli.frameworks_search import SearchCall, run_search  # noqa: PLC0415 - each command loads what it needs

    call = SearchCall(tuple(words), _flat(framework), jurisdiction, profession, kind, limit, format_.value)
    _leave(lambda: run_search(call))


@frameworks.command("diff")
def frameworks_diff(
    before: Annotated[str, typer.Argument(help="A framework's id, such as ipec-2016.")],
    after: Annotated[str, typer.Argument(help="The one to compare it with, such as ipec-2023.")],
    format_: Annotated[LibraryFormat, typer.Option("--format", help="How to write it.")] = LibraryFormat.TEXT,
) -> None:
    """Show what became of each item from one edition to another: same, reworded, split, merged, withdrawn, new."""
    from alignkit.cli.frameworks_diff import run_diff  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_diff(before, after, format_.value))


@frameworks.command("migrate")
def frameworks_migrate(
    curriculum: Annotated[str, typer.Argument(help="A curriculum file, or a folder of them.")],
    before: Annotated[str, typer.Option("--from", help="The framework to leave, such as ipec-2016.")],
    after: Annotated[str, typer.Option("--to", help="The one to move to, such as ipec-2023.")],
    write: Annotated[bool, typer.Option("--write", help="Change the files; without it, only show the patch.")] = False,
) -> None:
    """Move a curriculum to another edition: what a crosswalk makes safe, the rest as questions in the file."""
    from alignkit.cli.frameworks_migrate import run_migrate  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_migrate(curriculum, before, after, write=write))


@frameworks.command("new")
def frameworks_new(
    file: Annotated[str, typer.Argument(help="The file to write, such as frameworks/our-2026.yaml.")],
    list_: Annotated[str, typer.Option("--from", help="The list: a table (.csv, .tsv), or indented text.")],
    id_: Annotated[str, typer.Option("--id", help="Its id; the file's name, if left out.")] = "",
    title: Annotated[str, typer.Option(help="Its title.")] = "",
    kind: Annotated[str, typer.Option(help="What sort of body published it: regulator, professional-body, ...")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
) -> None:
    """Start a framework file from a table (code, title, text, parent or level) or from indented text."""
    from alignkit.cli.frameworks_new import run_new  # noqa: PLC0415 - each command loads what it needs

    _leave(lambda: run_new(file, list_, (id_, title, kind, publisher)))
