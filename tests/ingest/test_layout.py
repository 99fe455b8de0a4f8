"""Which blocks a text has, and of what kind each is."""

import pytest

from kgraph.ingest.header import read_header
from kgraph.ingest.headings import is_heading
from kgraph.ingest.layout import laid_out, paragraphs
from kgraph.ingest.signs import sign


def kinds(text, title=""):
    return [(p.kind, text[p.start : p.end]) for p in paragraphs(text, title)]


BODY = "The ferry will sail again on Friday, the harbour master said."

DATED = f"""\
 date 2025-04-28 Ferry Crews Return to Kelp Bay – Harbour Office

Ferry Crews Come Back to Work in Kelp Bay

{BODY}

Photo: https://example.org/wiki/File:Паром.jpg by Nora Quill Kelp Bay Gull

“The boats are ready,” she explained.

Crews Relieved, but Owners Wait

The owners have not yet answered, said Tom Reed of the crews' union.

12

Share this article
"""


def test_the_parts_of_a_dated_text_are_told_apart():
    assert [kind for kind, _ in kinds(DATED)] == [
        "header", "header", "text", "credit", "text", "heading", "text", "boilerplate", "boilerplate",
    ]  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \t\n"])
def test_blank_lines_and_single_newlines_part_blocks_alike(newline):
    lines = [line for line in DATED.split("\n") if line.strip()]
    assert [kind for kind, _ in kinds(newline.join(lines))] == [kind for kind, _ in kinds(DATED)]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Ferry crews return.", "Ferry crews return"),
        ("FERRY CREWS RETURN", "Ferry crews return"),
        ("‘Ferry’ crews return", "'Ferry' crews return"),
        ("Ferry crews return;", "Ferry crews return; Owners stay silent"),
    ],
)
def test_the_line_that_repeats_the_title_is_header(first, title):
    assert kinds(f"{first}\n\n{BODY}", title)[0] == ("header", first)


def test_a_title_over_two_lines_is_header_in_both():
    text = f"Ferry crews return; \nOwners stay silent as talks go on.\n\n{BODY}"
    found = kinds(text, "Ferry crews return; Owners stay silent as talks go on")
    assert [kind for kind, _ in found] == ["header", "header", "text"]


@pytest.mark.parametrize(
    "line",
    [
        "By Nora Quill",
        "By NORA QUILL and Tom Reed",
        "By Nora Quill, Kelp Bay Correspondent",
        "April 28, 2025",
        "Monday, 28 April 2025 14:05 BST",
        "Published: 28 April 2025",
        "Last updated on April 28, 2025 at 3:45 p.m.",
        "Updated 2 hours ago",
    ],
)
def test_bylines_and_date_lines_under_a_title_are_header(line):
    assert kinds(f"Ferry crews return\n\n{line}\n\n{BODY}")[1] == ("header", line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date 2025-04-28\n\nFerry crews return\n\n" + BODY, ("Ferry crews return", "2025-04-28")),
        ("date 2025-04-28 Title Ferry crews return\n" + BODY, ("Ferry crews return", "2025-04-28")),
        ("date 2025-04-28 Title IX and the boats\n" + BODY, ("Title IX and the boats", "2025-04-28")),
        ("Date: 2025-04-28T10:00:00Z\nTitle: Crews\n\n" + BODY, ("Crews", "2025-04-28T10:00:00Z")),
        ("Ferry crews return\nApril 28, 2025\n" + BODY, ("Ferry crews return", "2025-04-28")),
        ("Ferry crews return\nPublished on 28th April 2025\n" + BODY, ("Ferry crews return", "2025-04-28")),
        ("Ferry crews return\n\n" + BODY, ("Ferry crews return", "")),
        (BODY + "\n\n" + BODY, ("", "")),
        ("Date night on the ferry was long.\n\n" + BODY, ("", "")),
        ("Source: the crews say nothing.\n\n" + BODY, ("", "")),
        ("MAYOR: The boats sail\nREPORTER: When?\n" + BODY, ("", "")),
        ("But the boats never sailed\n" + BODY, ("", "")),
        ("“We sail at dawn.”\n" + BODY, ("", "")),
        ("Ferry crews return", ("", "")),
    ],
)  # fmt: skip
def test_title_and_date_are_read_from_the_lines_above_the_body(text, expected):
    header, found = laid_out(text)
    assert (header.title, header.published) == expected
    assert found[-1].kind == "text"


def test_labelled_lines_are_read_and_are_header():
    text = (
        "Title: Ferry crews return\nOutlet: The Kelp Bay Gull\nAuthor: Nora Quill\n"
        "Date: 2025-04-28\nURL: https://gull.example/ferry\nUpdated: 2025-04-29\n"
        f"Section: World\nLanguage: en\n\n{BODY}"
    )
    header, found = laid_out(text)
    assert [p.kind for p in found] == ["header"] * 8 + ["text"]
    assert (header.title, header.outlet, header.author, header.url) == (
        "Ferry crews return", "The Kelp Bay Gull", "Nora Quill", "https://gull.example/ferry",
    )  # fmt: skip
    assert (header.published, header.modified, header.language) == (
        "2025-04-28",
        "2025-04-29",
        "en",
    )


def test_an_article_on_one_line_behind_its_date_stays_text():
    text = "date 2025-04-28 Ferry Crews Return " + BODY * 5
    header, found = laid_out(text)
    assert header.published == "2025-04-28"
    assert [p.kind for p in found] == ["text"]


