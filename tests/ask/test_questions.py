"""The twelve questions, each with an answer and without one."""

import re

import pyoxigraph
import pytest

from kgraph import vocab
from kgraph.ask import QUESTIONS, ask, fill
from kgraph.ask.questions import parse
from kgraph.errors import CallError
from kgraph.store import MemoryStore
from tests.ask.week import ARTICLES, CALL, NEW, OLD, PAUSE, fill_store
from tests.stories import said, told

WORDS = (
    "said", "first", "anonymous", "origins", "unattributed", "answers", "position", "disagree",
    "fallout", "only-through", "new", "pending",
)  # fmt: skip
PROOF = {"quote", "sentence", "outlet", "date", "link", "article", "statement"}


def rows(store, name, columns, **parameters):
    answer = ask(store, name, **parameters)
    found = zip(*(answer.column(column) for column in columns.split()), strict=True)
    return [tuple(None if term is None else term.value for term in row) for row in found]


def link(key):
    return ARTICLES[key].article.url


PAUSE_WORDS = PAUSE.content
CASES = [
    (
        "said", {"speaker": "Ilieva", "topic": "dredging", "from_": "2025-05-05", "to": "2025-05"},
        "speaker act quote sentence outlet date link",
        [
            ("Ana Ilieva", "announce", PAUSE_WORDS, PAUSE.sentence, "Norvia", "2025-05-05", link("wire")),
            ("Ana Ilieva", "announce", PAUSE_WORDS, PAUSE.sentence, "Post", "2025-05-05", link("copy")),
        ],
        {"speaker": "Ilieva", "topic": "dredging", "from": "2025-05-06"},
    ),
    (
        "first", {"claim": "pause dredging"},
        "speaker quote headline origins outlet link",
        [("Ana Ilieva", PAUSE_WORDS, PAUSE_WORDS, "1", "Norvia", link("wire"))],
        {"claim": "pause whales"},
    ),
    (
        "anonymous", {"topic": "basin"},
        "speaker quote outlets outlet date link",
        [
            (
                "a senior official", "the harbour office hid two reports on the basin", "1",
                "Ledger", "2025-05-06", link("leak"),
            )
        ],
        {"topic": "whales"},
    ),
    (
        "origins", {"claim": "“pause of the dredging”"},
        "origins quote copyOf outlet link",
        [
            ("1", PAUSE_WORDS, None, "Norvia", link("wire")),
            ("1", PAUSE_WORDS, "Norvia", "Post", link("copy")),
        ],
        {"claim": "whales"},
    ),
    (
        "unattributed", {"claim": "strike ships", "outlet": "Gazette"},
        "lost quote outlet date link firstSpeaker firstOutlet firstDate firstLink",
        [
            (
                "the attribution: in the outlet's own voice",
                "The strike has stopped 40 ships outside the port", "Gazette", "2025-05-09",
                link("voice"), "Vera Dimova", "Mirror", "2025-05-07", link("count"),
            )
        ],
        {"claim": "strike ships", "outlet": "Post"},
    ),
    (
        "answers", {"claim": "pause dredging"},
        "answer silent speaker act days outlet link announcer announced",
        [
            ("answered", None, "Dobri Stanev", "reject", "1", "Mirror", link("reply"), "Ana Ilieva", "2025-05-05"),
            ("silent", "Dockers' Union", "Ana Ilieva", "call-on", None, "Norvia", link("wire"), "Ana Ilieva", "2025-05-05"),
            ("silent", "Dockers' Union", "Ana Ilieva", "call-on", None, "Post", link("copy"), "Ana Ilieva", "2025-05-05"),
        ],
        {"claim": "wage offer"},
    ),
    (
        "position", {"speaker": "Dimova", "topic": "wage offer"},
        "date act quote changed earlierAct earlierQuote earlierDate earlierOutlet link earlierLink",
        [
            ("2025-05-06", "reject", "the wage offer", *[None] * 5, link("before"), None),
            (
                "2025-05-09", "accept", "the wage offer", "yes", "reject", "the wage offer",
                "2025-05-06", "Mirror", link("after"), link("before"),
            ),
        ],
        {"speaker": "Dimova", "topic": "whales"},
    ),
    (
        "disagree", {"topic": "ships"},
        "speaker quote otherSpeaker otherQuote how reason outlet otherOutlet link otherLink",
        [
            (
                "Boyan Petkov", "the strike has stopped 12 ships outside the port",
                "Vera Dimova", "the strike has stopped 40 ships outside the port", "contradicts",
                "same words but 40 against 12; said on different days", "Post", "Mirror",
                link("other-count"), link("count"),
            )
        ],
        {"topic": "ships", "speaker": "Ilieva"},
    ),
    (
        "fallout", {},
        "event quote correction outlet date link",
        [
            ("corrected", "the ministers had accepted the invitation", "Talks set for 14 May", "Ledger", "2025-05-06", OLD.article.url),
            ("corrected", "the talks will be held in Burgas on 12 May", "Talks set for 14 May", "Ledger", "2025-05-06", OLD.article.url),
        ],
        {"article": "reply-that-never-was"},
    ),
    (
        "only-through", {"outlet": "the norvia"},
        "quote carriers outlet link",
        [
            (PAUSE_WORDS, "Norvia, Post", "Norvia", link("wire")),
            (CALL.content, "Norvia, Post", "Norvia", link("wire")),
        ],
        {"outlet": "Norvia", "topic": "whales"},
    ),
    (
        "new", {"since": "2025-05-09", "watch": "Stanev, wage  offer"},
        "watched speaker quote date link",
        [
            ("stanev", "Dobri Stanev", "to block the bridge if the barges return", "2025-05-09", link("threat")),
            ("wage offer", "Vera Dimova", "the wage offer", "2025-05-09", link("after")),
        ],
        {"since": "2025-05-10"},
    ),
    (
        "pending", {"today": "2025-05-10"},
        "state due speaker act quote condition link",
        [
            ("open", None, "Dobri Stanev", "threaten", "to block the bridge if the barges return", "if the barges return", link("threat")),
            ("pending", "2025-05-10", "Boyan Petkov", "promise", "new pumps by 10 May", None, link("threat")),
            ("pending", "2025-05-11", "Ana Ilieva", "announce", PAUSE_WORDS, None, link("wire")),
            ("pending", "2025-05-11", "Ana Ilieva", "announce", PAUSE_WORDS, None, link("copy")),
        ],
        {"topic": "whales"},
    ),
]  # fmt: skip


