"""People who work with rdflib see the store through its interface."""

import pytest
import rdflib

from kgraph import vocab
from kgraph.errors import CallError, StoreError
from kgraph.store import as_rdflib, open_store
from tests.store.test_protocol import G1, G2, quad


# rdflib 7.6 warns of its own inside.
@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
def test_the_view_holds_every_graph_and_their_union(tmp_path):
    with open_store(tmp_path) as store:
        store.replace({G1: [quad(G1, "a")], G2: [quad(G2, "b")]})
    view = as_rdflib(tmp_path)
    assert isinstance(view, rdflib.Dataset)
    text = rdflib.URIRef(f"{vocab.KG}text")
    assert len(view.get_context(rdflib.URIRef(G1))) == 1
    assert {str(s) for s in view.subjects(text)} == {
        "https://example.org/a",
        "https://example.org/b",
    }
    rows = view.query(f"SELECT ?s {{ ?s <{text}> ?o }} ORDER BY ?s")
    assert [str(row.s) for row in rows] == ["https://example.org/a", "https://example.org/b"]


def test_a_view_needs_a_store_in_a_folder(tmp_path):
    with pytest.raises(StoreError, match="no store here"):
        as_rdflib(tmp_path)
    with pytest.raises(CallError, match="a server is no store of this process"):
        as_rdflib("http://localhost:7878")
