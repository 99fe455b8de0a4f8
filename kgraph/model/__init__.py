"""The nouns of kgraph: frozen records that everything else makes, moves or reads.

Offsets are character indices (Python ``str``) into ``Article.text`` exactly as it came in.
Identifiers are digests (see ``kgraph.ids``); ``iri`` properties give the RDF names.
"""

from kgraph.model.decided import Decision, Topic, Verdict, Watch, WatchKind
from kgraph.model.derived import Actor, Claim, CopyGroup, Derived, Doubt, Happening, Link
from kgraph.model.evidence import (
    Article,
    Entity,
    EntityType,
    Event,
    Extraction,
    Mention,
    Modality,
    Occurrence,
    Paragraph,
    ParagraphKind,
    Polarity,
    Proposition,
    QuoteKind,
    Role,
    Span,
    Spans,
    Statement,
    TimeBasis,
    When,
)

__all__ = [
    "Actor",
    "Article",
    "Claim",
    "CopyGroup",
    "Decision",
    "Derived",
    "Doubt",
    "Entity",
    "EntityType",
    "Event",
    "Extraction",
    "Happening",
    "Link",
    "Mention",
    "Modality",
    "Occurrence",
    "Paragraph",
    "ParagraphKind",
    "Polarity",
    "Proposition",
    "QuoteKind",
    "Role",
    "Span",
    "Spans",
    "Statement",
    "TimeBasis",
    "Topic",
    "Verdict",
    "Watch",
    "WatchKind",
    "When",
]
