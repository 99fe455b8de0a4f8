"""The hybrid: the local extractor reads everything, a language model judges what it is unsure of."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Doc

from kgraph.extract.attribution import Attribution, in_text_order
from kgraph.extract.llm_asking import Asker
from kgraph.extract.llm_client import Unusable
from kgraph.extract.llm_finder import each, unread
from kgraph.extract.llm_grounding import Ground, Quoted
from kgraph.extract.llm_prompt import JUDGE, paragraphs
from kgraph.extract.llm_schema import Verdict
from kgraph.extract.llm_windows import Piece, Window, pieces
from kgraph.extract.statements import Finder
from kgraph.model import Article, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """Pieces that must be seen together, and the finds in them."""

    window: Window
    finds: tuple[Attribution, ...]

    @property
    def size(self) -> int:
        return sum(len(piece.shown) for piece in self.window)


def judged(local: Finder, asker: Asker) -> Finder:
    """What finds as the local one does, and drops or mends what the model says is wrong."""
    low, high = asker.settings.band
    size = asker.settings.window

    def find(doc: Doc, article: Article) -> list[Attribution]:
        found = local(doc, article)
        unsure = [a for a in found if low <= a.confidence <= high]
        units = list(_packed(_units(article, unsure, size), size))
        verdicts = each(units, lambda unit: _judged(asker, article, unit), asker)
        sent = {a for unit in units for a in unit.finds}
        asker.tally.add("unjudged", len(set(unsure) - sent))
        kept = (a for a in found if a not in sent)
        return in_text_order([*kept, *(a for some in verdicts for a in some)])

    return find


def _units(article: Article, unsure: Sequence[Attribution], size: int) -> Iterator[_Unit]:
    """The paragraphs of each unsure find; finds that share one stand together.

    One that runs over more text than a request may hold stands in none.
    """
    shown = list(pieces(article, size))
    starts = [piece.start for piece in shown]
    touched: list[tuple[list[int], Attribution]] = []
    for attribution in unsure:
        numbers = _touched(attribution, shown, starts)
        if numbers and sum(len(shown[n].shown) for n in numbers) <= _TWO * size:
            touched.append((numbers, attribution))
    touched.sort(key=lambda pair: pair[0])
    open_numbers: set[int] = set()
    finds: list[Attribution] = []
    for numbers, attribution in touched:
        if finds and numbers[0] > max(open_numbers):
            yield _unit(shown, open_numbers, finds)
            open_numbers, finds = set(), []
        open_numbers |= set(numbers)
        finds.append(attribution)
    if finds:
        yield _unit(shown, open_numbers, finds)


_TWO = 2
"""Pieces are at most as long as a window, and a find may stand in two of them."""


def _touched(attribution: Attribution, shown: Sequence[Piece], starts: Sequence[int]) -> list[int]:
    """The pieces that hold its spans; none where a span stands outside of all."""
    numbers: set[int] = set()
    for start, end in (*attribution.source, *attribution.cue, *attribution.content):
        first = max(bisect_right(starts, start) - 1, 0)
        last = bisect_right(starts, end - 1) - 1
        numbers |= {n for n in range(first, last + 1) if shown[n].start < end}
    return sorted(numbers)


def _unit(shown: Sequence[Piece], numbers: Iterable[int], finds: Sequence[Attribution]) -> _Unit:
    return _Unit(window=tuple(shown[n] for n in sorted(numbers)), finds=tuple(finds))


def _packed(units: Iterable[_Unit], size: int) -> Iterator[_Unit]:
    """The units, as many together as fit in a request."""
    held: _Unit | None = None
    for unit in units:
        if held is None:
            held = unit
        elif held.size + unit.size <= size:
            held = _Unit(window=held.window + unit.window, finds=held.finds + unit.finds)
        else:
            yield held
            held = unit
    if held is not None:
        yield held


def _judged(asker: Asker, article: Article, unit: _Unit) -> list[Attribution]:
    """What is left of the unit's finds, mended where the model mends."""
    try:
        answer = asker.ask(JUDGE, _data(article, unit))
    except Unusable as fault:
        if fault.cut and len(unit.finds) > 1:
            middle = len(unit.finds) // 2
            parts = (unit.finds[:middle], unit.finds[middle:])
            return [a for p in parts for a in _judged(asker, article, replace(unit, finds=p))]
        raise unread(article, unit.window, fault) from fault
    given: dict[int, Verdict] = {}
    for verdict in answer.verdicts:
        given.setdefault(verdict.number, verdict)
    ground = Ground(article.text, unit.window)
    kept = []
    for number, attribution in enumerate(unit.finds, 1):
        asked = given.get(number)
        made = _after(asker, ground, attribution, asked) if asked else attribution
        asker.tally.add("judged" if asked else "unjudged")
        if made is not None:
            kept.append(made)
    return kept


def _after(
    asker: Asker, ground: Ground, attribution: Attribution, verdict: Verdict
) -> Attribution | None:
    """The find after its verdict; one whose mending is not in the text stays as it was."""
    surer = max(attribution.confidence, asker.settings.confidence)
    if verdict.verdict == "drop":
        asker.tally.add("drop")
        return None
    if verdict.verdict == "keep":
        asker.tally.add("keep")
        return replace(attribution, confidence=surer)
    asker.tally.add("found")
    quoted = Quoted(source=verdict.source, cue=verdict.cue, content=verdict.content)
    placed = ground.place(quoted, confidence=surer, near=attribution.content)
    if isinstance(placed, str):
        asker.tally.add(f"dropped: {placed}")
        return attribution
    asker.tally.add("mend")
    return placed


def _data(article: Article, unit: _Unit) -> dict[str, Any]:
    return {
        "paragraphs": paragraphs([piece.shown for piece in unit.window]),
        "finds": [
            {
                "number": number,
                "source": _strings(article, attribution.source),
                "cue": _strings(article, attribution.cue),
                "content": _strings(article, attribution.content),
            }
            for number, attribution in enumerate(unit.finds, 1)
        ],
    }


def _strings(article: Article, spans: Spans) -> list[str]:
    return [" ".join(article.text[start:end].split()) for start, end in spans]
