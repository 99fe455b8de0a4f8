"""Who is meant by the words of a source: one resolved entity for every attribution.

Sources are read in the order of the text, the one around before the one nested in it, because
whom "he" or "the official" means depends on who spoke before.
"""

from collections.abc import Sequence

from spacy.tokens import Token  # noqa: TID251

from kgraph.extract import antecedents, lexicon, parts
from kgraph.extract.descriptions import (
    Source,
    gender_of,
    read_source,
    read_words,
    type_of,
    wording,
)
from kgraph.extract.entities import Figure
from kgraph.extract.roles import is_office
from kgraph.extract.scene import Scene, Turn, anchor, is_subject
from kgraph.model import EntityType, Spans

_UNSPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "aide", "official", "source"})
"""Descriptions that mean nobody who was named before without this office."""

_NEAR = 3
"""Sentences over which a bare description ("the senator") may mean who was spoken of."""


def resolve(scene: Scene) -> list[Figure | None]:
    """For each attribution of the scene who is its source, or None; fills the scene's turns."""
    found: list[Figure | None] = [None] * len(scene.attributions)
    done: set[int] = set()
    places = [anchor(scene.doc, attribution) for attribution in scene.attributions]
    for n in sorted(range(len(places)), key=lambda n: (places[n], n)):
        waiting = [n]
        while (parent := scene.parents[waiting[-1]]) is not None and parent not in done:
            waiting.append(parent)
        for m in reversed(waiting):
            if m in done:
                continue
            done.add(m)
            found[m] = _speaker(scene, m, found)
            figure = found[m]
            if figure is not None:
                figure.cited = True
                nested = scene.parents[m] is not None
                scene.take_turn(Turn(at=places[m], figure=figure, number=m, nested=nested))
    return found


def addressed(scene: Scene, spans: Spans, speaker: Figure | None) -> tuple[Figure, ...]:
    """Who is meant by the words that name whom something was said to."""
    source = read_source(scene.cast, spans)
    if source.kind == "absent" or source.kind == "relative":
        return ()
    at = source.words[0].i
    if source.kind == "pronoun":
        if source.pronoun not in {"he", "she"}:
            return ()
        candidates = antecedents.people(scene, at, gender=gender_of(source))
        chosen = [c.figure for c in candidates if c.figure is not speaker][:1]
    elif source.kind == "name":
        chosen = list(source.figures)
    else:
        chosen = [_described(scene, source, at, (), guess=False)]
    for figure in chosen:
        _settle(scene, figure, source, None)
        figure.cited = True
    _note(scene, source, chosen)
    return tuple(chosen)


def _speaker(scene: Scene, n: int, found: Sequence[Figure | None]) -> Figure | None:
    attribution = scene.attributions[n]
    source = read_source(scene.cast, attribution.source)
    if source.kind == "absent":
        return _continued(scene, n)
    at = source.words[0].i
    if source.kind == "relative":
        source = _antecedent(scene, source)
        if source.kind in {"absent", "relative"}:
            return None
    if source.kind == "pronoun":
        figure = _pronoun(scene, source, n, found)
        if figure is not None:
            _note(scene, source, [figure])
        return figure
    if source.kind == "name":
        cue = parts.tokens(scene.doc, attribution.cue)
        for one in source.figures:
            _settle(scene, one, source, cue[0] if cue else None)
        if len(source.figures) > 1:
            return _together(scene, source)
        _note(scene, source, source.figures)
        return source.figures[0]
    figure = _described(scene, source, at, attribution.content, guess=True)
    _settle(scene, figure, source, None)
    _note(scene, source, [figure])
    return figure


def _note(scene: Scene, source: Source, figures: Sequence[Figure]) -> None:
    """The words of the source are a mention of the figure, unless its name stands in them."""
    words = source.words if source.kind == "pronoun" else source.core
    if len(figures) != 1 or not words or source.kind == "name":
        return
    kind = "pronoun" if source.kind == "pronoun" else "nominal"
    last = words[0] if kind == "pronoun" else words[-1]
    scene.cast.mention(figures[0], words[0].i, last.i + 1, kind)


def _settle(scene: Scene, figure: Figure, source: Source, cue: Token | None) -> None:
    """A place that speaks is its government; an unknown name that speaks is a person or a body."""
    if figure.type == "place":
        figure.type = "organization"
    if not figure.unsure:
        return
    figure.unsure = False
    words = figure.name.split()
    names = {scene.article.outlet.casefold(), *(c.casefold() for c in scene.article.credits)}
    body = (
        figure.name.casefold() in names
        or (source.core and source.core[0].lower_ == "the")
        or words[-1].casefold() in lexicon.BODIES | lexicon.OUTLETS
        or (cue is not None and cue.lemma_.lower() in lexicon.OUTLET_VERBS)
        or len(words) > 3
        or figure.name.isupper()
    )
    if not body and figure.type == "organization":
        figure.type = "person"


