"""Input that is hostile, broken or absurd: bounded time, nothing lost, a clear word."""

import json
import time
from dataclasses import replace

import pytest

from kgraph import pipeline
from kgraph.gazetteer import read_gazetteer
from kgraph.judge import judge
from kgraph.model import Decision, Occurrence
from kgraph.resolve import resolve
from kgraph.resolve.decisions import clashes
from kgraph.resolve.text import placed_words, words
from kgraph.store import MemoryStore
from tests.resolve.people import body, one, telling
from tests.stories import said, told

TRUCE = "the truce will begin at midnight in the old harbour"


def whole(extractions, **more):
    """What is derived, of which nothing is lost: one claim a statement, one actor an entity."""
    derived = resolve(extractions, **more)
    made = sorted(iri for claim in derived.claims for iri in claim.statements)
    assert made == sorted(s.iri for x in extractions for s in x.statements)
    members = sorted(iri for actor in derived.actors for iri in actor.members)
    assert members == sorted(e.iri for x in extractions for e in x.entities)
    return derived


def seconds(work):
    begun = time.process_time()
    work()
    return time.process_time() - begun


def unread(extractions):
    """What is derived of them where the network has read none of their pairs before."""
    judge.cache_clear()
    return whole(extractions)


def linear(make, few, many):
    """What is derived from many, which takes about as much longer than few as there is more.

    Twice that is left for noise; were it quadratic, five times as many would take 25 times as long.
    """
    small, large = make(few), make(many)
    whole(make(10))  # tables are read
    least = min(seconds(lambda: unread(small)) for _ in range(2))
    derived = []
    assert seconds(lambda: derived.append(unread(large))) < 2 * (many / few) * least + 0.2
    return derived[0]


def namesakes(count):
    """As many people of one name, each in a text of his own, some with an office."""
    return [
        telling(
            f"n{n}",
            one("Jonas Vik", role="mayor" if n % 3 == 0 else "", body=f"Halden {n % 50}"),
            body(f"Works {n % 70}"),
            day=f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}",
        )
        for n in range(count)
    ]


def kin(count):
    """As many people of one surname, every fourth told by it alone."""
    syllables = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su")
    return [
        telling(
            f"k{n}",
            "Vik"
            if n % 4 == 0
            else f"{syllables[n % 10]}{syllables[n // 10 % 10]}{syllables[n // 100 % 10]}".title()
            + " Vik",
            body(f"Works {n % 70}"),
            day=f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}",
        )
        for n in range(count)
    ]


def spellings(count):
    """People whose names differ by how they are romanised, all in one block of sound."""
    given = ("Andrii", "Andriy", "Andrij", "Andrey", "A.")
    last = ("Sibiha", "Sybiha", "Sybyha", "Sibyha")
    return [
        telling(f"s{n}", f"{given[n % 5]} {last[n // 5 % 4]}", f"Vik {n % 90}")
        for n in range(count)
    ]


@pytest.mark.parametrize("make", [namesakes, kin, spellings])
def test_a_thousand_people_of_one_name_take_four_times_as_long_as_a_quarter_of_them(make):
    linear(make, 250, 1_000)


def test_a_thousand_people_in_one_article_are_a_thousand_actors():
    names = [x.entities[0].name for x in kin(1_300) if " " in x.entities[0].name]
    crowd = telling("crowd", *dict.fromkeys(names))
    assert len(whole([crowd]).actors) == len(set(names)) > 700


def copies(count):
    """One wire text in as many articles."""
    lines = (
        "The mayor of the old town came to the harbour at noon with two of her deputies.",
        said("Ann Lee", TRUCE),
        "Boats had waited outside of the bay since the first shots of the week were heard.",
        said(
            "Bob Ray",
            "nobody has asked the dockers about any of this",
            cue="replied",
            act="respond",
        ),
        "Nothing more was known about the talks when the last ferry left the northern pier.",
    )
    return [
        told(f"c{n}", f"Outlet {n}", f"2025-05-{n % 20 + 1:02}T{n % 24:02}:00:00Z", *lines)
        for n in range(count)
    ]


