"""The commands of credentials: issue, verify, bundle; and a key to begin with."""

from enum import Enum
from typing import Annotated

import typer

from alignkit.cli.commands.options import leave

credential = typer.Typer(help="Verifiable records of learning.", no_args_is_help=True, rich_markup_mode=None)


class Form(Enum):
    """How a credential is signed."""

    VC_JWT = "vc-jwt"
    DATA_INTEGRITY = "data-integrity"


_Key = Annotated[str, typer.Option("--key", help="The file with your private key: JWK or PEM, Ed25519 or P-256.")]
_Issuer = Annotated[str, typer.Option(help="Your identifier: a did:web that you publish; the key itself, if left out.")]
_KeyId = Annotated[str, typer.Option(help="Which of the identifier's keys it is: did:web:example.org#key-1.")]
_From = Annotated[str, typer.Option(help="From when it is valid, 2026-11-26; today, if left out.")]
_Until = Annotated[str, typer.Option(help="Until when it is valid; for ever, if left out.")]
_Output = Annotated[
    str, typer.Option("--out", "--output", "-o", help="Write to this file, in one piece; standard output, if left out.")
]


@credential.command("issue")
def credential_issue(
    curriculum: Annotated[str, typer.Argument(help="The curriculum that the learner passed.")],
    learner: Annotated[str, typer.Option(help="The file with the learner's results: docs/formats/learner.md.")],
    key: _Key,
    output: _Output = "",
    form: Annotated[Form, typer.Option("--format", help="How to sign it.")] = Form.VC_JWT,
    issuer: _Issuer = "",
    key_id: _KeyId = "",
    valid_from: _From = "",
    valid_until: _Until = "",
) -> None:
    """Sign an Open Badge for a learner; it states only what an assessment that counts has shown of that learner."""
    from alignkit.cli.credential import SigningCall, run_issue  # noqa: PLC0415 - each command loads what it needs

    call = SigningCall(key, form.value, issuer, key_id, valid_from, valid_until, output)
    leave(lambda: run_issue(curriculum, learner, call))


@credential.command("verify")
def credential_verify(
    file: Annotated[str, typer.Argument(help="The credential or record: a JSON Web Token, or JSON with a proof.")],
    issuer_key: Annotated[
        str, typer.Option(help="The file with the issuer's public key, got in a way that you trust: JWK or PEM.")
    ] = "",
) -> None:
    """Verify signature, dates, form and meaning of a credential, offline, and say what that does not show."""
    from alignkit.cli.credential import run_verify  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_verify(file, issuer_key))


@credential.command("bundle")
def credential_bundle(
    files: Annotated[list[str], typer.Argument(help="Valid credentials of one learner.")],
    key: _Key,
    output: _Output = "",
    title: Annotated[str, typer.Option(help="What the record is called.")] = "",
    issuer_name: Annotated[str, typer.Option(help="Your name, as the record's issuer.")] = "",
    association: Annotated[
        list[str] | None, typer.Option(help='How two belong together, by the order of files: "2 isPartOf 1".')
    ] = None,
    issuer: _Issuer = "",
    key_id: _KeyId = "",
    valid_from: _From = "",
    valid_until: _Until = "",
) -> None:
    """Sign a Comprehensive Learner Record of several credentials, and how their achievements belong together."""
    from alignkit.cli.credential import SigningCall, run_bundle  # noqa: PLC0415 - each command loads what it needs

    call = SigningCall(key, Form.VC_JWT.value, issuer, key_id, valid_from, valid_until, output)
    leave(lambda: run_bundle(tuple(files), call, (title, issuer_name, tuple(association or ()))))


@credential.command("new-key")
def credential_new_key(
    file: Annotated[str, typer.Argument(help="The file to write, such as issuer.pem; nobody else may read it.")],
) -> None:
    """Make an Ed25519 key to sign with, in a file that only you can read."""
    from alignkit.cli.credential import run_new_key  # noqa: PLC0415 - each command loads what it needs

    leave(lambda: run_new_key(file))
