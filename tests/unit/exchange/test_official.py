"""Exports held to the official schemas and shapes, to linked data, and to programs that are not ours."""

import json
import subprocess
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from jsonschema import FormatChecker, validators
from jwt.algorithms import OKPAlgorithm
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier
from pyld import jsonld
from pyshacl import validate
from rdflib import RDF, Graph, URIRef
from tests.credentials import COURSE, DAY, ED25519, P256, case_of, learner_of, tree
from tests.shared import shared
from tests.tools import tool

from alignkit.api.credential import Signing, bundle, issue
from alignkit.exchange.badge.award import award
from alignkit.exchange.badge.credential import Dates
from alignkit.exchange.badge.texts import cleaned
from alignkit.exchange.elm import write as write_elm
from alignkit.exchange.open_badge import write as write_badge
from alignkit.exchange.proof import jose
from alignkit.exchange.proof.instants import stamped
from alignkit.exchange.proof.linked_data import context
from alignkit.exchange.record.bundle import Chosen
from alignkit.rules.examine import examine
from alignkit.source.tree import Folder

ROOT = Path(__file__).parents[3]
OB = "schemas/openbadges-clr/ob-v3p0/ob_v3p0_achievementcredential_schema.json"
CLR = "schemas/openbadges-clr/clr-v2p0/clr_v2p0_clrcredential_schema.json"
V1 = "https://www.w3.org/2018/credentials/v1"
ELM = "http://data.europa.eu/snb/model/context/edc-ap"
FILES = {
    V1: "schemas/openbadges-clr/contexts/2018-credentials-v1.jsonld",
    ELM: "schemas/elm/context/edc-ap-context.jsonld",
}
KINDS = ("Qualification", "LearningAchievementSpecification")


def whole(path: str):
    return examine(Folder(str(ROOT)), [path]).curricula[0].case


CASES = {
    "small": case_of,
    "a course": lambda: case_of(COURSE.replace("kind: micro-credential", "kind: course")),
    "bare": lambda: case_of(COURSE.replace("workload: {hours: 75, ects: 3}\nlevel: {eqf: 7}\ndelivery: online\n", "")),
    "complete": lambda: whole("examples/complete.yaml"),
}
each_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


@cache
def schema(path: str):
    return json.loads(shared(path).read_text(encoding="utf-8"))


def schema_faults(document, path: str) -> list[str]:
    cls = validators.validator_for(schema(path))
    checker = FormatChecker()
    assert not checker.conforms("2026-11-26", "date-time"), "formats are not checked"
    return [
        f"{fault.json_path}: {fault.message}"
        for fault in cls(schema(path), format_checker=checker).iter_errors(document)
    ]


def load(address, _options=None):
    document = json.loads(shared(FILES[address]).read_text()) if address in FILES else context(address)
    return {"contextUrl": None, "documentUrl": address, "document": document, "contentType": "application/ld+json"}


def dropped(document) -> list[str]:
    found: list[str] = []
    jsonld.expand(document, {"documentLoader": load}, on_property_dropped=found.append)
    return found


def awarded(case=case_of):
    case_ = case()
    passed = "".join(f"  - {{assessment: {name}, passed: true}}\n" for name in case_.assessments)
    identity = "identity: {value: ana@example.org, salt: 7d1a0c93c4f2be55}\n"
    learner = learner_of(f"alignkit: learner/1\n{identity}results:\n{passed}")
    return cleaned(award(case_, learner, ED25519.public.did, Dates(stamped(DAY))).document)[0]


@each_case
def test_the_template_is_an_open_badge_by_the_official_schema(case):
    document = json.loads(write_badge(case()).data)
    assert schema_faults(document, OB) == []
    assert dropped(document) == []


@each_case
def test_a_learners_credential_is_an_open_badge_by_the_official_schema(case):
    document = awarded(case)
    assert schema_faults(document, OB) == []
    assert dropped(document) == []


def test_the_schema_and_the_expansion_can_fail():
    document = awarded()
    assert schema_faults({**document, "validFrom": "2026-11-26"}, OB)
    assert dropped({**document, "strength": 1}) == ["strength"]


@pytest.mark.parametrize("key", [ED25519, P256], ids=["EdDSA", "ES256"])
def test_openbadgeslib_verifies_our_tokens_and_refuses_them_changed(key):
    token = issue(tree(key=key), "small.yaml", "ana.yaml", Signing("key.pem", valid_from=DAY)).text.strip()
    found = OB3Verifier.for_issuer_did(key.public.did).verify(token)
    assert (found.recipient_id, found.issuer.name) == ("did:example:ana", "Example University")
    header, payload, signature = token.split(".")
    with pytest.raises(OB3VerificationError):
        OB3Verifier.for_issuer_did(key.public.did).verify(f"{header}.{payload[:-6]}AAAAAA.{signature}")


def test_openbadgeslib_verifies_our_proofs_and_refuses_them_changed():
    signing = Signing("key.pem", form="data-integrity", valid_from=DAY)
    document = json.loads(issue(tree(), "small.yaml", "ana.yaml", signing).text)
    assert OB3LdpVerifier().verify(document).achievement.name == "Small course"
    assert schema_faults(document, OB) == []
    document["credentialSubject"]["achievement"]["name"] = "Large course"
    with pytest.raises(OB3VerificationError):
        OB3LdpVerifier().verify(document)


