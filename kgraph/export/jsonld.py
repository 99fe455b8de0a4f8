"""JSON-LD 1.1 in the terms of ``ontology/context.jsonld``, one graph a line."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import vocab
from kgraph.errors import StoreError
from kgraph.store import Store

_STRING: Final = f"{vocab.XSD}string"
_TYPE: Final = f"{vocab.RDF}type"
_NATIVE: Final[dict[str, Callable[[str], int | bool]]] = {
    f"{vocab.XSD}integer": int,
    f"{vocab.XSD}boolean": lambda text: text == "true",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of a context, turned around.

    Attributes:
        context: The context as it is written into the file.
        words: Term by IRI and by what it coerces to: "@id", an IRI of a datatype, or "".
        prefixes: Prefix by namespace.
    """

    context: dict[str, Any]
    words: dict[tuple[str, str], str]
    prefixes: dict[str, str]


def terms(context: dict[str, Any]) -> Terms:
    """The terms of a context without imports, nested contexts or containers."""
    prefixes = {
        iri: word
        for word, iri in context.items()
        if isinstance(iri, str) and iri.endswith(("#", "/"))
    }
    spaces = {word: iri for iri, word in prefixes.items()}

    def whole(name: str) -> str:
        prefix, colon, local = name.partition(":")
        return spaces[prefix] + local if colon and prefix in spaces else name

    words = {}
    for word, meaning in context.items():
        if isinstance(meaning, dict):
            words[whole(meaning["@id"]), whole(meaning.get("@type", ""))] = word
        elif isinstance(meaning, str) and word not in spaces and not meaning.startswith("@"):
            words[whole(meaning), ""] = word
    return Terms(context=context, words=words, prefixes=prefixes)


def write_jsonld(store: Store, out: BinaryIO) -> None:
    """Writes a document with the context in it and each graph, sorted, on a line of its own."""
    known = terms(json.loads(vocab.ontology_file("context.jsonld").read_text("utf-8"))["@context"])
    out.write(b'{"@context": ' + _json(known.context) + b', "@graph": [')
    for number, name in enumerate(store.graphs()):
        graph = {"@id": name, "@graph": nodes(store.graph(name), known)}
        out.write((b"," if number else b"") + b"\n" + _json(graph))
    out.write(b"\n]}\n")


def nodes(quads: Iterable[Quad], known: Terms) -> list[dict[str, Any]]:
    """The quads of one graph as JSON-LD node objects, sorted by subject, property and value.

    Raises:
        StoreError: A triple term of RDF 1.2 or a blank node, which no store of kgraph holds.
    """
    found: dict[str, dict[str, list[Any]]] = {}
    for quad in sorted(quads, key=str):
        if not isinstance(quad.subject, NamedNode):
            raise StoreError(str(quad.graph_name), f"{quad.subject} has no IRI", "name it")
        node = found.setdefault(quad.subject.value, {})
        key, value = _pair(quad, known)
        node.setdefault(key, []).append(value)
    return [
        {"@id": iri, **{key: own[0] if len(own) == 1 else own for key, own in node.items()}}
        for iri, node in found.items()
    ]


def _pair(quad: Quad, known: Terms) -> tuple[str, Any]:
    name, value = quad.predicate.value, quad.object
    if isinstance(value, NamedNode):
        if name == _TYPE:
            return "@type", known.words.get((value.value, ""), value.value)
        word = known.words.get((name, "@id"))
        return (word, value.value) if word else (_short(name, known), {"@id": value.value})
    if not isinstance(value, Literal):
        raise StoreError(str(quad.graph_name), f"{value} is no IRI and no literal", "name it")
    kind = value.datatype.value
    word = known.words.get((name, kind))
    if word:
        return word, _NATIVE[kind](value.value) if kind in _NATIVE else value.value
    if value.language:
        full = {"@language": value.language, "@value": value.value}
    elif kind != _STRING:
        full = {"@type": kind, "@value": value.value}
    else:
        word = known.words.get((name, ""))
        return (word, value.value) if word else (_short(name, known), {"@value": value.value})
    return known.words.get((name, "")) or _short(name, known), full


def _short(iri: str, known: Terms) -> str:
    """The IRI by prefix; whole where no prefix fits or a term of another type would catch it."""
    for space, prefix in known.prefixes.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": ")).encode()
