"""News of no country without an end: articles with all that an extractor would read in them.

``Newsroom(seed).extraction(n)`` is the n-th article; it depends on nothing but the seed and its
number. What makes news hard to resolve is there:

* Stories begin, burst and fade within some days, a great one every 90 days, each with rare words,
  people and claims of its own.
* Outlets, people, bodies, countries and words by Zipf's law. People share surnames (the commonest is
  that of every thirtieth) and whole names, are told with titles, by surname alone, by nicknames and in
  three ways of romanising; bodies by initials; sources without a name.
* Every twentieth article is by an agency and 30 % of all articles are copies, whole, trimmed or
  edited; one text in 90 days is copied by 3 days' worth of articles, 320 at a hundred a day. Sizes of
  10³, 10⁴ and 10⁵ are all ten days behind such a text, as are 50 and 500 at five a day.
* Slogans said for years, claims repeated within a story, trimmed, with other numbers, denied,
  answered, relayed through other outlets. Every outlet ends its articles with a line of its own.

Held against what the default extractor reads in 1,093 official releases (presidents), 2020–2026;
"originals" leaves out the copies, which the releases don't have:

| 1,093 articles | presidents | newsroom | originals |
| --- | --- | --- | --- |
| words, median and mean | 289, 613 | 439, 510 | 492, 546 |
| statements, median and mean | 8, 14.5 | 15, 17.3 | 17, 18.7 |
| entities, named ones among them | 33, 16 | 30, 24 | 32, 25 |
| occurrences | 99 | 76 | 82 |
| people met in one article only | .77 | .68 | .71 |
| people by article | 1.5 | 3.0 | 3.8 |
| bodies met in one article only | .76 | .81 | .87 |
| places met in one article only | .62 | .58 | .59 |
| share of articles with the commonest person | .47 | .22 | .19 |
| the same of the commonest body, place | .23, .49 | .29, .20 | .24, .20 |
| share of statements whose wording is there twice | .08 | .34 | .11 |
| statements of the commonest wording | 296 | 198 | 33 |

The releases are two offices'; a newsroom writes about more people and less about one.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Any

from newsroom_lines import Key, Line, Writer
from newsroom_world import Story, outlet, story, zipf

from kgraph import ids
from kgraph.model import (
    Article,
    Entity,
    Event,
    Extraction,
    Mention,
    Occurrence,
    Proposition,
    Role,
    Spans,
    Statement,
    When,
)

AGENCIES = 4
_BY_AGENCIES = 20
_GREAT_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """A seeded stream of news.

    Attributes:
        per_day: Articles a day; 0 puts all of them, however many, into one month.
    """

    seed: int = 1
    per_day: int = 100
    begins: date = date(2015, 1, 1)

    def extraction(self, number: int) -> Extraction:
        """The article of that number."""
        rng = Random(f"{self.seed} article {number}")
        original = self._copied(rng, number)
        day = self._day(number)
        if original is None:
            lines = _body(self, number)
        else:
            day = max(day, self._day(original))
            lines = _copy(rng, self, number, _body(self, original))
        return _assembled(self, number, day, lines, original, rng)

    def extractions(self, start: int = 0) -> Iterator[Extraction]:
        """The articles from that number on, without an end."""
        while True:
            yield self.extraction(start)
            start += 1

    def by_agency(self, number: int) -> bool:
        """Whether the article is an agency's own."""
        return number % _BY_AGENCIES == 0

    def _day(self, number: int) -> int:
        if self.per_day:
            return number // self.per_day
        return Random(f"{self.seed} day {number}").randrange(30)

    def _copied(self, rng: Random, number: int) -> int | None:
        """The number of the article that it is a copy of, or None."""
        if self.by_agency(number) or rng.random() >= 0.3 * _BY_AGENCIES / (_BY_AGENCIES - 1):
            return None
        each_day = self.per_day or 100
        great = number // (_GREAT_DAYS * each_day) * (_GREAT_DAYS * each_day)
        if rng.random() < 0.9 * math.exp((great - number) / (12 * each_day)):
            return great
        back = int(3 * (self.per_day or number / 3) * rng.random() ** 2)
        return max(0, number - back) // _BY_AGENCIES * _BY_AGENCIES

    def story_of(self, number: int) -> Story:
        """What the article is about."""
        rng = Random(f"{self.seed} story of {number}")
        day = self._day(number)
        since = (day - 5) % _GREAT_DAYS
        if rng.random() < 0.25 * math.exp(-since / 8):
            return story(self.seed, day - since, -1)
        age = int(-1.5 * math.log((1 - rng.random()) * (1 - rng.random())))
        each_day = (self.per_day or 100) / 10
        return story(self.seed, day - age, int(each_day * rng.random() ** 2.5))


def _writer(room: Newsroom, number: int) -> Writer:
    return Writer(room.seed, number, room.story_of(number), own_style=not room.by_agency(number))


@lru_cache(256)
def _body(room: Newsroom, number: int) -> tuple[Line, ...]:
    return tuple(_writer(room, number).lines())


