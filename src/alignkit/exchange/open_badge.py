"""Open Badges 3.0 out: a curriculum's achievement in an unsigned credential, which `credential issue` signs."""

import json
from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.certifiable import Certifiable, certifiable
from alignkit.analysis.microcredential import awarding_bodies
from alignkit.exchange.badge.achievement import in_language
from alignkit.exchange.badge.alignments import reservations
from alignkit.exchange.badge.credential import NOT_YET, template
from alignkit.exchange.badge.texts import cleaned
from alignkit.exchange.badge.unstated import left_out, missing_elements, uncounted, unstated
from alignkit.exchange.formats import Exporter, Format
from alignkit.exchange.losses import Loss, Written


def write(case: Case) -> Written:
    """Return the template as JSON-LD, and what of the curriculum it does not state.

    Raises BadRequest where nobody awards it, or nothing is assessed that could be stated.
    """
    document, changed = cleaned(template(case))
    certified = certifiable(case)
    losses = (
        *left_out(certified),
        *uncounted(case, certified),
        *missing_elements(case),
        *_reserved(case, certified),
        *unstated(case),
        *changed,
    )
    # In ASCII, so that no text of somebody's curriculum can steer the terminal that it is printed to.
    data = json.dumps(document, indent=2, ensure_ascii=True) + "\n"
    return Written(data.encode(), losses)


def _reserved(case: Case, certified: Certifiable) -> Iterator[Loss]:
    """Yield what a template leaves open, and what it can say only by half."""
    yield Loss("$.validFrom", "the day of issue", f"it is set when a credential is issued; until then {NOT_YET}")
    yield Loss("$.issuer.id", "the issuer's key", "it is set when a credential is issued")
    yield Loss("$.credentialSubject.id", "the learner", "a template is nobody's")
    yield from reservations(certified.items)
    curriculum = case.curriculum
    if curriculum.language and not in_language(curriculum.language):
        why = "Open Badges take a language, a script and a country; the criteria say it"
        yield Loss(str(curriculum.place("language")), f"language {curriculum.language}", why)
    for body in awarding_bodies(case)[1:]:
        why = "an achievement has one creator; the criteria name all of them"
        yield Loss(str(body.at), f"awarding body {body.name}", why)


FORMAT = Format("Open Badges 3.0 achievement, unsigned", (Exporter("curriculum", ".json", write),))
