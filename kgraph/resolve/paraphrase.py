"""Statements that say the same in other words, and those on one matter that cannot both be true.

Nearness of meaning proposes and never decides: "may reopen" is nearer to "will reopen" than "is
to open again" is. What decides are the things in which two statements must agree – numbers, days,
names, negation, modality, condition, who did it to whom – and that no word of weight is left over
on both sides. The scores of meaning come in as an argument, and with none nothing is looked for.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from kgraph.resolve.concepts import concept
from kgraph.resolve.dates import days_between
from kgraph.resolve.readings import Reading, left_over, reading, swapped
from kgraph.resolve.trimmed import Tie, Wording

Scores = Callable[[Sequence[tuple[str, str]]], Sequence[tuple[float, float, tuple[str, ...]]]]
"""How far the texts of each pair are about one matter and in conflict, 0 to 1, with reasons."""

DAYS = 3
"""Days within which the same matter is one claim."""

PARAPHRASE_LOOK_BACK = 16
"""Earlier wordings of each block that one is held against."""

CANDIDATES = 8
"""Earlier wordings whose meaning is looked at."""

RELATED = 0.9
CONFLICTS = 0.5
TURNED = 0.75
"""Scores from which two texts are on one matter, in conflict, and surely no paraphrase."""

LEAST = 3
"""Words of weight that two statements must have in common."""

_LONGEST = 40


def text_of(wording: Wording) -> str:
    """What is said, without who says it and how: of a denial, what is denied."""
    return " ".join(wording.words) if wording.denies else wording.headline


def paraphrase_keys(wording: Wording) -> Iterator[str]:
    """The blocks in which wordings meet that may say the same: six at most.

    Any two of the four words that tell most: names and numbers, then the longest. Days are no part
    of it: a block is in the order of time, so that the latest are the nearest.
    """
    read = _reading(wording)
    if wording.stance not in _HELD or not _is_telling(read):
        return
    for pair in combinations(sorted(read.telling[:4]), 2):
        yield "\x1f".join(("paraphrase", *pair))


def candidates(wording: Wording, before: Sequence[Wording]) -> tuple[Wording, ...]:
    """The earlier wordings that agree in all but meaning; the likest few."""
    found = [
        (-_share(wording, other), other.rank, other)
        for other in before
        if _comparable(wording, other) and (_agree(wording, other) or _differ(wording, other))
    ]
    return tuple(other for _, _, other in sorted(found, key=lambda one: one[:2])[:CANDIDATES])


def same_claim(
    a: Wording, b: Wording, related: float, conflicts: float, reasons: Sequence[str] = ()
) -> tuple[float, tuple[str, ...]] | None:
    """Score and reasons with which the two say the same in other words, or None."""
    if related < RELATED or conflicts >= TURNED or not _comparable(a, b) or not _agree(a, b):
        return None
    if any(reason.startswith(_APART) for reason in reasons):
        return None
    return 0.8, ("the same in other words", *reasons[:1])


def contradicting(
    a: Wording, b: Wording, related: float, conflicts: float, reasons: Sequence[str] = ()
) -> tuple[float, tuple[str, ...]] | None:
    """Score and reasons with which the two cannot both be true, or None."""
    if not _comparable(a, b) or a.actor == b.actor or related < RELATED:
        return None
    how = _differ(a, b)
    if not how or (conflicts < CONFLICTS and not (a.denies or b.denies)):
        return None
    if how == "opposite":
        how = next((reason for reason in reasons if reason.startswith("opposite words:")), "")
    elif how == "negated":
        how = "one is negated"
    return (0.6, (f"the same in other words, but {how}", *reasons[:1])) if how else None


def paraphrases(
    wording: Wording, before: Sequence[Wording], scores: Scores | None
) -> tuple[tuple[Tie, ...], tuple[tuple[Wording, float, tuple[str, ...]], ...]]:
    """The earlier wordings that are the same claim, and those that contradict it."""
    found = candidates(wording, before) if scores else ()
    if not scores or not found:
        return (), ()
    ties: list[Tie] = []
    against = []
    pairs = [(text_of(wording), text_of(other)) for other in found]
    for other, (related, conflicts, reasons) in zip(found, scores(pairs), strict=True):
        if same := same_claim(other, wording, related, conflicts, reasons):
            ties.append((other.wording_id, same[0], "; ".join(same[1])))
        elif contrary := contradicting(other, wording, related, conflicts, reasons):
            against.append((other, *contrary))
    return tuple(ties), tuple(against)


_APART = (
    "numbers differ", "days differ", "months differ", "years differ", "one is negated",
    "opposite words", "one denies", "how much", "the same words, but",
)  # fmt: skip


def _reading(wording: Wording) -> Reading:
    return reading(text_of(wording), wording.day)


def _is_telling(read: Reading) -> bool:
    """Whether it says neither too little nor too much to be met again."""
    return LEAST <= len(read.concepts) <= _LONGEST


def _share(a: Wording, b: Wording) -> float:
    one, other = _reading(a), _reading(b)
    both = len(one.concepts & other.concepts)
    return 2 * both / (len(one.concepts) + len(other.concepts))


def _comparable(a: Wording, b: Wording) -> bool:
    """Whether both tell of one time in words that mean the same in either mouth."""
    days = days_between(a.day, b.day)
    if days is None or abs(days) > DAYS or a.wording == b.wording:
        return False
    if a.stance not in _HELD or b.stance not in _HELD:
        return False
    one, other = _reading(a), _reading(b)
    if not _is_telling(one) or not _is_telling(other):
        return False
    if len(one.concepts & other.concepts) < LEAST:
        return False
    own = a.actor == b.actor and a.named and b.named
    # "To keep in touch" and "the security situation" say what the act makes of them.
    if not (_is_clause(a) and _is_clause(b)) and not (own and a.act == b.act):
        return False
    return own or not (one.pointing or other.pointing)


def _is_clause(wording: Wording) -> bool:
    """Whether the content has a subject of its own."""
    subject = wording.proposition[0].split() if wording.proposition else []
    return bool(subject) and set(subject) <= set(wording.words)


_HELD = ("telling", "against")


def _agree(a: Wording, b: Wording) -> bool:
    one, other = _reading(a), _reading(b)
    return (
        # What stands in one article twice is said in one voice: its own words tell it apart.
        a.article != b.article
        and a.stance == b.stance
        and a.negated == b.negated
        and a.modality == b.modality
        and one.negations == other.negations
        and one.values == other.values
        and _one_matter(one, other, spare=4 if a.actor == b.actor else 6)
    )


def _one_matter(one: Reading, other: Reading, *, spare: int, apart: int = 0) -> bool:
    """Whether nothing but their values and negations sets them apart.

    Args:
        spare: One may have a word more, and another for so many that both have.
        apart: Words that each may have instead of the other's.
    """
    if (one.mood, one.condition, one.narrowing) != (other.mood, other.condition, other.narrowing):
        return False
    if swapped(one, other):
        return False
    here, there = left_over(one, other), left_over(other, one)
    if (here & one.names) or (there & other.names):
        return False
    both = len(one.concepts & other.concepts)
    if here and there:
        return len(here) == len(there) == apart
    return not apart and len(here) + len(there) <= 1 + both // spare


def _differ(a: Wording, b: Wording) -> str:
    """In what alone they cannot both be true: "negated", "opposite", or the values; or ""."""
    one, other = _reading(a), _reading(b)
    days = abs(days_between(a.day, b.day) or 0)
    if days > 1 or a.modality != b.modality or not (a.actor and b.actor) or a.actor == b.actor:
        return ""
    if not (_is_clause(a) and _is_clause(b)) or _holds(a.words, b.words):
        return ""
    if one.values == other.values:
        if a.negated != b.negated:
            turned = not _NEGATIVE & (one.concepts ^ other.concepts)
            return "negated" if turned and _one_matter(one, other, spare=6) else ""
        told = a.stance == b.stance == "telling"
        return "opposite" if told and _one_matter(one, other, spare=6, apart=1) else ""
    if a.negated or b.negated or a.stance != b.stance or days:
        return ""
    return _values_apart(one, other) if _one_matter(one, other, spare=6) else ""


def _values_apart(one: Reading, other: Reading) -> str:
    """Two numbers or dates of which only one can be right, or ""."""
    here, there = sorted(one.values - other.values), sorted(other.values - one.values)
    if len(here) != 1 or len(there) != 1 or here[0][0] != there[0][0] or _BOUND & one.narrowing:
        return ""
    x, y = here[0][2:], there[0][2:]
    if here[0][0] == "n":
        least, most = sorted((float(x), float(y)))
        apart = most - least > _ROUNDED * most or most < _COUNTED
    else:
        apart = here[0][0] == "d" and one.mood == "will"
    return f"{x} against {y}" if apart else ""


def _holds(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words of one stand in the other: a content within a content."""
    short, long = sorted((f" {' '.join(words)} " for words in (a, b)), key=len)
    return short in long


# "Missed" and "did not make" are one: what negates without a negation turns nothing round.
_NEGATIVE = frozenset(
    concept(word)
    for word in (
        "miss", "fail", "refuse", "deny", "lack", "without", "avoid", "stop", "prevent", "block",
        "reject", "unable", "end", "lose", "rule", "doubt", "false", "wrong", "absent", "decline",
    )
)  # fmt: skip
_BOUND = frozenset({"least", "more", "less", "fewer", "most"})
_ROUNDED = 0.1
_COUNTED = 20
