"""Bloom's revised taxonomy: verbs and their levels, and verbs that no assessment can observe.

The six levels and the verbs of their nineteen processes are those of Anderson and Krathwohl (2001, pp. 67-68). Other
verbs stand where the lists that universities publish commonly put them. Those lists disagree: Stanny (2016) compared
30 of them and Newton, Da Silva and Peters (2020) 47, and many verbs are listed at several levels. So a verb here has
every level at which it is often listed, the usual one first. Which those are is our reading: no rule may lean on more
than a verb that is never listed near a level. Verbs to avoid follow Mager (1997) and Kennedy, Hyland and Ryan (2006).
"""

from collections.abc import Iterator
from functools import cache

from alignkit.analysis.similarity import word_set
from alignkit.model.vocabulary import BLOOM

RANK = {level: rank for rank, level in enumerate(BLOOM.words)}

# Its levels, the usual one first -> verbs. Each verb stands once, in British spelling.
_LISTED = {
    "remember": "cite define enumerate label list memorise name quote recall recite record repeat reproduce retrieve",
    "remember understand": "identify locate recognise state tell",
    "understand": (
        "abstract categorise clarify conclude describe discuss exemplify explain express extrapolate generalise infer "
        "instantiate interpolate paraphrase rephrase report restate rewrite subsume summarise translate"
    ),
    "understand apply": "illustrate interpret represent review",
    "understand analyse": "classify compare contrast map match predict relate",
    "apply": (
        "act administer answer apply ask assist attend calculate carry change communicate complete conduct consult "
        "contribute cooperate counsel deliver document employ enact engage execute exercise follow give greet help "
        "implement initiate instruct interview involve lead listen maintain mobilise obtain operate participate "
        "perform practise prescribe promote protect provide refer respond schedule screen seek share show sketch "
        "speak support take teach train treat use utilise work write"
    ),
    "apply understand": "convert demonstrate present",
    "apply analyse": "address experiment investigate solve",
    "apply evaluate": "advise advocate choose decide make manage mediate negotiate prevent reconcile resolve",
    "apply create": (
        "adapt adjust build collaborate develop facilitate foster improve modify prepare set strengthen tailor "
        "transfer transform"
    ),
    "analyse": (
        "analyse attribute break deconstruct diagram differentiate discriminate dissect distinguish examine focus "
        "inspect parse separate structure subdivide"
    ),
    "analyse remember evaluate": "select",
    "analyse evaluate": "appraise audit diagnose explore interrogate question reflect research",
    "analyse create": "arrange combine integrate organise",
    "analyse understand": "outline",
    "evaluate": "argue critique criticise debate defend evaluate judge justify rank rate recommend weigh",
    "evaluate analyse": "detect measure prioritise test validate verify",
    "evaluate apply": "challenge check coordinate estimate monitor",
    "evaluate analyse apply": "assess",
    "create": (
        "assemble author compose construct create design devise draft formulate generate hypothesise innovate invent "
        "originate plan propose reorganise synthesise"
    ),
    "create apply": "co-create co-design produce",
}
LEVELS: dict[str, tuple[str, ...]] = {
    verb: tuple(levels.split()) for levels, verbs in _LISTED.items() for verb in verbs.split()
}

# What nobody can see a learner do -> the level that is usually meant. Attitudes are shown by judging and defending
# (Kennedy, Hyland & Ryan 2006, on the affective domain).
UNMEASURABLE = {
    "know": "remember",
    "learn": "remember",
    "familiarise": "remember",
    "understand": "understand",
    "comprehend": "understand",
    "grasp": "understand",
    "appreciate": "evaluate",
    "believe": "evaluate",
    "enjoy": "evaluate",
    "feel": "evaluate",
    "internalise": "evaluate",
}
# The same as a state that one is in: "be aware of".
STATES = {
    "aware": "remember",
    "acquainted": "remember",
    "conscious": "remember",
    "exposed": "remember",
    "familiar": "remember",
}
# The same as something that one has or shows: "demonstrate an understanding of".
POSSESSIONS = {
    "appreciation": "appreciate",
    "awareness": "be aware of",
    "comprehension": "comprehend",
    "familiarity": "be familiar with",
    "grasp": "grasp",
    "insight": "understand",
    "knowledge": "know",
    "understanding": "understand",
}
_CARRIERS = (
    "achieve acquire broaden build deepen demonstrate develop display enhance exhibit gain have improve increase "
    "obtain possess show"
)

_INSTEAD = {
    "remember": ("name", "list", "identify"),
    "understand": ("explain", "summarise", "compare"),
    "apply": ("demonstrate", "use", "communicate"),
    "analyse": ("distinguish", "examine", "appraise"),
    "evaluate": ("justify", "defend", "prioritise"),
    "create": ("plan", "design", "formulate"),
}

# Words that are a noun at least as often: "the roles and support of others" asks for one thing, not two.
ALSO_NOUNS = word_set(
    "abstract address answer attribute audit author break challenge change check conduct contrast counsel critique "
    "debate design diagram document draft exercise experiment estimate focus help interview judge label lead list "
    "map match measure monitor name outline plan practise present question quote rank rate record refer report "
    "research review schedule screen separate set share show sketch state structure support test train transfer "
    "treat use work"
)

_ONLY_ISE = frozenset(("advise", "devise", "exercise"))
_DOUBLED = frozenset(("counsel", "infer", "label", "map", "plan", "refer", "set", "transfer"))


def instead_of(level: str) -> tuple[str, ...]:
    """Return verbs of the level that an assessment can observe."""
    return _INSTEAD[level]


@cache
def forms() -> dict[str, tuple[str, str]]:
    """Return each form of each verb, in both spellings, with the verb and which form it is: "", "s" or "ing"."""
    return dict(form for verb in (*LEVELS, *UNMEASURABLE) for form in _inflected(verb))


@cache
def carriers() -> frozenset[str]:
    """Return the forms of verbs that carry a noun, such as the "demonstrate" of "demonstrate knowledge"."""
    return frozenset(word for verb in _CARRIERS.split() for word, _ in _inflected(verb)) | {"has"}


def _inflected(verb: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for spelt in _spellings(verb):
        yield spelt, (verb, "")
        yield _with_s(spelt), (verb, "s")
        for word in _with_ing(spelt):
            yield word, (verb, "ing")


def _spellings(verb: str) -> tuple[str, ...]:
    if verb.endswith("yse") or (verb.endswith("ise") and verb not in _ONLY_ISE and verb != "practise"):
        return verb, f"{verb[:-2]}ze"
    return (verb, "practice") if verb == "practise" else (verb,)


def _with_s(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


def _with_ing(verb: str) -> tuple[str, ...]:
    if verb.endswith("e") and not verb.endswith("ee"):
        return (f"{verb[:-1]}ing",)
    return (f"{verb}ing", f"{verb}{verb[-1]}ing") if verb in _DOUBLED else (f"{verb}ing",)
