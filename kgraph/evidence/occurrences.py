"""The occurrences of an article as one literal: a line each, few characters, no nodes.

Every verb of an article as nodes of the graph would more than double it. A line holds start and
end, the root, then what there is of agents (``a``), objects (``o``), places (``p``) and time
(``t``): ``31-38 check a5-9 o39-46 t2025-05-08``.
"""

from collections.abc import Iterable

from kgraph.model import Occurrence, Span, Spans


def occurrences_text(occurrences: Iterable[Occurrence]) -> str:
    """The occurrences in the order of the text, one a line; "" where there are none."""
    ordered = sorted(set(occurrences), key=lambda o: (o.start, o.end, o.root, repr(o)))
    return "\n".join(map(_line, ordered))


def read_occurrences(text: str) -> tuple[Occurrence, ...]:
    """The occurrences that the text was made of.

    Raises:
        ValueError: A line is not as ``occurrences_text`` writes it.

    >>> [o.agents for o in read_occurrences("31-38 check a5-9 o39-46 t2025-05-08")]
    [((5, 9),)]
    """
    return tuple(_read(line) for line in text.splitlines())


def _line(one: Occurrence) -> str:
    words = [f"{one.start}-{one.end}", one.root]
    for mark, spans in (("a", one.agents), ("o", one.objects), ("p", one.places)):
        words += [f"{mark}{start}-{end}" for start, end in sorted(set(spans))]
    return " ".join([*words, *([f"t{one.when}"] if one.when else [])])


def _read(line: str) -> Occurrence:
    try:
        place, root, *rest = line.split(" ")
        start, end = _span(place)
        told: dict[str, list[Span]] = {"a": [], "o": [], "p": []}
        when = ""
        for word in rest:
            if word.startswith("t"):
                when = word[1:]
            else:
                told[word[0]].append(_span(word[1:]))
    except (ValueError, KeyError, IndexError):
        raise ValueError(f"'{line}' tells no occurrence") from None
    agents, objects, places = (_spans(told[mark]) for mark in "aop")
    return Occurrence(
        start=start, end=end, root=root, agents=agents, objects=objects, places=places, when=when
    )


def _span(text: str) -> Span:
    start, end = text.split("-")
    return int(start), int(end)


def _spans(found: Iterable[Span]) -> Spans:
    return tuple(sorted(found))
