"""Which statements make one claim, from how many origins, and who repeats it."""

import pytest

from kgraph.resolve import resolve
from tests.samples import EXTRACTIONS
from tests.stories import said, told

TRUCE = "the truce will begin at midnight"


def claims(*extractions):
    """Claims by headline: number of statements, of origins, and of unattributed repetitions."""
    return {
        claim.headline: (len(claim.statements), claim.origins, len(claim.repeated))
        for claim in resolve(extractions).claims
    }


def pair(first, second, **more):
    """Two articles of two outlets that say one thing each."""
    return (
        told("a", "Courier", "2025-05-01", first if not isinstance(first, str) else said("Ann Lee", first)),
        told(
            "b", "Mirror", "2025-05-02",
            second if not isinstance(second, str) else said("Bob Ray", second), **more,
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TRUCE, TRUCE),
        (TRUCE, "that the truce will begin at midnight"),
        (TRUCE, "“The truce will begin at midnight,”"),
        (
            "the port won't open before 1,000 ships wait",
            "The port will not open before 1000 ships wait",
        ),
        ("Jose Marti's school stays shut", "José Marti’s school stays shut"),
    ],
)
def test_the_same_words_are_one_claim_whoever_says_them(first, second):
    assert list(claims(*pair(first, second)).values()) == [(2, 2, 0)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TRUCE, "the truce will not begin at midnight"),
        ("3 ships burnt in the port", "4 ships burnt in the port"),
        ("a ceasefire", "a ceasefire"),  # too few words, and another speaker
        ("we will close the north basin", "we will close the north basin"),
        ("he will close the north basin", "he will close the north basin"),
        (said("Ann Lee", TRUCE), said("Bob Ray", TRUCE, cue="denied that", act="deny")),
        (said("Ann Lee", TRUCE), said("Bob Ray", TRUCE, cue="demanded that", act="demand")),
    ],
)
def test_other_words_speakers_or_stances_are_other_claims(first, second):
    assert len(claims(*pair(first, second))) == 2 or len(resolve(pair(first, second)).claims) == 2


def test_few_words_of_one_speaker_are_one_claim():
    found = claims(*pair("a ceasefire", said("Ann Lee", "a ceasefire")))
    assert found == {"a ceasefire": (2, 2, 0)}


def test_the_headline_is_the_first_content_verbatim():
    assert list(claims(*pair("“The truce will begin at midnight,”", TRUCE))) == [
        "“The truce will begin at midnight,”"
    ]


def test_a_denial_is_told_by_its_sentence():
    found = claims(
        told("a", "Courier", "2025-05-01", said("Ann Lee", TRUCE, cue="denied that", act="deny"))
    )
    assert list(found) == [f"Ann Lee denied that {TRUCE}."]


def test_a_denial_in_its_own_words_is_a_claim_like_others():
    found = claims(
        *pair(
            said("Ann Lee", "there was no secret deal with the mayor", act="deny"),
            "there was no secret deal with the mayor",
        )
    )
    assert found == {"there was no secret deal with the mayor": (2, 2, 0)}


def test_statements_stand_by_day_of_saying_then_of_publication():
    extractions = (
        told("a", "Courier", "2025-05-03", said("Ann Lee", TRUCE, day="2025-05-01")),
        told("b", "Mirror", "2025-05-02", said("Bob Ray", TRUCE)),
        told("c", "Bugle", "2025-05-02T08:00:00Z", said("Cal Fox", TRUCE, day="2025-05-01")),
    )
    (claim,) = resolve(extractions).claims
    order = [extractions[i].statements[0].iri for i in (2, 0, 1)]
    assert list(claim.statements) == order


def test_the_wire_text_comes_before_its_copies_of_the_same_day():
    lines = (
        said("Ann Lee", TRUCE),
        "Nobody has crossed the old bridge since the storm.",
        "Repairs will cost more than the town can pay this year.",
        "Engineers found deep cracks in two of the seven pillars.",
    )
    copy = told("c", "Mirror", "2025-05-01", *lines, credited=("Norvia",))
    wire = told("w", "Norvia", "2025-05-01T09:00:00Z", *lines)
    (claim,) = resolve([copy, wire]).claims
    assert claim.statements[0] == wire.statements[0].iri
    assert claim.origins == 1


@pytest.mark.parametrize(
    ("lines", "origins"),
    [
        ([("Courier", {}), ("Mirror", {})], 2),
        ([("Courier", {}), ("Courier", {})], 1),  # one outlet twice
        ([("Courier", {"via": ("Norvia",)}), ("Mirror", {"via": ("Norvia",)})], 1),
        ([("Courier", {"via": ("Norvia",)}), ("Mirror", {"via": ("Radio Delta",)})], 2),
        (
            [
                ("Courier", {"via": ("Norvia", "Kate Voss")}),
                ("Mirror", {"via": ("Radio Delta", "Kate Voss")}),
            ],
            1,
        ),
        ([("Norvia", {}), ("Mirror", {"via": ("Norvia",)})], 1),
        ([("Norvia", {}), ("Mirror", {"via": ("Norvia",)}), ("Bugle", {})], 2),
        ([("", {}), ("", {})], 2),
    ],
)
def test_relays_and_outlets_make_one_origin(lines, origins):
    (claim,) = resolve(
        told(str(n), outlet, "2025-05-01", said("Ann Lee", TRUCE, **more))
        for n, (outlet, more) in enumerate(lines)
    ).claims
    assert claim.origins == origins


