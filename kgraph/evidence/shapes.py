"""Graphs against ``ontology/shapes.ttl`` by pySHACL, and against their articles' own words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Quad

from kgraph import vocab
from kgraph.evidence.terms import value_of
from kgraph.evidence.verbatim import unproven
from kgraph.evidence.violation import Violation

BATCH = 20_000
"""Triples that go to pySHACL at once: enough that its cost per call doesn't count."""

_OWNER = {vocab.KG + name for name in ("denotes", "makesClaim", "inCopyGroup", "tellsOf")}
"""Properties that point to the derived thing which they help to describe; one value each."""


def validate(graphs: Iterable[tuple[str, Iterable[Quad]]]) -> Iterator[Violation]:
    """Every fault of the graphs, graph by graph; nothing is yielded where all conform.

    Evidence graphs are read one after the other and never held all at once.

    Args:
        graphs: IRI and quads of each graph; evidence, derived and collection are told apart by
            their IRI.
    """
    batch: list[tuple[str, list[Quad]]] = []
    waiting = 0
    for iri, content in graphs:
        quads = list(content)
        if iri in (*vocab.DERIVED, *vocab.OWN):
            yield from _shared(iri, quads)
            continue
        batch.append((iri, quads))
        waiting += len(quads)
        if waiting >= BATCH:
            yield from _evidence(batch)
            batch, waiting = [], 0
    yield from _evidence(batch)


def _evidence(batch: Sequence[tuple[str, list[Quad]]]) -> Iterator[Violation]:
    """Faults of some evidence graphs; nodes are of one article, so they may be judged together."""
    home: dict[str, str] = {}
    for iri, quads in batch:
        for quad in quads:
            home.setdefault(value_of(quad.subject), iri)
    faults = {
        Violation(graph=home[focus], focus=focus, path=path, message=message, severity=severity)
        for focus, path, message, severity in _shacl([q for _, quads in batch for q in quads])
    }
    for iri, quads in batch:
        faults.update(unproven(iri, quads))
    order = {iri: number for number, (iri, _) in enumerate(batch)}
    yield from sorted(faults, key=lambda fault: (order[fault.graph], fault))


def _shared(iri: str, quads: list[Quad]) -> Iterator[Violation]:
    """Faults of a derived graph or the collection graph, judged in parts that belong together."""
    faults = set()
    owner: dict[tuple[str, str], str] = {}
    things: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        key = value_of(quad.subject)
        if quad.predicate.value in _OWNER:
            thing = value_of(quad.object)
            if owner.setdefault((key, quad.predicate.value), thing) != thing:
                faults.add(
                    Violation(
                        graph=iri,
                        focus=key,
                        path=quad.predicate.value,
                        message="There is more than one; there may be one only.",
                    )
                )
            key = thing
        things[key].append(quad)
    part: list[Quad] = []
    for number, name in enumerate(sorted(things), start=1):
        part += things[name]
        if len(part) >= BATCH or number == len(things):
            faults.update(
                Violation(graph=iri, focus=focus, path=path, message=message, severity=severity)
                for focus, path, message, severity in _shacl(part)
            )
            part = []
    yield from sorted(faults)


def _shacl(quads: Iterable[Quad]) -> Iterator[tuple[str, str, str, str]]:
    """Focus, path, message and severity of each result of pySHACL."""
    # rdflib and pySHACL take .2 s to import, which every command would pay for.
    import pyshacl  # noqa: PLC0415

    from kgraph.evidence.bridge import (  # noqa: PLC0415
        from_rdflib,
        ontology_graph,
        to_rdflib_graph,
        undisturbed,
    )

    with undisturbed():
        conforms, report, _ = pyshacl.validate(
            to_rdflib_graph(quads), shacl_graph=ontology_graph("shapes.ttl")
        )
    if conforms:
        return
    results: dict[str, dict[str, str]] = defaultdict(dict)
    tops = []
    for quad in from_rdflib(report):
        if quad.predicate.value == vocab.SH + "result":
            # Results of nested shapes hang below these, with values as their focus.
            tops.append(value_of(quad.object))
        results[value_of(quad.subject)][quad.predicate.value.removeprefix(vocab.SH)] = value_of(
            quad.object
        )
    for name in tops:
        result = results[name]
        path = result.get("resultPath", "")
        yield (
            result["focusNode"],
            # An inverse path is a blank node; the message says what it is about.
            path if ":" in path else "",
            result["resultMessage"],
            result["resultSeverity"].removeprefix(vocab.SH),
        )
