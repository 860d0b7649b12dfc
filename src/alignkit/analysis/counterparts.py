"""Which items of one framework stand for which of another: by a crosswalk, or else by their codes and words."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.analysis.crosswalk import inverse
from alignkit.analysis.shares import Share
from alignkit.analysis.similarity import content_words
from alignkit.library.index import FrameworkIndex, Placed
from alignkit.library.library import Library
from alignkit.model.crosswalk import Crosswalk
from alignkit.wording import percent

# Of these relations the item has a counterpart: something that asks for the same, for more of it or for a part.
STANDING = ("exact", "close", "broad", "narrow")
_METHODS = ("published", "expert", "suggested")
# Two texts are taken for one that was reworded from these shares of words in common: less where the code agrees.
SAME_CODE = 0.3
OTHER_CODE = 0.45
# Fewer words than this are alike by chance; a title, by which parents are compared, may be shorter.
_FEWEST = 3
# A word that more items than this have in common says nothing about any two of them.
_COMMON = 200


class Counterpart(Struct, frozen=True):
    """An item, one that stands for it in the other framework, how the two relate, and the reason."""

    before: str
    after: str
    relation: str
    note: str = ""
    by_wording: bool = False
    """Whether nobody says so: their words, or their codes, are alike."""


class Basis(Struct, frozen=True):
    """What a comparison rests on: a crosswalk, or only codes and words, where `crosswalk` is ""."""

    crosswalk: str = ""
    method: str = ""
    status: str = ""
    turned: bool = False
    """Whether the crosswalk leads the other way and was read backwards."""


class Counterparts:
    """The counterparts between two frameworks, looked up from either end."""

    def __init__(self, pairs: Iterable[Counterpart], basis: Basis) -> None:
        """Take the pairs, and what they rest on."""
        self.basis = basis
        self.pairs = tuple(pairs)
        self._after: dict[str, list[Counterpart]] = {}
        self._before: dict[str, list[Counterpart]] = {}
        for pair in self.pairs:
            self._after.setdefault(pair.before, []).append(pair)
            self._before.setdefault(pair.after, []).append(pair)

    def of(self, code: str) -> tuple[Counterpart, ...]:
        """Return what stands for an item of the first framework in the second."""
        return tuple(self._after.get(code, ()))

    def to(self, code: str) -> tuple[Counterpart, ...]:
        """Return what an item of the second framework stands for in the first."""
        return tuple(self._before.get(code, ()))

    def safe(self, code: str) -> str:
        """Return the one item that says exactly the same, or "": a crosswalk says so, and knows no other."""
        found = [pair for pair in self.of(code) if pair.relation in STANDING]
        is_safe = len(found) == 1 and found[0].relation == "exact" and not found[0].by_wording
        return found[0].after if is_safe else ""


def counterparts(before: FrameworkIndex, after: FrameworkIndex, library: Library) -> Counterparts:
    """Return the counterparts by the best crosswalk between the two, or else by their codes and words."""
    known = sorted(library.crosswalks(before.id, after.id), key=lambda each: _preference(each, before.id))
    if not known:
        return Counterparts(by_wording(before, after), Basis())
    crosswalk = known[0]
    turned = library.id_of(crosswalk.from_) != before.id
    basis = Basis(crosswalk.id, crosswalk.method, crosswalk.status, turned)
    pairs = tuple(_by_crosswalk(crosswalk, turned=turned))
    return Counterparts((*pairs, *_parents_left(before, after, pairs)), basis)


def _parents_left(
    before: FrameworkIndex, after: FrameworkIndex, pairs: tuple[Counterpart, ...]
) -> Iterator[Counterpart]:
    """Yield the parents that are alike and that the crosswalk, which may be about leaves, says nothing of."""
    told = {pair.before for pair in pairs}, {pair.after for pair in pairs}
    for pair in by_wording(before, after):
        parents = not before.items[pair.before].is_leaf and not after.items[pair.after].is_leaf
        if parents and pair.before not in told[0] and pair.after not in told[1]:
            yield pair


def _preference(crosswalk: Crosswalk, before: str) -> tuple[bool, int, bool]:
    """Return what a crosswalk is chosen by: reviewed before draft, published before suggested, and its direction."""
    return (crosswalk.status != "reviewed", _METHODS.index(crosswalk.method), crosswalk.from_ != before)


def _by_crosswalk(crosswalk: Crosswalk, *, turned: bool) -> Iterator[Counterpart]:
    for mapping in crosswalk.mappings:
        if turned:
            relation = inverse(mapping.relation)
            yield Counterpart(mapping.to, mapping.from_, relation, mapping.note)
        else:
            yield Counterpart(mapping.from_, mapping.to, mapping.relation, mapping.note)


def by_wording(before: FrameworkIndex, after: FrameworkIndex) -> Iterator[Counterpart]:
    """Yield each item with the one whose words are most like its own, each at most once; the likest pairs first.

    Only between editions of one framework does a code say anything: there, items without words agree by their code
    alone. Parents are compared with parents, leaves with leaves. Whether an item was split or merged cannot be told
    this way.
    """
    of_one = are_editions(before, after)
    taken: set[str] = set()
    found: set[str] = set()
    for _, _, one, other, note in sorted(_alike(before, after, of_one=of_one)):
        if one not in found and other not in taken:
            found.add(one)
            taken.add(other)
            yield Counterpart(one, other, "exact" if note in _ALIKE else "close", note, by_wording=True)


_SAME = "the same words"
_SAME_TITLE = "the same title"
_CODE_ALONE = "the same code; there are no words to compare"
_ALIKE = (_SAME, _SAME_TITLE, _CODE_ALONE)


def are_editions(before: FrameworkIndex, after: FrameworkIndex) -> bool:
    """Say whether the two are editions of one framework: of one publisher, or one supersedes the other."""
    one, other = before.framework, after.framework
    return one.publisher.name == other.publisher.name or one.id == other.supersedes or other.id == one.supersedes


_Pair = tuple[float, int, str, str, str]


def _alike(before: FrameworkIndex, after: FrameworkIndex, *, of_one: bool) -> Iterator[_Pair]:
    """Yield each pair that may be one item: how unlike, its place, the two codes, and what is alike."""
    words = {placed.code: _words(placed) for placed in after.items.values()}
    by_word: dict[str, list[str]] = {}
    for code, own in words.items():
        for word in own:
            by_word.setdefault(word, []).append(code)
    for placed in before.items.values():
        own = _words(placed)
        telling = [by_word.get(word, ()) for word in sorted(own)]
        sharing = {code: None for codes in telling if len(codes) <= _COMMON for code in codes} | {placed.code: None}
        for code in sharing:
            other = after.items.get(code)
            if other and other.is_leaf == placed.is_leaf:
                note, likeness = _likeness(placed, other, own, words[code], of_one=of_one)
                if note:
                    yield (-likeness, placed.order, placed.code, code, note)


def _likeness(
    one: Placed, other: Placed, own: frozenset[str], others: frozenset[str], *, of_one: bool
) -> tuple[str, float]:
    """Return what is alike in the two, and how much; "" where too little is."""
    same_code = of_one and one.code == other.code
    if not own and not others:
        return (_CODE_ALONE, 1.0) if same_code else ("", 0.0)
    if _plain(one) == _plain(other) or (not one.is_leaf and own == others):
        return (_SAME if one.is_leaf else _SAME_TITLE), 2.0 + same_code
    both = len(own & others)
    enough = not one.is_leaf or min(len(own), len(others)) >= _FEWEST
    share = Share(both if enough else 0, len(own) + len(others) - both)
    if not share.reaches(SAME_CODE if same_code else OTHER_CODE):
        return "", 0.0
    code = "the same code and " if same_code else ""
    return f"{code}{percent(share.part, share.whole)} of the words in common", share.part / share.whole


def _plain(placed: Placed) -> str:
    return " ".join(_wording(placed).casefold().split())


def _words(placed: Placed) -> frozenset[str]:
    return content_words(_wording(placed))


def _wording(placed: Placed) -> str:
    """Return what an item is compared by: a parent's title, all words of a leaf."""
    item = placed.item
    return item.title if item.title and not placed.is_leaf else f"{item.title} {item.text}"
