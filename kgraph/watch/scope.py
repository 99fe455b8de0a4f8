"""Which statements a diff is about: those of watched things, of a topic, or all."""

from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.errors import CallError
from kgraph.model import Watch
from kgraph.store import Store
from kgraph.watch.lists import Standing, standing
from kgraph.watch.told import Told
from kgraph.watch.topics import words_of
from kgraph.watch.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A watched thing with what it stands for.

    Attributes:
        words: What a watched topic or watched words are looked for by; else None.
        topic: What alone is watched of it, or None for all.
    """

    watch: Watch
    standing: Standing
    words: Words | None = None
    topic: Words | None = None

    @property
    def name(self) -> str:
        """What it is called, with its topic."""
        return f"{self.watch.name} on {self.watch.topic}" if self.watch.topic else self.watch.name

    @property
    def gone(self) -> bool:
        """Whether the store holds nothing that it stands for."""
        return self.watch.kind in ("actor", "claim", "outlet") and not self.standing.iris

    def holds(self, told: Told) -> bool:
        """Whether the statement is one of what is watched."""
        if self.topic is not None and not self.topic.stand_in(told.texts):
            return False
        match self.watch.kind:
            case "actor":
                if not told.actor and told.speaker.casefold() in self.standing.names:
                    return True
                return bool(self.standing.iris & {told.actor, *told.addressees})
            case "claim":
                return told.claim in self.standing.iris
            case "outlet":
                return told.publisher in self.standing.iris
            case _:
                return self.words is not None and self.words.stand_in((told.speaker, *told.texts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a diff is about.

    Attributes:
        watched: Watched things; where there are none, everything.
        topic: What alone is told of, or None for all.
        topics: IRIs of the topics that ``topic`` stands for; none where it is words alone.
    """

    watched: tuple[Watched, ...] = ()
    topic: Words | None = None
    topics: frozenset[str] = frozenset()

    def names(self, told: Told) -> tuple[str, ...] | None:
        """Names of the watched things that the statement belongs to; None where it is left out."""
        if self.topic is not None and not self.topic.stand_in(told.texts):
            return None
        if not self.watched:
            return ()
        return tuple(dict.fromkeys(w.name for w in self.watched if w.holds(told))) or None


def scope(
    store: Store,
    listed: Iterable[Watch],
    topic: Words | None = None,
    topics: frozenset[str] = frozenset(),
) -> Scope:
    """The scope of these watched things as the store is now.

    Raises:
        CallError: A watched topic is not defined.
    """
    watched = tuple(_watched(store, one) for one in listed)
    return Scope(watched=watched, topic=topic, topics=topics)


def _watched(store: Store, one: Watch) -> Watched:
    words = Words([one.name]) if one.kind == "words" else None
    if one.kind == "topic":
        words = _topic(store, one.name, one)
    return Watched(
        watch=one,
        standing=standing(store, one),
        words=words,
        topic=_topic(store, one.topic, one) if one.topic else None,
    )


def _topic(store: Store, name: str, one: Watch) -> Words:
    words = words_of(store, name)
    if words is None:
        raise CallError(
            name,
            f"list '{one.list}' watches this topic, and it is not defined",
            f"define it: kgraph topics add '{name}' WORD…, or: kgraph watch remove '{one.name}'",
        )
    return words
