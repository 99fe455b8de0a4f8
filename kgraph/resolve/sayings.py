"""Statements as resolution looks at them: slim records that hold all that relations need."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kgraph.model import Entity, Event, Extraction, Statement
from kgraph.resolve.content import Content, is_denial
from kgraph.resolve.copies import work_of
from kgraph.resolve.dates import sortable
from kgraph.resolve.named import is_named
from kgraph.resolve.text import fold_name, has_pronoun, telling, words
from kgraph.resolve.verdicts import Judged, verdict

ANSWERING = frozenset({
    "accept", "agree", "confirm", "criticise", "deny", "oppose", "praise", "reject", "respond",
    "support",
})  # fmt: skip
"""Acts that answer something."""

# What stands before or behind the name of one whose plan, words or deed is meant.
_POSSESSIVE = re.compile(r"['’]s?\s")
_CONNECTED = re.compile(r"\s+(?:for|over|on|about|that|of)\s")
_AFTER_WITH = re.compile(r"\bwith (?:the )?(?:\w+ ){0,2}$")
_OF = re.compile(r"\b(?:of|by|from) (?:the )?(?:\w+ ){0,2}$")
_OPENED = re.compile(r"\s*(?:the )?$")
_THEIRS = 60
"""Characters beside a name in which a topic is its bearer's."""

ADDRESSED = "is addressed to the speaker"

_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their"})

# What is kept of a sentence and of an article that answers: a record stays small.
_SENTENCE = 100
_RESPONDING = 80

_MATTER = 3
"""Words that tell what an answer is about, or it may be about what the article begins with."""


