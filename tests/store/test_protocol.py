"""Every kind of store keeps the same laws."""

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QueryBoolean

from kgraph import vocab
from kgraph.errors import QueryError, StoreError, StoreTooNew
from kgraph.store import Store, open_store
from kgraph.store.form import MARK

G1, G2, G3 = (f"https://example.org/graph/{n}" for n in (1, 2, 3))
KG = vocab.KG


def quad(graph: str, name: str = "ferry", value: str = "late") -> Quad:
    return Quad(
        NamedNode(f"https://example.org/{name}"),
        NamedNode(f"{KG}text"),
        Literal(value),
        NamedNode(graph),
    )


def content(store: Store, *graphs: str) -> set[Quad]:
    return {q for graph in graphs for q in store.graph(graph)}


def test_is_what_the_protocol_says(store):
    assert isinstance(store, Store)


def test_a_new_store_is_empty_and_the_first_write_leaves_the_store_format(store):
    assert list(store.quads()) == []
    store.replace({G1: [quad(G1)]})
    assert set(store.graph(vocab.COLLECTION)) == {MARK}
    assert set(store.quads()) == {quad(G1), MARK}


def test_an_update_as_first_write_leaves_the_store_format(store):
    store.update(f"INSERT DATA {{ GRAPH <{G1}> {{ wd:Q1 a kg:Person }} }}")
    assert set(store.graph(vocab.COLLECTION)) == {MARK}


@pytest.mark.parametrize("take_away", ["replace", "drop", "empty", "delete", "update"])
def test_the_store_format_survives(store, take_away):
    store.replace({G1: [quad(G1)]})
    other = quad(vocab.COLLECTION)
    match take_away:
        case "replace":
            store.replace({vocab.COLLECTION: [other]})
            assert set(store.graph(vocab.COLLECTION)) == {MARK, other}
        case "drop":
            store.replace({}, drop=[vocab.COLLECTION])
        case "empty":
            store.replace({vocab.COLLECTION: []})
        case "delete":
            store.replace({}, delete=[MARK])
        case "update":
            store.update("DROP ALL")
    assert MARK in set(store.graph(vocab.COLLECTION))


def test_replace_makes_a_graph_hold_exactly_the_quads(store):
    store.replace({G1: [quad(G1, "a"), quad(G1, "b")], G2: [quad(G2)]})
    store.replace({G1: [quad(G1, "b"), quad(G1, "c")]})
    assert content(store, G1) == {quad(G1, "b"), quad(G1, "c")}
    assert content(store, G2) == {quad(G2)}


def test_replace_takes_many_graphs_drops_others_and_changes_quads_in_one_go(store):
    store.replace({G1: [quad(G1)], G2: [quad(G2, "a"), quad(G2, "b")]})
    store.replace(
        {vocab.ACTORS: [quad(vocab.ACTORS)], vocab.CLAIMS: [quad(vocab.CLAIMS)]},
        drop=[G1, "https://example.org/never/there"],
        insert=[quad(vocab.COLLECTION, "note")],
        delete=[quad(G2, "a"), quad(G2, "absent")],
    )
    assert set(store.quads()) == {
        MARK,
        quad(vocab.ACTORS),
        quad(vocab.CLAIMS),
        quad(vocab.COLLECTION, "note"),
        quad(G2, "b"),
    }


def test_what_is_put_in_wins_over_what_is_taken_out(store):
    store.replace({G1: [quad(G1)]})
    store.replace({G1: [quad(G1)]}, delete=[quad(G1), quad(G2)], insert=[quad(G2)])
    assert content(store, G1, G2) == {quad(G1), quad(G2)}


def test_insert_adds_to_a_graph_that_is_replaced(store):
    store.replace({G1: [quad(G1, "a")]}, insert=[quad(G1, "b")])
    assert content(store, G1) == {quad(G1, "a"), quad(G1, "b")}


def test_the_same_replacement_twice_changes_nothing(store):
    for _ in range(2):
        store.replace({G1: [quad(G1), quad(G1)]}, drop=[G2])
    assert content(store, G1) == {quad(G1)}


