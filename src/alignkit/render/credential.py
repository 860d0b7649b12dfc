"""What is said of a credential: at issue what it states and leaves out, later what was verified and what was not."""

from collections.abc import Iterator, Sequence

from alignkit.render.style import Style, safe, wrapped
from alignkit.views.credential import IssuedView, VerificationView
from alignkit.wording import count, listed, shortened

_MOST = 30
_NAME = 120


def render_issued(view: IssuedView, file: str, style: Style) -> str:
    """Return the account of a credential or record just signed, "" being standard output."""
    lines = [
        *wrapped(f"{f'Wrote {file}' if file else 'Signed'}: {_short(view.name)}.", style.width, "", "  "),
        *_facts(
            {
                "form": view.form,
                "issuer": f"{_short(view.issuer_name)} ({view.issuer})" if view.issuer_name else view.issuer,
                "learner": view.learner,
                "valid from": view.valid_from,
            },
            style,
        ),
        *_stated(view, style),
        *_left_out(view, style),
    ]
    return "".join(f"{line}\n" for line in lines)


def _stated(view: IssuedView, style: Style) -> Iterator[str]:
    if view.credentials:
        yield from _list("Holds", view.credentials, style)
        yield from _list("Belonging together", view.associations, style)
        return
    if not view.whole:
        said = "Not every assessment that counts was passed: it is issued as a part, without type and credits."
        yield from wrapped(said, style.width)
    yield from wrapped(
        f"States {count(len(view.outcomes), 'outcome')}: {listed(view.outcomes)}.", style.width, "", "  "
    )
    items = f": {listed(view.items)}" if view.items else ""
    yield from wrapped(f"States {count(len(view.items), 'framework item')}{items}.", style.width, "", "  ")


def _left_out(view: IssuedView, style: Style) -> Iterator[str]:
    if not view.left_out:
        return
    yield style.paint(f"Not stated: {count(len(view.left_out), 'thing')}", "bold")
    for each in view.left_out[:_MOST]:
        yield from wrapped(f"{each.where}: {each.what}: {each.why}", style.width, "  ", "    ")
    if len(view.left_out) > _MOST:
        yield f"  and {len(view.left_out) - _MOST:,} more"


def render_verified(view: VerificationView, file: str, style: Style) -> str:
    """Return what was found of the credential in the file: the verdict first, then each check, then what is open."""
    verdict = style.paint("valid", "green", "bold") if view.valid else style.paint("NOT VALID", "red", "bold")
    lines = [f"{safe(file)}: {verdict}", *_verified(view, style, "")]
    return "".join(f"{line}\n" for line in lines)


def _verified(view: VerificationView, style: Style, indent: str) -> Iterator[str]:
    facts = {
        "what": f"{view.kind}: {_short(view.name)}" if view.name else view.kind,
        "form": view.form,
        "issuer": f"{_short(view.issuer_name)} ({_short(view.issuer)})" if view.issuer_name else _short(view.issuer),
        "learner": _short(view.learner),
        "valid from": _short(view.valid_from),
        "valid until": _short(view.valid_until),
    }
    yield from _facts(facts, style, indent)
    yield from _list("States" if view.valid else "States, though it is not valid", view.states, style, indent)
    if view.checks:
        yield f"{indent}Verified"
    for check in view.checks:
        sign = style.sign("✓", "ok") if check.passed else style.sign("✗", "NO")
        said = check.holds if check.passed else "; ".join(_short(fault) for fault in check.faults[:_MOST])
        yield from wrapped(f"{sign} {check.name}: {said}", style.width, f"{indent}  ", f"{indent}    ")
    yield from _list("Not verified", view.unverified, style, indent)
    for number, member in enumerate(view.members, 1):
        yield f"{indent}Credential {number}"
        yield from _verified(member, style, f"{indent}  ")


def _facts(facts: dict[str, str], style: Style, indent: str = "") -> Iterator[str]:
    for name, value in facts.items():
        if value:
            yield from wrapped(f"{name}: {value}", style.width, f"{indent}  ", f"{indent}    ")


def _list(title: str, entries: Sequence[str], style: Style, indent: str = "") -> Iterator[str]:
    if entries:
        yield f"{indent}{title}"
    for entry in entries[:_MOST]:
        yield from wrapped(entry, style.width, f"{indent}  - ", f"{indent}    ")
    if len(entries) > _MOST:
        yield f"{indent}  and {len(entries) - _MOST:,} more"


def _short(text: str) -> str:
    return shortened(text, _NAME)
