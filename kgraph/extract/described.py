"""Whom a description of a source means: "the minister", "a senior official", "the group"."""

from bisect import bisect_left
from collections.abc import Collection

from spacy.tokens import Token

from kgraph.extract import antecedents, kinds, lexicon, parts
from kgraph.extract.callings import is_person_noun
from kgraph.extract.cataphora import named_next
from kgraph.extract.descriptions import Source, read_words
from kgraph.extract.entities import Figure
from kgraph.extract.gendered import Gender
from kgraph.extract.known import age_in, chief_body, spouse
from kgraph.extract.matching import match, may_be, of_body, relative
from kgraph.extract.parts import word_set
from kgraph.extract.roles import is_office
from kgraph.extract.scene import Scene
from kgraph.extract.sourcetypes import gender_of, type_of, wording
from kgraph.extract.spelling import is_misspelt
from kgraph.extract.together import two
from kgraph.model import EntityType, Spans

_UNSPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "aide", "official", "source"})
"""Descriptions that mean nobody who was named before without this office."""

_ANY_BODY = word_set("""
    group organization organisation body agency company firm outlet institute newspaper paper
    tabloid broadcaster website site magazine network union association bank carrier lender
    retailer insurer manufacturer automaker carmaker nonprofit charity think-tank center centre
    foundation
""")
"""Nouns by which an organization that spoke just before may be called, whatever its name."""

_PARTIES = frozenset({"republican", "democratic", "democrat", "gop", "labour", "conservative"})

_WITHHELD = frozenset({"name", "named", "identified", "anonymity"})
"""Words by which a source is told to have no name: "the man, who would not give his name"."""

_SHORT = 4
_OFFICIATING = word_set("""
    coroner judge magistrate midwife moderator paramedic pilot prosecutor referee registrar umpire vet vicar
""")
"""Who may turn up in any tale without a word of introduction."""

_NEARER = 2
_NEAR = 5
"""Sentences over which a bare description ("the senator") may mean who was spoken of."""


def describe(
    scene: Scene,
    source: Source,
    at: int,
    content: Spans,
    *,
    guess: bool,
    besides: Collection[Figure] = (),
) -> Figure:
    """Who a description means: someone of that office, the last person spoken of, a newcomer.

    Nobody of ``besides``: who says something about "the captain" hardly means himself (Condition C
    of Chomsky's binding theory).
    """
    kind, plural = type_of(source)
    withheld = len(source.words) > _SHORT and any(t.lower_ in _WITHHELD for t in source.words)
    known = None if withheld else _known(scene, source, at, content, guess=guess)
    if known is None and guess and kind == "anonymous" and not withheld:
        known = named_next(scene, source, at)
    if known is not None and not any(known is other for other in besides):
        return known
    return _newcomer(scene, source, kind, plural=plural)


def _known(scene: Scene, source: Source, at: int, content: Spans, *, guess: bool) -> Figure | None:
    kind, plural = type_of(source)
    head = source.head
    noun = head.lower_ if head is not None else ""
    known = scene.newcomers.get((source.core[0].i, source.core[-1].i))
    if known is not None:
        return known
    if head is not None and head.text[0].isupper() and not plural and not source.is_definite:
        person = scene.cast.person_called(wording(source)) or scene.cast.person_called(head.text)
        person = person or _misspelt(scene, source)
        if person is not None:
            return person
    fitting = two(scene, source, at) or _fitting(scene, source, at, plural=plural)
    if fitting is not None:
        return fitting
    if age_in(wording(source)) and source.is_definite and not plural:
        return _of_age(scene, source, at, content)
    if head is not None and source.core[0].tag_ == "PRP$":
        relative = described_owner(scene, source, at)
        if relative is not None:
            return relative
    if head is not None and source.core[0].tag_ == "PRP$" and noun in lexicon.BODIES:
        body = _bodydescribed_owner(scene, source, at)
        if body is not None:
            return body
    if head is not None and source.is_definite:
        known = _of_office(scene, source, at, plural=plural)
        if known is not None:
            return known
        bare = len([t for t in source.core if t.is_alpha]) == 2
        if noun in lexicon.BODIES and bare:
            body = scene.cast.body_with(noun)
            if body is not None:
                return body
        if noun in _ANY_BODY:
            body = antecedents.it(scene, at)
            if body is None or body.type != "organization" or not may_be(scene, source, body):
                body = chief_body(scene, at)
            if body is not None:
                return body
        if guess and not plural and (before := _brought_in(scene, source, at)) is not None:
            return before
        if guess and noun in kinds.PORTFOLIOS and (person := named_next(scene, source, at)):
            return person
        bare &= noun in _OFFICIATING
        if (
            guess
            and kind == "anonymous"
            and not plural
            and _may_be_known(source, noun)
            and not bare
        ):
            nearest = _nearest(scene, source, at, content)
            if nearest is not None:
                return nearest
    return None


