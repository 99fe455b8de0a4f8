"""The titles that an article gives a person, where it names the person.

Before the name ("Kremlin spokesman Dmitry Peskov"), behind it ("Kirill Dmitriev, head of the
fund"), or parted from it by a comma ("the White House press secretary, Karoline Leavitt").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgraph.extract import lexicon

_FURTHEST = 20
"""Words that a title may be long; what is longer is a sentence."""

_NEAR = 4
"""Words left of "of" among which an office that is written small must stand."""

_PREMODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LINKS = frozenset({"of", "for", "to"})
_TAILS = frozenset({"of", "for", "at", "in", "with", "on", "from", "to"})
_TAIL_POS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADP", "CCONJ"})
_ARTICLES = frozenset({"a", "an", "the"})
_COPULAS = frozenset({"is", "was", "became", "becomes", "as"})
_DEMONYMS = ("an", "ish", "ese", "ic", "i", "ss", "ch", "ek")
_ORGANIZATIONS = frozenset({"ORG", "GPE", "FAC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title at its place: tokens ``start`` to ``end``, with the token that is the office.

    Attributes:
        whole: First and one-past-last token of title and name together.
        organization: First and one-past-last token of what the office belongs to, or None.
    """

    start: int
    end: int
    office: int
    whole: tuple[int, int]
    organization: tuple[int, int] | None = None


def is_office(token: Token) -> bool:
    """Whether the word names an office or a calling."""
    word = token.lower_
    if word in lexicon.OFFICES or word in lexicon.ABBREVIATED:
        return True
    tail = word.rpartition("-")[2]
    return tail != word and tail in lexicon.OFFICES


def is_demonym(token: Token) -> bool:
    """Whether the word only tells after which country something is called ("Ukrainian")."""
    word = token.lower_
    if not word.endswith(_DEMONYMS) or word in lexicon.PLACES:
        return False
    return token.pos_ == "ADJ" or token.dep_ in {"amod", "compound", "nmod"}


def find_titles(doc: Doc, start: int, end: int) -> Iterator[Title]:
    """The titles that stand with the name of tokens ``start`` to ``end``."""
    before = _before(doc, start, end)
    if before is not None:
        yield before
    behind = _behind(doc, start, end)
    if behind is not None:
        yield behind


def _before(doc: Doc, start: int, end: int) -> Title | None:
    at = start
    while at > 0 and doc[at - 1].lower_ in lexicon.HONORIFICS:
        at -= 1
    parted = at > 1 and doc[at - 1].text == "," and _closes(doc, end)
    if parted:
        at -= 1
    first = _run_start(doc, at)
    if first == at:
        return None
    offices = [i for i in range(first, at) if is_office(doc[i])]
    if not offices:
        return None
    owned = first > 0 and doc[first - 1].dep_ in {"det", "poss"}
    if parted and not owned and not (doc[start - 1].text != "," and doc[first].text[0].isupper()):
        return None
    # "Secretary of State John Kerry": what follows the office hangs on it by "of".
    linked = [i for i in offices if _is_linked(doc, i, at)]
    if is_office(doc[at - 1]) and not (linked and _is_embedded(doc, linked[0], at - 1)):
        office = at - 1
    elif linked:
        office = linked[0]
    else:
        return None
    while first < office and doc[first].pos_ in {"NUM", "PART"}:
        first += 1
    begin = _owned(doc, first, office) or first
    return Title(
        start=begin,
        end=at,
        office=office,
        whole=(begin, end),
        organization=_organization(doc, first, at, office),
    )


def _is_linked(doc: Doc, office: int, end: int) -> bool:
    """Whether "of" follows the office, perhaps behind "General" or "Extraordinary"."""
    for i in range(office + 1, min(office + 5, end)):
        if doc[i].lower_ in _LINKS:
            return i + 1 < end
        if not (doc[i].text[0].isupper() or doc[i].lower_ == "and") or is_office(doc[i]):
            return False
    return False


def _is_embedded(doc: Doc, office: int, last: int) -> bool:
    """Whether the last office only tells whose the first is ("Head of the Office of the President")."""
    return (
        doc[last - 1].lower_ == "the"
        and doc[last - 2].lower_ in _LINKS
        and doc[office].text[0].isupper()
    )


