"""Full names of people: their surnames, and whether two can be one person's."""

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