def _fitting(scene: Scene, source: Source, at: int, *, plural: bool) -> Figure | None:
    """Whom a definite description fits by what the article tells of him."""
    head = source.head
    if head is None or not source.is_definite:
        return None
    if plural or type_of(source)[0] in {"document", "group"}:
        return None
    if source.core[0].tag_ != "PRP$":
        return match(scene, source, at)
    if source.core[0].lower_ in {"its", "their"}:
        body = antecedents.it(scene, at)
        return of_body(scene, source, at, body) if body is not None else None
    return relative(scene, source, at)


def _bodydescribed_owner(scene: Scene, source: Source, at: int) -> Figure | None:
    """Where she is Ann Gray and the article names a Gray campaign, "her campaign" is that one."""
    assert source.head is not None
    pronoun = source.core[0].lower_
    gender: Gender = "male" if pronoun == "his" else "female" if pronoun == "her" else ""
    for candidate in antecedents.people(scene, at, gender=gender)[:1]:
        names = _name_words(candidate.figure)
        for figure in scene.cast.bodies_with(source.head.lower_):
            if any(names & set(_plain_words(name)) for name in figure.names):
                return figure
    return None


def _misspelt(scene: Scene, source: Source) -> Figure | None:
    """The person whose surname a lone capitalized word all but is."""
    if len(source.core) != 1:
        return None
    word = source.core[0].lower_
    for figure in scene.cast.figures[-_COMPARED:]:
        if figure.type == "person" and is_misspelt(word, figure.name.split()[-1].casefold()):
            return figure
    return None


_COMPARED = 40


def _of_age(scene: Scene, source: Source, at: int, content: Spans) -> Figure:
    """Whoever has that age; else the person spoken of last whose age is not another."""
    age = age_in(wording(source))
    told = scene.ages
    if told.get(age):
        return told[age][0]
    others = {id(figure) for figures in told.values() for figure in figures}
    for candidate in antecedents.people(scene, at, content=content):
        if id(candidate.figure) not in others and candidate.figure.type == "person":
            scene.ages.setdefault(age, []).append(candidate.figure)
            return candidate.figure
    return _newcomer(scene, source, "anonymous", plural=False)


def described_owner(scene: Scene, source: Source, at: int) -> Figure | None:
    """The named person who is "his wife"; None where the article names none."""
    assert source.head is not None
    pronoun = source.core[0].lower_
    gender: Gender = "male" if pronoun == "his" else "female" if pronoun == "her" else ""
    for candidate in antecedents.people(scene, at, gender=gender)[:1]:
        return spouse(scene, source.head.lower_, candidate.figure)
    return None


def _plain_words(name: str) -> list[str]:
    return name.casefold().replace("’s", "").replace("'s", "").split()


def _may_be_known(source: Source, noun: str) -> bool:
    """Whether a description without a match may mean whoever was spoken of: "the billionaire"."""
    if noun in lexicon.HUMANS | lexicon.GENERIC and source.core[0].tag_ != "PRP$":
        return True
    owned = any(
        (t.ent_type_ == "ORG" and t.lower_ not in _PARTIES) or t.tag_ in {"PRP$", "POS"}
        for t in source.core[:-1]
    )
    return noun not in _UNSPOKEN and not owned


def _marks(source: Source) -> set[str]:
    """What is written with a capital in the description, the noun aside: "Democratic", "FBI"."""
    return {
        t.lower_
        for n, t in enumerate(source.core)
        if t is not source.head and n and t.text[0].isupper() and not is_office(t)
    }


def _of_office(scene: Scene, source: Source, at: int, *, plural: bool) -> Figure | None:
    """The one mentioned last, of those whose office or earlier description has the same noun.

    What is written with a capital must agree: the Democratic nominee is not the Republican one.
    """
    head = source.head
    assert head is not None
    noun = head.lower_
    marks = _marks(source)
    modifiers = {
        t.lower_
        for t in source.core
        if t.is_alpha and t.i != head.i and t.pos_ not in {"DET", "ADP"} and t.tag_ != "PRP$"
    }
    topics = {
        t.lower_ for t in source.core if t.pos_ == "NOUN" and t.text.islower() and t.i < head.i
    } - lexicon.RANKS
    found: list[tuple[tuple[int, int], Figure]] = []
    for figure in scene.cast.holders(noun):
        if figure.plural != plural or not (plural or may_be(scene, source, figure)):
            continue
        known = figure.modifiers | _name_words(figure)
        if marks and not marks & known and (figure.marks or figure.type != "person"):
            continue
        if modifiers and not modifiers & known and figure.type != "person":
            continue
        if topics and known - {noun} and not topics & known:
            continue
        if figure.type == "person" and not figure.plain and not modifiers & lexicon.RANKS:
            continue
        before = bisect_left(figure.places, at)
        place = figure.places[before - 1] if before else -(figure.places or [0])[0] - 1
        found.append(((len(modifiers & known), place), figure))
    return max(found, key=lambda one: one[0], default=(None, None))[1]


def _name_words(figure: Figure) -> set[str]:
    return {word.casefold() for name in figure.names for word in name.split()}


