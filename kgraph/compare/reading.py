"""A claim read for comparison: its words, numbers, dates, names and negations.

No parser: comparing must cost less than extracting, and claims come in any language. Time is
linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.compare.words import (
    BOUNDS,
    DENIALS,
    FRACTIONS,
    FUNCTION,
    IRREGULAR,
    MONTHS,
    NEGATIONS,
    NUMBER_WORDS,
    PHRASES,
    QUANTIFIERS,
    SCALES,
    WEEKDAYS,
)
from kgraph.resolve.opposites import OPPOSITES

LONGEST = 2_000
"""Characters of a claim that are read: what follows says more than one thing."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[%$€£]")
_SUFFIXES = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ness",
    "ings",
    "ing",
    "ies",
    "ied",
    "ed",
    "es",
    "s",
    "ly",
)
_PERCENT = frozenset({"%", "percent", "percentage"})
_TOLD = frozenset(
    {"claim", "allegation", "accusation", "report", "suggestion", "rumour", "rumor", "idea"}
)
_BASES = (
    frozenset(word for word, _ in OPPOSITES)
    | NEGATIONS
    | FUNCTION
    | frozenset(IRREGULAR.values())
    | frozenset(word for pair in PHRASES for word in pair)
    | frozenset(
        {"need", "price", "use", "vote", "force", "house", "injure", "wound", "argue", "move"}
    )
)
_FOLDED = str.maketrans({"’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as it counts: ``value`` of ``noun`` (a stem, "%" or ""), perhaps a bound."""

    value: float
    noun: str
    bound: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What rules see of a claim.

    Attributes:
        lemmas: Base forms in the order of the text, negations taken apart.
        content: Stems of the words with weight of their own, without numbers and dates.
        names: Folded words that begin with a capital inside a sentence.
        numbers: The numbers that count something.
        years: Years, as numbers.
        days: Weekdays, months and days of a month, as words.
        negations: The negating words.
        denials: The words that call a claim untrue.
        amount: Of a word that tells how much of a whole; None without one.
    """

    lemmas: tuple[str, ...]
    content: frozenset[str]
    names: frozenset[str]
    numbers: tuple[Number, ...]
    years: frozenset[int]
    days: frozenset[str]
    months: frozenset[str]
    negations: tuple[str, ...]
    denials: frozenset[str]
    amount: int | None


def read(text: str) -> Reading:
    """The claim's words and what they count, date, name and negate."""
    words = [m[0] for m in _TOKEN.finditer(_plain(text[:LONGEST]))]
    lemmas = tuple(_phrases([lemma for word in words for lemma in _lemmas(word)]))
    numbers, years, counted = _numbers(words)
    names = frozenset(
        w.lower().removesuffix("'s")
        for i, w in enumerate(words)
        if w[0].isupper() and i and w.lower() not in FUNCTION and w.lower() not in WEEKDAYS + MONTHS
    )
    content = frozenset(
        stem(lemma)
        for lemma in lemmas
        if lemma not in FUNCTION
        and lemma not in NEGATIONS
        and lemma not in WEEKDAYS
        and lemma not in counted
        and not lemma[0].isdigit()
        and lemma[0].isalpha()
    )
    return Reading(
        lemmas=lemmas,
        content=content,
        names=names,
        numbers=tuple(numbers),
        years=frozenset(years),
        days=frozenset(x for x in lemmas if x in WEEKDAYS),
        months=frozenset(w.lower() for w in words if w.lower() in MONTHS and w[0].isupper()),
        negations=tuple(x for x in lemmas if x in NEGATIONS),
        denials=frozenset(lemmas) & DENIALS,
        amount=_amount(lemmas),
    )


def stem(word: str) -> str:
    """The word without its ending, so that "elected" meets "elections".

    >>> stem("elected"), stem("election")
    ('elect', 'elect')
    """
    for ending in ("ions", "ion", *_SUFFIXES):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word.rstrip("e") if len(word) > 4 else word


def lemma(word: str) -> str:
    """The base form of a lower-case English word, by rule, or the word.

    >>> [lemma(w) for w in ("won", "denies", "dropped", "prices", "risen")]
    ['win', 'deny', 'drop', 'price', 'rise']
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in _BASES:
        return word
    for ending, others in (
        ("ies", ("y",)), ("ied", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")),
        ("es", ("", "e")), ("s", ("",)),
    ):  # fmt: skip
        if not word.endswith(ending) or len(word) - len(ending) < 3:
            continue
        base = word[: -len(ending)]
        for other in others:
            if base + other in _BASES:
                return base + other
        if len(base) > 2 and base[-1] == base[-2] and base[:-1] in _BASES:
            return base[:-1]
        if ending == "s" and not word.endswith("ss"):
            return base
        if ending in ("ies", "ied"):
            return base + "y"
        if ending in ("ed", "ing") and len(base) > 3:
            # A silent e that is not in the tables: "priced".
            return base[:-1] if base[-1] == base[-2] and base[-1] not in "ls" else base
    return word


def _plain(text: str) -> str:
    """Letters without accents; apostrophes and digits in one form."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKD", text).translate(_FOLDED)
    return "".join(c for c in folded if not unicodedata.combining(c))


def _lemmas(word: str) -> Iterator[str]:
    low = word.lower().replace("’", "'")
    if low in ("won't", "can't", "cannot", "shan't"):
        yield "will" if low == "won't" else "can"
        yield "not"
    elif low.endswith("n't"):
        if low != "n't":  # cut off from its verb
            yield lemma(low[:-3])
        yield "not"
    else:
        yield lemma(low.removesuffix("'s"))


def _phrases(lemmas: list[str]) -> Iterator[str]:
    skip = False
    for i, word in enumerate(lemmas):
        if skip:
            skip = False
            continue
        pair = (
            PHRASES.get((word, lemmas[i + 1].removesuffix("er"))) if i + 1 < len(lemmas) else None
        )
        skip = pair is not None
        yield pair or ("deny" if _rejects_a_claim(lemmas, i) else word)


def _rejects_a_claim(lemmas: list[str], i: int) -> bool:
    """Whether the word there rejects a claim, which negates it, and not a proposal."""
    return lemmas[i] in ("reject", "dismiss", "call") and bool(
        _TOLD & set(lemmas[i + 1 : i + 4]) and (lemmas[i] != "call" or "false" in lemmas[i:])
    )


def value_of(word: str) -> float | None:
    """The number that a lower-case word writes, in digits or letters; None where it is none."""
    if word[0].isdigit():
        if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?", word):
            return float(word.replace(",", ""))
        return None
    parts = word.split("-")
    values = [NUMBER_WORDS.get(part) for part in parts]
    if all(v is not None for v in values) and len(values) <= 2:
        return float(sum(v for v in values if v is not None))
    return None


def _numbers(words: list[str]) -> tuple[list[Number], set[int], set[str]]:
    """Numbers, years, and the words they were made of."""
    found, years, used = [], set(), set()
    low = [w.lower() for w in words]
    i = 0
    while i < len(low):
        value = value_of(low[i])
        if value is None and low[i] in FRACTIONS and i + 1 < len(low) and low[i + 1] == "of":
            found.append(Number(value=FRACTIONS[low[i]], noun="%", bound=0))
            used.add(low[i])
            i += 1
            continue
        if value is None and low[i] in ("dozens", "hundreds", "thousands", "millions"):
            i += 1
            continue
        if value is None or (low[i] in ("one", "zero") and value <= 1):
            i += 1
            continue
        start = i
        used.add(low[i])
        i += 1
        while i < len(low) and low[i] in SCALES:
            value *= SCALES[low[i]]
            used.add(low[i])
            i += 1
        if i - start == 1 and low[start].isdigit() and 1500 <= value <= 2200:
            years.add(int(value))
            continue
        bounds = [BOUNDS[w] for w in low[max(0, start - 2) : start] if w in BOUNDS]
        noun = ""
        before = low[start - 1] if start else ""
        if (i < len(low) and low[i] in _PERCENT) or (low[i : i + 2] == ["per", "cent"]):
            noun = "%"
        elif before in ("$", "€", "£"):
            noun = "money"
        else:
            noun = next(
                (
                    "money"
                    if w in ("dollars", "euros", "pounds", "rubles", "yen")
                    else stem(lemma(w))
                    for w in low[i : i + 3]
                    if w not in FUNCTION and w[0].isalpha() and w not in BOUNDS
                ),
                "",
            )
        found.append(Number(value=value, noun=noun, bound=bounds[-1] if bounds else None))
    return found, years, used


def _amount(lemmas: tuple[str, ...]) -> int | None:
    return next((QUANTIFIERS[x] for x in lemmas if x in QUANTIFIERS), None)
