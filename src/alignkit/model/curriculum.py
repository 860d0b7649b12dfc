"""`curriculum/1` and `module/1`: one course, module, programme or micro-credential."""

from typing import Annotated, ClassVar

from alignkit.model import vocabulary as words
from alignkit.model.evidence import Collaboration, Credential, Evaluation, Evidence
from alignkit.model.located import Located, Mention, OneOrMany


class Provider(Located, frozen=True, kw_only=True):
    """A body that awards, offers or supports the curriculum."""

    short_for: ClassVar[str] = "name"

    name: Annotated[str, "Its name."]
    role: Annotated[str, words.PROVIDER_ROLES, "What it does for the curriculum."] = ""
    type: Annotated[str, words.PROVIDER_TYPES, "What sort of body it is."] = ""
    country: Annotated[str, words.COUNTRY, "Where it is: ISO 3166."] = ""
    url: Annotated[str, "Its address on the web."] = ""


class LearnerProfession(Located, frozen=True, kw_only=True):
    """A profession whose learners take part."""

    short_for: ClassVar[str] = "id"

    id: Annotated[str, words.PROFESSIONS, "The profession."]
    stage: Annotated[str, words.LEARNER_STAGES, "Where in their career its learners are."] = ""


class Learners(Located, frozen=True, kw_only=True):
    """Who learns."""

    professions: Annotated[tuple[LearnerProfession, ...], "The professions that learn together."] = ()
    jurisdictions: Annotated[tuple[Annotated[str, words.COUNTRY], ...], "Where they are or will be licensed."] = ()
    group_size: Annotated[int | None, "How many learn together in one group."] = None
    description: Annotated[str, "Who else, in words."] = ""


class Workload(Located, frozen=True, kw_only=True):
    """How much work a learner is expected to do."""

    hours: Annotated[float | None, "Hours of work in all, contact and self-study."] = None
    ects: Annotated[float | None, "ECTS credits."] = None
    weeks: Annotated[float | None, "Weeks from start to end."] = None


class Level(Located, frozen=True, kw_only=True):
    """The level of the learning."""

    eqf: Annotated[int | None, words.EQF_LEVEL, "Level of the European Qualifications Framework, 1 to 8."] = None
    nqf: Annotated[str, "Level of a national qualifications framework."] = ""
    cycle: Annotated[str, "Cycle of the Bologna process (QF-EHEA)."] = ""


class Targets(Located, frozen=True, kw_only=True):
    """The share of a framework's leaf items, 0 to 1, that each step should reach."""

    claimed: Annotated[float | None, words.SHARE, "Share that an outcome aligns with."] = None
    taught: Annotated[float | None, words.SHARE, "Share that is claimed and addressed by an activity."] = None
    assessed: Annotated[float | None, words.SHARE, "Share that is taught and assessed."] = None
    evidenced: Annotated[float | None, words.SHARE, "Share that is assessed summatively, by stated criteria."] = None


class FrameworkUse(Located, frozen=True, kw_only=True):
    """A framework that the curriculum claims to align with, or is looked at through."""

    short_for: ClassVar[str] = "use"

    use: Annotated[str, "The framework's id."]
    role: Annotated[
        str, words.FRAMEWORK_ROLES, "`claim`: the provider says so. `lens`: a reader looks at it this way."
    ] = "claim"
    for_: Annotated[str, words.PROFESSIONS, "The profession it concerns."] = ""
    scope: Annotated[tuple[Mention, ...], "Only these branches of it."] = ()
    targets: Annotated[Targets | None, "How much of it should be covered."] = None


class Source(Located, frozen=True, kw_only=True):
    """The public description from which somebody else's curriculum was written down."""

    citation: Annotated[str, "What it is."]
    url: Annotated[str, "Where it is."] = ""
    note: Annotated[str, "What of it was not seen: absent here need not mean absent there."] = ""


class Need(Located, frozen=True, kw_only=True):
    """How the need for the curriculum was established."""

    method: Annotated[str, "How: a survey, a review, a consultation."] = ""
    summary: Annotated[str, "What was found."] = ""
    evidence: Annotated[tuple[Mention, ...], OneOrMany, "Ids of the evidence section."] = ()
    standard: Annotated[str, "The accreditor's or regulator's standard that asks for it."] = ""


class Commitment(Located, frozen=True, kw_only=True):
    """What somebody in charge has promised."""

    who: Annotated[str, "Who."]
    what: Annotated[str, "What."] = ""


class Rationale(Located, frozen=True, kw_only=True):
    """Why the curriculum exists, and what it is built on."""

    statement: Annotated[str, "The vision: what it aims to be and why."] = ""
    need: Annotated[Need | None, "The need it answers."] = None
    definition: Annotated[str, "Which definition of interprofessional education is used, such as who-2010."] = ""
    commitment: Annotated[tuple[Commitment, ...], "Who stands behind it."] = ()


