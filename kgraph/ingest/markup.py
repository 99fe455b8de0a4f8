"""Pieces of HTML, as feeds carry them, become text with paragraphs."""

import re

from lxml import etree, html

_BLOCKS = frozenset({
    "p", "div", "section", "article", "header", "footer", "aside", "main", "h1", "h2", "h3", "h4",
    "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "blockquote", "pre", "figure",
    "figcaption", "hr", "form", "address",
})  # fmt: skip
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "svg", "head", "title"}
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")


def plain(markup: str) -> str:
    r"""The text of a piece of HTML; a blank line parts its blocks, whitespace is single.

    >>> plain("<p>One &amp; two.</p><p>Three,<br>four.</p>")
    'One & two.\n\nThree,\nfour.'
    """
    if "<" not in markup and "&" not in markup:
        return _tidied(re.split(r"\n\s*\n", markup))
    # A whole document: lxml's functions for fragments fail on control characters.
    root = html.document_fromstring(f"<html><body>{_DECLARATION.sub('', markup)}</body></html>")
    return _tidied(_blocks(root))


def _blocks(root: html.HtmlElement) -> list[str]:
    """The text between the borders of block elements, in order."""
    blocks = [""]
    hidden = 0
    # No recursion: a piece may nest deeper than Python's stack.
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        hidden += (name in _UNSEEN) * {"start": 1, "end": -1}.get(event, 0)
        if name in _BLOCKS:
            blocks.append("")
        words = element.text if event == "start" else element.tail if element is not root else ""
        if event == "start" and name == "br":
            words = "\n"
        elif words:
            words = re.sub(r"\s+", " ", words)
        if words and not hidden:
            blocks[-1] += words
    return blocks


def _tidied(blocks: list[str]) -> str:
    """The blocks that hold anything, without needless whitespace."""
    tidy = (
        "\n".join(line for part in block.split("\n") if (line := " ".join(part.split())))
        for block in blocks
    )
    return "\n\n".join(block for block in tidy if block)
