"""Whether two names are written for the same person."""

import re
import unicodedata
from collections.abc import Iterable

_LEFT_OUT = frozenset(
    {
        "the", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "dr", "prof",
        "professor", "president", "prime", "minister", "senator", "sen", "representative", "rep",
        "governor", "gov", "general", "gen", "king", "queen", "pope", "judge", "justice",
    }
)  # fmt: skip
"""Titles in front of a name; one that stands alone ("the Pope") stays."""

_WORD = re.compile(r"[^\W_]+")


def normalised(name: str) -> tuple[str, ...]:
    """The words of a name that tell whose it is.

    Case, accents, punctuation, a possessive s, titles in front of it and single letters between
    its first and last word don't count.

    >>> normalised("Mr. José  A. Nuñez’s"), normalised("the Kremlin"), normalised("The Pope")
    (('jose', 'nunez'), ('kremlin',), ('pope',))
    """
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
    ).casefold()
    words = _WORD.findall(re.sub(r"['’]s\b", "", plain))
    while len(words) > 1 and words[0] in _LEFT_OUT:
        words = words[1:]
    if len(words) > 2:
        words = [words[0], *(w for w in words[1:-1] if len(w) > 1), words[-1]]
    return tuple(words)


def same_person(name: str, accepted: Iterable[str]) -> bool:
    """Whether the name, normalised, is one of those accepted; no name never is."""
    own = normalised(name)
    return bool(own) and any(own == normalised(other) for other in accepted)
