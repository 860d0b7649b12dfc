"""`alignkit credential`: what a user types, sees and is left with; a key is never among it."""

import base64
import json
import os
import stat
import sys

import pytest
from tests.credentials import COURSE, ED25519, LEARNER, OTHER_ED25519, P256
from tests.hostile import HOSTILE
from tests.loaded import loaded_by

from alignkit.cli import crash
from alignkit.cli.guard import guarded

DAY = ("--valid-from", "2026-01-15")
posix = pytest.mark.skipif(os.name != "posix", reason="only POSIX files have these permissions")


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a course, a learner's results, a key that only we can read, and its public half."""
    (tmp_path / "small.yaml").write_text(COURSE)
    (tmp_path / "ana.yaml").write_text(LEARNER)
    (tmp_path / "key.pem").write_bytes(ED25519.pem)
    (tmp_path / "key.pem").chmod(0o600)
    (tmp_path / "public.pem").write_bytes(ED25519.public.pem)
    return tmp_path


@pytest.fixture
def issue(alignkit, folder):
    """Return a function that issues the learner's credential in the folder."""
    fixed = ("credential", "issue", "small.yaml", "--learner", "ana.yaml", "--key", "key.pem")

    def run(*arguments: str, **surroundings: str):
        return alignkit(*fixed, *arguments, folder=folder, **surroundings)

    return run


def test_issue_and_verify(alignkit, issue):
    done = issue(*DAY, "--out", "ana.jwt")
    assert (done.status, done.err) == (0, "")
    assert "Wrote ana.jwt: Small course." in done.out
    assert "States 3 outcomes: LO1, LO2 and LO4." in done.out
    assert "States 4 framework items: ipec-2023:VE3, ipec-2023:C1, ipec-2023:C3" in done.out
    assert "outcome LO3: no assessment that counts addresses it (M108)" in done.out
    seen = alignkit("credential", "verify", "ana.jwt")
    assert (seen.status, seen.err) == (0, "")
    assert seen.out.startswith("ana.jwt: valid\n")
    assert "✓ signature" in seen.out
    assert "Not verified" in seen.out


def test_without_a_file_the_credential_is_all_that_stands_on_standard_output(alignkit, folder, issue):
    done = issue(*DAY)
    assert done.status == 0
    assert done.out.count(".") == 2
    assert done.out.count("\n") == 1
    assert "States 3 outcomes" in done.err
    (folder / "piped.jwt").write_text(done.out)
    assert alignkit("credential", "verify", "piped.jwt").status == 0


def test_the_same_call_gives_the_same_bytes(issue):
    assert issue(*DAY).out == issue(*DAY).out
    assert issue(*DAY, "--format", "data-integrity").out == issue(*DAY, "--format", "data-integrity").out


def test_a_proof_is_json(alignkit, folder, issue):
    done = issue(*DAY, "--format", "data-integrity", "-o", "ana.json")
    assert done.status == 0
    assert json.loads((folder / "ana.json").read_text())["proof"]["cryptosuite"] == "eddsa-rdfc-2022"
    assert alignkit("credential", "verify", "ana.json").status == 0


def test_a_changed_credential_is_not_valid(alignkit, folder, issue):
    issue(*DAY, "--out", "ana.jwt")
    text = (folder / "ana.jwt").read_text()
    header, payload, signature = text.split(".")
    said = json.loads(base64.urlsafe_b64decode(payload + "=="))
    said["name"] = "Large course"
    changed = base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")
    (folder / "ana.jwt").write_text(f"{header}.{changed}.{signature}")
    done = alignkit("credential", "verify", "ana.jwt")
    assert (done.status, done.err) == (1, "")
    assert done.out.startswith("ana.jwt: NOT VALID\n")
    assert "States, though it is not valid\n" in done.out
    assert "✗ signature: the signature is not that of the key over this text" in done.out


def test_a_key_from_the_issuer_decides(alignkit, folder, issue):
    issue(*DAY, "--out", "ana.jwt")
    assert alignkit("credential", "verify", "ana.jwt", "--issuer-key", "public.pem").status == 0
    (folder / "other.pem").write_bytes(OTHER_ED25519.public.pem)
    assert alignkit("credential", "verify", "ana.jwt", "--issuer-key", "other.pem").status == 1


def test_an_issuer_on_the_web_is_verified_by_the_key_that_is_given(alignkit, issue):
    web = ("--issuer", "did:web:u.example", "--key-id", "did:web:u.example#key-1")
    assert issue(*DAY, *web, "--out", "ana.jwt").status == 0
    done = alignkit("credential", "verify", "ana.jwt")
    assert (done.status, done.out) == (2, "")
    assert '"did:web:u.example" is not a key itself' in done.err
    assert "--issuer-key" in done.err
    assert alignkit("credential", "verify", "ana.jwt", "--issuer-key", "public.pem").status == 0


