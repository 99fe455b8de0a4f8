"""Sentences as news has them, with what an extractor would read in each: see ``newsroom``."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from newsroom_world import (
    ADJECTIVES,
    NOUNS,
    PASSING,
    Person,
    Said,
    Story,
    body,
    outlet,
    person,
    town,
    zipf,
)

from kgraph.model import Proposition, Span, Spans

_CUES = (
    ("said", "assert"), ("said", "assert"), ("said", "assert"), ("added", "assert"),
    ("announced", "announce"), ("warned", "warn"), ("promised", "promise"), ("argued", "assert"),
    ("believes", "believe"), ("stressed", "stress"), ("hopes", "hope"), ("complained", "criticise"),
)  # fmt: skip
_NAMELESS = ("a senior official", "an aide", "two diplomats", "a person close to the talks",
             "residents", "a spokesman", "officials", "people familiar with the matter")  # fmt: skip
_ELSEWHERE = ("after the talks", "before the vote", "in a crowded hall", "under heavy rain", "for now",
              "despite the doubts of many", "in spite of earlier plans", "once more")  # fmt: skip

_DONE = ("visited", "praised", "toured", "attacked", "backed", "joined", "audited", "opposed",
         "courted", "searched", "funded", "trusted", "doubted", "avoided", "sued", "hosted")  # fmt: skip

Key = tuple[str, int | str]
"""Type of an entity and its rank, or its words."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement of a line; offsets count from the line's begin."""

    source: Spans
    cue: Spans
    content: Span
    speaker: Key
    act: str
    quote: Any
    proposition: Proposition
    addressee: Spans = ()
    addressees: tuple[Key, ...] = ()
    relays: tuple[Key, ...] = ()
    negative: bool = False
    answers: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of one sentence, with what stands in it; offsets count from its begin."""

    text: str
    mentions: tuple[tuple[int, int, Any, Key], ...] = ()
    roles: tuple[tuple[int, int, str, str, Key], ...] = ()
    statement: Spoken | None = None
    occurrences: tuple[tuple[int, int, str, Spans, Spans, Spans], ...] = ()


class _Pen:
    """Writes one line and keeps where things stand."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.mentions: list[tuple[int, int, Any, Key]] = []
        self.roles: list[tuple[int, int, str, str, Key]] = []
        self.occurrences: list[tuple[int, int, str, Spans, Spans, Spans]] = []

    def put(self, words: str) -> Span:
        start = self.at
        self.parts.append(words)
        self.at += len(words)
        return start, self.at

    def mention(self, words: str, kind: str, key: Key) -> Span:
        start, end = self.put(words)
        self.mentions.append((start, end, kind, key))
        return start, end

    def line(self, statement: Spoken | None = None) -> Line:
        return Line(
            text="".join(self.parts),
            mentions=tuple(self.mentions),
            roles=tuple(self.roles),
            statement=statement,
            occurrences=tuple(self.occurrences),
        )


