"""Where people's names begin behind what they are, and whose they are."""

import pytest

from kgraph.extract.entities import read_cast
from kgraph.extract.fullnames import is_overlong
from kgraph.extract.language import parse, with_blocks
from kgraph.model import Article
from tests.extract.scenes import last_speaker

TITLES = """
    Postal Minister|Postal Services Minister|Shadow Harbours Secretary|County Roads Executive
    Wicketkeeper|Mezzo|Tenor|Moviemaker|Playwright|Jockey|Paramedic|Volcanologist|Trooper|GM|CFO
    Councillor|Det Insp|Rear Admiral|Acting Chief Constable|Vice-Chancellor|Emeritus Professor
    Headteacher|Chef|Pensioner|Grandmother|Bride|Commandant|Billionaire|Conductor|Frau|Comrade|Mzee
""".strip().replace("\n", "|")
"""What may stand before a name with a capital, own words."""


def _names(nlp, text):
    article = with_blocks(Article(key="k", text=text, published="2025-05-01"))
    return {f.name: f.type for f in read_cast(parse(article, nlp), article).figures}


@pytest.mark.parametrize("title", [t.strip() for t in TITLES.split("|")])
def test_what_somebody_is_is_no_part_of_the_name(nlp, title):
    names = _names(nlp, f"{title} Vera Holt said it was late.")
    assert {n: names[n] for n in names if "Holt" in n} == {"Vera Holt": "person"}


@pytest.mark.parametrize(
    "name", ["Hunter Thompson", "Dean Walter Krupp", "Mary Beth Holt", "Christian Holt"]
)
def test_first_names_stay_in_the_name(nlp, name):
    assert name.removeprefix("Dean ") in _names(nlp, f"On Monday {name} said it was late.")


def test_a_word_before_a_name_that_is_told_without_it_is_dropped():
    assert is_overlong("Strongwoman Vera Holt", {"Strongwoman Vera Holt": 1, "Vera Holt": 2})
    assert not is_overlong("Mary Beth Holt", {"Mary Beth Holt": 1, "Beth Holt": 3})
    assert not is_overlong("J. Vera Holt", {"J. Vera Holt": 1, "Vera Holt": 3})


KIN = {
    "Mrs Vick is his wife who was introduced by her first name": (
        (
            "Tom Vick keeps bees. His wife, Nora, does not. [S1 Mrs Vick] [C1 said] [T1 she was stung]."
        ),
        "person | Nora Vick",
    ),
    "Mr Zand is the father, not the captain": (
        (
            "Her parents, Kazem and Roshna Zand, spoke of their son, Captain Omid Zand. Captain Zand "
            "died. [S1 Mr. Zand] [C1 said] [T1 he was proud]."
        ),
        "person | Kazem Zand",
    ),
    "a sister of one name": (
        'Bo Lind fell. Her sister Annika broke an arm. [T1 "Bo pushed,"] [S1 Annika] [C1 said].',
        "person | Annika",
    ),
}


@pytest.mark.parametrize(("marked", "expected"), KIN.values(), ids=KIN.keys())
def test_kin_tells_who_is_meant(nlp, marked, expected):
    assert last_speaker(nlp, marked) == expected
