"""Small extractions made by hand, in our own words, for the tests of every part.

The story: Port Varna's mayor Ana Ilieva announces a pause of the dredging from 8 to 11 May 2025.
The wire agency Norvia reports it, the Harbour Post copies the wire text, the Bay Mirror tells it
in its own words with an answer by the dockers' union, and a day later the Harbour Post has the
union's denial.

``WIRE``, ``COPY``, ``REPLY`` and ``DENIAL`` are the extractions, ``EXTRACTIONS`` all of them, and
``DERIVED`` is what resolution makes of them.
"""

from dataclasses import replace

from kgraph import ids
from kgraph.model import (
    Actor,
    Article,
    Claim,
    CopyGroup,
    Derived,
    Entity,
    EntityType,
    Event,
    Extraction,
    Happening,
    Link,
    Mention,
    Occurrence,
    Paragraph,
    Proposition,
    Role,
    Span,
    Spans,
    Statement,
    When,
)
from tests.completed import completed

EXTRACTOR = "by hand 1"


def span(article: Article, words: str, nth: int = 0) -> Span:
    """Where the words stand in the article's text: the nth time, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return start, start + len(words)


def spans(article: Article, *words: str) -> Spans:
    """Where each of the words stand first, ascending."""
    return tuple(sorted(span(article, one) for one in words))


def mention(article: Article, words: str, nth: int = 0, kind: str = "name") -> Mention:
    """A mention by these words, the nth time that they stand in the text."""
    start, end = span(article, words, nth)
    return Mention(start=start, end=end, kind=kind)  # type: ignore[arg-type]


def entity(
    article: Article,
    name: str,
    kind: EntityType,
    mentions: tuple[Mention, ...],
    *,
    names: tuple[str, ...] = (),
    roles: tuple[Role, ...] = (),
    wikidata: str = "",
) -> Entity:
    """An entity with the id that an extractor would give it."""
    where = str(mentions[0].start) if kind == "anonymous" else ""
    return Entity(
        id=ids.digest(article.id, kind, name, where),
        name=name,
        type=kind,
        names=names,
        mentions=mentions,
        roles=roles,
        wikidata=wikidata,
    )


def _id(article: Article, kind: str, number: int = 1) -> str:
    return ids.digest(article.id, kind, str(number))


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    laid: list[Paragraph] = []
    at = 0
    for block in text.split("\n\n"):
        end = at + len(block.rstrip())
        laid.append(Paragraph(start=at, end=end, kind="text" if laid else "heading"))
        at += len(block) + 2
    return tuple(laid)


_WIRE_TEXT = """\
Port Varna pauses dredging for four days

PORT VARNA, May 5 (Norvia) - Mayor Ana Ilieva announced on Monday a pause of the dredging \
from 8 to 11 May, the harbour office said.

"The seabed needs a rest," Ilieva told the city council.