class Writer:
    """Writes the lines of one text, and remembers whom it has introduced."""

    def __init__(self, seed: int, number: int, story: Story, *, own_style: bool) -> None:
        self.rng = Random(f"{seed} text {number}")
        self.seed = seed
        self.number = number
        self.story = story
        self.style = self.rng.randrange(3) if own_style else 0
        self.known: set[Key] = set()
        self.last: Key | None = None

    def lines(self) -> Iterator[Line]:
        told = max(3, min(40, int(self.rng.lognormvariate(2.85, 0.5))))
        yield self.narrated(opening=True)
        for _ in range(told):
            if self.rng.random() < 0.35:
                yield self.narrated()
            yield self.reported()

    def pick(self, some: Any) -> Any:
        return some[int(self.rng.random() * len(some))]

    def anyone(self) -> int:
        """The rank of a person: of the story, of the whole world, or of this article alone."""
        chance = self.rng.random()
        if chance < 0.6:
            people = self.story.people
            return people[min(int(len(people) * self.rng.random() ** 1.6), len(people) - 1)]
        if chance < 0.8:
            return zipf(self.rng.random(), 15)
        return self.passing()

    def passing(self) -> int:
        """The rank of one who is in no other article."""
        return PASSING + 8 * self.number + int(8 * self.rng.random())

    def someone(self, pen: _Pen, rank: int, *, first: bool = False) -> tuple[Span, Key]:
        """Names a person as news does: in full with his title, then by surname or "he"."""
        key = ("person", rank)
        who = person(self.seed, rank)
        chance = self.rng.random()
        if key not in self.known:
            self.known.add(key)
            return self._introduced(pen, who, key, chance), key
        if self.last == key and chance < 0.35:
            return pen.mention("He" if first else "he", "pronoun", key), key
        if chance < 0.1:
            the = "The" if first else "the"
            return pen.mention(f"{the} {who.title.lower()}", "nominal", key), key
        if who.nickname and chance < 0.2:
            return pen.mention(who.nickname, "name", key), key
        return pen.mention(who.surname[self.style], "name", key), key

    def _introduced(self, pen: _Pen, who: Person, key: Key, chance: float) -> Span:
        if who.rank < 40 and chance < 0.3:  # everybody knows him
            return pen.mention(who.surname[self.style], "name", key)
        title = f"{who.country} {who.title}" if chance < 0.5 else who.title
        if chance < 0.7:
            start, end = pen.put(title)
            pen.roles.append((start, end, who.title, who.country if chance < 0.5 else "", key))
            pen.put(" ")
        return pen.mention(f"{who.given[self.style]} {who.surname[self.style]}", "name", key)

    def body(self, pen: _Pen, *, article: str = "the ") -> tuple[Span, Key]:
        chance = self.rng.random()
        if chance < 0.55:
            rank = self.pick(self.story.bodies)
        else:
            rank = zipf(self.rng.random(), 20) if chance < 0.75 else self.passing()
        key = ("organization", rank)
        name, short = body(self.seed, rank)
        pen.put(article)
        words = short if key in self.known and self.rng.random() < 0.5 else name
        self.known.add(key)
        return pen.mention(words, "name", key), key

    def clause(self, pen: _Pen, verb: str = "") -> tuple[Span, Proposition]:
        """Says that something happens, in the words of the story."""
        rng, pick, told = self.rng, self.pick, self.story
        start = pen.put("the ")[0]
        if rng.random() < 0.4:
            pen.put(pick(ADJECTIVES) + " ")
        subject, thing, third = pick(told.nouns), pick(told.nouns), pick(NOUNS)
        kind = ("none", f"the {subject}")
        agent = pen.mention(subject, "nominal", kind) if rng.random() < 0.25 else pen.put(subject)
        pen.put(pick((" will ", " would ", " must ", " may ")))
        verb = verb or pick(told.verbs)
        act = pen.put(verb)
        pen.put(" the ")
        hit = pen.put(thing)
        pen.put(" of the ")
        of = pen.put(third)
        pen.put(" ")
        places: Spans = ()
        if rng.random() < 0.35:
            where = pick((told.town, told.town, told.country, town(zipf(rng.random(), 300))))
            pen.put("in ")
            places = (pen.mention(where, "name", ("place", where)),)
            pen.put(" ")
        if rng.random() < 0.3:
            pen.put(f"within {rng.randrange(2, 90)} days ")
        end = pen.put(pick(_ELSEWHERE))[1]
        pen.occurrences.append((*act, verb.removesuffix("e"), (agent,), (hit,), places))
        pen.occurrences.append((*hit, thing, (agent,), (), places))
        if rng.random() < 0.8:
            pen.occurrences.append((*of, third, (), (hit,), ()))
        return (start, end), Proposition(subject=subject, relation=verb, object=thing)

    def narrated(self, *, opening: bool = False) -> Line:
        pen = _Pen()
        if not opening and self.rng.random() < 0.5:
            self.last = self.someone(pen, self.anyone(), first=True)[1]
        else:
            self.body(pen, article="The ")
        pen.put(" ")
        agent = pen.mentions[-1][:2]
        done = self.pick(_DONE)
        act = pen.put(done)
        pen.put(" ")
        whom = self.body(pen)[0]
        pen.occurrences.append((*act, done[:-2], (agent,), (whom,), ()))
        pen.put(", and ")
        self.clause(pen)
        pen.put(".")
        return pen.line()

    def reported(self) -> Line:
        chance = self.rng.random()
        if chance < 0.1:
            return self.repeated(self.pick(self.story.claims))
        if chance < 0.12:
            rank = zipf(self.rng.random(), 15)
            return self.spoken(rank, self.pick(person(self.seed, rank).slogans))
        if chance < 0.15:
            claim = self.pick(self.story.claims)
            rank = self.anyone()
            return self.spoken(rank, claim.words.format(n=claim.number), cue=("denied", "deny"))
        if chance < 0.21:
            return self.spoken(self.anyone(), "", cue=("replied", "respond"))
        return self.spoken(self.anyone(), "")

    def repeated(self, claim: Said) -> Line:
        """A claim of the story, whole or trimmed, now and then with another number."""
        more = self.rng.randrange(1, 9) if self.rng.random() < 0.2 else 0
        words = claim.words.format(n=claim.number + more)
        if self.rng.random() < 0.3:
            words = words.partition(" before ")[0].partition(" of the ")[0]
        return self.spoken(claim.speaker, words)

    def spoken(self, rank: int, words: str, cue: tuple[str, str] = ("", "")) -> Line:
        """A statement in one of the forms that news has; of new words where none are given."""
        rng, pen = self.rng, _Pen()
        cue = cue if cue[0] else self.pick(_CUES)
        shape, nameless = rng.random(), rng.random() < 0.12
        relays: tuple[Key, ...] = ()
        addressee: Spans = ()
        addressees: tuple[Key, ...] = ()
        if shape < 0.45:  # content first
            quoted = shape < 0.3
            pen.put("“" if quoted else "")
            content, said = self._content(pen, words)
            pen.put(",” " if quoted else ", ")
            source, speaker = self._source(pen, rank, nameless=nameless)
            pen.put(" ")
            cued = pen.put(cue[0])
            pen.occurrences.append((*cued, cue[0].removesuffix("ed"), (source,), (), ()))
        else:
            quoted = False
            if shape < 0.53:
                pen.put("According to ")
                through = outlet(int(6 * rng.random()))
                pen.mention(through, "name", ("organization", through))
                relays = (("organization", through),)
                pen.put(", ")
            source, speaker = self._source(pen, rank, nameless=nameless, first=not relays)
            pen.put(" ")
            cued = pen.put(cue[0])
            if cue[1] == "respond" or shape > 0.92:
                pen.put(" to ")
                span, key = self.body(pen) if shape > 0.6 else self.someone(pen, self.anyone())
                addressee, addressees = (span,), (key,)
            pen.put(" that ")
            content, said = self._content(pen, words)
        if rng.random() < 0.2:
            pen.put(
                self.pick((" on Monday", " late on Friday", " at a briefing", " in an interview"))
            )
        pen.put(".")
        self.last = speaker if speaker[0] == "person" else None
        return pen.line(
            Spoken(
                source=(source,), cue=(cued,), content=content, speaker=speaker, act=cue[1],
                quote="direct" if quoted else "indirect", proposition=said, addressee=addressee,
                addressees=addressees, relays=relays, negative=" not " in words,
                answers=cue[1] == "respond" and rng.random() < 0.5,
            )
        )  # fmt: skip

    def _content(self, pen: _Pen, words: str) -> tuple[Span, Proposition]:
        if not words:
            return self.clause(pen)
        span = pen.put(words)
        parts = words.split()
        return span, Proposition(subject=parts[1], relation=parts[2], object=parts[-1])

    def _source(
        self, pen: _Pen, rank: int, *, nameless: bool, first: bool = False
    ) -> tuple[Span, Key]:
        if not nameless:
            return self.someone(pen, rank, first=first)
        words = self.pick(_NAMELESS)
        key = ("anonymous", words)
        return pen.mention(words, "nominal", key), key
