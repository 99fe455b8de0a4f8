"""Who is merged and who is not: cases from news we know or can imagine, each a line."""

import time

import pytest

from kgraph.gazetteer import shipped
from kgraph.resolve import resolve
from tests.resolve.people import body, one, place, telling

# Who else an article speaks of, so that two of them speak of the same world.
WORLD = (body("Bundesrat"), place("Halmstad"), one("Oda Lindqvist"))


def verdict(first, second, *, around=(), more=()):
    """ "same", "unsure" or "apart": what becomes of the first entities of two articles."""
    extractions = [telling("a", first, *around), telling("b", second, *around), *more]
    who = resolve(extractions)
    a, b = (extraction.entities[0].iri for extraction in extractions[:2])
    of = {iri: actor.iri for actor in who.actors for iri in actor.members}
    if of[a] == of[b]:
        return "same"
    asked = {(doubt.a, doubt.b) for doubt in who.doubts}
    return "unsure" if tuple(sorted((of[a], of[b]))) in asked else "apart"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskii"),
        ("Wolodymyr Zelensky", "Volodymyr Zelenskyi"),
        ("Andrii Sibiha", "Andriy Sybiha"),
        ("Andriy Yermak", "Andrii Ermak"),
        ("Muhammad Rahimi", "Mohammed Rahimi"),
        ("Mohamed Salim", "Mohammad Salim"),
        ("Gerhard Schröder", "Gerhard Schroeder"),
        ("Gerhard Schröder", "Gerhard Schroder"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Mikhail Gorbachev", "Mikhail Gorbachyov"),
        ("Sergei Solovyov", "Sergey Soloviev"),
        ("Fyodor Lukyanov", "Fedor Lukianov"),
        ("Yevgeny Primakov", "Evgenii Primakov"),
        ("Alexei Kudrin", "Aleksey Kudrin"),
        ("Dmitry Peskov", "Dmitri Peskow"),
        ("Tatyana Moskalkova", "Tatiana Moskalkova"),
        ("Viktor Yanukovych", "Viktor Yanukovich"),
        ("Mikhail Khodorkovsky", "Mikhail Hodorkovskiy"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Bashar al-Assad", "Bashar el-Assad"),
        ("Angela MERKEL", "Angela Merkel"),
        ("Joško Marić", "Josko Maric"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("Youssef Haddad", "Yousef Haddad"),
        ("Jean-Claude Juncker", "Jean Claude Juncker"),
        ("John F. Kennedy", "John Kennedy"),
        ("George H. W. Marsh", "George H.W. Marsh"),
        ("Michael Brandt Jr.", "Michael Brandt Jr"),
        ("Dr Ana Petrova", "Ana Petrova"),
        ("Ursula von der Leyen", "Ursula von der Leyen's"),
        ("Alexander Novak", "Aleksandr Novak"),
        ("Pyotr Ilyin", "Petr Ilyin"),
    ],
)
def test_one_full_name_however_it_is_spelt_is_one_person(first, second):
    assert verdict(first, second) == "same"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Petra Novak", "Pavel Novak"),
        ("Tom Hunt", "Tim Hunt"),
        ("Allen Smith", "Ellen Smith"),
        ("Maria Rossi", "Mario Rossi"),
        ("Jon Bell", "Jan Bell"),
        ("Hassan Rouhani", "Hussein Rouhani"),
        ("George H. Marsh", "George W. Marsh"),
        ("John F. Kennedy", "John B. Kennedy"),
        ("Michael Brandt Jr.", "Michael Brandt Sr."),
        ("Henrik Falk II", "Henrik Falk III"),
        ("Ann Lee", "Ann Leigh"),
        ("Erik Holm", "Erik Holmgren"),
        ("Robert Brown", "Robert Braun"),
        ("Marcin Kowal", "Martin Kowal"),
        ("Julia Weber", "Julian Weber"),
        ("Karl Lang", "Karla Lang"),
        ("A. Silva", "B. Silva"),
        ("Anna Berg", "B. Berg"),
        ("Paul Simon", "Simon Paul"),
        ("James Martin", "Martin James"),
        ("Vice President", "President"),
        ("President", "President"),
        ("Halden - Moss", "Moss"),
    ],
)
def test_what_differs_in_more_than_spelling_is_two_people(first, second):
    assert verdict(first, second, around=WORLD) == "apart"


