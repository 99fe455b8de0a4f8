"""Who changes what he said before, and what only looks like it."""

import pytest

from kgraph.resolve import resolve
from tests.stories import said, told

LIST = ("Ann Lee", "publish", "list of observers")


def one(content, act="assert", modality="asserted", proposition=None):
    return said("Ann Lee", content, act=act, modality=modality, proposition=proposition)


CHANGED = [
    ("200 against 300", one("200 observers will come"), one("300 observers will come")),
    ("12 against 14", one("12 miners were killed in the shaft"), one("14 miners were killed in the shaft")),
    ("6 against 9", one("the talks will be held in Varna on May 6"), one("the talks will be held in Varna on May 9")),
    ("one is negated", one("the group will not send observers"), one("the group will send observers")),
    ("one is negated", one("the ferry will sail in June"), one("the ferry would not sail in June")),
    ("possible became asserted", one("the ferry may sail in June", modality="possible"), one("the ferry will sail in June")),
    ("reject became accept", one("the plan", "reject", proposition=("Ann Lee", "reject", "plan")),
     one("the plan", "accept", proposition=("Ann Lee", "accept", "the plan"))),
    ("intend became reject", one("to publish the list of observers", "intend", proposition=LIST),
     one("to publish the list of observers by Friday", "reject", proposition=LIST)),
    ("planned became done", one("to publish the list of observers", "promise", "planned", LIST),
     one("she had published the list of observers", proposition=("she", "publish", "list of observers"))),
    ("one is negated", one("to publish the list of observers", "promise", "planned", LIST),
     one("she would not publish the list of observers", proposition=("she", "publish", "list of observers"))),
    ("one is negated", one("to publish the list of observers", "promise", "planned", LIST),
     one("she would not even publish the list of observers", proposition=("she", "publish", "list of observers"))),
]  # fmt: skip

UNCHANGED = [
    # a refusal that is none
    (one("to publish the list of observers", "intend", proposition=LIST),
     said("Ann Lee", "to publish the list of observers", cue="does not refuse", act="reject", proposition=LIST)),
    # one of two readings of the same words is wrong; "it" is not "she could"
    (one("the ferry could sail in June"), one("the ferry could sail in June", modality="possible")),
    (one("she could", modality="possible"), one("it")),
    # other remarks each time
    (said("Ann Lee", "his remarks", cue="defended", act="support", proposition=("Ann Lee", "defend", "his remarks")),
     said("Ann Lee", "his remarks", cue="opposed", act="oppose", proposition=("Ann Lee", "oppose", "his remarks"))),
    # each day has its own
    (one("80 drones hit the port today"), one("30 drones hit the port today")),
    (one("drones hit the old port on April 28"), one("drones hit the old port on April 30")),
    (one("the 5th brigade holds the bridge"), one("the 7th brigade holds the bridge")),
    # the same again
    (one("200 observers will come"), one("200 observers will come")),
    (one("to publish the list of observers", "promise", "planned", LIST),
     one("she will publish the list of observers", proposition=("she", "publish", "list of observers"))),
    # another deed to the same thing, another thing of the same name
    (one("to attack the valley", "intend", proposition=("Ann Lee", "attack", "valley")),
     one("to stop in the valley", "reject", proposition=("Ann Lee", "stop in", "valley"))),
    (one("the importance of clean water for the town", "confirm", proposition=("Ann Lee", "confirm", "importance")),
     one("the importance of new roads", "deny", proposition=("Ann Lee", "deny", "importance"))),
    (one("she will not raise taxes on small farms", proposition=("she", "raise", "taxes")),
     one("she will raise taxes on large banks", proposition=("she", "raise", "taxes"))),
    # the same words, and more that negate something else
    (one("enough of the tale that he does not know the harbour. He knows it well", proposition=("he", "know", "harbour")),
     one("enough of the tale that he does not know the harbour. He knows it well. We do not want it to stay as it is",
         proposition=("he", "know", "harbour"))),
    # what is negated is told besides
    (one("we met the pilots and were impressed by them", proposition=("we", "meet", "pilots")),
     one("we met the pilots and were impressed by them. It seems that this is not going to last",
         proposition=("we", "meet", "pilots"))),
]  # fmt: skip


def updates(first, second, day="2025-05-03"):
    articles = [told("a", "Courier", "2025-05-01", first), told("b", "Mirror", day, second)]
    links = resolve(articles).links
    assert resolve(articles[::-1]).links == links
    return [link for link in links if link.relation == "updates"]


@pytest.mark.parametrize(("reason", "first", "second"), CHANGED)
def test_a_changed_position_is_an_update(reason, first, second):
    (link,) = updates(first, second)
    assert reason in link.reasons[0]
    assert link.reasons[0].endswith(", 2 days later")


@pytest.mark.parametrize(("first", "second"), UNCHANGED)
def test_what_is_no_change_of_position_is_no_update(first, second):
    assert updates(first, second) == []


@pytest.mark.parametrize(("reason", "first", "second"), CHANGED)
def test_the_earlier_never_updates_the_later(reason, first, second):
    assert all("planned became" not in link.reasons[0] for link in updates(second, first))
    assert updates(first, second, day="2025-05-01") == []


def test_a_figure_of_long_ago_is_another_count():
    _, first, second = CHANGED[0]
    assert updates(first, second, day="2025-07-03") == []


def test_what_one_frequent_word_means_changes_with_time():
    _, first, second = CHANGED[6]
    assert updates(first, second, day="2025-05-14")
    assert updates(first, second, day="2025-06-14") == []
    first, second = (
        one("free trade", act, proposition=("Ann Lee", act, "free trade"))
        for act in ("oppose", "support")
    )
    assert updates(first, second, day="2025-06-14")


def test_no_change_is_a_contradiction_of_oneself():
    for _, first, second in CHANGED:
        articles = [
            told("a", "Courier", "2025-05-01", first),
            told("b", "Mirror", "2025-05-03", second),
        ]
        assert {link.relation for link in resolve(articles).links} <= {"updates", "launders"}
