"""Who repeats, answers, confirms, denies or contradicts whom, by exact matches.

Every rule is a look-back: a statement or a claim is held against the latest few before it that
have a key in common, never against all. Ten thousand copies give ten thousand links.
``Link.start`` is the later statement.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kgraph.ids import digest
from kgraph.model import Link
from kgraph.resolve.claims import ClaimRecord
from kgraph.resolve.conflicts import CONFLICT_DAYS, conflict_keys, find_conflicts
from kgraph.resolve.content import Content
from kgraph.resolve.dates import days_between, days_later
from kgraph.resolve.paraphrase import (
    PARAPHRASE_DAYS,
    PARAPHRASE_LOOK_BACK,
    find_contrary,
    paraphrase_keys,
)
from kgraph.resolve.replies import (
    REPLY_DAYS,
    REPLY_LOOK_BACK,
    find_reply,
    reply_asking_keys,
    reply_told_keys,
)
from kgraph.resolve.sayings import Saying
from kgraph.resolve.text import telling, without_hedge, without_negation
from kgraph.resolve.trimmed import runs
from kgraph.resolve.updates import find_updates, update_keys

VARIANTS = 8
"""Latest claims of like words that one is held against."""

HEDGE_DAYS = 14
"""Days within which a hedge is lost rather than what was possible come true."""

VERDICTS = frozenset({"deny", "confirm"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Links by looking back: what asks is held against the latest of each block that it asks in.

    Attributes:
        name: What its keys begin with.
        limit: How many records each asks of in a block.
        days: How many days before it at most, or None where time does not count.
        of_claims: Whether claims ask; else statements do.
        to_claims: Whether claims are asked of; else statements are.
        asking_keys: The blocks that a record asks in.
        told_keys: The blocks that a record can be found in.
        find: The links from what asks to those before it, each once.
    """

    name: str
    limit: int
    days: int | None
    of_claims: bool
    to_claims: bool
    asking_keys: Callable[[Any], Iterable[str]]
    told_keys: Callable[[Any], Iterable[str]]
    find: Callable[[Any, Sequence[Any]], tuple[Link, ...]]


def begins(first: Saying) -> str:
    """The digest of what ``repeats_of`` looks at in the first statement of a claim."""
    return digest(
        "begins", first.iri, first.article, first.group, first.day, first.modality,
        str(first.named), first.actor, first.speaker, first.act, first.cue, *first.relays,
    )  # fmt: skip


def repeats_of(first: Saying, later: Saying) -> tuple[Link, ...]:
    """A later statement of a claim repeats its first; a copy launders where it lost something."""
    if later.article == first.article or later.act == "confirm":
        return ()
    copy = bool(first.group) and later.group == first.group
    words = "same words" if later.words == first.words else "one claim in other words"
    how = f"{words} in a copy of one text" if copy else words + days_later(first.day, later.day)
    links = [_link("repeats", later, first, 1.0 if copy else 0.9, how)]
    lost = list(_lost(first, later, copy=copy))
    if lost:
        links.append(_link("launders", later, first, 0.9 if copy else 0.7, *lost))
    return tuple(links)


def _lost(first: Saying, later: Saying, *, copy: bool) -> Iterator[str]:
    """What the same words have lost on their way, in words."""
    told = first.words, first.act, first.cue
    if (
        first.modality == "possible"
        and later.modality == "asserted"
        # A hedge stands somewhere: where nothing differs, one of the two is misread.
        and told != (later.words, later.act, later.cue)
    ):
        yield "the hedge is gone: possible became asserted"
    if not copy:
        return
    # "The Board" and "the board" name nobody more.
    is_gone = first.named and not later.named and first.speaker != later.speaker
    if is_gone and first.actor not in later.actors_near:
        yield "the speaker's name is gone"
    own = {later.outlet, *later.credits}
    gone = [r for r in first.relays if r not in later.relays and r not in own]
    if gone and later.actor == first.actor:
        yield f"the relay is gone: {', '.join(gone)}"


def hedge_keys(claim: ClaimRecord) -> Iterator[str]:
    """The block of the claims of one wording, hedges aside."""
    core = without_hedge(claim.matter)
    if len(telling(core)) >= 3:
        yield _key("hedge", claim.stance, *core)


