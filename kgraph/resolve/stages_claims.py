"""Claims and relations, kept up to date from the statements that changed."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from kgraph.ids import local
from kgraph.model import Claim, Decision, Edge, Extraction, Shortcut, Thing
from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.claims import ClaimRecord, Voiced, claim_of, origins_of, tallied, voiced
from kgraph.resolve.dividing import (
    DECIDED,
    JOINED,
    OWN_WORDS,
    PARTED,
    connects,
    divided,
    named_by,
)
from kgraph.resolve.edges import Edges
from kgraph.resolve.paraphrase import (
    PARAPHRASE_DAYS,
    PARAPHRASE_LOOK_BACK,
    paraphrase_keys,
    paraphrases,
)
from kgraph.resolve.records import Cluster, Within
from kgraph.resolve.relations import RULES, Rule, begins, repeats_of
from kgraph.resolve.repeated import Repeated
from kgraph.resolve.sayings import Saying
from kgraph.resolve.stages_stories import Stories, WithinStories
from kgraph.resolve.tallies import Tallies
from kgraph.resolve.things import Things
from kgraph.resolve.trimmed import (
    TRIMMED_DAYS,
    WORDING_LOOK_BACK,
    Tie,
    Wording,
    joins,
    wording_keys,
    wording_of,
)
from kgraph.resolve.verbatim import (
    VERBATIM_DAYS,
    VERBATIM_LOOK_BACK,
    verbatim,
    verbatim_keys,
)

_Find: TypeAlias = Callable[[Wording, Sequence[Wording]], tuple[Tie, ...]]


class Claims:
    """Which statements make one claim, and who has to do with whom."""

    def __init__(self, blocks: Blocks, things: Things) -> None:
        self._things = things
        self._blocks = blocks
        self._sayings = Table(blocks, Saying, _saying_keys)
        self._wordings = Table(
            blocks,
            Wording,
            lambda one: (*wording_keys(one), *paraphrase_keys(one), *verbatim_keys(one)),
            remembered=20_000,
        )
        self._ties = Edges(blocks, "wordings")
        self._clusters = Table(blocks, Cluster)
        self._cluster_of = Table(blocks, Within)
        self._claims = Table(blocks, ClaimRecord, _claim_keys, remembered=20_000)
        self._voices = Table(blocks, Voiced, lambda one: (one.wording,))
        self._tallies = Tallies(blocks)
        self._within = WithinStories(blocks, self._sayings, self._ties, things)
        self._repeated = Repeated(blocks)

    def update(
        self,
        old: Iterable[str],
        new: Iterable[Saying],
        *,
        come: Sequence[Extraction],
        gone: Collection[str],
        read: Callable[[str], Extraction],
        decisions: Sequence[Decision],
        stories: Stories,
        moved: Iterable[str],
        said_in: Callable[[str], Sequence[str]],
    ) -> None:
        """The claims and links are those of the statements that are there now.

        Args:
            old: IRIs of statements whose articles changed, went, or have other actors now.
            new: What those articles say now.
            come: The articles that came or changed.
            gone: IRIs of the articles that went.
            read: Gives any article that is there.
            decisions: Those that stand.
            stories: Tells which articles are of one story.
            moved: IRIs of the articles that are of one story with others than before.
            said_in: Gives the IRIs of the statements of an article that is there.
        """
        self._sayings.replace(old, ((saying.iri, saying) for saying in new))
        decisions = [one for one in decisions if one.a != one.b]
        self._set_aside(
            {iri for one in decisions if one.verdict != "same" for iri in (one.a, one.b)}
        )
        touched = self._reworded()
        new_here = {*moved, *(extraction.article.iri for extraction in come)}
        self._within.update(new_here.difference(gone), gone, stories, said_in)
        self._count()
        self._decide(decisions)
        touched |= self._repeated.update(
            come, gone, changed=self._wordings.changed, wording=self._wordings.get, read=read
        )
        for iri in self._cluster([*touched, *self._ties.touched], touched):
            self._tell(iri)
        for rule in RULES:
            self._relate(rule)
        for table in (self._sayings, self._wordings, self._claims, self._clusters):
            table.forget_changes()
        self._ties.forget_changes()
        self._repeated.forget_changes()

    def _set_aside(self, named: set[str]) -> None:
        """Statements that decisions part are taken out of their words, but for what is left alone.

        Args:
            named: IRIs of all that decisions part.
        """
        before: list[str] = json.loads(self._blocks.fact("aside") or "[]")
        for iri in sorted({*before} - named):
            if saying := self._sayings.get(iri):
                self._sayings.put(iri, replace(saying, aside=False))
        of_words: defaultdict[str, list[Saying]] = defaultdict(list)
        for iri in sorted(named):
            if saying := self._sayings.get(iri):
                of_words[replace(saying, aside=False).wording_id].append(saying)
        aside: list[str] = []
        for id_, sayings in of_words.items():
            kept = self._sayings.first(_WORDING + id_, len(sayings) + 1)
            is_any_left = any(saying.iri not in named for saying in kept)
            sayings.sort(key=lambda saying: saying.rank)
            for place, saying in enumerate(sayings):
                out = is_any_left or place > 0
                self._sayings.put(saying.iri, replace(saying, aside=out))
                aside += [saying.iri] if out else []
        self._blocks.set_fact("aside", json.dumps(sorted(aside)))

    def _decide(self, decisions: Iterable[Decision]) -> None:
        """What persons decided on statements and claims ties or parts their wordings."""
        scores: dict[tuple[str, str], float] = {}
        wholes: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for decision in decisions:
            at = {iri: self._wording_at(iri) for iri in (decision.a, decision.b)}
            a, b = sorted(at.values())
            score = JOINED if decision.verdict == "same" else PARTED
            if a and (a != b or score < 0):
                # Where decisions contradict, parting holds.
                scores[a, b] = min(score, scores.get((a, b), score))
                wholes[a, b] |= {id_ for iri, id_ in at.items() if iri == local("claim", id_)}
        self._ties.put(
            "decided",
            (
                (*ends, (score, DECIDED, tuple(sorted(wholes[ends]))))
                for ends, score in scores.items()
            ),
        )

    def _wording_at(self, iri: str) -> str:
        """Id of the wording of a statement, or of that which a claim is named after, or ""."""
        if saying := self._sayings.get(iri):
            return saying.wording_id
        id_ = iri.removeprefix(local("claim", ""))
        return id_ if self._wordings.get(id_) else ""

    def _reworded(self) -> set[str]:
        """Brings wordings and their ties up to date; gives the wordings of changed statements."""
        touched = {
            key.removeprefix(_WORDING)
            for key in self._sayings.touched()
            if key.startswith(_WORDING)
        }
        for id_ in sorted(touched):
            first = next(iter(self._sayings.first(_WORDING + id_, 1)), None)
            self._wordings.replace([id_], [(id_, wording_of(first))] if first else ())
            aside = first and first.aside
            words = replace(first, aside=False).wording_id if first and aside else ""
            own = [(id_, words, (OWN_WORDS, "the same words"))] if aside else ()
            self._ties.put(f"own words {id_}", own)
        for name, limit, days, keys, find in _TIES:
            for id_ in sorted(touched.union(self._wordings.followers(name, limit, days))):
                one = self._wordings.get(id_)
                before = self._wordings.earlier(keys(one), one.rank, limit, days) if one else ()
                ties = find(one, before) if one else ()
                self._ties.put(
                    f"{name} {id_}", ((id_, other, (score, why)) for other, score, why in ties)
                )
        return touched

    def _count(self) -> None:
        """What wordings have in all of their statements together is counted."""
        for iri, before in self._sayings.changed.items():
            for saying, times in ((before, -1), (self._sayings.get(iri), 1)):
                if saying:
                    self._tallies.count(saying.wording_id, tallied(saying), times)
        for key in self._sayings.touched():
            if key.startswith(_VOICE):
                id_ = key.removeprefix(_VOICE)
                self._voices.replace(
                    [id_], ((id_, voiced(one)) for one in self._sayings.first(key, 1))
                )

    def _cluster(self, start: Iterable[str], touched: set[str]) -> set[str]:
        """The wordings of some components are divided into claims.

        Returns:
            IRIs of the statements that changed, or that are of another claim, or of one that begins
            otherwise.
        """
        before: set[str] = set()
        made: dict[str, tuple[str, ...]] = {}
        moved: set[str] = set()
        for members, edges in self._ties.components(start, connects):
            wordings = {id_: one for id_ in members if (one := self._wordings.get(id_))}
            before |= {within.whole for id_ in members if (within := self._cluster_of.get(id_))}
            for ids in divided(wordings, edges):
                claim = named_by(wordings[id_] for id_ in ids).wording_id
                made[claim] = ids
                moved |= {id_ for id_ in ids if self._cluster_of.put(id_, Within(whole=claim))}
            for id_ in set(members) - wordings.keys():
                self._cluster_of.drop(id_)
        # Out before in: a claim that is renamed keeps its place.
        for claim in before - made.keys():
            self._clusters.drop(claim)
            self._claims.drop(claim)
            self._things.put(f"claim {claim}")
        for claim, ids in made.items():
            begun = (self._sayings.first(_WORDING + id_, 1)[0] for id_ in ids)
            first = min(begun, key=lambda saying: saying.rank)
            known = self._clusters.get(claim)
            new = Cluster(wordings=ids, first=first.iri, begins=begins(first))
            if self._clusters.put(claim, new) or not touched.isdisjoint(ids):
                self._sum_up(claim, first, ids)
            if known is None or known.begins != new.begins:
                moved.update(ids)
        self._carry(before ^ made.keys())
        said = {iri for id_ in moved for iri in self._sayings.ids(_WORDING + id_)}
        return said.union(self._sayings.changed)

    def _sum_up(self, id_: str, first: Saying, wordings: Sequence[str]) -> None:
        """The claim that begins with a statement is what its wordings have together."""
        tallies = self._tallies
        origins = {v for one in wordings for v, _ in tallies.of(one, "origin")}
        outlets = {v for one in wordings for v, _ in tallies.of(one, "outlet")}
        dates = filter(None, (tallies.least(one, "dated") for one in wordings))
        voices = [voice for one in wordings for voice in self._voices.of(one)]
        record = claim_of(id_, first, voices, origins_of(origins))
        self._claims.put(id_, record)
        claim = Claim(
            id=id_,
            headline=record.headline,
            first=first.iri,
            origins=record.origins,
            speakers=tuple(sorted({local("actor", voice.actor) for voice in voices})),
            outlets=tuple(sorted((outlets | self._repeated.outlets(id_)) - {""})),
            # A day without an hour sorts before every hour of that day.
            published=min(dates, default=""),
        )
        self._things.put(f"claim {id_}", (claim,))

    def _carry(self, changed: Iterable[str]) -> None:
        """Articles that carry a claim in their own voice are told of, where there is such a claim."""
        pairs = {(claim, article) for claim in changed for article in self._repeated.of(claim)}
        for claim, article in sorted(pairs | self._repeated.changed):
            carried = self._clusters.get(claim) and self._repeated.holds(claim, article)
            edge = Edge(start=local("claim", claim), relation="repeatedIn", end=article)
            self._things.put(f"repeated {claim} {article}", (edge,) if carried else ())

    def _tell(self, iri: str) -> None:
        """Which claim the statement makes, from whom, and how it repeats the first one."""
        saying = self._sayings.get(iri)
        things: list[Thing] = []
        if saying:
            within = self._cluster_of.get(saying.wording_id)
            cluster = self._clusters.get(within.whole) if within else None
            first = self._sayings.get(cluster.first) if cluster else None
            assert within
            assert first
            claim = local("claim", within.whole)
            things.append(Edge(start=iri, relation="makesClaim", end=claim, rank=saying.rank))
            if saying.actor:
                start = local("actor", saying.actor)
                things.append(Shortcut(start=start, act=saying.act, end=claim, statements=(iri,)))
            things += repeats_of(first, saying) if iri != first.iri else ()
        self._things.put(f"said {iri}", things)

    def _relate(self, rule: Rule) -> None:
        asking: Table[Any] = self._claims if rule.of_claims else self._sayings
        told: Table[Any] = self._claims if rule.to_claims else self._sayings
        ids = set(asking.changed)
        ids.update(
            asking.followers(rule.name, rule.limit, rule.days)
            if asking is told
            else asking.askers(told, rule.name, rule.limit, rule.days)
        )
        for id_ in sorted(ids):
            one = asking.get(id_)
            links: Iterable[Thing] = ()
            if one is not None and (keys := list(rule.asking_keys(one))):
                links = rule.find(one, told.earlier(keys, one.rank, rule.limit, rule.days))
            self._things.put(f"{rule.name} {id_}", links)


_TIES: tuple[tuple[str, int, int, Callable[[Wording], Iterable[str]], _Find], ...] = (
    ("trimmed", WORDING_LOOK_BACK, TRIMMED_DAYS, wording_keys, joins),
    ("verbatim", VERBATIM_LOOK_BACK, VERBATIM_DAYS, verbatim_keys, verbatim),
    ("paraphrase", PARAPHRASE_LOOK_BACK, PARAPHRASE_DAYS, paraphrase_keys, paraphrases),
)
"""What ties a wording to earlier ones: what its keys begin with, how far it looks back, how many
days at most, and how."""

_WORDING = "wording\x1f"
_VOICE = "voice\x1f"


def _saying_keys(saying: Saying) -> Iterator[str]:
    wording = saying.wording_id
    yield _WORDING + wording
    if saying.actor:
        yield f"{_VOICE}{wording}\x1f{saying.actor}"
    for rule in RULES:
        if not rule.of_claims:
            yield from rule.asking_keys(saying)


def _claim_keys(claim: ClaimRecord) -> Iterator[str]:
    for rule in RULES:
        if rule.to_claims:
            yield from rule.told_keys(claim)
