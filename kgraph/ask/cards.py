"""Answers as cards: who did what in which words, and below it where that stands."""

from collections.abc import Iterable, Iterator, Mapping

from kgraph.ask.terms import shown, wrapped

_INDENT = "   "
_STATEMENT = (
    "speaker",
    "act",
    "quote",
    "modality",
    "polarity",
    "sentence",
    "outlet",
    "date",
    "link",
)
# Columns of a second statement have one of these before the same names: "otherSpeaker".
_SECOND = ("first", "earlier", "other")
# Only programs need these: the link leads to the same place.
_IDENTIFIERS = ("article", "statement", "claim")
_PLAIN = ("asserted", "positive", "")
_NARROWEST = 20


def write_cards(
    columns: tuple[str, ...], rows: Iterable[tuple[object, ...]], width: int
) -> Iterator[str]:
    """Lines of the cards, numbered, one for each row, wrapped to the width."""
    number = 0
    for number, row in enumerate(rows, start=1):
        if number > 1:
            yield ""
        cells = dict(zip(columns, map(shown, row), strict=True))
        yield from _card(f"{number}. ", {name: cell for name, cell in cells.items() if cell}, width)
    if not number:
        yield "nothing found"


def _card(lead: str, cells: Mapping[str, str], width: int) -> Iterator[str]:
    told = {name for name in (*_STATEMENT, *_IDENTIFIERS) if name in cells}
    second = {}
    for prefix in _SECOND:
        names = {f"{prefix}{name.capitalize()}": name for name in (*_STATEMENT, *_IDENTIFIERS)}
        part = {name: cells[long] for long, name in names.items() if long in cells}
        if part:
            second[prefix] = part
            told |= {long for long in names if long in cells}
    yield from _lines(lead, _head(cells), width)
    headline = cells.get("headline", "")
    if _bare(headline) == _bare(cells.get("quote", headline)):
        told.add("headline")
    for name, cell in cells.items():
        if name not in told:
            label = "claim" if name == "headline" else _spaced(name)
            yield from _lines(_INDENT, f"{label}: {cell}", width)
    yield from _place(_INDENT, cells, width)
    for prefix, part in second.items():
        head = _head(part)
        yield from _lines(_INDENT, f"{prefix}: {head}" if head else f"{prefix}:", width)
        yield from _place(_INDENT * 2, part, width)


def _head(cells: Mapping[str, str]) -> str:
    """Speaker, act and words: Ana Ilieva —announce→ “a pause”."""
    speaker, act, quote = (cells.get(name, "") for name in ("speaker", "act", "quote"))
    words = f"“{_bare(quote)}”" if quote else ""
    marks = [f"[{cells[n]}]" for n in ("modality", "polarity") if cells.get(n, "") not in _PLAIN]
    arrow = f"—{act}→" if act else ""
    if speaker and words and not act:
        speaker += ":"
    return " ".join(part for part in (speaker, arrow, words, *marks) if part)


def _place(indent: str, cells: Mapping[str, str], width: int) -> Iterator[str]:
    """The sentence, where it says more than the words, then outlet, date and link."""
    sentence = cells.get("sentence", "")
    if sentence and _bare(sentence) != _bare(cells.get("quote", "")):
        yield from _lines(indent, f"in: {sentence}", width)
    where = " · ".join(cells[name] for name in ("outlet", "date", "link") if name in cells)
    if where:
        yield from _lines(indent, where, width)


def _bare(words: str) -> str:
    """The words without the quotation marks around them; the card has its own."""
    return words.strip('"“”„«»').rstrip(",.")


def _spaced(name: str) -> str:
    """A column's name as words: ``copyOf`` is "copy of"."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name)


def _lines(lead: str, text: str, width: int) -> Iterator[str]:
    room = max(_NARROWEST, width - len(lead))
    for place, line in enumerate(wrapped(text, room)):
        yield f"{lead if not place else ' ' * len(lead)}{line}"
