"""Laws of who is who, over any names, articles and decisions."""

from hypothesis import given
from hypothesis import strategies as st

from kgraph.gazetteer import shipped
from kgraph.model import Decision
from kgraph.resolve.actors import who_is_who
from tests.resolve.people import one, telling

NAMES = (
    "Jonas Vik", "Vik", "J. Vik", "Petra Vik", "Jónas Vik", "Jonas A. Vik", "Jonas Vik Jr.",
    "Andrii Sibiha", "Andriy Sybiha", "Sybiha", "Acme", "Acme Inc.", "RDF", "Rural Defence Fund",
    "Kyiv", "Kiev", "United States", "US", "Halden", "residents",
)  # fmt: skip
KINDS = ("person", "organization", "place", "group", "none", "anonymous")
VERDICTS = ("same", "different", "unsure")

entities = st.builds(
    one,
    st.sampled_from(NAMES),
    st.sampled_from(KINDS),
    role=st.sampled_from(("", "mayor", "former mayor")),
    body=st.sampled_from(("", "Halden", "Moss")),
    alias=st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    link=st.sampled_from(("", "", "", "Q1", "Q2")),
)


@st.composite
def collections(draw):
    found = draw(st.lists(st.lists(entities, max_size=6), max_size=6))
    days = draw(st.lists(st.sampled_from(("2020-01-01", "2025-05-01", "")), min_size=6, max_size=6))
    return [
        telling(str(n), *named, day=day)
        for n, (named, day) in enumerate(zip(found, days))  # noqa: B905
    ]


@st.composite
def decided(draw):
    """A collection and what a person decided of its entities."""
    extractions = draw(collections())
    iris = [entity.iri for extraction in extractions for entity in extraction.entities]
    if not iris:
        return extractions, []
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(iris), st.sampled_from(iris), st.sampled_from(VERDICTS)),
            max_size=5,
        )
    )
    return extractions, [
        Decision(id=str(n), a=a, b=b, verdict=verdict, at=f"2025-01-0{n + 1}")
        for n, (a, b, verdict) in enumerate(pairs)
        if a != b
    ]


@given(decided(), st.randoms(use_true_random=False))
def test_any_order_of_articles_and_decisions_gives_the_same(case, random):
    extractions, decisions = case
    shuffled, turned = list(extractions), list(decisions)
    random.shuffle(shuffled)
    random.shuffle(turned)
    known = shipped()
    assert who_is_who(shuffled, known=known, decisions=turned) == who_is_who(
        extractions, known=known, decisions=decisions
    )


@given(decided())
def test_every_entity_is_of_exactly_one_actor(case):
    extractions, decisions = case
    who = who_is_who(extractions, known=shipped(), decisions=decisions)
    members = sorted(iri for actor in who.actors for iri in actor.members)
    assert members == sorted({e.iri for x in extractions for e in x.entities})
    assert len({actor.id for actor in who.actors}) == len(who.actors)


@given(decided())
def test_merging_never_joins_what_a_person_has_parted(case):
    extractions, decisions = case
    of = _actor_of(who_is_who(extractions, decisions=decisions))
    last = {frozenset((d.a, d.b)): d for d in decisions}
    for decision in last.values():
        if decision.verdict != "same":
            assert of[decision.a] != of[decision.b]


@given(collections())
def test_nameless_sources_are_never_merged_across_articles(extractions):
    who = who_is_who(extractions)
    nameless = {e.iri for x in extractions for e in x.entities if e.type == "anonymous"}
    for actor in who.actors:
        assert len(actor.members) == 1 or not nameless & set(actor.members)


@given(collections())
def test_taking_a_decision_back_gives_what_was_before(extractions):
    before = who_is_who(extractions)
    iris = [entity.iri for extraction in extractions for entity in extraction.entities][:2]
    if len(iris) == 2:
        decision = Decision(id="1", a=iris[0], b=iris[1], verdict="different")
        who_is_who(extractions, decisions=[decision])
    assert who_is_who(extractions) == before


@given(collections())
def test_doubts_are_of_two_actors_and_say_why(extractions):
    who = who_is_who(extractions, known=shipped())
    actors = {actor.iri for actor in who.actors}
    for doubt in who.doubts:
        assert doubt.a < doubt.b
        assert {doubt.a, doubt.b} <= actors
        assert doubt.reasons


def _actor_of(who):
    return {iri: actor.id for actor in who.actors for iri in actor.members}
