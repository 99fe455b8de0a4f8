"""Words in the one form in which resolution compares them.

Names and contents are equal here when they differ only in case, accents, quotation marks,
punctuation, a possessive ending, or in how a number or a negation is spelt.
"""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})
# A date in figures is one word: what differs in it is no number of anything.
_WORD = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d|\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:'[^\W\d_]+)*|\w+"
)
_NAME_WORD = re.compile(r"[^\W_]+")
_PASSAGE_END = re.compile(r"\n+|\s[-–—]+\s|(?<=[.!?])[\"”’')\]]*\s+|[,;:][\"”’]*\s+")

NEGATIONS = frozenset({"not", "no", "never", "neither", "nor", "none"})
"""Words that turn a content round."""

HEDGES = frozenset({
    "may", "might", "could", "would", "will", "shall", "should", "possibly", "perhaps", "maybe",
    "probably", "likely", "reportedly", "allegedly", "apparently", "supposedly", "purportedly",
})  # fmt: skip
"""Words that say how sure a content is, or take a hedge's place ("may attack", "will attack")."""

FUNCTION_WORDS = NEGATIONS | HEDGES | frozenset({
    "a", "an", "the", "this", "that", "these", "those", "and", "or", "but", "if", "as", "than",
    "of", "to", "in", "on", "at", "by", "for", "from", "with", "about", "into", "over", "under",
    "up", "out", "off", "after", "before", "between", "is", "are", "was", "were", "be", "been",
    "being", "am", "do", "does", "did", "has", "have", "had", "can", "must", "it", "its", "he",
    "him", "his", "she", "her", "they", "them", "their", "we", "us", "our", "i", "me", "my", "you",
    "your", "who", "whom", "which", "what", "when", "where", "why", "how", "there", "here", "so",
    "too", "very", "just", "also", "all", "any", "some", "more", "most", "such", "own", "only",
    "then", "now", "yes", "myself", "yourself", "himself", "herself", "itself", "ourselves",
    "yourselves", "themselves",
})  # fmt: skip
"""Words that name nothing; a content needs others to be recognised by."""

_FIRST_PERSON = frozenset({
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your",
    "yours",
})  # fmt: skip
_POINTING = frozenset({"he", "she", "it", "they", "this", "that", "these", "those", "his", "her"})

NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        start=2,
    )
} | {
    word: str(10 * number)
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
"""Numbers in words, in digits: "one" is left out, being more often no number."""

_DATE_WORDS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december", "yesterday", "today", "tomorrow",
})  # fmt: skip


def plain(text: str) -> str:
    """The text without case and accents, with straight apostrophes.

    >>> plain("Łukasz Gonçalves’")
    "lukasz goncalves'"
    """
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    if parts.isascii():
        return parts
    return _NOT_ASCII.sub(_without_marks, parts).translate(_LETTERS)


_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def _without_marks(found: re.Match[str]) -> str:
    return "".join(c for c in found[0] if not unicodedata.combining(c))


def fold_name(name: str) -> str:
    """The form in which two spellings of one name are the same.

    A leading "the" and a possessive ending go; points inside abbreviations close up.

    >>> fold_name("the U.S. State Department’s"), fold_name("Sánchez-Gómez")
    ('us state department', 'sanchez gomez')
    """
    text = plain(name).strip()
    text = text.removesuffix("'s").removesuffix("'")
    words = _NAME_WORD.findall(text.replace(".", "").replace("'", ""))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def words(text: str) -> tuple[str, ...]:
    """The words of a content in the form in which they are compared, without a leading "that".

    >>> words("that “Kyiv won't wait” for 1,000 days.")
    ('kyiv', 'will', 'not', 'wait', 'for', '1000', 'days')
    """
    found = [form for match in _WORD.finditer(plain(text)) for form in _forms(match[0])]
    return tuple(found[1:] if len(found) > 1 and found[0] == "that" else found)


