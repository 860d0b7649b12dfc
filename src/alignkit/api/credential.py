"""`credential`: issue one for a learner, verify one, bundle several into a record."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.api.scope import examine_paths
from alignkit.errors import BadRequest
from alignkit.exchange.badge.alignments import reservations
from alignkit.exchange.badge.award import award
from alignkit.exchange.badge.bodies import awarding_body
from alignkit.exchange.badge.credential import Dates
from alignkit.exchange.badge.texts import cleaned
from alignkit.exchange.losses import Loss
from alignkit.exchange.proof.instants import stamped
from alignkit.exchange.proof.keys import public_key, signing_key
from alignkit.exchange.proof.signer import Signer, signer_of
from alignkit.exchange.proof.verify import Asked, verify_data
from alignkit.exchange.record.bundle import Chosen, record_of
from alignkit.library.workspace import read_file, read_project
from alignkit.model.learner import Learner
from alignkit.rules.base import Source, Subject
from alignkit.rules.catalogue import about
from alignkit.rules.run import run
from alignkit.source.tree import Tree, foreign_bytes
from alignkit.views.credential import IssuedView, LeftOutView, VerificationView
from alignkit.wording import count


class Signing(Struct, frozen=True):
    """How to sign: the key's file, the form, who the issuer is ("": the key's `did:key`), which key of theirs, when."""

    key: str
    form: str = "vc-jwt"
    issuer: str = ""
    key_id: str = ""
    valid_from: str = ""
    valid_until: str = ""


def issue(tree: Tree, curriculum: str, learner: str, signing: Signing, project_file: str = "") -> IssuedView:
    """Return the signed credential of a learner, and what it states and leaves out.

    Raises BadRequest where a file is not what it should be, or nothing may be stated.
    """
    case, results = _case(tree, curriculum, project_file), _learner(tree, learner)
    signer = _signer(tree, signing)
    made = award(case, results, signer.issuer, signer.dates)
    document, changed = cleaned(made.document)
    return IssuedView(
        text=signer.sign(document),
        form=signer.form,
        name=document["name"],
        issuer=signer.issuer,
        issuer_name=awarding_body(case).name,
        learner=results.id or f"{made.document['credentialSubject']['identifier'][0]['identityType']}, hashed",
        valid_from=signer.dates.valid_from,
        outcomes=tuple(each.outcome.id for each in made.certified.outcomes),
        items=tuple(each.item.ref for each in made.certified.items),
        whole=made.whole,
        left_out=(
            *(LeftOutView(str(each.at), each.what, each.why) for each in made.left_out),
            *map(_loss, (*reservations(made.certified.items), *changed)),
        ),
    )


def verify(tree: Tree, file: str, now: datetime, issuer_key: str = "") -> VerificationView:
    """Return what was found of a credential; BadRequest where the file is none, or there is no key to verify it by."""
    key = public_key(foreign_bytes(tree, issuer_key), issuer_key) if issuer_key else None
    return verify_data(foreign_bytes(tree, file), Asked(now, key), file)


def bundle(tree: Tree, files: Sequence[str], signing: Signing, chosen: Chosen, now: datetime) -> IssuedView:
    """Return the signed record of several credentials of one learner, with how they belong together.

    Raises BadRequest where one of them is not valid, they are of several learners, or an association does not fit.
    """
    signer = _signer(tree, signing)
    found = [(file, foreign_bytes(tree, file)) for file in files]
    made = record_of(found, signer, chosen, Asked(now))
    return IssuedView(
        text=signer.sign(made.document),
        form=signer.form,
        name=made.document["name"],
        issuer=signer.issuer,
        issuer_name=chosen.issuer_name,
        learner=made.learner,
        valid_from=signer.dates.valid_from,
        credentials=made.names,
        associations=made.associations,
        left_out=tuple(map(_loss, made.losses)),
    )


def _loss(each: Loss) -> LeftOutView:
    return LeftOutView(each.where, each.what, each.why)


def _signer(tree: Tree, signing: Signing) -> Signer:
    """Return who signs, and from when to when it is valid; BadRequest where the call does not fit together."""
    begin, end = stamped(signing.valid_from), stamped(signing.valid_until) if signing.valid_until else ""
    for said, read in ((signing.valid_from, begin), (signing.valid_until, end)):
        if said and not read:
            hint = "write a day, 2026-11-26, or a time with its zone, 2026-11-26T09:30:00+01:00"
            raise BadRequest(f'"{said}" is no day', hint=hint)
    if end and end <= begin:
        raise BadRequest(f"it would be valid until {end}, before it begins", hint="give a later --valid-until")
    key = signing_key(foreign_bytes(tree, signing.key), signing.key)
    return signer_of(key, signing.issuer, signing.key_id, Dates(begin, end), signing.form)


def _case(tree: Tree, path: str, project_file: str) -> Case:
    """Return the one curriculum that a path holds; BadRequest where it holds another number."""
    project = read_project(tree, project_file)
    examination = examine_paths(tree, (path,), project)
    if examination.workspace.unparsed:
        raise BadRequest("this file cannot be read", where=path, hint="`alignkit check` says why, and where")
    if len(examination.curricula) != 1:
        found = count(len(examination.curricula), "curriculum", "curricula")
        raise BadRequest(f"it holds {found}", where=path, hint="name the file of the one that the learner passed")
    return examination.curricula[0].case


def _learner(tree: Tree, path: str) -> Learner:
    """Return the learner's file; BadRequest with the first thing that is wrong in it."""
    file = read_file(tree, path)
    findings = [each for result in run(about(Subject.SOURCE), Source(path, file.problems)) for each in result.findings]
    if findings:
        first, more = findings[0], len(findings) - 1
        others = f" (and {count(more, 'more mistake')})" if more else ""
        raise BadRequest(f"{first.message}{others}", where=str(first.at), hint=first.fix)
    if not isinstance(file.record, Learner):
        hint = "it begins with `alignkit: learner/1`; docs/formats/learner.md says how it goes on"
        raise BadRequest("this is no file of a learner's results", where=path, hint=hint)
    return file.record
