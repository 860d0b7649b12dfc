"""The command `alignkit` as Typer knows it, put together from groups of commands."""

from collections.abc import Sequence
from typing import Annotated

import typer

from alignkit import __version__
from alignkit.cli.commands.checking import checking
from alignkit.cli.commands.credential import credential
from alignkit.cli.commands.exchange import exchange
from alignkit.cli.commands.frameworks import frameworks
from alignkit.cli.commands.reading import reading
from alignkit.cli.commands.reporting import reporting
from alignkit.cli.stdout import written

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
app.add_typer(checking)
app.add_typer(reading)
app.add_typer(reporting)
app.add_typer(exchange)
app.add_typer(frameworks, name="frameworks")
app.add_typer(credential, name="credential")


def run_app(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return its exit status."""
    try:
        # What Typer itself has to say, such as a help; what a command writes has been seen to before it comes here.
        written(lambda: app(list(arguments), prog_name="alignkit"))
    except SystemExit as left:
        # Interrupted while it reads the call or loads a command, Typer leaves by itself, each version in its way.
        stopped = left.__context__
        if isinstance(stopped, typer.Abort) or (stopped and isinstance(stopped.__cause__, KeyboardInterrupt)):
            raise KeyboardInterrupt from None
        return left.code if isinstance(left.code, int) else 0
    return 0


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