def placed_words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as in ``words`` with their offsets, which hold for the text itself.

    A word whose plain form has another length is still placed right: each is made plain alone.
    """
    straight = text.translate(_APOSTROPHES)
    return [
        (form, match.start(), match.end())
        for match in _PLACED.finditer(straight)
        for form in _plain_forms(match[0])
    ]


_PLACED = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W\d_\u0300-\u036f]+(?:['\u0300-\u036f][^\W\d_]+)*|\w+")


def passages(text: str) -> list[str]:
    """The clauses of a text, each as its words in one string; those under five words are left out.

    Clauses, as a copy may drop a dateline or the words of attribution behind a comma.

    >>> passages("MOSCOW (Wire) - The truce will last for three days, the mayor said. No end.")
    ['the truce will last for three days']
    """
    split = (" ".join(words(part)) for part in _PASSAGE_END.split(text))
    return [passage for passage in split if passage.count(" ") >= 4]


@lru_cache(2**14)
def telling(content: tuple[str, ...]) -> tuple[str, ...]:
    """The words that name something.

    >>> telling(("it", "is", "a", "ceasefire"))
    ('ceasefire',)
    """
    return tuple(word for word in content if word not in FUNCTION_WORDS)


def has_pronoun(content: tuple[str, ...]) -> bool:
    """Whether a word of it stands for something that is named elsewhere.

    >>> has_pronoun(("our", "state")), has_pronoun(("state", "of", "alert"))
    (True, False)
    """
    return any(word in _FIRST_PERSON or word in _POINTING for word in content)


def points_outside(content: tuple[str, ...]) -> bool:
    """Whether the words mean something else in another mouth ("we will wait", "he is right").

    >>> points_outside(("our", "army", "waits")), points_outside(("moscow", "and", "they", "wait"))
    (True, False)
    """
    return content[:1] != () and (
        content[0] in _POINTING or any(word in _FIRST_PERSON for word in content)
    )


@lru_cache(2**14)
def is_negated(content: tuple[str, ...]) -> bool:
    """Whether the words hold an odd number of negations."""
    return sum(word in NEGATIONS for word in content) % 2 == 1


def behind_negations(content: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The first two words that name something behind each negation: what it turns round.

    >>> behind_negations(("kyiv", "did", "not", "yet", "sign", "the", "deal"))
    [('yet', 'sign')]
    """
    places = (place for place, word in enumerate(content) if word in NEGATIONS)
    return [telling(content[place:])[:2] for place in places]


def without_negation(content: tuple[str, ...]) -> tuple[str, ...]:
    """The words that a content shares with its opposite ("does not wait", "waits" aside).

    >>> without_negation(("kyiv", "did", "not", "sign"))
    ('kyiv', 'sign')
    """
    return tuple(w for w in content if w not in NEGATIONS and w not in {"do", "does", "did"})


def without_hedge(content: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those that say how sure they are."""
    return tuple(word for word in content if word not in HEDGES)


def frame(content: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words with a # for each number or date, and those numbers and dates.

    >>> frame(("12", "people", "died", "on", "monday"))
    (('#', 'people', 'died', 'on', '#'), ('12', 'monday'))
    """
    values = [_value(word, content, place) for place, word in enumerate(content)]
    blank = tuple("#" if value else word for word, value in zip(content, values, strict=True))
    return blank, tuple(value for value in values if value)


def _value(word: str, content: tuple[str, ...], place: int) -> str:
    if word[0].isdigit() or word in _DATE_WORDS:
        return word
    if word == "may":  # the month only beside a number
        beside = content[max(0, place - 1) : place] + content[place + 1 : place + 2]
        return word if any(w[0].isdigit() for w in beside) else ""
    return NUMBER_WORDS.get(word, "")


@lru_cache(2**16)
def _plain_forms(word: str) -> tuple[str, ...]:
    return _forms(plain(word))


@lru_cache(2**16)
def _forms(word: str) -> tuple[str, ...]:
    """A word as one or two: contracted negations are taken apart, commas leave numbers."""
    if word[0].isdigit():
        return (word.replace(",", ""),)
    if word in {"won't", "can't", "cannot", "shan't"}:
        return ({"won't": "will", "shan't": "shall"}.get(word, "can"), "not")
    if word == "n't":  # cut off from its verb
        return ("not",)
    if word.endswith("n't"):
        return (word[:-3], "not")
    return (word.removesuffix("'s").replace("'", ""),)
