"""Who repeats, answers, confirms, denies or contradicts whom, by exact matches.

Every rule looks things up by a key and links to the first or the latest match, never all pairs:
ten thousand copies give ten thousand links. ``Link.start`` is the later statement.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from kgraph.model import Extraction, Link
from kgraph.resolve.claims import cluster
from kgraph.resolve.dates import days_between
from kgraph.resolve.replies import find_replies
from kgraph.resolve.sayings import Saying
from kgraph.resolve.text import fold_name, frame, telling, without_hedge, without_negation

WINDOW = 14
"""Days within which two contents are about the same matter, and an answer comes."""

OPPOSITES = frozenset({
    ("accept", "oppose"), ("accept", "reject"), ("admit", "deny"), ("agree", "oppose"),
    ("agree", "reject"), ("assert", "deny"), ("confirm", "deny"), ("intend", "reject"),
    ("praise", "criticise"), ("promise", "reject"), ("propose", "reject"), ("support", "oppose"),
    ("support", "reject"), ("want", "oppose"),
})  # fmt: skip
"""Acts that one speaker cannot do to the same thing without changing position."""

# Variants of one content that are held against each other pairwise; of more, each only against
# the first, so that "N people were killed" in a thousand articles stays linear.
_VARIANTS = 8


def find_relations(said: Sequence[Saying], extractions: Iterable[Extraction]) -> tuple[Link, ...]:
    """All relations between statements, each with the reasons for it; sorted.

    Args:
        said: All statements in the order of ``Saying.order``.
        extractions: The articles they stand in, for events and names.
    """
    clusters = cluster(said)
    links = [
        *_repeats(clusters.values()),
        *_lost_hedges(clusters.values()),
        *_verdicts(clusters.values()),
        *_contradictions(clusters.values()),
        *_updates(said),
        *find_replies(said, extractions, window=WINDOW),
    ]
    best: dict[tuple[str, str, str], Link] = {}
    for link in links:
        key = (link.relation, link.start, link.end)
        if key not in best or (best[key].score, best[key].reasons) < (link.score, link.reasons):
            best[key] = link
    return tuple(best[key] for key in sorted(best))


def _repeats(clusters: Iterable[list[Saying]]) -> Iterator[Link]:
    """Later statements of a claim repeat its first; a copy launders where it lost something."""
    for first, *later in clusters:
        for saying in later:
            if saying.article.id == first.article.id or saying.statement.act == "confirm":
                continue
            copy = bool(first.group) and saying.group == first.group
            how = (
                "same words in a copy of one text" if copy else f"same words{_after(first, saying)}"
            )
            yield _link("repeats", saying, first, 1.0 if copy else 0.9, how)
            lost = list(_lost(first, saying, copy=copy))
            if lost:
                yield _link("launders", saying, first, 0.9 if copy else 0.7, *lost)


def _lost(first: Saying, later: Saying, *, copy: bool) -> Iterator[str]:
    """What the same words have lost on their way, in words."""
    if first.statement.modality == "possible" and later.statement.modality == "asserted":
        yield "the hedge is gone: possible became asserted"
    if not copy:
        return
    if first.named and not later.named:
        yield "the speaker's name is gone"
    own = {fold_name(later.article.outlet), *(fold_name(name) for name in later.article.credits)}
    gone = [r for r in first.relays if r not in later.relays and r not in own]
    if gone and later.actor == first.actor:
        yield f"the relay is gone: {', '.join(gone)}"


def _lost_hedges(clusters: Iterable[list[Saying]]) -> Iterator[Link]:
    """A claim that says for certain what an earlier one held possible, else in the same words."""
    hedged: defaultdict[Hashable, list[Saying]] = defaultdict(list)
    for first, *_ in clusters:
        core = without_hedge(first.matter)
        if len(telling(core)) >= 3:
            hedged[first.stance, core].append(first)
    for variants in hedged.values():
        unsure = next((s for s in variants if s.statement.modality == "possible"), None)
        for saying in variants:
            if unsure is None or saying.order <= unsure.order or saying.matter == unsure.matter:
                continue
            if saying.statement.modality == "asserted" and _near(unsure, saying):
                yield _link(
                    "launders", saying, unsure, 0.7, "the hedge is gone: possible became asserted",
                    "else the same words",
                )  # fmt: skip


def _verdicts(clusters: Iterable[list[Saying]]) -> Iterator[Link]:
    """A denial or a confirmation of what someone else said before in the same words."""
    told: defaultdict[Hashable, list[Saying]] = defaultdict(list)
    verdicts: list[Saying] = []
    for members in clusters:
        for key, _ in _matters(members[0]):
            told[key].append(members[0])
        verdicts += [s for s in members if s.statement.act in ("deny", "confirm")]
    for verdict in verdicts:
        relation = "denies" if verdict.statement.act == "deny" else "confirms"
        for key, reason in _matters(verdict):
            for saying in told[key][:_VARIANTS]:
                agree = saying.negated == verdict.negated
                if (
                    saying.statement.act not in ("deny", "confirm")
                    and saying.stance == "telling"
                    and saying.actor != verdict.actor
                    and saying.order < verdict.order
                    and agree == (relation == "confirms")
                ):
                    score = 0.9 if reason.startswith("same words") else 0.8
                    yield _link(relation, verdict, saying, score, reason + _after(saying, verdict))


def _matters(saying: Saying) -> Iterator[tuple[Hashable, str]]:
    """Keys under which a statement meets what says the same or the opposite, with the reason."""
    core = without_negation(saying.matter)
    if len(telling(core)) >= 3:
        yield ("words", core), "same words, negation aside"
    said = saying.statement.proposition
    if said and said.object:
        parts = fold_name(said.subject), fold_name(said.relation), fold_name(said.object)
        if all(parts) and telling(parts[:1]):
            yield ("proposition", *parts), f"same proposition: {' '.join(parts)}"


def _contradictions(clusters: Iterable[list[Saying]]) -> Iterator[Link]:
    """Two speakers whose words differ only in a number, a date or a negation."""
    frames: defaultdict[Hashable, list[list[Saying]]] = defaultdict(list)
    for members in clusters:
        first = members[0]
        if first.stance != "telling":
            continue
        blank, _ = frame(without_negation(first.matter))
        if len(telling(blank)) >= 3:
            frames[blank].append(members)
    for variants in frames.values():
        against = variants if len(variants) <= _VARIANTS else variants[:1]
        for members in variants:
            for earlier in against:
                yield from _conflict(earlier, members)


def _conflict(earlier: list[Saying], later: list[Saying]) -> Iterator[Link]:
    first = earlier[0]
    other = next((s for s in later if s.actor and s.actor != first.actor), None)
    if other is None or not first.actor or other.order <= first.order or not _near(first, other):
        return
    differing = _difference(first, other)
    if differing:
        days = days_between(first.day, other.day) or 0
        reasons = (f"same words but {differing}", *(["said on different days"] if days else []))
        yield _link("contradicts", other, first, 0.7 if days else 0.9, *reasons)


def _difference(first: Saying, other: Saying) -> str:
    """In what two statements of one frame differ, in words; "" where in nothing."""
    old, new = (frame(without_negation(s.matter))[1] for s in (first, other))
    if old != new:
        return f"{', '.join(old)} against {', '.join(new)}"
    return "one is negated" if first.negated != other.negated else ""


def _updates(said: Iterable[Saying]) -> Iterator[Link]:
    """The same speaker later takes back, changes a number of, or turns round what he said."""
    last: dict[Hashable, Saying] = {}
    for saying in said:
        if not (saying.actor and saying.named):
            continue
        for key, kind in _positions(saying):
            before = last.get(key)
            last[key] = saying
            if before is None or not sooner(before, saying):
                continue
            change = _change(before, saying, kind)
            if change:
                yield _link("updates", saying, before, 0.8, change + _after(before, saying))


def _positions(saying: Saying) -> Iterator[tuple[Hashable, str]]:
    blank, _ = frame(without_negation(without_hedge(saying.matter)))
    if len(telling(blank)) >= 2:
        yield (saying.actor, "frame", blank), "frame"
    said = saying.statement.proposition
    topic = fold_name(said.object) if said else ""
    if telling(tuple(topic.split())):
        yield (saying.actor, "topic", topic), "topic"


def _change(before: Saying, after: Saying, kind: str) -> str:
    """How a position changed, in words, or ""."""
    acts = before.statement.act, after.statement.act
    if acts in OPPOSITES or acts[::-1] in OPPOSITES:
        return f"{acts[0]} became {acts[1]}"
    if kind != "frame" or before.stance != after.stance:
        return ""
    differing = _difference(before, after)
    if not differing and before.statement.modality != after.statement.modality:
        differing = f"{before.statement.modality} became {after.statement.modality}"
    return f"same words but {differing}" if differing else ""


def sooner(before: Saying, after: Saying) -> bool:
    """Whether one was said on an earlier day, or else published earlier, than the other."""
    if before.day[:10] != after.day[:10]:
        return bool(before.day) and before.day[:10] < after.day[:10]
    return before.published < after.published and before.unit != after.unit


def _near(first: Saying, other: Saying) -> bool:
    days = days_between(first.day, other.day)
    return days is not None and abs(days) <= WINDOW


def _after(first: Saying, other: Saying) -> str:
    days = days_between(first.day, other.day)
    return f", {days} days later" if days and days > 1 else ", a day later" if days == 1 else ""


def _link(relation: str, start: Saying, end: Saying, score: float, *reasons: str) -> Link:
    return Link(relation=relation, start=start.iri, end=end.iri, score=score, reasons=reasons)
