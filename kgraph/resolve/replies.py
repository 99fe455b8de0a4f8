"""Who answers whom across articles: the answer names who spoke and what about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kgraph.model import Entity, Extraction, Link
from kgraph.resolve.claims import cluster
from kgraph.resolve.dates import days_between
from kgraph.resolve.sayings import Saying
from kgraph.resolve.text import fold_name, telling, words

ANSWERING = frozenset({
    "accept", "agree", "confirm", "criticise", "deny", "oppose", "praise", "reject", "respond",
    "support",
})  # fmt: skip
"""Acts that answer something."""

OPENING = frozenset({
    "accuse", "announce", "ask", "call-on", "demand", "promise", "propose", "request", "threaten",
    "warn",
})  # fmt: skip
"""Acts that call for an answer; among several matches they come first."""

_LOOKED_AT = 50
_LONGEST_NAME = 5


def find_replies(
    said: Sequence[Saying], extractions: Iterable[Extraction], *, window: int
) -> Iterator[Link]:
    """Links from answers to the first statement of the claim that they answer.

    An answer is an act of ``ANSWERING`` that names an actor, as addressee or in its words, who
    had made a claim in the days before, and that holds the claim's topic: the label of an
    event in it, or the object of its proposition. Where the words say outright that they
    respond, the topic may stand anywhere in the article.
    """
    extractions = tuple(extractions)
    labels = _event_labels(extractions)
    claims_of: defaultdict[str, list[Saying]] = defaultdict(list)
    topics: dict[str, frozenset[str]] = {}
    for first, *_ in cluster(said).values():
        topics[first.iri] = _topics(first, labels)
        if first.actor and first.named and topics[first.iri]:
            claims_of[first.actor].append(first)
    known = _speakers_by_name(said)
    entities = {e.article.id: e.entities for e in extractions}
    for saying in said:
        if saying.statement.act not in ANSWERING:
            continue
        near = _spaced(_sentence(saying))
        wide = _spaced(saying.article.text) if saying.statement.act == "respond" else near
        addressed = dict.fromkeys(saying.addressees, "is addressed to the speaker")
        named = _actors_named(saying, entities[saying.article.id], known)
        best = None
        for actor, how in (named | addressed).items():
            if actor == saying.actor:
                continue
            for first in _before(claims_of[actor], saying, window):
                here, there = (
                    sorted(t for t in topics[first.iri] if f" {t} " in text)
                    for text in (near, wide)
                )
                rank = (bool(here), first.statement.act in OPENING, first.day)
                # Of one day's statements the first is answered: the others repeat it.
                if there and (best is None or rank >= best[0]):
                    best = rank, first, how, here or there
        if best:
            (close, opening, _), first, how, shared = best
            where = "same topic" if close else "same topic in the article"
            yield Link(
                relation="respondsTo",
                start=saying.iri,
                end=first.iri,
                score=round(0.6 + 0.1 * close + 0.1 * opening, 2),
                reasons=(how, f"{where}: {', '.join(shared)}", f"act: {saying.statement.act}"),
            )


def _before(claims: list[Saying], answer: Saying, window: int) -> Iterator[Saying]:
    """The claims of the days before the answer, made elsewhere; the latest fifty of them."""
    looked = 0
    for first in reversed(claims):
        if first.order >= answer.order or first.article.id == answer.article.id:
            continue
        days = days_between(first.day, answer.day)
        if days is None or not 0 <= days <= window or looked == _LOOKED_AT:
            return
        looked += 1
        yield first


def _spaced(text: str) -> str:
    """The words of a text with blanks around each, to look for whole words in."""
    return f" {' '.join(words(text))} "


def _sentence(saying: Saying) -> str:
    start, end = saying.statement.sentence
    return saying.article.text[start:end] or saying.article.quote(saying.statement.content)


def _event_labels(extractions: Iterable[Extraction]) -> dict[str, list[str]]:
    labels: defaultdict[str, list[str]] = defaultdict(list)
    for extraction in extractions:
        iris = {statement.id: statement.iri for statement in extraction.statements}
        for event in extraction.events:
            if event.statement in iris:
                labels[iris[event.statement]].append(event.label)
    return dict(labels)


def _topics(first: Saying, labels: dict[str, list[str]]) -> frozenset[str]:
    """What a claim is about, as words to find again, without a leading article."""
    said = first.statement.proposition
    named = [*labels.get(first.iri, ()), *([said.object] if said and said.object else [])]
    found = set()
    for name in named:
        parts = words(name)
        while parts and parts[0] in ("a", "an", "the", "its", "his", "her", "their"):
            parts = parts[1:]
        if telling(parts):
            found.add(" ".join(parts))
    return frozenset(found)


def _speakers_by_name(said: Iterable[Saying]) -> dict[str, set[str]]:
    """Ids of the actors that speak, by full name and, behind "… ", by last name, both folded."""
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for saying in said:
        if saying.named:
            by_name[saying.speaker].add(saying.actor)
            *first, last = saying.speaker.split()
            if first:
                by_name[f"… {last}"].add(saying.actor)
    return by_name


def _actors_named(
    saying: Saying, entities: Iterable[Entity], known: dict[str, set[str]]
) -> dict[str, str]:
    """Speakers that the answer's sentence mentions, and how; of two of one name, neither."""
    start, end = saying.statement.sentence
    found = {}
    for entity in entities:
        name = fold_name(entity.name)
        within = any(start <= m.start and m.end <= end for m in entity.mentions)
        if not within and f" {name} " not in _spaced(_sentence(saying)):
            continue
        for actors in (known.get(name, ()), known.get(f"… {name}", ())):
            if len(actors) == 1:
                found[next(iter(actors))] = f"names {entity.name}"
    spoken = fold_name(_sentence(saying)).split()
    for length in range(2, _LONGEST_NAME + 1):
        for place in range(len(spoken) - length + 1):
            name = " ".join(spoken[place : place + length])
            if len(known.get(name, ())) == 1:
                found.setdefault(next(iter(known[name])), f"names {name.title()}")
    return found
