"""The topics of a store: SKOS concepts that its people define with a few words each."""

from collections.abc import Iterable

from pyoxigraph import Literal, Quad

from kgraph import vocab
from kgraph.errors import CallError
from kgraph.evidence import parse_topics, read_topics, topic_quads, write_topics
from kgraph.model import Topic
from kgraph.store import Store
from kgraph.watch.words import Words, tokens

_HIDDEN = vocab.SKOS + "hiddenLabel"


def topics(store: Store) -> list[Topic]:
    """The topics of the store, by name."""
    return read_topics(store.graph(vocab.TOPICS))


def add_topic(store: Store, name: str, words: Iterable[str]) -> Topic:
    """The topic of that name is in the store and has these words, beside those it had.

    Raises:
        CallError: The name, or one of the words, has no letter or digit, or several have the name.
    """
    name, given = " ".join(name.split()), [" ".join(word.split()) for word in words]
    for phrase in (name, *given):
        if not tokens(phrase):
            raise CallError(repr(phrase), "there is no word in it", "give names or words")
    known = _named(store, name)
    if len(known) > 1:
        raise CallError(name, f"{len(known)} topics have that name", "remove one of them")
    quads = topic_quads(name, given, iri=known[0].iri if known else "")
    old = {label for topic in known for label in topic.words}
    new = [q for q in quads if not (q.predicate.value == _HIDDEN and _text(q) in old)]
    store.replace({}, insert=new)
    return _named(store, name)[0]


def remove_topic(store: Store, name: str, words: Iterable[str] = ()) -> Topic:
    """The topic of that name is gone, or only these of its words are; as it was, it is returned.

    Raises:
        CallError: No topic has that name, or it has no such word besides its name.
    """
    known = _named(store, name)
    if not known:
        raise CallError(name, "no topic has that name", "see them with: kgraph topics list")
    iris = {topic.iri for topic in known}
    quads = [q for q in store.graph(vocab.TOPICS) if getattr(q.subject, "value", "") in iris]
    going: list[Quad] = []
    for word in words:
        found = [
            q
            for q in quads
            if q.predicate.value in (_HIDDEN, vocab.SKOS + "altLabel")
            and _text(q).casefold() == " ".join(word.split()).casefold()
        ]
        if not found:
            raise CallError(
                word, f"topic '{known[0].name}' has no such word", "see: kgraph topics list"
            )
        going += found
    store.replace({}, delete=going or quads)
    return known[0]


def import_topics(store: Store, data: bytes, where: str) -> tuple[int, int]:
    """The concepts of a Turtle file are topics of the store; a concept known before is replaced.

    Returns:
        How many concepts there were, and how many triples said something that is not kept.

    Raises:
        InputRefused: The file cannot be used; nothing has changed.
    """
    quads, left = parse_topics(data, where)
    iris = {quad.subject for quad in quads if quad.predicate.value == vocab.RDF + "type"}
    old = [quad for quad in store.graph(vocab.TOPICS) if quad.subject in iris]
    store.replace({}, insert=quads, delete=old)
    return len(iris), left


def export_topics(store: Store) -> bytes:
    """The topics of the store as Turtle."""
    return write_topics(store.graph(vocab.TOPICS))


def words_of(store: Store, name: str) -> Words | None:
    """The words of the topic of that name and of all that are narrower; None if there is none."""
    within = topics_within(store, name)
    return Words(word for topic in within for word in topic.words) if within else None


def topics_within(store: Store, name: str) -> list[Topic]:
    """The topic of that name and all that are narrower; none if there is none."""
    known = topics(store)
    inside = {topic.iri for topic in known if topic.name.casefold() == name.strip().casefold()}
    while more := {t.iri for t in known if inside.intersection(t.broader)} - inside:
        inside |= more
    return [topic for topic in known if topic.iri in inside]


def _named(store: Store, name: str) -> list[Topic]:
    wanted = " ".join(name.split()).casefold()
    return [topic for topic in topics(store) if topic.name.casefold() == wanted]


def _text(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, Literal) else ""