def slogans(count):
    """One man's slogan in as many articles that have nothing else in common."""
    return [
        told(
            f"s{n}",
            f"Outlet {n % 90}",
            f"20{10 + n % 15}-{n % 12 + 1:02}-{n % 28 + 1:02}",
            said("Ann Lee", TRUCE),
            f"Meeting {n} of body {n * 7} drew {n * 13} guests to hall {n * 3} on road {n * 11}.",
        )
        for n in range(count)
    ]


def test_thousands_of_copies_are_one_claim_of_one_origin_in_linear_time():
    derived = linear(copies, 400, 2_000)
    (group,) = derived.copy_groups
    assert len(group.articles) == 2_000
    assert sorted((len(c.statements), c.origins) for c in derived.claims) == [(2_000, 1)] * 2
    assert len(derived.links) < 5 * 4_000
    assert sum(len(reason) for reason in group.reasons) < 10_000


def test_thousands_of_repetitions_are_one_claim_in_linear_time():
    derived = linear(slogans, 400, 2_000)
    (claim,) = derived.claims
    assert len(claim.statements) == 2_000
    assert len(derived.links) < 5 * 2_000


def boilerplate(count):
    """Articles of which nothing is alike but their last lines."""
    return [
        told(
            f"b{n}",
            f"Outlet {n % 9}",
            f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}",
            said(f"Speaker Number{n}", f"item {n} of list {n * 17} was moved to shelf {n * 31}"),
            "Sign up for our letter and read what matters before your first coffee of the day.",
            "All rights are with the publisher and nothing may be used without a word from us.",
        )
        for n in range(count)
    ]


def test_lines_that_all_articles_end_with_make_no_copies_and_cost_no_more():
    assert not whole(boilerplate(300)).copy_groups
    linear(boilerplate, 400, 2_000)


def long_transcript(count):
    """One article with as many statements of two speakers."""
    lines = []
    for n in range(count):
        speaker = ("Ann Lee", "Bob Ray")[n % 2]
        content = TRUCE if n % 10 == 0 else f"item {n} of list {n % 37} goes to shelf {n * 31}"
        lines.append(
            said(
                speaker,
                content,
                act="respond" if n % 5 == 4 else "assert",
                answers=n - 1 if n % 5 == 4 else None,
            )
        )
    return [told("long", "Courier", "2025-05-01", *lines)]


def test_an_article_of_three_thousand_statements_takes_five_times_as_long_as_six_hundred():
    linear(long_transcript, 600, 3_000)


def test_one_article_may_tell_of_one_event_thousands_of_times():
    extraction = told("a", "Courier", "2025-05-01", "The port was hit. " * 3_000)
    places = range(0, 18 * 3_000, 18)
    occurrences = tuple(Occurrence(start=n + 13, end=n + 16, root="hit") for n in places)
    assert occurrences[0].start == extraction.article.text.index("hit")
    derived = whole([replace(extraction, occurrences=occurrences)])
    assert derived.happenings
    few = [replace(extraction, occurrences=occurrences[:600])]
    many = [replace(extraction, occurrences=occurrences)]
    assert seconds(lambda: resolve(many)) < 10 * seconds(lambda: resolve(few)) + 0.2


@pytest.mark.parametrize("letters", ["Vik ", "vik", "Ж", "'", "🌍", "É "])
def test_a_name_of_ten_thousand_characters_is_a_name(letters):
    def named(size):
        long = (letters * size)[:size].strip()
        return [
            told("a", "Courier", "2025-05-01", said(long, TRUCE)),
            told("b", "Mirror", "2025-05-02", said(long, TRUCE)),
            told("c", "Bugle", "2025-05-02", said(f"Jonas {long}", TRUCE)),
        ]

    assert len({len(actor.members) for actor in whole(named(10_000)).actors}) <= 2
    linear(named, 1_000, 10_000)


