"""Events, kept up to date: which articles are of one story, and what they both tell of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kgraph.model import Extraction
from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.edges import Edges
from kgraph.resolve.events import Told, events_of, happening_of, ties_of, told_of
from kgraph.resolve.stories import STORY_LOOK_BACK, Story, alike, story_keys, story_of
from kgraph.resolve.things import Things


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """Where an article's events are told of.

    Attributes:
        events: Node of an occurrence and IRI of the event that it tells of.
    """

    events: tuple[tuple[str, str], ...]


class Events:
    """What articles tell of, and which of it is one event."""

    def __init__(self, blocks: Blocks, things: Things) -> None:
        self._things = things
        self._stories = Table(blocks, Story, story_keys)
        self._alike = Edges(blocks, "alike")
        self._told = Table(blocks, Told)
        self._labelled = Table(blocks, Labelled)
        self._ties = Edges(blocks, "ties")
        self._relabelled: set[str] = set()

    def tell(self, extraction: Extraction, actor_of: Mapping[str, str], original: str) -> None:
        """What the article tells of is this, now that it is known who its entities are.

        Args:
            extraction: The article.
            actor_of: Ids of actors by the IRIs of its entities.
            original: IRI of the article that it is a copy of, or "". A copy is held against that
                alone, and nothing against a copy: ten thousand of them stay cheap.
        """
        iri = extraction.article.iri
        if original:
            self._stories.drop(iri)
            self._alike.put(iri, ((iri, original, (1.0,)),))
        else:
            self._stories.put(iri, story_of(extraction.article))
        self._told.put(iri, told_of(extraction, actor_of))
        self._label(iri, events_of(extraction))

    def update(self, gone: Iterable[str]) -> None:
        """The events are those of the articles that are there now."""
        for iri in gone:
            self._stories.drop(iri)
            self._told.drop(iri)
            self._label(iri, ())
            self._alike.put(iri, ())
            self._ties.put(iri, ())
        for iri in sorted(set(self._stories.followers("", STORY_LOOK_BACK))):
            story = self._stories.get(iri)
            assert story is not None
            before = self._stories.earlier(story_keys(story), story.rank, STORY_LOOK_BACK)
            self._alike.put(iri, ((iri, other, (like,)) for other, like in alike(story, before)))
        # An article is held against earlier ones: anew where these, or what it says, changed.
        later = {*self._alike.owners, *self._told.changed}
        later |= {a for iri in self._told.changed for a, b, _ in self._alike.of(iri) if b == iri}
        for iri in sorted(later):
            told = self._told.get(iri)
            if told is None:
                continue
            others = [
                (other, like)
                for a, b, (like,) in self._alike.of(iri)
                if a == iri and (other := self._told.get(b))
            ]
            self._ties.put(iri, ties_of(told, others))
        for members, edges in self._ties.components([*self._ties.touched, *self._relabelled]):
            self._group(members, edges)
        self._relabelled.clear()
        for table in (self._stories, self._told, self._labelled):
            table.forget_changes()
        for edges_ in (self._alike, self._ties):
            edges_.forget_changes()

    def _label(self, iri: str, events: tuple[tuple[str, str], ...]) -> None:
        before = self._labelled.get(iri)
        changed = set(before.events if before else ()) ^ set(events)
        self._relabelled |= {place for place, _ in changed}
        if events:
            self._labelled.put(iri, Labelled(events=events))
        else:
            self._labelled.drop(iri)

    def _group(
        self, members: Sequence[str], ties: Sequence[tuple[str, str, tuple[str, str, str]]]
    ) -> None:
        """The occurrences of a component are one event, which stands under the first of them."""
        labels = {
            label
            for iri in {member.split("\x1f")[0] for member in members}
            if (one := self._labelled.get(iri))
            for label in one.events
        }
        happening = (happening_of(members, ties, labels),) if ties else ()
        self._things.put(f"event {members[0]}", happening)
        for member in members[1:]:
            self._things.put(f"event {member}")
