"""Copies, claims and relations, each kept up to date from what changed in the stage before."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from kgraph.ids import local
from kgraph.model import Extraction, Shortcut, Thing
from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.claims import ClaimRecord, as_claim, claim_of
from kgraph.resolve.copies import LOOK_BACK, Text, copied, group_of, text_keys, text_of
from kgraph.resolve.edges import Edges
from kgraph.resolve.records import Cluster, Within
from kgraph.resolve.relations import RULES, Rule, repeats_of
from kgraph.resolve.repeated import Repeated
from kgraph.resolve.sayings import GroupInfo, Saying
from kgraph.resolve.things import Things
from kgraph.resolve.trimmed import (
    WORDING_LOOK_BACK,
    Wording,
    joins,
    parted,
    wording_keys,
    wording_of,
)


class Copies:
    """Which articles carry one text."""

    def __init__(self, blocks: Blocks, things: Things) -> None:
        self._things = things
        self._texts = Table(blocks, Text, text_keys)
        self._edges = Edges(blocks, "copies")
        self.groups = Table(blocks, GroupInfo)

    def update(self, come: Iterable[Extraction], gone: Iterable[str]) -> None:
        """The groups are those of the articles that are there now."""
        for iri in gone:
            self._texts.drop(iri)
            self._edges.put(iri, ())
        for extraction in come:
            self._texts.put(extraction.article.iri, text_of(extraction.article))
        for iri in sorted(set(self._texts.followers("", LOOK_BACK))):
            text = self._known(iri)
            found = copied(text, self._texts.earlier(text_keys(text), text.rank, LOOK_BACK))
            self._edges.put(iri, ((iri, other, (reason,)) for other, reason in found))
        for members, edges in self._edges.components([*self._edges.touched, *gone]):
            self._group(members, [reason for _, _, (reason,) in edges])
        self._texts.forget_changes()
        self._edges.forget_changes()

    def _group(self, members: Sequence[str], reasons: Sequence[str]) -> None:
        texts = [text for iri in members if (text := self._texts.get(iri))]
        group = group_of(texts, reasons) if len(texts) > 1 else None
        inside = set(group.articles) if group else set()
        for iri in members:
            self._things.put(f"copies {iri}", (group,) if group and iri == members[0] else ())
            if group and iri in inside:
                published = self._known(group.original).published
                info = GroupInfo(id=group.id, original=group.original, published=published)
                self.groups.put(iri, info)
            else:
                self.groups.drop(iri)

    def _known(self, iri: str) -> Text:
        text = self._texts.get(iri)
        assert text is not None
        return text


class Claims:
    """Which statements make one claim, and who has to do with whom."""

    def __init__(self, blocks: Blocks, things: Things) -> None:
        self._things = things
        self._blocks = blocks
        self._sayings = Table(blocks, Saying, _saying_keys)
        self._wordings = Table(blocks, Wording, wording_keys)
        self._ties = Edges(blocks, "wordings")
        self._clusters = Table(blocks, Cluster)
        self._cluster_of = Table(blocks, Within)
        self._claims = Table(blocks, ClaimRecord, _claim_keys)
        self._repeated = Repeated(blocks)

    def update(
        self,
        old: Iterable[str],
        new: Iterable[Saying],
        *,
        come: Sequence[Extraction],
        gone: Iterable[str],
        read: Callable[[str], Extraction],
    ) -> None:
        """The claims and links are those of the statements that are there now.

        Args:
            old: IRIs of statements whose articles changed, went, or have other actors now.
            new: What those articles say now.
            come: The articles that came or changed.
            gone: IRIs of the articles that went.
            read: Gives any article that is there.
        """
        self._sayings.replace(old, ((saying.iri, saying) for saying in new))
        touched = self._reworded()
        touched |= self._repeated.update(
            come, gone, changed=self._wordings.changed, wording=self._wordings.get, read=read
        )
        self._cluster([*touched, *self._ties.touched], touched)
        for rule in RULES:
            self._relate(rule)
        for table in (self._sayings, self._wordings, self._claims):
            table.forget_changes()
        self._ties.forget_changes()

    def _reworded(self) -> set[str]:
        """Brings wordings and their ties up to date; gives the wordings of changed statements."""
        touched = {
            key.removeprefix(_WORDING)
            for key in self._sayings.touched()
            if key.startswith(_WORDING)
        }
        for id_ in sorted(touched):
            first = self._sayings.first(_WORDING + id_, 1)
            if first:
                self._wordings.put(id_, wording_of(first[0]))
            else:
                self._wordings.drop(id_)
                self._ties.put(id_, ())
        for id_ in sorted(set(self._wordings.followers("", WORDING_LOOK_BACK))):
            wording = self._wordings.get(id_)
            assert wording is not None
            before = self._wordings.earlier(wording_keys(wording), wording.rank, WORDING_LOOK_BACK)
            self._ties.put(
                id_, ((id_, other, (score, why)) for other, score, why in joins(wording, before))
            )
        return touched

    def _cluster(self, start: Iterable[str], touched: set[str]) -> None:
        """The wordings of some components are divided into claims."""
        before: set[str] = set()
        made: dict[str, tuple[str, ...]] = {}
        for members, edges in self._ties.components(start):
            wordings = {id_: one for id_ in members if (one := self._wordings.get(id_))}
            ties = sorted(edges, key=lambda edge: (-edge[2][0], edge[0], edge[1]))
            before |= {within.whole for id_ in members if (within := self._cluster_of.get(id_))}
            for ids in parted(wordings.values(), [(a, b) for a, b, _ in ties]):
                claim = min(ids, key=lambda id_: wordings[id_].rank)
                made[claim] = ids
                for id_ in ids:
                    self._cluster_of.put(id_, Within(whole=claim))
            for id_ in set(members) - wordings.keys():
                self._cluster_of.drop(id_)
        # Out before in: a claim that is renamed keeps its place.
        for claim in before - made.keys():
            self._clusters.drop(claim)
            self._claims.drop(claim)
            self._things.put(f"claim {claim}")
        for claim, ids in made.items():
            if self._clusters.put(claim, Cluster(wordings=ids)) or not touched.isdisjoint(ids):
                self._tell(claim, ids)

    def _tell(self, claim: str, wordings: Iterable[str]) -> None:
        """The claim, its shortcuts and the links inside it are those of its statements."""
        members = sorted(
            (saying for id_ in wordings for saying in self._sayings.of(_WORDING + id_)),
            key=lambda saying: saying.rank,
        )
        record = claim_of(members)
        self._claims.put(claim, record)
        repeated = self._repeated.of(members[0].wording_id)
        told = as_claim(record, members, repeated)
        things: list[Thing] = [told, *_shortcuts(told.iri, members)]
        things += (link for later in members[1:] for link in repeats_of(members[0], later))
        self._things.put(f"claim {claim}", things)

    def _relate(self, rule: Rule) -> None:
        asking: Table[Any] = self._claims if rule.of_claims else self._sayings
        told: Table[Any] = self._claims if rule.to_claims else self._sayings
        ids = set(asking.changed)
        ids.update(
            asking.followers(rule.name, rule.limit)
            if asking is told
            else asking.askers(told, rule.name, rule.limit)
        )
        for id_ in sorted(ids):
            one = asking.get(id_)
            links: Iterable[Thing] = ()
            if one is not None and (keys := list(rule.asking_keys(one))):
                links = rule.find(one, told.earlier(keys, one.rank, rule.limit))
            self._things.put(f"{rule.name} {id_}", links)


_WORDING = "wording\x1f"


def _saying_keys(saying: Saying) -> Iterator[str]:
    yield _WORDING + saying.wording_id
    for rule in RULES:
        if not rule.of_claims:
            yield from rule.asking_keys(saying)


def _claim_keys(claim: ClaimRecord) -> Iterator[str]:
    for rule in RULES:
        if rule.to_claims:
            yield from rule.told_keys(claim)


def _shortcuts(claim: str, members: Iterable[Saying]) -> Iterator[Shortcut]:
    """Direct edges from those who speak to the claim that they make."""
    edges: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for saying in members:
        if saying.actor:
            edges[saying.actor, saying.act].append(saying.iri)
    for actor, act in sorted(edges):
        start = local("actor", actor)
        yield Shortcut(start=start, act=act, end=claim, statements=tuple(sorted(edges[actor, act])))
