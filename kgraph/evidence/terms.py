"""The terms that the graph is written with, and literals in the one form that a store keeps.

Oxigraph rewrites numbers and times when it stores them; what is written here is already in that
form, so that a graph has the same bytes before and after.
"""

import re
from datetime import date
from urllib.parse import urlsplit

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgraph import ids, vocab

_DAYS = {
    "gYear": re.compile(r"[0-9]{4}"),
    "gYearMonth": re.compile(r"[0-9]{4}-[0-9]{2}"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
_CLOCK = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ]"
    r"(?P<minute>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?P<second>:[0-5][0-9])?"
    r"(?:[.,](?P<fraction>[0-9]{1,9}))?"
    r"(?P<zone>Z|[+-](?:0[0-9]|1[0-3]):?[0-5][0-9]|[+-]14:?00)?"
)

CLASSES = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "group": "Group",
    "document": "Document",
    "anonymous": "AnonymousSource",
}
"""Class of ``kg:`` for each type of entity; type ``none`` is a plain ``kg:Entity``."""

_TERMS: dict[str, NamedNode] = {}


def kg(name: str) -> NamedNode:
    """The term of kgraph's own ontology with that local name."""
    if name not in _TERMS:
        _TERMS[name] = NamedNode(vocab.KG + name)
    return _TERMS[name]


def schema(name: str) -> NamedNode:
    """The term of schema.org with that name."""
    return NamedNode(vocab.SCHEMA + name)


A = NamedNode(vocab.RDF + "type")
EXACT = NamedNode(vocab.OA + "exact")
GENERATED_BY = NamedNode(vocab.PROV + "wasGeneratedBy")
DERIVED_FROM = NamedNode(vocab.PROV + "wasDerivedFrom")


def value_of(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """The IRI, the blank node's label or the literal's text; a triple term as N-Triples."""
    return str(term) if isinstance(term, Triple) else term.value


def outlet_iri(name: str) -> str:
    """The IRI of the outlet of that name: one name is one outlet, in every article."""
    return ids.iri("outlet", name)


def act_iri(act: str) -> NamedNode:
    """The concept of ``ontology/acts.ttl`` with that local name."""
    return NamedNode(vocab.ACT + act)


def integer(value: int) -> Literal:
    """The integer as an ``xsd:integer``."""
    return Literal(str(value), datatype=NamedNode(vocab.XSD + "integer"))


def boolean(value: bool) -> Literal:
    """The truth value as an ``xsd:boolean``."""
    return Literal("true" if value else "false", datatype=NamedNode(vocab.XSD + "boolean"))


def decimal(value: float) -> Literal:
    """The number as an ``xsd:decimal``, to three places, without trailing zeros.

    >>> decimal(0.5).value, decimal(1.0).value, decimal(0.12345).value
    ('0.5', '1', '0.123')
    """
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=NamedNode(vocab.XSD + "decimal"))


def moment(value: str) -> Literal | None:
    """The ISO 8601 year, month, day or date-time as the XSD type of that precision, or None.

    >>> moment("2025-05").datatype.value.split("#")[1]
    'gYearMonth'
    >>> moment("2025-05-08T10:00+00:00").value
    '2025-05-08T10:00:00Z'
    >>> moment("8 May") is None
    True
    """
    for name, form in _DAYS.items():
        if form.fullmatch(value):
            known = _on_the_calendar(f"{value}-01-01"[:10])
            return Literal(value, datatype=NamedNode(vocab.XSD + name)) if known else None
    match = _CLOCK.fullmatch(value)
    if match is None or not _on_the_calendar(match["day"]):
        return None
    fraction = (match["fraction"] or "").rstrip("0")
    zone = match["zone"] or ""
    if len(zone) > 1:
        zone = f"{zone[:3]}:{zone[-2:]}"
    text = (
        f"{match['day']}T{match['minute']}{match['second'] or ':00'}"
        + (f".{fraction}" if fraction else "")
        + ("Z" if zone[1:] == "00:00" else zone)
    )
    return Literal(text, datatype=NamedNode(vocab.XSD + "dateTime"))


def web_address(url: str) -> NamedNode | None:
    """The URL as an IRI where it is a valid absolute http(s) one, else None."""
    try:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.hostname and url.startswith(parts.scheme):
            return NamedNode(url)
    except ValueError:
        pass
    return None


def _on_the_calendar(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
