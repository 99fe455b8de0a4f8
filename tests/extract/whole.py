"""A marked article beside what an extractor reads from its plain text."""

from kgraph.extract.language import parse, with_blocks
from kgraph.extract.scene import nesting
from kgraph.extract.statements import read
from kgraph.ingest import article as make
from tests.extract.scenes import read_marks

_EDGES = " .,;:"


def marked_rows(marked, chains):
    """What the marks tell: for each statement its words, the number of the one that holds it, its chain."""
    text, found = read_marks(marked)
    parents = nesting(found, text)
    rows = [_words(text, a) for a in found]
    return [
        (*row, rows[parent] if parent is not None else None, chain)
        for row, parent, chain in zip(rows, parents, chains, strict=True)
    ]


def read_rows(nlp, marked, finder):
    """The same of what the extractor reads."""
    text, _ = read_marks(marked)
    article = make(key="k", text=text, published="2025-05-01")
    doc = parse(with_blocks(article), nlp)
    extraction = read(article, doc, finder, extractor="test")
    names = {entity.id: entity.name for entity in extraction.entities}
    rows = {s.id: _words(text, s) for s in extraction.statements}
    return [
        (
            *rows[s.id],
            rows.get(s.parent),
            " > ".join(names.get(e, "?") for e in (*s.relays, s.speaker)),
        )
        for s in extraction.statements
    ]


def _words(text, spans):
    return tuple(
        tuple(piece for s, e in part if (piece := text[s:e].strip(_EDGES)))
        for part in (spans.source, spans.cue, spans.content)
    )


class Like(list):
    """Rows that equal the wanted ones, whatever their order, if names hold the wanted names' words."""

    def __eq__(self, wanted):
        return agree(wanted, self)

    __hash__ = None


def agree(wanted, found):
    """Whether the rows are the same; of a chain every name must hold the wanted one's words."""
    return len(wanted) == len(found) and all(
        any(row[:4] == other[:4] and _same_chain(row[4], other[4]) for other in found)
        for row in wanted
    )


def _same_chain(wanted, found):
    a, b = wanted.casefold().split(" > "), found.casefold().split(" > ")
    return len(a) == len(b) and all(x in y for x, y in zip(a, b, strict=True))
