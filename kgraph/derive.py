"""The derived graphs follow the evidence: only what a change touches is derived anew.

What resolution keeps between two calls (``resolve.Collection``) stands in a file beside the store,
which can be thrown away. The store says which articles wait to be taken up, and of which set of
articles its derived graphs are made; where the file belongs to another, all is derived anew.
"""

import gc
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice
from typing import TypeAlias, TypeVar

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kgraph import __version__, ids, vocab
from kgraph.errors import StoreError
from kgraph.evidence import (
    canonical,
    gazetteer_iri,
    gazetteer_quads,
    read_extraction,
    read_gazetteers,
    resolved_quad,
    state_quad,
    thing_quads,
    waiting_quad,
)
from kgraph.gazetteer import Entry, shipped
from kgraph.model import Decision, Extraction, Thing
from kgraph.resolve import Collection, Links, minhash
from kgraph.resolve.collection import FORMAT
from kgraph.resolve.decisions import standing
from kgraph.review import decisions
from kgraph.store import Store, select

BATCH = 100
"""Articles that are taken up in one transaction."""

_COLLECTION = NamedNode(vocab.COLLECTION)
_T = TypeVar("_T")

TakenUp: TypeAlias = Callable[[int, int], None]


def is_resolved(store: Store) -> bool:
    """Whether the derived graphs belong to the evidence and to this version of kgraph."""
    return _facts(store, "resolvedWith") == [resolved_quad()]


