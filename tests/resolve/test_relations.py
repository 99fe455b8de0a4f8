"""Who repeats, answers, confirms, denies or contradicts whom."""

import time

import pytest

from kgraph import vocab
from kgraph.resolve import resolve
from kgraph.resolve.content import STANCES
from kgraph.resolve.replies import OPENING
from kgraph.resolve.sayings import ANSWERING
from kgraph.resolve.updates import OPPOSITES
from tests.stories import said, told

TRUCE = "the truce will begin at midnight"
FILLER = (
    "Nobody has crossed the old bridge since the storm.",
    "Repairs will cost more than the town can pay this year.",
    "Engineers found deep cracks in two of the seven pillars.",
)


def links(*extractions):
    """(relation, article of start, article of end) of every link."""
    article = {s.iri: e.article.key for e in extractions for s in e.statements}
    return sorted(
        (link.relation, article[link.start], article[link.end])
        for link in resolve(extractions).links
    )


def later(first, second, **more):
    """An article "a" of 1 May and an article "b" of 3 May, of two outlets."""
    return (
        told("a", "Courier", "2025-05-01", first),
        told("b", "Mirror", "2025-05-03", second, **more),
    )


def test_the_same_words_later_repeat_the_first():
    first, second = later(said("Ann Lee", TRUCE), said("Bob Ray", TRUCE))
    (link,) = resolve([second, first]).links
    assert (link.relation, link.start, link.end) == (
        "repeats",
        second.statements[0].iri,
        first.statements[0].iri,
    )
    assert link.reasons == ("same words, 2 days later",)


@pytest.mark.parametrize(
    ("relation", "first", "second"),
    [
        ("denies", said("Ann Lee", TRUCE), said("Bob Ray", TRUCE, cue="denied that", act="deny")),
        (
            "denies",
            said("Ann Lee", "The Harbour Office could send 200 boats", kind="person"),
            said(
                "Harbour Office", "it could send 200 boats", cue="denied that", act="deny",
                kind="organization",
            ),
        ),
        (
            "denies",
            said("Ann Lee", "the mayor was bribed", proposition=("mayor", "bribe", "council")),
            said(
                "Bob Ray", "having bribed anybody", cue="denied", act="deny",
                proposition=("the mayor", "bribe", "council"),
            ),
        ),
        ("confirms", said("Ann Lee", TRUCE), said("Bob Ray", TRUCE, cue="confirmed", act="confirm")),
        (
            "contradicts",
            said("Ann Lee", "the port did not open on Friday"),
            said("Bob Ray", "the port open on Friday"),
        ),
        (
            "updates",
            said("Ann Lee", "The group will not send observers before a signature"),
            said("Ann Lee", "The group will send observers before a signature"),
        ),
        (
            "updates",
            said("Ann Lee", "200 observers will come"),
            said("Ann Lee", "300 observers will come"),
        ),
        (
            "updates",
            said("Ann Lee", "the plan", cue="rejected", act="reject", proposition=("Ann Lee", "reject", "plan")),
            said("Ann Lee", "the plan", cue="accepted", act="accept", proposition=("Ann Lee", "accept", "the plan")),
        ),
        (
            "respondsTo",
            said("Ann Lee", "a pause of the dredging", cue="announced", act="announce", event=("pause", "2025-05-08", "")),
            said("Bob Ray", "the pause as a trick of Ann Lee", cue="rejected", act="reject", about="Ann Lee"),
        ),
        (
            "respondsTo",
            said("Ann Lee", "new sanctions", cue="threatened", act="threaten", proposition=("Ann Lee", "threaten", "new sanctions")),
            said("Bob Ray", "threats of new sanctions do not work", cue="replied to", to="Ann Lee", to_kind="person", act="respond"),
        ),
    ],
)  # fmt: skip
def test_a_later_article_is_linked_to_an_earlier_one(relation, first, second):
    extractions = later(first, second)
    assert links(*extractions) == [(relation, "b", "a")]
    (link,) = resolve(extractions).links
    assert link.reasons
    assert 0 < link.score <= 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # the same speaker does not contradict himself by a later figure of another matter
        (said("Ann Lee", "80 drones hit the port"), said("Bob Ray", "80 drones hit the ships")),
        # too few words
        (said("Ann Lee", "80 drones"), said("Bob Ray", "30 drones")),
        # nothing was said before that could be denied
        (said("Ann Lee", "it rained"), said("Bob Ray", TRUCE, cue="denied that", act="deny")),
        # a denial of a denial is no confirmation
        (
            said("Ann Lee", TRUCE, cue="denied that", act="deny"),
            said("Bob Ray", TRUCE, cue="denied that", act="deny"),
        ),
        # nor is it a denial that one does not deny
        (said("Ann Lee", TRUCE), said("Bob Ray", TRUCE, cue="did not deny that", act="deny")),
        # two words of a proposition are not what is confirmed
        (
            said("Ann Lee", "the port is open to ships of all flags", proposition=("port", "be", "open")),
            said("Bob Ray", "the port is open to talks about wages", cue="confirmed that",
                 act="confirm", proposition=("port", "be", "open")),
        ),
        # an answer that names nobody
        (
            said("Ann Lee", "a pause", cue="announced", act="announce", event=("pause", "2025-05-08", "")),
            said("Bob Ray", "the pause as a trick", cue="rejected", act="reject"),
        ),
        # an answer about something else
        (
            said("Ann Lee", "a pause", cue="announced", act="announce", event=("pause", "2025-05-08", "")),
            said("Bob Ray", "Ann Lee and her budget", cue="rejected", act="reject"),
        ),
        # anonymous sources have no position that could change
        (
            said("an official", "200 observers will come", kind="anonymous"),
            said("an official", "300 observers will come", kind="anonymous"),
        ),
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_not_linked(first, second):
    assert [link for link in links(*later(first, second)) if link[0] != "repeats"] in (
        [],
        [("contradicts", "b", "a")] if first.kind == "anonymous" else [],
    )


