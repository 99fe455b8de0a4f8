"""Occurrences are one event where root, story and those who take part go together."""

import json
import random
from dataclasses import astuple, replace

import pytest

from kgraph import ids
from kgraph.model import Article, Entity, Event, Extraction, Mention, Occurrence
from kgraph.resolve.events import ties_of, told_of
from tests.resolve.alone import find_happenings

ROOTS = {
    "resigned": "resign", "resignation": "resign", "said": "say", "arrested": "arrest",
    "sank": "sink", "visited": "visit", "elected": "elect",
}  # fmt: skip

FERRY = "The ferry Halina sank off Tolvik on Sunday; divers searched the harbour for the crew."
FERRY_TOO = "Divers searched the harbour at Tolvik after the ferry Halina sank with its crew."
BARGE = "A barge laden with wheat sank in the river Ola during a thunderstorm over the prairie."


def told(key, text, *, published="2025-05-08", agents=(), objects=(), when=""):
    """An article whose known words are occurrences; agents and objects are given as words."""
    at = {word: (text.index(word), text.index(word) + len(word)) for word in (*agents, *objects)}
    article = Article(key=key, text=text, published=published)
    found = []
    for word, root in ROOTS.items():
        place = text.find(word)
        if place >= 0:
            found.append(
                Occurrence(
                    start=place, end=place + len(word), root=root,
                    agents=tuple(at[w] for w in agents), objects=tuple(at[w] for w in objects), when=when,
                )
            )  # fmt: skip
    return Extraction(article=article, occurrences=tuple(found))


def clusters(*extractions):
    return [
        sorted(next(e.article.key for e in extractions if e.article.iri == m[0]) for m in h.members)
        for h in find_happenings(extractions)
    ]


FERRIES = (told("a", FERRY, agents=["ferry"]), told("b", FERRY_TOO, agents=["ferry"]))


def test_one_event_in_two_articles_of_a_story():
    assert clusters(*FERRIES) == [["a", "b"]]


def test_the_same_root_in_another_story_is_another_event():
    assert clusters(*FERRIES, told("c", BARGE, agents=["barge"])) == [["a", "b"]]


def test_a_noun_and_a_verb_of_one_root_are_one_event():
    one = told("a", "Minister Orsolya Vass resigned over the dam at Kisvar.", agents=["Vass"])
    two = told(
        "b", "The resignation of minister Orsolya Vass over the dam at Kisvar.", agents=["Vass"]
    )
    assert clusters(one, two) == [["a", "b"]]


def test_articles_months_apart_tell_no_one_event():
    one, two = FERRIES
    late = told("c", FERRY_TOO, published="2025-09-08", agents=["ferry"])
    assert clusters(one, late) == []
    assert clusters(one, two, late) == [["a", "b"]]


def test_another_day_speaks_against_one_event():
    one = told("a", "Orsolya Vass visited the dam at Kisvar.", agents=["Vass"], when="2025-05-06")
    for when, together in (
        ("2025-05-06", True),
        ("2025-05-02/2025-05-07", True),
        ("2025-03", False),
    ):
        two = told("b", "Orsolya Vass visited Kisvar and its dam.", agents=["Vass"], when=when)
        assert bool(clusters(one, two)) is together


def test_what_everybody_says_is_not_one_event():
    one = told("a", "The harbour master of Tolvik said divers would go on.", agents=["master"])
    two = told("b", "A nurse from Tolvik said the crew of the Halina slept.", agents=["nurse"])
    assert clusters(one, two) == []


def test_two_names_that_each_article_gives_one_person_are_one_agent():
    def by(key, text, shown, name):
        extraction = told(key, text, agents=[shown])
        start = text.index(shown)
        entity = Entity(
            id=ids.digest(key, name), name=name, type="person",
            mentions=(Mention(start=start, end=start + len(shown)),),
        )  # fmt: skip
        return replace(extraction, entities=(entity,))

    one = by("a", "Wass visited the dam.\nRain fell on Kisvar all day.", "Wass", "Orsolya Wass")
    text = "The premier visited the pumps.\nRain fell on Kisvar."
    [found] = find_happenings((one, by("b", text, "premier", "Orsolya Wass")))
    assert "one agent" in found.reasons[0]
    apart = find_happenings((one, by("b", text, "premier", "Ilona Kiss")))
    assert "one agent" not in "".join(why for happening in apart for why in happening.reasons)