class Following:
    """The derived graphs of a store, kept up to date for as long as this is open.

    Whoever takes in many articles one by one keeps it open: opening it costs as much as resolving
    one of them.

    Args:
        store: What they are derived in.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._collection: Collection | None = None
        self._handed: dict[str, Extraction] = {}

    def hand(self, extraction: Extraction) -> None:
        """What was just written in the store need not be read back from it at the next ``refresh``.

        A sixth of what resolving takes is reading. Where others may write in the store meanwhile,
        what it holds then counts, and it is read all the same.
        """
        if self._store.is_ours:
            self._handed[extraction.article.iri] = _laid_out(canonical(extraction))

    def close(self) -> None:
        """Lets go of the file."""
        self._handed.clear()
        if self._collection is not None:
            self._collection.close()
            gc.unfreeze()
        self._collection = None

    def refresh(self, *, on_taken_up: TakenUp = lambda _done, _all: None) -> None:
        """The derived graphs are those of the current evidence, the decisions and the gazetteers.

        Args:
            on_taken_up: Called with how many articles are taken up, and how many there are to be.
        """
        store = self._store
        if is_resolved(store):
            return
        own = tuple(gazetteers(store))
        links, held = _links(own), standing(decisions(store))
        try:
            with _collector_at_rest():
                self._follow(_made_with(own), links, held, on_taken_up)
        except sqlite3.Error as error:
            self.close()
            raise StoreError(
                store.location,
                f"what is derived can't be kept beside it: {error}",
                "see that there is room and that nobody else resolves it, then: kgraph resolve",
            ) from error
        except BaseException:
            # What it remembers may be of a transaction that has not come to its end.
            self.close()
            raise
        self._handed.clear()
        store.replace({}, insert=[resolved_quad()], delete=_facts(store, "resolvedWith"))

    def _follow(
        self, made_with: str, links: Links, held: Sequence[Decision], on_taken_up: TakenUp
    ) -> None:
        """Takes up what waits, or everything where the file does not belong to the store."""
        store, collection = self._store, self._opened()
        _settle(store, collection)
        if collection.blocks.fact("made with") != made_with or _states(store) != [collection.state]:
            _begin_anew(store, collection, made_with)
            waiting = _listed(store, "isCurrent")
        else:
            waiting = _listed(store, "awaitsResolution")
        taken_up = 0
        for batch in _batches(waiting):
            self._take_up(collection, batch, links, held)
            taken_up += len(batch)
            on_taken_up(taken_up, len(waiting))
        if not waiting:
            self._take_up(collection, (), links, held)

    def _take_up(
        self,
        collection: Collection,
        batch: Sequence[str],
        links: Links,
        held: Sequence[Decision],
    ) -> None:
        """The articles of a batch are taken up, or let go where they are current no longer."""
        store, blocks = self._store, collection.blocks
        current = {iri for iri in batch if _is_current(store, iri)}
        blocks.begin()
        before = collection.state
        changes = collection.update(
            [self._extraction(iri) for iri in batch if iri in current],
            [iri for iri in batch if iri not in current],
            links=links,
            decisions=held,
            article_of=lambda entity: _article_of(store, entity),
            versions_before=lambda iri: _versions_before(store, iri),
        )
        removed, added = _quads(changes.removed), _quads(changes.added)
        delete, insert = removed - added, added - removed
        blocks.set_fact("before", before)
        blocks.set_fact("delete", _text(delete))
        blocks.set_fact("insert", _text(insert))
        blocks.commit()
        _tell(store, collection, insert, [*delete, *map(waiting_quad, batch)])

    def _extraction(self, iri: str) -> Extraction:
        return self._handed.pop(iri) if iri in self._handed else _read(self._store, iri)

    def _opened(self) -> Collection:
        """The file; opened again where another process has written in it."""
        if self._collection is not None and self._collection.blocks.is_others():
            self.close()
        if self._collection is None:
            self._collection = Collection(self._store.scratch / "resolution.sqlite")
        return self._collection


def refresh(store: Store, *, on_taken_up: TakenUp = lambda _done, _all: None) -> None:
    """The derived graphs are up to date; see ``Following.refresh``."""
    with closing(Following(store)) as following:
        following.refresh(on_taken_up=on_taken_up)


def rebuild(store: Store, *, on_taken_up: TakenUp = lambda _done, _all: None) -> None:
    """As ``refresh``, but all is derived anew, whatever was derived before."""
    store.replace({}, delete=[*_facts(store, "resolvedWith"), *_facts(store, "resolvedState")])
    refresh(store, on_taken_up=on_taken_up)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for garbage cycles: it would walk all that is remembered, again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()


@lru_cache(1)
def _links(own: tuple[Entry, ...]) -> Links:
    return Links((*own, *shipped()))


def _made_with(own: Iterable[Entry]) -> str:
    versions = map(str, (FORMAT, minhash.ALGORITHM, __version__))
    return ids.digest("made with", *versions, _shipped_with(), *map(repr, own))


@cache
def _shipped_with() -> str:
    return ids.digest("shipped", *map(repr, shipped()))


def _begin_anew(store: Store, collection: Collection, made_with: str) -> None:
    blocks = collection.blocks
    blocks.begin()
    blocks.clear()
    blocks.set_fact("made with", made_with)
    blocks.commit()
    collection.forget()
    # Until it has a state again it belongs to no file: whoever comes after a crash clears the rest.
    store.replace({}, delete=_facts(store, "resolvedState"))
    store.clear(vocab.DERIVED)
    store.replace({}, insert=[state_quad(collection.state)])


def _settle(store: Store, collection: Collection) -> None:
    """What the file tells of and the store does not yet is in the store.

    A process that was killed between the two leaves it to the next one.
    """
    blocks = collection.blocks
    before = blocks.fact("before")
    if before and _states(store) == [before]:
        _tell(store, collection, _parsed(blocks.fact("insert")), _parsed(blocks.fact("delete")))


def _tell(
    store: Store, collection: Collection, insert: Iterable[Quad], delete: Iterable[Quad]
) -> None:
    """The store has the change, and is of the same articles as the file."""
    store.replace(
        {},
        insert=[*insert, state_quad(collection.state)],
        delete=[*delete, *_facts(store, "resolvedState")],
    )
    collection.blocks.set_fact("before", "")


def use_gazetteer(store: Store, source: str, entries: Iterable[Entry]) -> None:
    """Names are linked by these entries from the next ``refresh`` on; none forgets the source."""
    node = NamedNode(gazetteer_iri(source))
    old = [quad for quad in store.graph(vocab.GAZETTEERS) if quad.subject == node]
    store.replace({}, insert=gazetteer_quads(source, entries), delete=[*old, resolved_quad()])


def gazetteers(store: Store) -> list[Entry]:
    """The entries of all gazetteers that the store's names are linked by, beside the shipped ones."""
    return read_gazetteers(store.graph(vocab.GAZETTEERS))


