"""The sample articles in a store, resolved by hand."""

from dataclasses import replace
from io import BytesIO

import pytest

from kgraph import ids
from kgraph.evidence import current_quads, derived_quads, extraction_quads
from kgraph.export import export
from kgraph.model import Claim
from kgraph.store import MemoryStore
from tests.completed import completed
from tests.samples import DERIVED, EXTRACTIONS


def _whole():
    """The sample's resolution with a claim of its own for each statement that has none."""
    claimed = {iri for claim in DERIVED.claims for iri in claim.statements}
    alone = tuple(
        Claim(
            id=ids.digest("claim", statement.iri),
            headline=extraction.article.quote(statement.content),
            first=statement.iri,
            statements=(statement.iri,),
            origins=1,
        )
        for extraction in EXTRACTIONS
        for statement in extraction.statements
        if statement.iri not in claimed
    )
    return replace(DERIVED, claims=DERIVED.claims + alone)


def filled(extractions=EXTRACTIONS, derived=None):
    """A store of these articles and what was derived of them."""
    store = MemoryStore()
    store.replace(
        {
            **{one.article.iri: extraction_quads(one) for one in extractions},
            **derived_quads(completed(derived or _whole(), extractions)),
        },
        insert=[quad for one in extractions for quad in current_quads(one.article.iri)],
    )
    return store


@pytest.fixture(scope="session")
def store():
    return filled()


def written(store, form, **selection) -> bytes:
    out = BytesIO()
    export(store, form, out, **selection)
    assert not out.closed
    return out.getvalue()
