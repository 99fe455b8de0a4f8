"""What the shape of names and their recurrence tell: which names are people's, and where they end.

"M.K. Selvan", "Khaled al-Mansur" and "Otis Farrow Jr." are people by their shape; "Ibarra" is one
where the article has a Julio Ibarra Montes, "March" where a March speaks.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kgraph.extract import lexicon
from kgraph.extract.names import Name, readable
from kgraph.extract.parts import word_set
from kgraph.extract.roles import is_office
from kgraph.extract.titled import JOINTS, PARTICLES, with_titled
from kgraph.model import Article

_SAYING = word_set(
    "say tell add explain note argue insist warn claim admit reply recall ask write state stress"
)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_CLAN = re.compile(r"(?:Mc|Mac|O['’]|al-|Al-|el-|El-)[A-Z]\w+")
_NOT_PEOPLE = lexicon.BODIES | lexicon.OUTLETS | lexicon.DOCUMENTS | lexicon.OFFICES
_PARTNERS = lexicon.BODIES | word_set(
    "partner member owner producer publisher developer operator broker"
)
"""Offices that bodies hold too."""

_NAMING = word_set("""
    general major principal chief head premier sheriff doctor justice nurse fellow veteran master
    king queen speaker baker butcher
""")
"""Offices that names of bodies begin with ("General Motors")."""

_LONGEST = 5
_MONTHS = frozenset({"march", "april", "may", "june", "july", "august"})


def with_shapes(doc: Doc, article: Article, names: Sequence[Name]) -> list[Name]:
    """The names, in order; those whole and people's that their shape or another place tells."""
    marks = readable(doc, article)
    names = with_titled(doc, marks, names)
    whole = _whole(doc, [*names, *_months(doc, marks, names), *_clans(doc, marks, names)])
    alone = _speaking_alone(doc, marks)
    found = [
        replace(n, type="person") if _is_shaped(doc, n) or _is_spoken_of(doc, n, alone) else n
        for n in whole
    ]
    full = {n.words for n in found if n.type == "person" and 1 < len(n.words) <= _LONGEST}
    found += _again(doc, marks, found, full)
    inner = {
        part
        for words in full
        for start in range(1, len(words))
        for end in range(start + 1, len(words) + 1)
        if _is_surname(part := words[start:end])
    }
    tails = {n.words for n in found if n.type == "person"}
    apposed = {n.text for n in found if _is_apposed(doc, n)}
    return sorted(
        (
            replace(n, type="person")
            if n.type not in {"person", "group"}
            and not _has_the(doc, n)
            and (n.words in inner | full or _ends_in(n, tails) or n.text in apposed)
            else n
            for n in found
        ),
        key=lambda n: n.start,
    )


def _is_surname(words: tuple[str, ...]) -> bool:
    return all(w[0].isupper() for w in words) and not any(
        w.casefold() in _SUFFIXES | lexicon.PLACES for w in words
    )