@pytest.mark.parametrize(
    ("first", "second", "more", "expected"),
    [
        # A surname alone is the only bearer's, where the same people are around.
        ("Jonas Vik", "Vik", (), "same"),
        ("Jonas Vik", "J. Vik", (), "unsure"),
        (one("Jonas Vik", role="mayor"), one("J. Vik", role="mayor"), (), "same"),
        # A name more in front may be a second first name, or another person's.
        ("Kassym-Jomart Tokayev", "Jomart Tokayev", (), "same"),
        # A short first name needs the same office too.
        ("Fred Larsen", "Frederick Larsen", (), "unsure"),
        (one("Fred Larsen", role="judge"), one("Frederick Larsen", role="judge"), (), "same"),
        # Several bearers: nobody is taken for granted.
        ("Jonas Vik", "Vik", (telling("c", "Petra Vik"),), "apart"),
        ("Jonas Vik", "J. Vik", (telling("c", "Janne Vik"),), "unsure"),
        # One bearer dominates.
        (
            "Jonas Vik",
            "Vik",
            (
                *(telling(f"d{n}", "Jonas Vik", *WORLD) for n in range(9)),
                telling("c", "Petra Vik"),
            ),
            "same",
        ),
        # Both in one article are two.
        ("Jonas Vik", "Vik", (telling("c", "Jonas Vik", "Vik"),), "apart"),
        # Two of one surname of one office, first names told.
        (one("Ann Ray", role="senator"), one("Bob Ray", role="senator"), (), "apart"),
    ],
)
def test_less_than_a_full_name_needs_the_same_world_around(first, second, more, expected):
    assert verdict(first, second, around=WORLD, more=more) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Anna Maria Berg", "Maria Berg"),
        ("Jonas Vik", "Vik"),
        ("Jonas Vik", "J. Vik"),
        (body("RDF"), body("Rural Defence Fund")),
    ],
)
def test_less_than_a_full_name_alone_is_not_merged(first, second):
    assert verdict(first, second) != "same"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (body("Acme Inc."), body("Acme")),
        (body("Acme Tool Co., Ltd."), body("Acme Tool")),
        (body("Nordsee AG"), body("Nordsee")),
        (body("The Harbour Trust"), body("Harbour Trust")),
        (body("U.S. Coast Guard"), body("US Coast Guard")),
        (body("Lukoil PJSC", alias=("Lukoil",)), body("Lukoil")),
        (body("Rural Defence Fund", alias=("RDF",)), body("RDF")),
        (body("Halden Martin", alias=("Halden",)), body("Halden")),
        (body("Yugneftegaz"), body("Iugneftegaz")),
        (body("Médecins du Nord"), body("Medecins du Nord")),
        (one("Falcon X-20", "none"), one("Falcon X-20", "organization")),
    ],
)
def test_one_body_however_it_is_shortened_is_one(first, second):
    assert verdict(first, second) == "same"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (body("Acme Stores"), body("Acme")),
        (body("State Corporation"), body("State")),
        (body("Acme Foundation"), body("Acme Holdings")),
        (body("Bank of Halden"), body("Bank of Holden")),
        (body("First Bank"), body("Second Bank")),
        (body("Ministry of Health"), body("Ministry of Wealth")),
        (body("Northern Star"), body("Northern Star Party")),
        (body("Halden"), place("Halden")),
        (one("Ford"), body("Ford")),
        (one("Chelsea"), place("Chelsea")),
        (body("University of York"), body("New York University")),
        (body("Liberal Party"), body("Liberal Democratic Party")),
        (body("Radio 4"), body("Radio 5")),
        (body("Team A"), body("Team B")),
        (place("North Vale"), place("South Vale")),
        (place("Georgia"), body("Georgia")),
    ],
)
def test_bodies_and_places_of_like_names_stay_apart(first, second):
    assert verdict(first, second, around=WORLD) == "apart"


def test_initials_that_nobody_spells_out_are_asked_about():
    assert verdict(body("RDF"), body("Rural Defence Fund"), around=WORLD) == "unsure"


def test_initials_of_two_bodies_are_nobodys():
    more = (telling("c", body("Royal Dutch Ferries"), *WORLD),)
    assert verdict(body("RDF"), body("Rural Defence Fund"), around=WORLD, more=more) == "apart"


DEVELOPMENT = ("Asian Development Bank", "African Development Bank")


@pytest.mark.parametrize("short", ["ADB", "Development Bank"])
@pytest.mark.parametrize("around", [(), WORLD])
def test_bodies_that_articles_shorten_alike_are_not_one(short, around):
    known = [
        telling(f"{name} {number}", body(name, alias=(short,)), *around)
        for name in DEVELOPMENT
        for number in range(3)
    ]
    who = resolve([*known, *(telling(f"s{n}", body(short), *around) for n in range(2))])
    assert {a.name: len(a.members) for a in who.actors if a.name not in _names(WORLD)} == {
        "African Development Bank": 3, "Asian Development Bank": 3, short: 2,
    }  # fmt: skip


def _names(named):
    return {each["name"] for each in named}


def test_a_short_name_is_that_of_whom_nearly_all_articles_mean():
    names = [DEVELOPMENT[0]] * 12 + [DEVELOPMENT[1]]
    known = [telling(str(n), body(name, alias=("ADB",))) for n, name in enumerate(names)]
    who = resolve([*known, telling("short", body("ADB"))])
    assert sorted((a.name, len(a.members)) for a in who.actors) == [
        ("African Development Bank", 1), ("Asian Development Bank", 13),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "short"),
    [
        ("Organisation for Coastal Trade", "Organization of Coastal Trade", "OCT"),
        ("Centre for Disease Control", "Centers for Disease Control", "CDC"),
        ("Rural Defence Fund", "Rural Defence Fund of Halden", "Rural Defence"),
    ],
)
def test_a_short_name_joins_what_is_one_body_written_in_two_ways(first, second, short):
    known = [
        telling(f"{name} {number}", body(name, alias=(short,)), *WORLD)
        for name in (first, second)
        for number in range(3)
    ]
    who = resolve([*known, telling("short", body(short), *WORLD)])
    assert [len(a.members) for a in who.actors if a.name not in _names(WORLD)] == [7]


