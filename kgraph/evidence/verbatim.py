"""What no shape can say: that an evidence graph holds its article's own words and nothing else."""

from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kgraph import vocab
from kgraph.evidence.acts import edge_labels
from kgraph.evidence.read import read_extraction
from kgraph.evidence.terms import EXACT, kg, schema, value_of
from kgraph.evidence.violation import Violation
from kgraph.evidence.write import extraction_quads
from kgraph.model import When

_BODY = schema("articleBody")
_START, _END = kg("start"), kg("end")


def unproven(graph: str, quads: Sequence[Quad]) -> Iterator[Violation]:
    """Every fact of the evidence graph that its own article does not bear out.

    Words must stand at their offsets, denormalised facts must agree with what they repeat, the
    graph must be named after what was published, and nothing may point out of it. What is
    missing is the shapes' matter.
    """
    yield from _misquoted(graph, quads)
    try:
        extraction = read_extraction(quads)
        expected = set(extraction_quads(extraction))
    except (ValueError, KeyError) as error:
        yield Violation(graph=graph, focus=graph, path="", message=str(error))
        return
    article = extraction.article
    if article.iri != graph:
        yield Violation(
            graph=graph,
            focus=graph,
            path="",
            message=f"The graph is not named after its content, which hashes to {article.id}.",
        )
        return
    for quad in quads:
        if quad not in expected and quad.predicate != EXACT:
            yield Violation(
                graph=graph,
                focus=value_of(quad.subject),
                path=quad.predicate.value,
                message=f"{_shown(quad.object)} is not what the article gives here.",
            )
    for statement in extraction.statements:
        if statement.act not in edge_labels():
            yield Violation(
                graph=graph,
                focus=statement.iri,
                path=vocab.KG + "act",
                message=f"The act scheme has no act '{statement.act}'.",
            )
        if _backwards(statement.said_at):
            yield _ends_early(graph, statement.iri, "saidUntil")
    for event in extraction.events:
        if _backwards(event.when):
            yield _ends_early(graph, event.iri, "endDate")


def _misquoted(graph: str, quads: Sequence[Quad]) -> Iterator[Violation]:
    text = next((value_of(quad.object) for quad in quads if quad.predicate == _BODY), "")
    ends: dict[tuple[str, NamedNode], int] = {}
    for quad in quads:
        if quad.predicate in (_START, _END) and value_of(quad.object).isdecimal():
            ends[value_of(quad.subject), quad.predicate] = int(value_of(quad.object))
    for quad in quads:
        if quad.predicate == EXACT:
            focus = value_of(quad.subject)
            start, end = ends.get((focus, _START), 0), ends.get((focus, _END), 0)
            if text[start:end] != value_of(quad.object):
                yield Violation(
                    graph=graph,
                    focus=focus,
                    path=EXACT.value,
                    message=f"Characters {start}–{end} of the article are not {_shown(quad.object)}.",
                )


def _backwards(when: When | None) -> bool:
    """Whether it ends before it begins, at the precision that both have."""
    if when is None or not when.end:
        return False
    common = min(len(when.start), len(when.end), len("2025-05-08"))
    return when.end[:common] < when.start[:common]


def _ends_early(graph: str, focus: str, name: str) -> Violation:
    return Violation(
        graph=graph, focus=focus, path=vocab.KG + name, message="It ends before it begins."
    )


def _shown(term: NamedNode | BlankNode | Literal | Triple) -> str:
    if isinstance(term, Literal):
        return f"'{term.value}'" if len(term.value) <= 60 else f"'{term.value[:59]}…'"
    return str(term)
