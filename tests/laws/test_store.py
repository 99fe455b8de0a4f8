"""Laws of a store that hold for any quads."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kgraph import vocab
from kgraph.store import MemoryStore, open_store
from kgraph.store.form import MARK
from kgraph.store.sparql import admit, with_prefixes

GRAPHS = [f"https://example.org/graph/{n}" for n in range(4)] + [vocab.COLLECTION]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ['"', "\\", "\\u0041", "}} ; DROP ALL", "\n", "'''", "\x00"]
)
literals = st.one_of(
    texts.map(Literal),
    st.integers().map(Literal),
    st.booleans().map(Literal),
    st.dates().map(lambda day: Literal(day.isoformat(), datatype=NamedNode(f"{vocab.XSD}date"))),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(
        lambda n: Literal(f"{n:.3f}", datatype=NamedNode(f"{vocab.XSD}decimal"))
    ),
)
names = st.sampled_from([NamedNode(f"https://example.org/thing/{n}") for n in range(3)])
triples = st.tuples(names, names, literals | names)


def quads(graph: str) -> st.SearchStrategy[list[Quad]]:
    return st.lists(triples.map(lambda t: Quad(*t, NamedNode(graph))), max_size=6)


changes = st.fixed_dictionaries(
    {
        "graphs": st.fixed_dictionaries({}, optional={graph: quads(graph) for graph in GRAPHS}),
        "drop": st.lists(st.sampled_from(GRAPHS), max_size=2),
        "insert": st.sampled_from(GRAPHS).flatmap(quads),
        "delete": st.sampled_from(GRAPHS).flatmap(quads),
    }
)


def stored(quads: list[Quad]) -> set[Quad]:
    """The quads as a store holds them: with canonical numbers."""
    with MemoryStore() as store:
        store._quads.extend(quads)
        return set(store._quads)


def after(before: set[Quad], graphs, drop, insert, delete) -> set[Quad]:
    """What ``Store.replace`` promises, in sets."""
    gone = {*graphs, *drop}
    kept = {q for q in before if q.graph_name.value not in gone} - stored(delete)
    new = [q for quads in graphs.values() for q in quads]
    return kept | stored(new) | stored(insert) | {MARK}


@settings(deadline=None, max_examples=60)
@given(st.lists(changes, max_size=4))
def test_replacing_does_what_sets_would(script):
    expected: set[Quad] = set()
    with MemoryStore() as store:
        for change in script:
            drop = [graph for graph in change["drop"] if graph not in change["graphs"]]
            store.replace(
                change["graphs"], drop=drop, insert=change["insert"], delete=change["delete"]
            )
            expected = after(expected, change["graphs"], drop, change["insert"], change["delete"])
            assert set(store.quads()) == expected
            assert list(store.graphs()) == sorted({q.graph_name.value for q in expected})


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts)
def test_any_text_survives_the_disk(tmp_path, text):
    graph = GRAPHS[0]
    quad = Quad(NamedNode("x:s"), NamedNode("x:p"), Literal(text), NamedNode(graph))
    with open_store(tmp_path / "store") as store:
        store.replace({graph: [quad]})
    with open_store(tmp_path / "store", read_only=True) as store:
        assert set(store.graph(graph)) == {quad}


@given(texts)
def test_no_text_in_a_string_is_taken_for_federation(text):
    admit(f"ASK {{ ?s ?p {Literal(text + ' SERVICE <http://a> {}')} }}")


@given(st.sets(st.sampled_from(sorted(vocab.PREFIXES))))
def test_known_prefixes_are_declared_once(declared):
    own = "".join(f"PREFIX {name}: <https://example.org/{name}#>\n" for name in sorted(declared))
    text = with_prefixes(f"{own}ASK {{}}")
    assert sorted(line.split()[1] for line in text.replace("PREFIX", "\nPREFIX").split("\n")
                  if line.startswith("PREFIX")) == sorted(f"{n}:" for n in vocab.PREFIXES)  # fmt: skip
