"""What speaks for and against two occurrences being one event."""

from dataclasses import dataclass

from kgraph.resolve.stories import is_everywhere

_ROLES = (
    ("one agent", 0.4, -0.3),
    ("one object", 0.5, -0.3),
    ("one place", 0.4, -0.4),
)
"""What it weighs that both have it, and that each has another."""

_ONE_ARTICLE = 0.7
_ONE_STORY = 2.0
_ONE_PARTICIPANT = 0.3
_LIKE_WORDS = 0.8
_FREQUENT_WORD = -0.9
_ONE_TIME = 0.4


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word that tells of something happening, with what it is held against.

    Attributes:
        place: Its number in the article.
        node: Its name among ties.
        word: As the article spells it, without case.
        roles: What stands for its agents, objects and places.
        who: What stands for its agents or objects.
        around: The telling words beside it.
        when: ISO 8601 date, or two with a slash between, or "".
    """

    place: int
    node: str
    word: str
    roles: tuple[frozenset[str], frozenset[str], frozenset[str]]
    who: frozenset[str]
    around: frozenset[str]
    when: str


def weigh(
    a: Occurrence, b: Occurrence, likeness: float | None = None
) -> tuple[float, tuple[str, ...]]:
    """How much speaks for one event, and the reasons for it; another time rules it out.

    Args:
        a: An occurrence.
        b: Another of the same root.
        likeness: How alike their articles are; None where it is the same article.
    """
    if a.when and b.when and not _agree(a.when, b.when):
        return 0.0, ()
    if likeness is None:
        weight, why = _ONE_ARTICLE, ["one root", "one article"]
    else:
        weight, why = likeness * _ONE_STORY, ["one root", "one story"]
    apart = a.who.isdisjoint(b.who)
    for (name, one, another), own, other in zip(_ROLES, a.roles, b.roles, strict=True):
        if own and other:
            if not own.isdisjoint(other):
                weight += one
                why.append(name)
            elif apart:
                weight += another
    if not apart and len(why) == 2:
        weight += _ONE_PARTICIPANT
        why.append("one participant")
    shared = len(a.around & b.around)
    if shared:
        weight += _LIKE_WORDS * shared / min(len(a.around), len(b.around))
        why.append("like words around")
    if is_everywhere(a.word) or is_everywhere(b.word):
        weight += _FREQUENT_WORD
    if a.when and b.when:
        weight += _ONE_TIME
        why.append("one time")
    return weight, tuple(why)


def _agree(a: str, b: str) -> bool:
    """Whether two times share a day, as far as they tell."""
    (low, high), (first, last) = _ends(a), _ends(b)
    return not (_before(high, first) or _before(last, low))


def _ends(when: str) -> tuple[str, str]:
    start, _, end = when.partition("/")
    return start, ("9" if end == ".." else end or start)


def _before(a: str, b: str) -> bool:
    size = min(len(a), len(b))
    return a[:size] < b[:size]