class Review(Located, frozen=True, kw_only=True):
    """A review of an alignment."""

    by: Annotated[str, "Who."]
    date: Annotated[str, words.DATE, "When."] = ""


class Alignment(Located, frozen=True, kw_only=True):
    """An outcome's claim that it serves an item of a framework."""

    short_for: ClassVar[str] = "to"
    short_has_colon: ClassVar[bool] = True

    to: Annotated[str, "The item: framework-id:code."]
    depth: Annotated[str, words.DEPTHS, "How far the outcome takes the learner."] = ""
    strength: Annotated[str, words.STRENGTHS, "Whether it serves the whole item or part of it."] = "full"
    why: Annotated[str, "The reason."] = ""
    evidence: Annotated[tuple[Mention, ...], OneOrMany, "Ids of the evidence section."] = ()
    reviewed: Annotated[tuple[Review, ...], "Who confirmed it."] = ()


class Outcome(Located, frozen=True, kw_only=True):
    """An intended learning outcome."""

    id: Annotated[str, words.CODE, "Its short code."]
    text: Annotated[str, "What learners can do afterwards, beginning with a verb."]
    bloom: Annotated[str, words.BLOOM, "Its level in Bloom's revised taxonomy; read from the verb when left out."] = ""
    domain: Annotated[str, words.DOMAINS, "Whether it is knowledge, a skill or an attitude."] = ""
    interprofessional: Annotated[bool | None, "Whether it is about working across professions."] = None
    aligns: Annotated[tuple[Alignment, ...], OneOrMany, "The framework items that it serves."] = ()


class Theory(Located, frozen=True, kw_only=True):
    """An educational theory and how the design uses it."""

    short_for: ClassVar[str] = "name"

    name: Annotated[str, "The theory."]
    how: Annotated[str, "How the design uses it."] = ""
    evidence: Annotated[tuple[Mention, ...], OneOrMany, "Ids of the evidence section."] = ()


class Access(Located, frozen=True, kw_only=True):
    """What a learner needs to take part."""

    equipment: Annotated[str, "Devices and software."] = ""
    bandwidth: Annotated[str, words.BANDWIDTHS, "How much connection is needed."] = ""
    offline: Annotated[bool | None, "Whether there is a way without a connection."] = None
    accessibility: Annotated[str, "The accessibility standard followed."] = ""


class GroupDynamics(Located, frozen=True, kw_only=True):
    """How groups are made to work."""

    composition: Annotated[str, "How groups are put together."] = ""
    facilitation: Annotated[str, "Who facilitates, and how."] = ""
    feedback: Annotated[str, "How each learner gets feedback."] = ""


class Integration(Located, frozen=True, kw_only=True):
    """The place of the curriculum in a profession's own programme."""

    programme: Annotated[str, words.PROFESSIONS, "The profession whose programme it is part of."]
    how: Annotated[str, "Where it sits: a core module, a placement."] = ""


class Design(Located, frozen=True, kw_only=True):
    """How learning is designed."""

    theories: Annotated[tuple[Theory, ...], OneOrMany, "Educational theories used."] = ()
    strategies: Annotated[tuple[str, ...], OneOrMany, "Strategies, such as small-group or case-based."] = ()
    learner_centred: Annotated[str, "How learners shape their own learning."] = ""
    group_dynamics: Annotated[GroupDynamics | None, "How groups are made to work."] = None
    sequence: Annotated[str, "The order of the activities, and why."] = ""
    integration: Annotated[tuple[Integration, ...], "Its place in the professions' own programmes."] = ()
    access: Annotated[Access | None, "What a learner needs to take part."] = None


class Activity(Located, frozen=True, kw_only=True):
    """How something is learned."""

    id: Annotated[str, words.CODE, "Its short code."]
    title: Annotated[str, "Its name."] = ""
    type: Annotated[str, "What learners do, such as case-discussion or lecture."] = ""
    setting: Annotated[str, words.SETTINGS, "Where."] = ""
    mode: Annotated[str, words.MODES, "Whether learners are there at the same time."] = ""
    hours: Annotated[float | None, "Hours of work for one learner."] = None
    outcomes: Annotated[tuple[Mention, ...], OneOrMany, "Ids of the outcomes that it addresses."] = ()
    professions: Annotated[
        tuple[Annotated[str, words.PROFESSIONS], ...], OneOrMany, "The professions that attend; all, if left out."
    ] = ()
    interaction: Annotated[
        tuple[Annotated[str, words.INTERACTIONS], ...], OneOrMany, "Learning about, from and with each other."
    ] = ()
    level: Annotated[str, words.LEARNER_LEVELS, "The learners' level: exposure, immersion, competence."] = ""
    group_size: Annotated[int | None, "How many learn together."] = None
    facilitation: Annotated[str, "Who facilitates, and how."] = ""
    debrief: Annotated[bool | None, "Whether it ends with a debriefing."] = None


