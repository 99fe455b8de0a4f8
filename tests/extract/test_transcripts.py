"""Transcripts, signatures and quotations without a cue: what only the layout attributes."""

import pytest

from kgraph.extract.language import parse
from kgraph.extract.rules import find_attributions
from kgraph.ingest import article as make

HEARING = (
    "The committee met on Tuesday.\n\n"
    "ADEYEMI-COLE: Thank you for coming. Who signed the order?\n\n"
    "LUND: My deputy. The auditor said it was lawful.\n\n"
    "(LAUGHTER)\n\n"
    "Nobody told me before June.\n\n"
    "ADEYEMI-COLE: That will be all.\n\n"
    "The hearing lasted an hour."
)
INQUIRY = "Q. You saw the ship?\n\nA. I saw its lights.\n\nQ. When?\n\nA. Before dawn."
QUOTED = '"LUND: We were late.\n\n"ADEYEMI: By a year.\n\n"LUND: By eleven months."'
LETTERS = (
    "Readers wrote to us about the ferry to Rona last week.\n\n"
    "“The ferry is a lifeline.” ― Moira Kerr\u00a0\n\n“Scrap it, and we all leave.” — Ian Watt\n\n"
    "Nobody asked us. — Priya N. (@priyan) June 2, 2026\n\n"
    "The ferry sails twice a day."
)


@pytest.fixture(scope="module")
def read(nlp):
    def _read(text):
        article = make(key="a", text=text)
        found = find_attributions(parse(article, nlp), article)
        return [
            (article.quote(a.source), article.quote(a.cue), article.quote(a.content)) for a in found
        ]

    return _read


def test_a_turn_runs_to_the_next_label(read):
    found = read(HEARING)
    assert ("ADEYEMI-COLE", ":", "Thank you for coming. Who signed the order?") in found
    assert (
        "LUND", ":", "My deputy. The auditor said it was lawful. … Nobody told me before June.",
    ) in found  # fmt: skip
    assert ("ADEYEMI-COLE", ":", "That will be all.") in found


def test_what_a_speaker_reports_stands_inside_his_turn(read):
    assert ("The auditor", "said", "it was lawful") in read(HEARING)


def test_what_follows_the_last_turn_is_nobodys(read):
    assert not any("lasted" in content for _, _, content in read(HEARING))


def test_questions_and_answers_are_turns(read):
    assert read(INQUIRY) == [
        ("Q", ".", "You saw the ship?"),
        ("A", ".", "I saw its lights."),
        ("Q", ".", "When?"),
        ("A", ".", "Before dawn."),
    ]


def test_a_quotation_mark_before_a_label_is_no_word_of_his(read):
    assert read(QUOTED) == [
        ("LUND", ":", "We were late."),
        ("ADEYEMI", ":", "By a year."),
        ("LUND", ":", "By eleven months."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "WATCH: The bridge opens.\n\nMORE: How it was built.\n\nMORE: What it cost.",
        "Breakfast: eggs and tea.\n\nLunch: soup.\n\nDinner: fish and rice.",
    ],
)
def test_labels_that_name_nobody_twice_make_no_transcript(read, text):
    assert not [
        source for source, _, content in read(text) if "fish" in content or "built" in content
    ]


def test_a_signature_names_who_wrote_what_stands_before_it(read):
    assert [found for found in read(LETTERS) if not found[1].isalpha()][-3:] == [
        ("Moira Kerr", "―", "“The ferry is a lifeline.”"),
        ("Ian Watt", "—", "“Scrap it, and we all leave.”"),
        ("Priya N.", "—", "Nobody asked us."),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("What kept her awake up there?\n\n“Bread.”", "“Bread.”"),
        ("He laughs. “It was raining, so I ran.” Then he is gone.", "“It was raining, so I ran.”"),
        ("‘Nobody has asked me that before, to be honest.’", "‘Nobody has asked me that before, to be honest.’"),
    ],
)  # fmt: skip
def test_a_quoted_sentence_without_a_cue_is_a_statement_of_its_own(read, text, content):
    assert ("", "", content) in [(s, c, q) for s, c, q in read(text) if q == content]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “safe zone” was shelled.",
        "They sang “Bella Ciao.” on the square.",
        "He read “War and Peace” twice.",
    ],
)
def test_a_quoted_phrase_is_not(read, text):
    assert not [found for found in read(text) if not found[1]]


DIALOGUES = [
    ("“The dog is called Trevor,” Ann Reid said. Her rescuer corrects her. “Trevor is the dentist.”", "“Trevor is the dentist.”"),
    ("Counsel asked him: “Did you tell her?” “I did not.”", "“I did not.”"),
    ("“We stopped running,” Reid said. The manager laughed out loud. “You never began.”", "“You never began.”"),
    ("“We stopped running,” Reid said. “All of us.”\n\n“You never even began.”\n\nHe laughed.", "“You never even began.”"),
]  # fmt: skip
SPEECHES = [
    "“We stopped running,” Ann Reid said. “It was as simple as that.”",
    "“We stopped running,” Ann Reid said. She paused. “It was as simple as that.”",
    "“We stopped running,” Ann Reid said on Monday at the club's ground. “It was simple.”",
]


@pytest.mark.parametrize(("text", "content"), DIALOGUES)
def test_in_a_dialogue_the_next_words_are_a_statement_of_their_own(read, text, content):
    assert ("", "", content) in read(text)


@pytest.mark.parametrize("text", SPEECHES)
def test_a_speaker_goes_on_behind_the_words_that_report_him(read, text):
    assert len(read(text)) == 1


def test_words_that_run_over_paragraphs_are_one_statement(read):
    text = "Then he sat down.\n\n“I had offers. I stayed.\n\n“My wife said nothing.\n\n“So that was that.”"
    assert (
        "",
        "",
        "“I had offers. I stayed. … “My wife said nothing. … “So that was that.”",
    ) in read(text)
