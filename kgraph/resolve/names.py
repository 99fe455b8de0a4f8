"""What names look like once spelling, transliteration, titles and legal forms are set aside.

One Cyrillic, Arabic or German name is written in Latin letters in many ways. ``sounded`` follows
where the systems differ (BGN/PCGN, ISO 9, the Library of Congress, passports, German and French
newsrooms), not lists of people: й at a word's end is y, i, iy, yy, ii or yi; е is e, ye or ie; х is
kh or h; ü is u or ue. ``loosely`` lets the short vowels of Arabic go as well.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kgraph.resolve.generic import is_generic
from kgraph.resolve.text import fold_name


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SUFFIXES = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv",
}  # fmt: skip
"""Words behind a surname that tell one generation from another."""

PARTICLES = _words(
    "al el ul as ar ad an de del della der den di da do dos du la le les van von zu ten ter bin ibn ben"
    " bint abu af av st"
)
"""Words before a surname that newsrooms keep or drop."""

HONORIFICS = _words(
    "mr mrs ms miss dr prof professor sir dame lord lady sheikh sayyid haji president prime minister"
    " sen rep gov gen col capt lt sgt rev hon judge justice king queen prince princess pope"
    " comrade holiness excellency majesty highness"
)
"""Titles that a name can begin with by mistake of a reader or of a tagger."""

LEGAL_FORMS = _words(
    "inc incorporated corp corporation co company ltd limited plc llc llp lp ag gmbh sa nv spa ab asa"
    " oyj se kg bv sarl pte pty holdings holding group"
)
"""Words at the end of a company's name without which it is the same company."""

# In this order; each rule says which spellings fall together.
_SOUNDS = tuple(
    (re.compile(pattern), heard)
    for pattern, heard in (
        (r"tsch|tch|tj", "ch"),  # Tschaikowski, Tchaikovsky
        (r"sch|shch|sz|sj", "sh"),
        (r"kh|ch(?=r)", "h"),  # Khodorkovsky, Hodorkovsky
        (r"zh", "z"),  # Zhukov, Zukov
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"gh", "g"),
        (r"ts|tz", "c"),
        (r"ck|q", "k"),
        (r"c(?=[^eihy]|$)", "k"),
        (r"x", "ks"),  # Alexei, Aleksei
        (r"w", "v"),
        (r"(?<=[^aeiouy])[iy][eo](?=[^aeiouy])", "e"),  # Solovyov, Soloviev, Solovev; Fyodor, Fedor
        (r"^[yij]e", "e"),  # Yermak, Ermak
        (r"(?<=[^aeiou])([aou])e(?=[^aeiouy])", r"\1"),  # Mueller, Muller
        (r"ou", "u"),  # Youssef, Yusef
        (r"oo", "u"),
        (r"ee", "i"),
        (r"[jy](?=[aou])", "i"),  # Tatyana, Tatiana
        (r"y", "i"),  # Sybiha, Sibiha
        (r"i{2,}", "i"),
        (r"(?<=[aeou])i(?=[aeou])", "i"),
        (r"(\D)\1+", r"\1"),  # a number of two equal digits is another number
        (r"(?<=[^aeiou])er$", "r"),  # Alexander, Aleksandr
    )
)
_KEPT = 50_000
"""Names whose parts are remembered; forms are compared with many others."""

_SHORT_VOWELS = str.maketrans("eo", "au")


@lru_cache(_KEPT)
def sounded(word: str) -> str:
    """The folded word as it may sound, whatever system it was romanised by.

    >>> [sounded(w) for w in ("zelensky", "zelenskyy", "zelenskiy", "zelenskii")]
    ['zelenski', 'zelenski', 'zelenski', 'zelenski']
    >>> sounded("sibiha") == sounded("sybiha"), sounded("yermak") == sounded("ermak")
    (True, True)
    >>> sounded("fyodor") == sounded("fedor"), sounded("mueller") == sounded("muller")
    (True, True)
    """
    if word in SUFFIXES:
        return word  # III is no other spelling of II
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word