class Module(Located, frozen=True, kw_only=True):
    """A part of the curriculum; also a file of its own, `module/1`, in the folder `modules/`."""

    id: Annotated[str, words.CODE, "Its short code."]
    title: Annotated[str, "Its name."] = ""
    lead: Annotated[str, "Who leads it."] = ""
    stage: Annotated[str, "The stage or year of a programme that it belongs to."] = ""
    topics: Annotated[tuple[str, ...], "What it is about, where that is neither an outcome nor an activity."] = ()
    activities: Annotated[tuple[Activity, ...], "How things are learned, in order."] = ()


class Instrument(Located, frozen=True, kw_only=True):
    """A measuring instrument that an assessment uses."""

    short_for: ClassVar[str] = "name"

    name: Annotated[str, "Its name."]
    evidence: Annotated[tuple[Mention, ...], OneOrMany, "Ids of the evidence section."] = ()


class Assessment(Located, frozen=True, kw_only=True):
    """How learning is shown."""

    id: Annotated[str, words.CODE, "Its short code."]
    title: Annotated[str, "Its name."] = ""
    task: Annotated[str, "What learners have to do."] = ""
    purpose: Annotated[str, words.PURPOSES, "Whether it counts (summative) or only informs (formative)."] = ""
    method: Annotated[str, "The method, such as reflective-essay or osce."] = ""
    miller: Annotated[str, words.MILLER, "Its level in Miller's pyramid."] = ""
    unit: Annotated[str, words.UNITS, "Whether a learner or a team is assessed."] = ""
    hours: Annotated[float | None, "Hours of work for one learner."] = None
    outcomes: Annotated[tuple[Mention, ...], OneOrMany, "Ids of the outcomes that it assesses."] = ()
    criteria: Annotated[tuple[str, ...], OneOrMany, "The criteria, or a link to them."] = ()
    pass_: Annotated[str, "What it takes to pass."] = ""
    weight: Annotated[float | None, words.PERCENT, "Percent of the summative total."] = None
    instrument: Annotated[Instrument | None, "A measuring instrument it uses."] = None


class Dates(Located, frozen=True, kw_only=True):
    """When the curriculum runs."""

    start: Annotated[str, words.DATE, "The first day."] = ""
    end: Annotated[str, words.DATE, "The last day."] = ""


class Curriculum(Located, frozen=True, kw_only=True):
    """One course, module, programme or micro-credential."""

    id: Annotated[str, words.ID, "A short id, unique in your project."]
    title: Annotated[str, "Its title."]
    kind: Annotated[str, words.CURRICULUM_KINDS, "What it is."] = "course"
    status: Annotated[str, words.CURRICULUM_STATUS, "How far it has come."] = ""
    version: Annotated[str, "Its version; quote it."] = ""
    language: Annotated[str, words.LANGUAGE, "The language of teaching."] = ""
    source: Annotated[tuple[Source, ...], "Where it was written down from, if it is not your own."] = ()
    providers: Annotated[tuple[Provider, ...], "Who awards, offers and supports it."] = ()
    learners: Annotated[Learners | None, "Who learns."] = None
    prerequisites: Annotated[str, "What is needed to enrol."] = ""
    dates: Annotated[Dates | None, "When it runs."] = None
    workload: Annotated[Workload | None, "How much work it is."] = None
    level: Annotated[Level | None, "The level of the learning."] = None
    delivery: Annotated[str, words.DELIVERY, "How learners take part."] = ""
    topics: Annotated[tuple[str, ...], "What it is about, where that is neither an outcome nor an activity."] = ()
    frameworks: Annotated[tuple[FrameworkUse, ...], "The frameworks that it claims to align with."] = ()
    rationale: Annotated[Rationale | None, "Why it exists, and what it is built on."] = None
    outcomes: Annotated[tuple[Outcome, ...], "The intended learning outcomes."]
    design: Annotated[Design | None, "How learning is designed."] = None
    stages: Annotated[tuple[str, ...], "The stages or years of a programme, in order."] = ()
    modules: Annotated[tuple[Module, ...], "Its parts, in order."] = ()
    assessments: Annotated[tuple[Assessment, ...], "How learning is shown."] = ()
    evaluation: Annotated[tuple[Evaluation, ...], "How the curriculum itself is evaluated."] = ()
    collaboration: Annotated[Collaboration | None, "Who designed and reviewed it with you."] = None
    credential: Annotated[Credential | None, "The record that learners take away."] = None
    evidence: Annotated[tuple[Evidence, ...], "The publications and records that it rests on."] = ()
