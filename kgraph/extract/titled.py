"""Names behind long titles: "Minister of Health Ana Sol", "Head of the Office of X Ilko Darenko".

Where every word of title and name has a capital, the tagger of names cuts anywhere. The title is
read from its office on; what it belongs to ends at a country, at a word of bodies or matters
("Council", "Region", "Health") or where a first name begins; else the last two words are the name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from kgraph.extract import lexicon
from kgraph.extract.names import Name, NameType
from kgraph.extract.parts import word_set
from kgraph.extract.roles import is_office

_LINKS = frozenset({"of", "for", "to", "at", "on", "in"})
_INSIDE = _LINKS | {"the", "and", "&"}
PARTICLES = word_set(
    "de la del da das do dos di van der den von zu bin ibn bint al el le ben abu ap ter ten"
)
"""Words inside people's names that are written small."""

JOINTS = frozenset({"-", "–", "'", "’"})
_BEHIND_OFFICE = frozenset({"general", "extraordinary", "plenipotentiary", "and", "in", "chief"})
_LONGEST_TITLE = 24
_LONGEST_NAME = 4
_MATTERS = word_set("""
    affairs agriculture aviation cities climate commerce communications communities construction
    cooperation culture customs defence defense development digital diplomacy economics economy
    education elections employment energy environment equality families family finance finances
    fisheries food forestry foreign forests health heritage home housing immigration industry
    information infrastructure innovation integration intelligence interior investment justice
    labor labour law lands local migration mines mining occupations operations planning policy
    reconstruction reintegration reform reforms regions relations research resources rights science security
    social sport sports staff state statistics technology telecommunications territories tourism
    trade transformation transport treasury veterans war water welfare women works youth
""")
_LANDS = word_set("""
    area borough canton city county district emirate federation island islands kingdom oblast
    parish prefecture province region republic republics state states territory union zone forces
    railways airlines industries
""")
_NO_NAMES = (
    _MATTERS | _LANDS | lexicon.BODIES | lexicon.OFFICES | lexicon.OUTLETS | lexicon.DOCUMENTS
)
_ENDS_OWNER = _MATTERS | _LANDS | lexicon.BODIES


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """Tokens ``start`` to ``end`` that are written as one word: "al-Harthi", "Okoro-Dike"."""

    start: int
    end: int
    lower: str


def with_titled(doc: Doc, marks: Sequence[bool], names: Sequence[Name]) -> list[Name]:
    """The names, in order; those behind long titles whole, and the title no part of them.

    Args:
        doc: The article.
        marks: Whether names are read from each token's block.
        names: What the tagger of names and the lists found.
    """
    places = {n.text.casefold() for n in names if n.type == "place"} | lexicon.PLACES
    people, taken, titles = [], set[int](), set[int]()
    for office, person in _behind_titles(doc, places):
        if marks[person.start]:
            people.append(person)
            taken.update(range(person.start, person.end))
            titles.update(range(office, person.start))
    if not people:
        return list(names)
    kept = [
        cut
        for name in names
        if (cut := _without(doc, name, taken)) is not None
        # "Prime Minister" in a title is nobody's name.
        and not (cut.end - 1 in titles and is_office(doc[cut.end - 1]))
    ]
    return sorted([*kept, *people], key=lambda n: n.start)


def _without(doc: Doc, name: Name, taken: set[int]) -> Name | None:
    """What stays of a name, the tokens of people taken out; None if nothing but title words does."""
    end = next((i for i in range(name.start, name.end) if i in taken), name.end)
    if end == name.end:
        return name
    while end > name.start and (not doc[end - 1].is_alpha or doc[end - 1].text.islower()):
        end -= 1
    if end == name.start or is_office(doc[end - 1]):
        return None
    text = doc[name.start : end].text
    kind: NameType = "place" if text.casefold() in lexicon.PLACES else "organization"
    return replace(name, end=end, text=text, type=kind)


def _behind_titles(doc: Doc, places: set[str] | frozenset[str]) -> Iterator[tuple[int, Name]]:
    """The people who are named right behind a long title, with the token that is their office."""
    i = 0
    while i < len(doc):
        link = _link_behind_office(doc, i)
        if link is None:
            i += 1
            continue
        run, end = _last_run(doc, link)
        at = _name_in(doc, run, places)
        if at is not None and _may_follow(doc, end):
            start = run[at].start
            yield i, Name(start=start, end=end, text=doc[start:end].text, type="person")
        i = max(end, link)