def test_a_credential_of_the_future_is_not_valid_yet(alignkit, issue):
    issue("--valid-from", "2999-01-01", "--out", "ana.jwt")
    done = alignkit("credential", "verify", "ana.jwt")
    assert done.status == 1
    assert "it is valid only from 2999-01-01T00:00:00Z" in done.out


def test_without_a_day_it_is_valid_from_today(alignkit, issue):
    issue("--out", "ana.jwt")
    assert alignkit("credential", "verify", "ana.jwt").status == 0


def test_several_make_a_record(alignkit, folder, issue):
    issue(*DAY, "--out", "a.jwt")
    (folder / "small.yaml").write_text(COURSE.replace("title: Small course", "title: Second course"))
    issue(*DAY, "--out", "b.json", "--format", "data-integrity")
    named = ("--title", "Ana's learning", "--issuer-name", "Example University", "--association", "2 isPartOf 1")
    done = alignkit("credential", "bundle", "a.jwt", "b.json", "--key", "key.pem", *DAY, *named, "--out", "all.jwt")
    assert (done.status, done.err) == (0, "")
    assert "Second course isPartOf Small course" in done.out
    seen = alignkit("credential", "verify", "all.jwt")
    assert seen.status == 0
    assert "Credential 2" in seen.out
    assert seen.out.count("✓ signature") == 3


def test_a_key_to_begin_with(alignkit, folder):
    done = alignkit("credential", "new-key", "mine.pem")
    assert (done.status, done.err) == (0, "")
    assert "did:key:z6Mk" in done.out
    made = folder / "mine.pem"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    before = made.read_bytes()
    again = alignkit("credential", "new-key", "mine.pem")
    assert again.status == 2
    assert "is there already" in again.err
    assert made.read_bytes() == before
    nowhere = alignkit("credential", "new-key", "no/such/mine.pem")
    assert (nowhere.status, "cannot write" in nowhere.err) == (2, True)
    command = ("credential", "issue", "small.yaml", "--learner", "ana.yaml", "--key", "mine.pem", "--out", "x.jwt")
    assert alignkit(*command, *DAY).status == 0
    assert alignkit("credential", "verify", "x.jwt").status == 0


@posix
def test_a_key_that_others_can_read_is_warned_of(folder, issue):
    (folder / "key.pem").chmod(0o640)
    done = issue(*DAY, "--out", "ana.jwt")
    assert done.status == 0
    assert done.err == "warning: others can read key.pem, and sign in your name: chmod 600 it\n"


REFUSED = {
    "no key": ({"key.pem": "nothing"}, (), "key.pem: this file holds no key that can sign"),
    "no such key": ({}, ("--key", "no.pem"), "no.pem: cannot read it: there is no such file"),
    "a folder": ({}, ("--key", "."), "cannot read it: it is a folder"),
    "a day that is none": ({}, ("--valid-from", "15.1.2026"), '"15.1.2026" is no day'),
    "the end before the beginning": (
        {},
        ("--valid-from", "2026-01-15", "--valid-until", "2026-01-15"),
        "before it begins",
    ),
    "an end that is no day": ({}, ("--valid-until", "soon"), '"soon" is no day'),
    "another issuer": ({}, ("--issuer", "https://u.example"), "is no did:web or did:key"),
    "no learner": ({"ana.yaml": COURSE}, (), "ana.yaml: this is no file of a learner's results"),
    "a learner's mistake": (
        {"ana.yaml": LEARNER.replace("passed", "pased")},
        (),
        'ana.yaml:4:23: "pased" is not a key that is known here (did you mean "passed"?) (and',
    ),
    "a learner's YAML": ({"ana.yaml": "a: [\n"}, (), "ana.yaml:"),
    "no results": ({"ana.yaml": LEARNER.partition("results")[0]}, (), "the learner did not pass AS1"),
    "no curriculum": ({"small.yaml": LEARNER}, (), "small.yaml: it holds 0 curricula"),
    "a broken curriculum": (
        {"small.yaml": "alignkit: curriculum/1\na: [\n"},
        (),
        "small.yaml: this file cannot be read",
    ),
    "nobody awards it": (
        {"small.yaml": COURSE.replace("role: awarding-body", "role: partner")},
        (),
        "no provider is said to award it",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_fit_is_unusable_and_leaves_nothing(case, folder, issue):
    files, options, message = REFUSED[case]
    for name, text in files.items():
        (folder / name).write_text(text)
    done = issue("--out", "ana.jwt", *options)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert not (folder / "ana.jwt").exists()


@pytest.mark.parametrize("text", ["", "hello", "{", "[]", "\x00", "{" * 10_000])
def test_what_is_no_credential_is_unusable(alignkit, folder, text):
    (folder / "a.jwt").write_text(text)
    done = alignkit("credential", "verify", "a.jwt")
    assert (done.status, done.out) == (2, "")
    assert "a.jwt: this is no credential" in done.err


@pytest.mark.parametrize("words", [HOSTILE[name] for name in ("colours", "a link for terminals", "text turned round")])
def test_a_credential_steers_no_terminal(alignkit, folder, words):
    document = {"name": words, "issuer": {"id": ED25519.public.did, "name": words}, words: words, "type": words}
    (folder / "a.json").write_text(json.dumps(document))
    done = alignkit("credential", "verify", "a.json")
    assert done.status == 1
    assert not any(sign in done.out + done.err for sign in "\x1b\x07\u202e\u2066")


def secrets(key) -> set[str]:
    """Return the private half of a key in every way in which it could be written out."""
    if key.algorithm == "EdDSA":
        raw = key.key.private_bytes_raw()
    else:
        raw = key.key.private_numbers().private_value.to_bytes(32, "big")
    body = key.pem.decode().split("-----")[2].strip()
    codes = (base64.b64encode, base64.urlsafe_b64encode)
    return {raw.hex(), raw.hex().upper(), str(int.from_bytes(raw, "big")), *body.split("\n")} | {
        code(raw).decode().rstrip("=") for code in codes
    }


@pytest.mark.parametrize("key", [ED25519, P256], ids=["Ed25519", "P-256"])
@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--format", "data-integrity"),
        ("--issuer", "https://u.example"),
        ("--valid-from", "never"),
        ("--out", "no/such/folder/a.jwt"),
        ("--out", "ana.jwt"),
    ],
    ids=" ".join,
)
def test_a_key_is_in_nothing_that_is_said_or_written(key, options, folder, issue):
    (folder / "key.pem").write_bytes(key.pem)
    done = issue(*options)
    written = "".join(
        path.read_text("utf-8", "replace") for path in folder.rglob("*") if path.is_file() and path.name != "key.pem"
    )
    for secret in secrets(key):
        assert secret not in done.out + done.err + written


