"""European Learning Model v3 out: the learning achievement specification, unsigned, as Europass has it."""

import json
from collections.abc import Iterator, Mapping

from alignkit.analysis.case import Case
from alignkit.analysis.certifiable import Certifiable, certifiable
from alignkit.analysis.microcredential import awarding_bodies
from alignkit.exchange.badge.alignments import unverified
from alignkit.exchange.badge.credential import something_shown
from alignkit.exchange.badge.criteria import elements
from alignkit.exchange.badge.names import web_address
from alignkit.exchange.badge.texts import cleaned
from alignkit.exchange.badge.unstated import left_out, missing_elements, uncounted, unstated
from alignkit.exchange.europass import vocabularies
from alignkit.exchange.europass.specification import NOTED, awarding, specification
from alignkit.exchange.formats import Exporter, Format
from alignkit.exchange.losses import Loss, Written

_PARTS: Mapping[str, str] = {
    "status": "a specification's status has words of its own",
    "version": "a specification has no version; its ids follow from it",
    "source": "a specification does not say where a curriculum was written down from",
    "learners": "target groups are terms of a vocabulary, and none is known for professions",
    "dates": "a specification is not of one run",
    "topics": "a specification says what is learned, not what is spoken of",
    "rationale": "only its statement is taken, as the description",
    "design": "the model has no place for how learning is designed",
    "stages": "the model has no place for the stages of a programme",
    "modules": "activities are stated by their title and hours",
    "evaluation": "the model has no place for how the curriculum is evaluated",
    "collaboration": "the model has no place for who designed the curriculum",
    "evidence": "the model means by evidence what a learner has made",
}


def write(case: Case) -> Written:
    """Return the specification as JSON-LD, and what of the curriculum or of the EU's elements it does not state.

    Raises BadRequest where nothing is assessed that could be stated.
    """
    certified = certifiable(case)
    something_shown(case, certified)
    document, changed = cleaned(specification(case, certified))
    losses = (
        *left_out(certified),
        *uncounted(case, certified),
        *missing_elements(case),
        *_without_a_term(case, certified),
        *_in_other_words(case),
        *unstated(case, _PARTS),
        *changed,
    )
    # In ASCII, so that no text of somebody's curriculum can steer the terminal that it is printed to.
    return Written((json.dumps(document, indent=2, ensure_ascii=True) + "\n").encode(), losses)


def _without_a_term(case: Case, certified: Certifiable) -> Iterator[Loss]:
    """Yield what the model wants said by terms that are not known, or the curriculum has no key for."""
    curriculum, level = case.curriculum, case.curriculum.level
    yield Loss("$.thematicArea", "the field of education (ISCED-F)", "a curriculum has no key for it")
    yield from unverified(certified.items, "its definition")
    if any(not web_address(each.item.item.identifier) for each in certified.items):
        yield Loss("$.learningOutcome", "addresses of framework items", "none is known; such ids lead nowhere")
    if curriculum.language and not vocabularies.language(curriculum.language):
        why = "no term of the EU's vocabulary is known for it; texts bear its code"
        yield Loss(str(curriculum.place("language")), f"language {curriculum.language}", why)
    if level and (level.nqf or level.cycle):
        yield Loss(str(level.at), "national level and cycle", "their terms in the EU's vocabularies are not known")
    for each in certified.assessments:
        if each.method:
            why = "the EU's vocabulary of assessment types is not at hand: it is said in words (category)"
            yield Loss(str(each.place("method")), f"method {each.method}", why)


def _in_other_words(case: Case) -> Iterator[Loss]:
    """Yield what the model cannot say as it is stated."""
    curriculum, said = case.curriculum, elements(case)
    if curriculum.workload and curriculum.workload.weeks:
        yield Loss(str(curriculum.workload.place("weeks")), "weeks", "a specification states hours and credits")
    for body in awarding_bodies(case):
        if body not in awarding(case):
            yield Loss(str(body.at), f"awarding body {body.name}", "the model has none without a country of its list")
    for name in NOTED:
        if said.get(name):
            why = "the model asks for more than is stated; it is said in a note"
            yield Loss(str(curriculum.place("credential")), name.lower(), why)


FORMAT = Format(
    "European Learning Model v3, learning achievement specification", (Exporter("curriculum", ".jsonld", write),)
)