def by_rest(found):
    """Rows without regard to which of two copies comes first: their IRIs decide that."""
    return sorted(found, key=repr)


@pytest.mark.parametrize(("name", "given", "columns", "expected", "_"), CASES, ids=WORDS)
def test_a_question_is_answered_with_what_it_rests_on(store, name, given, columns, expected, _):
    assert by_rest(rows(store, name, columns, **given)) == by_rest(expected)


@pytest.mark.parametrize(("name", "given", "columns", "expected", "none"), CASES, ids=WORDS)
def test_a_question_can_have_no_answer(store, name, given, columns, expected, none):
    assert not ask(store, name, **none).rows


def test_there_are_the_twelve_questions_in_their_order():
    assert tuple(QUESTIONS) == WORDS
    assert [case[0] for case in CASES] == list(WORDS)


@pytest.mark.parametrize("name", WORDS)
def test_a_question_is_valid_by_itself_and_leads_back_to_the_words(name):
    question = QUESTIONS[name]
    solutions = pyoxigraph.Store().query(question.sparql)
    assert {variable.value for variable in solutions.variables} >= PROOF
    assert question.title.endswith("?")
    assert question.about.endswith(".")
    assert question.usage.startswith(f"kgraph ask {name}")
    for parameter in question.parameters:
        assert parameter.help.endswith(".")


@pytest.mark.parametrize("name", WORDS)
def test_every_parameter_of_a_question_is_used(name):
    question = QUESTIONS[name]
    values = {"date": "2025-05-01"}
    needed = {p.name: values.get(p.kind, "whales") for p in question.parameters if p.required}
    without = fill(question, **needed)
    for parameter in question.parameters:
        given = {**needed, parameter.name: values.get(parameter.kind, "dolphins")}
        if parameter.kind != "date" or not parameter.required:
            assert fill(question, **given) != without


@pytest.mark.parametrize("name", WORDS)
def test_words_of_users_never_become_sparql(store, name):
    hostile = (
        'x" } } DROP ALL #', 'x\\" } #', "x'} # parameters", "?given_speaker UNDEF", "whales\\",
        "VALUES ?word { UNDEF } # words of topic", "x\n}\x00{", "<http://a> <http://b>", "x\udcff",
        "VALUES (?given_claim) { (UNDEF) } # parameters", "\\u0022 } #", "\u2028x", "{x}" * 50,
    )  # fmt: skip
    question = QUESTIONS[name]
    for words in hostile:
        given = {p.name: "2025-05-05" if p.kind == "date" else words for p in question.parameters}
        assert not ask(store, name, **given).rows
    assert ask(store, "first", claim="pause").rows


def test_a_hostile_name_is_found_as_it_is():
    speaker = 'Ann "} #\\ Lee'
    with MemoryStore() as store:
        fill_store(store, {"a": told("a", "Courier", "2025-05-01", said(speaker, "it rained"))})
        assert [row[0] for row in rows(store, "said", "speaker", speaker=speaker)] == [speaker]


@pytest.mark.parametrize(
    ("name", "given", "line"),
    [
        ("sayd", {}, "sayd: no question has that name; ask one of said, first, anonymous, "),
        ("said", {"claim": "x"}, "--claim: question 'said' has no such parameter; call it as kgraph ask said "),
        ("first", {}, "--claim: question 'first' needs it; call it as kgraph ask first --claim WORDS"),
        ("first", {"claim": " "}, "--claim: question 'first' needs it; "),
        ("first", {"claim": "..."}, "--claim ...: there is no word in it; give names or words"),
        ("said", {"from": "soon"}, "--from soon: no such date; give a day, month or year, as 2025-05-08"),
        ("said", {"to": "2025-02-30"}, "--to 2025-02-30: no such date; "),
        ("new", {"since": "2025-05-08T10:00"}, "--since 2025-05-08T10:00: no such date; "),
    ],
)  # fmt: skip
def test_a_call_that_is_off_says_how_to_call(store, name, given, line):
    with pytest.raises(CallError) as caught:
        ask(store, name, **given)
    assert str(caught.value).startswith(line)


