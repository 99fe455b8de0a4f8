"""Claims: what statements that say the same have in common, and from how many origins they come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Protocol

from kgraph.resolve.content import Content
from kgraph.resolve.sayings import Saying

VOICES = 5
"""Speakers of a claim that are kept apart."""

Voice = tuple[str, str, str, str]
"""Rank, statement, actor and day of the first statement of one speaker."""

_SEP = "\x1f"


class Sourced(Protocol):
    """What the origin of a statement shows by; folded names."""

    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def outlet(self) -> str: ...  # noqa: D102
    @property
    def credits(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def relays(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """The first statement of one speaker in one wording.

    Attributes:
        wording: Id of the wording.
        actor: Id of the speaker's actor.
        rank: Rank of the statement.
        iri: IRI of the statement.
        day: When it was said.
    """

    wording: str
    actor: str
    rank: str
    iri: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord(Content):
    """A claim by its first statement, with its other speakers.

    Attributes:
        id: The digest of the earliest wording that no person took a statement out to.
        topics: What its first statement is about, as words to find again.
        voices: The first statement of each speaker with an actor, by rank; the first five.
        origins: Number of independent origins.
    """

    id: str
    topics: tuple[str, ...]
    voices: tuple[Voice, ...]
    origins: int


def claim_of(id_: str, first: Saying, voices: Iterable[Voiced], origins: int) -> ClaimRecord:
    """The claim that begins with a statement.

    Args:
        id_: Id of the wording that it is named after.
        first: The first of its statements.
        voices: The first statements of speakers in each of its wordings, the earliest five at least.
        origins: Number of independent origins.
    """
    found: dict[str, Voice] = {}
    for one in sorted(voices, key=lambda voice: voice.rank):
        if one.actor not in found and len(found) < VOICES:
            found[one.actor] = (one.rank, one.iri, one.actor, one.day)
    shared = {field.name: getattr(first, field.name) for field in fields(Content)}
    return ClaimRecord(
        **shared, id=id_, topics=first.topics, voices=tuple(found.values()), origins=origins
    )


def voiced(saying: Saying) -> Voiced:
    """The statement as the first of its speaker in its wording."""
    return Voiced(
        wording=saying.wording_id,
        actor=saying.actor,
        rank=saying.rank,
        iri=saying.iri,
        day=saying.day,
    )


def tallied(saying: Saying) -> Iterator[tuple[str, str]]:
    """What is counted of a claim's statements, so that none has to be read again: kind and value."""
    yield "origin", _SEP.join(_tie_of(saying))
    if saying.outlet_name:
        yield "outlet", saying.outlet_name
    if saying.dated:
        yield "dated", saying.dated


def origins_of(values: Iterable[str]) -> int:
    """How many independent origins there are among the values that ``tallied`` gives for them."""
    return _connected(value.split(_SEP) for value in values)


def count_origins(members: Iterable[Sourced]) -> int:
    """How many independent origins the statements have.

    Articles of one copy group, of one outlet, or with one relay or credited agency between them
    and the speaker, are one origin.
    """
    return _connected(_ties(saying) for saying in members)


def _connected(each: Iterable[Iterable[str]]) -> int:
    """How many groups there are of what has a tie in common."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for ties in each:
        first, *others = ties
        root(first)
        for other in others:
            parent[root(other)] = root(first)
    return len({root(name) for name in [*parent]})


def _tie_of(saying: Saying) -> Iterator[str]:
    """Its ties; an article that is nobody's copy has its outlet in common with itself already."""
    unit, *names = _ties(saying)
    if saying.group or not saying.outlet:
        yield unit
    yield from sorted(set(names))


def _ties(saying: Sourced) -> Iterator[str]:
    """What makes the statement depend on the same origin as another one."""
    yield f"unit {saying.unit}"
    if saying.outlet:
        yield f"name {saying.outlet}"
    for name in saying.relays or saying.credits:
        yield f"name {name}"
