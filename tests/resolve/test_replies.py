"""Who answers whom across articles, and who backs what another said."""

import pytest

from kgraph.resolve import resolve
from tests.stories import said, told

PAUSE = ("pause", "2025-05-08", "")
LONG = ("long pause", "2025-05-08", "")
ANNOUNCED = said("Ann Lee", "a pause", cue="announced", act="announce", event=PAUSE)


def links(*extractions):
    """(relation, article of start, article of end) of every link."""
    article = {s.iri: e.article.key for e in extractions for s in e.statements}
    found = resolve(extractions).links
    assert resolve(extractions[::-1]).links == found
    return [(link.relation, article[link.start], article[link.end]) for link in found]


def answer(act="reject", content="the pause as a trick of Ann Lee", **more):
    more = {"about": "Ann Lee"} | more
    return said("Bob Ray", content, cue=f"{act}s", act=act, **more)


def a(line=ANNOUNCED, day="2025-05-01"):
    return told("a", "Courier", day, line)


def b(line, day="2025-05-03"):
    return told("b", "Mirror", day, line)


@pytest.mark.parametrize("act", ["accept", "agree", "criticise", "oppose", "reject", "support"])
def test_an_answer_names_the_speaker_and_the_topic(act):
    assert ("respondsTo", "b", "a") in links(a(), b(answer(act)))


@pytest.mark.parametrize("act", ["assert", "announce", "warn"])
def test_what_is_no_act_of_answering_is_no_answer(act):
    assert links(a(), b(answer(act))) == []


def test_an_answer_is_found_by_whom_it_is_said_to():
    line = answer("respond", "the pause is a trick", about="", to="Ann Lee", to_kind="person")
    found = resolve([a(), b(line)]).links
    assert [link.reasons for link in found] == [
        ("is addressed to the speaker", "same topic: pause", "act: respond")
    ]


def test_an_outright_answer_may_have_its_topic_elsewhere():
    line = answer("respond", "this is a trick", about="", to="Ann Lee", to_kind="person")
    other = told("b", "Mirror", "2025-05-03", "The pause is on all lips.", line)
    (link,) = resolve([a(), other]).links
    assert link.reasons[1] == "same topic in the article: pause"
    assert link.score < resolve([a(), b(answer())]).links[0].score


def test_an_outright_answer_that_says_what_it_is_about_has_its_topic_there():
    line = answer(
        "respond", "the wages of pilots rose twice", about="", to="Ann Lee", to_kind="person"
    )
    assert links(a(), told("b", "Mirror", "2025-05-03", "The pause is on all lips.", line)) == []


def test_the_topic_of_an_outright_answer_is_not_looked_for_far_down_the_article():
    line = answer("respond", "this is a trick", about="", to="Ann Lee", to_kind="person")
    far = [f"Nothing new was told on square number {n}." for n in range(40)]
    assert links(a(), told("b", "Mirror", "2025-05-03", *far, "The pause came up.", line)) == []


def test_one_frequent_word_is_no_topic():
    party = said("Ann Lee", "a new party", cue="demanded", act="demand", event=("party", "", ""))
    assert links(a(party), b(answer(content="the party as a trick of Ann Lee"))) == []


def test_the_topic_is_a_word_of_its_own():
    assert links(a(), b(answer(content="the menopause of Ann Lee"))) == []


def test_a_speaker_is_known_by_the_last_name_where_no_other_has_it():
    line = answer(content="the pause of Lee", about="Lee")
    other = told("c", "Bugle", "2025-05-01", said("Tom Lee", "no pause", event=PAUSE))
    assert ("respondsTo", "b", "a") in links(a(), b(line))
    assert [link for link in links(a(), b(line), other) if link[0] == "respondsTo"] == []


@pytest.mark.parametrize("day", ["2025-04-30", "2025-06-01", ""])
def test_an_article_of_another_time_answers_nothing(day):
    assert links(a(), b(answer(), day=day)) == []


def test_circular_replies_lead_back_in_time_only():
    lines = [
        ("Ann Lee", "the long pause of Bob Ray", "Bob Ray"),
        ("Bob Ray", "the long pause of Ann Lee", "Ann Lee"),
    ]
    articles = [
        told(
            str(n), f"Outlet {n}", f"2025-05-{n + 1:02}",
            said(lines[n % 2][0], lines[n % 2][1], act="reject", about=lines[n % 2][2], event=LONG),
        )
        for n in range(8)
    ]  # fmt: skip
    found = [(s, e) for relation, s, e in links(*articles) if relation == "respondsTo"]
    assert [start for start, _ in sorted(found)] == [str(n) for n in range(1, 8)]
    assert all(end < start for start, end in found)


def test_on_one_day_only_one_of_two_answers_the_other():
    one = told("a", "Courier", "2025-05-01", said("Ann Lee", "the long pause of Bob Ray", act="reject", about="Bob Ray", event=LONG))  # fmt: skip
    other = told("b", "Mirror", "2025-05-01", said("Bob Ray", "the long pause of Ann Lee", act="reject", about="Ann Lee", event=LONG))  # fmt: skip
    assert len([link for link in links(one, other) if link[0] == "respondsTo"]) == 1


@pytest.mark.parametrize("act", ["agree", "support", "praise"])
def test_backing_what_another_said_supports_it(act):
    assert links(a(), b(answer(act))) == [("respondsTo", "b", "a"), ("supports", "b", "a")]


@pytest.mark.parametrize(
    "line",
    [
        answer("accept"),
        answer("respond"),
        answer("criticise"),
        answer("support", polarity="negative"),
        answer("support", "the pause of nobody", about=""),
    ],
)
def test_an_answer_that_does_not_back_it_does_not_support_it(line):
    assert "supports" not in {relation for relation, _, _ in links(a(), b(line))}


def test_backing_what_is_denied_supports_nothing():
    denied = said("Ann Lee", "a pause", cue="rejected", act="reject", event=PAUSE)
    found = links(a(denied), b(answer("support")))
    assert "supports" not in {relation for relation, _, _ in found}
