"""Claims: what statements that say the same have in common, and from how many origins they come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Protocol

from kgraph.ids import local
from kgraph.model import Claim
from kgraph.resolve.sayings import Content, Saying

VOICES = 5
"""Speakers of a claim that are kept apart."""

Voice = tuple[str, str, str, str]
"""Rank, statement, actor and day of the first statement of one speaker."""


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
class ClaimRecord(Content):
    """A claim by its first statement, with its other speakers.

    Attributes:
        topics: What its first statement is about, as words to find again.
        voices: The first statement of each speaker with an actor, by rank; the first five.
        origins: Number of independent origins.
    """

    topics: tuple[str, ...]
    voices: tuple[Voice, ...]
    origins: int

    @property
    def id(self) -> str:
        """The claim's id: the digest of its earliest wording."""
        return self.wording_id


def claim_of(members: Sequence[Saying]) -> ClaimRecord:
    """The claim that some statements make.

    Args:
        members: All of them, by rank.
    """
    first = members[0]
    voices: dict[str, Voice] = {}
    for saying in members:
        if saying.actor and saying.actor not in voices and len(voices) < VOICES:
            voices[saying.actor] = (saying.rank, saying.iri, saying.actor, saying.day)
    shared = {field.name: getattr(first, field.name) for field in fields(Content)}
    return ClaimRecord(
        **shared,
        topics=first.topics,
        voices=tuple(voices.values()),
        origins=count_origins(members),
    )


def as_claim(
    record: ClaimRecord, members: Sequence[Saying], repeated: Iterable[tuple[str, str]] = ()
) -> Claim:
    """The claim as the model has it.

    Args:
        record: The claim.
        members: Its statements, by rank.
        repeated: IRI and outlet of each article that carries it in its own voice.
    """
    repeated = sorted(repeated)
    outlets = {saying.outlet_name for saying in members} | {outlet for _, outlet in repeated}
    return Claim(
        id=record.id,
        headline=record.headline,
        statements=tuple(saying.iri for saying in members),
        origins=record.origins,
        repeated=tuple(iri for iri, _ in repeated),
        speakers=tuple(sorted({local("actor", s.actor) for s in members if s.actor})),
        outlets=tuple(sorted(outlets - {""})),
        # A day without an hour sorts before every hour of that day.
        published=min((saying.dated for saying in members if saying.dated), default=""),
    )


def count_origins(members: Iterable[Sourced]) -> int:
    """How many independent origins the statements have.

    Articles of one copy group, of one outlet, or with one relay or credited agency between them
    and the speaker, are one origin.
    """
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    roots = []
    for saying in members:
        first, *others = _ties(saying)
        for other in others:
            parent[root(other)] = root(first)
        roots.append(first)
    return len({root(name) for name in roots})


def _ties(saying: Sourced) -> Iterator[str]:
    """What makes the statement depend on the same origin as another one."""
    yield f"unit {saying.unit}"
    if saying.outlet:
        yield f"name {saying.outlet}"
    for name in saying.relays or saying.credits:
        yield f"name {name}"
