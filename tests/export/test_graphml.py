"""GraphML holds what GEXF holds, with unique keys."""

from lxml import etree

from tests.export.conftest import written

NS = {"g": "http://graphml.graphdrawing.org/xmlns"}


def test_nodes_and_edges_are_those_of_gexf(store):
    graphml = etree.fromstring(written(store, "graphml"))
    gexf = etree.fromstring(written(store, "gexf"))
    for kind in ("node", "edge"):
        ours = {e.get("id") for e in graphml.iterfind(f".//g:{kind}", NS)}
        theirs = {e.get("id") for e in gexf.iterfind(f".//{{http://gexf.net/1.3}}{kind}")}
        assert ours == theirs


def test_keys_are_unique_and_typed(store):
    root = etree.fromstring(written(store, "graphml"))
    keys = [key.get("id") for key in root.iterfind("g:key", NS)]
    assert len(keys) == len(set(keys))
    types = {
        (key.get("for"), key.get("attr.name")): key.get("attr.type")
        for key in root.iterfind("g:key", NS)
    }
    assert types["edge", "weight"] == "double"
    assert types["node", "origins"] == "long"
    assert {types["node", name] for name in "xy"} == {"double"}
    assert {types["node", name] for name in "rgb"} == {"long"}