@lru_cache(_KEPT)
def loosely(word: str) -> str:
    """The word as it may sound where short vowels are written by ear.

    >>> loosely("mohammed") == loosely("muhammad"), loosely("hassan") == loosely("hussein")
    (True, False)
    """
    heard = sounded(word)
    first = heard[:1].translate(str.maketrans("o", "u"))
    return first + heard[1:].translate(_SHORT_VOWELS)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person's name in parts, folded.

    Attributes:
        given: First and middle names, or their initials.
        surname: The last part, particles aside; the only part of a single name.
        suffix: "jr", "sr", "ii" … or "".
    """

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def first(self) -> str:
        """The first name or its initial, or ""."""
        return self.given[0] if self.given else ""

    @property
    def is_full(self) -> bool:
        """Whether a first name is written out."""
        return any(len(part) > 1 for part in self.given)


@lru_cache(_KEPT)
def person_name(name: str) -> PersonName:
    """The parts of a person's name, as it is written in English news.

    >>> person_name("John F. Kennedy Jr.")
    PersonName(given=('john', 'f'), surname='kennedy', suffix='jr')
    """
    words = fold_name(name).split()
    while len(words) > 2 and words[0] in HONORIFICS:
        words = words[1:]
    if len(words) == 2 and words[0] in HONORIFICS:
        words = words[1:]
    suffix = ""
    if len(words) > 1 and words[-1] in SUFFIXES:
        suffix = SUFFIXES[words.pop()]
    kept = [w for w in words if w not in PARTICLES] or words
    return PersonName(given=tuple(kept[:-1]), surname=kept[-1] if kept else "", suffix=suffix)


@lru_cache(_KEPT)
def body_name(name: str) -> tuple[str, ...]:
    """The folded words of a name that is not a person's, without a legal form that isn't all of it.

    >>> body_name("The Acme Tool Co., Ltd."), body_name("the State Corporation")
    (('acme', 'tool'), ('state', 'corporation'))
    """
    words = fold_name(name).split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS and not is_generic(" ".join(words[:-1])):
        words.pop()
    return tuple(words)


SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "on", "de", "la", "du"})
"""Words that a name is known without."""


def initials(words: Sequence[str]) -> frozenset[str]:
    """The letters that a name of several words is cut short to, with and without small words.

    >>> sorted(initials(("bank", "of", "england")))
    ['be', 'boe']
    """
    if len(words) < 2:
        return frozenset()
    kept = [w for w in words if w not in SMALL_WORDS]
    return frozenset("".join(w[0] for w in some) for some in (words, kept) if len(some) > 1)


@lru_cache(2**16)
def same_given(one: str, other: str) -> str:
    """How two first names agree: "same", "initial", "spelling", "loose", "short", or "" if not.

    >>> same_given("fred", "frederick"), same_given("tom", "tim")
    ('short', '')
    """
    if one == other:
        return "same"
    if 1 in (len(one), len(other)):
        return "initial" if one[:1] == other[:1] else ""
    if sounded(one) == sounded(other):
        return "spelling"
    if min(len(one), len(other)) >= 5 and loosely(one) == loosely(other):
        return "loose"
    few, many = sorted((one, other), key=len)
    if 3 <= len(few) <= len(many) - 3 and many.startswith(few) and few[-1] not in "aeiouy":
        return "short"
    return ""


@lru_cache(_KEPT)
def may_be_one(one: str, other: str) -> bool:
    """Whether two names in one story may be one bearer's: one surname by sound, no two first names.

    >>> may_be_one("teresa valdemar", "valdemar"), may_be_one("teresa valdemar", "paulo valdemar")
    (True, False)
    >>> may_be_one("state department", "treasury department")
    False
    """
    a, b = person_name(one), person_name(other)
    if sounded(a.surname) != sounded(b.surname):
        return False
    return not (a.given and b.given) or bool(same_given(a.first, b.first)) or further(a, b)


def further(one: PersonName, other: PersonName) -> bool:
    """Whether one of two names has all first names of the other, and more."""
    few, many = sorted((set(one.given), set(other.given)), key=len)
    return few < many and any(len(word) > 1 for word in few)
