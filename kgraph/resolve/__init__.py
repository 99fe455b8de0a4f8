"""From evidence of single articles to one story: who is who, which claim is which, who copied."""

from collections.abc import Iterable

from kgraph.model import Derived, Extraction
from kgraph.resolve.actors import find_actors
from kgraph.resolve.claims import find_claims
from kgraph.resolve.copies import find_copies, same_text
from kgraph.resolve.relations import find_relations
from kgraph.resolve.sayings import sayings

__all__ = ["resolve", "same_text"]


def resolve(extractions: Iterable[Extraction]) -> Derived:
    """All that can be derived from the articles by exact matches, whatever their order.

    Args:
        extractions: Current versions of articles; of one article given twice, one counts.
    """
    by_id: dict[str, Extraction] = {}
    for extraction in extractions:
        known = by_id.get(extraction.article.id)
        if known is None or repr(extraction) < repr(known):
            by_id[extraction.article.id] = extraction
    ordered = tuple(by_id[article] for article in sorted(by_id))
    groups = find_copies(ordered)
    actors = find_actors(ordered, groups)
    said = sayings(ordered, actors, groups)
    return Derived(
        actors=actors,
        claims=find_claims(said, ordered),
        copy_groups=groups,
        links=find_relations(said, ordered),
    )
