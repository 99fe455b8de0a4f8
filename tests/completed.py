"""What resolution adds to things that were derived by hand."""

from collections import defaultdict
from dataclasses import replace

from kgraph.model import Shortcut
from kgraph.resolve.shortcuts import DONE_TO_SOMEONE


def completed(derived, extractions):
    """The claims with their speakers, outlets and time, and the shortcuts.

    Raises:
        KeyError: A claim has a statement that none of the extractions holds.
    """
    actors = {member: actor.iri for actor in derived.actors for member in actor.members}
    claim_of = {iri: claim.iri for claim in derived.claims for iri in claim.statements}
    speaker: dict[str, str] = {}
    outlet: dict[str, str] = {}
    published: dict[str, str] = {}
    edges: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for extraction in extractions:
        article = extraction.article
        outlet[article.iri] = article.outlet
        entities = {e.id: actors[e.iri] for e in extraction.entities if e.iri in actors}
        for statement in extraction.statements:
            iri = statement.iri
            speaker[iri] = entities.get(statement.speaker, "")
            outlet[iri], published[iri] = article.outlet, article.published
            if not speaker[iri]:
                continue
            ends = {claim_of[iri]} if iri in claim_of else set()
            if statement.act in DONE_TO_SOMEONE:
                ends |= {entities[one] for one in statement.addressees if one in entities}
            for end in ends:
                edges[speaker[iri], statement.act, end].add(iri)
    claims = tuple(
        replace(
            claim,
            speakers=tuple(sorted({speaker[iri] for iri in claim.statements} - {""})),
            outlets=tuple(sorted({outlet[i] for i in (*claim.statements, *claim.repeated)} - {""})),
            # A day without an hour sorts before every hour of that day.
            published=min(filter(None, (published[iri] for iri in claim.statements)), default=""),
        )
        for claim in derived.claims
    )
    shortcuts = tuple(
        Shortcut(start=start, act=act, end=end, statements=tuple(sorted(edges[start, act, end])))
        for start, act, end in sorted(edges)
    )
    return replace(derived, claims=claims, shortcuts=shortcuts)