def _link_behind_office(doc: Doc, i: int) -> int | None:
    """Where "of" stands behind an office with a capital, or None."""
    if not (doc[i].text[0].isupper() and is_office(doc[i])):
        return None
    for at in range(i + 1, min(i + 7, len(doc))):
        if doc[at].lower_ in _LINKS and doc[at - 1].whitespace_:
            return at
        if doc[at].text not in JOINTS and doc[at].lower_ not in _BEHIND_OFFICE:
            return None
    return None


def _last_run(doc: Doc, at: int) -> tuple[list[_Word], int]:
    """The capitalized words that end the phrase behind an office, and where they end."""
    run: list[_Word] = []
    stop = min(len(doc), at + _LONGEST_TITLE)
    while at < stop:
        token = doc[at]
        word = _word(doc, at)
        if token.lower_ in _INSIDE:
            # "President of Norland Jon Krell and Prime Minister of ...": two people.
            if token.lower_ in {"and", "&"} and len(run) > 2 and _has_office(doc, at + 1):
                break
            if not _goes_on(doc, at):
                break
            run = []
        elif token.tag_ == "POS" and run:
            run = []
        elif token.text[0].isupper() or (run and _is_particle(doc, at)):
            run.append(word)
        else:
            break
        at = word.end
    while run and run[-1].lower in PARTICLES:
        run.pop()
    return run, run[-1].end if run else at


def _word(doc: Doc, at: int) -> _Word:
    end = at + 1
    while end + 1 < len(doc) and doc[end].text in JOINTS and not doc[end - 1].whitespace_:
        if doc[end].whitespace_ or not doc[end + 1].is_alpha:
            break
        end += 2
    return _Word(start=at, end=end, lower=doc[at:end].text.casefold())


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether a capital follows "of", "of the" or "and"."""
    following = at + 1
    while following < len(doc) and doc[following].lower_ in _INSIDE and following - at < 3:
        following += 1
    return following < len(doc) and doc[following].text[0].isupper()


def _has_office(doc: Doc, at: int) -> bool:
    for i in range(at, min(at + 3, len(doc))):
        if not doc[i].text[0].isupper():
            return False
        if is_office(doc[i]):
            return True
    return False


def _is_particle(doc: Doc, at: int) -> bool:
    end = at
    while end < len(doc) and doc[end].lower_ in PARTICLES and end - at < 3:
        end += 1
    if doc[at].lower_ in PARTICLES and end < len(doc) and doc[end].text in JOINTS:
        return True
    return end > at and end < len(doc) and doc[end].text[0].isupper()


def _name_in(doc: Doc, run: Sequence[_Word], places: set[str] | frozenset[str]) -> int | None:
    """At which word of the run a person's name begins, or None."""
    words = [w.lower for w in run]
    if len(run) < 2 or words[-1] in _NO_NAMES | lexicon.PLACES or not words[-1][0].isalpha():
        return None
    at = _after_owner(doc, run, places)
    if at is None and len(run) > 2:
        at = len(run) - 2
        while at > 1 and (words[at - 1] in PARTICLES or words[at] in PARTICLES):
            at -= 1
        while at > 1 and len(words[at - 1].strip(".")) == 1:
            at -= 1
    if at is None or len(run) - at > _LONGEST_NAME + sum(w in PARTICLES for w in words):
        return None
    if words[at] in _NO_NAMES | lexicon.PLACES or doc[run[at].start].ent_type_ == "NORP":
        return None
    return at if len(run) - at > 1 or " ".join(words[:at]) in lexicon.PLACES else None


def _after_owner(doc: Doc, run: Sequence[_Word], places: set[str] | frozenset[str]) -> int | None:
    """Where what an office belongs to ends for certain, or None."""
    words = [w.lower for w in run]
    for at in range(len(run) - 1, 0, -1):
        owner = " ".join(words[:at])
        if owner in lexicon.PLACES or (owner in places and at < len(run) - 1):
            return at
    for at in range(len(run) - 2, 0, -1):
        if words[at - 1] in _ENDS_OWNER:
            return at
    for at in range(1, len(run) - 1):
        if words[at] in lexicon.MALE_NAMES or words[at] in lexicon.FEMALE_NAMES:
            return at
        first = doc[run[at].start]
        if first.ent_type_ == "PERSON" and first.ent_iob_ == "B":
            return at
        if doc[run[at - 1].start].ent_type_ == "GPE" and first.ent_type_ != "GPE":
            return at
    return None


def _may_follow(doc: Doc, end: int) -> bool:
    """Whether no noun follows that the run only modifies ("Head of State Security Service chiefs")."""
    return end == len(doc) or doc[end].pos_ != "NOUN" or not doc[end - 1].whitespace_
