"""Who is who, kept up to date: names are summed up to forms, like forms are compared and merged."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from kgraph import ids
from kgraph.model import Actor, Decision, Extraction
from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.comparing import compare_touched
from kgraph.resolve.deciding import decided
from kgraph.resolve.edges import Edges
from kgraph.resolve.forms import SAMPLE, Form, blocks, forms_of, rounded, several_links
from kgraph.resolve.likeness import UNSURE, Likeness
from kgraph.resolve.linking import Links
from kgraph.resolve.merging import least
from kgraph.resolve.named import Named, NameKey, Unnamed, named_of, outlets_of, unnamed_of
from kgraph.resolve.nodes import (
    Node,
    Who,
    actors_of,
    entity_key,
    ids_of,
    lone_id,
    node_of,
    unit_node,
    unit_of,
)
from kgraph.resolve.records import Described, Home, Name, Names, Ruling
from kgraph.resolve.things import Things


class Actors:
    """Who is who across the articles."""

    def __init__(self, blocks_: Blocks, things: Things) -> None:
        self._blocks = blocks_
        self._things = things
        self._of_article = Table(
            blocks_, Names, lambda one: (f"outlet {name}" for name in one.outlets), counted=True
        )
        self._named = Table(blocks_, Named, _named_keys, counted=True)
        self._names = Table(blocks_, Name)
        self._forms = Table(blocks_, Form, blocks, remembered=20_000)
        self._like = Edges(blocks_, "like")
        self._homes = Table(blocks_, Home, lambda one: {one.actor, *one.others})
        self._described = Table(blocks_, Described, lambda one: (one.unit, lone_id(one.unit)))
        self._rulings = Table(blocks_, Ruling)

    def of(self, article: str) -> dict[str, str]:
        """The ids of the actors that the entities of an article are, by their IRIs."""
        names = self._of_article.known(article)
        found: dict[str, str] = {}
        for rank in names.named:
            one = self._named.known(rank)
            form = self._names.known(one.folded).form_of(one.key)
            for entity in one.entities:
                found[entity] = self._actor(entity, form)
        for entity in names.unnamed:
            found[entity] = self._actor(entity, self._described.known(entity).unit)
        return found

    def update(
        self,
        come: Iterable[Extraction],
        gone: Iterable[str],
        *,
        copies_of: Callable[[str], str],
        regrouped: Iterable[str],
        links: Links,
        decisions: Sequence[Decision],
        article_of: Callable[[str], str],
    ) -> set[str]:
        """The actors are those of the articles that are there now.

        Args:
            come: Articles that are new or extracted anew.
            gone: IRIs of articles that are there no longer.
            copies_of: Gives the id of the copy group of an article, or "".
            regrouped: IRIs of articles whose copy group changed.
            links: What gazetteers know.
            decisions: Those that stand.
            article_of: Gives the IRI of the article of an entity, or "".

        Returns:
            IRIs of the articles with an entity that is of another actor now.
        """
        governments = links.governments
        for iri in gone:
            self._leave(iri)
        for extraction in come:
            self._take(extraction, copies_of(extraction.article.iri), governments)
        for iri in regrouped:
            self._regroup(iri, copies_of(iri))
        touched = self._rename(links)
        compare_touched(self._forms, self._like)
        changed = self._merge()
        self._describe()
        touched |= {article for node in changed for article in self._articles(node)}
        touched |= self._decide(decisions, article_of)
        tables: tuple[Table[Any], ...] = (
            self._of_article, self._named, self._names, self._forms, self._described,
            self._homes, self._rulings,
        )  # fmt: skip
        for table in tables:
            table.forget_changes()
        self._like.forget_changes()
        return touched

    def _take(self, extraction: Extraction, copies: str, governments: Mapping[str, str]) -> None:
        iri = extraction.article.iri
        before = self._of_article.get(iri)
        named = {one.rank: one for one in named_of(extraction, governments)}
        unnamed = {
            one.entity: _described(one, unit_of(one, copies)) for one in unnamed_of(extraction)
        }
        self._named.replace(before.named if before else (), named.items())
        self._described.replace(before.unnamed if before else (), unnamed.items())
        outlets = tuple(sorted(outlets_of(extraction)))
        self._of_article.put(
            iri,
            Names(article=iri, named=tuple(named), unnamed=tuple(unnamed), outlets=outlets),
        )

    def _leave(self, iri: str) -> None:
        before = self._of_article.drop(iri)
        assert before is not None
        self._named.replace(before.named, ())
        self._described.replace(before.unnamed, ())

    def _regroup(self, iri: str, copies: str) -> None:
        names = self._of_article.get(iri)
        for entity in names.unnamed if names else ():
            one = self._described.known(entity)
            self._described.put(entity, _described(one, unit_of(one, copies)))

    def _rename(self, links: Links) -> set[str]:
        """Brings the forms of touched names up to date; gives the articles of re-sorted names."""
        touched: set[str] = set()
        first = self._named.touched()
        of_name: defaultdict[str, set[NameKey]] = defaultdict(set)
        for key in first:
            if not key.startswith(_NAME):
                name_key = _parsed(key)
                of_name[name_key[1]].add(name_key)
        for key in self._of_article.touched():
            of_name.setdefault(key.removeprefix("outlet "), set())
        for name in sorted(of_name):
            before = self._names.get(name)
            known = {*(before.keys if before else ()), *of_name[name]}
            counts = {key: n for key in sorted(known) if (n := self._named.count(_key(key)))}
            if not counts:
                self._names.drop(name)
                for form in before.forms if before else ():
                    self._drop_form(form)
                continue
            is_outlet = self._of_article.count(f"outlet {name}") > 0
            if before and self._stands(before, counts, first, is_outlet=is_outlet):
                continue
            several = tuple(sorted(several_links(counts, is_outlet=is_outlet)))
            sample = [one for key in counts for one in self._named.first(_key(key), SAMPLE)]
            forms = {
                form.key: form for form in forms_of(sample, counts, links, is_outlet=is_outlet)
            }
            for form in before.forms if before else ():
                if form not in forms:
                    self._drop_form(form)
            for key, form_ in forms.items():
                if self._forms.put(key, form_):
                    known_as = ((key, f"link {form_.known}", (_LINKED, ())),) if form_.known else ()
                    self._like.put(f"known {key}", known_as)
            self._names.put(
                name,
                Name(keys=tuple(counts), is_outlet=is_outlet, several=several, forms=tuple(forms)),
            )
            if before and (before.is_outlet, before.several) != (is_outlet, several):
                touched |= {_article(one) for one in self._named.of(_NAME + name)}
        return touched

    def _stands(
        self,
        name: Name,
        counts: Mapping[NameKey, int],
        first: Mapping[str, str],
        *,
        is_outlet: bool,
    ) -> bool:
        """Whether the forms of a name are summed up from what they were, whatever came or went."""
        if (name.keys, name.is_outlet) != (tuple(counts), is_outlet):
            return False
        articles: Counter[str] = Counter()
        for key, count in counts.items():
            articles[name.form_of(key)] += count
            block = _key(key)
            if block in first and first[block] <= self._named.rank_at(block, SAMPLE - 1):
                return False
        forms = map(self._forms.get, name.forms)
        return all(form and form.articles == rounded(articles[form.key]) for form in forms)

    def _drop_form(self, form: str) -> None:
        self._forms.drop(form)
        self._like.put(f"known {form}", ())

    def _merge(self) -> set[str]:
        """Brings the actors of touched forms up to date; gives the forms of other actors now."""
        changed: set[str] = set()
        for nodes, pairs in self._components([*self._like.touched, *self._forms.changed]):
            who = self._by_rules(nodes, pairs)
            home = {key: actor.id for actor in who.actors for key in actor.members}
            for key, node in nodes.items():
                if node is None:
                    self._homes.drop(key)
                    continue
                record = Home(node=key, actor=home[key], others=ids_of(key, node.link))
                before = self._homes.get(key)
                if self._homes.put(key, record) and (not before or before.actor != record.actor):
                    changed.add(key)
        return changed

    def _by_rules(self, nodes: Mapping[str, Node | None], pairs: Iterable[Likeness]) -> Who:
        """A component's actors are those by rules; they stand under its first node."""
        who = actors_of([node for node in nodes.values() if node], pairs)
        first, *others = sorted(nodes)
        self._things.put(f"actors {first}", (*map(_headless, who.actors), *who.doubts))
        for key in others:
            self._things.put(f"actors {key}")
        return who

    def _components(
        self, start: Iterable[str]
    ) -> Iterator[tuple[dict[str, Node | None], list[Likeness]]]:
        """The components of some nodes: the nodes, None for what is none now, and the pairs."""
        for keys, edges in self._like.components(start, _joins):
            nodes = {key: self._node(key) for key in keys if not key.startswith("link ")}
            pairs = [
                Likeness(a=a, b=b, score=score, reasons=reasons)
                for a, b, (score, reasons) in edges
                if not b.startswith("link ")
            ]
            if nodes:
                yield nodes, least(pairs)

    def _node(self, key: str) -> Node | None:
        if _is_form(key):
            form = self._forms.get(key)
            return node_of(form) if form else None
        rows = list(self._described.of(key))
        return unit_node(key, rows) if rows else None

    def _describe(self) -> None:
        """Brings the actors of entities without names up to date."""
        for unit in sorted(key for key in self._described.touched() if " " in key):
            self._by_rules({unit: self._node(unit)}, ())

    def _decide(self, decisions: Sequence[Decision], article_of: Callable[[str], str]) -> set[str]:
        """What persons decided is above the rules; gives the articles of other actors now."""
        before: list[str] = json.loads(self._blocks.fact("decided") or "[]")
        if not decisions and not before:
            return set()
        named = {iri for decision in decisions for iri in (decision.a, decision.b)}
        articles = {iri: article for iri in named if (article := article_of(iri))}
        home = {iri: node for iri, article in articles.items() if (node := self._at(iri, article))}
        asked = {*home.values(), *(node for iri in named for node in self._bearers(iri))}
        nodes: dict[str, Node] = {}
        pairs: list[Likeness] = []
        for part, found in self._components(sorted(asked)):
            nodes |= {key: node for key, node in part.items() if node}
            pairs += found
        who = Who()
        if nodes:
            held = [nodes[key] for key in sorted(nodes)]
            who = decided(held, least(pairs), decisions, home, self._with_others(home))
        rulings = {key: actor.id for actor in who.actors for key in actor.members}
        for part, found in self._components(key for key in before if key not in nodes):
            self._by_rules(part, found)
        for key in nodes:
            self._things.put(f"actors {key}")
        self._things.put("decided", (*map(_headless, who.actors), *who.doubts))
        self._blocks.set_fact("decided", json.dumps(sorted(nodes)))
        old = json.loads(self._blocks.fact("rulings") or "[]")
        self._rulings.replace(old, ((key, Ruling(actor=one)) for key, one in rulings.items()))
        self._blocks.set_fact("rulings", json.dumps(sorted(rulings)))
        return {
            article for key in self._rulings.changed for article in self._articles(key, article_of)
        }

    def _at(self, entity: str, article: str) -> str:
        """The node of an entity, or ""."""
        described = self._described.get(entity)
        if described:
            return described.unit
        names = self._of_article.get(article)
        for rank in names.named if names else ():
            one = self._named.get(rank)
            if one and entity in one.entities:
                return self._names.known(one.folded).form_of(one.key)
        return ""

    def _bearers(self, iri: str) -> list[str]:
        """The nodes that the IRI of an actor by rules stands for."""
        digest = ids.name_of(iri)
        homes = list(self._homes.of(digest))
        now = [home.node for home in homes if home.actor == digest]
        found = now or [home.node for home in homes]
        return [*found, *dict.fromkeys(one.unit for one in self._described.of(digest))]

    def _with_others(self, home: Mapping[str, str]) -> frozenset[str]:
        """Of the nodes of some entities those that have other entities as well."""
        own: dict[str, int] = {}
        for node in home.values():
            own[node] = own.get(node, 0) + 1
        return frozenset(node for node, count in own.items() if self._entities(node) > count)

    def _entities(self, node: str) -> int:
        """How many entities a node has."""
        if not _is_form(node):
            return len(self._described.ids(node))
        return sum(len(one.entities) for one in self._members(node))

    def _members(self, form: str) -> Iterator[Named]:
        known = self._forms.get(form)
        if known:
            name = self._names.known(known.folded)
            for one in self._named.of(_NAME + known.folded):
                if name.form_of(one.key) == form:
                    yield one

    def _articles(
        self, node: str, article_of: Callable[[str], str] = lambda _: ""
    ) -> Iterator[str]:
        """IRIs of the articles that have a node, or a single entity by its key."""
        if _is_form(node):
            yield from (_article(one) for one in self._members(node))
            return
        yield from (one.article for one in self._described.of(node))
        entity = node.removeprefix(entity_key(""))
        if entity != node and (article := article_of(entity)):
            yield article

    def _actor(self, entity: str, node: str) -> str:
        for key in (entity_key(entity), node):
            ruling = self._rulings.get(key)
            if ruling:
                return ruling.actor
        home = self._homes.get(node)
        return home.actor if home else lone_id(node)


_LINKED = 99.0
_NAME = "name\x1f"
_KEY = "key\x1f"


def _named_keys(one: Named) -> tuple[str, str]:
    return _NAME + one.folded, _key(one.key)


def _key(key: NameKey) -> str:
    return _KEY + "\x1f".join(key)


def _parsed(key: str) -> NameKey:
    kind, folded, link, country = key.removeprefix(_KEY).split("\x1f")
    return kind, folded, link, country  # type: ignore[return-value]


def _article(one: Named) -> str:
    return ids.local("article", one.article)


def _described(one: Unnamed, unit: str) -> Described:
    values = {field.name: getattr(one, field.name) for field in fields(Unnamed)}
    return Described(**values, unit=unit)


def _is_form(node: str) -> bool:
    return node.startswith("form ")


def _headless(actor: Actor) -> Actor:
    """The actor without its members, each of which is told on its own."""
    return replace(actor, members=())


def _joins(values: Sequence[tuple[float, tuple[str, ...]]]) -> bool:
    return min(values)[0] >= UNSURE
