"""The actors of a component: what they are called, and what names them."""

from kgraph import ids
from kgraph.resolve.forms import Form
from kgraph.resolve.likeness import Likeness
from kgraph.resolve.named import Unnamed
from kgraph.resolve.nodes import actors_of, ids_of, node_of, unit_node, unit_of


def node(name, articles=1, kind="person", known=""):
    spelt = ((name.title(), articles),)
    return node_of(Form(type=kind, folded=name, known=known, articles=articles, spelt=spelt))


def alike(a, b, score=3.0):
    return Likeness(a=a.key, b=b.key, score=score, reasons=("initials",))


def described(entity, name="residents", kind="group", article="x"):
    return Unnamed(entity=entity, article=article, type=kind, name=name, folded=name)


def test_the_form_of_most_articles_names_the_actor_and_of_like_ones_the_fullest():
    full, short = node("ana maria vik", 2), node("vik", 3)
    [alone] = actors_of([full], []).actors
    [both] = actors_of([full, short], [alike(full, short)]).actors
    assert both.id == alone.id == ids.digest("actor", "form person ana maria vik")
    assert both.members == (full.key, short.key)
    often = node("vik", 40)
    [called] = actors_of([full, often], [alike(full, often)]).actors
    assert called.id == ids.digest("actor", "form person vik")


def test_a_link_names_the_actor():
    nodes = [node("us", 3, "place", "Q30"), node("united states", 5, "place", "Q30")]
    [actor] = actors_of(nodes, [alike(*nodes)]).actors
    assert (actor.wikidata, actor.id) == ("Q30", ids.digest("actor", "known", "Q30"))
    assert actor.id in ids_of(nodes[0].key, nodes[0].link)


def test_two_actors_of_one_link_are_named_by_their_forms():
    nodes = [node("us", 3, "place", "Q30"), node("united states", 5, "place", "Q30")]
    actors = actors_of(nodes, []).actors
    assert len({actor.id for actor in actors}) == 2
    assert ids.digest("actor", "known", "Q30") not in {actor.id for actor in actors}


def test_doubts_are_told_once_with_the_likeliest_pair():
    full, short, other = node("ana vik"), node("vik"), node("a vik")
    pairs = [alike(full, short), alike(full, other, 1.5), alike(short, other, 1.0)]
    who = actors_of([full, short, other], pairs)
    assert [doubt.score for doubt in who.doubts] == [1.5]


def test_what_is_only_described_is_one_in_copies_of_one_text():
    assert unit_of(described("e1"), "") == "entity e1"
    assert (
        unit_of(described("e1"), "g") == unit_of(described("e2"), "g") == "text g group residents"
    )
    assert unit_of(described("e1", "an official", "anonymous"), "g") == "entity e1"
    assert unit_of(described("e1", "", "group"), "g") == "entity e1"


def test_the_rows_of_a_described_source_make_its_actor_in_any_order():
    rows = [described("e1", "Residents"), described("e2", "residents")]
    actors = {
        actors_of([unit_node("text g group residents", some)], ()).actors
        for some in (rows, rows[::-1])
    }
    [[actor]] = actors
    assert (actor.name, actor.type) == ("Residents", "group")
    assert actor.members == ("text g group residents",)
