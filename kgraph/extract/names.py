"""Where an article names somebody or something: spaCy's names, gated and repaired.

The tagger of names is wrong about every fifth name it has not seen in training. What repairs it
is the article itself (a surname that elsewhere stands behind a first name is a person's) and a
few closed lists (countries, capitals, institutions).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from spacy.tokens import Doc, Token

from kgraph.extract import lexicon
from kgraph.extract.roles import is_demonym
from kgraph.model import Article

NameType: TypeAlias = Literal["person", "organization", "place", "group", "adjective", "unknown"]

_TYPES: dict[str, NameType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "‘s"})
_READ = frozenset({"text", "caption"})
_NAMING_BODIES = frozenset(
    {"general", "major", "principal", "chief", "head", "baker", "speaker", "master"}
)
"""Offices that names of bodies begin with ("General Motors")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name at its place: tokens ``start`` to ``end`` (exclusive), without title or article."""

    start: int
    end: int
    text: str
    type: NameType

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, as they are written."""
        return tuple(self.text.split())


def find_names(doc: Doc, article: Article) -> list[Name]:
    """The names in the text and its captions, in order, disjoint, each with the likeliest type."""
    marks = readable(doc, article)
    found = list(_tagged(doc, marks))
    covered = {i for name in found for i in range(name.start, name.end)}
    found += _untagged(doc, marks, covered)
    found = _grown(doc, found)
    covered |= {i for name in found for i in range(name.start, name.end)}
    found += _surnames(doc, marks, covered, found)
    found.sort(key=lambda name: name.start)
    found = _with_models(doc, _parted(doc, found))
    return [name for name in _retyped(doc, found) if name.type != "adjective"]


def readable(doc: Doc, article: Article) -> list[bool]:
    """Whether each token stands in a block that names are read from."""
    marks = [False] * len(doc)
    blocks = iter(p for p in article.paragraphs if p.kind in _READ)
    block = next(blocks, None)
    for token in doc:
        while block is not None and token.idx >= block.end:
            block = next(blocks, None)
        if block is None:
            break
        marks[token.i] = token.idx >= block.start
    return marks


def _tagged(doc: Doc, marks: list[bool]) -> Iterator[Name]:
    for ent in doc.ents:
        kind = _TYPES.get(ent.label_)
        if kind is None or not marks[ent.start]:
            continue
        for first, end in _lines(doc, ent.start, ent.end):
            start = _past_base(doc, first, end)
            person = kind == "person" or _is_titled_name(doc, start, end)
            if person and _is_house(doc, start, end):
                yield Name(start=start, end=end, text=doc[start:end].text, type="organization")
                continue
            name = _trimmed(doc, start, end, "person" if person else kind)
            if name is not None:
                yield name


def _is_house(doc: Doc, start: int, end: int) -> bool:
    """Whether a body is called after somebody: "St Brannoc's Hospital"."""
    return (
        doc[end - 1].lower_ in lexicon.BODIES
        and doc[end - 1].is_title
        and any(doc[i].tag_ == "POS" for i in range(start, end - 1))
        and doc[start].lower_ in {"st", "st.", "saint"}
    )


def _past_base(doc: Doc, start: int, end: int) -> int:
    """Where a name begins behind "Oslo-based", or ``start``."""
    bases = [i for i in range(start, end - 1) if doc[i].lower_ == "based"]
    return bases[-1] + 1 if bases else start


def _is_titled_name(doc: Doc, start: int, end: int) -> bool:
    """Whether what was taken for a body is a title and a person ("Spokesman Pavel Orlov")."""
    words = [doc[i].lower_ for i in range(start, end)]
    return (
        2 <= len(words) <= 4
        and words[0] in lexicon.OFFICES | lexicon.HONORIFICS
        and words[0] not in _NAMING_BODIES
        and not any(
            w in lexicon.BODIES | lexicon.OUTLETS or w in lexicon.OFFICES for w in words[1:]
        )
        and all(doc[i].is_alpha and doc[i].is_title for i in range(start + 1, end))
    )


