"""Where, or by what means, a statement was made.

Convention: the noun phrase verbatim and without its preposition: "X", "an interview with CNN",
"a news conference", "social media platform"; of "told parliament", "parliament". Hearers that are
no place ("reporters") are addressees only.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgraph.extract import parts
from kgraph.extract.attribution import Attribution

_OWN = r"(?:an?|the|his|her|their|its|my|our|this|that|one|another)"
_WORD = r"[\w’'.&-]+"
_INNER = rf"(?!(?:of|to|and|on|in|at|for|with|along|by|against|from|that|as) ){_WORD}"
_NAME = r"(?:[A-Z][\w’'&-]*|[A-Z]\.)(?:[ ](?:of |the |and )?(?:[A-Z][\w’'&-]*|[A-Z]\.|\d+))*"
_PLATFORM = (
    r"(?:X|Twitter|Telegram|Facebook|Instagram|YouTube|Truth Social|LinkedIn|TikTok|Bluesky|Weibo|Threads|Reddit"
    r"|WhatsApp|WeChat|Snapchat|Medium|VKontakte|VK|Mastodon|Substack|Signal|Viber|Discord|Twitch|Fox News|CNN|MSNBC"
    r"|CNBC|NBC|ABC|CBS|BBC|C-SPAN|NPR|Fox|Sky News|Al Jazeera|Newsmax)"
)
_MEDIA = (
    rf"(?:{_OWN} )?(?:(?:state|national|local|public|live|Russian|Ukrainian|his|her|own|official|verified|personal"
    rf"|\w+ian|\w+ese|{_NAME}(?:['’]s)?|{_PLATFORM}) ){{0,3}}"
    r"(?:social media(?: (?:platform|network|site|account|post)s?)?|social networks?|messaging app|campaign trail"
    r"|(?:television|TV|radio)(?: (?:show|program|programme|interview|station|network|channel|host))?|Senate floor"
    r"|House floor|airwaves|livestream|(?<=\w )(?:blog|website|podcast|show|program|programme|channel|account|page"
    r"|feed|floor|podium|stump|microblog|hot mic))"
    rf"(?:,? (?:{_PLATFORM}))?"
)
_OCCASIONS = (
    r"interview|statement|speech|address|letter|post|posting|tweet|thread|video|podcast|rally|hearing|email|e-mail"
    r"|memo|column|essay|op-ed|editorial|article|book|memoir|report|briefing|press conference|news conference"
    r"|conference call|phone call|telephone call|conference|meeting|summit|call|debate|message|press release"
    r"|news release|release|testimony|deposition|affidavit|filing|court filing|court documents|lawsuit|ruling"
    r"|opinion|broadcast|appearance|forum|town hall|town-hall meeting|event|fundraiser|ceremony|session|dinner"
    r"|lunch|breakfast|sermon|lecture|remarks|comments|note|notes|advertisement|ad|documentary|poll|survey"
    r"|interviews|statements|gathering|reception|roundtable|panel|seminar|convention|congress|communiqué"
    r"|communique|telegram|text message|chat|Q&A|webcast|visit|telephone interview|stop|campaign stop|tour"
    r"|cabinet meeting|recording|transcript|blog post|Facebook post|memorandum|manifesto|parade|funeral|vigil"
    r"|march|protest|parliament|court|church|emails|letters|tweets|posts|series of tweets|press briefing"
)
_NOT_NAME = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)"
)
_TAIL = (
    rf"(?: (?:with|to|on|for|of|before|at|by|from|in) (?:{_OWN} )?{_NOT_NAME}{_NAME}(?:['’]s [\w ]{{1,30}}?(?=[,.\"“]|$))?"
    r"| (?:with|to|before) (?:the|an?|his|her|their|its) [a-z]+\b(?! [A-Z])"
    r"| (?:with|to|before) (?:the |a |local |foreign )?(?:nation|reporters|journalists|lawmakers|newspaper|parliament"
    r"|supporters|broadcaster|congress|magazine|radio station)"
    rf"(?: (?:on )?{_NOT_NAME}{_NAME})?)"
)
_ON = re.compile(
    rf"\b(?:on|On|via|Via|through|Through|(?:[Tt]ook|[Tt]ak(?:e|es|ing|en)|[Tt]urn(?:s|ed|ing)) to) (?P<found>{_PLATFORM}(?:['’]s [\"“]?{_NAME}[\"”]?)?\b|{_MEDIA}\b)"
)
_IN = re.compile(
    rf"\b(?:in|In|at|At|during|During|on|On|by|By|through|via|following|after) (?P<found>(?:{_OWN} (?:{_INNER} ){{0,4}}?"
    rf"|(?:written |prepared |sworn |brief |public |televised |emailed |recent |separate |opening |closing |court |remarks )+)"
    rf"(?:{_OCCASIONS})\b{_TAIL}?)"
)
_BARE = re.compile(
    r"\b(?:in|In|at|At|before|Before|by|By) (?P<found>parliament|court|church|Parliament|Congress|phone|telephone|email|e-mail|text message"
    r"|letter|fax|remarks(?: to [\w ]{3,25}?(?=[,.]))?|testimony|private|public|writing|the (?:Senate|House|Duma|Knesset"
    r"|Bundestag|Rada|Commons|House of Commons|Security Council|U\.?N\.? Security Council|General Assembly))\b"
)
_FORUM = re.compile(
    r"^(?:(?:the|a|an|his|her|their) )?(?:[\w’'.-]+ ){0,5}?(?:parliament|congress|senate|house|duma|bundestag|knesset|rada|commons"
    r"|assembly|council|court|committee|subcommittee|conference|briefing|rally|forum|hearing|summit|meeting"
    r"|gathering|congress|convention|inquiry|tribunal|session|town hall|jury|commission|panel|podcast|house of"
    r" commons|house of lords|audience)(?: (?:of|in|on|for) .*)?$",
    re.IGNORECASE,
)
_WINDOW = 90
_VERBS = frozenset({"VBD", "VBZ", "VBP"})


def find(doc: Doc, attribution: Attribution) -> str:
    """The venue verbatim, without its preposition; "" where none is told.

    Looked for in the cue's sentence outside the content: the nearest to the cue that no other
    verb parts from it.
    """
    cue = parts.tokens(doc, attribution.cue)
    if not cue:
        return ""
    content = parts.indices(parts.tokens(doc, attribution.content))
    source = parts.indices(parts.tokens(doc, attribution.source))
    words = _sentence(doc, cue, content)
    text, offsets = _masked(words, content)
    if not text:
        return ""
    first = offsets.get(cue[0].i, 0)
    last = offsets.get(cue[-1].i, 0) + len(cue[-1])
    skip = content | source | parts.indices(cue)
    sourced = [(offsets[i], offsets[i] + len(doc[i])) for i in source if i in offsets]
    found: list[tuple[int, int, str]] = []
    for pattern in (_ON, _IN, _BARE):
        for match in pattern.finditer(text):
            start, end = match.span("found")
            gap = first - match.end() if match.end() <= first else max(0, match.start() - last)
            if any(s < end and start < e for s, e in sourced):
                continue
            if gap <= _WINDOW and not _parted(words, offsets, match.span(), (first, last), skip):
                found.append((gap, -(end - start), match["found"]))
    if found:
        return min(found)[2].strip(" ,;:")
    return _told(cue, content | source)


def _sentence(doc: Doc, cue: Sequence[Token], content: frozenset[int]) -> list[Token]:
    words = parts.around(doc, cue)
    if content and words and words[0].i in content:
        return words
    return words


def _masked(words: Sequence[Token], content: frozenset[int]) -> tuple[str, dict[int, int]]:
    """The sentence's text with the content blotted out, and where each token starts in it."""
    text: list[str] = []
    offsets: dict[int, int] = {}
    size = 0
    for t in words:
        offsets[t.i] = size
        piece = t.text if t.i not in content else "\N{FULL BLOCK}"
        piece += " " if t.whitespace_ or t.i in content else ""
        text.append(piece)
        size += len(piece)
    return "".join(text), offsets


def _parted(
    words: Sequence[Token],
    offsets: dict[int, int],
    span: tuple[int, int],
    cue: tuple[int, int],
    skip: frozenset[int],
) -> bool:
    low, high = (span[1], cue[0]) if span[1] <= cue[0] else (cue[1], span[0])
    return any(low <= offsets[t.i] < high and t.tag_ in _VERBS and t.i not in skip for t in words)


def _told(cue: Sequence[Token], banned: frozenset[int]) -> str:
    """Reads "told parliament", "addressed a rally": a hearer that is a place or an occasion too."""
    verb = next((t for t in cue if t.lemma_ in {"tell", "address", "inform", "brief"}), None)
    if verb is None:
        return ""
    doc = verb.doc
    row: list[Token] = []
    for i in range(verb.i + 1, min(verb.i + 12, len(doc))):
        t = doc[i]
        if (
            t.i in banned
            or t.is_punct
            or t.is_space
            or t.tag_ in _VERBS
            or t.lower_ in {"that", "in", "at", "on", "to"}
        ):
            break
        if t.ent_type_ in {"DATE", "TIME"} and row:
            break
        row.append(t)
    if not row:
        return ""
    words = doc[row[0].i : row[-1].i + 1].text
    return words if _FORUM.match(words) else ""
