"""What a statement says, taken apart: concepts, names, values, mood, negation, who to whom."""

import functools
import re
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import pairwise

from kgraph.gazetteer.shipped import rows
from kgraph.resolve.concepts import concept
from kgraph.resolve.content import Content
from kgraph.resolve.generic import is_office
from kgraph.resolve.text import FUNCTION_WORDS, NEGATIONS, NUMBER_WORDS, behind_negations, plain

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£]")
_LONGEST = 600
_SPELLED = 0.8

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3, "dozen": 12.0,
}  # fmt: skip
_NEAR = 3
_LEAVING_ROOM = frozenset({
    "least", "most", "than", "up", "over", "under", "above", "below", "nearly", "almost", "between",
    "only", "another", "other",
})  # fmt: skip
_NO_MORE_COUNTED = frozenset({
    "of", "and", "or", "in", "to", "on", "at", "by", "for", "from", "with", "per", "after", "before",
    "is", "are", "was", "were", "had", "has", "have",
})  # fmt: skip
_TENS = range(20, 100, 10)
_UNITS = {"%": "percent", "€": "euro", "$": "dollar", "£": "pound"}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ENDINGS = frozenset({"st", "nd", "rd", "th"})

# The strongest that is there is the mood of the whole.
_MOODS = (
    ("must", frozenset({"must", "should", "ought", "need", "needs"})),
    (
        "may",
        frozenset(
            {
                "may",
                "might",
                "could",
                "possibly",
                "perhaps",
                "maybe",
                "possible",
                "presumably",
                "apparently",
                "allegedly",
                "reportedly",
                "likely",
                "probably",
                "believed",
                "thought",
                "suspected",
                "appears",
                "appeared",
                "seems",
                "seemed",
                "risk",
                "danger",
            }
        ),
    ),
    ("will", frozenset({"will", "would", "shall", "ll"})),
)
_COMING = frozenset({
    "set", "due", "expected", "going", "about", "scheduled", "is", "are", "was", "were",
})  # fmt: skip
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "be", "been", "do", "did"})
_CONDITION = frozenset({"if", "unless", "whether", "until", "once"})
_NARROWING = frozenset({
    "only", "most", "few", "half", "several", "next", "last", "least", "almost", "nearly",
    "dozens", "hundreds", "thousands", "millions", "another", "other", "more", "less", "fewer",
    "best", "worst", "partly", "already", "still", "recent", "recently", "never", "first",
    "always", "sometimes", "often", "mainly", "largely",
})  # fmt: skip
_POINTING = frozenset({
    "i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "he", "him", "she", "they",
    "them",
})  # fmt: skip
_POINTING_FIRST = frozenset({"it", "this", "that", "these", "those", "his", "her", "their", "its"})
_LIGHT = FUNCTION_WORDS | frozenset({
    "mr", "mrs", "ms", "dr", "said", "say", "says", "told", "added", "because", "during", "while",
    "s", "t", "re", "ve", "ll", "d", "per", "both", "across", "above", "towards", "against",
    "near", "since", "through", "around", "within", "along", "among", "behind", "although",
    "though", "get", "got", "take", "took", "taken", "place", "board", "one", "already", "new",
    "according", "every", "each", "whole", "going", "set", "due", "expected", "scheduled", "some",
    "about", "nearly", "almost", "make", "made", "makes", "come", "came", "will", "again",
})  # fmt: skip
_PHRASES = {
    ("pull", "out"): "withdraw", ("pulled", "out"): "withdraw", ("vote", "down"): "reject",
    ("voted", "down"): "reject", ("turn", "down"): "reject", ("turned", "down"): "reject",
    ("step", "down"): "resign", ("stepped", "down"): "resign", ("call", "off"): "cancel",
    ("called", "off"): "cancel", ("put", "off"): "postpone", ("shot", "down"): "downed",
    ("shoot", "down"): "downed", ("go", "up"): "rise", ("went", "up"): "rise",
    ("go", "down"): "fall", ("went", "down"): "sink", ("open", "again"): "reopen",
    ("open", "up"): "open", ("blew", "up"): "explode", ("per", "cent"): "percent",
    ("found", "guilty"): "convict",
    ("united", "states"): "america", ("united", "kingdom"): "britain",
    ("united", "nations"): "un", ("european", "union"): "eu", ("broken", "off"): "cut", ("broke", "off"): "cut", ("gone", "up"): "rise",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One statement, taken apart.

    Attributes:
        order: Its concepts as they stand.
        concepts: Its concepts, names among them.
        names: Those of words with a capital that do not only begin the sentence.
        values: Numbers ("n 12"), days and months ("d may"), ordinals ("o first").
        mood: "must", "may", "will", or "" where it is told as a fact.
        condition: Whether it holds on a condition.
        narrowing: Words that make it less or more than the same words without them.
        negations: Whether they are odd.
        pointing: Whether it holds a pronoun that points outside.
        titles: Names that stand right beside another: "Elena" of "Elena Dimova".
        passive: What is told to be done by someone.
        telling: Its names and numbers, then its other concepts, the longest first.
        counts: What is counted, as a concept, and its number as in ``values``; not "up to 80 boats".
    """

    order: tuple[str, ...]
    concepts: frozenset[str]
    names: frozenset[str]
    values: frozenset[str]
    mood: str
    condition: bool
    narrowing: frozenset[str]
    negations: bool
    pointing: bool
    titles: frozenset[str]
    passive: frozenset[str]
    telling: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]


@functools.cache
def _lands() -> frozenset[str]:
    """The names of countries and capitals that are one word: names at the beginning of a sentence too."""
    tables = (row["name"] for table in ("countries", "capitals") for row in rows(table))
    return frozenset(map(plain, tables))


def text_of(content: Content) -> str:
    """What is said, without who says it and how: of a denial, what is denied."""
    return " ".join(content.words) if content.denies else content.headline


def reading_of(content: Content) -> Reading:
    """What was said, taken apart."""
    return reading(text_of(content), content.day)


@functools.lru_cache(maxsize=32_768)
def reading(text: str, day: str) -> Reading:
    """What the text says, "today" being the day given."""
    raw = _TOKEN.findall(text[:_LONGEST].replace("’", "'"))
    low = [_folded(word) for word in raw]
    values, used, counts = _values(low, raw, day)
    order: list[str] = []
    names: set[str] = set()
    titles: set[str] = set()
    last = ""
    skip = False
    for place, plain_word in enumerate(low):
        unit = _UNITS.get(plain_word)
        if skip or place in used or not (unit or plain_word[0].isalpha()):
            skip, last = False, ""
            continue
        phrase = _PHRASES.get((plain_word, low[place + 1])) if place + 1 < len(low) else None
        skip = phrase is not None
        word = unit or phrase or plain_word
        light = word in _LIGHT or word in NEGATIONS
        if len(word) < 2 or (light and not _is_short_name(raw[place])):
            last = ""
            continue
        found = concept(word)
        order.append(found)
        if raw[place][0].isupper():
            if place or plain_word in _lands():
                names.add(found)
            titles |= {found, last} if last else set()
        last = found if raw[place][0].isupper() else ""
    concepts = frozenset(order)
    numbers = [value for value in values if value[0] == "n"]
    telling = [
        *sorted(names, key=lambda one: (-len(one), one)),
        *sorted(numbers, key=lambda one: (-len(one), one)),
        *sorted(concepts - names, key=lambda one: (-len(one), one)),
    ]
    words = set(low)
    return Reading(
        order=tuple(order),
        concepts=concepts,
        names=frozenset(names),
        values=frozenset(values),
        mood=_mood(low, used),
        condition=bool(words & _CONDITION),
        narrowing=frozenset(words & _NARROWING) | _one_of(low),
        negations=sum(word in NEGATIONS or word.endswith("n't") for word in low) % 2 == 1,
        pointing=_points(low, raw),
        titles=frozenset(titles),
        passive=_passive(low),
        telling=tuple(telling),
        counts=tuple(counts),
    )


def left_over(one: Reading, other: Reading) -> frozenset[str]:
    """The concepts of one that the other has in no form.

    A first name or title is none where the name beside it is there.
    """
    return frozenset(
        x
        for x in one.concepts - other.concepts
        if not any(are_kin(x, y) for y in other.concepts)
        and not (x in one.titles and one.titles & other.concepts)
    )


def names_apart(one: Reading, other: Reading) -> bool:
    """Whether each has a name of its own in the same place: "Belgium's help", "Austria's help".

    The same place is before or behind a word that both have. An office is no name there: "Prime
    Minister Draghi" may be "Mario Draghi".
    """
    here, there = _own_names(one, other), _own_names(other, one)
    return bool(here and there and _places(one, here, other) & _places(other, there, one))


def _own_names(one: Reading, other: Reading) -> frozenset[str]:
    """Its names that the other has in no form, offices aside."""
    return frozenset(
        x
        for x in one.names - other.concepts
        if not is_office(x)
        and not any(are_kin(x, y) or _spelled_alike(x, y) for y in other.concepts)
    )


def _places(one: Reading, own: frozenset[str], other: Reading) -> set[tuple[str, str]]:
    """The shared words before and behind its own names."""
    found = set()
    for x, y in pairwise(one.order):
        if x in own and y in other.concepts:
            found.add(("before", y))
        if y in own and x in other.concepts:
            found.add(("behind", x))
    return found


def beside_shared(one: Reading, shared: frozenset[str]) -> frozenset[str]:
    """What stands as a first name or title right beside a name that is shared."""
    return frozenset(
        x
        for pair in pairwise(one.order)
        for x, y in (pair, pair[::-1])
        if x in one.titles and y in one.titles and y in shared
    )


def _spelled_alike(x: str, y: str) -> bool:
    return SequenceMatcher(None, x, y, autojunk=False).ratio() >= _SPELLED


def are_turned(a: Content, b: Content) -> bool:
    """Whether what one of the two negates is told by the other, and not something besides."""
    here, there = ({*map(concept, words)} for words in (a.words, b.words))
    return all(
        any(
            word in other or any(are_kin(word, known) for known in other)
            for word in map(concept, found)
        )
        for one, other in ((a, there), (b, here))
        for found in behind_negations(one.words)
        if found
    )


def swapped(one: Reading, other: Reading) -> bool:
    """Whether who and whom change places: around a word that both have, or two names."""
    both = one.concepts & other.concepts
    for word in both:
        here, there = _around(one, word, both), _around(other, word, both)
        if here is None or there is None or here[0] == here[1]:
            continue
        turned_voice = (word in one.passive) != (word in other.passive)
        if turned_voice and here == there:
            return True
        if not turned_voice and here == there[::-1]:
            return True
    known = (one.names | other.names) & both
    here_names, there_names = ([x for x in r.order if x in known] for r in (one, other))
    return (
        here_names != there_names
        and not one.passive ^ other.passive
        and _turned(here_names, there_names)
    )


def _turned(one: list[str], other: list[str]) -> bool:
    """Whether the first and the last of some names change places."""
    return len(set(one)) > 1 and one[0] == other[-1] and one[-1] == other[0]


def _around(one: Reading, word: str, both: frozenset[str]) -> tuple[str, str] | None:
    kept = [x for x in one.order if x in both]
    place = kept.index(word)
    return (kept[place - 1], kept[place + 1]) if 0 < place < len(kept) - 1 else None


def are_kin(x: str, y: str) -> bool:
    """Whether two concepts are forms of one word: "nigeria" and "nigerian"."""
    short, long = sorted((x, y), key=len)
    stem = short[: max(4, len(short) - 1)]
    return len(short) >= 4 and long.startswith(stem) and len(long) - len(short) <= 3


def _is_short_name(word: str) -> bool:
    """Whether a word that else is light is a name: "US", "IT"."""
    return len(word) > 1 and word.isupper()


def _points(low: list[str], raw: list[str]) -> bool:
    first = low[1] if low[:1] == ["that"] and len(low) > 1 else low[0] if low else ""
    return first in _POINTING_FIRST or any(
        word in _POINTING and not _is_short_name(raw[place]) for place, word in enumerate(low)
    )


def _one_of(low: list[str]) -> frozenset[str]:
    return frozenset({"one of"}) if ("one", "of") in pairwise(low) else frozenset()


def _folded(word: str) -> str:
    return plain(word).removesuffix("'s").removesuffix("'")


def _values(
    low: list[str], raw: list[str], day: str
) -> tuple[list[str], set[int], list[tuple[str, str]]]:
    """The values, the places of their words, and what is counted."""
    found: list[str] = []
    used: set[int] = set()
    counts: list[tuple[str, str]] = []
    place = 0
    while place < len(low):
        word, start = low[place], place
        place += 1
        if word in _RELATIVE:
            found.append(f"d {_weekday(day, _RELATIVE[word]) or word}")
        elif word in _WEEKDAYS or (
            word in _MONTHS and raw[start][0].isupper() and (word != "may" or start)
        ):
            found.append(f"d {word}")
        elif word in _ORDINALS:
            found.append(f"o {word}")
        elif word[0].isdigit() and low[place : place + 1] and low[place] in _ENDINGS:
            # "126th" is a part of a name more often than a number of anything.
            found.append(f"o {word}")
            place += 1
        elif (value := _number(word)) is not None:
            value, place = _whole(value, low, place)
            found.append(f"n {value:.10g}")
            leaves_room = start - 1 in used or _LEAVING_ROOM.intersection(
                low[max(0, start - 2) : start]
            )
            if not leaves_room and (counted := _counted(low[place : place + _NEAR])):
                counts.append((counted, found[-1]))
        else:
            continue
        used.update(range(start, place))
    # The day on which it is told goes without saying.
    told = f"d {_weekday(day, 0)}"
    return [value for value in found if value != told], used, counts


def _counted(behind: list[str]) -> str:
    """What the words behind a number say that it counts, as a concept, or ""."""
    for word in behind:
        if word in _NO_MORE_COUNTED or not word[0].isalpha():
            return ""
        if word not in _LIGHT:
            return concept(word)
    return ""


def _number(word: str) -> float | None:
    if word in NUMBER_WORDS:
        return float(NUMBER_WORDS[word])
    if not word[0].isdigit():
        return None
    digits = word.replace(",", "").replace(":", ".")
    return float(digits) if re.fullmatch(r"\d+(\.\d+)?", digits) else None


def _whole(value: float, low: list[str], place: int) -> tuple[float, int]:
    """The number that begins with a value, and the place behind it.

    >>> _whole(60.0, ["sixty", "three", "million", "euros"], 1)
    (63000000.0, 3)
    >>> _whole(2.0, ["two", "hundred", "and", "twelve", "sheets"], 1)
    (212.0, 4)
    """
    begun = False
    while place < len(low):
        word = low[place]
        behind = place + (word == "and" and begun)
        more = float(NUMBER_WORDS.get(low[behind], 0)) if behind < len(low) else 0.0
        if word in _SCALES:
            value *= _SCALES[word]
            begun = word == "hundred"
            place += 1
        elif more and (begun or (value in _TENS and more < _TENS.step)):
            value, begun, place = value + more, begun and more in _TENS, behind + 1
        else:
            break
    return value, place


def _weekday(day: str, ahead: int) -> str:
    try:
        return _WEEKDAYS[(date.fromisoformat(day[:10]) + timedelta(days=ahead)).weekday()]
    except (ValueError, OverflowError):
        return ""


def _mood(low: list[str], used: set[int]) -> str:
    words = [word for place, word in enumerate(low) if place not in used]
    pairs = list(pairwise(words))
    if any(a in ("have", "has", "had") and b == "to" for a, b in pairs):
        return "must"
    for mood, marks in _MOODS:
        if marks.intersection(words):
            return mood
    if any(a in _COMING and b == "to" for a, b in pairs):
        return "will"
    if (
        "to" in words[1:]
        and not _FINITE.intersection(words)
        and not any(word.endswith("ed") for word in words)
    ):
        return "will" if words.index("to") < 4 else ""
    return ""


def _passive(low: list[str]) -> frozenset[str]:
    """What stands as a participle before "by", one word between at most."""
    found = set()
    for place, word in enumerate(low):
        if word != "by":
            continue
        for before in low[max(0, place - 2) : place]:
            if before.endswith(("ed", "en", "wn", "ught")) or before in _PARTICIPLES:
                found.add(concept(before))
    return frozenset(found)


_PARTICIPLES = frozenset({"hit", "shot", "held", "won", "led", "made", "lost", "found", "stolen"})
