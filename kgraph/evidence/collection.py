"""What a collection knows of its articles beyond their words: versions, withdrawals, retrieval."""

import json
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import __version__, vocab
from kgraph.evidence.terms import boolean, kg, moment, schema
from kgraph.evidence.write import Term
from kgraph.model import Article


def arrived_quads(article: Article) -> list[Quad]:
    """When the article was fetched, and the keys of its record that kgraph doesn't know."""
    quads = []
    if article.retrieved:
        when = moment(article.retrieved) or Literal(article.retrieved)
        quads.append(_quad(article.iri, "retrieved", when))
    if article.metadata:
        known = {key: json.loads(value) for key, value in article.metadata}
        text = json.dumps(known, ensure_ascii=False, sort_keys=True)
        literal = Literal(text, datatype=NamedNode(vocab.RDF + "JSON"))
        quads.append(_quad(article.iri, "metadata", literal))
    return sorted(quads, key=str)


def current_quads(iri: str) -> list[Quad]:
    """The article of that IRI is the version that questions look at."""
    return [_quad(iri, "isCurrent", boolean(True))]


def revision_quads(new: str, old: str) -> list[Quad]:
    """The first article is a newer version of the second (both by IRI)."""
    return sorted(
        [_quad(new, "revises", NamedNode(old)), _quad(old, "supersededBy", NamedNode(new))],
        key=str,
    )


def withdrawn_quads(
    iri: str, *, key: str, title: str, at: str = "", concerned: Iterable[str] = ()
) -> list[Quad]:
    """The article of that IRI was taken back; its key and title stay known, its words don't.

    Args:
        iri: IRI of the article.
        key: Its key, or "".
        title: Its title, or "".
        at: ISO 8601 date-time at which it was taken back, or "".
        concerned: IRIs of the watched things and topics that its statements belonged to.
    """
    quads = [_quad(iri, "withdrawn", boolean(True))]
    quads += [_quad(iri, "concerned", NamedNode(one)) for one in concerned]
    if when := moment(at):
        quads.append(_quad(iri, "withdrawnAt", when))
    if key:
        quads.append(_quad(iri, "key", Literal(key)))
    if title:
        node, graph = NamedNode(iri), NamedNode(vocab.COLLECTION)
        quads.append(Quad(node, schema("headline"), Literal(title), graph))
    return sorted(quads, key=str)


def resolved_quad() -> Quad:
    """The derived graphs belong to the evidence and the decisions; every change takes this out."""
    return _quad(vocab.COLLECTION, "resolvedWith", Literal(__version__))


def state_quad(state: str) -> Quad:
    """The derived graphs are made of the set of articles that has this digest."""
    return _quad(vocab.COLLECTION, "resolvedState", Literal(state))


def waiting_quad(iri: str) -> Quad:
    """The derived graphs don't know yet that the article of that IRI came, changed or went."""
    return _quad(iri, "awaitsResolution", boolean(True))


def _quad(subject: str, predicate: str, value: Term) -> Quad:
    return Quad(NamedNode(subject), kg(predicate), value, NamedNode(vocab.COLLECTION))
