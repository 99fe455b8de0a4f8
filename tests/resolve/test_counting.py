"""Two voices that count one thing otherwise, on one day, in one story."""

import pytest

from kgraph.resolve import resolve
from kgraph.resolve.concepts import concept
from kgraph.resolve.readings import reading
from tests.stories import ELSEWHERE, said, told

STORY = (
    "The ground shook under the island of Lesk on Monday, and walls fell in the port.",
    "People on Lesk ran out of their houses as the ground shook under the island.",
)
TWO = "the quake on the outskirts of the port injured two fishermen"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("two sailors and 300 sheep", (("sailor", "n 2"), ("sheep", "n 300"))),
        ("sixty-three million more euros", (("euro", "n 63000000"),)),
        ("two of them came at 3 to the harbour", ()),
    ],
)
def test_what_is_counted(text, counts):
    assert reading(text, "").counts == tuple((concept(thing), value) for thing, value in counts)


def contradicted(one, other, *, day="2025-05-01", story=STORY, speaker="Petra Vik"):
    first = told("a", "Norvia", "2025-05-01", *STORY, said("Ana Ilieva", one))
    later = told("b", "Harbour Post", day, *story, said(speaker, other))
    derived = resolve([first, later])
    assert resolve([later, first]) == derived
    return [link.reasons for link in derived.links if link.relation == "contradicts"]


def test_two_counts_of_one_thing_contradict():
    [reasons] = contradicted(TWO, "five fishermen had been injured by the quake")
    assert reasons[0] in ("5 against 2 of one thing", "2 against 5 of one thing")
    assert reasons[1] == "one story, one day"


@pytest.mark.parametrize(
    "other",
    [
        "at least five fishermen had been injured by the quake",
        "five fishermen may have been injured by the quake",
        "five fishermen were not injured by the quake",
        "five fishermen had been rescued from a boat",
        "five sheep had been injured by the quake",
        "two fishermen and five children had been injured by the quake",
        "the quake had injured five percent of the fishermen",
    ],
)
def test_what_leaves_room_or_counts_another_thing_does_not(other):
    assert contradicted(TWO, other) == []


@pytest.mark.parametrize(
    "more", [{"day": "2025-05-02"}, {"speaker": "Ana Ilieva"}, {"story": ELSEWHERE}]
)
def test_another_day_voice_or_story_is_no_contradiction(more):
    assert contradicted(TWO, "five fishermen had been injured by the quake", **more) == []
