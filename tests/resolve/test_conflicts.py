"""Who contradicts whom: what cannot be so together, and what only looks like it."""

import pytest

from kgraph.resolve import resolve
from tests.stories import said, told

SAME_DAY, NEXT_DAY, DAYS_LATER = "2025-05-01", "2025-05-02", "2025-05-05"

CONFLICTS = [
    # a number
    (SAME_DAY, "the rebels launched 80 drones at the port", "the rebels launched 30 drones at the port"),
    (SAME_DAY, "twelve ships have left the port", "nine ships have left the port"),
    (SAME_DAY, "about 80 boats have left the port", "about 30 boats have left the port"),
    (SAME_DAY, "the dam cost 4.5 million crowns to repair", "the dam cost 9 million crowns to repair"),
    (NEXT_DAY, "14 miners were killed in the shaft", "12 miners were killed in the shaft"),
    (DAYS_LATER, "on Friday 80 drones hit the port", "on Friday 30 drones hit the port"),
    (DAYS_LATER, "on April 29 80 drones hit the port", "on April 29 30 drones hit the port"),
    # a date
    (SAME_DAY, "the talks will be held in Varna on May 6", "the talks will be held in Varna on May 9"),
    (SAME_DAY, "the new ferry will sail on Friday", "the new ferry will sail on Sunday"),
    (SAME_DAY, "the strike began in the harbour on April 28", "the strike began in the harbour on April 30"),
    # a negation
    (SAME_DAY, "the port did open on Friday", "the port did not open on Friday"),
    (SAME_DAY, "the evacuation of the valley has begun", "the evacuation of the valley has not begun"),
    (DAYS_LATER, "the old reactor will be closed", "the old reactor will never be closed"),
    (DAYS_LATER, "the army was behind the blast in the tunnel", "the army was not behind the blast in the tunnel"),
]  # fmt: skip

AGREE = [
    (SAME_DAY, "Harbour pages of the Halden Post, 04/02/07", "Harbour pages of the Halden Post, 05/02/07"),
    (SAME_DAY, "The ferry list as of 2025-03-01 names Vik", "The ferry list as of 2025-03-02 names Vik"),
    # what a day brings
    (NEXT_DAY, "12 miners were killed in the shaft", "14 miners were killed in the shaft"),
    (DAYS_LATER, "12 miners were killed in the shaft", "14 miners were killed in the shaft"),
    (DAYS_LATER, "80 drones hit the port", "30 drones hit the port"),
    (DAYS_LATER, "the evacuation of the valley has not begun", "the evacuation of the valley has begun"),
    (DAYS_LATER, "the bridge is safe for lorries", "the bridge is not safe for lorries"),
    (DAYS_LATER, "the talks will be held in Varna on May 6", "the talks will be held in Varna on May 9"),
    # one day by two names, or two days by one
    (NEXT_DAY, "the port will be closed for ships tomorrow", "the port will be closed for ships today"),
    (SAME_DAY, "the port was closed for ships on Thursday", "the port was closed for ships today"),
    (NEXT_DAY, "80 drones hit the port today", "30 drones hit the port today"),
    # numbers that leave room
    (SAME_DAY, "at least 12 miners were killed in the shaft", "at least 14 miners were killed in the shaft"),
    (SAME_DAY, "up to 80 drones hit the port", "up to 60 drones hit the port"),
    (SAME_DAY, "more than 100 homes burnt in the valley", "more than 200 homes burnt in the valley"),
    (SAME_DAY, "about 80 boats have left the port", "about 75 boats have left the port"),
    (SAME_DAY, "4,987 homes burnt in the valley", "5,000 homes burnt in the valley"),
    # numbers that name
    (SAME_DAY, "the 5th brigade holds the old bridge", "the 7th brigade holds the old bridge"),
    (SAME_DAY, "the shell destroyed school No. 12 in Varna", "the shell destroyed school No. 14 in Varna"),
    # what happens often
    (SAME_DAY, "drones hit the old port on April 28", "drones hit the old port on April 30"),
    (SAME_DAY, "exports of grain grew in 2021", "exports of grain grew in 2022"),
    # another matter, or too few words
    (SAME_DAY, "80 drones hit the port", "80 drones hit the ships"),
    (SAME_DAY, "80 drones", "30 drones"),
    # no number that can be read
    (SAME_DAY, "version 1.2.3 of the tram plan", "version 1.2.4 of the tram plan"),
]  # fmt: skip

ONLY_ONE = [
    ("Marta Kole won the mayoral election in Varna", "Ivan Brenn won the mayoral election in Varna"),
    ("Marta Kole has won the second round of the vote", "Ivan Brenn has won the second round of the vote"),
    ("the rebels shot down the passenger plane", "the army shot down the passenger plane"),
    ("the rebels blew up the dam on the Varn", "the army blew up the dam on the Varn"),
]  # fmt: skip

NOT_ONLY_ONE = [
    ("Marta Kole spoke at the mayoral debate in Varna", "Ivan Brenn spoke at the mayoral debate in Varna"),
    ("Marta Kole won a seat in the city council", "Ivan Brenn won a seat in the city council"),
    ("Kole won the mayoral election in Varna", "Marta Kole won the mayoral election in Varna"),
    ("she won the mayoral election in Varna", "Ivan Brenn won the mayoral election in Varna"),
    ("Marta Kole won the mayoral election in Varna", "Ivan Brenn won the mayoral election in Ruse"),
    ("the rebels shelled the passenger port", "the army shelled the passenger port"),
    ("the rebels shot down a passenger plane", "the army shot down a passenger plane"),
]  # fmt: skip


def conflicts(first, second, day=SAME_DAY, *, speaker="Bob Ray", kind="person"):
    one = told("a", "Courier", SAME_DAY, said("Ann Lee", first))
    other = told("b", "Mirror", day, said(speaker, second, kind=kind))
    links = resolve([one, other]).links
    assert resolve([other, one]).links == links
    return [link for link in links if link.relation == "contradicts"]


@pytest.mark.parametrize(("day", "first", "second"), CONFLICTS)
def test_what_cannot_be_so_together_is_a_contradiction(day, first, second):
    (link,) = conflicts(first, second, day)
    assert link.score == (0.9 if day == SAME_DAY else 0.7)
    assert link.reasons[0].startswith("same words but ")


@pytest.mark.parametrize(("day", "first", "second"), CONFLICTS)
def test_one_speaker_does_not_contradict_himself(day, first, second):
    assert conflicts(first, second, day, speaker="Ann Lee") == []


@pytest.mark.parametrize(("day", "first", "second"), AGREE)
def test_time_passing_and_numbers_that_leave_room_are_no_contradiction(day, first, second):
    assert conflicts(first, second, day) == []


@pytest.mark.parametrize(("first", "second"), ONLY_ONE)
def test_two_who_cannot_both_have_done_it_are_a_contradiction(first, second):
    (link,) = conflicts(first, second)
    assert link.reasons[0].startswith("only one can be")


@pytest.mark.parametrize(("first", "second"), NOT_ONLY_ONE)
def test_two_who_may_both_have_done_it_are_none(first, second):
    assert conflicts(first, second) == []


def test_a_contradiction_says_in_what():
    (link,) = conflicts(*CONFLICTS[0][1:])
    assert link.reasons == ("same words but 80 against 30",)
    (link,) = conflicts(*CONFLICTS[-1][1:], DAYS_LATER)
    assert link.reasons == ("same words but one is negated", "said on different days")


def test_an_unnamed_source_can_contradict():
    assert conflicts(*CONFLICTS[0][1:], speaker="an official", kind="anonymous")
