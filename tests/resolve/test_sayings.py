"""Statements as slim records."""

import json
from dataclasses import fields

import pytest

from kgraph.resolve.relations import RULES
from kgraph.resolve.sayings import GroupInfo, Saying, sayings_of
from kgraph.resolve.trimmed import wording_keys, wording_of
from tests.samples import EXTRACTIONS
from tests.stories import said, told


def only(*lines, group=None, day="2025-05-01"):
    extraction = told("a", "The Courier", day, *lines, credited=("The Norvia",))
    actor_of = {entity.iri: f"actor of {entity.name}" for entity in extraction.entities}
    return sayings_of(extraction, actor_of, group)[0]


def plain(value):
    if isinstance(value, tuple):
        return all(map(plain, value))
    return value is None or isinstance(value, str | int | float | bool)


@pytest.mark.parametrize("extraction", EXTRACTIONS)
def test_a_record_holds_texts_and_numbers_only_and_comes_back_from_json(extraction):
    def tuples(value):
        return tuple(map(tuples, value)) if isinstance(value, list) else value

    for saying in sayings_of(extraction, {}, None):
        kept = {field.name: getattr(saying, field.name) for field in fields(Saying)}
        assert all(map(plain, kept.values()))
        back = {name: tuples(value) for name, value in json.loads(json.dumps(kept)).items()}
        assert Saying(**back) == saying


def test_names_are_folded():
    saying = only(said("Ann Lée", "a pause", via=("The Radio",)))
    assert (saying.speaker, saying.outlet) == ("ann lee", "courier")
    assert (saying.credits, saying.relays) == (("norvia",), ("radio",))


def test_ranks_are_by_saying_then_by_publication():
    ranks = [
        only(said("Ann Lee", "a pause", day=day), day=published).rank
        for day, published in (
            ("2025-05-01", "2025-05-03"),
            ("2025-05-02", "2025-05-02"),
            ("2025-05-02", "2025-05-02T08:00:00Z"),
            ("2025-05-02", "2025-05-04"),
            ("", ""),
        )
    ]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


def test_a_copy_appears_with_its_original_and_after_it():
    line = said("Ann Lee", "a pause", day="2025-05-01")
    group = GroupInfo(id="g", original="another", published="2025-05-02")
    copy, alone = only(line, group=group), only(line)
    assert (copy.copied, copy.published, copy.unit) == (True, "2025-05-02", "g")
    assert (alone.copied, alone.published, alone.unit) == (False, "2025-05-01", alone.work)
    assert alone.rank < copy.rank


def test_a_name_is_no_topic_and_neither_is_a_quality():
    def topics(*proposition):
        return only(
            said("Ann Lee", "the pause", proposition=proposition, about="", to="Varna")
        ).topics

    assert topics("she", "want", "the new bridge") == ("new bridge",)
    assert topics("she", "want", "Varna") == ()
    assert topics("it", "be", "very important") == ()
    assert topics("she", "want", "it") == ()
    assert topics("she", "want", "our state") == ()
    assert topics("she", "want", "their land") == ("land",)


@pytest.mark.parametrize("label", ["you deliver it", "we strike", "this"])
def test_what_a_pronoun_stands_in_is_no_topic(label):
    assert only(said("Ann Lee", f"that {label} now", event=(label, "", ""))).topics == ()


@pytest.mark.parametrize(
    ("content", "theirs"),
    [
        ("Eva Roy's plan for the port", " plan port "),
        ("the plan of Eva Roy", " plan "),
        ("the plan of the mayor Eva Roy", " plan mayor "),
        ("to work with Eva Roy on the plan", " plan "),
        ("the plan, and met Eva Roy", None),
        ("the plan against Eva Roy", None),
    ],
)
def test_what_is_another_ones_is_what_the_words_say_is_his(content, theirs):
    found = only(said("Ann Lee", content, cue="rejected", act="reject", about="Eva Roy")).answers_to
    assert [one[0] for one in found] == (["actor of Eva Roy"] if theirs else [])
    assert all(one[3].endswith(theirs) for one in found)


def test_what_answers_nothing_is_kept_small():
    saying = only(said("Ann Lee", "the plan of Eva Roy", about="Eva Roy"))
    assert saying.answers_to == saying.responding_words == ()
    assert saying.actors_near == ("actor of Eva Roy",)


def test_keys_tell_their_rule_and_are_few():
    saying = only(said("Ann Lee", " ".join(f"word{n}" for n in range(500)), act="deny"))
    assert len(list(wording_keys(wording_of(saying)))) <= 5
    for rule in RULES:
        if not rule.of_claims:
            keys = list(rule.asking_keys(saying))
            assert len(keys) <= 3
            assert all(key.startswith(f"{rule.name}\x1f") for key in keys)
