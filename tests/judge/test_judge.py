"""Two texts read together by the shipped network."""

import pytest

import kgraph.judge
from kgraph.judge import ANSWERS, RELATIONS, bearing, judge

FERRY = "The ferry Halina carried 140 people when it sank off Tolvik."


def likeliest(earlier, later):
    found = judge(earlier, later).relation
    return max(found, key=found.get)


@pytest.mark.parametrize(
    ("earlier", "later", "relation"),
    [
        (FERRY, FERRY, "same"),
        (FERRY, "“" + FERRY + "”", "same"),
        (FERRY, "The ferry Halina carried 210 people when it sank off Tolvik.", "contradicts"),
        (FERRY, "Nobody was aboard the ferry Halina when it sank off Tolvik.", "contradicts"),
        ("The mayor never met the owners.", "He dined with the owners on Friday.", "contradicts"),
        ("The plant closes in May and 300 jobs go.", "The plant closes in May.", "entails"),
        ("The plant closes in May.", "The plant closes in May and 300 jobs go.", "entailed"),
    ],
)
def test_what_the_later_text_is_to_the_earlier(earlier, later, relation):
    assert likeliest(earlier, later) == relation


def test_another_story_is_neither_the_same_nor_a_contradiction():
    found = judge(FERRY, "Parliament raised the tax on tobacco.").relation
    assert found["apart"] + found["neutral"] > 0.8


@pytest.mark.parametrize(
    ("later", "answer"),
    [
        ("“I have never had dinner with them,” the mayor answered.", "denies"),
        ("The hotel's manager confirmed that the mayor had dined with them.", "confirms"),
        ("A mayor who dines with contractors has no shame, said the union's leader.", "criticises"),
    ],
)
def test_an_answer_is_likelier_one_than_another_matter(later, answer):
    told = "The mayor dined with the owners on Friday."
    beside = judge(told, "The tax on tobacco goes up in March.").answer
    assert judge(told, later).answer[answer] > 3 * max(beside[answer], 0.01)


def test_chances_are_thousandths_and_add_up():
    found = judge(FERRY, "The owners of the ferry said nothing.")
    for chances, names in ((found.relation, RELATIONS), (found.answer, ANSWERS)):
        assert tuple(chances) == names
        assert sum(chances.values()) == pytest.approx(1, abs=0.05)
        assert all(round(chance, 3) == chance for chance in chances.values())


@pytest.mark.parametrize("text", ["", " ", "\ud800", "…", "word " * 5_000, "x" * 100_000, "Да."])
def test_any_text_is_read(text):
    for found in (judge(text, FERRY), judge(FERRY, text), judge(text, text)):
        assert sum(found.relation.values()) == pytest.approx(1, abs=0.05)
    assert bearing(text, FERRY) == bearing(FERRY, text)


def test_a_pair_is_judged_alike_in_any_company():
    alone = judge.__wrapped__(FERRY, "It was nowhere near full.")
    judge.__wrapped__("Oil fell.", "Oil rose by nine percent on Friday, traders in Brescia said.")
    kgraph.judge._read.cache_clear()
    assert judge.__wrapped__(FERRY, "It was nowhere near full.") == alone


CLOSES = "The plant closes in May and 300 jobs go."


def test_how_claims_bear_on_each_other_is_the_same_for_either_order():
    other = "The plant will stay open, the ministry said."
    found = bearing(CLOSES, other)
    assert found == bearing(other, CLOSES)
    assert all(round(odds, 3) == odds for odds in (found.related, found.conflicts))


def test_claims_of_one_matter_bear_on_each_other_and_those_against_it_conflict():
    same = bearing(CLOSES, "It will shut in May, which costs 300 jobs.")
    other = bearing(CLOSES, "Parliament raised the tax on tobacco.")
    against = bearing(CLOSES, "It won't shut in May and no jobs will go.")
    assert same.related > other.related
    assert against.conflicts > same.conflicts
