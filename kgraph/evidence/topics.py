"""Topics as SKOS concepts: the quads of the graph of topics, and what they say."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kgraph import ids, vocab
from kgraph.errors import InputRefused
from kgraph.evidence.terms import A, value_of
from kgraph.model import Topic

_GRAPH = NamedNode(vocab.TOPICS)
_CONCEPT = NamedNode(vocab.SKOS + "Concept")
_PREFERRED = NamedNode(vocab.SKOS + "prefLabel")
_HIDDEN = NamedNode(vocab.SKOS + "hiddenLabel")
_BROADER = NamedNode(vocab.SKOS + "broader")
_NARROWER = NamedNode(vocab.SKOS + "narrower")
_LABELS = tuple(vocab.SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))
_NOTES = tuple(vocab.SKOS + name for name in ("definition", "scopeNote"))


def topic_quads(name: str, words: Iterable[str], *, iri: str = "") -> list[Quad]:
    """A topic of that name with words to search for, which SKOS calls hidden labels; sorted.

    Args:
        name: What the topic is called; it is looked for like its words.
        words: Words and phrases.
        iri: IRI of the topic where it has one already.
    """
    me = NamedNode(iri or ids.iri("topic", name.casefold()))
    quads = {
        Quad(me, A, _CONCEPT, _GRAPH),
        *(Quad(me, _HIDDEN, Literal(word), _GRAPH) for word in words if word != name),
    }
    if not iri:
        quads.add(Quad(me, _PREFERRED, Literal(name), _GRAPH))
    return sorted(quads, key=str)


def read_topics(quads: Iterable[Quad]) -> list[Topic]:
    """The topics of the graph, by name."""
    labels: defaultdict[str, list[tuple[int, bool, str]]] = defaultdict(list)
    broader: defaultdict[str, set[str]] = defaultdict(set)
    for quad in quads:
        iri, value = value_of(quad.subject), quad.object
        if quad.predicate == _BROADER:
            broader[iri].add(value_of(value))
        elif isinstance(value, Literal) and quad.predicate.value in _LABELS:
            kind = _LABELS.index(quad.predicate.value)
            # Of names in several languages the English one, or that of none, is told.
            foreign = (value.language or "en").partition("-")[0] != "en"
            labels[iri].append((kind, foreign, value.value))
    found = [
        Topic(
            iri=iri,
            name=min(named)[2],
            words=tuple(sorted({text for _, _, text in named})),
            broader=tuple(sorted(broader[iri])),
        )
        for iri, named in labels.items()
    ]
    return sorted(found, key=lambda topic: (topic.name, topic.iri))


def parse_topics(data: bytes, where: str) -> tuple[list[Quad], int]:
    """The concepts of a Turtle file, sorted, and how many of its triples say something else.

    Kept are labels, definitions, scope notes, and broader concepts (also told as narrower).

    Raises:
        InputRefused: It is no Turtle, a concept has no IRI or no name, or there is no concept.
    """
    try:
        triples = [*parse(data, format=RdfFormat.TURTLE)]
    except SyntaxError as error:
        line = f":{error.lineno}" if error.lineno else ""
        what = f"not valid Turtle: {error.msg}"
        raise InputRefused(f"{where}{line}", what, "mend the file") from error
    concepts = {t.subject for t in triples if t.predicate == A and t.object == _CONCEPT}
    if nameless := [c for c in concepts if not isinstance(c, NamedNode)]:
        what = f"{len(nameless)} of its concepts have no IRI"
        raise InputRefused(where, what, "name each concept, as <#sanctions> a skos:Concept")
    quads = {quad for t in triples if t.subject in concepts for quad in _kept(t)}
    kept = sum(1 for t in triples if t.subject in concepts and [*_kept(t)])
    for concept in sorted(map(value_of, concepts)):
        if not any(value_of(q.subject) == concept and q.predicate == _PREFERRED for q in quads):
            raise InputRefused(where, f"<{concept}> has no skos:prefLabel", "give it a name")
    if not concepts:
        raise InputRefused(where, "there is no skos:Concept in it", "see docs/watching.md")
    return sorted(quads, key=str), len(triples) - kept


def write_topics(quads: Iterable[Quad]) -> bytes:
    """The topics as Turtle, sorted."""
    prefixes = {"skos": vocab.SKOS}
    triples = [quad.triple for quad in sorted(quads, key=str)]
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b""


def _kept(triple: Quad | Triple) -> Iterable[Quad]:
    subject, value = triple.subject, triple.object
    if not isinstance(subject, NamedNode):
        return
    if triple.predicate == A and value == _CONCEPT:
        yield Quad(subject, A, _CONCEPT, _GRAPH)
    elif triple.predicate.value in (*_LABELS, *_NOTES) and isinstance(value, Literal):
        yield Quad(subject, triple.predicate, value, _GRAPH)
    elif triple.predicate == _BROADER and isinstance(value, NamedNode):
        yield Quad(subject, _BROADER, value, _GRAPH)
    elif triple.predicate == _NARROWER and isinstance(value, NamedNode):
        yield Quad(value, _BROADER, subject, _GRAPH)
