"""What an assessment's method can show, and what an activity's type asks of learners.

Methods are placed on Miller's pyramid (1990): recall shows that one knows, written work that one knows how, an
observed performance that one shows how, observation in practice that one does. What learners say about themselves
stands outside of it. Authors name methods in their own words, so a method is read by the words in it: that reading is
ours, and what an author states (`miller:`) goes before it. A name that is not recognised is unknown, and no rule
concludes anything from that.
"""

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import TypeVar

from alignkit.analysis.similarity import singular
from alignkit.model.curriculum import Assessment

Kind = TypeVar("Kind", bound=Enum)


class Method(Enum):
    """What an assessment's method shows; of those on Miller's pyramid the value is the word used there."""

    UNKNOWN = ""
    SELF_REPORT = "self-report"
    RECALL = "knows"
    WRITTEN = "knows-how"
    PERFORMANCE = "shows-how"
    PRACTICE = "does"


class Format(Enum):
    """How much an activity asks learners to do."""

    UNKNOWN = ""
    PASSIVE = "passive"
    INTERACTIVE = "interactive"
    PRACTICAL = "practical"


# The first kind that has one of its phrases in the name is taken, so the more telling kinds come first.
_METHODS = {
    Method.SELF_REPORT: (
        "self report, self reported, self assessment, self evaluation, self rating, self efficacy, self perceived, "
        "survey, questionnaire, attitude scale, satisfaction, ripls, iccas, isvs, spice r, ieps"
    ),
    Method.PRACTICE: (
        "workplace, work based, mini cex, dops, multisource feedback, multi source feedback, 360 degree, "
        "clinical observation, observation in practice, practice assessment, placement, preceptor, entrustable, epa"
    ),
    Method.PERFORMANCE: (
        "osce, tosce, itosce, ospe, simulation, simulated, standardised patient, standardized patient, role play, "
        "demonstration, presentation, performance, practical, skills test, skills station, observed, observation, "
        "peer assessment, peer evaluation, peer feedback, teamwork rating, facilitation, debate, interview, handover"
    ),
    Method.WRITTEN: (
        "essay, report, portfolio, reflection, reflective, journal, case study, case studies, case analysis, plan, "
        "project, assignment, paper, poster, thesis, dissertation, proposal, review, critique, log, logbook, diary, "
        "diaries, oral exam, oral examination, viva, script concordance, key feature, open book, take home, "
        "concept map, discussion post, blog"
    ),
    Method.RECALL: (
        "mcq, multiple choice, single best answer, sba, true false, quiz, quizzes, recall, knowledge test, matching, "
        "fill in the blank, gap fill, flashcards"
    ),
}
_FORMATS = {
    Format.PRACTICAL: (
        "simulation, simulated, role play, placement, practicum, clinical rotation, clinical training, clinical visit, "
        "clinical practice, in practice, bedside, skills lab, skills training, ward, service learning, fieldwork, "
        "internship, shadowing, standardised patient, standardized patient, home visit"
    ),
    Format.INTERACTIVE: (
        "discussion, case, group, workshop, seminar, tutorial, problem based, team based, inquiry, debate, forum, "
        "jigsaw, project, game, escape room, peer, interactive, reflection, debrief, exercise, assignment, "
        "collaborative, flipped, interview, world cafe"
    ),
    Format.PASSIVE: (
        "lecture, e lecture, reading, video, film, podcast, webinar, keynote, recording, slides, presentation, talk, "
        "demonstration, self study, screencast, e learning module"
    ),
}


def method_of(assessment: Assessment) -> Method:
    """Return what the assessment shows: its Miller level where that is stated, unless it is a self-report."""
    named = method_named(assessment.method or (assessment.instrument.name if assessment.instrument else ""))
    return Method(assessment.miller) if assessment.miller and named is not Method.SELF_REPORT else named


def is_self_report(method: str) -> bool:
    """Say whether a method of that name is what learners say about themselves."""
    return method_named(method) is Method.SELF_REPORT


def is_passive(activity_type: str) -> bool:
    """Say whether learners only listen, watch or read in an activity of that type."""
    return format_named(activity_type) is Format.PASSIVE


@lru_cache(maxsize=1_000)
def method_named(name: str) -> Method:
    """Return what a method of that name shows."""
    return _first(name, _METHODS, Method.UNKNOWN)


@lru_cache(maxsize=1_000)
def format_named(name: str) -> Format:
    """Return how much an activity of a type of that name asks learners to do."""
    return _first(name, _FORMATS, Format.UNKNOWN)


def _first(name: str, kinds: Mapping[Kind, str], otherwise: Kind) -> Kind:
    words = _words(name)
    found = (kind for kind, phrases in kinds.items() for phrase in phrases.split(",") if _words(phrase) in words)
    return next(found, otherwise)


@lru_cache(maxsize=1_000)
def _words(text: str) -> str:
    """Return the text's words in lower case, each between spaces and without a plural's s, to find phrases in."""
    letters = "".join(sign if sign.isalnum() else " " for sign in text.lower())
    return f" {' '.join(singular(word) for word in letters.split())} "
