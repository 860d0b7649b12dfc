"""`alignkit check`: options in, one call, write, exit."""

from alignkit.api.check import CheckRequest, check
from alignkit.cli.cache.memory import Memory
from alignkit.cli.files import write_together
from alignkit.cli.light import CheckCall
from alignkit.cli.output import no_commands, put_data, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.errors import BadRequest
from alignkit.render.findings import DESCRIBING, FORMATS
from alignkit.render.findings.text import Detail, render
from alignkit.render.style import Style
from alignkit.source.witness import Witness
from alignkit.views.check import CheckView
from alignkit.wording import count

_STDOUT = "-"


def run_check(call: CheckCall, memory: Memory | None = None) -> int:
    """Check what the call names, print or write what was found, and return the exit status.

    What a plain call prints is kept in its memory, if it has one.
    """
    targets = _targets(call)
    request = CheckRequest(
        paths=tuple(typed_path(path) for path in call.paths),
        select=tuple(code.upper() for code in call.select),
        ignore=tuple(code.upper() for code in call.ignore),
        fail_on=call.fail_on,
        frameworks=call.framework,
        rubrics=call.rubric,
        no_baseline=call.no_baseline,
        describe=any(name in DESCRIBING for name, _ in targets),
    )
    witness, project = Witness(tree_here()), find_project()
    view = _since(call.against, request) if call.against else check(witness, request, project)
    texts = [(_rendered(view, name, file, call), file) for name, file in targets]
    write_together({file: text.encode() for text, file in texts if file})
    for text, file in texts:
        if not file:
            put_data(text)
    if memory:
        memory.keep(texts[0][0], view.status, project, witness)
    return view.status


def _since(revision: str, request: CheckRequest) -> CheckView:
    """Return what is new or lost since a revision."""
    from alignkit.cli.against import check_since  # noqa: PLC0415 - a plain check needs no git

    return check_since(revision, request)


def _targets(call: CheckCall) -> list[tuple[str, str]]:
    """Return each format with the file that it goes to, "" for standard output; BadRequest where that is unclear."""
    formats, files = call.format or ("text",), call.output
    if len(formats) == 1 and not files:
        return [(formats[0], "")]
    if len(formats) != len(files):
        hint = "give each --format its --output, in the same order; - is standard output"
        numbers = f"{count(len(formats), 'format')} and {count(len(files), 'output')}"
        raise BadRequest(f"{numbers} do not go together", hint=hint)
    if len(set(files)) < len(files):
        raise BadRequest("two formats would go to one output", hint="give each --format an --output of its own")
    return [(name, "" if file == _STDOUT else file) for name, file in zip(formats, files, strict=True)]


def _rendered(view: CheckView, name: str, file: str, call: CheckCall) -> str:
    if name in FORMATS:
        return FORMATS[name](view)
    detail = Detail(everything=call.all, quiet=call.quiet)
    return render(view, Style(), detail) if file else no_commands(render(view, style_of_stdout(), detail))
