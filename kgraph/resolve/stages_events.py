"""Events, kept up to date: which articles are of one story, and what they both tell of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kgraph.ids import local
from kgraph.model import Edge, Extraction, Happening, Telling, Thing
from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.edges import Edges
from kgraph.resolve.events import (
    Group,
    Told,
    article_of,
    groups_of,
    happening_id,
    ties_of,
    told_of,
)
from kgraph.resolve.stories import STORY_LOOK_BACK, Story, alike, story_keys, story_of
from kgraph.resolve.tallies import Tallies
from kgraph.resolve.things import Things

_REASONS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A group of occurrences is one event with one of an earlier article.

    Attributes:
        head: Its head.
        before: The other's head.
        why: The reason.
    """

    head: str
    before: str
    why: str

    @property
    def rank(self) -> str:
        """By head."""
        return self.head


class Events:
    """What articles tell of, and which of it is one event.

    The groups that tell of one event are a tree, in which each is tied to the likeliest of the
    articles before it. The event is called by the group at its root, so that one more article
    changes it only by what it says itself.
    """

    def __init__(self, blocks: Blocks, things: Things) -> None:
        self._things = things
        self._stories = Table(blocks, Story, story_keys)
        self._alike = Edges(blocks, "alike")
        self._told = Table(blocks, Told)
        self._tied = Table(blocks, Tied, lambda one: (_TO + one.before, _OF + article_of(one.head)))
        self._groups = Table(blocks, Group, lambda one: (_OF + article_of(one.head),))
        self._tallies = Tallies(blocks)

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

    def update(self, gone: Iterable[str]) -> None:
        """The events are those of the articles that are there now."""
        for iri in gone:
            self._stories.drop(iri)
            self._told.drop(iri)
            self._alike.put(iri, ())
        for iri in sorted(set(self._stories.followers("", STORY_LOOK_BACK))):
            story = self._stories.get(iri)
            assert story is not None
            before = self._stories.earlier(story_keys(story), story.rank, STORY_LOOK_BACK)
            self._alike.put(iri, ((iri, other, (like,)) for other, like in alike(story, before)))
        # An article is held against earlier ones: anew where these, or what it says, changed.
        later = {*self._alike.owners, *self._told.changed}
        later |= {a for iri in self._told.changed for a, b, _ in self._alike.of(iri) if b == iri}
        for iri in sorted(later):
            self._tie(iri)
        self._regroup()
        for table in (self._stories, self._told, self._tied, self._groups):
            table.forget_changes()
        self._alike.forget_changes()

    def _tie(self, iri: str) -> None:
        """The groups of an article are tied to those of the articles before it."""
        told = self._told.get(iri)
        ties: Iterable[tuple[str, str, str]] = ()
        if told:
            others = [
                (other, like)
                for a, b, (like,) in self._alike.of(iri)
                if a == iri and (other := self._told.get(b))
            ]
            ties = ties_of(told, others)
        self._tied.replace(
            self._tied.ids(_OF + iri),
            ((head, Tied(head=head, before=before, why=why)) for head, before, why in ties),
        )

    def _regroup(self) -> None:
        """What changed groups are part of, and these events, are as they are now."""
        own: dict[str, dict[str, Group]] = {}
        waiting: set[str] = set()
        for iri in self._told.changed:
            own[iri] = self._own(iri)
            waiting.update(self._groups.ids(_OF + iri))
            waiting.update(head for head, group in own[iri].items() if len(group.members) > 1)
        for head, old in self._tied.changed.items():
            waiting.add(head)
            waiting.update(one.before for one in (old, self._tied.get(head)) if one)
        roots: set[str] = set()
        while waiting:
            head = waiting.pop()
            iri = article_of(head)
            if iri not in own:
                own[iri] = self._own(iri)
            before, now = self._groups.get(head), self._placed(own[iri].get(head))
            if before == now:
                continue
            self._groups.replace([head], [(head, now)] if now else ())
            for group, times in ((before, -1), (now, 1)):
                if group:
                    roots.add(group.root)
                    self._tallies.count(_EVENT + group.root, _tallied(group), times)
            self._things.put(f"event {head}", _tellings(now) if now else ())
            if not before or not now or before.root != now.root:
                waiting.update(self._tied.ids(_TO + head))
        for root in roots:
            self._name(root)

    def _own(self, iri: str) -> dict[str, Group]:
        told = self._told.get(iri)
        return groups_of(told) if told else {}

    def _placed(self, group: Group | None) -> Group | None:
        """The group as part of its event; None where it tells of nothing that any other tells of."""
        if not group:
            return None
        tied = self._tied.get(group.head)
        if tied:
            return replace(group, root=self._root(tied.before), reasons=(*group.reasons, tied.why))
        alone = len(group.members) == 1 and not self._tied.first(_TO + group.head, 1)
        return None if alone else group

    def _root(self, head: str) -> str:
        """The head that the event of a head is called by; every tie goes to an earlier article."""
        while tied := self._tied.get(head):
            head = tied.before
        return head

    def _name(self, root: str) -> None:
        """The event is called by the word that most use, and has the commonest reasons."""
        words, reasons = (
            sorted(self._tallies.of(_EVENT + root, kind), key=lambda one: (-one[1], one[0]))
            for kind in ("word", "reason")
        )
        happening = Happening(
            id=happening_id(root),
            name=words[0][0] if words else "",
            reasons=tuple(why for why, _ in reasons[:_REASONS]),
        )
        self._things.put(f"happening {root}", (happening,) if words else ())


_TO, _OF = "to\x1f", "of\x1f"
_EVENT = "event "


def _tallied(group: Group) -> Iterator[tuple[str, str]]:
    yield from (("word", word) for _, _, word in group.members)
    yield from (("reason", why) for why in group.reasons)


def _tellings(group: Group) -> Iterator[Thing]:
    article, event = article_of(group.head), local("happening", happening_id(group.root))
    for begin, end, _ in group.members:
        yield Telling(article=article, begin=begin, end=end, happening=event)
    for iri in group.events:
        yield Edge(start=iri, relation="tellsOf", end=event)
