"""Actors, claims, statements and entities by what a person calls them."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kgraph import ids
from kgraph.errors import CallError
from kgraph.store import Store, select

DECIDED = ("actor", "claim", "statement", "entity")
"""Kinds of things that persons decide on."""

EXPLAINED = (*DECIDED, "happening")
"""Kinds of things that can be explained."""

_SHOWN = 5
_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something that a decision can be about, or an explanation.

    Attributes:
        kind: One of ``EXPLAINED``.
        label: Its name, headline or words.
    """

    iri: str
    kind: str
    label: str

    @property
    def digest(self) -> str:
        """The last part of its IRI."""
        return ids.name_of(self.iri)


def find_thing(store: Store, name: str, kinds: Sequence[str] = DECIDED) -> Thing:
    """The one thing of that name.

    Args:
        store: Where it is looked for.
        name: Its IRI, its digest or six first digits of it, an actor's whole name or another that
            articles give it, or words of a claim's headline; upper or lower case.
        kinds: What it may be.

    Raises:
        CallError: Nothing has that name, or several things have it.
    """
    found = _by_iri(store, name, kinds) or _by_digits(store, name, kinds) or _by_words(store, name)
    if len(found) == 1:
        return found[0]
    if found:
        shown = "; ".join(f"{one.digest[:12]} {one.kind} {one.label}" for one in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise CallError(
            name, f"{len(found)} things have that name", f"take one by id: {shown}{more}"
        )
    raise CallError(
        name,
        f"no {', '.join(kinds[:-1])} or {kinds[-1]} has that name",
        "give an IRI, the first digits of an id, an actor's name or words of a claim",
    )


def _by_iri(store: Store, iri: str, kinds: Sequence[str]) -> list[Thing]:
    kind = next((k for k in kinds if iri.startswith(ids.local(k, ""))), "")
    if not kind or not all(c.isalnum() or c == "-" for c in ids.name_of(iri)):
        return []
    return _things(store, f"VALUES ?thing {{ {NamedNode(iri)} }}")[:1]


def _by_digits(store: Store, digits: str, kinds: Sequence[str]) -> list[Thing]:
    if len(digits) < _DIGITS or not all(c in "0123456789abcdef" for c in digits):
        return []
    starts = " || ".join(
        f"STRSTARTS(STR(?thing), {Literal(ids.local(kind, digits))})" for kind in kinds
    )
    return _things(store, f"FILTER({starts})")


def _by_words(store: Store, words: str) -> list[Thing]:
    if not words.strip():
        return []
    text = Literal(words.strip().lower())
    other_name = (
        "?thing a kg:Actor . ?entity kg:denotes ?thing ; schema:name|schema:alternateName ?other"
        f" FILTER(LCASE(STR(?other)) = {text})"
    )
    conditions = (
        f"?thing a kg:Actor FILTER(LCASE(STR(?label)) = {text})",
        other_name,
        f"?thing a kg:Claim FILTER(CONTAINS(LCASE(STR(?label)), {text}))",
    )
    return next((found for condition in conditions if (found := _things(store, condition))), [])


def _things(store: Store, condition: str) -> list[Thing]:
    rows = select(
        store,
        "SELECT DISTINCT ?thing ?label WHERE {"
        " { ?thing a kg:Actor ; schema:name ?label } UNION { ?thing a kg:Claim ; kg:headline ?label }"
        " UNION { ?thing a kg:Entity ; schema:name ?label }"
        " UNION { ?thing a kg:Statement ; kg:text ?label }"
        " UNION { ?thing a kg:Happening ; schema:name ?label }"
        f" {condition} }} ORDER BY ?thing ?label",
    )
    found: dict[str, Thing] = {}
    for row in rows:
        iri = row["thing"].value
        kind = iri.removeprefix(ids.BASE).partition("/")[0]
        found.setdefault(iri, Thing(iri=iri, kind=kind, label=row["label"].value))
    return list(found.values())
