"""What resolution found, as the quads of the derived graphs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import ids, vocab
from kgraph.evidence.acts import shortcut_property
from kgraph.evidence.terms import DERIVED_FROM, A, decimal, integer, kg, moment, outlet_iri, schema
from kgraph.evidence.write import Triple
from kgraph.model import Actor, Claim, CopyGroup, Derived, Doubt, Extraction, Happening, Link

DONE_TO_SOMEONE = frozenset(
    {
        "accuse", "ask", "call-on", "criticise", "praise", "promise", "respond", "thank",
        "threaten", "warn",
    }
)  # fmt: skip
"""Acts whose edge may lead to whom they address: A warns B, but A does not announce B."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What derived facts repeat of one statement."""

    speaker: str
    addressees: tuple[str, ...]
    act: str
    outlet: str
    published: str


def derived_quads(derived: Derived, extractions: Iterable[Extraction]) -> dict[str, list[Quad]]:
    """The content of every graph of ``vocab.DERIVED``, each sorted by N-Quads text.

    Args:
        derived: Who is who, what claims what, who copied, who answers.
        extractions: Those it was made from; outlets, dates and acts come from here.

    Raises:
        KeyError: A claim has a statement that none of the extractions holds.
    """
    said: dict[str, _Said] = {}
    outlets: dict[str, str] = {}
    for extraction in extractions:
        article = extraction.article
        outlets[article.iri] = article.outlet
        entities = {entity.id: entity.iri for entity in extraction.entities}
        for statement in extraction.statements:
            said[statement.iri] = _Said(
                speaker=entities.get(statement.speaker, ""),
                addressees=tuple(entities[one] for one in statement.addressees),
                act=statement.act,
                outlet=article.outlet,
                published=article.published,
            )
    actors = {member: actor.iri for actor in derived.actors for member in actor.members}
    claims = {one: claim.iri for claim in derived.claims for one in claim.statements}
    return {
        vocab.ACTORS: _sorted(vocab.ACTORS, _actors(derived.actors)),
        vocab.CLAIMS: _sorted(vocab.CLAIMS, _claims(derived.claims, said, actors, outlets)),
        vocab.COPIES: _sorted(vocab.COPIES, _copies(derived.copy_groups)),
        vocab.RELATIONS: _sorted(vocab.RELATIONS, _links(derived.links)),
        vocab.DOUBTS: _sorted(vocab.DOUBTS, _doubts(derived.doubts)),
        vocab.HAPPENINGS: _sorted(vocab.HAPPENINGS, _happenings(derived.happenings)),
        vocab.SHORTCUTS: _sorted(vocab.SHORTCUTS, _shortcuts(said, actors, claims)),
    }


def _sorted(graph: str, triples: Iterable[Triple]) -> list[Quad]:
    return sorted({Quad(s, p, o, NamedNode(graph)) for s, p, o in triples}, key=str)


def _actors(actors: Iterable[Actor]) -> Iterator[Triple]:
    for actor in actors:
        me = NamedNode(actor.iri)
        yield me, A, kg("Actor")
        yield me, schema("name"), Literal(actor.name)
        yield me, kg("actorType"), Literal(actor.type)
        if actor.wikidata:
            yield me, schema("sameAs"), NamedNode(vocab.WD + actor.wikidata)
        for reason in actor.reasons:
            yield me, kg("reason"), Literal(reason)
        for member in actor.members:
            yield NamedNode(member), kg("denotes"), me


