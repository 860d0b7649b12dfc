"""`alignkit credential`: issues, verifies and bundles verifiable records, and makes a key to begin with."""

import os
import stat
from datetime import UTC, datetime

from msgspec import Struct

from alignkit.cli.extras import need
from alignkit.cli.files import write_new, write_whole
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.cli.stdout import flush_stdout, warn
from alignkit.errors import FileExists
from alignkit.render.style import Style, safe
from alignkit.views.credential import IssuedView

_EXTRA = "credentials"


class SigningCall(Struct, frozen=True):
    """What a call says of signing, as typed."""

    key: str
    form: str
    issuer: str = ""
    key_id: str = ""
    valid_from: str = ""
    valid_until: str = ""
    output: str = ""


def run_issue(curriculum: str, learner: str, call: SigningCall) -> int:
    """Write the learner's credential, and say what it states."""
    _ready("signing a credential")
    if call.form == "data-integrity":
        need("openbadgeslib", "data-integrity", "a Data Integrity proof")
    from alignkit.api.credential import Signing, issue  # noqa: PLC0415 - once it is known that its packages are there

    signing = Signing(**_signing(call))
    view = issue(tree_here(), typed_path(curriculum), typed_path(learner), signing, find_project())
    return _written(view, call)


def run_verify(file: str, issuer_key: str) -> int:
    """Print what was verified and what was not; return 0 for a valid credential, 1 for one that is not."""
    _ready("verifying a credential")
    from alignkit.api.credential import verify  # noqa: PLC0415 - once it is known that its packages are there
    from alignkit.render.credential import render_verified  # noqa: PLC0415 - only where it is asked for

    key = typed_path(issuer_key) if issuer_key else ""
    view = verify(tree_here(), typed_path(file), datetime.now(UTC), key)
    put(render_verified(view, typed_path(file), style_of_stdout()))
    return 0 if view.valid else 1


def run_bundle(files: tuple[str, ...], call: SigningCall, said: tuple[str, str, tuple[str, ...]]) -> int:
    """Write the record of the credentials; `said` is its title, its issuer's name, and the associations."""
    _ready("signing a record")
    from alignkit.api.credential import Signing, bundle  # noqa: PLC0415 - once it is known that its packages are there
    from alignkit.exchange.record.bundle import Chosen  # noqa: PLC0415 - the same

    signing, paths = Signing(**_signing(call)), [typed_path(file) for file in files]
    return _written(bundle(tree_here(), paths, signing, Chosen(*said), datetime.now(UTC)), call)


def _ready(what: str) -> None:
    for module in ("jwt", "cryptography", "pyld"):
        need(module, _EXTRA, what)


def _signing(call: SigningCall) -> dict[str, str]:
    """Return what the call says of signing; where it does not say from when, that is today."""
    _warn_of_readers(call.key)
    today = datetime.now(UTC).astimezone().date().isoformat()
    return {
        "key": typed_path(call.key),
        "form": call.form,
        "issuer": call.issuer,
        "key_id": call.key_id,
        "valid_from": call.valid_from or today,
        "valid_until": call.valid_until,
    }


def _warn_of_readers(key: str) -> None:
    """Say so where others on this machine can read the key, as far as the system tells."""
    try:
        mode = os.stat(key).st_mode  # noqa: PTH116
    except (OSError, ValueError):
        return
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        warn(safe(f"warning: others can read {typed_path(key)}, and sign in your name: chmod 600 it") + "\n")


def _written(view: IssuedView, call: SigningCall) -> int:
    """Write the credential to its file, or to standard output, and the account of it beside."""
    from alignkit.render.credential import render_issued  # noqa: PLC0415 - only where it is asked for

    if call.output:
        write_whole(call.output, view.text.encode())
        put(render_issued(view, typed_path(call.output), style_of_stdout()))
    else:
        put(view.text)
        flush_stdout()
        warn(render_issued(view, "", Style()))
    return 0


def run_new_key(file: str) -> int:
    """Write a new key where none is, readable by its owner alone, and say what others know it by."""
    _ready("making a key")
    from alignkit.exchange.proof.keys import new_key  # noqa: PLC0415 - once it is known that its packages are there

    key = new_key()
    try:
        write_new(file, key.pem)
    except FileExistsError:
        hint = "a key that is gone signs nothing any more: choose another name"
        raise FileExists(f"{typed_path(file)} is there already", hint=hint) from None
    put(f"Wrote {safe(typed_path(file))}: keep it to yourself, and keep a copy where you keep things that matter.\n")
    put(f"Others know it as {key.public.did}\n")
    return 0
