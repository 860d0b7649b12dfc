"""Laws of credentials: what was issued is valid, whatever it says; what was changed is not, wherever it was."""

import base64
import json
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.credentials import COURSE, DAY, ED25519, NOW, P256, case_of, case_saying, learner_of, tree
from tests.hostile import HOSTILE
from tests.properties.test_coverage_laws import case_of as made_up
from tests.properties.test_coverage_laws import curricula

from alignkit.analysis.certifiable import certifiable
from alignkit.analysis.coverage import Step
from alignkit.api.credential import Signing, issue
from alignkit.errors import AlignkitError, BadRequest
from alignkit.exchange.badge.award import award
from alignkit.exchange.badge.credential import Dates
from alignkit.exchange.badge.texts import cleaned
from alignkit.exchange.proof.instants import stamped
from alignkit.exchange.proof.jose import take_apart
from alignkit.exchange.proof.signer import signer_of
from alignkit.exchange.proof.verify import Asked, verify_data
from alignkit.rules.microcredential.m108_claims_unassessed_competency import check as m108

thorough = settings(max_examples=60, deadline=None)
# Each of these is canonicalised as a graph, which takes a tenth of a second.
patient = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A body without a name awards nothing.
words = st.text(min_size=1).filter(str.strip)
LEARNER = learner_of()
BEGIN = Dates(stamped(DAY))
TOKEN = issue(tree(), "small.yaml", "ana.yaml", Signing("key.pem", valid_from=DAY)).text.strip()
PROVED = json.loads(
    issue(tree(), "small.yaml", "ana.yaml", Signing("key.pem", form="data-integrity", valid_from=DAY)).text
)


def is_valid(data: bytes) -> bool:
    """Say whether it is valid; what is refused as no credential at all is not."""
    try:
        return verify_data(data, Asked(NOW), "a").valid
    except AlignkitError:
        return False


def signed(words: str, key, form: str) -> bytes:
    document, _ = cleaned(award(case_saying(words), LEARNER, key.public.did, BEGIN).document)
    return signer_of(key, "", "", BEGIN, form).sign(document).encode()


@thorough
@given(words, st.sampled_from([ED25519, P256]))
def test_what_was_signed_as_a_token_is_valid_and_says_what_was_stated(words, key):
    data = signed(words, key, "vc-jwt")
    assert is_valid(data)
    expected, _ = cleaned(award(case_saying(words), LEARNER, key.public.did, BEGIN).document)
    assert take_apart(data).document == expected


@patient
@given(words)
def test_what_was_signed_with_a_proof_is_valid_and_says_what_was_stated(words):
    data = signed(words, ED25519, "data-integrity")
    assert is_valid(data)
    expected, _ = cleaned(award(case_saying(words), LEARNER, ED25519.public.did, BEGIN).document)
    assert {key: value for key, value in json.loads(data).items() if key != "proof"} == expected


@thorough
@given(st.integers(0, len(TOKEN) - 1), st.sampled_from("ABab01-_.=\n{é"))
def test_a_token_changed_in_any_character_is_not_valid(place, sign):
    changed = TOKEN[:place] + sign + TOKEN[place + 1 :]
    assert is_valid(changed.encode()) == (changed.strip() == TOKEN)


@thorough
@given(st.integers(0, len(TOKEN) - 1), st.integers(1, 40), st.booleans())
def test_a_token_with_a_piece_cut_out_or_doubled_is_not_valid(place, length, cut):
    piece = TOKEN[place : place + length]
    changed = TOKEN[:place] + ("" if cut else piece * 2) + TOKEN[place + length :]
    assert not is_valid(changed.encode())


