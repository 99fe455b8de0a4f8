"""What people decide, define and watch: kept beside the evidence, never derived."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kgraph import ids

Verdict: TypeAlias = Literal["same", "different", "unsure"]
WatchKind: TypeAlias = Literal["actor", "claim", "topic", "outlet", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided of two things; it wins over every rule until it is undone.

    Attributes:
        a: IRI of an entity, an actor, a statement or a claim.
        b: IRI of another of that kind.
        by: Who decided.
        at: ISO 8601 date-time of the decision.
        undone: ISO 8601 date-time at which it was taken back, or "" while it stands.
    """

    id: str
    a: str
    b: str
    verdict: Verdict
    note: str = ""
    by: str = ""
    at: str = ""
    undone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A matter that statements are about, told by the words that they hold.

    Attributes:
        iri: IRI of its SKOS concept.
        words: Its labels of every kind, its name among them, sorted.
        broader: IRIs of the topics that it is part of, sorted.
    """

    iri: str
    name: str
    words: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """One thing on a watch-list.

    Attributes:
        list: Name of the watch-list.
        kind: What is watched, which also says what ``name`` is.
        name: Name of an actor, outlet or topic, headline of a claim, or words to look for.
        type: Type of a watched actor, or "".
        anchor: IRI of an entity that stands for the actor or of a statement that makes the claim:
            evidence keeps its IRI when actors and claims are made anew. "" for other kinds.
        topic: Name of the topic that alone is watched of it, or "" for all that it says.
    """

    list: str
    kind: WatchKind
    name: str
    type: str = ""
    anchor: str = ""
    topic: str = ""

    @property
    def id(self) -> str:
        """The digest of all that it says."""
        return ids.digest(
            "watch", self.list, self.kind, self.name, self.type, self.anchor, self.topic
        )

    @property
    def iri(self) -> str:
        """The IRI that the store keeps it under."""
        return ids.local("watch", self.id)
