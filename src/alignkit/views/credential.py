"""What is shown of a credential: what was stated and left out at issue, what was verified and what was not."""

from msgspec import Struct


class CheckView(Struct, frozen=True):
    """One thing that was looked at: what holds where it is right, and what is wrong otherwise."""

    name: str
    holds: str
    faults: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Say whether nothing is wrong."""
        return not self.faults


class VerificationView(Struct, frozen=True, kw_only=True):
    """What was found of a credential; `unverified` is what nobody looked at, or nobody can by looking at a file."""

    kind: str
    form: str
    name: str = ""
    issuer: str = ""
    issuer_name: str = ""
    learner: str = ""
    valid_from: str = ""
    valid_until: str = ""
    states: tuple[str, ...] = ()
    checks: tuple[CheckView, ...] = ()
    unverified: tuple[str, ...] = ()
    members: tuple["VerificationView", ...] = ()

    @property
    def valid(self) -> bool:
        """Say whether everything that was looked at is right, in its members as well."""
        return all(check.passed for check in self.checks) and all(member.valid for member in self.members)


class LeftOutView(Struct, frozen=True, order=True):
    """Something that a credential does not state, where it stands, and why not."""

    where: str
    what: str
    why: str


class IssuedView(Struct, frozen=True, kw_only=True):
    """A credential or record just signed: its text, and what it states and does not.

    `whole` says whether it is the whole achievement; `credentials` and `associations` are those of a record.
    """

    text: str
    form: str
    name: str
    issuer: str
    issuer_name: str
    learner: str
    valid_from: str
    outcomes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    associations: tuple[str, ...] = ()
    whole: bool = True
    left_out: tuple[LeftOutView, ...] = ()