If the boats come back early, the port will be closed, a senior official warned.
"""


def _wire(article: Article) -> Extraction:
    """What the wire text says, in whichever article carries it."""
    ilieva = entity(
        article,
        "Ana Ilieva",
        "person",
        (mention(article, "Ana Ilieva"), mention(article, "Ilieva", 1)),
        names=("Ilieva",),
        roles=(Role(title="Mayor", organization="Port Varna", span=span(article, "Mayor")),),
        wikidata="Q900001",
    )
    office = entity(
        article,
        "harbour office",
        "organization",
        (mention(article, "the harbour office", kind="nominal"),),
    )
    council = entity(
        article, "city council", "group", (mention(article, "the city council", kind="nominal"),)
    )
    official = entity(
        article,
        "a senior official",
        "anonymous",
        (mention(article, "a senior official", kind="nominal"),),
    )
    port = entity(article, "Port Varna", "place", (mention(article, "Port Varna"),))
    day = When(start="2025-05-05", end="2025-05-05", basis="published")
    announcement = Statement(
        id=_id(article, "statement", 1),
        source=spans(article, "Mayor Ana Ilieva"),
        cue=spans(article, "announced"),
        content=spans(article, "a pause of the dredging from 8 to 11 May"),
        speaker=ilieva.id,
        relays=(office.id,),
        act="announce",
        said_at=When(start="2025-05-05", end="2025-05-05", span=span(article, "on Monday")),
        sentence=(
            span(article, "PORT VARNA")[0],
            span(article, "the harbour office said.")[1],
        ),
        proposition=Proposition(subject="Ana Ilieva", relation="announce", object="pause"),
        confidence=0.97,
    )
    rest = Statement(
        id=_id(article, "statement", 2),
        source=(span(article, "Ilieva", 1),),
        cue=spans(article, "told"),
        content=spans(article, "The seabed needs a rest,"),
        addressee=spans(article, "the city council"),
        speaker=ilieva.id,
        addressees=(council.id,),
        quote="direct",
        act="assert",
        said_at=day,
        venue="the city council",
        sentence=span(article, '"The seabed needs a rest," Ilieva told the city council.'),
        confidence=0.99,
    )
    warning = Statement(
        id=_id(article, "statement", 3),
        source=spans(article, "a senior official"),
        cue=spans(article, "warned"),
        content=spans(article, "If the boats come back early, the port will be closed"),
        speaker=official.id,
        act="warn",
        modality="conditional",
        condition=spans(article, "If the boats come back early"),
        said_at=day,
        sentence=span(
            article,
            "If the boats come back early, the port will be closed, a senior official warned.",
        ),
        confidence=0.9,
    )
    pause = Event(
        id=_id(article, "event"),
        label="pause",
        spans=spans(article, "a pause of the dredging"),
        when=When(start="2025-05-08", end="2025-05-11", span=span(article, "from 8 to 11 May")),
        agent=ilieva.id,
        participants=(office.id,),
        place="Port Varna",
        statement=announcement.id,
    )
    return Extraction(
        article=article,
        statements=(announcement, rest, warning),
        entities=(port, ilieva, office, council, official),
        events=(pause,),
        occurrences=(
            Occurrence(
                start=span(article, "pause")[0],
                end=span(article, "pause")[1],
                root="paus",
                objects=(span(article, "dredging"),),
                when="2025-05-08/2025-05-11",
            ),
        ),
        extractor=EXTRACTOR,
    )


WIRE = _wire(
    Article(
        key="https://norvia.example/2025/05/05/dredging",
        text=_WIRE_TEXT,
        paragraphs=_paragraphs(_WIRE_TEXT),
        title="Port Varna pauses dredging for four days",
        url="https://norvia.example/2025/05/05/dredging",
        outlet="Norvia",
        author="Petya Mladen",
        published="2025-05-05T14:30:00Z",
        modified="2025-05-05T15:00:00Z",
        language="en",
        retrieved="2025-05-05T16:00:00Z",
        metadata=(("desk", '"harbours"'), ("priority", "2")),
    )
)

COPY = _wire(
    Article(
        key="https://harbourpost.example/dredging-paused",
        text=_WIRE_TEXT,
        paragraphs=_paragraphs(_WIRE_TEXT),
        title="Dredging paused",
        url="https://harbourpost.example/dredging-paused",
        outlet="Harbour Post",
        published="2025-05-05",
        credits=("Norvia",),
        language="en",
    )
)

_REPLY_TEXT = """\
Union fights Varna dredging pause

Ana Ilieva, the mayor of Port Varna, has put the dredging on hold from 8 May, she told \
reporters on X.

"This pause ruins us," said Dobri Stanev, head of the dockers' union, in answer to the mayor.

