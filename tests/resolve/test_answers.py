"""Who says of whom, in an article of the same story, that he is wrong or right."""

import pytest

from kgraph.resolve import resolve
from kgraph.resolve.verdicts import verdict
from tests.stories import ELSEWHERE, said, told

STORY = (
    "The alarm at the Korvat museum went off on Saturday night, and a reliquary was taken.",
    "The museum in Korvat says that the reliquary of Saint Amalva cannot be replaced.",
)
TOLD = "the alarm rang at 2:47 and no patrol came for half an hour"


@pytest.mark.parametrize(
    ("before", "after", "held"),
    [
        ("", " is mistaken about the delay.", "false"),
        ("The report was late and ", " was simply wrong.", "false"),
        ("", " is not wrong.", "true"),
        ("", " was right that loans have gone up.", "true"),
        ("", " is telling the truth.", "true"),
        ("", " told the truth about the doors.", "true"),
        ("", " lied.", "false"),
        ("", "’s words about our strikes are a lie, and he knows it.", "false"),
        ("", "'s figures are correct.", "true"),
        ("What ", " told this jury is untrue.", "false"),
        ("what the ", " wrote is wildly wrong.", "false"),
        ("", " says nine in ten. He cannot count.", "said"),
        ("", " is a friend. That was wrong.", ""),
        ("", " is right at the door.", ""),
        ("", " and the wrong bridge", ""),
        ("beside ", " stood a man who was lying", ""),
    ],
)
def test_what_is_held_of_the_one_who_is_named(before, after, held):
    assert verdict(before, after, is_quoted=True) == held


def test_who_reports_anothers_words_does_not_take_them_up():
    assert verdict("", " said that the bridge is shut.", is_quoted=False) == ""


def answer(words, *, to=TOLD, day="2025-03-31", story=STORY, speaker="Bart Moens"):
    first = told("a", "Norvia", "2025-03-30", *STORY, said("Wouter Claes", to))
    later = told("b", "Evening Bell", day, *story, said(speaker, words, about="Wouter Claes"))
    derived = resolve([first, later])
    assert resolve([later, first]) == derived
    ends = later.statements[0].iri, first.statements[0].iri
    assert all((x.start, x.end) == ends for x in derived.links if x.relation != "repeats")
    return sorted(link.relation for link in derived.links)


WRONG = "Wouter Claes is mistaken, a patrol was there nine minutes after the alarm"


def test_who_is_said_to_be_wrong_is_denied():
    assert answer(WRONG) == ["denies", "respondsTo"]


def test_who_is_said_to_be_right_is_confirmed():
    right = "Wouter Claes was right, and the alarm was not heard"
    assert answer(right) == ["confirms", "respondsTo"]


@pytest.mark.parametrize(
    "more",
    [
        {"day": "2025-03-20"},
        {"day": "2025-04-25"},
        {"speaker": "Wouter Claes"},
        {"story": ELSEWHERE},
    ],
)
def test_another_time_speaker_or_story_answers_nothing(more):
    assert answer(WRONG, **more) == []


def test_one_frequent_word_in_common_is_not_enough():
    words = "Wouter Claes is right, you all have to go back to your country"
    assert answer(words, to="this is the kind of thinking that our country needs") == []
    assert answer(words.replace("country", "monastery"), to="our monastery needs a roof") != []


def test_what_has_nothing_in_common_is_not_answered():
    assert answer("Wouter Claes is mistaken about the price of bread") == []