def find_lost_hedges(claim: ClaimRecord, before: Sequence[ClaimRecord]) -> tuple[Link, ...]:
    """A claim says for certain what an earlier one held possible, else in the same words."""
    near = (one for one in before if _near(one.day, claim.day))
    unsure = next((one for one in near if one.modality == "possible"), None)
    if unsure is None or claim.modality != "asserted" or unsure.matter == claim.matter:
        return ()
    lost = "the hedge is gone: possible became asserted"
    return (_link("launders", claim, unsure, 0.7, lost, "else the same words"),)


def verdict_told_keys(claim: ClaimRecord) -> Iterator[str]:
    """The blocks in which a denial or a confirmation finds what it denies or confirms."""
    if claim.act not in VERDICTS and claim.stance == "telling":
        yield from (key for key, _ in _matters(claim))


def verdict_asking_keys(saying: Saying) -> Iterator[str]:
    """The blocks in which a denial or a confirmation looks."""
    if saying.act in VERDICTS and not saying.double:
        yield from (key for key, _ in _matters(saying))


def find_verdicts(saying: Saying, before: Sequence[ClaimRecord]) -> tuple[Link, ...]:
    """The statement denies or confirms what someone else said before in the same words."""
    relation = "denies" if saying.act == "deny" else "confirms"
    reasons = dict(_matters(saying))
    links = []
    for claim in before:
        agree = claim.negated == saying.negated
        if claim.actor == saying.actor or agree != (relation == "confirms"):
            continue
        if claim.article == saying.article and runs(saying.words, claim.words):
            continue  # the one is told in the other: "he stressed that the talks confirmed it"
        reason = next(reasons[key] for key, _ in _matters(claim) if key in reasons)
        score = 0.9 if reason.startswith("same words") else 0.8
        links.append(
            _link(relation, saying, claim, score, reason + days_later(claim.day, saying.day))
        )
    return tuple(links)


def _matters(content: Content) -> Iterator[tuple[str, str]]:
    """Keys under which a statement meets what says the same or the opposite, with the reason."""
    core = without_negation(content.matter)
    if len(telling(core)) >= 3:
        yield _key("verdict", "words", *core), "same words, negation aside"
    parts = tuple(part for part in content.proposition or () if isinstance(part, str))
    # "Russia is open" is said of too much.
    enough = len(telling(tuple(" ".join(parts).split()))) >= 3
    if parts and all(parts) and telling(parts[:1]) and enough:
        yield _key("verdict", "proposition", *parts), f"same proposition: {' '.join(parts)}"


def _near(first: str, other: str) -> bool:
    days = days_between(first, other)
    return days is not None and abs(days) <= HEDGE_DAYS


def _link(relation: str, start: Content, end: Content, score: float, *reasons: str) -> Link:
    return Link(relation=relation, start=start.iri, end=end.iri, score=score, reasons=reasons)


def _key(*parts: str) -> str:
    return "\x1f".join(parts)


RULES = (
    Rule(
        name="hedge", limit=VARIANTS, days=HEDGE_DAYS, of_claims=True, to_claims=True,
        asking_keys=hedge_keys, told_keys=hedge_keys, find=find_lost_hedges,
    ),
    Rule(
        name="verdict", limit=VARIANTS, days=None, of_claims=False, to_claims=True,
        asking_keys=verdict_asking_keys, told_keys=verdict_told_keys, find=find_verdicts,
    ),
    Rule(
        name="conflict", limit=VARIANTS, days=CONFLICT_DAYS, of_claims=True, to_claims=True,
        asking_keys=conflict_keys, told_keys=conflict_keys, find=find_conflicts,
    ),
    Rule(
        name="paraphrase", limit=PARAPHRASE_LOOK_BACK, days=PARAPHRASE_DAYS,
        of_claims=True, to_claims=True, asking_keys=paraphrase_keys, told_keys=paraphrase_keys,
        find=find_contrary,
    ),
    Rule(
        name="position", limit=1, days=None, of_claims=False, to_claims=False,
        asking_keys=update_keys, told_keys=update_keys, find=find_updates,
    ),
    Rule(
        name="reply", limit=REPLY_LOOK_BACK, days=REPLY_DAYS, of_claims=False, to_claims=True,
        asking_keys=reply_asking_keys, told_keys=reply_told_keys, find=find_reply,
    ),
)  # fmt: skip
"""All rules between statements of different claims."""