def test_a_body_of_a_thousand_words_and_a_person_of_a_thousand_aliases_cost_little():
    many = [
        telling(
            f"a{n}",
            body(" ".join(f"Part{k}" for k in range(1_000))),
            one("Jonas Vik", alias=tuple(f"Alias{k} Vik" for k in range(1_000))),
        )
        for n in range(20)
    ]
    few = [telling(f"a{n}", body("Part"), one("Jonas Vik")) for n in range(20)]
    whole(few)
    assert seconds(lambda: whole(many)) < 1_000 * seconds(lambda: whole(few))


def test_a_content_of_a_hundred_thousand_words_is_one_claim():
    long = " ".join(f"word{n % 997}" for n in range(100_000))
    extractions = [
        told(str(n), f"Outlet {n}", "2025-05-01", said("Ann Lee", long)) for n in range(3)
    ]
    assert len(whole(extractions).claims) == 1


@pytest.mark.parametrize("content", ["…", "—", "“”", "7", "the", "not", "\u200b", "🌍"])
def test_a_content_without_words_is_a_claim_of_its_own(content):
    extractions = [
        told(
            str(n),
            "Courier",
            f"2025-05-0{n + 1}",
            said("Ann Lee", content),
            said("Bob Ray", content),
        )
        for n in range(3)
    ]
    assert whole(extractions).claims


def test_articles_without_words_are_articles():
    empty = [told(str(n), "Courier", "", "") for n in range(5)] + [told("x", "", "")]
    assert {x.article.text for x in empty} == {""}
    assert not whole(empty).copy_groups
    assert not whole([]).actors


def test_statements_that_answer_one_another_in_a_circle_are_all_linked():
    told_ = told(
        "a", "Courier", "2025-05-01",
        said("Ann Lee", TRUCE),
        said("Bob Ray", "there will be no truce at all", act="respond", cue="replied"),
        said("Cid Moe", "both of them have been wrong for years", act="respond", cue="replied"),
    )  # fmt: skip
    first, second, third = told_.statements
    circle = replace(
        told_,
        statements=(
            replace(first, responds_to=third.id, parent=second.id),
            replace(second, responds_to=first.id, parent=third.id),
            replace(third, responds_to=second.id, parent=first.id),
        ),
    )
    derived = whole([circle])
    assert {(link.start, link.end) for link in derived.links if link.relation == "respondsTo"} <= {
        (first.iri, third.iri), (second.iri, first.iri), (third.iri, second.iri),
    }  # fmt: skip


def test_two_who_answer_each_other_on_one_day_are_not_answered_by_themselves():
    extractions = [
        told(
            str(n), outlet, "2025-05-01",
            said(speaker, f"what {other} says of the truce is wrong", act="respond", cue="replied", to=other, to_kind="person"),
        )
        for n, (outlet, speaker, other) in enumerate(
            [("Courier", "Ann Lee", "Bob Ray"), ("Mirror", "Bob Ray", "Ann Lee")] * 20
        )
    ]  # fmt: skip
    derived = whole(extractions)
    assert all(link.start != link.end for link in derived.links)
    assert len(derived.links) < 40 * 40


def decision(number, a, b, verdict):
    return Decision(id=str(number), a=a, b=b, verdict=verdict, at=f"2025-06-01T10:00:{number:02}Z")