def test_a_graph_without_quads_does_not_exist(store):
    store.replace({G1: [quad(G1)], G2: [quad(G2)], G3: [quad(G3)]})
    store.replace({G1: []}, delete=[quad(G2)])
    store.update(f"DELETE DATA {{ GRAPH <{G3}> {{ {quad(G3).triple} }} }}")
    assert list(store.graphs()) == [vocab.COLLECTION]
    assert not store.contains(G1)
    assert not store.contains(G2)
    assert list(store.graph(G1)) == []


def test_graphs_are_listed_sorted_and_quads_follow_them(store):
    store.replace({G2: [quad(G2)], G1: [quad(G1)]})
    assert list(store.graphs()) == [G1, G2, vocab.COLLECTION]
    assert [q.graph_name.value for q in store.quads()] == [G1, G2, vocab.COLLECTION]


def test_a_graph_that_is_cleared_in_steps_is_empty_and_others_stay(store, monkeypatch):
    monkeypatch.setattr("kgraph.store.embedded._CLEARED", 2)
    many = {quad(G1, f"ferry{n}") for n in range(5)}
    store.replace({G1: many, G2: [quad(G2)], G3: [quad(G3)]})
    store.clear([G1, "https://example.org/never/there", G3])
    assert not store.contains(G1)
    assert set(store.quads()) == {quad(G2), MARK}


@pytest.mark.parametrize(
    ("quads", "named"),
    [
        ([quad(G2)], "not the graph to replace"),
        ([Quad(BlankNode("b"), NamedNode(f"{KG}x"), Literal("1"), NamedNode(G1))], "blank node"),
        ([Quad(NamedNode(G1), NamedNode(f"{KG}x"), BlankNode("b"), NamedNode(G1))], "blank node"),
        ([Quad(NamedNode(G1), NamedNode(f"{KG}x"), Literal("1"), DefaultGraph())], "no graph"),
    ],
)
def test_a_quad_that_cannot_be_kept_is_refused_before_anything_changes(store, quads, named):
    store.replace({G1: [quad(G1)]})
    with pytest.raises(ValueError, match=named):
        store.replace({G1: quads}, drop=[G1, vocab.COLLECTION])
    assert content(store, G1) == {quad(G1)}


def test_prefixes_need_no_declaration_and_may_be_declared_otherwise(store):
    store.replace({G1: [quad(G1)]})
    assert bool(store.query('ASK { ?s kg:text "late" }'))
    assert not bool(
        store.query('PREFIX kg: <https://example.org/other#> ASK { ?s kg:text "late" }')
    )


def test_the_default_graph_is_the_union_of_all_graphs(store):
    store.replace({G1: [quad(G1, "a", "one")], G2: [quad(G2, "a", "two")]})
    rows = store.query("SELECT ?x ?y { ?s kg:text ?x, ?y FILTER(?x < ?y) }")
    assert [(row["x"].value, row["y"].value) for row in rows] == [("one", "two")]


def test_each_form_of_query_gives_its_own_kind_of_result(store):
    store.replace({G1: [quad(G1)]})
    assert isinstance(store.query("ASK {}"), QueryBoolean)
    assert list(store.query("CONSTRUCT WHERE { ?s kg:text ?o }")) == [quad(G1).triple]
    rows = store.query("SELECT ?o ?missing { ?s kg:text ?o }")
    assert [v.value for v in rows.variables] == ["o", "missing"]
    assert [(row["o"].value, row["missing"]) for row in rows] == [("late", None)]


