"""The commands of the library of frameworks."""

from typing import Annotated

import typer

from alignkit.cli.commands.options import LibraryFormat, flat, leave

frameworks = typer.Typer(help="The library of frameworks.", no_args_is_help=True, rich_markup_mode=None)


@frameworks.command("list")
def frameworks_list(
    jurisdiction: Annotated[str, typer.Option(help="Only those that apply there: IE, EU, INT, ...")] = "",
    profession: Annotated[str, typer.Option(help="Only those for this profession.")] = "",
    kind: Annotated[str, typer.Option(help="Only those of this kind: interprofessional, regulator, ...")] = "",
) -> None:
    """List the frameworks, and how much of each has been verified."""
    from alignkit.cli.frameworks import run_list  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_list(jurisdiction, profession, kind))


@frameworks.command("show")
def frameworks_show(
    framework: Annotated[str, typer.Argument(help="The framework's id.")],
    branch: Annotated[str, typer.Argument(help="Only this branch, by its code.")] = "",
) -> None:
    """Show a framework: what it is, where it is from, and its tree."""
    from alignkit.cli.frameworks import run_show  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_show(framework, branch))


@frameworks.command("check")
def frameworks_check(
    paths: Annotated[list[str], typer.Argument(help="Framework, rubric, crosswalk or overlay files, or folders.")],
) -> None:
    """Check framework, rubric and crosswalk files against the rules of family F."""
    from alignkit.cli.frameworks import run_check_library  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_check_library(tuple(paths)))


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

    call = SearchCall(tuple(words), flat(framework), jurisdiction, profession, kind, limit, format_.value)
    leave(lambda: run_search(call))


@frameworks.command("diff")
def frameworks_diff(
    before: Annotated[str, typer.Argument(help="A framework's id, such as ipec-2016.")],
    after: Annotated[str, typer.Argument(help="The one to compare it with, such as ipec-2023.")],
    format_: Annotated[LibraryFormat, typer.Option("--format", help="How to write it.")] = LibraryFormat.TEXT,
) -> None:
    """Show what became of each item from one edition to another: same, reworded, split, merged, withdrawn, new."""
    from alignkit.cli.frameworks_diff import run_diff  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_diff(before, after, format_.value))


@frameworks.command("migrate")
def frameworks_migrate(
    curriculum: Annotated[str, typer.Argument(help="A curriculum file, or a folder of them.")],
    before: Annotated[str, typer.Option("--from", help="The framework to leave, such as ipec-2016.")],
    after: Annotated[str, typer.Option("--to", help="The one to move to, such as ipec-2023.")],
    write: Annotated[bool, typer.Option("--write", help="Change the files; without it, only show the patch.")] = False,
) -> None:
    """Move a curriculum to another edition: what a crosswalk makes safe, the rest as questions in the file."""
    from alignkit.cli.frameworks_migrate import run_migrate  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_migrate(curriculum, before, after, write=write))


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

    leave(lambda: run_new(file, list_, (id_, title, kind, publisher)))
