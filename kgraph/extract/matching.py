"""Whom a definite description fits: its noun and modifiers against what is told of everybody.

The noun must be what somebody is called, a wider noun for it ("the lawmaker" of a senator), or made
of what somebody does ("the teacher" of who taught); modifiers add to it or contradict it. Who was
spoken of last decides only between those who fit alike.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from kgraph.extract import antecedents, kinds, lexicon
from kgraph.extract.descriptions import Source
from kgraph.extract.entities import Figure
from kgraph.extract.known import age_in
from kgraph.extract.roles import is_office
from kgraph.extract.scene import Scene
from kgraph.extract.sourcetypes import gender_of, wording
from kgraph.extract.telling import hear, is_calling, read_told, words_of
from kgraph.extract.told import Told

WEIGHTS = {
    "called so": 3.6,
    "called something narrower": 2.6,
    "does what the noun says": 2.2,
    "of that age": 3.0,
    "of that country": 2.6,
    "a name is told": 2.0,
    "a word is told": 1.2,
    "another name is told": -3.0,
    "a name is not told": -1.5,
    "another topic is told": -3.0,
    "spoken of": 0.12,
}
"""What each reason adds, by hand; "spoken of" is multiplied by the salience of the figure."""

_LEAST = 1.9
_NAMES_BACK = 120
_RANKS = frozenset({"vice", "deputy", "assistant"})
_UNSPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "source"})
_PARENTS = frozenset({"father", "mother", "dad", "mum", "mom", "parent"})
_STUDIES = frozenset({"study", "research", "paper", "report"})
_LEADS = frozenset({"lead", "conduct", "carry", "publish"})
_CHILDREN = frozenset({"child", "children", "son", "daughter", "sons", "daughters", "twins"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A description taken apart.

    Attributes:
        noun: Its head, "chief-executive" for two words.
        body: Whether it may mean an organization only.
        ranks: Words that make another office of one: "vice", "deputy".
    """

    noun: str
    head: Token
    modifiers: tuple[Token, ...]
    age: int
    body: bool
    ranks: frozenset[str] = frozenset()


def match(scene: Scene, source: Source, at: int) -> Figure | None:
    """The figure that the description fits best; None where it fits nobody well enough."""
    wanted = _wanted(source)
    if wanted is None:
        return None
    told = known(scene)
    hear(scene, at)
    gender = gender_of(source)
    salient = {id(c.figure): c.score for c in antecedents.people(scene, at)}
    seen: set[int] = set()
    best: tuple[float, int] = (_LEAST, -1)
    chosen: Figure | None = None
    alone: list[Figure] = []
    for name in scene.names_before(at, most=_NAMES_BACK):
        figure = scene.cast.at[name.start]
        if id(figure) in seen or figure.plural or figure.type == "group":
            continue
        seen.add(id(figure))
        unsure = not wanted.body and figure.unsure and _may_be_person(figure)
        if not unsure and (figure.type == "person") == wanted.body:
            continue
        if gender and figure.gender and figure.gender != gender:
            continue
        points = fit(wanted, told.get(id(figure), _NOTHING), figure)
        if points <= 0:
            continue
        if points >= _ALONE and not unsure:
            alone.append(figure)
        points += WEIGHTS["spoken of"] * max(
            -6.0, min(6.0, salient.get(id(figure), 0.0 if wanted.body else -4.0))
        )
        if (points, name.start) > best:
            best, chosen = (points, name.start), figure
    if chosen is None and len(alone) == 1 and wanted.noun not in _UNSPOKEN and not wanted.body:
        chosen = alone[0]
    if chosen is not None and chosen.unsure and not wanted.body:
        chosen.type, chosen.unsure = "person", False
    return chosen


_NOTHING = Told()
_NEVER = -9.0
"""Of whom the article tells something that the description contradicts."""

_ALONE = 1.0
"""What somebody must fit whom alone the description fits at all."""


def _may_be_person(figure: Figure) -> bool:
    words = figure.name.split()
    return len(words) in {2, 3} and all(
        word[0].isupper()
        and not word.isupper()
        and word.casefold() not in lexicon.OFFICES | lexicon.BODIES | lexicon.OUTLETS
        for word in words
    )


def known(scene: Scene) -> dict[int, Told]:
    """What the article tells of everybody, read once."""
    if not scene.told:
        scene.told.update(read_told(scene))
    return scene.told