def _claims(
    claims: Iterable[Claim],
    said: dict[str, _Said],
    actors: dict[str, str],
    outlets: dict[str, str],
) -> Iterator[Triple]:
    for claim in claims:
        me = NamedNode(claim.iri)
        facts = [said[statement] for statement in claim.statements]
        yield me, A, kg("Claim")
        yield me, A, schema("Claim")
        yield me, kg("headline"), Literal(claim.headline)
        yield me, kg("origins"), integer(claim.origins)
        yield me, kg("firstStatement"), NamedNode(claim.statements[0])
        # A day without an hour sorts before every hour of that day.
        first = min((fact.published for fact in facts if moment(fact.published)), default="")
        published = moment(first)
        if published:
            yield me, kg("firstPublished"), published
        for statement in claim.statements:
            yield NamedNode(statement), kg("makesClaim"), me
        for speaker in {actors[fact.speaker] for fact in facts if fact.speaker in actors}:
            yield me, kg("claimedBy"), NamedNode(speaker)
        names = {fact.outlet for fact in facts} | {outlets[iri] for iri in claim.repeated}
        for outlet in names - {""}:
            yield me, kg("carriedBy"), NamedNode(outlet_iri(outlet))
        for article in claim.repeated:
            yield me, kg("repeatedIn"), NamedNode(article)


def _copies(groups: Iterable[CopyGroup]) -> Iterator[Triple]:
    for group in groups:
        me = NamedNode(group.iri)
        yield me, A, kg("CopyGroup")
        yield me, kg("original"), NamedNode(group.original)
        for article in group.articles:
            yield NamedNode(article), kg("inCopyGroup"), me
        for reason in group.reasons:
            yield me, kg("reason"), Literal(reason)


def _links(links: Iterable[Link]) -> Iterator[Triple]:
    for link in links:
        me = NamedNode(ids.iri("link", link.relation, link.start, link.end))
        start, relation, end = NamedNode(link.start), kg(link.relation), NamedNode(link.end)
        yield start, relation, end
        yield me, A, kg("Link")
        yield me, kg("from"), start
        yield me, kg("relation"), relation
        yield me, kg("to"), end
        yield me, kg("score"), decimal(link.score)
        for reason in link.reasons:
            yield me, kg("reason"), Literal(reason)


def _doubts(doubts: Iterable[Doubt]) -> Iterator[Triple]:
    for doubt in doubts:
        me = NamedNode(ids.iri("doubt", doubt.a, doubt.b))
        yield me, A, kg("Doubt")
        yield me, kg("from"), NamedNode(doubt.a)
        yield me, kg("to"), NamedNode(doubt.b)
        yield me, kg("score"), decimal(doubt.score)
        for reason in doubt.reasons:
            yield me, kg("reason"), Literal(reason)


def _happenings(happenings: Iterable[Happening]) -> Iterator[Triple]:
    for happening in happenings:
        me = NamedNode(happening.iri)
        yield me, A, kg("Happening")
        yield me, schema("name"), Literal(happening.name)
        for reason in happening.reasons:
            yield me, kg("reason"), Literal(reason)
        for article, start, end in happening.members:
            node = NamedNode(ids.iri("occurrence", article, str(start), str(end)))
            yield node, A, kg("Occurrence")
            yield node, kg("inArticle"), NamedNode(article)
            yield node, kg("start"), integer(start)
            yield node, kg("end"), integer(end)
            yield node, kg("tellsOf"), me
        for event in happening.events:
            yield NamedNode(event), kg("tellsOf"), me


def _shortcuts(
    said: dict[str, _Said], actors: dict[str, str], claims: dict[str, str]
) -> Iterator[Triple]:
    for statement, fact in said.items():
        if fact.speaker not in actors:
            continue
        actor = actors[fact.speaker]
        ends = {claims[statement]} if statement in claims else set()
        if fact.act in DONE_TO_SOMEONE:
            ends |= {actors[one] for one in fact.addressees if one in actors}
        for end in ends:
            name = shortcut_property(fact.act)
            me = NamedNode(ids.iri("shortcut", actor, name, end))
            yield NamedNode(actor), kg(name), NamedNode(end)
            yield me, A, kg("Shortcut")
            yield me, kg("from"), NamedNode(actor)
            yield me, kg("relation"), kg(name)
            yield me, kg("to"), NamedNode(end)
            yield me, DERIVED_FROM, NamedNode(statement)
