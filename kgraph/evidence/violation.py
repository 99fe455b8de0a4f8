"""What `kgraph check` finds: one fault in one graph."""

from dataclasses import dataclass

from kgraph import ids, vocab


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """One fact of a graph that its shape or its article forbids.

    Attributes:
        graph: IRI of the graph.
        focus: IRI of the thing at fault.
        path: IRI of the property at fault, or "" where it is the thing as a whole.
        message: What is wrong, in plain words.
        severity: ``Violation``, ``Warning`` or ``Info``, as SHACL has them.
    """

    graph: str
    focus: str
    path: str
    message: str
    severity: str = "Violation"

    def __str__(self) -> str:
        at = f" {_short(self.path)}" if self.path else ""
        line = f"{_short(self.graph)}: {_short(self.focus)}{at}: {self.message}"
        # Values out of a broken graph can hold anything; the promise is one line.
        return "".join(c if c.isprintable() else " " for c in line)


def _short(iri: str) -> str:
    """The IRI with a known prefix, or below kgraph's base."""
    for prefix, namespace in vocab.PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri.removeprefix(ids.BASE)