def _is_otherwise_called(figure: Figure, noun: str) -> bool:
    """Whether the office is not the figure's: it is unnamed, or the article tells of another one."""
    if figure.type != "person" or noun in figure.offices:
        return True
    held = figure.offices - kinds.STATES
    return bool(held) and not (noun in lexicon.LEADING and held & lexicon.LEADING)


def _is_another(figure: Figure, noun: str) -> bool:
    """Whether a nameless figure was called something else: an official is no adviser."""
    if figure.type == "person" or noun in kinds.STATES | kinds.VAGUE or noun.endswith("-old"):
        return False
    return not any(one == noun or kinds.answers(noun, one) for one in figure.offices)


def _is_loose(source: Source) -> bool:
    """Whether the words may be said of anybody: "the striker", "the former nurse", "the Dane"."""
    assert source.head is not None
    noun = source.head.lower_
    return (
        noun in lexicon.HUMANS | lexicon.GENERIC
        or source.head.lemma_.lower() in lexicon.INSIDERS
        or any(t.lower_ in _ONCE for t in source.core)
        or noun.endswith(("man", "woman"))
    )


_ONCE = frozenset({"former", "retired", "veteran", "ex", "old", "young", "presumptive", "one-time"})


def _nearest(scene: Scene, source: Source, at: int, content: Spans) -> Figure | None:
    noun = source.head.lower_ if source.head is not None else ""
    fit = antecedents.people(scene, at, gender=gender_of(source), content=content)
    for candidate in sorted(fit, key=lambda c: c.figure.type != "person"):
        places = candidate.figure.places
        before = bisect_left(places, at)
        near = _NEAR if _is_loose(source) else _NEARER
        if not _is_loose(source) and _is_otherwise_called(candidate.figure, noun):
            continue
        if _is_another(candidate.figure, noun):
            continue
        if not may_be(scene, source, candidate.figure):
            continue
        if before and scene.sentence(at) - scene.sentence(places[before - 1]) <= near:
            parties = _marks(source) & _PARTIES
            if "is spoken of" in candidate.reasons or (
                parties
                and candidate.figure.marks & _PARTIES
                and not parties & candidate.figure.marks
            ):
                continue
            return candidate.figure
    return None


def _brought_in(scene: Scene, source: Source, at: int) -> Figure | None:
    """Who came in as "a spokesman" some sentences above, for "the spokesman"."""
    assert source.head is not None
    if source.core[0].lower_ != "the" or not is_person_noun(source.head):
        return None
    first = scene.sentence_tokens(max(0, scene.sentence(at) - _NEAR)).start
    for token in reversed(scene.doc[first:at]):
        if token.lower_ != source.head.lower_ or scene.is_quoted(token.idx):
            continue
        phrase = parts.noun_phrase(token)
        if token.i in scene.cast.at or not phrase or phrase[0].lower_ not in {"a", "an", "one"}:
            return None
        if _marks(source) - {t.lower_ for t in phrase} or _is_new_between(scene, token.i, at):
            return None
        cited = [f for (i, _), f in scene.newcomers.items() if i == phrase[0].i]
        if cited:
            return cited[0]
        there = read_words(scene.cast, [*phrase, *_tail(token)])
        if there.kind == "description" and there.head is not None and there.head.i == token.i:
            return describe(scene, there, token.i, (), guess=False)
        return None
    return None


def _tail(noun: Token) -> list[Token]:
    """What a noun is further told to be of: "for the mill"."""
    for child in parts.children(noun):
        if child.dep_ == "prep" and child.i == noun.i + 1:
            tail = list(child.subtree)
            return tail if len(tail) <= _NEAR else []
    return []


def _is_new_between(scene: Scene, start: int, end: int) -> bool:
    """Whether somebody is first named there of whom no office is told: it may be who came in."""
    named = (scene.cast.at[name.start] for name in scene.names_before(end, most=_COMPARED))
    return any(
        figure.type == "person" and not figure.offices and start < min(figure.places) < end
        for figure in named
    )


def _newcomer(scene: Scene, source: Source, kind: EntityType, *, plural: bool) -> Figure:
    """A described source that is somebody new, or the same group or document again."""
    name = wording(source)
    head = source.head
    if kind in {"organization", "group", "none"} and name.casefold().startswith("the "):
        name = name[4:]
    if kind == "organization" and name.casefold().startswith("a "):
        name = name[2:]
    if kind == "anonymous":
        words = (source.core[0].i, source.core[-1].i)
        figure = scene.newcomers.get(words) or scene.cast.add(Figure(type=kind))
        scene.newcomers[words] = figure
        figure.names[name] += 1
    else:
        figure = scene.cast.named(name, kind)
    figure.plural = plural
    if head is not None:
        scene.cast.give_offices(figure, [head.lower_])
        figure.gender = figure.gender or gender_of(source)
    figure.modifiers |= {t.lower_ for t in source.core if t.is_alpha}
    return figure