def _facts(store: Store, name: str) -> list[Quad]:
    """What the collection graph says of the collection under a name."""
    predicate = NamedNode(vocab.KG + name)
    rows = select(
        store, f"SELECT ?o WHERE {{ GRAPH {_COLLECTION} {{ {_COLLECTION} {predicate} ?o }} }}"
    )
    return [Quad(_COLLECTION, predicate, row["o"], _COLLECTION) for row in rows]


def _states(store: Store) -> list[str]:
    return [getattr(quad.object, "value", "") for quad in _facts(store, "resolvedState")]


def _listed(store: Store, name: str) -> list[str]:
    """IRIs of the articles of which the collection graph says that, by date.

    What is derived is the same in any order; an article that comes between others makes more work.
    """
    rows = select(
        store,
        f"SELECT ?a ?date WHERE {{ GRAPH {_COLLECTION} {{ ?a kg:{name} true }}"
        " OPTIONAL { GRAPH ?a { ?a schema:datePublished ?date } } }",
    )
    dates = {row["a"].value: row["date"].value if row["date"] else "" for row in rows}
    return sorted(dates, key=lambda iri: (dates[iri], iri))


def _article_of(store: Store, entity: str) -> str:
    """IRI of the current article that has an entity, or ""."""
    rows = select(
        store,
        f"SELECT ?a WHERE {{ GRAPH ?a {{ {NamedNode(entity)} a ?type }}"
        f" GRAPH {_COLLECTION} {{ ?a kg:isCurrent true }} }}",
    )
    return next((row["a"].value for row in rows), "")


def _versions_before(store: Store, iri: str) -> Iterator[Extraction]:
    """The versions that an article revises and that are in the store, by IRI."""
    query = f"SELECT ?old WHERE {{ GRAPH {_COLLECTION} {{ {NamedNode(iri)} kg:revises ?old }} }}"
    for old in sorted(row["old"].value for row in select(store, query)):
        if store.contains(old):
            yield _read(store, old)


def _is_current(store: Store, iri: str) -> bool:
    found = store.query(f"ASK {{ GRAPH {_COLLECTION} {{ {NamedNode(iri)} kg:isCurrent true }} }}")
    return bool(found)


def _read(store: Store, iri: str) -> Extraction:
    return _laid_out(read_extraction(store.graph(iri)))


def _laid_out(extraction: Extraction) -> Extraction:
    """With the blocks of the text, which follow from it and so are not in the evidence.

    Without them the line under a text would be of its body, and all that is said in one paragraph.
    """
    from kgraph.ingest.layout import paragraphs  # noqa: PLC0415  (dateparser: 0.3 s)

    article = extraction.article
    blocks = paragraphs(article.text, article.title)
    return replace(extraction, article=replace(article, paragraphs=blocks))


def _quads(things: Iterable[Thing]) -> set[Quad]:
    return {quad for thing in things for quad in thing_quads(thing)}


def _text(quads: Iterable[Quad]) -> str:
    return "".join(sorted(f"{quad} .\n" for quad in quads))


def _parsed(text: str) -> list[Quad]:
    return list(parse(text, RdfFormat.N_QUADS))


def _batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    each = iter(items)
    while batch := list(islice(each, BATCH)):
        yield batch