@pytest.mark.parametrize(
    ("speaker", "found"),
    [
        ("Ana Ilieva", True), ("ana ilieva", True), ("Ilieva", True), ("ILIEVA", True),
        ("Ilie", False), ("Anna Ilieva", False), ("Ana", True),
    ],
)  # fmt: skip
def test_a_speaker_is_found_by_whole_words_of_a_name(store, speaker, found):
    assert bool(ask(store, "said", speaker=speaker).rows) is found


def test_a_speaker_is_found_by_another_name_of_the_article():
    with MemoryStore() as store:
        fill_store(
            store, {"a": told("a", "C", "2025-05-01", said("Ann Lee", "it rained", alias="Annie"))}
        )
        assert ask(store, "said", speaker="annie").rows


@pytest.mark.parametrize(
    "value", ["wire", ARTICLES["wire"].article.id, ARTICLES["wire"].article.iri]
)
def test_fallout_tells_what_would_fall_with_an_article_and_its_copies(store, value):
    found = rows(store, "fallout", "event quote", article=value)
    assert by_rest(found) == [
        ("if withdrawn", PAUSE_WORDS), ("if withdrawn", CALL.content),
    ]  # fmt: skip


def test_a_copy_that_falls_takes_nothing_with_it(store):
    assert not ask(store, "fallout", article="copy").rows


def test_fallout_of_a_corrected_article_tells_both_what_fell_and_what_would(store):
    found = rows(store, "fallout", "event quote", article=NEW.article.iri)
    assert {event for event, _ in found} == {"corrected", "if withdrawn"}


@pytest.mark.parametrize("value", ["2025", "2025-05", "2025-05-05"])
def test_a_vague_last_day_means_all_of_it(store, value):
    assert ask(store, "said", topic="pause", to=value).rows


def test_deadlines_are_held_against_the_newest_article_where_no_day_is_given(store):
    found = dict(rows(store, "pending", "due state"))
    assert found["2025-05-10"] == found["2025-05-11"] == "pending"
    found = dict(rows(store, "pending", "due state", today="2025-05-11"))
    assert (found["2025-05-10"], found["2025-05-11"]) == ("past", "pending")


def test_a_claim_can_be_named_by_its_iri(store):
    (claim,) = set(ask(store, "first", claim="pause dredging").column("claim"))
    assert len(ask(store, "origins", claim=claim.value).rows) == 2


def test_who_holds_an_office_of_the_one_addressed_has_answered():
    call = said(
        "Ann Lee",
        "to open the gates",
        cue="urged",
        act="call-on",
        to="Harbour Office",
        event=("gates", "2025-05-02", ""),
    )
    answer = said(
        "Bob Ray", "the gates stay shut", cue="replied that", act="respond", to="Ann Lee",
        to_kind="person", role="head of the Harbour Office",
    )  # fmt: skip
    one = told("a", "C", "2025-05-01", call)
    for line, silent in ((answer, []), (said("Bob Ray", "it rained"), ["Harbour Office"])):
        with MemoryStore() as store:
            fill_store(store, {"a": one, "b": told("b", "D", "2025-05-02", line)})
            found = rows(store, "answers", "answer silent", claim="open gates")
            assert [name for kind, name in found if kind == "silent"] == silent


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("SELECT * {}", "needs one title"),
        ("# title: A?\n# aboot: b\n", "no header"),
        ("# title: A?\n# about: b.\n# param: x name maybe Help.\n", "param must be"),
        ("# title: A?\n# about: b.\n# param: x shoe optional Help.\n", "param must be"),
    ],
)
def test_a_question_without_its_headers_is_refused(text, fault):
    with pytest.raises(ValueError, match=fault):
        parse("mine", text)


def test_questions_name_acts_of_the_scheme():
    scheme = vocab.ontology_file("acts.ttl").read_text(encoding="utf-8")
    named = set()
    for question in QUESTIONS.values():
        named |= set(re.findall(r"\bact:([a-z-]+)", question.sparql))
        for listed in re.findall(r"IN \(([^()]*)\)", question.sparql):
            named |= set(re.findall(r'"([a-z-]+)"', listed))
    named -= {"reporters", "journalists", "media", "anonymous", "none"}
    named -= {"planned", "demanded", "conditional"}  # modalities
    assert named
    assert [act for act in sorted(named) if f"\nact:{act} " not in scheme] == []


def test_questions_know_no_terms_but_those_of_the_vocabulary():
    for question in QUESTIONS.values():
        for line in question.sparql.splitlines():
            if line.startswith("PREFIX"):
                _, prefix, iri = line.split()
                assert vocab.PREFIXES[prefix.rstrip(":")] == iri.strip("<>")
