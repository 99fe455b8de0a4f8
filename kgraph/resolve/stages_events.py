"""Events, kept up to date: which articles are of one story, and what they both tell of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgraph.ids import local
from kgraph.model import Edge, Extraction, Happening, Telling, Thing
from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.edges import Edges
from kgraph.resolve.events import (
    Group,
    Tie,
    Told,
    article_of,
    groups_of,
    happening_id,
    ties_of,
    told_of,
)
from kgraph.resolve.stories import STORY_DAYS, STORY_LOOK_BACK, Story, alike, story_keys, story_of
from kgraph.resolve.tallies import Tallies
from kgraph.resolve.things import Things

_REASONS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """What makes groups of an article one event with groups of earlier articles.

    Attributes:
        article: IRI of the article.
        ties: Head of a group, that of the earlier one, and the reason.
    """

    article: str
    ties: tuple[Tie, ...]

    @property
    def rank(self) -> str:
        """By article."""
        return self.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """The groups of an article that are one event with anything, with the events' roots."""

    groups: tuple[Group, ...]


class Events:
    """What articles tell of, and which of it is one event.

    The groups that tell of one event are a tree, in which each is tied to the likeliest of the
    articles before it. The event is called by the group at its root, so that one more article
    changes it only by what it says itself.
    """

    def __init__(self, blocks: Blocks, things: Things) -> None:
        self._things = things
        self._stories = Table(blocks, Story, story_keys, remembered=1_000)
        self._alike = Edges(blocks, "alike")
        self._told = Table(blocks, Told, remembered=500)
        self._tied = Table(blocks, Tied, _earlier, remembered=500)
        self._grouped = Table(blocks, Grouped, remembered=500)
        self._tallies = Tallies(blocks)

    def tell(self, extraction: Extraction, original: str) -> None:
        """What the article tells of is this.

        Args:
            extraction: The article.
            original: IRI of the article that it is a copy of, or "". A copy is held against that
                alone, and nothing against a copy: ten thousand of them stay cheap.
        """
        iri = extraction.article.iri
        if original:
            self._stories.drop(iri)
            self._alike.put(iri, ((iri, original, (1.0, True)),))
        else:
            self._stories.put(iri, story_of(extraction.article))
        self._told.put(iri, told_of(extraction))

    def update(self, gone: Iterable[str]) -> set[str]:
        """The events are those of the articles that are there now.

        Returns:
            IRIs of the articles that are of one story with others than before.
        """
        for iri in gone:
            self._stories.drop(iri)
            self._told.drop(iri)
            self._alike.put(iri, ())
        for iri in sorted(set(self._stories.followers("", STORY_LOOK_BACK, STORY_DAYS))):
            story = self._stories.known(iri)
            before = self._stories.earlier(
                story_keys(story), story.rank, STORY_LOOK_BACK, STORY_DAYS
            )
            self._alike.put(
                iri, ((iri, other, (like, near)) for other, like, near in alike(story, before))
            )
        # An article is held against earlier ones: anew where these, or what it says, changed.
        later = {*self._alike.owners, *self._told.changed}
        later |= {a for iri in self._told.changed for a, b, _ in self._alike.of(iri) if b == iri}
        for iri in sorted(later):
            self._tie(iri)
        self._regroup()
        moved = {*self._alike.owners}
        for table in (self._stories, self._told, self._tied, self._grouped):
            table.forget_changes()
        self._alike.forget_changes()
        return moved

    def before(self, iri: str) -> list[str]:
        """IRIs of the earlier articles of an article's story, the likeliest first; of a copy the original."""
        found = [(-like, b) for a, b, (like, _) in self._alike.of(iri) if a == iri]
        return [other for _, other in sorted(found)]

    def behind(self, iri: str) -> list[str]:
        """IRIs of the later articles that have an article before them."""
        return [a for a, b, _ in self._alike.of(iri) if b == iri]

    def _tie(self, iri: str) -> None:
        """The groups of an article are tied to those of the articles before it."""
        told = self._told.get(iri)
        others = [
            (other, like)
            for a, b, (like, near) in self._alike.of(iri)
            if a == iri and near and (other := self._told.get(b))
        ]
        ties = ties_of(told, others) if told else ()
        self._tied.replace([iri], [(iri, Tied(article=iri, ties=ties))] if ties else ())

    def _regroup(self) -> None:
        """What changed groups are part of, and these events, are as they are now."""
        waiting = {*self._told.changed, *self._tied.changed}
        for iri, was in self._tied.changed.items():
            for tied, times in ((was, -1), (self._tied.get(iri), 1)):
                for _, before, _ in tied.ties if tied else ():
                    earlier = article_of(before)
                    waiting.add(earlier)
                    self._tallies.count(_GOING_ON + earlier, [("head", before)], times)
        roots: dict[str, str] = {}
        renamed: set[str] = set()
        while waiting:
            iri = waiting.pop()
            grouped = self._grouped.get(iri)
            old, new = set(grouped.groups if grouped else ()), set(self._groups(iri, roots))
            if old == new:
                continue
            each = tuple(sorted(new))
            self._grouped.replace([iri], [(iri, Grouped(groups=each))] if each else ())
            self._things.put(f"events {iri}", (thing for one in each for thing in _tellings(one)))
            for groups, times in ((old - new, -1), (new - old, 1)):
                for group in groups:
                    renamed.add(group[1])
                    self._tallies.count(_EVENT + group[1], _tallied(group), times)
            if {group[:2] for group in old} != {group[:2] for group in new}:
                waiting.update(self._tied.ids(iri))
        for root in renamed:
            self._name(root)

    def _groups(self, iri: str, roots: dict[str, str]) -> Iterator[Group]:
        """The groups of an article that are one event with anything, with the events' roots."""
        told, tied = self._told.get(iri), self._tied.get(iri)
        if not told:
            return
        ties = {head: (before, why) for head, before, why in tied.ties} if tied else {}
        going_on = {head for head, _ in self._tallies.of(_GOING_ON + iri, "head")}
        for head, _, members, reasons, events in groups_of(told):
            if head in ties:
                before, why = ties[head]
                yield head, self._root(before, roots), members, (*reasons, why), events
            elif len(members) > 1 or head in going_on:
                yield head, head, members, reasons, events

    def _root(self, head: str, roots: dict[str, str]) -> str:
        """The head that the event of a head is called by; every tie goes to an earlier article."""
        chain = []
        while head not in roots:
            chain.append(head)
            tied = self._tied.get(article_of(head))
            before = next((b for own, b, _ in tied.ties if own == head), "") if tied else ""
            if not before:
                roots[head] = head
            head = before or head
        roots.update(dict.fromkeys(chain, roots[head]))
        return roots[head]

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


_EVENT, _GOING_ON = "event ", "going on from "


def _earlier(tied: Tied) -> set[str]:
    """IRIs of the articles that its article goes on from."""
    return {article_of(before) for _, before, _ in tied.ties}


def _tallied(group: Group) -> Iterator[tuple[str, str]]:
    _, _, members, reasons, _ = group
    yield from (("word", word) for _, _, word in members)
    yield from (("reason", why) for why in reasons)


def _tellings(group: Group) -> Iterator[Thing]:
    head, root, members, _, events = group
    happening = local("happening", happening_id(root))
    for begin, end, _ in members:
        yield Telling(article=article_of(head), begin=begin, end=end, happening=happening)
    for iri in events:
        yield Edge(start=iri, relation="tellsOf", end=happening)