def test_two_who_hold_one_high_office_of_two_bodies_at_once_are_not_merged_by_initial():
    first = one("Jonas Vik", role="mayor", body="Halden")
    second = one("J. Vik", role="mayor", body="Moss")
    assert verdict(first, second, around=WORLD) == "apart"


@pytest.mark.parametrize("name", ["Ministry of Defence", "Parliament", "Supreme Court"])
def test_what_every_country_has_is_that_of_the_country_spoken_of(name):
    who = resolve(
        [
            telling("a", body(name), place("Norway")),
            telling("b", body(name), place("Oslo")),
            telling("c", body(name), place("Chile")),
        ],
        known=shipped(),
    )
    assert sorted(len(a.members) for a in who.actors if a.name == name) == [1, 2]


def test_a_thousand_people_of_one_surname_stay_themselves_in_bounded_time():
    letters = "bdfgklmnprstvz"
    firsts = [f"{a}a{b}o{c}im" for a in letters for b in letters for c in letters][:1000]
    articles = [telling(str(n), f"{first.title()} Vik") for n, first in enumerate(firsts)]
    articles += [telling(f"s{n}", "Vik") for n in range(1000)]
    start = time.process_time()
    who = resolve(articles)
    assert time.process_time() - start < 20
    assert sorted(len(a.members) for a in who.actors)[-2:] == [1, 1000]


def test_a_former_minister_keeps_his_name():
    who = resolve(
        [
            telling("a", one("Jonas Vik", role="finance minister"), day="2021-02-01"),
            telling("b", one("Jonas Vik", role="former finance minister"), day="2024-02-01"),
            telling("c", one("Jonas Vik", role="chair", body="Nordbank"), day="2025-02-01"),
        ]
    )
    assert [(a.name, len(a.members)) for a in who.actors] == [("Jonas Vik", 3)]


def test_a_slip_of_the_tagger_does_not_split_a_body():
    slips = [telling(f"p{n}", one("Boreal", "place")) for n in range(1)]
    bodies = [telling(f"o{n}", body("Boreal")) for n in range(4)]
    who = resolve([*slips, *bodies])
    assert [(a.type, len(a.members)) for a in who.actors] == [("organization", 5)]


def test_a_merger_tells_its_reasons():
    who = resolve([telling("a", "Andrii Sibiha"), telling("b", "Andriy Sybiha")])
    (reason,) = who.actors[0].reasons
    assert "full names are the same but for spelling" in reason


@pytest.mark.parametrize(
    ("first", "second", "wikidata"),
    [
        (place("US"), place("United States of America"), "Q30"),
        (place("Britain"), place("U.K."), "Q145"),
        (place("Kiev"), place("Kyiv"), "Q1899"),
        (place("Burma"), place("Myanmar"), "Q836"),
        (place("Czechia"), place("Czech Republic"), "Q213"),
        (body("EU"), body("European Union"), "Q458"),
        (body("NATO"), body("North Atlantic Treaty Organization"), "Q7184"),
        (body("UN"), body("United Nations"), "Q1065"),
        (body("the Pentagon"), body("U.S. Department of Defense"), "Q11209"),
        (body("AP"), body("The Associated Press"), "Q40469"),
        (body("Kyiv"), body("Ukraine"), ""),
        (body("Kremlin"), body("Russian Presidential Administration"), ""),
        (body("No. 10"), body("Downing Street"), ""),
        (body("Moscow"), body("Russian government"), ""),
    ],
)
def test_what_a_gazetteer_knows_as_one_is_one_and_is_linked(first, second, wikidata):
    who = resolve([telling("a", first), telling("b", second)], known=shipped())
    (actor,) = who.actors
    assert (len(actor.members), actor.wikidata) == (2, wikidata)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (place("Niger"), place("Nigeria")),
        (place("North Korea"), place("South Korea")),
        (place("Kyiv"), body("Kyiv")),
        (body("Kremlin"), body("Moscow")),
        (body("European Council"), body("Council of Europe")),
        (body("White House"), body("Washington")),
        (one("Chad"), place("Chad")),
    ],
)
def test_what_a_gazetteer_knows_as_two_stays_two(first, second):
    who = resolve([telling("a", first), telling("b", second)], known=shipped())
    assert len(who.actors) == 2


@pytest.mark.parametrize("name", ["Georgia", "Washington", "Chad", "Tripoli"])
def test_a_name_that_stands_for_several_places_links_nothing(name):
    (actor,) = resolve([telling("a", place(name))], known=shipped()).actors
    assert not actor.wikidata
