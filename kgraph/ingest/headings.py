"""How titles and headings look: short, open-ended, capitalised; never a sentence or a speaker."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "nor", "of",
    "off", "on", "onto", "or", "over", "per", "so", "than", "that", "the", "then", "to", "up",
    "via", "vs", "with", "without", "is", "are", "be", "was", "were", "will", "can", "not", "its",
    "it", "their", "his", "her", "who", "how", "amid", "after", "before", "against", "under",
    "about", "between", "during",
})  # fmt: skip
_REPORTING = frozenset({
    "say", "says", "said", "saying", "tell", "tells", "told", "add", "adds", "added", "according",
    "claim", "claims", "claimed", "warn", "warns", "warned", "deny", "denies", "denied",
    "announce", "announces", "announced", "insist", "insists", "insisted", "argue", "argues",
    "argued", "believe", "believes", "believed", "think", "thinks", "thought", "want", "wants",
    "wanted", "call", "calls", "called", "ask", "asks", "asked", "vow", "vows", "vowed", "urge",
    "urges", "urged", "accuse", "accuses", "accused", "report", "reports", "reported", "write",
    "writes", "wrote", "explain", "explains", "explained", "suggest", "suggests", "suggested",
    "reply", "replied", "respond", "responds", "responded", "continue", "continued", "note",
    "notes", "noted", "state", "stated", "plan", "plans", "support", "supports", "supported",
    "hope", "hopes", "hoped", "expect", "expects", "expected", "agree", "agrees", "agreed",
    "admit", "admits", "admitted", "promise", "promised", "reject", "rejects", "rejected",
    "demand", "demands", "demanded", "i", "he", "she", "we", "they", "you",
})  # fmt: skip
_LONGEST_TITLE = 150
_CLOSED = re.compile(r"[.!?…;:,][“”\"'’)\]]*$|^[“\"][^“”\"]*[”\"]$")
_GOES_ON = re.compile(r"(?:But|And|So|Or|He|She|It|They|We|I|This|That|These|Those|There|You)\b")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,“”\"'’)\]}»-]$|[–—]$")
_QUOTES = re.compile(r"[“”\"«»„]|(?<!\w)['‘]|''")
_LIST_MARK = re.compile(r"(?:[-–—•*·>#@]|\d{1,3}[.)]|https?:)")
_SPEAKER = re.compile(r"[^:]{1,60}:(?!\d)")


def plain_words(line: str) -> list[str]:
    """The words of the line in small letters, for comparing."""
    return [word.replace("’", "'") for word in _WORD.findall(line.casefold())]


def is_open_ended(line: str) -> bool:
    """Whether the line could be a title: not long, and neither begun nor closed like a sentence.

    >>> is_open_ended("Envoy says talks go on"), is_open_ended("The talks go on.")
    (True, False)
    """
    return (
        2 <= len(line) <= _LONGEST_TITLE
        and not _CLOSED.search(line)
        and not _LIST_MARK.match(line)
        and not _GOES_ON.match(line)
        and not re.match(r"[^a-z:]{2,40}: ", line)
        and any(c.isalpha() for c in line)
    )


def is_title_again(line: str, title: str) -> bool:
    """Whether the line is the title in slightly other words.

    At least half of the words of either stand in both, and the line is no sentence about it.
    """
    ours, theirs = set(plain_words(line)), set(plain_words(title))
    common = len(ours & theirs)
    longer = len(ours) - len(theirs) > 3 and not is_heading(line)
    alike = 2 * common >= max(len(ours), len(theirs)) > 0
    return is_open_ended(line) and alike and not longer


def is_heading(line: str) -> bool:
    """Whether the line looks like a heading between paragraphs.

    >>> is_heading("Harbour Reopens, but Crews Stay Home")
    True
    >>> is_heading("Reaction from the islands")
    True
    >>> is_heading("MAYOR: We will reopen"), is_heading("They want the ferry back")
    (False, False)
    """
    words = _WORD.findall(line)
    if not 1 <= len(words) <= 16 or len(line) > 110:
        return False
    if _ENDS_SENTENCE.search(line) or _QUOTES.search(line) or _LIST_MARK.match(line):
        return False
    if _SPEAKER.match(line) or not words[0][0].isupper():
        return False
    weighty = [word for word in words[1:] if word.lower() not in _SMALL]
    capitalised = sum(not word[0].islower() for word in weighty)
    if len(weighty) >= 2 and capitalised == len(weighty):
        return True
    return len(words) <= 6 and not _REPORTING.intersection(plain_words(line))
