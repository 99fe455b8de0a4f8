"""Whether a text holds words or phrases, whole and in any simple inflection."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_VOWEL = re.compile(r"[aeiouy]")
_CAPITALS = 3
"""Letters up to which a word in capitals is an abbreviation: "US" is not "us"."""


class Words:
    """Words and phrases to look for, in a form that is looked up at once.

    Args:
        phrases: Each a word or several; one without letters or digits is passed over.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in sorted(set(phrases)):
            stems = tokens(phrase)
            if stems and stems not in self._by_first[stems[0]]:
                self._by_first[stems[0]].append(stems)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def stand_in(self, texts: Iterable[str]) -> bool:
        """Whether one of the phrases stands in one of the texts."""
        return any(self._stand_in(tokens(text)) for text in texts)

    def _stand_in(self, stems: Sequence[str]) -> bool:
        return any(
            phrase == tuple(stems[place : place + len(phrase)])
            for place, first in enumerate(stems)
            for phrase in self._by_first.get(first, ())
        )


# Each text is held against every topic and every watched phrase in turn.
@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[str, ...]:
    """The stems of the words of a text.

    >>> tokens("Sanctions; the women's U.S. talks"), tokens("US"), tokens("us")
    (('sanction', 'the', 'women', 'US', 'talk'), ('US',), ('us',))
    """
    return tuple(stem(match[0]) for match in _WORD.finditer(text))


def stem(word: str) -> str:
    """What a word has in common with its plural, its possessive, and its past and -ing forms.

    The first step of Porter's algorithm (1980), with a last "e" and a doubled consonant gone.

    >>> [stem(w) for w in ("country", "countries", "ban", "banned", "banning", "freeze", "freezing")]
    ['countri', 'countri', 'ban', 'ban', 'ban', 'freez', 'freez']
    >>> stem("class"), stem("classes"), stem("crises"), stem("crisis"), stem("sing"), stem("bus")
    ('class', 'class', 'cris', 'cris', 'sing', 'bus')
    """
    bare = word.replace(".", "").replace("’", "'").removesuffix("'s").removesuffix("'S")
    if bare.isalpha() and bare.isupper() and 2 <= len(bare) <= _CAPITALS:
        return bare
    form = bare.casefold()
    if len(form) <= _CAPITALS or not form.isalpha():
        return form
    form = _singular(form)
    for ending in ("ing", "ed"):
        root = form.removesuffix(ending)
        if root != form and len(root) > 1 and _VOWEL.search(root) and not root.endswith("e"):
            form = root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
            break
    if form.endswith("e") and len(form) > _CAPITALS:
        form = form[:-1]
    if form.endswith("y") and not _VOWEL.match(form[-2]):
        form = f"{form[:-1]}i"
    return form


def _singular(form: str) -> str:
    if form == "news":
        return form
    if form.endswith("ies") and len(form) > 4:
        return f"{form[:-3]}y"
    if form.endswith(("sses", "shes", "ches", "xes", "zes", "ises", "yses", "sis")):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) else form
