"""Attributions marked in a sentence: "[s:The envoy] [c:called on] [a:both sides] [t:to stop]".

``s`` source, ``c`` cue, ``t`` content; every other letter marks what a test expects. Marks may be
nested and may be repeated where the words are discontinuous.
"""

import re

from kgraph.extract.attribution import Attribution

MARK = re.compile(r"\[([a-z]):|\]")


def read(marked):
    """The plain text, and the spans of every letter."""
    text, spans, open_marks, at = "", {}, [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[1]:
            open_marks.append((match[1], len(text)))
        else:
            letter, start = open_marks.pop()
            spans.setdefault(letter, []).append((start, len(text)))
    assert not open_marks, marked
    text += marked[at:]
    return text, {letter: tuple(sorted(found)) for letter, found in spans.items()}


def attribution(spans):
    return Attribution(
        source=spans.get("s", ()), cue=spans.get("c", ()), content=spans.get("t", ())
    )


def quotes(text, spans):
    """The words under the spans, for messages that a reader can compare."""
    return [text[start:end] for start, end in spans]