def test_a_credited_agency_is_the_origin():
    (claim,) = resolve(
        told(key, key, "2025-05-01", said("Ann Lee", TRUCE), credited=("Norvia",)) for key in "ab"
    ).claims
    assert claim.origins == 1


def test_twice_in_one_article_is_one_origin():
    found = claims(
        told("a", "Courier", "2025-05-01", said("Ann Lee", TRUCE), said("Bob Ray", TRUCE))
    )
    assert found == {TRUCE: (2, 1, 0)}


def test_two_anonymous_sources_of_two_articles_make_two_claims_of_few_words():
    first, second = (said("an official", "a truce", kind="anonymous") for _ in "ab")
    assert len(resolve(pair(first, second)).claims) == 2


BEGINS = ("truce", "begin", "midnight")


@pytest.mark.parametrize(
    ("line", "repeated"),
    [
        ("The truce will begin at midnight.", 1),
        ("At last: the TRUCE will begin at midnight, and the port will open.", 1),
        ("“The truce will begin at midnight.”", 0),  # quoted, whoever it is
        ("The truce will begin at midnight, Ann Lee said.", 0),  # an attribution that was missed
        ("The truce will begin at noon.", 0),
        ("The truce will begin. At midnight it rained.", 1),
    ],
)
def test_the_words_in_an_outlets_own_voice_are_a_repetition(line, repeated):
    found = claims(
        told("a", "Courier", "2025-05-01", said("Ann Lee", TRUCE, proposition=BEGINS)),
        told("b", "Mirror", "2025-05-02", "It rained all day.", line),
    )
    assert found == {TRUCE: (1, 1, repeated)}


def test_an_article_that_attributes_the_claim_does_not_repeat_it():
    found = claims(
        told(
            "a",
            "Courier",
            "2025-05-01",
            "The truce will begin at midnight.",
            said("Ann Lee", TRUCE, proposition=BEGINS),
        )
    )
    assert found == {TRUCE: (1, 1, 0)}


def test_every_statement_of_the_samples_makes_exactly_one_claim():
    made = [iri for claim in resolve(EXTRACTIONS).claims for iri in claim.statements]
    assert sorted(made) == sorted(s.iri for e in EXTRACTIONS for s in e.statements)


def test_words_that_name_nothing_are_a_claim_of_one_text_alone():
    def saying(key, *more, **about):
        return told(
            key, f"Outlet {key}", "2025-05-01", said("Ann Lee", "him", act="praise"), *more, **about
        )

    assert len(resolve([saying("a"), saying("b")]).claims) == 2
    filler = [f"The market on square {n} was shut again by the rain." for n in range(9)]
    (claim,) = resolve([saying("a", *filler), saying("b", *filler)]).claims
    assert claim.origins == 1


TO_KEEP_IN_TOUCH = "to keep in touch at all levels of government"


@pytest.mark.parametrize(
    ("speaker", "day", "count"),
    [
        ("Ann Lee", "2025-05-01", 1),
        ("Ann Lee", "2025-06-01", 2),  # agreed anew
        ("Bob Ray", "2025-05-01", 2),
    ],
)
def test_what_is_no_clause_is_a_claim_of_one_speaker_and_time(speaker, day, count):
    one = told(
        "a",
        "Courier",
        "2025-05-01",
        said("Ann Lee", TO_KEEP_IN_TOUCH, cue="agreed", act="agree", is_clause=False),
    )
    other = told(
        "b",
        "Mirror",
        day,
        said(speaker, TO_KEEP_IN_TOUCH, cue="agreed", act="agree", is_clause=False),
    )
    assert len(resolve([one, other]).claims) == count


def test_many_words_that_are_no_clause_are_one_claim_of_a_day_in_every_mouth():
    words = "killing two dock workers and gravely wounding a third at the cement plant"
    first, second, later = (
        told(
            key,
            f"Outlet {key}",
            day,
            said(speaker, words, cue="admitted", act="admit", is_clause=False),
        )
        for key, day, speaker in (
            ("a", "2025-05-01", "Ann Lee"),
            ("b", "2025-05-01", "Bob Ray"),
            ("c", "2025-06-01", "Cal Orr"),
        )
    )
    assert len(resolve([first, second]).claims) == 1
    assert len(resolve([first, second, later]).claims) == 2
