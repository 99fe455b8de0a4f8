"""Who an article speaks of, and by which titles."""

import pytest

from kgraph.extract.entities import read_cast
from kgraph.extract.language import parse, with_blocks
from kgraph.model import Article, Paragraph


def entities_of(nlp, text, **fields):
    article = with_blocks(Article(key="k", text=text, **fields))
    return article, read_cast(parse(article, nlp), article).entities()


ROLES = {
    "before the name": (
        "Kremlin spokesman Dmitry Peskov left.",
        "Dmitry Peskov", "Kremlin spokesman", "Kremlin",
    ),
    "before the name, of a people": (
        "Ukrainian Foreign Minister Andriy Sibiha left.",
        "Andriy Sibiha", "Ukrainian Foreign Minister", "",
    ),
    "before the name, of a house": (
        "White House Press Secretary Caroline Leavitt left.",
        "Caroline Leavitt", "White House Press Secretary", "White House",
    ),
    "before the name, with of": (
        "They met Secretary of State John Kerry in Oslo.",
        "John Kerry", "Secretary of State", "State",
    ),
    "before the name, after a possessive": (
        "Its special envoy Henrik Solberg left.",
        "Henrik Solberg", "special envoy", "",
    ),
    "before the name, written short": (
        "Sen. Ann Gray left.", "Ann Gray", "Sen.", "",
    ),
    "behind the name": (
        "Kirill Dmitriev, head of the Russian Direct Investment Fund (RDIF), left.",
        "Kirill Dmitriev", "head of the Russian Direct Investment Fund",
        "Russian Direct Investment Fund",
    ),
    "behind the name, with an article": (
        "Karoline Leavitt, the White House press secretary, left.",
        "Karoline Leavitt", "White House press secretary", "White House",
    ),
    "behind the name, a calling": (
        "Oksana Reznik, a teacher, left.", "Oksana Reznik", "teacher", "",
    ),
    "behind the name, of a body named before": (
        "The Lakeside Office is closed. Elin Sorvik, a spokeswoman for the office, left.",
        "Elin Sorvik", "spokeswoman for the office", "Lakeside Office",
    ),
    "behind a state and party": (
        "Ann Gray (R-Ohio), chairwoman of the committee, left.",
        "Ann Gray", "chairwoman of the committee", "committee",
    ),
    "parted by a comma": (
        "The club's chief executive, Anna Lindqvist, left.",
        "Anna Lindqvist", "chief executive", "club",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ROLES)
def test_a_title_is_a_role_with_its_evidence(nlp, case):
    text, name, title, organization = ROLES[case]
    article, found = entities_of(nlp, text)
    (person,) = [e for e in found if e.name == name]
    assert [r.title for r in person.roles] == [title]
    role = person.roles[0]
    assert role.organization.removeprefix("The ").removeprefix("the ") == organization
    words = article.text[slice(*role.span)]
    assert title in words
    assert name.split()[-1] in words


NO_ROLE = {
    "an appositive of things": "Tom Hunt, a bridge and two boats were there.",
    "another's office": "Tom Hunt, ministers and others left.",
    "asked by an office": "Tom Hunt told the minister that Peter Novak left.",
    "an office that acts": "The minister praised Tom Hunt.",
}


@pytest.mark.parametrize("case", NO_ROLE)
def test_what_is_no_title_makes_no_role(nlp, case):
    _, found = entities_of(nlp, NO_ROLE[case])
    assert not [r for e in found for r in e.roles]


SAME = {
    "a surname": ("Tom Hunt left. Hunt ate.", "Tom Hunt", ("Hunt",)),
    "an honorific": ("Tom Hunt left. Mr Hunt ate.", "Tom Hunt", ("Hunt",)),
    "a middle initial": ("Tom Hunt left. Tom B. Hunt ate.", "Tom B. Hunt", ("Tom Hunt",)),
    "a possessive": ("Tom Hunt left. Hunt's boat sank.", "Tom Hunt", ("Hunt",)),
    "another sound": (
        "Karoline Leavitt left. Caroline Leavitt ate.", "Karoline Leavitt", ("Caroline Leavitt",),
    ),
    "a slip in the surname": (
        "Dmitry Peskov left. Mr Peskow ate.", "Dmitry Peskov", ("Peskow",),
    ),
    "the surname comes first": ("Hunt ate. Tom Hunt left.", "Tom Hunt", ("Hunt",)),
}  # fmt: skip


@pytest.mark.parametrize("case", SAME)
def test_names_of_one_person_are_one_entity(nlp, case):
    text, name, others = SAME[case]
    _, found = entities_of(nlp, text)
    people = [e for e in found if e.type == "person"]
    assert [(e.name, e.names) for e in people] == [(name, others)]


APART = {
    "two first names": "Ann Gray left. Peter Gray ate.",
    "two surnames": "Ann Gray left. Ann Brown ate.",
    "short surnames are no slips": "Ann Kent left. Peter Kemp ate.",
}


@pytest.mark.parametrize("case", APART)
def test_two_people_are_two_entities(nlp, case):
    _, found = entities_of(nlp, APART[case])
    assert len([e for e in found if e.type == "person"]) == 2


TYPES = {
    "Kyiv was quiet.": ("Kyiv", "place"),
    "The Kremlin was quiet.": ("Kremlin", "organization"),
    "The White House was quiet.": ("White House", "organization"),
    "The Harbour Courier was quiet.": ("Harbour Courier", "organization"),
    "The Contact Group was quiet.": ("Contact Group", "organization"),
}


@pytest.mark.parametrize("text", TYPES)
def test_a_name_has_its_type(nlp, text):
    name, kind = TYPES[text]
    _, found = entities_of(nlp, text)
    assert (name, kind) in [(e.name, e.type) for e in found]


def test_the_letters_in_brackets_are_another_name(nlp):
    _, found = entities_of(
        nlp, "The Global Harbour Organization (GHO) met. Later the GHO voted and the GHO left."
    )
    bodies = [e for e in found if "Global Harbour Organization" in e.name]
    assert [e.names for e in bodies] == [("GHO",)]


def test_mentions_are_the_names_verbatim(nlp):
    article, found = entities_of(nlp, "Tom Hunt left. Mr Hunt ate.")
    (person,) = [e for e in found if e.type == "person"]
    assert [article.text[m.start : m.end] for m in person.mentions] == ["Tom Hunt", "Hunt"]


def test_headers_name_nobody(nlp):
    text = "Tom Hunt Flees\n\nPeter Novak left."
    article = Article(
        key="k", text=text,
        paragraphs=(Paragraph(start=0, end=14, kind="header"), Paragraph(start=16, end=len(text))),
    )  # fmt: skip
    found = read_cast(parse(article, nlp), article).entities()
    assert [e.name for e in found] == ["Peter Novak"]


def test_ids_depend_on_the_article(nlp):
    _, one = entities_of(nlp, "Tom Hunt left.")
    _, other = entities_of(nlp, "Tom Hunt left. ")
    assert one[0].id != other[0].id
