"""Where, or by what means, a statement was made."""

import re

from spacy.tokens import Doc

from kgraph.extract.attribution import Attribution
from kgraph.extract.regions import head, tokens

_MEDIUM = (
    r"(?:on|via|through)\s+(?P<medium>(?:X|Twitter|Telegram|Facebook|Instagram|YouTube|Truth Social"
    r"|LinkedIn|TikTok|Bluesky|Weibo|(?:a\s+|his\s+|her\s+|the\s+)?social\s+(?:media|network)(?:\s+\w+)?"
    r"|(?:state\s+|national\s+)?(?:television|radio|TV)|[A-Z]\w+(?:\s[A-Z]\w+)*\s(?:TV|Radio|News)))\b"
)
_OCCASION = (
    r"(?:in|at|during|after)\s+(?P<occasion>(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:interview|statement|briefing|press conference|news conference|speech|address|letter|post"
    r"|tweet|video|podcast|rally|hearing|meeting|summit|call|debate|email|e-mail|memo|column|essay)"
    r"(?:\s+(?:with|to|on|in|at)\s+(?:the\s+)?[A-Z][\w.&'-]*(?:\s+[A-Z][\w.&'-]*)*)?)"
)
_VENUE = re.compile(f"{_MEDIUM}|{_OCCASION}")


def find(doc: Doc, attribution: Attribution) -> str:
    """The venue verbatim, without its preposition ("X", "a news conference"); "" if none is told.

    Looked for in the cue's sentence, outside the content.
    """
    cue = tokens(doc, attribution.cue)
    if not cue:
        return ""
    sentence = head(cue).sent
    inside = [(s, e) for s, e in attribution.content]
    for match in _VENUE.finditer(doc.text, sentence.start_char, sentence.end_char):
        if not any(s < match.end() and match.start() < e for s, e in inside):
            return match["medium"] or match["occasion"]
    return ""
