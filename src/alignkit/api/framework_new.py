"""`frameworks new`: a framework file started from a list."""

import re

from alignkit.errors import BadRequest
from alignkit.library.draft import grow
from alignkit.model.vocabulary import FRAMEWORK_KINDS, ID
from alignkit.source.lists import read_list
from alignkit.source.tree import Tree
from alignkit.views.draft import DraftView, Head
from alignkit.wording import did_you_mean, listed


def start_framework(tree: Tree, list_name: str, head: Head) -> DraftView:
    """Return the framework that a list amounts to; BadRequest where the list or the head does not fit."""
    if not re.fullmatch(ID.matches, head.id):
        raise BadRequest(f'"{head.id}" is no id', hint=f"an id is {ID.expected}, such as our-faculty-2026")
    kinds = FRAMEWORK_KINDS.words
    if head.kind and head.kind not in kinds:
        hint = f"there is {listed(kinds)}"
        raise BadRequest(f'no kind of framework is called "{head.kind}"{did_you_mean(head.kind, kinds)}', hint=hint)
    listing = read_list(tree, list_name)
    return DraftView(head, grow(listing), list_name, listing.columns, listing.unused)