@pytest.mark.parametrize(
    ("sparql", "line", "column", "told"),
    [
        ("SELECT ?x WHERE { ?x ?y }", 1, 26, "behind 'SELECT ?x WHERE { ?x ?y }'"),
        ("SELECT *\nWHERE {\n  ?s ?p (", 3, 10, "not valid SPARQL at line 3, column 10"),
        ("", 1, 1, "empty query"),
        ("SELECT * { ?s harbour:depth 12 }", 1, None, "declare PREFIX harbour:"),
        ("SELECT * FROM <http://a b> {}", 1, 27, "malformed IRI"),
        ("INSERT DATA { wd:Q1 a wd:Q2 }", 1, None, "not valid SPARQL"),
        ("ASK { ?s ?p '\ud800' }", None, None, "half a character"),
    ],
)
def test_a_malformed_query_is_told_with_its_place(store, sparql, line, column, told):
    with pytest.raises(QueryError) as caught:
        store.query(sparql)
    assert caught.value.line == line
    if column is not None:
        assert caught.value.column == column
    assert told in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_malformed_update_is_told_with_its_place_and_changes_nothing(store):
    store.replace({G1: [quad(G1)]})
    with pytest.raises(QueryError) as caught:
        store.update(f"DROP GRAPH <{G1}> ;\nINSERT DATA {{ wd:Q1 a }}")
    assert caught.value.line == 2
    assert content(store, G1) == {quad(G1)}


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "ASK {{} SERVICE?x{}}",
        'SELECT * { ?service schema:serviceType "service" . Service\n<http://127.0.0.1:9/> {} }',
        # The comment hides in what might be an IRI.
        "SELECT * { FILTER(?a<?b)SERVICE#>\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE kg:x { ?s ?p ?o } } } }",
    ],
)
def test_a_query_that_would_call_another_server_is_refused(store, sparql):
    with pytest.raises(QueryError, match="SERVICE would call another server"):
        store.query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        'ASK { ?service kg:text "SERVICE <http://127.0.0.1:9/> {}" }',
        "ASK { # SERVICE <http://127.0.0.1:9/> {}\n FILTER(false) }",
        "PREFIX service: <https://example.org/> ASK { service:service service:SERVICE 'service' }",
        "ASK { <https://example.org/service> kg:text '''a\nservice''' }",
    ],
)
def test_the_word_service_is_free_outside_the_keyword(store, sparql):
    assert not bool(store.query(sparql))


@pytest.mark.parametrize(
    "text",
    [
        "}} ; DROP ALL ; INSERT DATA { GRAPH <x:y> {",
        'quotes " and \\" and \'\'\' and """',
        "back\\slash \\u0041 \\\\u0041 \\U0001F600 \\n",
        "line\nbreak\r\nand\ttab",
        "\x00\x01\x7f\x85\u2028\ufeff\ufffe",
        "𝔉raktur 😀 עברית",
        "x" * 1_000_000,
    ],
    ids=lambda text: text[:12],
)
def test_any_text_comes_back_as_it_went_in(store, text):
    store.replace({G1: [quad(G1, value=text)]})
    assert content(store, G1) == {quad(G1, value=text)}
    [row] = store.query("SELECT ?o { ?s kg:text ?o }")
    assert row["o"].value == text


def test_a_second_store_at_the_same_place_sees_what_was_written(location):
    with open_store(location) as store:
        store.replace({G1: [quad(G1)]})
    with open_store(location, read_only=True) as reader:
        assert content(reader, G1) == {quad(G1)}


def test_a_read_only_store_refuses_to_write(location):
    open_store(location).close()
    with open_store(location, read_only=True) as reader:
        for write in (
            lambda: reader.replace({G1: [quad(G1)]}),
            lambda: reader.update("DROP ALL"),
        ):
            with pytest.raises(StoreError, match="opened read-only; open it for writing"):
                write()


def test_a_store_made_by_a_newer_kgraph_is_refused(location):
    with open_store(location) as store:
        store.replace({G1: [quad(G1)]})
        raw = (
            f"DELETE DATA {{ GRAPH {MARK.graph_name} {{ {MARK.triple} }} }} ;"
            f"INSERT DATA {{ GRAPH {MARK.graph_name} {{ {MARK.subject} {MARK.predicate} 7 }} }}"
        )
        with pytest.raises(
            StoreTooNew, match="it has store format 7 and this kgraph knows up to 1"
        ):
            store.update(raw)
    for read_only in (False, True):
        with pytest.raises(StoreTooNew, match="install a newer kgraph"):
            open_store(location, read_only=read_only)


def test_closing_twice_does_nothing_and_a_closed_store_is_not_used(tmp_path):
    store = open_store(tmp_path / "store")
    store.close()
    store.close()
    with pytest.raises(StoreError, match="the store is closed; open it again"):
        store.query("ASK {}")