def test_an_answer_never_comes_before_what_it_answers_nor_weeks_after():
    announced = said(
        "Ann Lee", "a pause", cue="announced", act="announce", event=("pause", "2025-05-08", "")
    )
    answer = said("Bob Ray", "the pause as a trick of Ann Lee", cue="rejected", act="reject")
    for day in ("2025-04-30", "2025-06-01"):
        extractions = (
            told("a", "Courier", "2025-05-01", announced),
            told("b", "Mirror", day, answer),
        )
        assert links(*extractions) == []


def test_what_is_told_of_another_is_not_confirmed_by_him():
    """One statement stands in the other: "Lee stressed that the talks confirmed the plan"."""
    words = "the talks confirmed the strength of the partnership"
    deed = ("talks", "confirm", "strength of the partnership")
    article = told(
        "a", "Courier", "2025-05-01",
        said("Ann Lee", words, proposition=deed),
        said("the talks", "the strength of the partnership", act="confirm", proposition=deed, kind="none"),
    )  # fmt: skip
    assert links(article) == []


def test_a_copy_that_lost_a_hedge_or_a_name_launders():
    wire = told(
        "w", "Norvia", "2025-05-01",
        said("Ann Lee", "the old bridge will open in June", cue="hoped", modality="possible"),
        said("Bob Ray", "the budget was spent on the tower"), *FILLER,
    )  # fmt: skip
    copy = told(
        "c", "Mirror", "2025-05-01",
        said("Ann Lee", "the old bridge will open in June"),
        said("an official", "the budget was spent on the tower", kind="anonymous"), *FILLER,
        credited=("Norvia",),
    )  # fmt: skip
    extractions = (wire, copy)
    found = [link for link in resolve(extractions).links if link.relation == "launders"]
    assert sorted(link.reasons for link in found) == [
        ("the hedge is gone: possible became asserted",),
        ("the speaker's name is gone",),
    ]


def test_no_hedge_is_lost_where_all_that_reports_is_the_same():
    wire = told("w", "Norvia", "2025-05-01", said("Ann Lee", TRUCE, modality="possible"), *FILLER)
    copy = told("c", "Mirror", "2025-05-01", said("Ann Lee", TRUCE), *FILLER, credited=("Norvia",))
    assert links(wire, copy) == [("repeats", "c", "w")]


def test_no_name_is_lost_that_stands_in_the_sentence():
    wire = told("w", "Norvia", "2025-05-01", said("Ann Lee", TRUCE), *FILLER)
    copy = told(
        "c", "Mirror", "2025-05-01",
        said("an official", TRUCE, kind="anonymous", cue=", like Ann Lee, said", about="Ann Lee"),
        *FILLER, credited=("Norvia",),
    )  # fmt: skip
    assert links(wire, copy) == [("repeats", "c", "w")]


def test_no_name_is_lost_with_a_capital_letter():
    wire = told("w", "Norvia", "2025-05-01", said("Board", TRUCE), *FILLER)
    copy = told(
        "c", "Mirror", "2025-05-01", said("board", TRUCE, kind="anonymous"), *FILLER,
        credited=("Norvia",),
    )  # fmt: skip
    assert links(wire, copy) == [("repeats", "c", "w")]


def test_a_copy_that_lost_the_relay_launders():
    wire = told("w", "Norvia", "2025-05-01", said("Ann Lee", TRUCE, via=("Radio Delta",)), *FILLER)
    copy = told("c", "Mirror", "2025-05-01", said("Ann Lee", TRUCE), *FILLER, credited=("Norvia",))
    extractions = (wire, copy)
    found = [link for link in resolve(extractions).links if link.relation == "launders"]
    assert [link.reasons for link in found] == [("the relay is gone: radio delta",)]


def test_a_claim_without_its_hedge_word_launders():
    first = said("Ann Lee", "the reactor may possibly leak into the lake", modality="possible")
    second = said("Bob Ray", "the reactor will leak into the lake")
    assert ("launders", "b", "a") in links(*later(first, second))


def test_acts_are_those_of_the_scheme():
    scheme = vocab.ontology_file("acts.ttl").read_text(encoding="utf-8")
    named = {*STANCES, *ANSWERING, *OPENING, *(act for pair in OPPOSITES for act in pair)}
    assert [act for act in sorted(named) if f"\nact:{act} " not in scheme] == []


def test_thousands_of_copies_and_variants_take_time_in_proportion():
    def seconds(count):
        extractions = [
            told(
                str(n), f"Outlet {n}", f"2025-05-{n % 28 + 1:02}",
                said(f"Speaker {n}", f"{n} people were killed in the harbour"),
                said("Ann Lee", TRUCE),
                said("Bob Ray", "the truce of Ann Lee", cue="rejected", act="reject"),
            )
            for n in range(count)
        ]  # fmt: skip
        started = time.process_time()
        resolve(extractions)
        return time.process_time() - started

    seconds(50)
    assert seconds(1500) < 30 * max(seconds(150), 0.02)