def _wanted(source: Source) -> Wanted | None:
    head = source.head
    if head is None:
        return None
    core = list(source.core)
    phrase = " ".join(t.lower_ for t in core)
    noun, modifiers = head.lower_, [t for t in core if t is not head]
    for word, last in words_of(core):
        if last is head:
            noun = word
    if noun == "head" and " of state" in phrase:
        return Wanted(noun="head-of-state", head=head, modifiers=(), age=0, body=False)
    if noun == "head" and " of government" in phrase:
        return Wanted(noun="head-of-government", head=head, modifiers=(), age=0, body=False)
    age = age_in(wording(source))
    body = not age and kinds.is_body(head.lower_)
    joined = set(noun.split("-"))
    kept = tuple(
        t
        for t in modifiers
        if t.is_alpha
        and t.pos_ not in {"DET", "ADP", "CCONJ", "PRON", "PART"}
        and t.tag_ != "PRP$"
        and t.lower_ not in kinds.LOOSE
        and t.lower_ not in joined
        and not _is_hyphened(t)
    )
    ranks = {t.lower_ for t in modifiers} & _RANKS
    return Wanted(
        noun=noun,
        head=head,
        modifiers=kept,
        age=int(age) if age else 0,
        body=body,
        ranks=frozenset(ranks),
    )


def _is_hyphened(token: Token) -> bool:
    """Whether it is part of "Oslo-listed" or "then-": nobody need be told to be so."""
    doc = token.doc
    around = (token.i - 1, token.i + 1)
    return any(0 <= i < len(doc) and doc[i].text == "-" for i in around)


def fit(wanted: Wanted, told: Told, figure: Figure) -> float:
    """How well a description fits what is told of a figure; 0 or less where it does not."""
    points = _noun_points(wanted, told, figure)
    if wanted.ranks - told.words - figure.modifiers:
        return _NEVER
    if not wanted.ranks and wanted.head.lower_ in figure.offices and _is_lesser(figure):
        return _NEVER
    if points <= _NEVER:
        return points
    nouns = points
    for token in wanted.modifiers:
        word = token.lower_
        name = token.text[0].isupper() and not is_office(token)
        if _is_told(word, token.lemma_.lower(), told, figure):
            points += WEIGHTS["a name is told"] if name else WEIGHTS["a word is told"]
        elif _contradicts(word, told):
            return _NEVER
        elif name:
            if wanted.noun in _UNSPOKEN or wanted.body:
                return _NEVER
            vague = wanted.noun in kinds.VAGUE and not figure.marks
            reason = "another name is told" if figure.marks else "a name is not told"
            points += 0.0 if vague else WEIGHTS[reason]
        elif wanted.noun in kinds.PORTFOLIOS and nouns and _is_topic(token):
            points += WEIGHTS["another topic is told"]
    return points if nouns or wanted.noun in kinds.VAGUE or is_loose(wanted) else 0.0


def _is_lesser(figure: Figure) -> bool:
    return figure.type == "person" and bool(figure.roles) and not figure.plain


def is_loose(wanted: Wanted) -> bool:
    """Whether the noun itself tells nothing that the article would have to tell before."""
    return bool(kinds.nation(wanted.noun)) or wanted.noun in {"backbencher", "mp", "td", "member"}


def _is_topic(token: Token) -> bool:
    """Whether the word says of what somebody is minister, chair or chief."""
    return token.pos_ == "NOUN" and token.text.islower() and not is_calling(token)


def _noun_points(wanted: Wanted, told: Told, figure: Figure) -> float:
    noun = wanted.noun
    lemma = wanted.head.lemma_.lower()
    if wanted.age:
        if told.age:
            return WEIGHTS["of that age"] if told.age == wanted.age else _NEVER
        return 0.0
    span = kinds.ages_of(noun)
    if span and told.age:
        return WEIGHTS["of that age"] if span[0] <= told.age <= span[1] else _NEVER
    place = kinds.nation(noun)
    if place and wanted.head.text[0].isupper():
        if place in told.nations | told.words:
            return WEIGHTS["of that country"]
        return _NEVER if told.nations else 0.0
    if noun in kinds.PARTIES and wanted.head.text[0].isupper() and told.parties:
        return WEIGHTS["called so"] if kinds.PARTIES[noun] in told.parties else _NEVER
    nouns = told.nouns | (figure.offices if figure.type == "person" else set())
    if {noun, lemma} & nouns:
        return WEIGHTS["called so"]
    if any(kinds.answers(noun, one) for one in nouns):
        return WEIGHTS["called something narrower"]
    if kinds.is_done_by(noun, told.words) and noun not in lexicon.HUMANS & {"keeper"}:
        return WEIGHTS["does what the noun says"]
    if noun in {"researcher", "scientist", "academic"} and "author" in nouns:
        return WEIGHTS["does what the noun says"] if told.words & _STUDIES else 0.0
    if noun in {"researcher", "scientist"} and told.words & _STUDIES and told.words & _LEADS:
        return WEIGHTS["does what the noun says"]
    if noun in _PARENTS and told.words & _CHILDREN and "have" in told.words:
        return WEIGHTS["does what the noun says"]
    return 0.0


