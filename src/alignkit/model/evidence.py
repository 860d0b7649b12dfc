"""The parts of a curriculum that show its worth: evaluation, collaboration, credential, evidence."""

from typing import Annotated, ClassVar

from alignkit.model import vocabulary as words
from alignkit.model.located import Located


class Evaluation(Located, frozen=True, kw_only=True):
    """How the curriculum itself is evaluated."""

    level: Annotated[
        str,
        words.EVALUATION_LEVELS,
        "What is measured, by Kirkpatrick's levels as Barr adapted them: 1 reaction, 2a attitudes, 2b knowledge and "
        "skills, 3 behaviour, 4a organisational practice, 4b benefit to people.",
    ] = ""
    of: Annotated[str, "What is evaluated: the course, or the credential."] = "course"
    method: Annotated[str, "How."] = ""
    when: Annotated[str, "When or how often."] = ""
    responsible: Annotated[str, "Who answers for it."] = ""
    use: Annotated[str, "What is done with the results."] = ""
    scholarship: Annotated[str, "The research that studies its outcomes."] = ""


class CoDesign(Located, frozen=True, kw_only=True):
    """Somebody who took part in the design."""

    role: Annotated[str, words.STAKEHOLDERS, "As what they took part."]
    how: Annotated[str, "How."] = ""
    date: Annotated[str, words.DATE, "When."] = ""


class DesignReview(Located, frozen=True, kw_only=True):
    """A review of the design."""

    by: Annotated[str, words.REVIEWERS, "As what they reviewed."]
    date: Annotated[str, words.DATE, "When."] = ""
    outcome: Annotated[str, "What came of it."] = ""
    record: Annotated[str, "Where it is recorded."] = ""


class Collaboration(Located, frozen=True, kw_only=True):
    """Who designed and reviewed the curriculum with its authors."""

    co_design: Annotated[tuple[CoDesign, ...], "Who took part in the design."] = ()
    reviews: Annotated[tuple[DesignReview, ...], "Reviews of the design."] = ()


class Record(Located, frozen=True, kw_only=True):
    """The record that a learner takes away."""

    format: Annotated[str, "Its format, such as open-badge-3 or european-learning-model."] = ""
    verifiable: Annotated[bool | None, "Whether others can verify it."] = None
    portable: Annotated[bool | None, "Whether the learner can keep and share it."] = None


class QualityAssurance(Located, frozen=True, kw_only=True):
    """Quality assurance that stands behind the credential."""

    type: Annotated[str, words.QUALITY_ASSURANCE, "Internal or external."]
    body: Annotated[str, "Who assures it."] = ""


class Recognition(Located, frozen=True, kw_only=True):
    """Somebody who recognises the credential, and as what."""

    body: Annotated[str, "Who."]
    type: Annotated[str, words.RECOGNITION, "As what."] = ""
    value: Annotated[str, "How much."] = ""


class Credential(Located, frozen=True, kw_only=True):
    """The credential that is awarded."""

    record: Annotated[Record | None, "The record that a learner takes away."] = None
    quality_assurance: Annotated[tuple[QualityAssurance, ...], "What assures its quality."] = ()
    recognition: Annotated[tuple[Recognition, ...], "Who recognises it."] = ()
    stackable: Annotated[str, words.STACKING, "Whether it stands alone or builds towards another."] = ""
    supervision: Annotated[str, "Whether assessment is supervised and identity checked."] = ""


class Evidence(Located, frozen=True, kw_only=True):
    """A publication or record that the curriculum rests on."""

    short_for: ClassVar[str] = "id"

    id: Annotated[str, words.CODE, "The short id by which the curriculum cites it."]
    kind: Annotated[str, "What it is, such as scoping-review, guideline or own-data."] = ""
    citation: Annotated[str, "The full citation."] = ""
    doi: Annotated[str, "Its DOI."] = ""
    url: Annotated[str, "Where it is."] = ""
