"""The people, bodies, places, words and stories that ``newsroom`` writes about.

Each is a function of the seed and of its own number, so that nothing is kept and none depends on
how many there are. Numbers are drawn by Zipf's law without an end: the low ones return in every
article, most of the others are met once.
"""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_SYLLABLES = tuple(c + v for c in _CONSONANTS for v in _VOWELS)
_MANY = len(_SYLLABLES) ** 3


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NOUNS = _words(
    "harbour budget border treaty pipeline railway hospital election committee reactor bridge tariff"
    " convoy ferry factory harvest parliament court prison school tunnel airport garrison refinery"
    " pension subsidy vaccine drought flood wildfire merger dispute inquiry verdict curfew blockade"
    " ceasefire summit embargo visa passport grain coal turbine satellite network archive museum"
    " stadium festival charter mandate coalition veto census audit loan currency bond deficit wage"
    " union strike warehouse shipyard quarry river valley island village district province ministry"
    " regiment battalion drone missile radar bunker minefield prisoner refugee tenant farmer miner"
    " teacher nurse driver voter student pilot sailor engineer lawyer banker editor"
)
VERBS = _words(
    "close open rebuild repair seize shell inspect finance expand delay cancel approve reject sign"
    " suspend restore evacuate attack defend arrest release recruit import export ban tax supply"
    " block flood strike sell purchase investigate replace extend reduce double protect destroy"
)
ADJECTIVES = _words(
    "northern southern eastern western federal regional temporary final secret joint costly modest"
    " early late heavy local foreign domestic armed civilian rural coastal annual special"
)
TITLES = _words("President Premier Minister Governor Mayor Senator Ambassador General Chancellor")
COUNTRIES = (
    "Russia", "Ukraine", "United States", "China", "Germany", "France", "Turkey", "Israel", "Iran",
    "India", "Poland", "Italy", "Japan", "Brazil", "Egypt", "Spain", "Canada", "Mexico", "Syria",
    "Norway", "Georgia", "Hungary", "Serbia", "Finland", "Greece", "Kenya", "Nigeria", "Pakistan",
    "Lebanon", "Latvia", "Chile", "Peru", "Vietnam", "Sudan", "Yemen", "Cuba", "Ghana", "Nepal",
)  # fmt: skip


def pseudoword(number: int) -> str:
    """A word of three or more syllables that no other number has.

    >>> pseudoword(1) != pseudoword(2)
    True
    """
    low, high = number * 123_457 % _MANY, number // _MANY
    made = ""
    for _ in range(3):
        low, part = divmod(low, len(_SYLLABLES))
        made += _SYLLABLES[part]
    while high:
        high, part = divmod(high, len(_SYLLABLES))
        made += _SYLLABLES[part]
    return made


def zipf(chance: float, head: float) -> int:
    """A rank, 0 being the commonest, from an even chance; the first has about 1/head of all."""
    return int(head * (1 / (1 - chance) - 1))


