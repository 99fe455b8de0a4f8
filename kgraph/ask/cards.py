"""Answers as cards: who did what in which words, and below it where that stands."""

from collections.abc import Iterable, Iterator

from kgraph.ask.terms import shown, wrapped

_INDENT = "   "
# Columns that a card tells in its own way, or that only programs need.
_TOLD = frozenset({
    "speaker", "act", "quote", "sentence", "outlet", "date", "link", "article", "statement", "claim",
    "headline", "modality", "polarity",
})  # fmt: skip
_PLAIN = {"asserted", "positive", ""}


def write_cards(
    columns: tuple[str, ...], rows: Iterable[tuple[object, ...]], width: int
) -> Iterator[str]:
    """Lines of the cards, numbered, one for each row, wrapped to the width."""
    number = 0
    for number, row in enumerate(rows, start=1):
        if number > 1:
            yield ""
        yield from _card(number, dict(zip(columns, map(shown, row), strict=True)), width)
    if not number:
        yield "nothing found"


def _card(number: int, cells: dict[str, str], width: int) -> Iterator[str]:
    told = [
        f"[{cells[name]}]" for name in ("modality", "polarity") if cells.get(name, "") not in _PLAIN
    ]
    who = " ".join(part for part in (cells.get("speaker"), cells.get("act")) if part)
    words = cells.get("quote") or cells.get("headline") or ""
    head = " ".join(
        [who + ":" if who and words else who, f"“{_bare(words)}”" if words else "", *told]
    )
    yield from _lines(f"{number}. ", " ".join(head.split()), width)
    headline = cells.get("headline", "")
    if headline and words and headline.casefold() != words.casefold():
        yield from _lines(_INDENT, f"claim: {headline}", width)
    for name, value in cells.items():
        if value and name not in _TOLD:
            yield from _lines(_INDENT, f"{_spaced(name)}: {value}", width)
    sentence = cells.get("sentence", "")
    if sentence and _bare(words) != _bare(sentence):
        yield from _lines(_INDENT, f"in: {sentence}", width)
    where = " · ".join(cells[n] for n in ("outlet", "date", "link") if cells.get(n))
    if where:
        yield from _lines(_INDENT, where, width)


def _bare(words: str) -> str:
    """The words without the quotation marks around them; the card has its own."""
    return words.strip('"“”„«»').rstrip(",")


def _spaced(name: str) -> str:
    """A column's name as words: ``firstDate`` is "first date"."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name)


def _lines(lead: str, text: str, width: int) -> Iterator[str]:
    room = max(20, width - len(lead))
    for place, line in enumerate(wrapped(text, room)):
        yield f"{lead if not place else ' ' * len(lead)}{line}"
