"""Hypothesis strategies for articles and extractions that hang together.

What they give is small and odd on purpose: any character that RDF can carry, spans anywhere,
names with separators in them, dates as precise as news have them and dates that are none.
"""

from hypothesis import strategies as st

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
    Span,
    Spans,
    Statement,
    When,
)

ACTS = ("announce", "assert", "deny", "promise", "warn")

_characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")

words = st.text(_characters, max_size=20)
"""Any text but what ingest refuses (lone surrogates and NUL); may be empty."""

named = st.text(_characters, min_size=1, max_size=20)
"""The same, of one character or more."""

moments = st.one_of(
    st.dates().map(str),
    st.datetimes(timezones=st.none() | st.timezones()).map(lambda moment: moment.isoformat()),
    st.sampled_from(
        [
            "2025",
            "2025-05",
            "2025-05-08",
            "2025-05-08T10:00",
            "2025-05-08T10:00:00Z",
            "2025-05-08T10:00:00+00:00",
            "2025-05-08T10:00:00.500-04:30",
            "2025-02-30",
            "spring 2025",
        ]
    ),
)
"""Times as an article or an extractor may give them."""


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article with a text of at least one character."""
    outlets = st.sampled_from(["", "AP", "Bay Mirror", "Norvia"]) | words
    return Article(
        key=draw(named),
        text=draw(st.text(_characters, min_size=1, max_size=60)),
        title=draw(words),
        url=draw(st.sampled_from(["", "https://example.org/a?b=c#d", "no url", "http://[::1"])),
        outlet=draw(outlets),
        author=draw(words),
        published=draw(st.just("") | moments),
        modified=draw(st.just("") | moments),
        credits=tuple(filter(None, draw(st.lists(outlets, max_size=2)))),
        language=draw(st.sampled_from(["", "en"])),
    )


@st.composite
def spans_in(draw: st.DrawFn, article: Article) -> Span:
    """A span of the article's text, of one character or more."""
    start = draw(st.integers(0, len(article.text) - 1))
    return start, draw(st.integers(start + 1, len(article.text)))


@st.composite
def span_sets(draw: st.DrawFn, article: Article, least: int = 0) -> Spans:
    """Ascending, disjoint spans of the article's text."""
    cuts = sorted(draw(st.sets(st.integers(0, len(article.text)), min_size=2, max_size=6)))
    pairs = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    return pairs[: draw(st.integers(least, len(pairs)))]


@st.composite
def whens(draw: st.DrawFn, article: Article) -> When:
    """A point, an interval, or an interval open at one end."""
    start = draw(moments)
    start, end = draw(
        st.sampled_from([(start, start), (start, "")])
        | moments.map(lambda end: (start, end))
        | st.just(("", start))
    )
    return When(
        start=start,
        end=end,
        span=draw(st.none() | spans_in(article)),
        basis=draw(st.sampled_from(["stated", "published"])),
    )


def _occurrences(article: Article) -> st.SearchStrategy[Occurrence]:
    return spans_in(article).map(
        lambda span: Occurrence(
            start=span[0], end=span[1], root="tell", agents=(span,), when="2025-05-08/.."
        )
    )


@st.composite
def _entities(draw: st.DrawFn, article: Article, number: int) -> Entity:
    roles = st.builds(Role, title=named, organization=words, span=spans_in(article))
    mentions = st.builds(
        lambda span, kind: Mention(start=span[0], end=span[1], kind=kind),
        spans_in(article),
        st.sampled_from(["name", "nominal", "pronoun"]),
    )
    return Entity(
        id=ids.digest(article.id, "entity", str(number)),
        name=draw(named),
        type=draw(
            st.sampled_from(
                ["person", "organization", "place", "group", "document", "anonymous", "none"]
            )
        ),
        names=tuple(draw(st.lists(named, max_size=2))),
        mentions=tuple(draw(st.lists(mentions, max_size=3))),
        roles=tuple(draw(st.lists(roles, max_size=2))),
        wikidata=draw(st.sampled_from(["", "Q42"])),
    )


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """All that an extractor might read in one article; every id in it is of something in it."""
    article = draw(articles())
    entities = [draw(_entities(article, n)) for n in range(draw(st.integers(0, 3)))]
    who = st.sampled_from([entity.id for entity in entities]) if entities else st.nothing()
    statement_ids = [
        ids.digest(article.id, "statement", str(n)) for n in range(draw(st.integers(0, 3)))
    ]
    which = st.sampled_from(["", *statement_ids])
    some = st.lists(who, max_size=3) if entities else st.just([])
    one = st.just("") | who if entities else st.just("")
    statements = [
        Statement(
            id=statement_id,
            source=draw(span_sets(article)),
            cue=draw(span_sets(article)),
            content=draw(span_sets(article, least=1)),
            addressee=draw(span_sets(article)),
            speaker=draw(one),
            addressees=tuple(draw(some)),
            relays=tuple(draw(some)),
            quote=draw(st.sampled_from(["direct", "mixed", "indirect"])),
            act=draw(st.sampled_from(ACTS)),
            polarity=draw(st.sampled_from(["positive", "negative"])),
            modality=draw(st.sampled_from(["asserted", "possible", "conditional", "planned"])),
            condition=draw(span_sets(article)),
            said_at=draw(st.none() | whens(article)),
            venue=draw(words),
            parent=draw(which),
            responds_to=draw(which),
            sentence=draw(st.just((0, 0)) | spans_in(article)),
            proposition=draw(
                st.none()
                | st.builds(
                    Proposition,
                    subject=words,
                    relation=words,
                    object=words,
                    negated=st.booleans(),
                )
            ),
            confidence=draw(st.floats(0, 1)),
        )
        for statement_id in statement_ids
    ]
    events = [
        Event(
            id=ids.digest(article.id, "event", str(n)),
            label=draw(named),
            spans=draw(span_sets(article, least=1)),
            when=draw(st.none() | whens(article)),
            agent=draw(one),
            participants=tuple(draw(some)),
            place=draw(words),
            statement=draw(which),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    return Extraction(
        article=article,
        statements=tuple(statements),
        entities=tuple(entities),
        events=tuple(events),
        occurrences=draw(st.just(()) | st.tuples(_occurrences(article))),
        extractor=draw(st.sampled_from(["", "by hand 1"])),
    )
