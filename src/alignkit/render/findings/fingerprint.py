"""What a finding is recognised by from one run to the next, whatever its line."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from alignkit.findings import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return a fingerprint for each finding, no two alike: made of its rule, its file and what it is about.

    Of findings that agree in all three, the first keeps the plain fingerprint and the next are counted from it,
    so that a line added above moves none of them.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        about = finding.subject or "\n".join(f"{key}={value}" for key, value in sorted(finding.facts.items()))
        key = f"{finding.code}\n{finding.at.file}\n{about}"
        number = seen[key]
        seen[key] += 1
        found.append(_digest(f"{key}\n{number}" if number else key))
    return found


def _digest(text: str) -> str:
    # A file's name may hold bytes that are no text.
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]
