"""Derived graphs: who is who, what claims what, and the direct edges."""

from dataclasses import replace

from pyoxigraph import NamedNode

from kgraph import vocab
from kgraph.evidence import derived_quads, outlet_iri
from kgraph.evidence.acts import edge_labels, shortcut_property
from kgraph.model import Derived, Doubt
from tests.samples import DENIAL, DERIVED, REPLY, WIRE, iris, members

PAUSE = next(c for c in DERIVED.claims if c.headline.startswith("a pause"))
ILIEVA = next(a for a in DERIVED.actors if a.name == "Ana Ilieva")
DOUBTED = replace(DERIVED, doubts=(Doubt(a="a:a", b="a:b", score=1.2, reasons=("surname alone",)),))
GRAPHS = derived_quads(DOUBTED) if edge_labels() else {}


def values(graph, subject, predicate):
    return {
        quad.object.value
        for quad in GRAPHS[graph]
        if quad.subject.value == subject and quad.predicate.value == predicate
    }


def test_every_derived_graph_has_its_quads_and_no_other():
    assert tuple(GRAPHS) == vocab.DERIVED
    for name, quads in GRAPHS.items():
        assert quads == sorted(set(quads), key=str)
        assert {quad.graph_name for quad in quads} == {NamedNode(name)}


def test_nothing_derived_gives_empty_graphs():
    assert derived_quads(Derived()) == {name: [] for name in vocab.DERIVED}


def test_order_of_what_was_derived_does_not_change_the_bytes():
    turned = Derived(
        actors=DERIVED.actors[::-1],
        claims=DERIVED.claims[::-1],
        copy_groups=DERIVED.copy_groups[::-1],
        links=DERIVED.links[::-1],
        doubts=DOUBTED.doubts[::-1],
        happenings=DERIVED.happenings[::-1],
        shortcuts=DERIVED.shortcuts[::-1],
    )
    assert derived_quads(turned) == GRAPHS


def test_members_denote_their_actor():
    for member in members("Ana Ilieva"):
        assert values(vocab.ACTORS, member, vocab.KG + "denotes") == {ILIEVA.iri}
    assert values(vocab.ACTORS, ILIEVA.iri, vocab.SCHEMA + "sameAs") == {vocab.WD + "Q900001"}


def test_a_claim_knows_who_made_it_and_who_carried_it():
    def of(name):
        return values(vocab.CLAIMS, PAUSE.iri, vocab.KG + name)

    assert of("claimedBy") == {ILIEVA.iri}
    # The Bay Mirror has it in its own voice only.
    assert of("carriedBy") == {outlet_iri(o) for o in ("Norvia", "Harbour Post", "Bay Mirror")}
    assert of("repeatedIn") == {REPLY.article.iri}
    assert of("firstStatement") == {PAUSE.statements[0]}
    assert of("firstPublished") == {"2025-05-05"}
    assert of("origins") == {"1"}
    for statement in PAUSE.statements:
        assert values(vocab.CLAIMS, statement, vocab.KG + "makesClaim") == {PAUSE.iri}


def test_a_link_stands_beside_its_direct_edge():
    [end] = values(vocab.RELATIONS, DENIAL.statements[0].iri, vocab.KG + "denies")
    assert end == WIRE.statements[0].iri
    links = [q.subject.value for q in GRAPHS[vocab.RELATIONS] if q.object.value == end]
    [link] = [iri for iri in links if values(vocab.RELATIONS, iri, vocab.KG + "relation")
              == {vocab.KG + "denies"}]  # fmt: skip
    assert values(vocab.RELATIONS, link, vocab.KG + "score") == {"0.75"}
    assert len(values(vocab.RELATIONS, link, vocab.KG + "reason")) == 2


def test_a_shortcut_names_its_statements():
    assert PAUSE.iri in values(vocab.SHORTCUTS, ILIEVA.iri, vocab.KG + "announces")
    [shortcut] = [
        quad.subject.value
        for quad in GRAPHS[vocab.SHORTCUTS]
        if quad.predicate.value == vocab.KG + "to" and quad.object.value == PAUSE.iri
    ]
    named = values(vocab.SHORTCUTS, shortcut, vocab.PROV + "wasDerivedFrom")
    assert named == set(iris("a pause of the dredging"))


def test_a_statement_without_a_speaker_has_no_shortcut():
    rumour = DENIAL.statements[-1]
    assert rumour.speaker == ""
    assert rumour.iri not in {quad.object.value for quad in GRAPHS[vocab.SHORTCUTS]}


def test_every_act_has_one_property_of_its_own():
    names = [shortcut_property(act) for act in edge_labels()]
    assert len(names) == len(set(names))
    assert all(name.isidentifier() for name in names)
