"""Names that differ by a slip of the pen or another spelling of the same sound."""

_SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("y", "i"), ("w", "v"), ("tz", "ts"))
_SHORTEST = 5


def distance(a: str, b: str, *, limit: int = 2) -> int:
    """Insertions, deletions, exchanges and swaps of neighbours between two words; stops at limit+1.

    Damerau's distance (1964), optimal string alignment.

    >>> distance("peskov", "peskow"), distance("sibiha", "isbiha"), distance("a", "abcd")
    (1, 1, 3)
    """
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def sound(word: str) -> str:
    """The word as it may sound: letters that news spell one for another fall together.

    >>> sound("caroline") == sound("karoline")
    True
    """
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return "".join(c for n, c in enumerate(word) if n == 0 or c != word[n - 1])


def is_misspelt(a: str, b: str) -> bool:
    """Whether two different surnames are so long and so near that one is the other misspelt.

    >>> is_misspelt("peskow", "peskov"), is_misspelt("brown", "crown"), is_misspelt("li", "lu")
    (True, False, False)
    """
    if min(len(a), len(b)) < _SHORTEST or a == b or a[0] != b[0]:
        return False
    return sound(a) == sound(b) or distance(a, b, limit=1) == 1


def alike(a: str, b: str) -> bool:
    """Whether two first names can be one: the same, of one sound, or one letter off.

    >>> alike("andriy", "andrii"), alike("tom", "tim")
    (True, False)
    """
    if a == b or sound(a) == sound(b):
        return True
    return min(len(a), len(b)) >= _SHORTEST and distance(a, b, limit=1) == 1
