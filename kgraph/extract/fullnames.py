"""Full names of people: their surnames, and whether two can be one person's."""

from collections.abc import Mapping

from kgraph.extract import lexicon
from kgraph.extract.spelling import alike, is_misspelt


def surname_of(words: tuple[str, ...]) -> str:
    """The last word of a name that is no suffix, in lower case."""
    kept = [w for w in words if w.casefold().strip(".,") not in {"jr", "sr", "ii", "iii", "iv"}]
    return (kept or list(words))[-1].casefold()


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: the same, initials, parts, or misspelt."""
    if len(b) < 2:
        return a[-1].casefold() == b[0].casefold()
    a = tuple(w.casefold().strip(".,") for w in a)
    b = tuple(w.casefold().strip(".,") for w in b)
    short, long = sorted((a, b), key=len)
    if set(short) <= set(long):
        return True
    surnames = a[-1] == b[-1]
    firsts = alike(a[0], b[0]) or (1 in (len(a[0]), len(b[0])) and a[0][:1] == b[0][:1])
    return (surnames and firsts) or (a[0] == b[0] and is_misspelt(a[-1], b[-1]))


def is_overlong(name: str, names: Mapping[str, int]) -> bool:
    """Whether a word that is no first name stands before a name that is as frequent without it.

    >>> is_overlong("Moviemaker Ann Gray", {"Moviemaker Ann Gray": 1, "Ann Gray": 1})
    True
    """
    first, _, rest = name.partition(" ")
    if " " not in rest or names.get(rest, 0) < names.get(name, 0) or "." in first:
        return False
    return len(first) > 1 and first.casefold() not in lexicon.MALE_NAMES | lexicon.FEMALE_NAMES