def _run_start(doc: Doc, at: int) -> int:
    """Where the unbroken run of title words that ends before ``at`` begins."""
    first = at
    while first > max(0, at - _FURTHEST):
        token = doc[first - 1]
        if token.is_space or (token.is_sent_start and token.pos_ not in _PREMODIFIERS):
            break
        if token.lower_ in lexicon.HONORIFICS or token.ent_type_ in {"DATE", "TIME"}:
            break
        joins = (
            token.pos_ in _PREMODIFIERS
            or is_office(token)
            or (token.text in {"-", "/", "&"} and not token.whitespace_)
            or (token.lower_ in {"in", "at"} and not token.whitespace_ and first < at)
            or (token.tag_ == "POS" and first < at)
            or (token.lower_ in _LINKS and first < at and _office_left(doc, first - 1))
            or (token.lower_ in {"and", "the"} and first < at and _office_left(doc, first - 1))
        )
        if not joins:
            break
        first -= 1
        if token.is_sent_start:
            break
    while first < at and (
        doc[first].tag_ == "POS"
        or doc[first].is_punct
        or (doc[first].is_stop and doc[first].pos_ in {"ADP", "CCONJ", "DET"})
    ):
        first += 1
    return first


def _office_left(doc: Doc, at: int) -> bool:
    """Whether an office stands within three words left of the token, or one with a capital."""
    if doc[at].lower_ == "and" and any(is_office(token) for token in doc[at + 1 : at + 3]):
        return False
    for i in range(at - 1, max(-1, at - _FURTHEST), -1):
        if doc[i].is_space or doc[i].pos_ in {"VERB", "AUX", "PRON"}:
            return False
        if doc[i].is_punct and (doc[i].text != "-" or doc[i].whitespace_):
            return False
        if is_office(doc[i]) and (at - i < _NEAR or doc[i].text[0].isupper()):
            return True
    return False


def _closes(doc: Doc, end: int) -> bool:
    return end >= len(doc) or doc[end].is_punct or doc[end].is_space


def _behind(doc: Doc, start: int, end: int) -> Title | None:
    at = _past_brackets(doc, end)
    if at >= len(doc) or doc[at].text not in {",", "–", "—", "-", "("}:
        return None
    at += 1
    if at < len(doc) and doc[at].lower_ == "who" and at + 1 < len(doc):
        if doc[at + 1].lower_ not in _COPULAS:
            return None
        at += 2
    first = at
    while first < len(doc) and (
        doc[first].lower_ in _ARTICLES
        or doc[first].tag_ == "PRP$"
        or doc[first].lower_ in {"then", "now", "also"}
    ):
        first += 1
    office = _office_after(doc, first)
    if office is None:
        return None
    last = _tail(doc, office + 1)
    return Title(
        start=_owned(doc, first, office) or first,
        end=last,
        office=office,
        whole=(start, last),
        organization=_organization(doc, first, last, office),
    )


def _past_brackets(doc: Doc, at: int) -> int:
    """The token behind a bracket such as "(R-Ohio)", or ``at``."""
    if at < len(doc) and doc[at].text == "(":
        for i in range(at + 1, min(at + 6, len(doc))):
            if doc[i].text == ")":
                return i + 1
    return at


def _office_after(doc: Doc, first: int) -> int | None:
    """The office that heads the noun phrase which starts here, or None."""
    office = None
    for i in range(first, min(first + _FURTHEST, len(doc))):
        token = doc[i]
        if is_office(token):
            office = i
        elif office is not None or not (
            token.pos_ in _PREMODIFIERS
            or token.tag_ in {"POS", "VBN", "VBG"}
            or token.lower_ in {"-", "and", "&"}
            or token.lower_ in {"longtime", "former", "then"}
        ):
            break
    if office is None:
        return None
    following = doc[office + 1] if office + 1 < len(doc) else None
    # "Smith, deputy ministers said" or "Smith, president Jones's aide": not about Smith.
    if following is not None and (following.pos_ in {"NOUN", "PROPN"} or following.tag_ == "POS"):
        return None
    if doc[office].tag_ in {"NNS", "NNPS"}:
        return None
    return office


