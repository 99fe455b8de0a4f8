"""Which claims say the same thing, and which are in conflict: one pair of texts at a time.

``compare_all`` is for many candidate pairs: each text is read and encoded once, however many
pairs it stands in. Scores are rounded and differ between processors in their last digit: they
rank and filter, and never enter an identifier.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.compare.features import features, judged
from kgraph.compare.guards import Guard, guards
from kgraph.compare.network import Encoded, encode, encode_all
from kgraph.compare.reading import Reading, read
from kgraph.compare.scorer import embedded, named, scorer
from kgraph.judge import bearing

__all__ = ["Comparison", "compare", "compare_all", "encode"]

DIGITS = 3

_READ = {
    "same": "they say the same",
    "part": "one says more than the other",
    "contradicts": "they can't both hold",
    "supports": "one speaks for the other",
    "weakens": "one speaks against the other",
    "neutral": "one story, another matter",
    "apart": "two stories",
}
_CHUNK = 512

_KEPT = 512
"""Texts that are kept encoded: some 25 kB each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How two claims stand to each other.

    Attributes:
        related: 0 to 1, how far they are about one matter: one supports or contradicts the other.
        conflicts: 0 to 1, how far they can't both hold.
        reasons: The rules that they met, in words, with what was found; nearness first.
    """

    related: float
    conflicts: float
    reasons: tuple[str, ...]


def compare(a: str, b: str, date: str = "") -> Comparison:
    """How the two claims stand to each other; the same for either order of them.

    Args:
        a: One claim, in the words in which it was made.
        b: The other.
        date: The day on which both were made, where they were made on one; unused where empty.
    """
    return next(compare_all([(a, b, date)]))


def compare_all(pairs: Iterable[tuple[str, str, str]]) -> Iterator[Comparison]:
    """One comparison a pair of (a, b, date), in the order of the pairs, as they come."""
    chunk: list[tuple[str, str, str]] = []
    for pair in pairs:
        chunk.append(pair)
        if len(chunk) == _CHUNK:
            yield from _compared(chunk)
            chunk = []
    if chunk:
        yield from _compared(chunk)


@functools.lru_cache(maxsize=_KEPT)
def _seen(text: str) -> tuple[Encoded, Reading]:
    return encode_all([text])[0], read(text)


def _compared(pairs: Sequence[tuple[str, str, str]]) -> list[Comparison]:
    ordered = [(min(a, b), max(a, b)) for a, b, _ in pairs]
    texts = sorted({text for pair in ordered for text in pair})
    seen = {text: _seen(text) for text in texts}
    encoded = {text: one for text, (one, _) in seen.items()}
    readings = {text: one for text, (_, one) in seen.items()}
    out = []
    for a, b in ordered:
        if readings[a].lemmas and readings[a].lemmas == readings[b].lemmas:
            out.append(Comparison(related=1.0, conflicts=0.0, reasons=("the same words",)))
            continue
        if not readings[a].lemmas or not readings[b].lemmas:
            out.append(Comparison(related=0.0, conflicts=0.0, reasons=("one holds no words",)))
            continue
        met = guards(readings[a], readings[b])
        together = judged(a, b)
        row = features(
            encoded[a], encoded[b], readings[a], readings[b], met, together, bearing(a, b)
        )
        values = named(row)
        vectors = embedded(encoded[a], encoded[b])
        chances = {name: linear.chance(values, vectors) for name, linear in scorer().items()}
        out.append(
            Comparison(
                related=round(chances["related"], DIGITS),
                conflicts=round(chances["conflicts"], DIGITS),
                reasons=_reasons(values, met, together),
            )
        )
    return out


def _reasons(
    values: Mapping[str, float], met: Sequence[Guard], together: Mapping[str, float]
) -> tuple[str, ...]:
    near = f"meaning {values['meaning']:.2f}, words {values['shared']:.2f}"
    likeliest = max(_READ, key=lambda name: together[name])
    read = f"read together: {_READ[likeliest]} ({together[likeliest]:.2f})"
    return (near, read, *(guard.reason for guard in met))
