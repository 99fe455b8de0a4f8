"""Whose names are people's: what stands around a name tells, where its own words don't.

"Mr March", "Austin Pryce, a farmer," and "Paris, 34," are people, whatever the tagger of names
took them for; and where an article has a Nasreen Qadir, "Nasreen" is a person too.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc

from kgraph.extract import lexicon
from kgraph.extract.callings import PEOPLE, is_person_noun
from kgraph.extract.names import Name
from kgraph.extract.roles import is_office
from kgraph.extract.titled import JOINTS, PARTICLES

_TITLES = lexicon.HONORIFICS | lexicon.ABBREVIATED
_NOT_PEOPLE = lexicon.BODIES | lexicon.OUTLETS | lexicon.DOCUMENTS
_LONGEST = 4
_LONGEST_ACRONYM = 6
_NEXT = 25
_HUMAN_ENDINGS = ("er", "or", "ist", "man", "woman", "eer", "ian")


def with_people(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names, in order, with those of people told by what stands around them."""
    whole = _joined(doc, [_bare(doc, n) for n in names])
    found = sorted(_honoured(doc, whole), key=lambda n: n.start)
    alone = {name.text for name in found if len(name.words) == 1}
    firsts = {name.text for name in found if len(name.words) == 1 and name.type == "person"}
    seen = Counter(name.text for name in found if _has_the(doc, name))
    people = {
        name.text
        for name in found
        if name.type in {"organization", "place", "unknown"}
        and not seen[name.text]
        and _may_be_person(name)
        and (
            (len(name.words) > 1 and name.words[-1] in alone and name.words[0] not in alone)
            or (name.type == "unknown" and len(name.words) > 1 and name.words[0] in firsts)
            or _is_introduced(doc, name)
            or _owns_title(doc, name)
            or _is_named_so(doc, name)
        )
    }
    found = [
        replace(n, type="person")
        if n.text in people
        else replace(n, type="organization")
        if _is_club(n)
        else n
        for n in found
    ]
    found = list(_coupled(doc, found))
    parts = {
        word.casefold()
        for name in found
        if name.type == "person" and 1 < len(name.words) <= _LONGEST
        for word in (name.words[0], name.words[-1])
        if len(word) > 2
    }  # fmt: skip
    bodies = {
        word.casefold()
        for name in found
        if name.type == "organization" and len(name.words) > 1 and not _is_half_person(name, parts)
        for word in (name.words[0], name.words[-1])
    }
    return [_single(doc, name, parts, bodies, the=bool(seen[name.text])) for name in found]


def _is_half_person(name: Name, parts: set[str]) -> bool:
    return bool(parts & {name.words[0].casefold(), name.words[-1].casefold()})


def _single(doc: Doc, name: Name, parts: set[str], bodies: set[str], *, the: bool) -> Name:
    """The name, if it is one word of the type of whoever is named in full with that word."""
    word = name.text.casefold()
    if len(name.words) > 1:
        return _bare(doc, name) if name.type == "person" else name
    one = name.start > 0 and doc[name.start - 1].lower_ in {"a", "an"}
    if name.type == "person" and word not in parts and one:
        return replace(name, type="unknown")  # "a Bill"
    if name.type == "person" and word in bodies - parts and word not in _GIVEN:
        return replace(name, type="organization")
    if word not in parts or the:
        return name
    placed = name.start > 0 and doc[name.start - 1].pos_ == "ADP"
    ours = name.type == "place" and word not in lexicon.PLACES and not placed
    if ours or name.type in {"organization", "unknown", "group"}:
        return replace(name, type="person")
    return name


