"""The whole flow on one page: articles → statements → evidence → store → derived graphs.

    read ──▶ Article ──extract──▶ Extraction ──evidence──▶ one named graph, one transaction
                                                                      │
                            ask, export, serve ◀── derived graphs ◀──resolve

An article is done when its transaction is: killing the process at any point leaves every
article whole or absent, and the same call again finishes the work.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import vocab
from kgraph.derive import (
    Following,
    gazetteers,
    is_resolved,
    rebuild,
    refresh,
    use_gazetteer,
)
from kgraph.errors import CallError, InputRefused
from kgraph.evidence import (
    arrived_quads,
    current_quads,
    extraction_quads,
    read_extraction,
    resolved_quad,
    revision_quads,
    waiting_quad,
    withdrawn_quads,
)
from kgraph.extract import Extractor
from kgraph.extract.workers import Workers, extract_all
from kgraph.ids import name_of
from kgraph.model import Article, Extraction
from kgraph.resolve import same_text
from kgraph.store import Store, select
from kgraph.watch import concerned

__all__ = [
    "Following",
    "Ingested",
    "Listed",
    "articles",
    "confident",
    "extract",
    "find",
    "gazetteers",
    "ingest",
    "is_resolved",
    "rebuild",
    "refresh",
    "retract",
    "take_in",
    "use_gazetteer",
]

TOGETHER = 50
"""Articles that ``ingest`` takes in before what is derived follows."""

_COLLECTION = NamedNode(vocab.COLLECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What became of one article.

    Attributes:
        outcome: ``new``, ``revised`` (a new version of one already there), ``again`` (extracted
            anew) or ``unchanged``.
        statements: How many statements it brought; 0 when unchanged.
        revises: IRI of the version that it takes the place of, or "".
    """

    article: Article
    outcome: str
    statements: int = 0
    revises: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One article version of a store.

    Attributes:
        current: Whether no later version of the same key has taken its place.
    """

    iri: str
    key: str
    title: str
    current: bool

    @property
    def id(self) -> str:
        """The digest that names it."""
        return name_of(self.iri)


def extract(
    articles: Iterable[Article | InputRefused],
    extractor: Extractor | Workers,
    *,
    on_refused: Callable[[InputRefused], None],
) -> Generator[Extraction, None, None]:
    """Extractions of the articles in their order.

    Refused, each in its turn, are what could not be read and what the extractor refuses, as an
    article in another language.
    """
    for found in extract_all(articles, extractor):
        if isinstance(found, InputRefused):
            on_refused(found)
        else:
            yield found


def confident(extraction: Extraction, least: float) -> Extraction:
    """The extraction without statements less certain than ``least``, nor what hangs on them."""
    kept = tuple(s for s in extraction.statements if s.confidence >= least)
    ids = {s.id for s in kept}
    return replace(
        extraction,
        statements=tuple(
            replace(
                s,
                parent=s.parent if s.parent in ids else "",
                responds_to=s.responds_to if s.responds_to in ids else "",
            )
            for s in kept
        ),
        events=tuple(e for e in extraction.events if not e.statement or e.statement in ids),
    )


def ingest(
    store: Store,
    articles: Iterable[Article | InputRefused],
    extractor: Extractor | Workers,
    *,
    on_refused: Callable[[InputRefused], None],
    again: bool = False,
    following: Following | None = None,
) -> Generator[Ingested, None, None]:
    """Every article is in the store, whole, when its ``Ingested`` is yielded.

    Args:
        store: Where they are kept.
        articles: Read one at a time, in their order; with ``Workers`` some ahead of their turn.
        extractor: Asked only for what the store does not hold yet.
        on_refused: Called in its turn with the refusal of what could not be read, or extracted.
        again: Extract anew what is there already, as after an update of the extractor.
        following: Brought up to date after every ``TOGETHER`` articles; the caller does so after
            the last.
    """

    def asked() -> Iterator[Article | InputRefused | Ingested]:
        for article in articles:
            if isinstance(article, Article) and not again and store.contains(article.iri):
                yield Ingested(article=article, outcome="unchanged")
            else:
                yield article

    waiting = 0
    each: Iterator[Extraction | InputRefused | Ingested] = extract_all(asked(), extractor)
    for found in each:
        if isinstance(found, InputRefused):
            on_refused(found)
        elif isinstance(found, Ingested):
            yield found
        else:
            yield take_in(store, found, again=again, following=following)
            waiting += 1
            if following and waiting % TOGETHER == 0:
                following.refresh()


def take_in(
    store: Store,
    extraction: Extraction,
    *,
    again: bool = False,
    following: Following | None = None,
) -> Ingested:
    """The extraction is in the store, unless the same article was there before it.

    Args:
        store: Where it is kept.
        extraction: One article and what was read in it.
        again: It takes the place of an earlier extraction of the same article.
        following: Handed the extraction, which it then need not read back.
    """
    article = extraction.article
    known = store.contains(article.iri)
    if known and not again:
        return Ingested(article=article, outcome="unchanged")
    old = "" if known else _version_before(store, article)
    insert, delete = _news_of(store, article, old) if not known else ([], [])
    insert += [waiting_quad(iri) for iri in (article.iri, old) if iri]
    insert += [waiting_quad(iri) for iri in _versions_behind(store, article.iri)]
    store.replace(
        {article.iri: extraction_quads(extraction)},
        insert=insert,
        delete=[*delete, resolved_quad()],
    )
    if following:
        following.hand(extraction)
    return Ingested(
        article=article,
        outcome="again" if known else "revised" if old else "new",
        statements=len(extraction.statements),
        revises=old,
    )


def retract(store: Store, article: Listed, *, at: str = "") -> None:
    """The article is gone with its evidence; an older version that it revised is current again.

    What was derived from it goes with the next ``refresh``. That it was there stays on record:
    its key and title, and which watched things and topics its statements belonged to, as far as
    what is derived knows them.

    Args:
        store: Where it is.
        article: The article.
        at: ISO 8601 date-time of now, to stay on record; "" for none.
    """
    facts = _facts(store, article.iri)
    before = [
        quad.object.value
        for quad in facts
        if quad.predicate.value == vocab.KG + "revises"
        and quad.subject == NamedNode(article.iri)
        and isinstance(quad.object, NamedNode)
    ]  # fmt: skip
    insert = withdrawn_quads(
        article.iri,
        key=article.key,
        title=article.title,
        at=at,
        concerned=concerned(store, article.iri),
    )
    insert.append(waiting_quad(article.iri))
    insert += [waiting_quad(iri) for iri in _versions_behind(store, article.iri)]
    if article.current:
        insert += [quad for iri in before for quad in (*current_quads(iri), waiting_quad(iri))]
    store.replace({}, drop=[article.iri], insert=insert, delete=[*facts, resolved_quad()])


def articles(store: Store) -> list[Listed]:
    """The articles of the store, sorted by key, then IRI."""
    rows = select(
        store,
        "SELECT ?a ?key (SAMPLE(?t) AS ?title) (BOUND(?c) AS ?current) WHERE {"
        " ?a a kg:Article ; kg:key ?key . OPTIONAL { ?a schema:headline ?t }"
        " OPTIONAL { ?a kg:isCurrent ?c } } GROUP BY ?a ?key ?c ORDER BY ?key ?a",
    )
    return [
        Listed(
            iri=row["a"].value,
            key=row["key"].value,
            title=row["title"].value if row["title"] else "",
            current=row["current"].value == "true",
        )
        for row in rows
    ]


def find(store: Store, name: str) -> Listed:
    """The one article of that name.

    Args:
        store: Where it is looked for.
        name: Key or URL (of several versions, the current one is meant), IRI, digest, or the
            first six or more digits of a digest.

    Raises:
        CallError: No article has that name, or several have it.
    """
    listed = articles(store)
    found = [a for a in listed if name in (a.iri, a.id)]
    found = found or [a for a in listed if a.key == name and a.current]
    found = found or [a for a in listed if len(name) >= 6 and a.id.startswith(name)]
    if len(found) != 1:
        what = "no article has that name" if not found else f"{len(found)} articles have that name"
        raise CallError(name, what, "see their ids with: kgraph articles")
    return found[0]


def _news_of(store: Store, article: Article, old: str) -> tuple[list[Quad], list[Quad]]:
    """What to insert and to delete in the collection graph when the article comes in."""
    insert = [*arrived_quads(article), *current_quads(article.iri)]
    # A withdrawal left its record here; links of versions to one another stay.
    record = {vocab.SCHEMA + "headline"} | {
        vocab.KG + name for name in ("withdrawn", "withdrawnAt", "concerned", "key")
    }
    delete = [q for q in _facts(store, article.iri) if q.predicate.value in record]
    if old:
        insert += revision_quads(article.iri, old)
        delete += current_quads(old)
    return insert, delete


def _version_before(store: Store, article: Article) -> str:
    """IRI of the current version of the same key, or "".

    A key that is only a file's name makes a version where the texts have something in common:
    two folders may each hold an ``article.txt``.
    """
    key = Literal(article.key)
    rows = select(store, f"SELECT ?a WHERE {{ ?a kg:key {key} ; kg:isCurrent true }} ORDER BY ?a")
    for row in rows:
        iri: str = row["a"].value
        if article.keyed:
            return iri
        before = read_extraction(store.graph(iri)).article
        if article.title == before.title or same_text(article.text, before.text):
            return iri
    return ""


def _versions_behind(store: Store, iri: str) -> list[str]:
    """IRIs of the articles that revise this one: what they correct in it hangs on it."""
    query = f"SELECT ?new WHERE {{ GRAPH {_COLLECTION} {{ ?new kg:revises {NamedNode(iri)} }} }}"
    return sorted(row["new"].value for row in select(store, query))


def _facts(store: Store, iri: str) -> list[Quad]:
    """What the collection graph says of a thing, from either end."""
    node = NamedNode(iri)
    rows = select(
        store,
        f"SELECT ?s ?p ?o WHERE {{ GRAPH {_COLLECTION} {{"
        f" {{ VALUES ?s {{ {node} }} ?s ?p ?o }} UNION {{ VALUES ?o {{ {node} }} ?s ?p ?o }} }} }}",
    )
    return [Quad(row["s"], row["p"], row["o"], _COLLECTION) for row in rows]