The ministry had promised her money, the mayor said, the Gazette and Radio Delta reported.
"""


def _reply() -> Extraction:
    article = Article(
        key="https://baymirror.example/union",
        text=_REPLY_TEXT,
        paragraphs=_paragraphs(_REPLY_TEXT),
        title="Union fights Varna dredging pause",
        url="https://baymirror.example/union",
        outlet="Bay Mirror",
        author="Ivo Tan",
        published="2025-05-05",
        language="en",
    )
    ilieva = entity(
        article,
        "Ana Ilieva",
        "person",
        (
            mention(article, "Ana Ilieva"),
            mention(article, "she", kind="pronoun"),
            mention(article, "the mayor", 1, kind="nominal"),
            mention(article, "the mayor", 2, kind="nominal"),
        ),
        roles=(
            Role(
                title="mayor", organization="Port Varna", span=span(article, "mayor of Port Varna")
            ),
        ),
    )
    stanev = entity(
        article,
        "Dobri Stanev",
        "person",
        (mention(article, "Dobri Stanev"),),
        roles=(
            Role(
                title="head",
                organization="dockers' union",
                span=span(article, "head of the dockers' union"),
            ),
        ),
    )
    reporters = entity(
        article, "reporters", "group", (mention(article, "reporters", kind="nominal"),)
    )
    ministry = entity(
        article, "ministry", "organization", (mention(article, "The ministry", kind="nominal"),)
    )
    gazette = entity(article, "Gazette", "organization", (mention(article, "Gazette"),))
    radio = entity(article, "Radio Delta", "organization", (mention(article, "Radio Delta"),))
    day = When(start="2025-05-05", end="2025-05-05", basis="published")
    last = span(
        article,
        "The ministry had promised her money, the mayor said, the Gazette and Radio Delta reported.",
    )
    hold = Statement(
        id=_id(article, "statement", 1),
        source=spans(article, "she"),
        cue=spans(article, "told"),
        content=spans(article, "has put the dredging on hold from 8 May"),
        addressee=spans(article, "reporters"),
        speaker=ilieva.id,
        addressees=(reporters.id,),
        act="announce",
        said_at=day,
        venue="on X",
        sentence=(span(article, "Ana Ilieva")[0], span(article, "on X.")[1]),
        proposition=Proposition(subject="Ana Ilieva", relation="put", object="dredging on hold"),
        confidence=0.91,
    )
    answer = Statement(
        id=_id(article, "statement", 2),
        source=spans(article, "Dobri Stanev, head of the dockers' union"),
        cue=spans(article, "said"),
        content=spans(article, "This pause ruins us,"),
        speaker=stanev.id,
        addressees=(ilieva.id,),
        addressee=(span(article, "the mayor", 1),),
        quote="direct",
        act="respond",
        said_at=day,
        responds_to=hold.id,
        sentence=(span(article, '"This pause')[0], span(article, "in answer to the mayor.")[1]),
        confidence=0.98,
    )
    money = Statement(
        id=_id(article, "statement", 3),
        source=(span(article, "the mayor", 2),),
        cue=(span(article, "said", 1),),
        content=spans(article, "The ministry had promised her money"),
        speaker=ilieva.id,
        relays=(radio.id, gazette.id),
        act="assert",
        said_at=day,
        sentence=last,
        confidence=0.8,
    )
    promise = Statement(
        id=_id(article, "statement", 4),
        source=spans(article, "The ministry"),
        cue=spans(article, "had promised"),
        content=spans(article, "money"),
        addressee=spans(article, "her"),
        speaker=ministry.id,
        addressees=(ilieva.id,),
        act="promise",
        modality="planned",
        parent=money.id,
        sentence=last,
        confidence=0.75,
    )
    return Extraction(
        article=article,
        statements=(hold, answer, money, promise),
        entities=(ilieva, reporters, stanev, ministry, gazette, radio),
        events=(
            Event(
                id=_id(article, "event"),
                label="dredging on hold",
                spans=spans(article, "the dredging on hold"),
                when=When(start="2025-05-08", end="", span=span(article, "from 8 May")),
                agent=ilieva.id,
                statement=hold.id,
            ),
        ),
        extractor=EXTRACTOR,
    )


REPLY = _reply()

_DENIAL_TEXT = """\
Dockers deny a deal

There was no deal with the mayor, Dobri Stanev said between Monday and Tuesday.

"Work", a strike vote found, "must go on" until 30 June at the latest.