def _together(scene: Scene, source: Source) -> Figure:
    """Several who speak as one: a group of its members."""
    members = source.figures
    name = " and ".join(figure.name for figure in members)
    group = scene.cast.called(name, "group")
    if group is None:
        group = scene.cast.named(name, "group")
        group.members = members
        group.plural = True
    for figure in members:
        figure.cited = True
    scene.cast.mention(group, source.words[0].i, source.words[-1].i + 1, "name")
    return group


def _antecedent(scene: Scene, source: Source) -> Source:
    """The noun that "who" or "which" stands for."""
    token = source.words[0]
    for _ in range(6):
        if token.dep_ in {"relcl", "acl"}:
            head = token.head
            return read_words(scene.cast, parts.noun_phrase(head))
        if token.head.i == token.i:
            break
        token = token.head
    i = source.words[0].i - 1
    while i >= 0 and scene.doc[i].is_punct:
        i -= 1
    figure = scene.cast.at.get(i)
    if figure is not None and figure.type == "place":
        # "Ann Gray, of Ashton, who watched": the place only tells where she is from.
        figure = _subject_before(scene, i) or figure
    if figure is None:
        return Source(kind="absent")
    return Source(kind="name", words=(scene.doc[i],), figures=(figure,), core=(scene.doc[i],))


def _pronoun(
    scene: Scene, source: Source, n: int, found: Sequence[Figure | None]
) -> Figure | None:
    at = source.words[0].i
    parent = scene.parents[n]
    if source.pronoun in {"i", "we"}:
        if parent is not None:
            return found[parent]
        return None if scene.is_quoted(scene.doc[at].idx) else _author(scene)
    if source.pronoun == "you":
        return None
    content = scene.attributions[n].content
    if source.pronoun == "it":
        body = _it(scene, at)
        if body is not None:
            _settle(scene, body, source, None)
        return body
    gender = gender_of(source)
    if source.pronoun == "they":
        candidates = antecedents.people(scene, at, content=content, plural=True)
        if candidates:
            return candidates[0].figure
        return _last_turn(scene, at, sentences=2)
    if parent is not None and not scene.is_quoted(scene.doc[at].idx):
        around = found[parent]
        if around is not None and around.type in {"person", "anonymous"} and (
            not around.plural and around.gender in {gender, ""}
        ) and _subject_before(scene, at) in {around, None}:
            return around
    candidates = antecedents.people(scene, at, gender=gender, content=content)
    if parent is not None and scene.is_quoted(scene.doc[at].idx):
        candidates = [c for c in candidates if c.figure is not found[parent]]
    if not candidates:
        return None
    figure = candidates[0].figure
    if not figure.gender:
        figure.gender = gender
    return figure


def _subject_before(scene: Scene, at: int) -> Figure | None:
    """The person who is subject of the clause around, in the same sentence."""
    for name in scene.names_before(at, most=6):
        if scene.sentence(name.start) != scene.sentence(at):
            return None
        figure = scene.cast.at[name.start]
        if figure.type == "person" and is_subject(scene.doc[name.end - 1]):
            return figure
    return None


def _author(scene: Scene) -> Figure | None:
    """The author who says "I" in his own article."""
    author = " ".join(scene.article.author.split())
    words = author.split()
    if not 2 <= len(words) <= 4 or not all(w[0].isupper() for w in words):
        return None
    if author.casefold() == scene.article.outlet.casefold() or " and " in author:
        return None
    return scene.cast.named(author, "person")


def _it(scene: Scene, at: int) -> Figure | None:
    """The body or document that spoke or was named last."""
    for turn in scene.turns_before(at, most=4):
        if scene.sentence(at) - scene.sentence(turn.at) > _NEAR:
            break
        if turn.figure.type in {"organization", "document", "place", "none"}:
            return turn.figure
    for name in scene.names_before(at, most=10):
        if scene.sentence(at) - scene.sentence(name.start) > 1:
            break
        figure = scene.cast.at[name.start]
        if figure.type in {"organization", "place"} and is_subject(scene.doc[name.end - 1]):
            return figure
    return None


def _last_turn(scene: Scene, at: int, *, sentences: int) -> Figure | None:
    for turn in scene.turns_before(at, most=4):
        if scene.sentence(at) - scene.sentence(turn.at) > sentences:
            return None
        if not turn.nested:
            return turn.figure
    return None


