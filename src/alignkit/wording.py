"""How alignkit counts, lists, shortens and guesses in words."""

from collections.abc import Collection, Iterable, Iterator

_LOOK_ALIKE = str.maketrans({"o": "0", "l": "1", "i": "1", "_": "", " ": "", "-": "", "–": "", "—": ""})  # noqa: RUF001
_TYPOGRAPHIC = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})  # noqa: RUF001
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_."
# difflib compares every sign with every candidate; past this much it would take longer than the check itself.
_DIFFLIB_CANDIDATES = 500
_DIFFLIB_LONGEST_WORD = 200
_EDITS_LONGEST_WORD = 40


def count(number: int, noun: str, plural: str = "") -> str:
    """Return "1 gap" or "3 gaps", with commas in large numbers."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Iterable[str], last: str = "and", most: int = 0) -> str:
    """Return "a, b and c"; with `most`, the first ones and "3 more"."""
    parts = list(words)
    if most and len(parts) > most:
        parts = [*parts[:most], f"{len(parts) - most:,} more"]
    if len(parts) < 2:  # noqa: PLR2004
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def shortened(text: str, width: int) -> str:
    """Return the text on one line of at most `width` characters, cut at a word where one ends nearby."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    cut = line[: max(width - 1, 0)]
    word_end = cut.rfind(" ")
    return (cut[:word_end] if word_end > width // 2 else cut).rstrip(" ,;:") + "…"


def told_apart(names: Iterable[str]) -> Iterator[str]:
    """Yield the names, where one comes again with its number: "A1", and for the second of that name "A1 (2)"."""
    times: dict[str, int] = {}
    for name in names:
        times[name] = times.get(name, 0) + 1
        yield name if times[name] == 1 else f"{name} ({times[name]})"


def percent(part: int, whole: int) -> str:
    """Return the share in whole percent as `whole_percent` rounds it, or a dash where there is no whole."""
    rounded = whole_percent(part, whole)
    return "–" if rounded is None else f"{rounded}%"  # noqa: RUF001


def whole_percent(part: int, whole: int) -> int | None:
    """Return the share in whole percent, halves rounded up; 0 and 100 mean exactly none and exactly all."""
    if not whole:
        return None
    rounded = (200 * part + whole) // (2 * whole)
    if part:
        rounded = max(rounded, 1)
    return min(rounded, 99) if part < whole else rounded


def sentence(words: str) -> str:
    """Return the words with a capital at the beginning and a full stop at the end."""
    return words[:1].upper() + words[1:].rstrip(".") + "."


def plain(text: str) -> str:
    """Return the text with typographic quotes and spaces made plain, and quotes around it removed."""
    return text.translate(_TYPOGRAPHIC).strip().strip("\"'`").strip()


def nearest(word: str, candidates: Collection[str], likeness: float = 0.7) -> str:
    """Return the candidate that was most likely meant, or "" where none is near.

    Tries a slip of the keyboard first, then what is similar by at least `likeness`, among at most 500.
    """
    return slip(word, candidates) or _similar(plain(word), candidates, likeness)


def slip(word: str, candidates: Collection[str]) -> str:
    """Return the one candidate that differs only by case, look-alike characters or one edit, or ""."""
    cleaned = plain(word)
    if cleaned in candidates and cleaned != word:
        return cleaned
    return _look_alike(cleaned, candidates) or _one_edit(cleaned, candidates)


def _look_alike(word: str, candidates: Collection[str]) -> str:
    folded = word.casefold().translate(_LOOK_ALIKE)
    found = [name for name in candidates if name.casefold().translate(_LOOK_ALIKE) == folded]
    return found[0] if len(found) == 1 else ""


def _one_edit(word: str, candidates: Collection[str]) -> str:
    if len(word) > _EDITS_LONGEST_WORD:
        return ""
    known = candidates if isinstance(candidates, (set, frozenset, dict)) else set(candidates)
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    letters = _LETTERS if word.islower() else _LETTERS + _LETTERS.upper()
    edits = [left + right[1:] for left, right in splits if right]
    edits += [left + right[1] + right[0] + right[2:] for left, right in splits if right[1:]]
    edits += [left + letter + right for left, right in splits for letter in letters]
    edits += [left + letter + right[1:] for left, right in splits if right for letter in letters]
    found = sorted({edit for edit in edits if edit in known and edit != word})
    return found[0] if len(found) == 1 else ""


def _similar(word: str, candidates: Collection[str], likeness: float) -> str:
    return next(iter(similar(word, candidates, 1, likeness)), "")


def similar(word: str, candidates: Collection[str], most: int, likeness: float = 0.7) -> tuple[str, ...]:
    """Return up to `most` candidates that look like the word, the likest first; none where there are over 500."""
    if not word or len(word) > _DIFFLIB_LONGEST_WORD or len(candidates) > _DIFFLIB_CANDIDATES:
        return ()
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong name needs it

    folded = {name.casefold(): name for name in sorted(candidates, reverse=True)}
    return tuple(folded[name] for name in get_close_matches(word.casefold(), folded, most, likeness))


def did_you_mean(word: str, candidates: Collection[str]) -> str:
    """Return ' (did you mean "nursing"?)', or "" where nothing is near."""
    guess = nearest(word, candidates)
    return f' (did you mean "{guess}"?)' if guess else ""
