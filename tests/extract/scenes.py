"""Mini-articles with their attributions marked: ``[S1 Tom Hunt] [C1 said] [T1 it rained]``.

Marks may stand inside the content of another: ``[T1 that [S2 he] [C2 hopes] [T2 for rain]]``.
"""

from kgraph.extract.attribution import Attribution
from kgraph.extract.entities import read_cast
from kgraph.extract.language import parse, with_blocks
from kgraph.extract.scene import Scene, nesting
from kgraph.extract.speakers import resolve
from kgraph.model import Article


def read_marks(marked):
    """The plain text, and the attributions by number."""
    text, spans, opened = "", {}, []
    at = 0
    while at < len(marked):
        if (
            marked[at] == "["
            and marked[at + 1 : at + 2] in {"S", "C", "T"}
            and marked[at + 2].isdigit()
        ):
            opened.append((marked[at + 1], int(marked[at + 2]), len(text)))
            at += 4
        elif marked[at] == "]" and opened:
            part, number, start = opened.pop()
            spans.setdefault(number, {}).setdefault(part, []).append((start, len(text)))
            at += 1
        else:
            text += marked[at]
            at += 1
    found = [
        Attribution(
            source=tuple(s.get("S", ())), cue=tuple(s.get("C", ())), content=tuple(s.get("T", ()))
        )
        for _, s in sorted(spans.items())
    ]
    return text, found


def scene_of(nlp, marked, **fields):
    """The marked article laid out, nobody resolved yet."""
    text, attributions = read_marks(marked)
    article = with_blocks(Article(key="k", text=text, published="2025-05-01", **fields))
    doc = parse(article, nlp)
    return Scene(
        doc=doc,
        article=article,
        cast=read_cast(doc, article),
        attributions=attributions,
        parents=nesting(attributions),
    )


def last_speaker(nlp, marked, **fields):
    """Type and name of who is meant by the last attribution: "person | Tom Hunt", or "-"."""
    figure = resolve(scene_of(nlp, marked, **fields))[-1]
    return f"{figure.type} | {figure.name}" if figure else "-"
