"""The words that files may use where a choice is closed, and what each of them means."""

from alignkit.model.located import Between, Closed, Form

ID = Form(
    r"[a-z0-9][a-z0-9._-]*", "a short id of lower-case letters, digits, dots and hyphens", "prep-ip-2023", names=True
)
CODE = Form(r"[^\s:,\[\]{}#]+", "a short code without spaces or colons", "LO1", names=True)
DATE = Form(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", "a date as year, year-month or year-month-day", "2026-11-23"
)
MOMENT = Form(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
    r"(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?)?)?",
    "a date as year, year-month or year-month-day, or with a time and its zone",
    "2026-11-23T09:30:00Z",
)
COUNTRY = Form(r"[A-Z]{2}|INT", "a country code of two capital letters (ISO 3166), EU or INT", "NO")
LANGUAGE = Form(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language code", "en")
URI = Form(
    r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+", "a URI", "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
)
IDENTITY_HASH = Form(
    r"sha256\$[0-9a-fA-F]{64}",
    "sha256$ and 64 hexadecimal digits",
    "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
)

SHARE = Between(0, 1)
PERCENT = Between(0, 100)
EQF_LEVEL = Between(1, 8)

CURRICULUM_KINDS = Closed(("micro-credential", "course", "module", "programme", "cpd-activity"))
CURRICULUM_STATUS = Closed(("draft", "approved", "retired"))
DELIVERY = Closed(("online", "blended", "in-person"))
PROVIDER_ROLES = Closed(("awarding-body", "provider", "coordinator", "partner"), own=True)
PROVIDER_TYPES = Closed(
    (
        "university",
        "college",
        "health-service",
        "professional-body",
        "regulator",
        "ministry",
        "employer",
        "non-governmental-organisation",
        "training-provider",
        "service-provider",
    ),
    own=True,
)
LEARNER_STAGES = Closed(("pre-registration", "postgraduate", "practising", "returning", "educator"))
FRAMEWORK_ROLES = Closed(("claim", "lens"))

BLOOM = Closed(("remember", "understand", "apply", "analyse", "evaluate", "create"))
DOMAINS = Closed(("knowledge", "skills", "attitudes"))
DEPTHS = Closed(("introduce", "reinforce", "master"))
STRENGTHS = Closed(("full", "partial"))
SETTINGS = Closed(("online", "classroom", "simulation", "practice", "community", "extracurricular"))
MODES = Closed(("synchronous", "asynchronous"))
INTERACTIONS = Closed(("about", "from", "with"))
LEARNER_LEVELS = Closed(("exposure", "immersion", "competence"))
PURPOSES = Closed(("formative", "summative"))
MILLER = Closed(("knows", "knows-how", "shows-how", "does"))
UNITS = Closed(("individual", "team"))
EVALUATION_LEVELS = Closed(("1", "2a", "2b", "3", "4a", "4b"))
BANDWIDTHS = Closed(("low", "medium", "high"))
REVIEWERS = Closed(
    ("subject-matter-expert", "instructional-designer", "peer", "practitioner", "service-user", "learner"), own=True
)
STAKEHOLDERS = Closed(
    ("practitioner", "service-user", "learner", "employer", "regulator", "educator", "community", "carer"), own=True
)
QUALITY_ASSURANCE = Closed(("internal", "external"))
RECOGNITION = Closed(("cpd-points", "credit-transfer", "licence-renewal", "employer", "exemption"), own=True)
STACKING = Closed(("independent", "stackable", "part-of"))

FRAMEWORK_KINDS = Closed(
    (
        "interprofessional",
        "regulator",
        "professional-body",
        "accreditor",
        "legislation",
        "intergovernmental",
        "quality",
    )
)
FRAMEWORK_STATUS = Closed(("current", "superseded", "withdrawn"))
TEXT_RIGHTS = Closed(("paraphrase", "codes-only", "verbatim"))
COMPLETENESS = Closed(("full", "partial", "upper-levels-only"))
CODE_ORIGINS = Closed(("official", "assigned"))

# As in SKOS; the order in which a reader decides: docs/crosswalks.md.
RELATIONS = Closed(("exact", "close", "broad", "narrow", "related"))
CROSSWALK_METHODS = Closed(("published", "expert", "suggested"))
CROSSWALK_STATUS = Closed(("draft", "reviewed"))

# What Open Badges 3.0 can call the identity of a person.
IDENTITY_TYPES = Closed(
    (
        "emailAddress",
        "name",
        "userName",
        "accountId",
        "nationalIdentityNumber",
        "identifier",
        "systemId",
        "sourcedId",
        "lisSourcedId",
        "oneRosterSourcedId",
        "sisSourcedId",
        "ltiUserId",
    )
)

CRITERION_NEEDS = Closed(("essential", "recommended"))
FAILING_VERDICTS = Closed(("partly met", "not met", "not evidenced"))
THRESHOLDS = Closed(("error", "warning", "info", "never"))
SEVERITIES = Closed(("error", "warning", "info"))
RULE_LEVELS = Closed(("error", "warning", "info", "off"))

PROFESSIONS = Closed(
    (
        "all",
        "allied-health",
        "audiology",
        "chiropractic",
        "community-health-work",
        "counselling",
        "dental-hygiene",
        "dental-technology",
        "dentistry",
        "dietetics",
        "early-childhood-education",
        "education",
        "emergency-medical-services",
        "exercise-physiology",
        "genetic-counselling",
        "health-administration",
        "health-informatics",
        "kinesiology",
        "law",
        "medical-laboratory-science",
        "medicine",
        "midwifery",
        "music-therapy",
        "nursing",
        "occupational-therapy",
        "optometry",
        "orthoptics",
        "osteopathy",
        "paramedicine",
        "pharmacy",
        "pharmacy-technology",
        "physician-assistance",
        "physiotherapy",
        "podiatry",
        "prosthetics-and-orthotics",
        "psychology",
        "public-health",
        "radiation-therapy",
        "radiography",
        "recreation-therapy",
        "respiratory-therapy",
        "social-care",
        "social-education",
        "social-work",
        "speech-and-language-therapy",
        "theology",
        "veterinary-medicine",
    ),
    own=True,
)
