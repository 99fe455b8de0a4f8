"""What a person decides of statements and claims wins over every rule."""

from itertools import permutations

import pytest

from kgraph.model import Decision
from kgraph.resolve import resolve
from tests.stories import said, told

SHORT = "hospitals in the coastal region have run out of blood"
TWELVE = "12 hospitals in the coastal region have run out of blood"
FOURTEEN = "14 hospitals in the coastal region have run out of blood"
BRIDGE = "the new bridge to the island stays shut"


def decide(a, b, verdict, number="1"):
    return Decision(id=number, a=a, b=b, verdict=verdict, at=f"2025-06-0{number}T10:00:00Z")


def article(key, words, speaker="Ana Ilieva", day="2025-05-01"):
    return told(key, f"Post {key}", day, said(speaker, words))


def statement(extraction):
    return extraction.statements[0].iri


def claims(extractions, *decisions):
    """The claims as sets of the keys of their articles; the same in any order."""
    key = {statement(one): one.article.key for one in extractions}
    found = [resolve(given, decisions=decisions) for given in permutations(extractions)]
    assert all(one == found[0] for one in found)
    return sorted("".join(sorted(key[s] for s in c.statements)) for c in found[0].claims)


def claim(extractions, of, *decisions):
    derived = resolve(extractions, decisions=decisions)
    return next(c.iri for c in derived.claims if statement(of) in c.statements)


A, B, C = article("a", TWELVE), article("b", FOURTEEN, day="2025-05-02"), article("c", BRIDGE)
S, T = (
    article("s", TWELVE, "Petra Vik", "2025-05-02"),
    article("t", TWELVE, "Jonas Vik", "2025-05-03"),
)


def test_a_person_may_say_that_two_numbers_are_one_claim():
    assert claims([A, B, C]) == ["a", "b", "c"]
    for one, other in ((statement(A), statement(B)), (claim([A], A), claim([B], B))):
        assert claims([A, B, C], decide(one, other, "same")) == ["ab", "c"]


def test_a_person_may_join_what_no_rule_would_compare():
    found = claims([A, B, C], decide(statement(A), statement(C), "same"))
    assert found == ["ac", "b"]


def test_joined_claims_keep_what_rules_joined_them_of():
    full = article("f", "14 hospitals in the coastal region have now run out of all blood")
    given = [A, B, full]
    assert claims(given) == ["a", "bf"]
    assert claims(given, decide(statement(A), statement(B), "same")) == ["abf"]


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_what_is_parted_is_not_joined_through_a_third(verdict):
    full = article(
        "f", "all hospitals in the coastal region have now run out of blood", day="2025-05-02"
    )
    most = article("m", "all hospitals in the coastal region have run out of blood and oxygen")
    given = [article("n", SHORT), full, most]
    assert claims(given) == ["fmn"]
    parted = decide(statement(full), statement(most), verdict)
    assert sorted(map(len, claims(given, parted))) == [1, 2]
    again = decide(statement(given[0]), statement(full), "same", "2")
    assert sorted(claims(given, parted, again)) == ["fn", "m"]


def test_statements_in_the_same_words_are_parted_and_the_rest_stays_together():
    assert claims([A, S, T]) == ["ast"]
    assert claims([A, S], decide(statement(A), statement(S), "different")) == ["a", "s"]
    assert claims([A, S, T], decide(statement(A), statement(S), "different")) == ["at", "s"]


def test_a_statement_is_split_off_its_claim_alone():
    for part, rest in ((A, "st"), (S, "at"), (T, "as")):
        split = decide(claim([A, S, T], A), statement(part), "different")
        assert sorted(claims([A, S, T], split)) == sorted([part.article.key, rest])


def test_a_whole_wording_is_split_off_its_claim():
    given = [
        article("n", SHORT),
        A,
        article("f", "all 12 hospitals in the coastal region have now run out of blood"),
    ]
    assert claims(given) == ["afn"]
    for part in given:
        split = decide(claim(given, given[0]), statement(part), "different")
        rest = "".join(key for key in "afn" if key != part.article.key)
        assert claims(given, split) == sorted([part.article.key, rest])


def test_a_claim_keeps_its_id_when_its_first_statement_is_parted_from_another_claim():
    parted = decide(statement(A), statement(C), "different")
    assert claims([A, S, C], parted) == ["as", "c"]
    assert claim([A, S, C], A, parted) == claim([A, S, C], A)


def test_parting_holds_where_decisions_contradict():
    made = [
        decide(statement(A), statement(B), "same", "1"),
        decide(statement(B), statement(C), "same", "2"),
        decide(statement(A), statement(C), "different", "3"),
    ]
    assert sorted(map(len, claims([A, B, C], *made))) == [1, 2]


def test_of_two_decisions_on_a_pair_the_later_holds():
    first, second = (
        decide(statement(A), statement(B), v, n) for v, n in (("same", "1"), ("different", "2"))
    )
    assert claims([A, B], first, second) == ["a", "b"]


def test_what_is_decided_of_what_is_not_there_changes_nothing():
    assert claims([A, C], decide(statement(A), statement(B), "same")) == ["a", "c"]
    assert claims([A, S], decide(statement(T), statement(B), "different")) == ["as"]
