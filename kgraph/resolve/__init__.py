"""From evidence of single articles to one story: who is who, which claim is which, who copied."""

from collections.abc import Iterable
from contextlib import closing

from kgraph.model import Decision, Derived, Extraction
from kgraph.resolve.collection import Collection
from kgraph.resolve.copies import same_text
from kgraph.resolve.decisions import standing
from kgraph.resolve.linking import Known, Links
from kgraph.resolve.things import Changes

__all__ = ["Changes", "Collection", "Links", "resolve", "same_text"]


def resolve(
    extractions: Iterable[Extraction],
    *,
    known: Iterable[Known] = (),
    decisions: Iterable[Decision] = (),
) -> Derived:
    """All that can be derived from articles in memory, whatever their order.

    Args:
        extractions: Current versions of articles; of one article given twice, one counts.
        known: Entries of gazetteers that names are linked to; an earlier one overrules a later.
        decisions: What a person decided; it wins over every rule.
    """
    articles: dict[str, Extraction] = {}
    for extraction in extractions:
        before = articles.get(extraction.article.iri)
        if before is None or repr(extraction) < repr(before):
            articles[extraction.article.iri] = extraction
    homes = {one.iri: e.article.iri for e in articles.values() for one in e.entities}
    with closing(Collection(":memory:")) as collection:
        collection.update(
            list(articles.values()),
            (),
            links=Links(known),
            decisions=standing(decisions),
            article_of=lambda entity: homes.get(entity, ""),
        )
        return collection.derived()