def told_gender(doc: Doc, name: Name) -> Literal["male", "female", ""]:
    """What stands beside a name tells: "his wife, Ghazal Amin", "Ghazal Amin, who lost her son"."""
    for i in range(name.start - 1, max(-1, name.start - 4), -1):
        word = doc[i].lower_
        if word in lexicon.MALE_WORDS or word in lexicon.FEMALE_WORDS:
            return "male" if word in lexicon.MALE_WORDS else "female"
        if doc[i].text != "," and doc[i].pos_ not in {"ADJ", "NUM"}:
            break
    for token in doc[name.end : name.end + _NEXT]:
        if token.is_quote or (token.ent_type_ == "PERSON" and token.text not in name.words):
            break
        if token.lower_ in {"he", "his", "him", "himself"}:
            return "male"
        if token.lower_ in {"she", "her", "hers", "herself"}:
            return "female"
    return ""


def _joined(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names, in order; one that was taken in two is whole, with "de la" or "bin" in it."""
    found: list[Name] = []
    for name in names:
        last = found[-1] if found else None
        if last is not None and _is_one_name(doc, last, name):
            text = doc[last.start : name.end].text
            found[-1] = Name(start=last.start, end=name.end, text=text, type="person")
        else:
            found.append(name)
    return found


def _is_one_name(doc: Doc, first: Name, second: Name) -> bool:
    between = doc[first.end : second.start]
    words = (*first.words, *second.words)
    if len(words) > _LONGEST or doc[second.start - 1].is_sent_start is None:
        return False
    if any(w.casefold() in _NOT_PEOPLE | lexicon.OFFICES | lexicon.PLACES for w in words):
        return False
    if between:
        person = "person" in {first.type, second.type}
        return person and len(between) < _LONGEST and all(t.lower_ in PARTICLES for t in between)
    if first.end != second.start or len(first.words) > 1 or len(second.words) > 1:
        return False
    if first.text.isupper() != second.text.isupper() and "." not in first.text:
        return False
    given = first.text.casefold() in _GIVEN or "." in first.text
    return given or second.type == "person" or first.type == "person"


def _has_the(doc: Doc, name: Name) -> bool:
    return name.start > 0 and doc[name.start - 1].lower_ in {"the", "a", "an"}


def _bare(doc: Doc, name: Name) -> Name:
    """The name without the titles and letters that stand with it."""
    if name.type not in {"person", "organization", "unknown"} or len(name.words) < 2:
        return name
    start, end = name.start, name.end
    while (
        end - start > 2
        and doc[end - 1].lower_ in lexicon.BEHIND_NAMES
        and doc[end - 1].text.isupper()
    ):
        end -= 1
    while end - start > 1 and doc[start].lower_ in _TITLES and doc[start].text[0].isupper():
        start += 1
        if start < end - 1 and doc[start].text == ".":
            start += 1
    start = _past_callings(doc, name, start, end)
    if (start, end) == (name.start, name.end):
        return name
    lettered = end < name.end and len(name.words) < _LONGEST
    titled = (start > name.start or lettered) and not any(
        doc[i].lower_ in lexicon.BODIES for i in range(start, end)
    )
    return Name(
        start=start,
        end=end,
        text=doc[start:end].text,
        type="person" if titled else name.type,
    )


def _past_callings(doc: Doc, name: Name, start: int, end: int) -> int:
    """Where a name begins behind what its bearer is: "Fisheries Minister", "Jockey", "GM"."""
    offices = [i for i in range(start, end - 2) if is_office(doc[i]) and doc[i].is_title]
    if offices and _are_names(doc, offices[-1] + 1, end):
        return offices[-1] + 1
    person = name.type == "person"
    for i in range(end - 3, start - 1, -1):
        first, following = doc[i], doc[i + 1].lower_
        if not (first.text[0].isupper() and first.is_alpha and _are_names(doc, i + 1, end)):
            continue
        if first.lower_ in _GIVEN or (
            first.text.isupper() and not person and following not in _GIVEN
        ):
            continue
        letters = first.text.isupper() and 1 < len(first) < _LONGEST and doc[i + 1].is_title
        if (is_person_noun(first) or letters) and (person or following in _GIVEN):
            return i + 1
        if following in _GIVEN and first.lower_.endswith(_HUMAN_ENDINGS):
            return i + 1
    return start


def _are_names(doc: Doc, start: int, end: int) -> bool:
    """Whether what stands behind an office is somebody's name of two or three words."""
    words = doc[start:end].text.split()
    return 2 <= len(words) < _LONGEST and all(
        w[0].isupper() and not w.isupper() and w.casefold() not in _NOT_PEOPLE | lexicon.OFFICES
        for w in words
    )


def _honoured(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """The names, and the capitalized words behind an honorific that no tagger took for one."""
    covered = {i for name in names for i in range(name.start, name.end)}
    for name in names:
        before = doc[name.start - 1] if name.start else None
        honoured = before is not None and before.lower_ in _TITLES and before.text[0].isupper()
        if honoured and _may_be_person(name):
            yield replace(name, type="person")
        else:
            yield name
    for token in doc[: max(0, len(doc) - 1)]:
        if token.lower_ not in _TITLES or not token.text[0].isupper() or token.text.isupper():
            continue
        first = token.i + 1
        end = first
        while (
            end < len(doc)
            and end - first < _LONGEST
            and end not in covered
            and (doc[end].text[0].isupper() or doc[end].text in JOINTS)
            and doc[end].lower_ not in _TITLES
            and not (end > first and is_office(doc[end]))
        ):
            end += 1
        while end > first and doc[end - 1].text in JOINTS:
            end -= 1
        role = all(is_office(t) or t.lower_ in lexicon.RANKS for t in doc[first:end])
        if end > first and not role and not (end in covered and doc[end].text.isupper()):
            yield Name(start=first, end=end, text=doc[first:end].text, type="person")


def _may_be_person(name: Name) -> bool:
    words = name.words
    return len(words) <= _LONGEST and all(
        word[0].isupper() and word.casefold() not in _NOT_PEOPLE for word in words[:1] + words[-1:]
    )


def _is_club(name: Name) -> bool:
    return len(name.words) > 1 and name.words[-1].casefold() in lexicon.CLUBS


def _is_named_so(doc: Doc, name: Name) -> bool:
    """Whether a lone first name, or a word that "she" follows before any other name, is a person's."""
    word = name.text.casefold()
    if word in lexicon.PLACES | lexicon.SEATS | lexicon.OUTLETS:
        return False
    if name.text.isupper() and len(name.text) < _LONGEST_ACRONYM:
        return False
    if word in _GIVEN and doc[name.end - 1].dep_ in {"nsubj", "nsubjpass", "ROOT", "npadvmod"}:
        return True
    if doc[name.end - 1].dep_ not in {"nsubj", "nsubjpass"} or not _begins(doc, name):
        return False
    quoted = False
    for token in doc[name.end : name.end + _NEXT]:
        if token.is_quote:
            quoted = not quoted
        if quoted or token.is_quote or token.text == name.text:
            continue
        if token.lower_ in {"he", "she", "his", "her", "himself", "herself"}:
            return True
        if token.pos_ in {"PROPN", "PRON"} or (token.pos_ == "NOUN" and is_office(token)):
            return False
    return False


def _begins(doc: Doc, name: Name) -> bool:
    """Whether the name begins its sentence, perhaps behind a comma: nobody else is named there."""
    for i in range(name.start - 1, max(-1, name.start - _NEXT), -1):
        if doc[i + 1].is_sent_start:
            return True
        if doc[i].pos_ == "PROPN" or doc[i].is_quote:
            return False
        if doc[i].is_sent_start:
            return True
    return name.start == 0 or bool(doc[name.start].is_sent_start)


def _is_introduced(doc: Doc, name: Name) -> bool:
    """Whether an age, "who", or what somebody is stands behind the name."""
    at = name.end
    if at + 1 >= len(doc) or doc[at].text not in {",", "("}:
        return False
    word = doc[at + 1]
    if word.lower_ == "who":
        return True
    if word.like_num and word.text.isdigit() and 1 <= len(word.text) <= 2:
        return at + 2 < len(doc) and doc[at + 2].text in {",", ")", ".", "and"}
    if "year-old" in doc[at + 1 : at + 6].text.casefold():
        return True
    spoke = name.start > 0 and doc[name.start - 1].lemma_.lower() in {
        "say",
        "tell",
        "recall",
        "add",
    }
    if len(name.words) == 1 and not (spoke and word.lower_ in {"a", "an"}):
        return False
    for i in range(at + 1, min(at + 7, len(doc))):
        token = doc[i]
        if token.is_punct and token.text != "-":
            return False
        if is_office(token) and token.tag_ in {"NN", "NNP"}:
            following = doc[i + 1] if i + 1 < len(doc) else None
            return following is None or following.pos_ not in {"NOUN", "PROPN"}
        if token.pos_ in {"VERB", "AUX", "PRON"}:
            return False
    return False


def _owns_title(doc: Doc, name: Name) -> bool:
    """Whether an office of one person stands right before it: "spokeswoman Moyra Lunt"."""
    given = len(name.words) == 1 and name.text.casefold() in _GIVEN
    if name.start == 0 or (name.type == "place" and not given):
        return False
    before = doc[name.start - 1]
    if before.text == "," and name.start > 1 and len(name.words) < _LONGEST:
        owner = doc[name.start - 2]
        return (
            is_office(owner)
            and owner.text.islower()
            and owner.tag_ == "NN"
            and any(doc[i].tag_ in {"PRP$", "POS"} for i in range(max(0, owner.i - 4), owner.i))
            and (name.end >= len(doc) or doc[name.end].is_punct)
        )
    return (
        is_person_noun(before)
        and before.tag_ in {"NN", "NNP"}
        and before.lower_ not in {"general", "major", "principal", "chief", "head", "member"}
        and (name.type != "organization" or (before.text.islower() and len(name.words) > 1))
    )


def _coupled(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """The names; "John" in "John and Mary Doyle" is a John Doyle."""
    surnames = {n.words[-1].casefold() for n in names if n.type == "person" and len(n.words) > 1}
    others = {n.words[0].casefold() for n in names if n.type == "person" and len(n.words) > 1}
    skipped = -1
    for n, name in enumerate(names):
        if name.start < skipped:
            continue
        following = names[n + 1] if n + 1 < len(names) else None
        first = name.words[0]
        if (
            name.type in {"person", "unknown", "organization"}
            and len(name.words) == 1
            and following is not None
            and following.type == "person"
            and len(following.words) == 2
            and following.start == name.end + 1
            and doc[name.end].lower_ in {"and", "&"}
            and (first.casefold() not in surnames)
            and (first.casefold() in _GIVEN or first.casefold() not in others)
            and (following.words[0].casefold() in _GIVEN or _are_several(doc, name.start))
        ):
            text = f"{first} {following.words[-1]}"
            yield Name(start=name.start, end=name.end, text=text, type="person")
            continue
        joined = [i for i in range(name.start + 1, name.end - 2) if doc[i].lower_ in {"and", "&"}]
        if name.type == "person" and joined and joined[0] == name.start + 1:
            text = f"{first} {doc[name.end - 1].text}"
            yield Name(start=name.start, end=name.start + 1, text=text, type="person")
            rest = doc[joined[0] + 1 : name.end]
            yield Name(start=rest.start, end=rest.end, text=rest.text, type="person")
            continue
        yield name


def _are_several(doc: Doc, start: int) -> bool:
    """Whether a plural of people stands right before a name: "the parents, Amir and Laleh Zand"."""
    before = start - 1 - (start > 1 and doc[start - 1].text == ",")
    if before < 0 or doc[before].tag_ != "NNS":
        return False
    return is_person_noun(doc[before]) or doc[before].lower_.removesuffix("s") in PEOPLE


_GIVEN = lexicon.MALE_NAMES | lexicon.FEMALE_NAMES
