"""What people decided, as quads of the graph of decisions; nothing that is derived."""

from collections import defaultdict
from collections.abc import Iterable
from typing import cast, get_args

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import ids, vocab
from kgraph.evidence.terms import A, kg, value_of
from kgraph.model import Decision, Verdict

_GRAPH = NamedNode(vocab.DECISIONS)
_TEXTS = {"note": "note", "by": "decidedBy", "at": "decidedAt", "undone": "undoneAt"}


def decision_iri(decision: Decision) -> str:
    """The IRI that the log keeps the decision under."""
    return ids.local("decision", decision.id)


def decision_quads(decision: Decision) -> list[Quad]:
    """Everything that the log says of one decision, sorted."""
    me = NamedNode(decision_iri(decision))
    quads = [
        Quad(me, A, kg("Decision"), _GRAPH),
        Quad(me, kg("from"), NamedNode(decision.a), _GRAPH),
        Quad(me, kg("to"), NamedNode(decision.b), _GRAPH),
        Quad(me, kg("verdict"), Literal(decision.verdict), _GRAPH),
    ]
    for field, name in _TEXTS.items():
        if text := getattr(decision, field):
            quads.append(Quad(me, kg(name), Literal(text), _GRAPH))
    return sorted(quads, key=str)


def read_decisions(quads: Iterable[Quad]) -> list[Decision]:
    """The decisions of a log, undone ones included, by the time they were made."""
    facts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        facts[value_of(quad.subject)][quad.predicate.value] = value_of(quad.object)
    found = []
    for iri, fact in facts.items():
        verdict = fact[vocab.KG + "verdict"]
        assert verdict in get_args(Verdict)
        texts = {field: fact.get(vocab.KG + name, "") for field, name in _TEXTS.items()}
        found.append(
            Decision(
                id=ids.name_of(iri),
                a=fact[vocab.KG + "from"],
                b=fact[vocab.KG + "to"],
                verdict=cast(Verdict, verdict),
                **texts,
            )
        )
    return sorted(found, key=lambda d: (d.at, d.id))
