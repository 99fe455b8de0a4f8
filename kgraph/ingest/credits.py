"""Which wire agencies an article credits, by the names that it prints."""

import re
from collections.abc import Iterable

from kgraph.model import Paragraph

_AGENCY = (
    r"Reuters|Associated Press|AP|Agence France-Presse|AFP|TASS|Interfax|RIA Novosti|UPI|"
    r"United Press International|Xinhua|dpa|Deutsche Presse-Agentur|EFE|ANSA|PTI|Press Trust of India|ANI|"
    r"Kyodo(?: News)?|Yonhap|PA Media|Press Association|Ukrinform|Interfax-Ukraine|Anadolu(?: Agency)?|Belga|"
    r"Canadian Press|Bloomberg(?: News)?|Kommersant|DPA|IRNA|WAM|Bernama|APA"
)
_PLACE = r"[A-Z][A-Z’'.-]{2,}[^()\n/]{0,50}"
_PRINTED = r"[A-Z][\w.&’'-]*(?: [A-Z&][\w.&’'-]*){0,3}"
_DATELINES = (
    # "MOSCOW, April 28 (Norlink) -", "LOUISVILLE, Ky. (AP) —": any name, for the place is in capitals
    re.compile(rf"{_PLACE} ?\(({_PRINTED})\) ?(?:[-–—―:]|--)"),
    # "MOSCOW, April 28. /TASS/."
    re.compile(rf"{_PLACE} ?/({_PRINTED})/"),
    re.compile(rf"(?:[A-Z][^()\n]{{2,50}} )?\(({_AGENCY})\) ?(?:[-–—―:]|--)"),
)
_CLOSING = (
    re.compile(rf"[-–—―(\[] ?(?:With (?:files|reporting) (?:from|by) )?({_AGENCY})[)\]]?\.?"),
    re.compile(rf"(?:Source|Via|With|With files from|With reporting (?:by|from)):? ?(?:the |The )?({_AGENCY})\.?"),
    re.compile(rf"(?:The |the )?({_AGENCY}) (?:writers? .{{1,60}} )?contributed (?:reporting )?to this .{{1,20}}"),
    re.compile(rf".{{0,20}}(?:©|\(c\)|Copyright).{{0,20}}?\b({_AGENCY})\b.{{0,200}}"),
    re.compile(rf"\(.*reporting by .*\b({_AGENCY})\b.*\)", re.IGNORECASE),
)  # fmt: skip
_AUTHOR_PARTS = re.compile(r"\s*(?:[,;|/&()]|\band\b)\s*")
_AUTHOR = re.compile(rf"(?:By )?(?:The )?({_AGENCY})(?: Staff| News Agency)?", re.IGNORECASE)
_OPENING = 3
"""Paragraphs at the top that a dateline can stand in: an editor's note may come before."""


def credited(
    text: str, paragraphs: Iterable[Paragraph], author: str = "", outlet: str = ""
) -> tuple[str, ...]:
    """Names of wire agencies in byline, dateline and closing line, as printed, in that order.

    An outlet doesn't credit itself: the agency's own text has no credit.
    """
    # Parts of their own: "Ani" is also a first name.
    found = [m[1] for m in map(_AUTHOR.fullmatch, _AUTHOR_PARTS.split(author.strip())) if m]
    blocks = [(p.kind, text[p.start : p.end]) for p in paragraphs]
    report = [block for kind, block in blocks if kind in ("text", "header")]
    for block in report[: 2 * _OPENING]:
        found += [m[1] for m in (dateline.match(block) for dateline in _DATELINES) if m][:1]
    for kind, block in blocks:
        if kind in ("credit", "boilerplate") or len(block) < 80:
            found += [m[1] for m in (closing.fullmatch(block) for closing in _CLOSING) if m][:1]
    own = outlet.casefold().strip()
    return tuple(dict.fromkeys(name for name in found if name.casefold() != own))
