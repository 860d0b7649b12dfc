"""Changes to files as a patch that `git apply` takes."""

from collections.abc import Iterator


def patch_of(file: str, before: str, after: str) -> str:
    """Return the change of one file as a unified diff, line ends as they are in the file; "" where nothing changed."""
    return "".join(_lines_of(file, before, after)) if before != after else ""


def _lines_of(file: str, before: str, after: str) -> Iterator[str]:
    from difflib import unified_diff  # noqa: PLC0415 - only this needs it

    for line in unified_diff(_lines(before), _lines(after), f"a/{file}", f"b/{file}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return the lines as git counts them: only a line feed ends one."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
