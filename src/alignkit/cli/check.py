"""`alignkit check`: options in, one call, write, exit."""

from alignkit.api.check import CheckRequest, check
from alignkit.cli.light import CheckCall
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.render.findings.text import Detail, render
from alignkit.render.style import Style


def run_check(call: CheckCall) -> int:
    """Check what the call names, print or write what was found, and return the exit status."""
    request = CheckRequest(
        paths=tuple(typed_path(path) for path in call.paths),
        select=tuple(code.upper() for code in call.select),
        ignore=tuple(code.upper() for code in call.ignore),
        fail_on=call.fail_on,
        frameworks=call.framework,
        rubrics=call.rubric,
    )
    view = check(tree_here(), request, find_project())
    if call.format == "json":
        from alignkit.render.findings.json import render as render_json  # noqa: PLC0415 - only where it is asked for

        put(render_json(view), call.output)
    else:
        style = Style() if call.output else style_of_stdout()
        put(render(view, style, Detail(everything=call.all, quiet=call.quiet)), call.output)
    return view.status