def test_a_record_is_one_by_the_official_schema():
    passed_one = "alignkit: learner/1\nid: did:example:ana\nresults: [{assessment: AS1, passed: true}]\n"
    proof = Signing("key.pem", form="data-integrity", valid_from=DAY)
    first = issue(tree(), "small.yaml", "ana.yaml", Signing("key.pem", valid_from=DAY)).text
    second = issue(tree(learner=passed_one), "small.yaml", "ana.yaml", proof).text
    chosen = Chosen(issuer_name="Example University", associations=("2 isPartOf 1",))
    signing = Signing("key.pem", valid_from=DAY)
    token = bundle(tree(a=first, b=second), ["a", "b"], signing, chosen, datetime.now(UTC)).text
    document = jose.take_apart(token.encode()).document
    assert schema_faults(document, CLR) == []
    assert dropped(document) == []


def graph(document) -> Graph:
    # Everything is in the default graph, of which N-Quads are N-Triples.
    text = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": load})
    return Graph().parse(data=text, format="nt")


@cache
def shapes() -> Graph:
    found = Graph()
    for name in ("EDC-generic-no-cv.ttl", "EDC-generic-full.ttl"):
        found.parse(shared(f"schemas/elm/shapes/{name}"))
    return found


def shape_faults(document) -> str:
    """Return what the shapes object to; an empty graph, or one without the thing itself, would pass them."""
    triples = graph(document)
    kinds = [URIRef(f"http://data.europa.eu/snb/model/elm/{kind}") for kind in KINDS]
    assert len(triples) > 50
    assert [str(node) for kind in kinds for node in triples.subjects(RDF.type, kind)] == [document["id"]]
    conforms, _, text = validate(triples, shacl_graph=shapes(), advanced=True)
    return "" if conforms else text


@each_case
def test_the_specification_conforms_to_the_shapes_of_the_eu(case):
    document = json.loads(write_elm(case()).data)
    assert shape_faults(document) == ""
    assert dropped(document) == []


def test_the_shapes_can_fail():
    document = json.loads(write_elm(case_of()).data)
    del document["title"]
    assert "title" in shape_faults(document)
    country = json.loads(write_elm(case_of()).data)
    (body,) = country["awardingOpportunity"]["awardingBody"]
    del body["location"]
    assert "location" in shape_faults(country)


PACKAGES = (
    "@digitalbazaar/vc@7.3.0",
    "@digitalbazaar/data-integrity@2.5.0",
    "@digitalbazaar/eddsa-rdfc-2022-cryptosuite@1.3.0",
    "@digitalbazaar/ed25519-multikey@1.3.1",
    "jose",
)
SCRIPT = """\
import {readFileSync} from 'node:fs';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {compactVerify, importJWK} from 'jose';
const {contexts, credential, token, jwk} = JSON.parse(readFileSync(0));
const method = credential.proof.verificationMethod, did = method.split('#')[0];
const multikey = await Ed25519Multikey.from({
  id: method, controller: did, publicKeyMultibase: method.split('#')[1], type: 'Multikey'});
const key = await multikey.export({publicKey: true, includeContext: true});
const documents = {...contexts, [method]: key, [did]: {
  '@context': ['https://www.w3.org/ns/did/v1'], id: did, assertionMethod: [key]}};
const documentLoader = async url => {
  if(!documents[url]) { throw new Error(`nothing is fetched: ${url}`); }
  return {contextUrl: null, documentUrl: url, document: documents[url]};
};
const suite = new DataIntegrityProof({cryptosuite});
const verified = async doc => (await vc.verifyCredential({credential: doc, suite, documentLoader})).verified;
const changed = structuredClone(credential);
changed.credentialSubject.achievement.name = 'Large course';
const {payload} = await compactVerify(token, await importJWK(jwk, 'EdDSA'));
console.log(JSON.stringify({
  valid: await verified(credential), changed: await verified(changed),
  token: JSON.parse(new TextDecoder().decode(payload)).credentialSubject.achievement.name}));
"""


@pytest.fixture(scope="module")
def node_modules(tmp_path_factory):
    npm, folder = tool("npm"), tmp_path_factory.mktemp("node")
    tool("node")
    (folder / "package.json").write_text('{"type": "module"}')
    command = [npm, "install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        pytest.skip("npm has not the packages of @digitalbazaar in its cache, and nothing is fetched")
    return folder


def test_the_packages_of_digital_bazaar_and_jose_verify_what_we_sign(node_modules):
    signing = Signing("key.pem", valid_from=DAY)
    token = issue(tree(), "small.yaml", "ana.yaml", signing).text.strip()
    proved = issue(tree(), "small.yaml", "ana.yaml", Signing("key.pem", form="data-integrity", valid_from=DAY)).text
    did = shared("schemas/openbadges-clr/contexts/did-v1.jsonld")
    multikey = shared("schemas/openbadges-clr/contexts/security-multikey-v1.json")
    question = {
        "credential": json.loads(proved),
        "token": token,
        "jwk": {"kty": "OKP", "crv": "Ed25519", "x": _x()},
        "contexts": {
            **{address: context(address) for address in json.loads(proved)["@context"]},
            "https://www.w3.org/ns/did/v1": json.loads(did.read_text()),
            "https://w3id.org/security/multikey/v1": json.loads(multikey.read_text()),
        },
    }
    (node_modules / "verify.mjs").write_text(SCRIPT)
    command = [tool("node"), "verify.mjs"]
    text = json.dumps(question)
    done = subprocess.run(
        command, cwd=node_modules, input=text, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert json.loads(done.stdout) == {"valid": True, "changed": False, "token": "Small course"}


def _x() -> str:
    return str(OKPAlgorithm.to_jwk(ED25519.public.key, as_dict=True)["x"])