def test_a_broken_key_is_not_repeated(folder, issue):
    for text in ('{"kty": "OKP", "crv": "Ed25519", "d": "c2VjcmV0LW1hdGVyaWFs"', "-----BEGIN x-----\nc2VjcmV0LW1h"):
        (folder / "key.pem").write_text(text)
        done = issue(*DAY)
        assert done.status == 2
        assert "c2VjcmV0" not in done.out + done.err


def test_a_report_of_a_fault_holds_no_values(folder, monkeypatch):
    """A crash while a key is at hand: the report shows lines of our code, and none of the values they held."""
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["alignkit", "credential", "issue", "--key", "key.pem"])

    def signing() -> int:
        key, data = ED25519, (folder / "key.pem").read_bytes()
        raise RuntimeError(f"a fault with {key!r} and {len(data)} bytes")

    assert guarded(signing) == 3
    (report,) = folder.glob("alignkit-crash-*.txt")
    text = report.read_text()
    assert "RuntimeError" in text
    for secret in secrets(ED25519):
        assert secret not in text
    assert crash.report_crash.__module__ == "alignkit.cli.crash"


def test_without_the_extra_a_word_says_how_to_get_it(alignkit, folder, issue):
    (folder / "sitecustomize.py").write_text(
        "import sys\nsys.modules['jwt'] = None\nsys.modules['openbadgeslib'] = None\n"
    )
    done = issue(*DAY, PYTHONPATH=str(folder))
    assert done.status == 2
    assert "signing a credential needs the package jwt, which is not installed" in done.err
    assert "pip install 'alignkit[credentials]'" in done.err
    (folder / "sitecustomize.py").write_text("import sys\nsys.modules['openbadgeslib'] = None\n")
    proof = issue(*DAY, "--format", "data-integrity", PYTHONPATH=str(folder))
    assert "pip install 'alignkit[data-integrity]'" in proof.err
    assert issue(*DAY, "--out", "ana.jwt", PYTHONPATH=str(folder)).status == 0
    (folder / "a.json").write_text(json.dumps({"issuer": ED25519.public.did, "proof": {}}))
    seen = alignkit("credential", "verify", "a.json", PYTHONPATH=str(folder))
    assert (seen.status, "alignkit[data-integrity]" in seen.err) == (2, True)


def test_no_other_command_loads_what_signing_needs(tmp_path):
    heavy = {"jwt", "cryptography", "pyld", "openbadgeslib", "rdflib"}
    (tmp_path / "small.yaml").write_text(COURSE)
    for arguments in (["check", "small.yaml"], ["rules"], ["credential", "--help"]):
        assert loaded_by(arguments, tmp_path) & heavy == set()
