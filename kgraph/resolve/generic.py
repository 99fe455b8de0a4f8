"""Names that every country has one of: "the Ministry of Defence", "Parliament", "the Supreme Court".

Such a name is somebody's only together with a country. It is taken for that of the country that its
article speaks of most.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from kgraph.model import Entity, EntityType
from kgraph.resolve.text import fold_name


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADS = _words("""
    ministry department office agency council committee commission court parliament congress senate
    house chamber assembly government cabinet army navy force forces police guard bank party union
    administration bureau service board authority tribunal prosecutor presidency chancellery treasury
    secretariat ombudsman constitution armed military opposition legislature chancellor president
    minister agreement order law act code republic embassy directorate inspectorate academy fund
    foundation association federation chamber staff headquarters executive
""")
_FIELDS = _words("""
    foreign affairs interior internal external defence defense finance financial economy economic
    economics health healthcare education science justice culture sport sports agriculture food energy
    transport transportation infrastructure environment ecology natural resources labour labor social
    trade industry industrial development digital transformation state national federal central
    supreme constitutional general high highest security public prime vice deputy chief election
    electoral elections parliamentary lower upper representatives commons deputies people peoples
    emergency situations tax customs border intelligence statistics investigation investigative
    anti corruption regional local city mayor s youth housing construction communications
    information tourism veterans land air ground naval coast secret civil human rights budget
    home homeland interior affairs joint special operations chiefs elders democratic republican liberal
    conservative labour socialist communist green
    of the and for on in to
""")


def is_generic(folded: str) -> bool:
    """Whether the folded name of a body tells nothing without a country.

    >>> is_generic("ministry of defence"), is_generic("ministry of defence of ukraine")
    (True, False)
    """
    words = folded.split()
    return bool(words) and set(words) <= _HEADS | _FIELDS


_OFFICES = _words("""
    president minister chancellor premier secretary governor mayor senator speaker ambassador general
    colonel captain commander director chairman chairwoman chair chief head leader spokesman
    spokeswoman spokesperson judge justice prosecutor king queen prince princess pope bishop
    archbishop commissioner representative congressman congresswoman deputy vice first prime foreign
    finance defence defense interior press executive officer attorney acting former state lord
    sir madam mr mrs ms dr professor your his her excellency majesty highness holiness honour honor
    comrade colleague colleagues friend friends ladies gentlemen of the and
""")


def is_office(folded: str) -> bool:
    """Whether a folded name is nothing but an office or a form of address, so that it names nobody.

    >>> is_office("vice president"), is_office("president ilieva")
    (True, False)
    """
    return set(folded.split()) <= _OFFICES


def country_of(
    entities: Iterable[tuple[Entity, EntityType]], governments: Mapping[str, str]
) -> str:
    """The country that the entities of an article are mostly about, "" where they name none.

    Args:
        entities: The entities, each with the type that it counts as.
        governments: What folded names of countries and capitals stand for when they act.
    """
    counts: Counter[str] = Counter()
    for entity, kind in entities:
        if kind in ("place", "organization"):
            government = governments.get(fold_name(entity.name), "")
            if government:
                counts[government] += max(1, len(entity.mentions))
    return min(counts, key=lambda one: (-counts[one], one), default="")