def places(value, path=()):
    """Yield the path of every value in a document."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield (*path, key)
        yield from places(child, (*path, key))


def changed(document, path, random: Random):
    """Return the document with what stands at the path altered or taken away."""
    made = json.loads(json.dumps(document))
    holder = made
    for key in path[:-1]:
        holder = holder[key]
    value = holder[path[-1]]
    if random.random() < 0.3:
        del holder[path[-1]]
    elif isinstance(value, str):
        holder[path[-1]] = random.choice([value + "x", value[:-1], value.swapcase() + " ", {"a": value}])
    elif isinstance(value, bool | int | float):
        holder[path[-1]] = random.choice([value + 1, str(value) + "0"])
    elif isinstance(value, list):
        holder[path[-1]] = random.choice([[], value[1:] or ["x"], [*value, "x"]])
    else:
        holder[path[-1]] = random.choice([{}, {**value, "name": "x"}, "x", {**value, "unheard-of": "x"}])
    return made


@thorough
@given(st.sampled_from(list(places(take_apart(TOKEN.encode()).document))), st.randoms(use_true_random=False))
def test_a_token_with_any_field_changed_is_not_valid(path, random):
    header, payload, signature = TOKEN.split(".")
    said = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    again = base64.urlsafe_b64encode(json.dumps(changed(said, path, random)).encode()).decode().rstrip("=")
    assert not is_valid(f"{header}.{again}.{signature}".encode())


@patient
@given(st.sampled_from(list(places(PROVED))), st.randoms(use_true_random=False))
def test_a_proof_with_any_field_changed_is_not_valid(path, random):
    assert is_valid(json.dumps(PROVED).encode())
    assert not is_valid(json.dumps(changed(PROVED, path, random)).encode())


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "type", "@context", "@type", "proof", "name", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@patient
@given(st.sampled_from(list(places(PROVED))), anything)
def test_whatever_stands_in_it_is_refused_in_words(path, value):
    made = json.loads(json.dumps(PROVED))
    holder = made
    for key in path[:-1]:
        holder = holder[key]
    before, holder[path[-1]] = holder[path[-1]], value
    assert not is_valid(json.dumps(made).encode()) or value in (before, [before], {"id": before})
    unsigned = {key: value for key, value in made.items() if key != "proof"}
    assert not is_valid(json.dumps(unsigned).encode())


@pytest.mark.parametrize("form", ["vc-jwt", "data-integrity"])
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_signed_and_valid_or_refused_in_words(words, form):
    if len(words) > 20_000:
        with pytest.raises(BadRequest, match=r"longer than|cannot be signed so"):
            signed(words, ED25519, form)
    else:
        assert is_valid(signed(words, ED25519, form))


@thorough
@given(st.binary(max_size=300))
def test_whatever_the_file_holds_it_is_refused_in_words(data):
    assert not is_valid(data)


@settings(max_examples=100, deadline=None)
@given(curricula, st.sets(st.sampled_from(["AS0", "AS1", "AS2"])) | st.none())
def test_nothing_is_stated_that_coverage_or_m108_does_not_find_assessed(curriculum, passed):
    case = made_up({**curriculum, "kind": "micro-credential"})
    certified = certifiable(case, passed)
    objected = {hit.subject for hit in m108(case)}
    steps = {covered.item.ref: covered.step for coverage in case.coverage for covered in coverage.items}
    assert objected.isdisjoint(each.outcome.id for each in certified.outcomes)
    for stated in certified.items:
        assert steps.get(stated.item.ref, Step.ASSESSED) >= Step.ASSESSED
        assert objected.isdisjoint(outcome.id for outcome in stated.outcomes)
        assert any(link.alignment.strength == "full" for link in case.links if link.alignment.to == stated.item.ref)
    everything = {each.item.ref for each in certifiable(case).items}
    assert {each.item.ref for each in certified.items} <= everything


@settings(max_examples=100, deadline=None)
@given(curricula, st.sets(st.sampled_from(["AS0", "AS1", "AS2"])), st.sampled_from(["AS0", "AS1", "AS2"]))
def test_passing_one_more_assessment_never_takes_anything_away(curriculum, passed, more):
    case = made_up(curriculum)
    fewer, further = certifiable(case, passed), certifiable(case, {*passed, more})
    assert {each.item.ref for each in fewer.items} <= {each.item.ref for each in further.items}


@settings(max_examples=100, deadline=None)
@given(curricula)
def test_every_alignment_is_stated_or_named_with_its_reason(curriculum):
    case = made_up(curriculum)
    certified = certifiable(case)
    told = {each.item.ref for each in certified.items} | {each.what for each in certified.left_out if each.why}
    assert {link.alignment.to for link in case.links} <= told
    assert {f"outcome {name}" for name in case.outcomes} <= told | {
        f"outcome {each.outcome.id}" for each in certified.outcomes
    }


def test_the_course_of_these_laws_is_whole():
    assert award(case_of(COURSE), LEARNER, ED25519.public.did, BEGIN).whole
