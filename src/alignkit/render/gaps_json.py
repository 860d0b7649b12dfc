"""What is missing, as data: the format `alignkit-gaps/1`, docs/formats/gaps-json.md."""

import json
from collections.abc import Iterable
from typing import Any

from alignkit.render.place import place
from alignkit.views.gap import GapItemView, GapView, PasteView, ProposalView
from alignkit.views.gaps import FrameworkGapsView, GapsView

FORMAT = "alignkit-gaps/1"


def render(views: Iterable[GapsView]) -> str:
    """Return the gaps as one JSON document, as many of them as the views have."""
    document = {"format": FORMAT, "curricula": [_curriculum(view) for view in views]}
    # In ASCII, so that no text of somebody's curriculum can steer the terminal that it is printed to.
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _curriculum(view: GapsView) -> dict[str, Any]:
    return {
        "id": view.id,
        "title": view.title,
        "file": view.file,
        "frameworks": [_framework(framework) for framework in view.frameworks],
        "total": view.total,
        "left_out": view.left_out,
        "gaps": [_gap(gap) for gap in view.gaps],
    }


def _framework(framework: FrameworkGapsView) -> dict[str, Any]:
    return {
        "framework": framework.id,
        "name": framework.name,
        "role": framework.role,
        "status": framework.status,
        "items": framework.total,
        "below": framework.below,
        "wanted": framework.wanted,
        "because": str(framework.because),
        "missed_targets": [str(target) for target in framework.targets],
        "unverified": framework.unverified,
    }


def _gap(gap: GapView) -> dict[str, Any]:
    return {
        "rank": gap.number,
        "step": gap.step,
        "missing": str(gap.missing),
        "profession": gap.profession,
        "outcomes": list(gap.outcomes),
        "items": [_item(item) for item in gap.items],
        "ranked_by": [str(reason) for reason in gap.rank],
        "proposals": [_proposal(proposal) for proposal in gap.proposals],
    }


def _item(item: GapItemView) -> dict[str, Any]:
    return {
        "item": item.ref,
        "framework": item.framework,
        "text": item.words,
        "verified": item.verified,
        "wanted": item.wanted,
    }


def _proposal(proposal: ProposalView) -> dict[str, Any]:
    return {
        "kind": proposal.kind,
        "what": str(proposal.what),
        "why": str(proposal.why),
        "effect": str(proposal.effect),
        "closed": proposal.closed,
        "snippets": [_paste(paste) for paste in proposal.pastes],
    }


def _paste(paste: PasteView) -> dict[str, Any]:
    return {"at": place(paste.at), "how": paste.way, "yaml": paste.text}
