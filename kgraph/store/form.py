"""The store format: which layout of the graph a store holds, as a fact in it."""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import vocab
from kgraph.errors import StoreError, StoreTooNew

FORMAT: Final = 1
"""The layout that docs/graph.md describes; raised when older readers would misread a store."""

_SUBJECT: Final = NamedNode(vocab.COLLECTION)
_PROPERTY: Final = NamedNode(f"{vocab.KG}storeFormat")

MARK: Final = Quad(
    _SUBJECT,
    _PROPERTY,
    Literal(str(FORMAT), datatype=NamedNode(f"{vocab.XSD}integer")),
    NamedNode(vocab.COLLECTION),
)

MARK_QUERY: Final = (
    f"SELECT ?format {{ GRAPH <{vocab.COLLECTION}> {{ {_SUBJECT} {_PROPERTY} ?format }} }}"
)
MARK_UPDATE: Final = f"INSERT DATA {{ GRAPH <{vocab.COLLECTION}> {{ {MARK.triple} }} }}"


def marked(location: str, formats: Iterator[str]) -> bool:
    """Whether a store says its format, given every value it has for it.

    A store without one is new, or was filled by another program; it gets one when written to.

    Raises:
        StoreTooNew: A value is above the format that this kgraph knows.
        StoreError: A value is no number.
    """
    found = False
    for value in formats:
        found = True
        if not value.isascii() or not value.isdigit():
            raise StoreError(
                location, f"its store format reads {value!r}", "restore it from a copy"
            )
        if int(value) > FORMAT:
            raise StoreTooNew(
                location,
                f"it has store format {value} and this kgraph knows up to {FORMAT}",
                "install a newer kgraph",
            )
    return found
