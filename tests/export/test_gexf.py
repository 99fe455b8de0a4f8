"""GEXF 1.3 as its schema has it, read back by a reader of our own (lxml, no networkx)."""

from collections import Counter
from dataclasses import replace

import pytest
from lxml import etree

from kgraph import ids
from kgraph.export.network import COLORS
from kgraph.model import Actor, Article, Claim, Derived, Entity, Extraction, Statement, When
from tests.export.conftest import filled, written

NS = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
CHILDREN = {
    "gexf": ("meta", "graph"),
    "graph": ("attributes", "attributes", "nodes", "edges"),
    "node": ("attvalues", "spells", "color", "position", "size", "shape"),
    "edge": ("attvalues", "spells", "shape"),
}


def read(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def facts(element: etree._Element) -> dict[str, str]:
    return {v.get("for"): v.get("value") for v in element.iterfind("g:attvalues/g:attvalue", NS)}


def spells(element: etree._Element) -> list[tuple[str | None, str | None]]:
    """When the element is there, wherever the file says it; [] for always."""
    several = [(s.get("start"), s.get("end")) for s in element.iterfind("g:spells/g:spell", NS)]
    own = (element.get("start"), element.get("end"))
    assert not (several and any(own)), "a reader would add one to the other"
    return several or ([own] if any(own) else [])


def edges(root: etree._Element) -> dict[tuple[str, str, str], etree._Element]:
    labels = {n.get("id"): n.get("label") for n in root.iterfind(".//g:node", NS)}
    return {
        (labels[e.get("source")], e.get("label"), labels[e.get("target")]): e
        for e in root.iterfind(".//g:edge", NS)
    }


@pytest.fixture(scope="module")
def root(store):
    return read(written(store, "gexf"))


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def test_the_structure_is_that_of_the_schema(root):
    assert root.tag == "{http://gexf.net/1.3}gexf"
    assert root.attrib == {"version": "1.3"}
    assert root.find("g:meta", NS).attrib == {}, "no date: the same store gives the same bytes"
    graph = root.find("g:graph", NS)
    assert set(graph.attrib) == {"defaultedgetype", "idtype", "mode", "timeformat"}
    for element in root.iter():
        allowed = CHILDREN.get(local(element))
        if allowed:
            names = [local(child) for child in element]
            assert names == [name for name in allowed if name in names]
            assert Counter(names) <= Counter(allowed)


def test_every_value_is_declared_with_its_type(root):
    checks = {"integer": int, "double": float, "string": str, "anyURI": str}
    for group in ("node", "edge"):
        declared = {
            a.get("id"): a.get("type")
            for a in root.iterfind(f".//g:attributes[@class='{group}']/g:attribute", NS)
        }
        for element in root.iterfind(f".//g:{group}", NS):
            for name, value in facts(element).items():
                checks[declared[name]](value)
                assert value


def test_ids_are_unique_and_every_edge_has_its_ends(root):
    for kind in ("node", "edge"):
        names = [e.get("id") for e in root.iterfind(f".//g:{kind}", NS)]
        assert len(names) == len(set(names)) == int(root.find(f".//g:{kind}s", NS).get("count"))
    nodes = {n.get("id") for n in root.iterfind(".//g:node", NS)}
    for edge in root.iterfind(".//g:edge", NS):
        assert {edge.get("source"), edge.get("target")} <= nodes


def test_statements_stand_between_actors_and_claims_under_their_act(root):
    found = edges(root)
    edge = found["Ana Ilieva", "announces", "pause (8–11 May 2025)"]
    assert facts(edge) | {"statement": "", "article": ""} == {
        "kind": "statement",
        "statements": "2",
        "act": "announce",
        "quote": "indirect",
        "polarity": "positive",
        "modality": "asserted",
        "text": "a pause of the dredging from 8 to 11 May",
        "role": "Mayor (Port Varna)",
        "chain": "harbour office > Ana Ilieva",
        "outlets": "Harbour Post | Norvia",
        "urls": "https://harbourpost.example/dredging-paused"
        " https://norvia.example/2025/05/05/dredging",
        "confidence": "0.97",
        "score": "1.0",
        "statement": "",
        "article": "",
    }


def test_copies_of_one_wire_text_weigh_as_one_origin(root):
    edge = edges(root)["Ana Ilieva", "announces", "pause (8–11 May 2025)"]
    assert edge.get("weight") == "1.0"
    assert facts(edge)["statements"] == "2"


def test_addressees_answers_and_nesting_are_edges_too(root):
    found = edges(root)
    kinds = {
        key: facts(edge)["kind"]
        for key, edge in found.items()
        if facts(edge)["kind"] != "statement"
    }
    assert kinds[
        "Dobri Stanev", found_label(found, "Dobri Stanev", "Ana Ilieva"), "Ana Ilieva"
    ] == ("address")
    pause = "pause (8–11 May 2025)"
    assert kinds["There was no deal with the mayor", "denies", pause] == "relation"
    assert kinds["This pause ruins us", "responds to", "has put the dredging on hold"] == "relation"
    assert kinds["money", "part of", "The ministry had promised her money"] == "relation"
    denial = facts(found["There was no deal with the mayor", "denies", pause])
    assert denial["score"] == "0.75"
    assert denial["reasons"] == "a day later | a denial by one it concerns"


def found_label(found, source, target):
    [label] = [label for a, label, b in found if (a, b) == (source, target)]
    return label


def test_nodes_look_by_type_and_degree(root):
    sizes = {}
    for node in root.iterfind(".//g:node", NS):
        color = node.find("viz:color", NS)
        assert tuple(int(color.get(c)) for c in "rgb") == COLORS[facts(node)["type"]]
        shape = "square" if facts(node)["kind"] == "claim" else "disc"
        assert node.find("viz:shape", NS).get("value") == shape
        sizes[node.get("label")] = float(node.find("viz:size", NS).get("value"))
    assert max(sizes, key=sizes.get) == "Ana Ilieva"


def test_no_two_nodes_stand_in_one_place(root):
    places = [(p.get("x"), p.get("y")) for p in root.iterfind(".//viz:position", NS)]
    assert len(set(places)) == len(places) == len(root.findall(".//g:node", NS))


def test_actors_that_are_only_addressed_are_nodes_and_anonymous_ones_stay_apart(root):
    labels = Counter(n.get("label") for n in root.iterfind(".//g:node", NS))
    assert labels["reporters"] == 1
    assert labels["a senior official"] == 2


# --- the time line -------------------------------------------------------------------------


def said(*days: tuple[str, str] | None, text: str = "The tide turns") -> tuple:
    """One speaker saying one thing in as many articles as there are days."""
    extractions, members, statements = [], [], []
    for number, day in enumerate(days):
        article = Article(key=str(number), text=text, outlet=f"Outlet {number}", language="en")
        entity = Entity(id=ids.digest(article.id, "e"), name="Ola Brandt", type="person")
        statement = Statement(
            id=ids.digest(article.id, "s"),
            source=((0, 3),),
            cue=((4, 8),),
            content=((0, len(text)),),
            speaker=entity.id,
            said_at=When(start=day[0], end=day[1]) if day else None,
            sentence=(0, len(text)),
        )
        extractions.append(Extraction(article=article, statements=(statement,), entities=(entity,)))
        members.append(entity.iri)
        statements.append(statement.iri)
    derived = Derived(
        actors=(Actor(id="a", name="Ola Brandt", type="person", members=tuple(members)),),
        claims=(
            Claim(
                id="c",
                headline=text,
                first=statements[0],
                statements=tuple(statements),
                origins=len(statements),
            ),
        ),
    )
    return tuple(extractions), derived


@pytest.mark.parametrize(
    ("days", "edge_spells", "node_spell"),
    [
        ([("2025-05-05", "2025-05-05")], [("2025-05-05", "2025-05-05")], ("2025-05-05",) * 2),
        (
            [("2025-05-09", "2025-05-09"), ("2025-05-05", "2025-05-06")],
            [("2025-05-05", "2025-05-06"), ("2025-05-09", "2025-05-09")],
            ("2025-05-05", "2025-05-09"),
        ),
        (
            [("2025-05", "2025-05"), ("2024", "2024")],
            [("2024-01-01", "2024-12-31"), ("2025-05-01", "2025-05-31")],
            ("2024-01-01", "2025-05-31"),
        ),
        (
            [("2025-05-05T10:00:00Z", "2025-05-05T10:00:00Z"), ("2025-05-05", "2025-05-05")],
            [("2025-05-05", "2025-05-05")],
            ("2025-05-05", "2025-05-05"),
        ),
        ([("2025-05-05", "")], [("2025-05-05", None)], ("2025-05-05", None)),
        ([("2025-05-05", "2025-05-05"), None], [], None),
        ([None], [], None),
    ],
)
def test_edges_are_there_on_their_days_and_nodes_from_first_to_last(days, edge_spells, node_spell):
    root = read(written(filled(*said(*days)), "gexf"))
    [edge] = root.iterfind(".//g:edge", NS)
    assert spells(edge) == edge_spells
    for node in root.iterfind(".//g:node", NS):
        assert spells(node) == ([node_spell] if node_spell else [])
    graph = root.find("g:graph", NS)
    if edge_spells:
        assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    else:
        assert (graph.get("mode"), graph.get("timeformat")) == ("static", None)


def test_independent_outlets_weigh_one_each():
    root = read(written(filled(*said(*[("2025-05-05", "2025-05-05")] * 3)), "gexf"))
    [edge] = root.iterfind(".//g:edge", NS)
    assert edge.get("weight") == "3.0"


def test_characters_that_xml_cannot_hold_are_left_out():
    text = 'a\x00\x0b\x1f "<&>" \ufffe\U0001f600\nb'
    extractions, derived = said(None, text=text)
    data = written(filled(extractions, derived), "gexf")
    [edge] = read(data).iterfind(".//g:edge", NS)
    assert facts(edge)["text"] == 'a "<&>" \U0001f600\nb'
    assert written(filled(extractions, derived), "graphml")


def test_a_long_headline_is_cut_in_the_label_and_whole_in_the_name():
    headline = "the tide turns " * 20
    root = read(written(filled(*said(None, text=headline)), "gexf"))
    [claim] = [n for n in root.iterfind(".//g:node", NS) if facts(n)["kind"] == "claim"]
    assert len(claim.get("label")) <= 50
    assert claim.get("label").endswith("…")
    assert facts(claim)["name"] == headline.strip()


def test_a_statement_without_a_source_is_a_claim_without_an_edge():
    [extraction], derived = said(None)
    [statement] = extraction.statements
    nobody = replace(extraction, statements=(replace(statement, speaker="", source=()),))
    root = read(written(filled((nobody,), derived), "gexf"))
    assert [facts(n)["kind"] for n in root.iterfind(".//g:node", NS)] == ["claim"]
    assert root.findall(".//g:edge", NS) == []


def test_a_small_graph_is_written_like_this(snapshot):
    data = written(
        filled(*said(("2025-05-09", "2025-05-09"), ("2025-05-05", "2025-05-06"))), "gexf"
    )
    assert data.decode() == snapshot