def _whole(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names, in order; what a hyphen or a clan's "Mc" joins is one."""
    times = Counter(name.text for name in names if not _is_half(doc, name))
    found: list[Name] = []
    for name in sorted(names, key=lambda n: n.start):
        last = found[-1] if found else None
        if last is not None and name.start < last.end:
            continue
        if (
            last is not None
            and last.end == name.start
            and len(last.words) == len(name.words) == 1
            and _CLAN.fullmatch(name.text)
            and not is_office(doc[last.start])
        ):
            text = doc[last.start : name.end].text
            found[-1] = Name(start=last.start, end=name.end, text=text, type="person")
            continue
        if (
            last is not None
            and last.end + 1 == name.start
            and _is_half(doc, last)
            and _is_half(doc, name)
            and {last.type, name.type} <= {"person", "unknown"}
            and not (times[last.text] or times[name.text])
        ):
            text = doc[last.start : name.end].text
            found[-1] = Name(start=last.start, end=name.end, text=text, type=name.type)
            continue
        found.append(_grown(doc, name, times))
    return found


def _grown(doc: Doc, name: Name, times: Counter[str]) -> Name:
    """The name with the rest of a word that was cut at its hyphen, or a surname in capitals."""
    start, end = name.start, name.end
    if name.type in {"person", "unknown"}:
        end = _past_nickname(doc, end)
    if name.type in {"person", "unknown"} and doc[start:end].text.count(" "):
        while (
            end + 1 < len(doc)
            and doc[end].text in JOINTS
            and not doc[end - 1].whitespace_
            and not doc[end].whitespace_
            and doc[end + 1].text[0].isupper()
            and not times[doc[end + 1].text]
        ):
            end += 2
    if name.type in {"person", "unknown"} and _is_second_half(doc, start, times):
        start -= 2
    if _is_clan(doc[start]) and len(name.words) == 1 and start and _may_be_given(doc[start - 1]):
        start -= 1
    if end < len(doc) and name.text.isupper() and name.type != "organization":
        shouted = doc[end].text.isupper() and doc[end].is_alpha and len(doc[end]) > 1
        end += shouted and _speaks(doc[end])
    if (start, end) == (name.start, name.end):
        return name
    return Name(start=start, end=end, text=doc[start:end].text, type="person")


def _is_half(doc: Doc, name: Name) -> bool:
    """Whether a hyphen joins the name to the word before or behind it."""
    behind = name.end < len(doc) and doc[name.end].text in {"-", "–"}
    return (behind and not doc[name.end - 1].whitespace_) or (
        name.start > 1
        and doc[name.start - 1].text in {"-", "–"}
        and not doc[name.start - 1].whitespace_
    )


def _is_second_half(doc: Doc, start: int, times: Counter[str]) -> bool:
    """Whether a name begins behind the hyphen of a word that is no name itself: "Luz-Uy"."""
    if start < 2 or doc[start - 1].text not in {"-", "–"} or doc[start - 1].whitespace_:
        return False
    first = doc[start - 2]
    return (
        not first.whitespace_
        and first.is_title
        and not times[first.text]
        and first.lower_ not in lexicon.PLACES
        and first.pos_ == "PROPN"
        and not is_office(first)
    )


def _past_nickname(doc: Doc, end: int) -> int:
    """Where a name ends that goes on behind a nickname in quotation marks, or ``end``."""
    if end + 3 >= len(doc) or not doc[end].is_quote or not doc[end + 1].text[0].isupper():
        return end
    close = end + 2 if doc[end + 2].is_quote else end + 3
    if close + 1 >= len(doc) or not doc[close].is_quote:
        return end
    surname = doc[close + 1]
    return close + 2 if surname.pos_ == "PROPN" and surname.text[0].isupper() else end


def _is_clan(token: Token) -> bool:
    return _CLAN.fullmatch(token.text) is not None


def _may_be_given(token: Token) -> bool:
    return token.is_title and token.is_alpha and token.pos_ == "PROPN" and not is_office(token)


def _is_shaped(doc: Doc, name: Name) -> bool:
    """Whether a name has initials, a particle or a suffix as only people's names have."""
    words = name.words
    if name.type in {"person", "group"} or not 1 < len(words) <= _LONGEST or _has_the(doc, name):
        return False
    if any(w.casefold() in _NOT_PEOPLE | lexicon.PLACES for w in words):
        return False
    if any(not w[0].isupper() and w not in PARTICLES and not _CLAN.match(w) for w in words):
        return False
    if words[-1].casefold() in _SUFFIXES - {"ii", "iv"}:
        return len(words) > 2
    if _INITIALS.fullmatch(words[0]) and "." in words[0] and words[-1].istitle():
        return True
    return bool(_CLAN.fullmatch(words[-1])) or any(
        w in {"bin", "bint", "ibn", "von"} for w in words
    )


def _has_the(doc: Doc, name: Name) -> bool:
    return name.start > 0 and doc[name.start - 1].lower_ in {"the", "a", "an"}


def _ends_in(name: Name, tails: set[tuple[str, ...]]) -> bool:
    """Whether what follows the first word is itself a person's name elsewhere ("St Clere")."""
    return len(name.words) > 2 and name.type == "organization" and name.words[1:] in tails


def _is_apposed(doc: Doc, name: Name) -> bool:
    """Whether a single name stands at an office: "The police chief, Sutrisno,", "Defender Dudu"."""
    if len(name.words) > 1 or name.text.isupper() or not 0 < name.start < name.end < len(doc):
        return False
    if name.text.casefold() in lexicon.PLACES | lexicon.SEATS:
        return False
    before, following = doc[name.start - 1], doc[name.end]
    if following.is_title and is_office(following):
        return False  # "Deputy Interior Minister"
    if _is_persons_office(before) and before.lower_ not in _NAMING:
        return True
    office = doc[max(0, name.start - 2)]
    return (
        doc[name.start - 1].text == ","
        and doc[name.end].text == ","
        and office.tag_ == "NN"
        and _is_persons_office(office)
        and office.left_edge.lower_ in {"the", "its", "his", "her", "their", "our", "my"}
    )


def _is_persons_office(token: Token) -> bool:
    return token.tag_ in {"NN", "NNP"} and is_office(token) and token.lower_ not in _PARTNERS


def _speaks(token: Token) -> bool:
    """Whether the word is the subject of a verb of saying."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in _SAYING


def _speaking_alone(doc: Doc, marks: Sequence[bool]) -> frozenset[str]:
    """Capitalized words in the singular that are the whole subject of a verb of saying."""
    return frozenset(
        token.text
        for token in doc
        if token.is_title
        and marks[token.i]
        and token.tag_ in {"NN", "NNP"}
        and _speaks(token)
        and token.left_edge.i == token.i
    )


def _is_spoken_of(doc: Doc, name: Name, alone: frozenset[str]) -> bool:
    """Whether two words that no list knows are a name whose second word speaks: "Cole Justice"."""
    first, last = name.words[0], name.words[-1]
    return (
        name.type == "unknown"
        and len(name.words) == 2
        and last in alone
        and first not in alone
        and not _has_the(doc, name)
        and first.istitle()
        and first.casefold() not in _NOT_PEOPLE
        and last.casefold() not in lexicon.BODIES | lexicon.OUTLETS | lexicon.DOCUMENTS
    )


def _clans(doc: Doc, marks: Sequence[bool], names: Sequence[Name]) -> Iterator[Name]:
    """Names that end in "McAnespie" or "O'Dowda", where no tagger saw a name."""
    covered = {i for name in names for i in range(name.start, name.end)}
    for token in doc:
        if token.i in covered or not marks[token.i] or not _CLAN.fullmatch(token.text):
            continue
        start = token.i
        if start and start - 1 not in covered and _may_be_given(doc[start - 1]):
            start -= 1
        text = doc[start : token.i + 1].text
        yield Name(start=start, end=token.i + 1, text=text, type="person")


def _months(doc: Doc, marks: Sequence[bool], names: Sequence[Name]) -> Iterator[Name]:
    """Months that are surnames: "Piers March" where a March speaks."""
    covered = {i for name in names for i in range(name.start, name.end)}
    speaking = {t.text for t in doc if t.lower_ in _MONTHS and t.is_title and _speaks(t)}
    for token in doc:
        if token.text not in speaking or token.i in covered or not marks[token.i]:
            continue
        before = token.nbor(-1) if token.i else None
        if before is not None and before.is_title and before.is_alpha and not before.is_stop:
            if before.lower_ not in lexicon.MONTHS_AND_DAYS and not is_office(before):
                text = doc[before.i : token.i + 1].text
                yield Name(start=before.i, end=token.i + 1, text=text, type="person")
        elif token.dep_ in {"nsubj", "nsubjpass", "poss"}:
            yield Name(start=token.i, end=token.i + 1, text=token.text, type="person")


def _again(
    doc: Doc, marks: Sequence[bool], names: Sequence[Name], full: set[tuple[str, ...]]
) -> Iterator[Name]:
    """Words that no tagger took for names, which speak and are the first of somebody's full name."""
    covered = {i for name in names for i in range(name.start, name.end)}
    firsts = {words[0] for words in full} | {words[-1] for words in full}
    for token in doc:
        if token.i not in covered and marks[token.i] and token.text in firsts and _speaks(token):
            yield Name(start=token.i, end=token.i + 1, text=token.text, type="person")