def noun(rank: int) -> str:
    """The common noun of that rank: English ones first, then words of no language."""
    return NOUNS[rank] if rank < len(NOUNS) else pseudoword(rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person, with the names that outlets call him by.

    Attributes:
        given: First name, in each of the three styles of romanising.
        surname: The same for the surname.
        nickname: Another name, or "".
        slogans: What he says again and again.
    """

    rank: int
    given: tuple[str, str, str]
    surname: tuple[str, str, str]
    title: str
    country: str
    nickname: str
    slogans: tuple[str, ...]


@lru_cache(20_000)
def person(seed: int, rank: int) -> Person:
    """The person of that rank; surnames and first names are shared as by people of one country."""
    rng = Random(f"{seed} person {rank}")
    first, last = zipf(rng.random(), 25), zipf(rng.random(), 30)
    given = pseudoword(7_000 + first).capitalize()[:5]
    surname = pseudoword(90_000 + last).capitalize()
    spelt = (surname,) * 3
    if last % 3 == 0:
        spelt = (surname + "sky", surname + "skyy", surname + "skiy")
    elif last % 3 == 1:
        spelt = (surname + "enko",) * 3
    slogans = tuple(
        f"we will {rng.choice(VERBS)} every {rng.choice(NOUNS)} and {rng.choice(VERBS)} the"
        f" {rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}"
        for _ in range(3)
    )
    return Person(
        rank=rank,
        given=(given + "ii", given + "iy", given + "y") if first % 4 == 0 else (given,) * 3,
        surname=spelt,
        title=rng.choice(TITLES),
        country=COUNTRIES[min(zipf(rng.random(), 4), len(COUNTRIES) - 1)],
        nickname=pseudoword(700_000 + rank).capitalize() if rng.random() < 0.05 else "",
        slogans=slogans,
    )


_KINDS = ("Harbour Authority", "Workers Union", "Central Bank", "Energy Company", "People's Party",
          "Relief Fund", "Border Service", "Medical Institute", "Defence Council")  # fmt: skip


@lru_cache(20_000)
def body(seed: int, rank: int) -> tuple[str, str]:
    """The name of the body of that rank, and its initials."""
    name = f"{pseudoword(40_000 + rank).capitalize()} {_KINDS[(seed + rank) % len(_KINDS)]}"
    return name, "".join(part[0] for part in name.split())


@lru_cache(2_000)
def outlet(rank: int) -> str:
    """The name of the outlet of that rank."""
    kind = ("Courier", "Mirror", "Times", "Post", "Herald", "Online", "Radio")[rank % 7]
    return f"{pseudoword(300 + rank).capitalize()} {kind}"


def town(rank: int) -> str:
    """The name of the town of that rank."""
    return pseudoword(200_000 + rank).capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A claim of a story: who makes it, and its words, where ``{n}`` stands for a number."""

    speaker: int
    words: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What some days of news are about.

    Attributes:
        nouns: Its vocabulary: some words that are common, some that only it has.
        people: Ranks of its people, those that stand in most of its articles first.
        claims: What is said in it more than once.
    """

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    people: tuple[int, ...]
    bodies: tuple[int, ...]
    country: str
    town: str
    claims: tuple[Said, ...]


UNKNOWN = 10**6
"""People and bodies from this rank on are known from one story alone."""

PASSING = 10**9
"""Those from this rank on are met in one article."""


@lru_cache(4_000)
def story(seed: int, begins: int, number: int) -> Story:
    """The story of that number among those that begin on a day."""
    rng = Random(f"{seed} story {begins} {number}")
    own = rng.getrandbits(28)
    people = [zipf(rng.random(), 15) for _ in range(2)]
    people += [UNKNOWN + own + n for n in range(4)]
    rare = [len(NOUNS) + zipf(rng.random(), 400) for _ in range(12)]
    nouns = [noun(rank) for rank in rare] + rng.sample(NOUNS, 12)
    verbs = tuple(rng.sample(VERBS, 10))
    claims = []
    for n in range(8):
        one, other, third = rng.sample(nouns, 3)
        words = (
            f"the {one} in {{n}} {other} areas would {rng.choice(verbs)} before the {third} is over"
            if n % 2
            else f"the {rng.choice(ADJECTIVES)} {one} did not {rng.choice(verbs)} the {other} of the {third}"
        )
        claims.append(Said(speaker=rng.choice(people), words=words, number=rng.randint(3, 90)))
    return Story(
        nouns=tuple(nouns),
        verbs=verbs,
        people=tuple(dict.fromkeys(people)),
        bodies=(zipf(rng.random(), 20), UNKNOWN + own, UNKNOWN + own + 1),
        country=COUNTRIES[min(zipf(rng.random(), 4), len(COUNTRIES) - 1)],
        town=town(zipf(rng.random(), 60)),
        claims=tuple(claims),
    )