def _described(
    scene: Scene, source: Source, at: int, content: Spans, *, guess: bool
) -> Figure:
    """Who a description means: someone of that office, the last person spoken of, a newcomer."""
    kind, plural = type_of(source)
    head = source.head
    noun = head.lower_ if head is not None else ""
    if head is not None and head.text[0].isupper() and not plural:
        person = scene.cast.person_called(head.text)
        if person is not None:
            return person
    if head is not None and source.is_definite:
        known = _of_office(scene, source, at, plural=plural)
        if known is not None:
            return known
        bare = len([t for t in source.core if t.is_alpha]) == 2
        if noun in lexicon.BODIES and bare:
            body = scene.cast.body_with(noun)
            if body is not None:
                return body
        if guess and kind == "anonymous" and not plural and _may_be_known(source, noun):
            nearest = _nearest(scene, source, at, content)
            if nearest is not None:
                return nearest
    return _newcomer(scene, source, kind, plural=plural)


def _may_be_known(source: Source, noun: str) -> bool:
    """Whether a description without a match may mean whoever was spoken of: "the billionaire"."""
    return noun not in _UNSPOKEN and source.core[0].tag_ != "PRP$" and not _marks(source)


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
    found: list[tuple[tuple[int, int], Figure]] = []
    for figure in scene.cast.figures:
        if noun not in figure.offices or figure.plural != plural:
            continue
        known = figure.modifiers | _name_words(figure)
        if marks and not marks & known and (figure.marks or figure.type != "person"):
            continue
        if modifiers and not modifiers & known and figure.type != "person":
            continue
        if figure.type == "person" and not figure.plain and not modifiers & lexicon.RANKS:
            continue
        before = [p for p in figure.places if p < at]
        place = before[-1] if before else -min(figure.places, default=0) - 1
        found.append(((len(modifiers & known), place), figure))
    return max(found, key=lambda one: one[0], default=(None, None))[1]


def _name_words(figure: Figure) -> set[str]:
    return {word.casefold() for name in figure.names for word in name.split()}


def _nearest(scene: Scene, source: Source, at: int, content: Spans) -> Figure | None:
    for candidate in antecedents.people(
        scene, at, gender=gender_of(source), content=content
    ):
        places = [p for p in candidate.figure.places if p < at]
        if places and scene.sentence(at) - scene.sentence(max(places)) <= _NEAR:
            if "is spoken of" in candidate.reasons:
                continue
            return candidate.figure
    return None


def _newcomer(scene: Scene, source: Source, kind: EntityType, *, plural: bool) -> Figure:
    """A described source that is somebody new, or the same group or document again."""
    name = wording(source)
    head = source.head
    if kind in {"organization", "group", "none"} and name.casefold().startswith("the "):
        name = name[4:]
    if kind == "organization" and name.casefold().startswith("a "):
        name = name[2:]
    if kind == "anonymous":
        figure = scene.cast.add(Figure(type=kind))
        figure.names[name] += 1
    else:
        figure = scene.cast.named(name, kind)
    figure.plural = plural
    if head is not None:
        figure.offices.add(head.lower_)
        figure.gender = figure.gender or gender_of(source)
    figure.modifiers |= {t.lower_ for t in source.core if t.is_alpha}
    return figure


def _continued(scene: Scene, n: int) -> Figure | None:
    """Who goes on speaking where no source is named; None where nobody does.

    A quotation of its own paragraph goes on with the quotation before; the person who acts in
    the sentence beside it is the one who speaks.
    """
    attribution = scene.attributions[n]
    start, end = attribution.content[0][0], attribution.content[-1][1]
    at = anchor(scene.doc, attribution)
    same = _last_turn(scene, at, sentences=0)
    if attribution.cue:
        cue = parts.tokens(scene.doc, attribution.cue)
        if cue and cue[0].tag_ == "VBG":
            return same
        return None
    if scene.parents[n] is not None or not scene.is_quoted(start + (end > start + 1)):
        return None
    return same or _beside(scene, start, end) or _last_turn(scene, at, sentences=3)


def _beside(scene: Scene, start: int, end: int) -> Figure | None:
    """The person who is subject of the sentence before or behind a quotation, in its paragraph."""
    first, last = parts.at(scene.doc, start), parts.at(scene.doc, max(start, end - 1))
    for number in (scene.sentence(first) - 1, scene.sentence(last) + 1):
        if not 0 <= number <= scene.sentence(len(scene.doc) - 1):
            continue
        for i in scene.sentence_tokens(number):
            if scene.paragraph(i) != scene.paragraph(first):
                break
            figure = scene.cast.at.get(i)
            if (
                figure is not None
                and figure.type == "person"
                and is_subject(scene.doc[i])
                and not scene.is_quoted(scene.doc[i].idx)
            ):
                return figure
    return None