def _tail(doc: Doc, at: int) -> int:
    """Where the phrase behind an office ends: "of the Russian Direct Investment Fund"."""
    if at < len(doc) and doc[at].lower_ in {"and", "&"}:
        office = _office_after(doc, at + 1)
        if office is not None:
            return _tail(doc, office + 1) if office - at < _FURTHEST else at
    if at >= len(doc) or doc[at].lower_ not in _TAILS:
        return at
    last = at
    for i in range(at, min(at + _FURTHEST, len(doc))):
        token = doc[i]
        if token.is_space or token.pos_ not in _TAIL_POS or (token.is_punct and token.text != "-"):
            break
        if token.pos_ in {"NOUN", "PROPN", "NUM"} and not token.is_stop:
            last = i + 1
    return last


def _owned(doc: Doc, start: int, office: int) -> int | None:
    """Where the title proper begins in "the group's deputy chair"; None without such an owner."""
    for i in range(office - 1, start, -1):
        if doc[i].tag_ == "POS" and doc[i - 1].text.islower():
            return i + 1
    return None


def _organization(doc: Doc, start: int, end: int, office: int) -> tuple[int, int] | None:
    """What the office belongs to: a named body, else the noun behind "of" or "for"."""
    best: tuple[int, int] | None = None
    i = start
    while i < end:
        if doc[i].ent_type_ in _ORGANIZATIONS and i != office and not is_demonym(doc[i]):
            stop = i + 1
            while stop < end and doc[stop].ent_iob_ == "I" and stop != office:
                stop += 1
            begin = i + 1 if doc[i].lower_ == "the" and stop > i + 1 else i
            while begin < stop and (doc[stop - 1].tag_ == "POS" or doc[stop - 1].lower_ in _LINKS):
                stop -= 1
            if begin < stop and (best is None or stop - begin > best[1] - best[0]):
                best = (begin, _body_end(doc, begin, stop, end))
                stop = best[1]
            i = max(stop, i + 1)
        else:
            i += 1
    if best is not None:
        return best
    if office + 1 < end and doc[office + 1].lower_ in _TAILS:
        begin = office + 2
        while begin < end and doc[begin].pos_ == "DET":
            begin += 1
        return (begin, end) if begin < end else None
    owned = _owned(doc, start, office)
    if owned is not None:
        return start, owned - 1
    capitals = [i for i in range(start, office) if doc[i].pos_ == "PROPN"]
    if capitals and doc[capitals[0]].text[0].isupper() and doc[capitals[0]].ent_type_ != "NORP":
        run = [i for n, i in enumerate(capitals) if i == capitals[0] + n]
        while run and (is_office(doc[run[-1]]) or doc[run[-1]].lower_ in _OFFICE_MODIFIERS):
            run.pop()
        if run:
            return run[0], run[-1] + 1
    return None


def _body_end(doc: Doc, start: int, stop: int, end: int) -> int:
    """Where a body's name ends that goes on with "of": "Office of the President of Ruvania"."""
    if not any(token.lower_ in lexicon.BODIES for token in doc[start:stop]):
        return stop
    while stop < end and doc[stop].lower_ in {"of", "for", "and"}:
        following = stop + 1
        while following < end and doc[following].lower_ == "the":
            following += 1
        if following == end or not doc[following].text[0].isupper():
            break
        stop = following
        while stop < end and doc[stop].text[0].isupper():
            stop += 1
    return stop


_OFFICE_MODIFIERS = frozenset(
    [
        "press",
        "foreign",
        "prime",
        "vice",
        "deputy",
        "finance",
        "defence",
        "defense",
        "interior",
        "first",
        "chief",
        "state",
        "communications",
        "campaign",
        "executive",
        "former",
        "general",
        "senior",
        "acting",
        "economy",
        "health",
        "justice",
        "education",
        "energy",
        "assistant",
        "attorney",
        "lieutenant",
        "national",
        "security",
        "special",
        "retired",
        "presidential",
        "parliamentary",
        "federal",
    ]
)
