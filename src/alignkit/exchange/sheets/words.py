"""What people write above the columns of a map, in English, German and Norwegian, and what each column then holds."""

import re
from unicodedata import normalize

# Role -> the names of its column: lower case, without spaces, signs and a plural's s.
_NAMES = {
    "outcome-id": (
        "outcomeid outcomeno outcomenr outcomenumber outcomecode loid lono locode ploid plono ilono sloid "
        "cloid lernergebnisnr laringsutbyttenr objectiveno objectiveid"
    ),
    "outcome": (
        "outcome learningoutcome intendedlearningoutcome courseoutcome courselearningoutcome programoutcome "
        "programmeoutcome programlearningoutcome programmelearningoutcome studentlearningoutcome "
        "outcomestatement outcometext modulelearningoutcome unitlearningoutcome expectedlearningoutcome "
        "learningobjective objective lo ilo plo slo clo mlo ulo co lernergebnis lernziel laringsutbytte "
        "laringsmal"
    ),
    "bloom": (
        "bloom bloomlevel bloomslevel bloomtaxonomy bloomstaxonomy cognitivelevel cognitiveprocess taxonomy "
        "taxonomie taxonomylevel taxonomi"
    ),
    "interprofessional": "interprofessional ipe interprofesjonell interprofessionell",
    "ignore": "itemtext itemwording competencytext competencytitle standardtext",
    "domain": "learningdomain typeoflearning kompetenzart",
    "item": (
        "competency competence competencies subcompetency subcompetencie frameworkcode frameworkitem "
        "frameworkcompetency frameworkref frameworkreference frameworkmapping standard standardcode itemcode "
        "competencycode competencycodes competencyref domain alignment alignedto alignsto alignswith "
        "alignmentcode mapping mappedto mapsto item indicator element kompetenz kompetanse "
        "accreditationstandard"
    ),
    "framework": "framework frameworkid frameworkname competencyframework rahmenwerk rammeverk",
    "depth": (
        "depth level levelofcoverage irm irma ird idm levelirm ilevel coveragelevel coverage developmentlevel "
        "levelofdevelopment stufe niveau niva tiefe dybde alignmentlevel"
    ),
    "strength": "strength alignmentstrength degree extent starke styrke",
    "why": "why reason rationale justification begrundung begrunnelse",
    "module-id": ("coursecode courseno coursenumber moduleid modulecode moduleno courseid unitcode emnekode modulnr"),
    "module": (
        "course courses module unit coursetitle coursename moduletitle modulename session week block class "
        "kurs modul emne lehrveranstaltung"
    ),
    "activity-id": "activityid activitycode activityno",
    "activity": (
        "activity learningactivity teachingactivity teachingmethod learningexperience teachingandlearning "
        "lernaktivitat aktivitat aktivitet laringsaktivitet"
    ),
    "hours": "hours hour activityhours contacthour stunden timer",
    "assessment-id": "assessmentid assessmentcode assessmentno",
    "assessment": (
        "assessment assessmenttitle assessmenttask assessmentactivity assessmentitem studentassessment "
        "assignment exam evidenceoflearning prufung leistungsnachweis vurdering eksamen"
    ),
    "purpose": "purpose assessmentpurpose assessmenttype formativesummative zweck formal",
    "method": "method assessmentmethod prufungsform vurderingsform",
    "weight": "weight weighting assessmentweight percent percentage ofgrade gewicht gewichtung vekt vekting",
    "outcomes": (
        "outcomes outcomesassessed assessedoutcome learningoutcomesassessed outcomesaddressed outcomecovered "
        "losassessed los"
    ),
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}
# Names that mean an id where the column beside holds the words, else the thing itself.
_NUMBERS = frozenset(("id", "no", "nr", "number", "code", "codes", "ref", "num", "kode", "nummer"))
# Columns that sum up or comment: never part of a matrix.
_APART = frozenset(
    (
        *("total", "totals", "sum", "count", "note", "notes", "comment", "comments", "remark", "remarks", "credit"),
        *("credits", "ects", "semester", "year", "term", "faculty", "instructor", "lecturer", "responsible"),
        *("gesamt", "summe", "anmerkung", "merknad"),
    )
)
_AXES = {
    "outcome-id": "outcomes",
    "outcome": "outcomes",
    "outcomes": "outcomes",
    "item": "items",
    "framework": "items",
    "module-id": "modules",
    "module": "modules",
    "activity": "modules",
    "assessment-id": "assessments",
    "assessment": "assessments",
    "bloom": "bloom",
}
_LONGEST_NAME = 5
_TOTALS = re.compile(r"(?i)^(grand |sub)?total|^(summe|sum)\b")


def role_of(text: str) -> str:
    """Return what a column of that name holds, "number" for an id of whatever is beside it, "" where nobody can say."""
    name = _folded(text)
    if re.search(r"\d", re.sub(r"\([^)]*\)", "", text)):
        return ""  # `LO 1` is one of them, not what they are
    if name in _NUMBERS:
        return "number"
    return _ROLES.get(name) or _ROLES.get(name.removesuffix("s")) or _ROLES.get(name.removesuffix("es")) or ""


def is_code(text: str) -> bool:
    """Say whether a column of that name, with nothing beside it that it could number, holds codes of a framework."""
    return _folded(text) in ("code", "codes", "ref", "kode")


def is_apart(text: str) -> bool:
    """Say whether a column or row of that name sums up or comments what the others hold."""
    return _folded(text) in _APART or bool(_TOTALS.match(text.strip()))


def axis_of(text: str) -> str:
    """Return what an axis of that name is made of: outcomes, items, modules, assessments, bloom, or ""."""
    role = role_of(text)
    if role in _AXES:
        return _AXES[role]
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) > _LONGEST_NAME:
        return ""
    return next((axis for word in words if (axis := _AXES.get(role_of(word), ""))), "")


def _folded(text: str) -> str:
    """Return a name without case, accents, signs and what stands in brackets."""
    bare = re.sub(r"\([^)]*\)", "", text) or text
    plain = normalize("NFKD", bare.casefold().replace("æ", "a").replace("ø", "o").replace("ß", "ss"))
    return re.sub(r"[^a-z]", "", plain)
