"""What gives away that a line belongs to the page, not to the report: credits, captions, prompts.

Each sign must hold for a whole line, so that no sentence of the report is set aside with it.
"""

import re

from kgraph.model import ParagraphKind

_STOCK = (
    r"(?:AFP via )?Getty Images|Shutterstock|iStock|Alamy|Adobe Stock|Unsplash|Wikimedia(?: Commons)?|"
    r"Reuters|REUTERS|AFP|AP|EPA|EPA-EFE|Associated Press|Zuma Press|Bloomberg|TASS|Sputnik|Anadolu"
)
_NAMES = r"[A-Z][\w.’'-]*(?:[ ,&/|]+(?:and |for |via |of |the )?[A-Z(][\w.’'-]*\)?){0,9}"
_MEDIUM = r"photo(?:graph)?s?|image|picture|illustration|graphic|video|cover photo|featured image"

_CREDITS = (
    # Such as "Photo: https://… by NAME" and "Image credit: The Courier".
    rf"(?i:[^\w“”\"]{{0,2}}(?:{_MEDIUM})(?: (?:credits?|by|via|courtesy(?: of)?|source))? ?[:©][^“”\"]{{1,390}})",
    rf"(?i:{_MEDIUM}) (?i:by|via|courtesy of|courtesy) {_NAMES}\.?",
    r"(?i:(?:credits? ?:|©|\(c\)) ?.{1,100}(?<![.!?]))",
    # Such as "Ann Smith/Getty Images" and "Reuters".
    rf"\W?{_NAMES} ?(?:/|\||via|–|—|-|,) ?(?:{_STOCK})\W{{0,2}}",
    rf"\W?(?:{_STOCK})(?: ?/ ?{_NAMES})?\W{{0,2}}",
    r"(?i:\((?:additional |with )?(?:reporting|writing|editing|compiled) by .{1,390}\))",
    rf"(?:Additional r|R|With r)eporting by {_NAMES}.{{0,60}}",
    (
        rf"(?:{_NAMES}|.{{1,40}} correspondents?|.{{1,60}} writers? .{{1,60}}) contributed (?:reporting )?"
        r"to this (?:report|article|story)\.?"
    ),
)
_CAPTIONS = (
    r"(?:FILE|FILE PHOTO|FILE IMAGE|File photo|HANDOUT)(?: ?[-–—:]| \().{1,680}",
    r"(?i:.{0,600}\((?:AP |AFP |Reuters )?(?:photo|image|picture)s?(?:/| by |:).{1,80}\))",
    r".{0,600}[(/]\s*(?:.{1,60}[/|] ?)?(?:AFP via )?Getty Images\)?\.?",
    r"(?i:(?:caption|pictured|above|below)(?: left| right)? ?: .{1,280})",
)
_PROMPT = (
    r"share (?:this|on|via)|read (?:more|also|next|the rest|the full|full)|see also|also read|"
    r"follow us|like us on|join us on|find us on|sign up (?:for|to)|subscribe (?:to|now)|"
    r"click here|tap here|download (?:our|the) app|watch (?:live|the video|more|now)|"
    r"get (?:our|the latest|breaking) (?:news|newsletter|daily|stories)|support our (?:work|journalism|reporting)|"
    r"donate (?:now|to)|become a (?:member|subscriber)|leave a comment|post a comment|"
    r"log in to|register (?:now|for)|print this|email this|copy link|more on this story|"
    r"(?:please )?enter your e-?mail|listen to this article"
)
_MORE = r"read more|read also|also read|see also|related|more on this|recommended|don.t miss|watch"
_PAGE_WORDS = (
    r"abstract|full text|advertisement|advertorial|sponsored(?: content)?|comments?(?: \(\d+\))?|"
    r"tags|topics|letters|share|tweet|print|home|menu|trending|most read|newsletters?|"
    r"view (?:all )?comments"
)
_BOILERPLATE = (
    # What the editors say of the article itself.
    r"(?:Corrections?|Clarifications?|CORRECTION|CLARIFICATION|Editor[’']s note) ?[:—–-].{1,690}",
    # Without any letter: "* * *", "___", "12".
    r"[\W\d_]{1,80}",
    rf"(?i:\W{{0,3}}(?:{_PROMPT})\b[^.,!?:“”\"]{{0,50}}[.!:>»→]{{0,3}})",
    rf"(?i:(?:{_MORE})(?: (?:articles?|stories|news|links))? ?[:|»>].{{0,140}})",
    r"(?i:(?:follow|email|e-mail|contact|tweet) .{1,60} on (?:twitter|x|facebook|instagram|telegram)\b.{0,60})",
    r"(?i:(?:follow|email|e-mail|contact|tweet) .{1,60} at \S{1,60}@\S{1,60})",
    r"(?i:do you support .{1,40} like the page:?)",
    r"(?i:(?:copyright )?(?:©|\(c\)|copyright \d{4}).{0,280})",
    r"(?i:.{0,80}all rights reserved.{0,150})",
    rf"(?i:(?:{_PAGE_WORDS})\.?)",
    r"(?i:(?:tags|topics|filed under|categories|keywords) ?: .{1,190})",
    r"(?:https?://|www\.)\S{1,190}",
    # Style sheets that a page left in its text.
    r"[^“”\"]{0,60}\{|\}|[a-z-]{1,40} ?: ?[^.!?“”\"]{1,60};",
)

_SIGNS: tuple[tuple[ParagraphKind, re.Pattern[str]], ...] = (
    ("credit", re.compile("|".join(_CREDITS))),
    ("caption", re.compile("|".join(_CAPTIONS))),
    ("boilerplate", re.compile("|".join(_BOILERPLATE))),
)
_LONGEST = 700
"""Characters of a line that can be told by a sign at all: a caption of several sentences."""


def sign(line: str) -> ParagraphKind | None:
    """The kind that the line gives itself away as, or None.

    >>> sign("Photo: Ann Smith / The Courier"), sign("Sign up for our newsletter")
    ('credit', 'boilerplate')
    >>> sign("He shared the photo with reporters.") is None
    True
    """
    if len(line) <= _LONGEST:
        for kind, pattern in _SIGNS:
            if pattern.fullmatch(line):
                return kind
    return None
