"""`alignkit init --from`: a project begun from a curriculum map that is there already."""

from msgspec.structs import replace

from alignkit.api.exchange import ImportRequest, import_file
from alignkit.cli.exchange import opened
from alignkit.cli.init import Answers, curriculum_text, start
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import tree_here, typed_path
from alignkit.errors import BadRequest
from alignkit.render.exchange import render_import
from alignkit.source.edits import NotEditable
from alignkit.source.merging import merge


def run_init_from(folder: str, name: str, mapping: str, frameworks: tuple[str, ...]) -> int:
    """Write the commented starter with what the map says in its place, and say what was not carried over."""
    file = opened(typed_path(name), "")
    request = ImportRequest(typed_path(mapping) if mapping else "", frameworks)
    view = import_file(tree_here(), file, request)
    documents = [document for document in view.documents if document.kind == "curriculum/1"]
    if len(documents) != 1:
        asked = (f"{each.where}: {each.why}" for each in view.losses if each.helps)
        why = next(asked, "a mapping file says how an unusual layout is to be read")
        hint = f"{why}; `alignkit import` says what is in it"
        raise BadRequest("it holds no curriculum that could be understood", where=view.file, hint=hint)
    data = documents[0].data
    answers = Answers(
        title=str(data["title"]),
        kind=str(data.get("kind", "course")),
        professions=(),
        frameworks=tuple(use["use"] for use in data.get("frameworks", ())),
        # What the map does not say is left empty: nobody claims what nobody has said.
        language="",
        delivery="",
    )
    id_ = str(data["id"])
    try:
        text = merge(curriculum_text(answers, id_), f"{id_}.yaml", data).text
    except NotEditable:
        hint = "`alignkit import` writes what it says without the starter's comments, and says what is wrong with it"
        raise BadRequest("what it says cannot be put into the starter", where=view.file, hint=hint) from None
    start(folder, id_, text)
    # The places of the rules' remarks are those of the document alone: `check` says them of the file that was written.
    put(render_import(replace(view, findings=()), style_of_stdout()))
    return 0