@pytest.mark.parametrize("length", [3, 40])
@pytest.mark.parametrize("last", [True, False], ids=["parted last", "parted first"])
def test_of_contradictory_decisions_the_parting_holds_and_the_clash_is_told(length, last):
    named = [telling(str(n), f"Person{n} Of{n}") for n in range(length)]
    iris = [extraction.entities[0].iri for extraction in named]
    joins = [decision(n + 1, iris[n], iris[n + 1], "same") for n in range(length - 1)]
    parts = decision(50 if last else 0, iris[0], iris[-1], "different")
    decisions = [*joins, parts]
    (clash,) = clashes(decisions)
    assert clash.parting == parts
    assert list(clash.joining) == joins
    actor = {m: a.id for a in whole(named, decisions=decisions).actors for m in a.members}
    assert actor[iris[0]] != actor[iris[-1]]
    assert len(set(actor.values())) == 2


def test_a_decision_on_what_is_not_there_changes_nothing():
    extractions = copies(3)
    gone = [
        decision(1, "https://w3id.org/kgraph/entity/none", extractions[0].entities[0].iri, "same"),
        decision(2, "https://w3id.org/kgraph/actor/none", "https://w3id.org/kgraph/actor/no", "different"),
        decision(3, "https://w3id.org/kgraph/claim/none", extractions[0].statements[0].iri, "same"),
    ]  # fmt: skip
    assert whole(extractions, decisions=gone) == whole(extractions)


def test_decisions_on_a_thing_and_itself_and_on_things_of_two_kinds_do_no_harm():
    extractions = copies(2)
    iri = extractions[0].entities[0].iri
    odd = [
        decision(1, iri, iri, "different"),
        decision(2, iri, extractions[0].statements[0].iri, "same"),
        decision(3, extractions[0].article.iri, "no IRI at all", "same"),
    ]
    whole(extractions, decisions=odd)


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_broken_lines_of_a_gazetteer_are_refused_by_number_and_the_others_link(tmp_path, kind):
    broken = {
        "jsonl": ("{", "null", '"text"', '{"id": "Q1"}', '{"id": 7, "name": "Seven"}', "\x00", "[" * 9_000),
        "csv": (",no id,,,,", "Q1,,,,,", "Q2,Ship,,ship,,", "Q3,May,,,May,", "Q4,Much,,,,,,,,", "Q5"),
    }[kind]  # fmt: skip
    path = tmp_path / f"own.{kind}"
    good = [("Q900", "Jonas Vik"), ("Q901", "Petra Vik"), ("Q902", "Works 7")]
    lines, numbers = [], []
    if kind == "csv":
        lines.append("id,name,aliases,type,valid_from,valid_to")
    for n, wrong in enumerate(broken):
        id_, name = good[n % 3] if n < 3 else (f"own{n}", f"Own {n}")
        lines.append(
            json.dumps({"id": id_, "name": name}) if kind == "jsonl" else f"{id_},{name},,,,"
        )
        lines.append(wrong)
        numbers.append(len(lines))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    refused = []
    known = list(read_gazetteer(path, on_refused=refused.append))
    assert [r.where for r in refused] == [f"{path}, line {n}" for n in numbers]
    assert all(r.what and r.todo for r in refused)
    assert len(known) == len(broken)
    derived = whole([telling("a", "Jonas Vik", body("Works 7"))], known=known)
    assert {a.name: a.wikidata for a in derived.actors} == {"Jonas Vik": "Q900", "Works 7": "Q902"}


ODD_DAYS = (
    "", "9999-12-31", "9999-12-31T23:59:59-14:00", "0001-01-01", "0001-01-01T00:00:00+14:00",
    "2025-02-30", "0000-00-00", "99999-01-01", "-0044-03-15", "2025-W19", "spring 2025", "2025-05",
    "2025", "20250508", "\u0662\u0660\u0662\u0665-05-01",
)  # fmt: skip


