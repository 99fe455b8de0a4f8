"""From evidence of single articles to one story: who is who, which claim is which, who copied."""

from collections.abc import Iterable

from kgraph.model import Decision, Derived, Extraction
from kgraph.resolve.actors import who_is_who
from kgraph.resolve.claims import find_claims
from kgraph.resolve.copies import find_copies, same_text
from kgraph.resolve.events import find_happenings
from kgraph.resolve.linking import Known
from kgraph.resolve.relations import find_relations
from kgraph.resolve.sayings import sayings
from kgraph.resolve.shortcuts import completed
from kgraph.resolve.trimmed import with_claims

__all__ = ["resolve", "same_text"]


def resolve(
    extractions: Iterable[Extraction],
    *,
    known: Iterable[Known] = (),
    decisions: Iterable[Decision] = (),
) -> Derived:
    """All that can be derived from the articles, whatever their order.

    Args:
        extractions: Current versions of articles; of one article given twice, one counts.
        known: Entries of gazetteers that names are linked to; an earlier one overrules a later.
        decisions: What a person decided; it wins over every rule.
    """
    by_id: dict[str, Extraction] = {}
    for extraction in extractions:
        before = by_id.get(extraction.article.id)
        if before is None or repr(extraction) < repr(before):
            by_id[extraction.article.id] = extraction
    ordered = tuple(by_id[article] for article in sorted(by_id))
    groups = find_copies(ordered)
    who = who_is_who(ordered, groups, known=known, decisions=decisions)
    actors = who.actors
    said = with_claims(sayings(ordered, actors, groups))
    derived = Derived(
        actors=actors,
        claims=find_claims(said, ordered),
        copy_groups=groups,
        links=find_relations(said, ordered),
        doubts=who.doubts,
        happenings=find_happenings(ordered, actors),
    )
    return completed(derived, ordered)
