"""Articles and what they say, made from a few words each, for tests of many articles."""

from dataclasses import dataclass

from kgraph import ids
from kgraph.model import (
    Article,
    Entity,
    Event,
    Extraction,
    Mention,
    Proposition,
    Role,
    Statement,
    When,
)
from kgraph.resolve.text import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence "SPEAKER CUE CONTENT." and what an extractor reads in it."""

    speaker: str
    content: str
    cue: str = "said"
    act: str = "assert"
    kind: str = "person"
    to: str = ""
    to_kind: str = "organization"
    via: tuple[str, ...] = ()
    modality: str = "asserted"
    polarity: str = "positive"
    condition: str = ""
    day: str = ""
    proposition: tuple[str, str, str] | None = None
    is_clause: bool = True
    event: tuple[str, str, str] | None = None
    role: str = ""
    answers: int | None = None
    alias: str = ""
    about: str = ""

    @property
    def sentence(self):
        through = f"According to {' and '.join(self.via)}, " if self.via else ""
        to = f" {self.to}:" if self.to else ""
        return f"{through}{self.speaker} {self.cue}{to} {self.content}.".strip()


ELSEWHERE = (
    "A chess club in Mell opened its doors to schoolchildren on Wednesday evening.",
    "Forty players came to the town hall, the youngest six years old.",
    "The grandmaster Olga Perin played blindfold against ten of them and lost one game.",
    "Parents brought cake, lemonade and a trophy that a carpenter had carved from walnut.",
    "Next month a bus takes the winners to the national tournament in Arden, with a pianist.",
    "The juggler who opens the ceremony gives each child a bishop that is made of pear wood.",
    "The club was founded by postmen in 1931 and has since then met above a bakery.",
    "Its oldest member still plays the Sicilian that he learned from a ship's cook in Trieste.",
)
"""Paragraphs that have nothing to do with anybody's story."""


def said(speaker, content, **more):
    return Said(speaker=speaker, content=content, **more)


def told(key, outlet, published, *lines, title="", credited=(), url=True):
    """The extraction of an article whose paragraphs are these lines, each text or ``Said``."""
    text = "\n\n".join(line if isinstance(line, str) else line.sentence for line in lines)
    article = Article(
        key=key,
        text=text,
        title=title,
        url=f"https://{outlet.lower().replace(' ', '')}.example/{key}" if url and outlet else "",
        outlet=outlet,
        published=published,
        credits=credited,
        language="en",
    )
    entities, statements, events = {}, [], []
    at = 0
    for line in lines:
        if isinstance(line, str):
            at += len(line) + 2
            continue
        start = at
        at += len(line.sentence) + 2
        speaker = _entity(entities, article, line.speaker, line.kind, start, line)
        to = _entity(entities, article, line.to, line.to_kind, start, line)
        via = [_entity(entities, article, v, "organization", start, line) for v in line.via]
        if line.about:
            _entity(entities, article, line.about, "person", start + len(line.speaker), line)
        day = line.day or published[:10]
        first, _, last = day.partition("/")
        statement = Statement(
            id=ids.digest(article.id, "statement", str(start)),
            source=_at(text, line.speaker, start),
            cue=_at(text, line.cue, start),
            content=((start + len(line.sentence) - 1 - len(line.content), at - 3),),
            addressee=_at(text, line.to, start),
            speaker=speaker,
            addressees=(to,) if to else (),
            relays=tuple(via),
            act=line.act,
            polarity=line.polarity,
            modality=line.modality,
            condition=_at(text, line.condition, start),
            said_at=When(start=first, end=last or first) if day else None,
            responds_to=statements[line.answers].id if line.answers is not None else "",
            sentence=(start, at - 2),
            proposition=_proposition(line),
        )
        statements.append(statement)
        if line.event:
            label, begin, end = line.event
            events.append(
                Event(
                    id=ids.digest(article.id, "event", str(start)),
                    label=label,
                    spans=_at(text, label, start),
                    when=When(start=begin, end=end),
                    agent=speaker,
                    statement=statement.id,
                )
            )
    return Extraction(
        article=article,
        statements=tuple(statements),
        entities=tuple(entities.values()),
        events=tuple(events),
        extractor="by hand",
    )


def _proposition(line):
    """The proposition that is given; of any other clause it is only known that it has a subject."""
    if line.proposition:
        subject, relation, topic = line.proposition
        return Proposition(subject=subject, relation=relation, object=topic)
    return (
        Proposition(subject=" ".join(words(line.content)[:1]), relation="")
        if line.is_clause
        else None
    )


def _at(text, words, start):
    if not words:
        return ()
    place = text.index(words, start)
    return ((place, place + len(words)),)


def _entity(entities, article, name, kind, start, line):
    if not name:
        return ""
    place = article.text.index(name, start)
    if (name, kind) not in entities:
        own = name == line.speaker
        entities[name, kind] = Entity(
            id=ids.digest(article.id, kind, name, str(place) if kind == "anonymous" else ""),
            name=name,
            type=kind,
            names=(line.alias,) if own and line.alias else (),
            mentions=(
                Mention(
                    start=place,
                    end=place + len(name),
                    kind="nominal" if kind == "anonymous" or name.islower() else "name",
                ),
            ),
            roles=(Role(title=line.role, span=(place, place + len(name))),)
            if own and line.role
            else (),
        )
    return entities[name, kind].id
