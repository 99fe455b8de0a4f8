"""How a term of the graph is shown to a person at a terminal."""

import unicodedata

from pyoxigraph import Literal, NamedNode
from rich.cells import cell_len

from kgraph import ids, vocab

# The longest namespace first, so that an act is "act:warn" and not something of kgraph's base.
_PREFIXES = sorted(vocab.PREFIXES.items(), key=lambda item: -len(item[1]))
_DIGEST = 32
_DIGEST_SHOWN = 8


def shown(term: object) -> str:
    r"""The term without datatype; IRIs with their prefix, digests cut to eight digits.

    >>> shown(NamedNode("https://schema.org/name")), shown(Literal("a\x1b[31m b")), shown(None)
    ('schema:name', 'a�[31m b', '')
    """
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return _short(term.value)
    return safe(term.value if isinstance(term, Literal) else str(term))


def safe(text: str) -> str:
    r"""The text on one line, with � for every character that could steer a terminal.

    >>> safe("one\ntwo\x07\u202e")
    'one two��'
    """
    line = " ".join(text.split())
    return "".join("�" if _steers(c) else c for c in line)


def cut(text: str, width: int) -> str:
    """The text in at most so many terminal cells, with … for what was cut off.

    >>> cut("ceasefire", 5), cut("停火协议", 5)
    ('ceas…', '停火…')
    """
    if cell_len(text) <= width:
        return text
    used = 0
    for place, character in enumerate(text):
        used += cell_len(character)
        if used > width - 1:
            return text[:place].rstrip() + "…"
    return text


def wrapped(text: str, width: int) -> list[str]:
    """The text as lines of at most so many terminal cells, broken between words where it can be.

    >>> wrapped("one two three", 7)
    ['one two', 'three']
    """
    lines = [""]
    for word in text.split(" "):
        rest = word
        if lines[-1] and cell_len(lines[-1]) + 1 + cell_len(rest) <= width:
            lines[-1] += f" {rest}"
            continue
        if lines[-1]:
            lines.append("")
        while cell_len(rest) > width:
            room = next(i for i in range(len(rest), 0, -1) if i == 1 or cell_len(rest[:i]) <= width)
            lines[-1] = rest[:room]
            lines.append("")
            rest = rest[room:]
        lines[-1] = rest
    return lines


def padded(text: str, width: int) -> str:
    """The text filled up with blanks to so many terminal cells."""
    return text + " " * (width - cell_len(text))


def _short(iri: str) -> str:
    for prefix, namespace in _PREFIXES:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return safe(f"{prefix}:{iri[len(namespace) :]}")
    if iri.startswith(ids.BASE):
        kind, _, name = iri[len(ids.BASE) :].partition("/")
        return safe(f"{kind}/{name[:_DIGEST_SHOWN] if len(name) == _DIGEST else name}")
    return safe(iri)


def _steers(character: str) -> bool:
    # Cc: control; Cf: direction overrides and invisible joiners; Cs: lone surrogates.
    return unicodedata.category(character) in ("Cc", "Cf", "Cs")