def _lines(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a run of tokens between line breaks and quotation marks."""
    begin = start
    for i in range(start, end):
        if doc[i].is_space or doc[i].is_quote or doc[i].text in {"(", ")", ";", ":", "|", "–", "—"}:
            if begin < i:
                yield begin, i
            begin = i + 1
    if begin < end:
        yield begin, end


def _trimmed(doc: Doc, start: int, end: int, kind: NameType) -> Name | None:
    """The name without article, titles, possessive and edge punctuation; None if nothing stays."""
    while start < end and (
        doc[start].lower_ in {"the", "a", "an"}
        or not doc[start].text[0].isalnum()
        or (kind == "person" and end - start > 1 and is_title(doc[start]))
    ):
        start += 1
    for i in range(start, end):
        if doc[i].text in _POSSESSIVE and kind == "person":
            end = i
    while start < end and (
        doc[end - 1].text in _POSSESSIVE
        or not any(c.isalnum() for c in doc[end - 1].text)
        or (kind == "person" and doc[end - 1].text.islower() and not _is_joined(doc, end - 1))
        or (doc[end - 1].text.islower() and doc[end - 1].pos_ in {"ADP", "DET", "CCONJ"})
    ):
        end -= 1
    if start >= end:
        return None
    text = _spelt(doc, start, end)
    if not text[0].isalpha() or (not any(c.isupper() for c in text)):
        return None
    if kind == "person" and (
        any(c.isdigit() for c in text) or text.casefold() in lexicon.MONTHS_AND_DAYS
    ):
        return None
    if text.casefold() in lexicon.HONORIFICS or text.casefold() in lexicon.OFFICES:
        return None
    return Name(start=start, end=end, text=text, type=kind)


def _is_joined(doc: Doc, i: int) -> bool:
    """Whether the word is the second half of one ("hyun" in "Dae-hyun")."""
    return i > 1 and doc[i - 1].text in {"-", "–"} and not doc[i - 1].whitespace_


def _spelt(doc: Doc, start: int, end: int) -> str:
    text = doc[start:end].text
    return text[:-2] if text.endswith(("'s", "’s")) else text


def is_title(token: Token) -> bool:
    """Whether the word stands before names and is no part of them ("Mr.", "Sen.", "President")."""
    word = token.lower_
    return word in lexicon.HONORIFICS or word in lexicon.ABBREVIATED or word in lexicon.OFFICES


def _untagged(doc: Doc, marks: list[bool], covered: set[int]) -> Iterator[Name]:
    """Runs of proper nouns that the tagger of names passed over."""
    i = 0
    while i < len(doc):
        if i in covered or not marks[i] or not _may_name(doc[i]):
            i += 1
            continue
        end = i
        while end < len(doc) and end not in covered and _may_name(doc[end]):
            end += 1
        name = _trimmed(doc, i, end, "unknown")
        while name is not None and name.end - name.start > 1 and is_title(doc[name.start]):
            name = _trimmed(doc, name.start + 1, name.end, "unknown")
        if name is not None and not (name.end - name.start == 1 and is_title(doc[name.start])):
            yield name
        i = end


def _grown(doc: Doc, found: list[Name]) -> list[Name]:
    """The names, those joined of which one tagger took a half and the other passed over it."""
    grown: list[Name] = []
    for name in sorted(found, key=lambda n: n.start):
        last = grown[-1] if grown else None
        if (
            last is not None
            and last.end == name.start
            and {last.type, name.type} == {"person", "unknown"}
            and len(last.words) + len(name.words) <= 3
            and not is_title(doc[last.start])
        ):
            text = doc[last.start : name.end].text
            grown[-1] = Name(start=last.start, end=name.end, text=text, type="person")
        else:
            grown.append(name)
    return grown


def _parted(doc: Doc, names: list[Name]) -> list[Name]:
    """The names; what belongs to somebody named elsewhere is two: "Acme's Falcon", not "Lloyd's"."""
    whole = {
        n.text: n.type
        for n in names
        if not any(t.text in _POSSESSIVE for t in doc[n.start : n.end])
    }
    found: list[Name] = []
    for name in names:
        cut = next((i for i in range(name.start + 1, name.end) if doc[i].tag_ == "POS"), None)
        owner = doc[name.start : cut].text if cut is not None else ""
        rest = doc[cut + 1 : name.end].text if cut is not None else ""
        if cut is None or owner not in whole or not rest[:1].isupper():
            found.append(name)
            continue
        found.append(Name(start=name.start, end=cut, text=owner, type=whole[owner]))
        found.append(Name(start=cut + 1, end=name.end, text=rest, type=name.type))
    return found


def _has_hump(word: str) -> bool:
    """Whether a brand is written so: "iPhone", "eBay"."""
    return len(word) > 2 and word.isalpha() and word[0].islower() and word[1:3].lower() != word[1:3]


def _with_models(doc: Doc, names: list[Name]) -> list[Name]:
    """The names; with a model or number right behind, it is a thing's ("Acme 300", "Acme X-15")."""
    starts = {name.start: name for name in names}
    found: list[Name] = []
    taken: set[int] = set()
    for name in names:
        if name.start in taken:
            continue
        end = name.end
        if name.type != "person" or len(name.words) == 1:
            while end < len(doc) and end - name.end < 2 and _is_model(doc[end]):
                end += starts[end].end - end if end in starts else 1
        if end > name.end:
            text = doc[name.start : end].text
            taken.update(range(name.start, end))
            found.append(Name(start=name.start, end=end, text=text, type="unknown"))
        else:
            found.append(name)
    return found


_MODEL = re.compile(r"[A-Z]{0,4}-?\d{1,4}(?:-?\d*[A-Z]{0,3}|s)")


def _is_model(token: Token) -> bool:
    """Whether the word behind a name is a model's number, not one that counts what follows."""
    if not _MODEL.fullmatch(token.text) or token.i == 0 or not token.nbor(-1).whitespace_:
        return False
    if not token.text[0].isdigit():
        return True
    if token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"}:
        return False
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
    return not counts and (
        token.i + 1 == len(token.doc) or token.nbor().text not in {"%", "percent"}
    )


def _surnames(doc: Doc, marks: list[bool], covered: set[int], found: list[Name]) -> list[Name]:
    """Capitalized words that neither tagger took for names, but which end a person's full name."""
    known = {w for n in found if _is_full_person(n) for w in n.words[1:] if w[0].isupper()}
    return [
        Name(start=t.i, end=t.i + 1, text=t.text, type="person")
        for t in doc
        if t.i not in covered and marks[t.i] and t.text in known and t.text[0].isupper()
    ]


def _may_name(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        and (token.text[0].isupper() or _has_hump(token.text))
        and token.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT"}
        and token.lower_ not in lexicon.MONTHS_AND_DAYS
    )


def _retyped(doc: Doc, names: list[Name]) -> list[Name]:
    """The names, each with the type that the lists and the rest of the article give it."""
    votes: dict[str, Counter[NameType]] = {}
    surnames: Counter[str] = Counter()
    for name in names:
        votes.setdefault(name.text.casefold(), Counter())[name.type] += 1
        if _is_full_person(name):
            surnames[name.words[-1].casefold()] += 1
    return [_typed(doc, name, votes, surnames) for name in names]


def _is_full_person(name: Name) -> bool:
    words = name.words
    if len(words) < 2 or len(words) > 5:
        return False
    if name.type == "person":
        return True
    return (
        name.type in {"organization", "place", "unknown"}
        and _is_given(words)
        and not any(w.casefold() in lexicon.BODIES | lexicon.OUTLETS for w in words)
    )


def _is_given(words: tuple[str, ...]) -> bool:
    first = words[0].casefold()
    return first in lexicon.MALE_NAMES or first in lexicon.FEMALE_NAMES


def _typed(
    doc: Doc, name: Name, votes: dict[str, Counter[NameType]], surnames: Counter[str]
) -> Name:
    key = name.text.casefold()
    kind = name.type
    words = name.words
    if key in lexicon.SEAT_PHRASES or key in lexicon.SEATS:
        kind = "organization"
    elif key in lexicon.PLACES:
        kind = "place"
    elif len(words) > 1 and _is_body(doc, name):
        kind = "organization"
    elif len(words) > 1 and kind == "person" and _has_article(doc, name) and not _is_given(words):
        kind = "unknown"
    elif (
        _is_full_person(name)
        or _titled(doc, name)
        or (len(words) == 1 and surnames[key] and kind != "person")
    ):
        kind = "person"
    elif kind in {"place", "group"} and len(words) == 1 and is_demonym(doc[name.end - 1]):
        kind = "adjective"
    elif kind == "unknown":
        seen = votes[key]
        best = max((t for t in seen if t != "unknown"), key=lambda t: (seen[t], t), default=kind)
        kind = best
    elif kind in {"organization", "place", "group"} and votes[key]["person"] > votes[key][kind]:
        kind = "person"
    elif kind == "person" and len(words) == 1 and not surnames[key]:
        others = {t: n for t, n in votes[key].items() if t not in {"person", "unknown"}}
        best = max(others, key=lambda t: (others[t], t), default=kind)
        kind = best if others.get(best, 0) > votes[key]["person"] else kind
    return Name(start=name.start, end=name.end, text=name.text, type=kind)


def _is_body(doc: Doc, name: Name) -> bool:
    """Whether the last word is that of an organization ("Contact Group", "Civic Ledger")."""
    words = [word.casefold() for word in name.words]
    if words[-1] in lexicon.BODIES:
        return True
    if _has_article(doc, name) and words[-1] in lexicon.OUTLETS:
        return True
    return words[-1] in lexicon.OUTLETS and not _is_given(name.words) and not _titled(doc, name)


def _has_article(doc: Doc, name: Name) -> bool:
    return name.start > 0 and doc[name.start - 1].lower_ == "the"


def _titled(doc: Doc, name: Name) -> bool:
    """Whether an honorific or a written-short office stands right before the name."""
    if name.start == 0 or len(name.words) > 4:
        return False
    before = doc[name.start - 1]
    return before.lower_ in lexicon.HONORIFICS or before.lower_ in lexicon.ABBREVIATED
