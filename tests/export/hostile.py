"""An article whose every word tries to be something else than text."""

from kgraph import ids
from kgraph.model import Article, Derived, Entity, Extraction, Mention, Paragraph, Statement, When
from kgraph.resolve import resolve

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\"'><img src=x onerror=alert(2)>"
CONTROL = "\x00\x01\x1b\x7f\x85\u202e\ufffe"
FORBIDDEN = ("<script", "<img", "javascript:alert", "\x00", "\x01", "\x1b", "\ufffe")
"""What no page may hold; ``javascript:`` may stand there as text, but in no attribute."""

WORDS = f"{BREAKOUT} {SCRIPT} {CONTROL} {{{{ 7 * 7 }}}} </blockquote></textarea>"
TEXT = f"{SCRIPT}{BREAKOUT}{CONTROL} said: {WORDS}\r\n\tEnd & <b>bold</b>"
NAME = f"{SCRIPT}{BREAKOUT}{CONTROL}"


def hostile(url: str = "javascript:alert(3)//\"'><svg onload=alert(4)>") -> Extraction:
    """The article and its one statement, in which the speaker's name is hostile too."""
    article = Article(
        key=f"key {BREAKOUT}",
        text=TEXT,
        paragraphs=(Paragraph(start=0, end=len(TEXT)),),
        title=f"{SCRIPT}{BREAKOUT}{CONTROL}",
        url=url,
        outlet=f"{BREAKOUT}{CONTROL}",
        author=f"{SCRIPT}{CONTROL}",
        published="2025-05-05",
        language="en",
    )
    end = len(NAME)
    speaker = Entity(
        id=ids.digest(article.id, "speaker"),
        name=NAME,
        type="person",
        mentions=(Mention(start=0, end=end),),
    )
    start = TEXT.index(WORDS)
    statement = Statement(
        id=ids.digest(article.id, "statement"),
        source=((0, end),),
        cue=((end + 1, end + 5),),
        content=((start, start + len(WORDS)),),
        speaker=speaker.id,
        quote="direct",
        venue=f"on {SCRIPT}",
        said_at=When(start="2025-05-05", end="2025-05-05"),
        sentence=(0, start + len(WORDS)),
    )
    return Extraction(
        article=article, statements=(statement,), entities=(speaker,), extractor="by hand"
    )


def resolved(*extractions: Extraction) -> Derived:
    """What resolution makes of them."""
    return resolve(extractions)