def test_a_happening_names_its_words_reasons_and_events():
    one, two = FERRIES
    [o] = one.occurrences
    event = Event(id=ids.digest("sinking"), label="sinking", spans=((o.start, o.end),))
    one = Extraction(article=one.article, occurrences=one.occurrences, events=(event,))
    [found] = find_happenings((one, two))
    assert found.name == "sank"
    assert found.events == (event.iri,)
    assert found.reasons[0].startswith("one root, one story")
    assert [(m[0], *m[1:]) for m in found.members] == sorted(
        (e.article.iri, e.occurrences[0].start, e.occurrences[0].end) for e in (one, two)
    )


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_articles_does_not_matter(seed):
    many = [
        *FERRIES,
        told("c", BARGE),
        told("d", FERRY + " Rain fell."),
        told("e", BARGE + " Wind."),
    ]
    turned = random.Random(seed).sample(many, len(many))
    assert find_happenings(turned) == find_happenings(many)


def test_nothing_makes_nothing():
    assert find_happenings([]) == ()
    assert find_happenings([told("a", FERRY)]) == ()


def test_a_word_of_two_doers_in_one_article_is_two_events():
    text = "Guards arrested Vass at Kisvar dam.\nSailors, far off, arrested Brandt after dinner."
    starts = [n for n in range(len(text)) if text.startswith("arrested", n)]
    at = {word: (text.index(word), text.index(word) + len(word)) for word in ("Guards", "Vass")}
    at |= {word: (text.index(word), text.index(word) + len(word)) for word in ("Sailors", "Brandt")}
    found = tuple(
        Occurrence(
            start=start, end=start + len("arrested"), root="arrest",
            agents=(at[who],), objects=(at[whom],),
        )
        for start, who, whom in zip(starts, ("Guards", "Sailors"), ("Vass", "Brandt"), strict=True)
    )  # fmt: skip
    article = Article(key="a", text=text, published="2025-05-08")
    assert find_happenings([Extraction(article=article, occurrences=found)]) == ()


def test_what_is_told_of_an_article_is_small_and_bounded():
    text = "\n".join(f"Guard{n} arrested Vass{n} at the dam{n} of Kisvar{n}." for n in range(400))
    starts = [n for n in range(len(text)) if text.startswith("arrested", n)]
    article = Article(key="a", text=text)
    found = tuple(
        Occurrence(start=start, end=start + 8, root=f"arrest{chr(97 + n % 26)}")
        for n, start in enumerate(starts)
    )
    whole = told_of(Extraction(article=article, occurrences=found))
    assert len(whole.occurrences) <= 150
    some = told_of(Extraction(article=article, occurrences=found[:60]))
    assert len(some.occurrences) == 60
    assert len(json.dumps(astuple(whole))) < 30_000
    assert whole == told_of(Extraction(article=article, occurrences=found))


def test_later_articles_change_none_of_the_ties_of_earlier_ones():
    one, two = (told_of(e) for e in FERRIES)
    [(later, earlier, said)] = ties_of(two, [(one, 0.8)])
    assert (later.split("\x1f")[0], earlier.split("\x1f")[0]) == (two.iri, one.iri)
    assert said.startswith("one root, one story")
    assert ties_of(one, []) == ()


def test_an_occurrence_is_tied_to_the_likeliest_article_only():
    one, two = (told_of(e) for e in FERRIES)
    third = told_of(told("c", FERRY_TOO + " Rain fell.", agents=["ferry"]))
    [(_, earlier, _)] = ties_of(third, [(one, 0.5), (two, 0.9)])
    assert earlier.split("\x1f")[0] == two.iri
    assert ties_of(third, [(two, 0.9), (one, 0.5)]) == ties_of(third, [(one, 0.5), (two, 0.9)])