def _is_told(word: str, lemma: str, told: Told, figure: Figure) -> bool:
    if {word, lemma} & (told.words | figure.modifiers):
        return True
    party = kinds.PARTIES.get(word)
    if party is not None and party in told.parties:
        return True
    place = kinds.nation(word)
    return bool(place) and place in told.nations


def _contradicts(word: str, told: Told) -> bool:
    party = kinds.PARTIES.get(word)
    if party is not None and told.parties:
        return party not in told.parties
    place = kinds.nation(word)
    return bool(place) and bool(told.nations) and place not in told.nations


def may_be(scene: Scene, source: Source, figure: Figure) -> bool:
    """Whether nothing that is told of the figure speaks against the description."""
    wanted = _wanted(source)
    if wanted is None:
        return True
    told = known(scene).get(id(figure), _NOTHING)
    if fit(wanted, told, figure) <= _NEVER:
        return False
    if (
        wanted.noun in kinds.STATES
        or wanted.age
        or any(
            t.lower_ in {"former", "retired", "ex", "veteran", "old", "young"} for t in source.core
        )
    ):
        return True
    if figure.type != "person":
        callings = (
            told.nouns & lexicon.BODIES - kinds.VAGUE if wanted.noun not in kinds.VAGUE else set()
        )
    else:
        callings = (told.nouns | figure.offices) - kinds.STATES - lexicon.BODIES
    points = fit(wanted, told, figure)
    if not callings or kinds.nation(wanted.noun) or points >= _ALONE:
        return True
    if points > 0 and figure.type == "person":
        return False
    return any(kinds.answers(one, wanted.noun) for one in callings)


def relative(scene: Scene, source: Source, at: int) -> Figure | None:
    """Who was introduced as somebody's brother, for "his brother"; never the owner himself."""
    head = source.head
    if head is None:
        return None
    told = known(scene)
    owner = antecedents.people(scene, at)[:1]
    if head.lower_ == "boss" and owner:
        return _superior(scene, owner[0].figure)
    for name in scene.names_before(at, most=_NAMES_BACK):
        figure = scene.cast.at[name.start]
        if (
            figure.type == "person"
            and head.lower_ in told.get(id(figure), _NOTHING).kin
            and not (owner and owner[0].figure is figure)
        ):
            return figure
    return None


def _superior(scene: Scene, owner: Figure) -> Figure | None:
    """The only other one who is at the head of something, or is introduced as somebody's boss."""
    told = known(scene)
    fit = [
        figure
        for figure in scene.cast.figures
        if figure is not owner
        and figure.type == "person"
        and ("boss" in told.get(id(figure), _NOTHING).kin or figure.offices & _HEADS)
    ]
    return fit[0] if len(fit) == 1 else None


_HEADS = frozenset({"ceo", "manager", "coach", "boss"})


def of_body(scene: Scene, source: Source, at: int, body: Figure) -> Figure | None:
    """Who holds the office of "its chief executive" at the body that "its" means."""
    wanted = _wanted(source)
    if wanted is None:
        return None
    told = known(scene)
    names = {w.casefold() for name in body.names for w in name.split()} - lexicon.BODIES - {"the"}
    found: list[tuple[float, int, Figure]] = []
    for name in scene.names_before(at, most=_NAMES_BACK):
        figure = scene.cast.at[name.start]
        if figure.type != "person" or any(figure is one for _, _, one in found):
            continue
        about = told.get(id(figure), _NOTHING)
        if names & about.words and (points := fit(wanted, about, figure)) > _LEAST:
            found.append((points, name.start, figure))
    return max(found, key=lambda one: one[:2], default=(0.0, 0, None))[2]