It is said that the port may close, a step that no mayor has taken since 1997.
"""


def _denial() -> Extraction:
    article = Article(
        key="dockers-deny.txt",
        text=_DENIAL_TEXT,
        paragraphs=_paragraphs(_DENIAL_TEXT),
        title="Dockers deny a deal",
        outlet="Harbour Post",
        published="2025-05-06",
        language="en",
        keyed=False,
    )
    stanev = entity(article, "Dobri Stanev", "person", (mention(article, "Dobri Stanev"),))
    vote = entity(
        article, "strike vote", "document", (mention(article, "a strike vote", kind="nominal"),)
    )
    denial = Statement(
        id=_id(article, "statement", 1),
        source=spans(article, "Dobri Stanev"),
        cue=spans(article, "said"),
        content=spans(article, "There was no deal with the mayor"),
        speaker=stanev.id,
        act="deny",
        polarity="negative",
        said_at=When(
            start="2025-05-05",
            end="2025-05-06",
            span=span(article, "between Monday and Tuesday"),
        ),
        sentence=(span(article, "There was")[0], span(article, "Tuesday.")[1]),
        proposition=Proposition(subject="deal", relation="be", negated=True),
        confidence=0.96,
    )
    found = Statement(
        id=_id(article, "statement", 2),
        source=spans(article, "a strike vote"),
        cue=spans(article, "found"),
        content=spans(article, "Work", "must go on"),
        speaker=vote.id,
        quote="mixed",
        act="assert",
        modality="demanded",
        said_at=When(start="2025-05", end="2025-05", basis="published"),
        sentence=(span(article, '"Work"')[0], span(article, "at the latest.")[1]),
        confidence=0.7,
    )
    rumour = Statement(
        id=_id(article, "statement", 3),
        source=(),
        cue=spans(article, "It is said that"),
        content=spans(article, "the port may close"),
        act="report",
        modality="possible",
        said_at=When(start="2025-05-06", end="2025-05-06", basis="published"),
        sentence=(span(article, "It is said")[0], span(article, "since 1997.")[1]),
        confidence=0.6,
    )
    return Extraction(
        article=article,
        statements=(denial, found, rumour),
        entities=(stanev, vote),
        events=(
            Event(
                id=_id(article, "event", 1),
                label="work",
                spans=spans(article, "Work"),
                when=When(start="", end="2025-06-30", span=span(article, "until 30 June")),
                statement=found.id,
            ),
            Event(
                id=_id(article, "event", 2),
                label="step",
                spans=spans(article, "a step"),
                when=When(start="1997", end="1997", span=span(article, "1997")),
            ),
        ),
        extractor=EXTRACTOR,
    )


DENIAL = _denial()

EXTRACTIONS = (WIRE, COPY, REPLY, DENIAL)


def iris(words: str) -> tuple[str, ...]:
    """IRIs of the statements of all samples whose content has these words, sorted."""
    return tuple(
        sorted(
            statement.iri
            for extraction in EXTRACTIONS
            for statement in extraction.statements
            if words in extraction.article.quote(statement.content)
        )
    )


def members(name: str) -> tuple[str, ...]:
    """IRIs of the entities of all samples that have this name, sorted."""
    return tuple(
        sorted(
            one.iri for extraction in EXTRACTIONS for one in extraction.entities if one.name == name
        )
    )


def _derived() -> Derived:
    actors = []
    for extraction in EXTRACTIONS:
        for one in extraction.entities:
            alone = one.type == "anonymous"
            stands = (one.iri,) if alone else members(one.name)
            actors.append(
                Actor(
                    id=ids.digest("actor", *stands),
                    name=one.name,
                    type=one.type,
                    members=stands,
                    wikidata="Q900001" if one.name == "Ana Ilieva" else "",
                )
            )
    told = [
        ("a pause of the dredging from 8 to 11 May", 1, (REPLY.article.iri,)),
        ("The seabed needs a rest,", 1, ()),
        ("the port will be closed", 1, ()),
        ("has put the dredging on hold", 1, ()),
        ("This pause ruins us,", 1, ()),
        ("There was no deal with the mayor", 1, ()),
        ("must go on", 1, ()),
        ("the port may close", 1, ()),
    ]
    claims = tuple(
        Claim(
            id=ids.digest("claim", *iris(words)),
            headline=words,
            first=iris(words)[0],
            statements=iris(words),
            origins=origins,
            repeated=repeated,
        )
        for words, origins, repeated in told
    )
    return Derived(
        actors=tuple({actor.id: actor for actor in actors}.values()),
        claims=claims,
        copy_groups=(
            CopyGroup(
                id=ids.digest("copies", WIRE.article.iri, COPY.article.iri),
                original=WIRE.article.iri,
                articles=tuple(sorted((WIRE.article.iri, COPY.article.iri))),
                reasons=("credits Norvia", "same text: 1.00"),
            ),
        ),
        happenings=(
            Happening(
                id=ids.digest("happening", "pause"),
                name="pause",
                members=tuple((e.article.iri, *span(e.article, "pause")) for e in (WIRE, COPY)),
                events=tuple(event.iri for event in WIRE.events),
                reasons=("one root, one story",),
            ),
        ),
        links=(
            Link(
                relation="denies",
                start=DENIAL.statements[0].iri,
                end=WIRE.statements[0].iri,
                score=0.75,
                reasons=("a denial by one it concerns", "a day later"),
            ),
            Link(
                relation="repeats",
                start=COPY.statements[0].iri,
                end=WIRE.statements[0].iri,
                reasons=("same words",),
            ),
            Link(
                relation="respondsTo",
                start=REPLY.statements[1].iri,
                end=REPLY.statements[0].iri,
                reasons=("said so in the article",),
            ),
        ),
    )


DERIVED = completed(_derived(), EXTRACTIONS)


def revised(extraction: Extraction, title: str) -> Extraction:
    """The same extraction of an article under another title: a new version of the same key."""
    article = replace(extraction.article, title=title)
    return Extraction(article=article, extractor=extraction.extractor)
