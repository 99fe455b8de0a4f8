"""Copies, kept up to date: which articles carry one text."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from kgraph.model import Edge, Extraction
from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.copies import (
    EDITED_DAYS,
    LOOK_BACK,
    Paper,
    Text,
    copied,
    group_of,
    pair_keys,
    paper_of,
    passage_keys,
    text_of,
)
from kgraph.resolve.edges import Edges
from kgraph.resolve.sayings import GroupInfo
from kgraph.resolve.things import Things


class Copies:
    """Which articles carry one text."""

    def __init__(self, blocks: Blocks, things: Things) -> None:
        self._things = things
        self._texts = Table(blocks, Text, _text_keys, remembered=1_000)
        self._papers = Table(blocks, Paper)
        self._edges = Edges(blocks, "copies")
        self.groups = Table(blocks, GroupInfo)

    def update(self, come: Iterable[Extraction], gone: Iterable[str]) -> None:
        """The groups are those of the articles that are there now."""
        for iri in gone:
            self._texts.drop(iri)
            self._papers.drop(iri)
            self._edges.put(iri, ())
        for extraction in come:
            article = extraction.article
            self._texts.put(article.iri, text_of(article))
            self._papers.put(article.iri, paper_of(article))
        later = {
            iri for name, days, _ in _SHARED for iri in self._texts.followers(name, LOOK_BACK, days)
        }
        for iri in sorted(later):
            text = self._texts.known(iri)
            before = {
                one.iri: one
                for _, days, keys in _SHARED
                for one in self._texts.earlier(keys(text), text.rank, LOOK_BACK, days)
            }
            found = copied(text, before.values())
            self._edges.put(iri, ((iri, other, (reason,)) for other, reason in found))
        for members, edges in self._edges.components([*self._edges.touched, *gone]):
            self._group(members, [reason for _, _, (reason,) in edges])
        self._texts.forget_changes()
        self._edges.forget_changes()

    def _group(self, members: Sequence[str], reasons: Sequence[str]) -> None:
        papers = {iri: paper for iri in members if (paper := self._papers.get(iri))}
        group = group_of([*papers.values()], reasons) if len(papers) > 1 else None
        for iri in members:
            self._things.put(f"copies {iri}", (group,) if group and iri == members[0] else ())
            if group and iri in papers:
                edge = Edge(start=iri, relation="inCopyGroup", end=group.iri)
                self._things.put(f"copied {iri}", (edge,))
                published = papers[group.original].published
                info = GroupInfo(id=group.id, original=group.original, published=published)
                self.groups.put(iri, info)
            else:
                self._things.put(f"copied {iri}")
                self.groups.drop(iri)


_SHARED: tuple[tuple[str, int | None, Callable[[Text], Iterable[str]]], ...] = (
    ("passage", None, passage_keys),
    ("pair", EDITED_DAYS, pair_keys),
)
"""What a copy shares: what its keys begin with, and how many days it looks back."""


def _text_keys(text: Text) -> Iterator[str]:
    for _, _, keys in _SHARED:
        yield from keys(text)