def _copy(rng: Random, room: Newsroom, number: int, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines as another outlet prints them: all, the first of them, or some beside its own."""
    chance = rng.random()
    if chance < 0.4:
        return lines
    if chance < 0.75:
        return lines[: max(3, int(len(lines) * (0.3 + 0.6 * rng.random())))]
    own = _writer(room, number).lines()
    return tuple(
        next(own, line) if rng.random() < 0.25 else line for line in lines if rng.random() < 0.9
    )


def _assembled(
    room: Newsroom,
    number: int,
    day: int,
    lines: tuple[Line, ...],
    original: int | None,
    rng: Random,
) -> Extraction:
    """The article of these lines, with every offset where the line came to stand."""
    agency = outlet((original or number) // _BY_AGENCIES % AGENCIES)
    own = room.by_agency(number)
    name = agency if own else outlet(AGENCIES + min(zipf(rng.random(), 8), 500))
    told = room.story_of(number if original is None else original)
    when = room.begins + timedelta(days=day)
    minute = number % (room.per_day or 1_440) * 1_440 // (room.per_day or 1_440)
    head = (
        f"{told.town.upper()}, {when:%B} {when.day} ({agency}) - "
        if own or original is not None
        else ""
    )
    foot = f"Sign up for the letter of {name} and read what matters before your first coffee."
    starts, at = [], len(head)
    for line in lines:
        starts.append(at)
        at += len(line.text) + 2
    text = head + "\n\n".join(line.text for line in lines) + f"\n\n{foot}"
    title = " ".join((told.nouns[0], told.verbs[0], told.nouns[number % 7 + 1], "in", told.town))
    article = Article(
        key=f"https://{name.split()[0].lower()}.example/{number}",
        text=text,
        title=title.capitalize(),
        url=f"https://{name.split()[0].lower()}.example/{number}",
        outlet=name,
        published=f"{when}T{minute // 60:02}:{minute % 60:02}:00Z",
        credits=(agency,) if original is not None and rng.random() < 0.6 else (),
        language="en",
    )
    return _extraction(article, lines, starts)


def _extraction(article: Article, lines: tuple[Line, ...], starts: list[int]) -> Extraction:
    digest, text = article.id, article.text
    entities = _entities(digest, text, lines, starts)
    day = When(start=article.published[:10], end=article.published[:10], basis="published")
    statements: list[Statement] = []
    occurrences: list[Occurrence] = []
    for line, at in zip(lines, starts, strict=True):
        for start, end, root, agents, objects, places in line.occurrences:
            occurrences.append(
                Occurrence(
                    start=start + at, end=end + at, root=root, agents=_moved(agents, at),
                    objects=_moved(objects, at), places=_moved(places, at),
                )
            )  # fmt: skip
        said = line.statement
        if said is None:
            continue
        speaker = entities.get((said.speaker, at if said.speaker[0] == "anonymous" else -1))
        others = (entities.get((key, -1)) for key in said.addressees)
        relays = (entities.get((key, -1)) for key in said.relays)
        start, end = said.content
        statements.append(
            Statement(
                id=ids.digest(digest, "statement", str(len(statements))),
                source=_moved(said.source, at),
                cue=_moved(said.cue, at),
                content=((start + at, end + at),),
                addressee=_moved(said.addressee, at),
                speaker=speaker.id if speaker else "",
                addressees=tuple(one.id for one in others if one),
                relays=tuple(one.id for one in relays if one),
                quote=said.quote,
                act=said.act,
                polarity="negative" if said.negative else "positive",
                said_at=day,
                responds_to=statements[-1].id if said.answers and statements else "",
                sentence=(at, at + len(line.text)),
                proposition=said.proposition,
                confidence=0.9,
            )
        )
    opening = occurrences[1]
    event = Event(
        id=ids.digest(digest, "event", "0"),
        label=text[opening.start : opening.end],
        spans=((opening.start, opening.end),),
        when=day,
        proposition=Proposition(subject="it", relation=opening.root),
    )
    return Extraction(
        article=article,
        statements=tuple(statements),
        entities=tuple(entities.values()),
        events=(event,),
        occurrences=tuple(occurrences),
        extractor="newsroom 1",
    )


def _moved(spans: Spans, by: int) -> Spans:
    return tuple([(start + by, end + by) for start, end in spans])


def _entities(
    digest: str, text: str, lines: tuple[Line, ...], starts: list[int]
) -> dict[tuple[Key, int], Entity]:
    """What is named or described, by its key; sources without a name also by their line."""
    mentions: dict[tuple[Key, int], list[Mention]] = {}
    roles: dict[tuple[Key, int], list[Role]] = {}
    for line, at in zip(lines, starts, strict=True):
        for start, end, kind, key in line.mentions:
            place = (key, at if key[0] == "anonymous" else -1)
            mentions.setdefault(place, []).append(
                Mention(start=start + at, end=end + at, kind=kind)
            )
        for start, end, title, of, key in line.roles:
            roles.setdefault((key, -1), []).append(
                Role(title=title, organization=of, span=(start + at, end + at))
            )
    made = {}
    for place, found in mentions.items():
        named = {text[m.start : m.end] for m in found if m.kind == "name"}
        described = [text[m.start : m.end] for m in found if m.kind == "nominal"]
        if not named and not described:
            continue  # the line that named him was cut
        sort: Any = place[0][0]
        name = max(sorted(named), key=len) if named else described[0]
        where = str(found[0].start) if sort == "anonymous" else ""
        made[place] = Entity(
            id=ids.digest(digest, sort, name, where, str(place[0][1])),
            name=name,
            type=sort if named or sort != "person" else "none",
            names=tuple(sorted(named - {name})),
            mentions=tuple(found),
            roles=tuple(roles.get(place, ())),
        )
    return made
