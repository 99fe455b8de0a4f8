"""Answers within an article that say by no word that they are answers."""

import pytest

from kgraph.judge import ANSWERS, RELATIONS, Judgement
from kgraph.resolve.exchanges import ANSWERED, AT_ODDS, CONTRARY, OBJECTED, STANCE, exchanges
from kgraph.resolve.signs import likelihood, pairs_of, told_in
from tests.stories import said, told

SAFE = said("Ana Ilieva", "the bridge was safe to cross all winter")
SHUT = said("Petra Vik", "it was shut twice because the bridge was not safe")
ASKED = said("Ana Ilieva", "is the bridge safe to cross all winter?", cue="asked", act="ask")
CAKE = said("Oleg Marin", "the bakery will sell cake on Sunday")


def judging(asked=None, contradicts=0.0, **chances):
    """A network that thinks so of every pair."""

    def judge(earlier, later):
        if asked is not None:
            asked.append((earlier, later))
        answer = {name: chances.get(name, 0.0) for name in ANSWERS}
        answer["none"] = 1 - sum(answer.values())
        relation = dict.fromkeys(RELATIONS, 0.0) | {"contradicts": contradicts}
        return Judgement(relation=relation, answer=answer)

    return judge


def article(*sayings):
    return told("a", "Norvia", "2025-05-01", *sayings)


def found(network, *sayings):
    extraction = article(*sayings)
    number = {s.iri: n for n, s in enumerate(extraction.statements)}
    return {
        (link.relation, number[link.start], number[link.end]): link
        for link in exchanges(extraction, network)
    }


def test_an_answer_and_how_it_answers():
    links = found(judging(denies=0.7, replies=0.1, contradicts=AT_ODDS), SAFE, SHUT)
    assert {*links} == {("respondsTo", 1, 0), ("denies", 1, 0)}
    link = links["respondsTo", 1, 0]
    assert link.score == 0.8
    assert link.reasons[0] == "both read together"
    assert "it comes next" in link.reasons
    assert links["denies", 1, 0].score == 0.7


def test_an_answer_that_confirms():
    links = found(judging(confirms=STANCE, replies=0.3), ASKED, SHUT)
    assert {*links} == {("respondsTo", 1, 0), ("confirms", 1, 0)}


def test_an_answer_that_contradicts():
    both = found(judging(replies=0.9, contradicts=CONTRARY), SAFE, SHUT)
    assert {*both} == {("respondsTo", 1, 0), ("contradicts", 1, 0)}
    assert {*found(judging(replies=0.9, contradicts=0.5), SAFE, SHUT)} == {("respondsTo", 1, 0)}
    assert found(judging(contradicts=0.95), SAFE, SHUT) == {}


def test_an_answer_to_a_question_contradicts_nothing():
    network = judging(replies=0.9, contradicts=0.95)
    assert {*found(network, ASKED, SHUT)} == {("respondsTo", 1, 0)}


def test_the_network_has_to_be_sure():
    assert found(judging(denies=ANSWERED - 0.05), ASKED, SHUT) == {}
    assert found(judging(denies=OBJECTED - 0.05, contradicts=0.9), SAFE, SHUT) == {}


def test_what_is_no_question_is_answered_by_what_is_at_odds_with_it():
    assert found(judging(replies=0.9, contradicts=AT_ODDS - 0.05), SAFE, SHUT) == {}
    against = said("Petra Vik", "that is nonsense, the bridge was shut twice all winter")
    assert {*found(judging(replies=0.9), SAFE, against)} == {("respondsTo", 1, 0)}


def test_nobody_answers_himself_nor_what_comes_later():
    again = said("Ana Ilieva", "the bridge was not safe")
    assert found(judging(denies=0.9), SAFE, again) == {}
    assert {end for _, _, end in found(judging(denies=0.9), SAFE, SHUT, again)} <= {0, 1}


def test_the_network_is_asked_only_where_the_signs_are_there():
    asked = []
    found(judging(asked), SAFE, CAKE)
    assert asked == []
    found(judging(asked, replies=0.3), SAFE, SHUT)
    assert asked == [
        (f"Ana Ilieva: {SAFE.content}", f"Petra Vik: {SHUT.content}"),
        (f"Ana Ilieva: {SAFE.content}", SHUT.sentence),
    ]


def test_the_sentence_is_not_read_where_the_words_are_no_answer():
    asked = []
    found(judging(asked), SAFE, SHUT)
    assert len(asked) == 1


def test_what_the_article_says_to_be_an_answer_is_not_told_again():
    answer = said("Petra Vik", SHUT.content, cue="replied that", act="respond", answers=0)
    asked = []
    assert found(judging(asked, denies=0.9, contradicts=0.9), SAFE, answer) == {}
    assert asked == []


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ([SAFE, SHUT], [SAFE, CAKE]),
        ([SAFE, SHUT], [SAFE, CAKE, CAKE, SHUT]),
        ([said("Ana Ilieva", SAFE.content, act="accuse"), SHUT], [SAFE, SHUT]),
        ([SAFE, said("Petra Vik", SHUT.content, cue="retorted that")], [SAFE, SHUT]),
        ([SAFE, SHUT], [SAFE, said("Petra Vik", SHUT.content, cue="added that")]),
    ],
)
def test_each_sign_counts(more, less):
    assert chance(more) > chance(less)


def chance(sayings):
    statements = told_in(article(*sayings))
    [*_, (first, signs)] = pairs_of(statements, len(statements) - 1)
    assert first.content == SAFE.content
    return likelihood(signs)