@pytest.mark.parametrize("day", ODD_DAYS)
def test_a_date_of_any_year_or_of_none_is_no_fault(day):
    lines = (
        said("Ann Lee", TRUCE, event=("the truce", day, day) if day else None, day=day),
        said(
            "Bob Ray",
            "there is no such truce in the old harbour",
            act="deny",
            cue="denied",
            day=day,
        ),
        said("Cid Moe", "we will answer", act="respond", cue="replied", to="Ann Lee", day=day),
    )
    extractions = [
        told(f"{n}{other}", f"Outlet {n}", published, *lines)
        for n, published in enumerate((day, "2025-05-01"))
        for other in (0, 1)
    ]
    derived = whole(extractions)
    assert len([c for c in derived.claims if len(c.statements) == 4]) >= 1


def test_dates_of_all_kinds_go_together_and_through_the_store():
    extractions = [
        told(
            str(n),
            f"Outlet {n}",
            day,
            said("Ann Lee", TRUCE, day=day),
            said("Bob Ray", "no", act="deny"),
        )
        for n, day in enumerate(ODD_DAYS)
    ]
    derived = whole(extractions)
    assert max(len(claim.statements) for claim in derived.claims) == len(ODD_DAYS)

    class Reader:
        name, version, languages = "reader", "1", frozenset({"en"})

        def extract(self, article):
            return next(x for x in extractions if x.article.id == article.id)

    with MemoryStore() as store:
        articles = [x.article for x in extractions]
        list(pipeline.ingest(store, articles, Reader(), on_refused=pytest.fail))
        pipeline.refresh(store)
        made = store.query("SELECT (COUNT(*) AS ?n) WHERE { ?s kg:makesClaim ?c }")
        assert [int(row["n"].value) for row in made] == [
            sum(len(x.statements) for x in extractions)
        ]


def test_undated_articles_are_resolved_as_dated_ones_are():
    def news(*days):
        return [
            told(
                str(n),
                f"Outlet {n}",
                day,
                said("Ann Lee", TRUCE),
                f"Word{n} stands in no other text.",
            )
            for n, day in enumerate(days)
        ]

    (undated,) = whole(news("", "", "")).claims
    (dated,) = whole(news("2025-05-01", "2025-05-02", "2025-05-03")).claims
    assert (undated.origins, undated.headline) == (dated.origins, dated.headline)
    assert undated.published == ""


@pytest.mark.parametrize("act", ["respond", "deny", "reject", "confirm", "accept"])
def test_nothing_answers_what_was_said_after_it(act):
    claim = told(
        "claim", "Courier", "2025-05-09T08:00:00Z", said("Ann Lee", TRUCE, day="2025-05-09")
    )
    answer = told(
        "answer", "Mirror", "2025-05-01T08:00:00Z",
        said("Bob Ray", TRUCE, act=act, cue="replied", to="Ann Lee", to_kind="person", day="2025-05-01"),
    )  # fmt: skip
    derived = whole([claim, answer])
    backwards = {"respondsTo", "denies", "rejects", "confirms", "accepts", "supports", "updates"}
    assert not [
        link
        for link in derived.links
        if link.relation in backwards and link.start == answer.statements[0].iri
    ]


def test_what_an_article_answers_in_its_own_words_it_answers_whatever_the_dates():
    extraction = told(
        "a", "Courier", "2025-05-01",
        said("Ann Lee", TRUCE, day="2025-05-09"),
        said("Bob Ray", "no", act="respond", cue="replied", day="2025-04-01", answers=0),
    )  # fmt: skip
    links = [link for link in whole([extraction]).links if link.relation == "respondsTo"]
    evidence = extraction.statements[1].responds_to == extraction.statements[0].id
    assert evidence
    assert all(link.end == extraction.statements[0].iri for link in links)


@pytest.mark.parametrize("text", ["n't", "N‘T", "They did n't wait.", "n't n't", "’s n’t"])
def test_a_negation_that_stands_apart_from_its_verb_is_one(text):
    """As in corpora that were cut into tokens."""
    assert "" not in words(text)
    assert "" not in [word for word, _, _ in placed_words(text)]
    assert words("they did n't wait") == words("they didn't wait")
    assert resolve([told("a", "Mirror", "2025-05-01", text)]).claims == ()
