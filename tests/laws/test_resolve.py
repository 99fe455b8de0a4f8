"""Laws of resolution, over any extractions."""

from hypothesis import given
from hypothesis import strategies as st

from kgraph.resolve import resolve
from tests import strategies
from tests.samples import EXTRACTIONS
from tests.stories import said, told

SPEAKERS = ("Ann Lee", "Bob Ray", "an official", "Norvia")
CONTENTS = (
    "the truce will begin at midnight",
    "the truce will not begin at midnight",
    "80 drones hit the old port",
    "30 drones hit the old port",
    "we will wait",
    "a pause",
)
ACTS = ("assert", "deny", "confirm", "announce", "respond", "reject", "accept")
FILLER = tuple(f"This is a sentence with the number {n} that wires carry." for n in range(5))


@st.composite
def lines(draw):
    speaker = draw(st.sampled_from(SPEAKERS))
    return said(
        speaker,
        draw(st.sampled_from(CONTENTS)),
        act=draw(st.sampled_from(ACTS)),
        kind="anonymous" if speaker.islower() else "person",
        modality=draw(st.sampled_from(("asserted", "possible"))),
        via=draw(st.sampled_from(((), ("Norvia",), ("Radio Delta",)))),
        event=draw(st.sampled_from((None, ("a", "2025-05-08", "2025-05-11")))),
    )


@st.composite
def stories(draw):
    """Articles of few words, so that they copy, repeat, answer and contradict each other."""
    found = []
    for number in range(draw(st.integers(0, 5))):
        own = draw(st.lists(lines() | st.sampled_from(FILLER), max_size=6))
        outlet = draw(st.sampled_from(("Norvia", "Mirror", "Bugle", "")))
        day = draw(st.sampled_from(("2025-05-01", "2025-05-02T08:00:00Z", "2025-05", "")))
        credits_ = draw(st.sampled_from(((), ("Norvia",))))
        found.append(told(str(number), outlet, day, *own, credited=credits_))
    return found


collections = stories() | st.lists(
    strategies.extractions(), max_size=3, unique_by=lambda e: e.article.id
)


@given(collections, st.randoms(use_true_random=False))
def test_any_order_gives_the_same(extractions, random):
    shuffled = list(extractions)
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(extractions)


@given(collections)
def test_an_article_given_twice_counts_once(extractions):
    assert resolve([*extractions, *extractions]) == resolve(extractions)


@given(collections)
def test_every_statement_makes_exactly_one_claim(extractions):
    made = sorted(iri for claim in resolve(extractions).claims for iri in claim.statements)
    articles = {e.article.id: e for e in extractions}
    assert set(made) == {s.iri for e in extractions for s in e.statements}
    assert len(made) <= sum(len(e.statements) for e in extractions)
    assert all(articles)


@given(collections)
def test_every_entity_is_exactly_one_actor(extractions):
    members = sorted(iri for actor in resolve(extractions).actors for iri in actor.members)
    assert members == sorted({e.iri for x in extractions for e in x.entities})


@given(collections)
def test_origins_are_at_least_one_and_at_most_the_articles(extractions):
    for claim in resolve(extractions).claims:
        assert 1 <= claim.origins <= len(claim.statements)


@given(collections)
def test_headlines_are_words_of_the_evidence(extractions):
    texts = [e.article.text for e in extractions]
    for claim in resolve(extractions).claims:
        assert any(all(part in text for part in claim.headline.split(" … ")) for text in texts)


@given(stories())
def test_links_join_two_statements_and_say_why(extractions):
    known = {s.iri for e in extractions for s in e.statements}
    for link in resolve(extractions).links:
        assert link.start != link.end
        assert {link.start, link.end} <= known
        assert link.reasons
        assert 0 < link.score <= 1


@given(stories())
def test_copies_name_one_original_among_their_articles(extractions):
    seen = set()
    for group in resolve(extractions).copy_groups:
        assert group.original in group.articles
        assert len(group.articles) > 1
        assert not seen & set(group.articles)
        seen |= set(group.articles)


@given(st.permutations(EXTRACTIONS))
def test_the_samples_resolve_the_same_in_any_order(extractions):
    assert resolve(extractions) == resolve(EXTRACTIONS)