def test_a_text_that_would_be_all_header_is_text():
    assert read_header("Title: Crews", [(0, 12)]).spans == ()
    assert kinds("Title: Crews") == [("text", "Title: Crews")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: Nora Quill / The Gull", "credit"),
        ("Image credit: Kelp Bay archive", "credit"),
        ("PHOTO BY NORA QUILL", "credit"),
        ("Photo courtesy of Nora Quill.", "credit"),
        ("Nora Quill/Getty Images", "credit"),
        ("Nora Quill via Getty Images.", "credit"),
        ("Reuters", "credit"),
        ("(Reporting by Nora Quill; Editing by Tom Reed)", "credit"),
        ("Additional reporting by Nora Quill in Kelp Bay", "credit"),
        ("Tom Reed contributed to this report.", "credit"),
        ("FILE – The ferry leaves Kelp Bay on a Sunday in March.", "caption"),
        ("The ferry in Kelp Bay on Sunday. (AP Photo/Nora Quill)", "caption"),
        ("The ferry in Kelp Bay on Sunday. Nora Quill/AFP via Getty Images", "credit"),
        ("A crew member waves from the ferry. (Photo by Nora Quill/Getty Images)", "caption"),
        ("Share this article", "boilerplate"),
        ("Read more: Why the ferry stopped", "boilerplate"),
        ("Read the rest here.", "boilerplate"),
        ("Follow us on Telegram", "boilerplate"),
        ("Follow Nora Quill on Twitter @noraquill", "boilerplate"),
        ("Sign up for our newsletter", "boilerplate"),
        ("Click here to see the timetable", "boilerplate"),
        ("© 2025 The Kelp Bay Gull. All rights reserved.", "boilerplate"),
        ("Copyright 2025 The Kelp Bay Gull", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("https://gull.example/ferry", "boilerplate"),
        ("* * *", "boilerplate"),
        ("3", "boilerplate"),
        ("padding-top: 20px;", "boilerplate"),
    ],
)
def test_a_line_of_the_page_is_told_by_its_sign(line, kind):
    found = sign(line)
    # Where a caption ends in an agency's name, either kind sets it aside.
    assert found == kind or {found, kind} == {"caption", "credit"}


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "Share prices fell, the harbour office said.",
        "Read more books, the mayor told the children.",
        "Reuters reported that the ferry had sailed.",
        "AP journalists saw the ferry leave on Sunday.",
        "“Photo: that is all they want,” he said.",
        "The photo by Nora Quill shows the ferry, the mayor said.",
        "Follow the money, he said.",
        "Click bait is what the mayor called it.",
        "MAYOR: The boats sail at dawn.",
        "Reed continued:",
        "- The ferry sails at dawn",
        "Credit markets froze after the announcement, the bank said.",
        "Related parties were told to leave, the captain added.",
        "The copyright claim was rejected, she said.",
    ],
)
def test_a_sentence_of_the_report_has_no_sign(line):
    assert sign(line) is None
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}")[1] == ("text", line)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Crews Relieved, but Owners Wait", True),
        ("CREWS RELIEVED", True),
        ("Harbour Master Says Talks Continue", True),
        ("What the crews earn", True),
        ("Reaction", True),
        ("She wants the ferry back", False),
        ("The mayor says no", False),
        ("MAYOR: The boats sail", False),
        ("Reed continued:", False),
        ("“We Sail at Dawn”", False),
        ("The ferry leaves the harbour at dawn and comes back in the evening", False),
        ("The Ferry Leaves.", False),
        ("1. First boat", False),
        ("", False),
    ],
)
def test_a_heading_is_told_from_a_sentence(line, heading):
    assert is_heading(line) is heading


def test_a_heading_stands_above_a_paragraph():
    assert kinds(f"{BODY}\n\nWhat Comes Next\n\n{BODY}")[1][0] == "heading"
    assert kinds(f"{BODY}\n\nWhat Comes Next")[1][0] == "text"
    assert kinds(f"{BODY}\n\nNora Quill\n\nTom Reed\n\n")[1][0] == "text"


COLUMN = """\
The ferry will sail again on Friday, the harbour
master said, after the crews had accepted the new
pay offer that the owners made in the night.

“The boats are ready,” said Nora Quill, who runs
the harbour office. “We have waited for this day
since the spring, and so have the islanders.”
"""


def test_lines_that_only_the_width_of_a_column_parts_are_one_block():
    found = kinds(COLUMN)
    assert len(found) == 2
    assert found[0][1].startswith("The ferry")
    assert found[0][1].endswith("in the night.")


def test_short_lines_that_are_whole_sentences_stay_apart():
    text = "MAYOR: We sail at dawn.\nREPORTER: With whom?\nMAYOR: With everyone who is paid.\n"
    assert len(kinds(text)) == 3


def test_a_long_text_is_laid_out_in_linear_time():
    text = "The ferry sails at dawn and the crews have gone home\nby now because of it. " * 9_000
    assert paragraphs(text)
    assert paragraphs("Aa " * 300_000)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("April 28, 2025", "2025-04-28"),
        ("February 31, 2025", ""),
        ("28 April 2025 at 12: 19 PM", ""),
    ],
)
def test_a_bare_date_line_that_is_not_understood_is_header_without_a_date(line, published):
    header, found = laid_out(f"Ferry crews return\n{line}\n{BODY}")
    assert header.published == published
    assert [p.kind for p in found] == ["header", "header", "text"]


def test_a_name_in_capitals_with_a_hyphen_is_no_dateline():
    text = "ADEYEMI-COLE: Thank you for coming to the hearing this morning."
    assert [(p.start, p.kind) for p in paragraphs(text)] == [(0, "text")]
