"""Who answers whom across articles: the answer names who spoke and what about."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kgraph.model import Link
from kgraph.resolve.claims import ClaimRecord
from kgraph.resolve.dates import days_between
from kgraph.resolve.sayings import ADDRESSED, Saying
from kgraph.resolve.stories import tells_a_matter
from kgraph.resolve.text import telling

OPENING = frozenset({
    "accuse", "announce", "ask", "call-on", "demand", "promise", "propose", "request", "threaten",
    "warn",
})  # fmt: skip
"""Acts that call for an answer; among several matches they come first."""

BACKING = frozenset({"agree", "praise", "support"})
"""Acts that back what they answer."""

REPLY_DAYS = 14
"""Days within which an answer comes."""

REPLY_LOOK_BACK = 50
"""Latest claims of each actor named that an answer is held against."""


def reply_told_keys(claim: ClaimRecord) -> Iterator[str]:
    """The blocks in which a claim can be found by its speaker."""
    if claim.actor and claim.named and claim.topics:
        yield f"reply\x1f{claim.actor}"
        *first, last = claim.speaker.split()
        if first:
            yield f"reply\x1f… {last}"


def reply_asking_keys(saying: Saying) -> Iterator[str]:
    """The blocks of those whom an answer may answer."""
    for actor, surname, _, _ in saying.answers_to:
        if actor:
            yield f"reply\x1f{actor}"
        if surname:
            yield f"reply\x1f… {surname}"


def find_reply(saying: Saying, before: Sequence[ClaimRecord]) -> tuple[Link, ...]:
    """The link from an answer to the first statement of the claim that it answers, if any.

    An answer is an act of ``ANSWERING`` that says of the claim's topic that it is the speaker's,
    or that is addressed to him, within some days. Where the words say outright that they respond
    to him, the topic may stand at the beginning of the article. What backs the claim supports it
    besides.
    """
    best: tuple[tuple[bool, bool, str], ClaimRecord, str, list[str]] | None = None
    for claim, how, theirs in _meant(saying, before):
        topics = [one for one in claim.topics if _is_telling(one, claim.act)]
        here = [topic for topic in topics if _held(topic, theirs)]
        shared = here
        if how == ADDRESSED and saying.responding_words and not here:
            wide = f" {' '.join(saying.responding_words)} "
            shared = [topic for topic in topics if _held(topic, wide)]
        order = (bool(here), claim.act in OPENING, claim.day)
        # Of one day's claims the first is answered: the others repeat it.
        if shared and (best is None or order > best[0]):
            best = order, claim, how, shared
    if best is None:
        return ()
    (close, opening, _), claim, how, shared = best
    where = "same topic" if close else "same topic in the article"
    reasons = (how, f"{where}: {', '.join(shared)}", f"act: {saying.act}")
    backs = close and saying.act in BACKING and saying.polarity == "positive"
    return tuple(
        Link(
            relation=relation,
            start=saying.iri,
            end=claim.iri,
            score=round(score, 2),
            reasons=reasons,
        )
        for relation, score, holds in (
            ("respondsTo", 0.6 + 0.1 * close + 0.1 * opening, True),
            ("supports", 0.6 + 0.1 * opening, backs and claim.stance != "against"),
        )
        if holds
    )


def _meant(saying: Saying, before: Sequence[ClaimRecord]) -> Iterator[tuple[ClaimRecord, str, str]]:
    """The claims of those whom it may answer, made elsewhere in the days before.

    With how that is known, and the words that are said to be theirs. By the last name alone only
    where one speaker has it.
    """
    by_actor: defaultdict[str, list[ClaimRecord]] = defaultdict(list)
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for claim in before:
        days = days_between(claim.day, saying.day)
        elsewhere = claim.article != saying.article and claim.actor != saying.actor
        if elsewhere and days is not None and 0 <= days <= REPLY_DAYS:
            by_actor[claim.actor].append(claim)
            bearers[claim.speaker.split()[-1]].add(claim.actor)
    for actor, surname, how, theirs in saying.answers_to:
        for claim in by_actor.get(actor, ()):
            yield claim, how, theirs
        if len(bearers.get(surname, ())) == 1 and bearers[surname] != {actor}:
            for claim in by_actor[next(iter(bearers[surname]))]:
                yield claim, "names the speaker by the last name", theirs


def _is_telling(topic: str, act: str) -> bool:
    """Whether it tells what is answered; one word ("ceasefire") does of what calls for an answer."""
    return (" " in topic or act in OPENING) and tells_a_matter(telling(tuple(topic.split())))


def _held(topic: str, text: str) -> bool:
    return f" {' '.join(telling(tuple(topic.split())))} " in text
