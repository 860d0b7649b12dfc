"""A curriculum through many frameworks, as data: the format `alignkit-coverage/1`, docs/formats/coverage-json.md."""

import json
from collections.abc import Iterable
from typing import Any

from alignkit.views.crosswalk import InferredView
from alignkit.views.through import LadderView, MatrixView, ThroughView

FORMAT = "alignkit-coverage/1"
_STEPS = ("claimed", "taught", "assessed", "evidenced")


def render(views: Iterable[MatrixView]) -> str:
    """Return the tables as one JSON document; every inferred and related item comes with its path."""
    document = {"format": FORMAT, "curricula": [_matrix(view) for view in views]}
    # In ASCII, so that no text of somebody's curriculum can steer the terminal that it is printed to.
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _matrix(view: MatrixView) -> dict[str, Any]:
    return {
        "id": view.id,
        "title": view.title,
        "file": view.file,
        "jurisdiction": view.jurisdiction,
        "profession": view.profession,
        "frameworks": [_framework(framework) for framework in view.frameworks],
        "crosswalks": [{"id": name, "status": status} for name, status in view.crosswalks],
    }


def _framework(framework: ThroughView) -> dict[str, Any]:
    return {
        "framework": framework.id,
        "name": framework.name,
        "role": framework.role,
        "jurisdictions": list(framework.jurisdictions),
        "scope": list(framework.scope),
        "items": framework.total,
        "partial_only": framework.partial_only,
        "unverified": framework.unverified,
        **_ladder(framework.ladder),
        "professions": [{"profession": name, **_ladder(ladder)} for name, ladder in framework.professions],
        "inferred_items": [_inferred(row) for row in framework.inferred],
        "related_items": [_inferred(row) for row in framework.related],
    }


def _ladder(ladder: LadderView) -> dict[str, Any]:
    return {
        "direct": dict(zip(_STEPS, ladder.direct, strict=True)),
        "inferred": dict(zip(_STEPS, ladder.inferred, strict=True)),
        "related": ladder.related,
    }


def _inferred(row: InferredView) -> dict[str, Any]:
    return {
        "item": row.item.ref,
        "text": row.item.words,
        "verified": row.item.verified,
        "relation": row.path.relation,
        "step": row.step,
        "from": row.path.origin,
        "path": [
            {
                "relation": leg.relation,
                "item": leg.end,
                "crosswalk": leg.crosswalk,
                "status": leg.status,
                "note": leg.note,
            }
            for leg in row.path.legs
        ],
        "other_origins": row.others,
    }