Answered = tuple[str, str, str, str]
"""Actor, surname, how it is known, and the words that are theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying(Content):
    """One statement and what stands around it.

    Attributes:
        work: What all versions of its article have in common.
        outlet: Folded name of the outlet, or "".
        outlet_name: Its name as the article has it.
        dated: When its article was published; ISO 8601, "" where unknown.
        credits: Folded names of the agencies that its article credits.
        group: Id of the copy group of its article, or "".
        relays: Folded names of those it came through, outermost first.
        addressees: Ids of the addressees' actors.
        actors_near: Ids of the actors, its speaker aside, that its sentence mentions.
        answers_to: Where it answers something, those whom it may answer, each as id of the actor,
            folded name if that is a person's and but one word, how it is known that they are
            meant, and the folded words that are said to be theirs.
        judged: Whose words it judges or takes up, as ``verdicts.Judged``.
        topics: What it is about, each as folded words to find again; a name is no topic.
        responding_words: The telling words that its article begins with, where it says outright
            that it responds and leaves open to what.
    """

    work: str
    outlet: str
    outlet_name: str
    dated: str
    credits: tuple[str, ...]
    group: str
    relays: tuple[str, ...]
    addressees: tuple[str, ...]
    actors_near: tuple[str, ...]
    answers_to: tuple[Answered, ...]
    judged: tuple[Judged, ...]
    topics: tuple[str, ...]
    responding_words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupInfo:
    """The copy group of an article.

    Attributes:
        original: IRI of the article that the others copy.
        published: When that one was published, as ``dates.sortable`` has it.
    """

    id: str
    original: str
    published: str


def sayings_of(
    extraction: Extraction, actor_of: Mapping[str, str], group: GroupInfo | None
) -> tuple[Saying, ...]:
    """The statements of one article, in the order of their ranks.

    Args:
        actor_of: Ids of actors by the IRIs of the article's entities.
        group: The copy group that the article belongs to, if any.
    """
    article = extraction.article
    # It is a digest of the whole text.
    iri = article.iri
    work = work_of(article)
    appeared = sortable(article.published)
    copied = group is not None and group.original != iri
    if group is not None and copied:
        appeared = max(appeared, group.published)
    entities = {entity.id: entity for entity in extraction.entities}
    near = _Near(extraction.entities, actor_of)
    labels: dict[str, list[Event]] = {}
    for event in extraction.events:
        labels.setdefault(event.statement, []).append(event)
    outlet = fold_name(article.outlet)
    credits_ = tuple(fold_name(name) for name in article.credits)
    opening: tuple[str, ...] | None = None
    found = []
    for statement in extraction.statements:
        speaker = entities.get(statement.speaker)
        actor = actor_of.get(speaker.iri, "") if speaker else ""
        content = article.quote(statement.content)
        cue = article.quote(statement.cue).casefold()
        folded = words(content)
        start, end = statement.sentence
        sentence = article.text[start:end]
        answers = statement.act in ANSWERING
        addressees = tuple(
            actor_of[entities[a].iri]
            for a in statement.addressees
            if a in entities and entities[a].iri in actor_of
        )
        theirs = near.theirs(article.text, statement, addressees) if answers else ()
        # "This is a trick" leaves open what it is about.
        is_open = has_pronoun(folded) or len(telling(folded)) < _MATTER
        responding = statement.act == "respond" and is_open
        if responding and opening is None:
            opening = telling(words(article.text))[:_RESPONDING]
        denies = is_denial(statement.act, folded, cue)
        found.append(
            Saying(
                iri=statement.iri,
                article=iri,
                unit=group.id if group else work,
                words=folded,
                speaker=fold_name(speaker.name) if speaker else "",
                actor=actor,
                named=speaker is not None and is_named(speaker),
                day=(statement.said_at.start if statement.said_at else "") or article.published,
                published=appeared,
                copied=copied,
                act=statement.act,
                cue=cue,
                modality=statement.modality,
                quote=statement.quote,
                polarity=statement.polarity,
                proposition=_proposition(statement),
                headline=content if content and not denies else sentence or content,
                work=work,
                outlet=outlet,
                outlet_name=article.outlet,
                dated=article.published,
                credits=credits_,
                group=group.id if group else "",
                relays=tuple(
                    fold_name(entities[r].name) for r in statement.relays if r in entities
                ),
                addressees=addressees,
                actors_near=tuple(sorted(near.within(start, end) - {actor, ""})),
                answers_to=tuple(one for one in theirs if one[0] != actor),
                judged=tuple(sorted(set(near.judged(article.text, statement, speaker)))),
                topics=_topics(statement, labels.get(statement.id, ()), near.names),
                responding_words=(opening or ()) if responding else (),
            )
        )
    return tuple(sorted(found, key=lambda saying: saying.rank))


class _Near:
    """Which actors a stretch of an article mentions, and what it says to be theirs."""

    def __init__(self, entities: Iterable[Entity], actor_of: Mapping[str, str]) -> None:
        self.names = frozenset(
            fold_name(name) for entity in entities for name in (entity.name, *entity.names)
        )
        self._places: list[tuple[int, int, str, str]] = []
        self._named: dict[tuple[int, int], Entity] = {}
        for entity in entities:
            if is_named(entity):
                self._named |= {(m.start, m.end): entity for m in entity.mentions}
            name = fold_name(entity.name)
            surname = name if entity.type == "person" and " " not in name else ""
            actor = actor_of.get(entity.iri, "")
            self._places += [(m.start, m.end, actor, surname) for m in entity.mentions]
        self._places.sort()

    def within(self, start: int, end: int) -> set[str]:
        """Ids of the actors between two offsets."""
        return {actor for _, _, actor, _ in self._between(start, end)}

    def theirs(
        self, text: str, statement: Statement, addressees: Iterable[str]
    ) -> Iterator[Answered]:
        """Whom the statement may answer, by what its sentence says to be theirs.

        "Lee's plan …", "the plan of Lee", "agreed with Lee that …", "criticised Lee for …"; of one
        who is addressed, all of the sentence.
        """
        start, end = statement.sentence
        for actor in sorted(set(addressees)):
            yield actor, "", ADDRESSED, _stretch(text[start:end])
        own = (*statement.cue, *statement.content)
        if own and statement.act != "respond":
            # Other words of the sentence are others' answers: only "in response to" stands apart.
            start, end = min(first for first, _ in own), max(last for _, last in own)
        cues = {last for _, last in statement.cue}
        for first, last, actor, surname in self._between(start, end):
            begun = max(start, first - _THEIRS)
            before, after = text[begun:first], text[last : min(end, last + _THEIRS)]
            object_ = _AFTER_WITH.search(before) or begun + len(_OPENED.sub("", before)) in cues
            behind = _POSSESSIVE.match(after) or (object_ and _CONNECTED.match(after))
            if behind:
                near = after[behind.end() :]
                near = near if last + _THEIRS >= end else near.rpartition(" ")[0]
            elif _OF.search(before):
                near = before if begun == start else before.partition(" ")[2]
            else:
                continue
            yield actor, surname, "names the speaker", _stretch(near)

    def judged(self, text: str, statement: Statement, speaker: Entity | None) -> Iterator[Judged]:
        """Whose words the content judges or takes up."""
        for start, end in statement.content:
            for first, last, _, _ in self._between(start, end):
                whom = self._named.get((first, last))
                held = whom not in (None, speaker) and verdict(
                    text[max(start, first - _THEIRS) : first],
                    text[last : min(end, last + 3 * _THEIRS)],
                    is_quoted=statement.quote == "direct",
                )
                if whom and held:
                    yield fold_name(whom.name), held

    def _between(self, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
        for at in range(bisect_left(self._places, (start, 0, "", "")), len(self._places)):
            place = self._places[at]
            if place[0] >= end:
                return
            if place[1] <= end:
                yield place


def _stretch(text: str) -> str:
    """The telling words, with blanks around each, to look for whole words in."""
    return f" {' '.join(telling(words(text))[:_SENTENCE])} "


def _proposition(statement: Statement) -> tuple[str, str, str, bool] | None:
    said = statement.proposition
    if said is None:
        return None
    return fold_name(said.subject), fold_name(said.relation), fold_name(said.object), said.negated


def _topics(
    statement: Statement, events: Iterable[Event], no_topics: frozenset[str]
) -> tuple[str, ...]:
    """What it is about, as words to find again, without a leading article."""
    said = statement.proposition
    names = [event.label for event in events]
    # "It is important" is not about "important".
    if said and said.object and said.relation != "be":
        names.append(said.object)
    found = set()
    for name in names:
        parts = words(name)
        while parts and parts[0] in _ARTICLES:
            parts = parts[1:]
        if telling(parts) and not has_pronoun(parts) and " ".join(parts) not in no_topics:
            found.add(" ".join(parts))
    return tuple(sorted(found))
