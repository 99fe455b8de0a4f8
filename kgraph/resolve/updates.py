"""Who changes his position: a speaker's words held against what he said last of the matter."""

from collections.abc import Iterator, Sequence

from kgraph.model import Link
from kgraph.resolve.conflicts import blank, difference
from kgraph.resolve.content import Content
from kgraph.resolve.dates import days_between, days_later
from kgraph.resolve.readings import are_turned
from kgraph.resolve.sayings import Saying
from kgraph.resolve.stories import tells_a_matter
from kgraph.resolve.text import NEGATIONS, points_outside, telling, without_hedge, without_negation
from kgraph.resolve.trimmed import common

OPPOSITES = frozenset({
    ("accept", "oppose"), ("accept", "reject"), ("admit", "deny"), ("agree", "oppose"),
    ("agree", "reject"), ("assert", "deny"), ("confirm", "deny"), ("intend", "reject"),
    ("praise", "criticise"), ("promise", "reject"), ("propose", "reject"), ("support", "oppose"),
    ("support", "reject"), ("want", "oppose"),
})  # fmt: skip
"""Acts that one speaker cannot do to the same thing without changing position."""

COUNTED = 30
"""Days within which two figures or dates are of one count or event."""

MEANT = 14
"""Days within which one frequent word ("the plan") is one matter."""

_LEAST = 0.85
_LEAST_DONE = 0.6
_SHORTEST = 0.4
_SELF = frozenset({"i", "we", "he", "she", "it", "they", ""})
_AHEAD = frozenset({"will", "would", "shall", "to"})


def update_keys(saying: Saying) -> Iterator[str]:
    """The blocks in which a speaker's words on one matter follow each other."""
    yield from (key for key, _ in _positions(saying))


def find_updates(saying: Saying, before: Sequence[Saying]) -> tuple[Link, ...]:
    """The same speaker later takes back, changes a number of, or turns round what he said."""
    kinds = dict(_positions(saying))
    last = {key: one for one in before for key, _ in _positions(one) if key in kinds}
    links: dict[str, Link] = {}
    for key in sorted(last, key=lambda one: kinds[one] != "frame"):
        one = last[key]
        change = _change(one, saying, kinds[key]) if sooner(one, saying) else ""
        if change:
            link = Link(
                relation="updates",
                start=saying.iri,
                end=one.iri,
                score=0.8,
                reasons=(change + days_later(one.day, saying.day),),
            )
            links.setdefault(one.iri, link)
    return tuple(links[iri] for iri in sorted(links))


def _positions(saying: Saying) -> Iterator[tuple[str, str]]:
    """Keys of the matters that a named speaker takes a position on, and what kind each is."""
    if not (saying.actor and saying.named):
        return
    words = blank(saying)
    if len(telling(words)) >= 2:
        yield "\x1f".join(("position", saying.actor, "frame", *words)), "frame"
    if not saying.proposition:
        return
    subject, relation, topic, _ = saying.proposition
    about = tuple(topic.split())
    # "His remarks" are others each time.
    if telling(about) and not points_outside(about):
        thing = saying.is_a_thing
        doer = "" if thing or subject in _SELF or subject == saying.speaker else subject
        deed = "" if thing else relation
        yield f"position\x1f{saying.actor}\x1fdeed\x1f{doer}\x1f{deed}\x1f{topic}", "deed"


def _change(before: Saying, after: Saying, kind: str) -> str:
    """How a position changed, in words, or ""."""
    if kind == "deed" and not _are_of_one_matter(before, after):
        return ""
    acts = before.act, after.act
    turned = before.double or after.double
    if not turned and (acts in OPPOSITES or acts[::-1] in OPPOSITES):
        told = before.negated != before.denies, after.negated != after.denies
        if kind == "frame" or _contained(before, after, _LEAST):
            return f"{acts[0]} became {acts[1]}" if told[0] == told[1] else ""
    if before.stance != after.stance:
        return ""
    if kind == "frame":
        return _reworded(before, after)
    if _contained(before, after, _LEAST) and _turned(before, after):
        return "same proposition but one is negated"
    if (
        before.modality == "planned"
        and after.modality == "asserted"
        and before.negated == after.negated
        and _AHEAD.isdisjoint(after.words)
        and _contained(before, after, _LEAST_DONE)
    ):
        return "planned became done"
    return ""


def _are_of_one_matter(before: Saying, after: Saying) -> bool:
    """Whether what both are about, which is called the same, is the same."""
    days = days_between(before.day, after.day)
    topics = [one.proposition[2].split() for one in (before, after) if one.proposition]
    return (days is not None and days <= MEANT) or all(
        tells_a_matter(telling(tuple(topic))) for topic in topics
    )


def _turned(before: Saying, after: Saying) -> bool:
    """Whether one says no to what the other says; which of several negations does can't be told."""
    several = any(sum(word in NEGATIONS for word in one.words) > 1 for one in (before, after))
    return before.negated != after.negated and not several and are_turned(before, after)


def _reworded(before: Saying, after: Saying) -> str:
    """In what the same words differ, in words, or ""."""
    found = difference(before, after)
    if found is not None:
        days = days_between(before.day, after.day)
        counted = found.kind == "negation" or (days is not None and days <= COUNTED)
        return f"same words but {found.words}" if counted else ""
    # A hedge stands somewhere: where no word differs, one of the two is misread.
    if (
        before.modality != after.modality
        and before.words != after.words
        and _plain(before) == _plain(after) != ()
    ):
        return f"same words but {before.modality} became {after.modality}"
    return ""


def _contained(a: Content, b: Content, least: float) -> bool:
    """Whether the telling words of the shorter stand in the longer, and are a good part of it."""
    fewer, more = sorted((_plain(a), _plain(b)), key=len)
    return len(fewer) >= max(1, _SHORTEST * len(more)) and common(fewer, more) >= least * len(fewer)


def _plain(content: Content) -> tuple[str, ...]:
    return telling(without_hedge(without_negation(content.words)))[:80]


def sooner(before: Content, after: Content) -> bool:
    """Whether one was said on an earlier day, or else published earlier, than the other."""
    if before.day[:10] != after.day[:10]:
        return bool(before.day) and before.day[:10] < after.day[:10]
    return before.published < after.published and before.unit != after.unit
