"""Who is meant by the words of a source: one resolved entity for every attribution.

Sources are read in the order of the text, the one around before the one nested in it, because
whom "he" or "the official" means depends on who spoke before.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from kgraph.extract import antecedents, lexicon, parts
from kgraph.extract.described import describe
from kgraph.extract.descriptions import Source, read_source, read_words
from kgraph.extract.entities import Figure, MentionKind
from kgraph.extract.gendered import Gender
from kgraph.extract.genders import learn_genders
from kgraph.extract.known import ages, learn_bodies
from kgraph.extract.scene import Scene, Turn, anchor, is_subject
from kgraph.extract.sourcetypes import gender_of, type_of
from kgraph.extract.together import group_of
from kgraph.extract.unsourced import continued
from kgraph.model import Spans

_CLEARLY = 1.0
"""Lead from which a pronoun tells the gender of the one it was taken to mean."""


def resolve(scene: Scene) -> list[Figure | None]:
    """For each attribution of the scene who is its source, or None; fills the scene's turns."""
    learn_genders(scene)
    learn_bodies(scene.cast)
    scene.ages.update(ages(scene))
    found: list[Figure | None] = [None] * len(scene.attributions)
    done: set[int] = set()
    read = 0
    places = [anchor(scene.doc, attribution) for attribution in scene.attributions]
    for n in sorted(range(len(places)), key=lambda n: (places[n], n)):
        waiting = [n]
        while (parent := scene.parents[waiting[-1]]) is not None and parent not in done:
            waiting.append(parent)
        for m in reversed(waiting):
            if m in done:
                continue
            done.add(m)
            read = _read_pronouns(scene, read, places[m])
            found[m] = _speaker(scene, m, found)
            figure = found[m]
            if figure is not None:
                figure.cited = True
                nested = scene.parents[m] is not None
                scene.take_turn(Turn(at=places[m], figure=figure, number=m, nested=nested))
    return found


_HE: dict[str, Gender] = {
    "he": "male",
    "him": "male",
    "his": "male",
    "she": "female",
    "her": "female",
}


def _read_pronouns(scene: Scene, start: int, end: int) -> int:
    """Whom "he" and "she" mean in the article's own words is known before the token ``end``.

    A pronoun keeps its antecedent in mind: "Ida Kemp lives there. She keeps hens. She said …".
    """
    sources = {turn.at for turn in scene.turns_before(end, most=_RECENT)}
    for token in scene.doc[start:end] if end > start else ():
        gender = _HE.get(token.lower_)
        if gender is None or token.i in sources or scene.is_quoted(token.idx):
            continue
        fit = antecedents.people(scene, token.i, gender=gender)
        if fit:
            scene.take_word(token.i, fit[0].figure)
    return max(start, end)


_RECENT = 8


def addressed(scene: Scene, spans: Spans, speaker: Figure | None) -> tuple[Figure, ...]:
    """Who is meant by the words that name whom something was said to."""
    source = read_source(scene.cast, spans)
    if source.kind in {"absent", "relative"}:
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
        chosen = [describe(scene, source, at, (), guess=False)]
    for figure in chosen:
        _settle(scene, figure, source, None)
        figure.cited = True
    _note(scene, source, chosen)
    return tuple(chosen)


def _speaker(scene: Scene, n: int, found: Sequence[Figure | None]) -> Figure | None:
    attribution = scene.attributions[n]
    source = read_source(scene.cast, attribution.source)
    if source.kind == "absent":
        return continued(scene, n)
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
            group = group_of(scene, source.figures)
            scene.cast.mention(group, source.words[0].i, source.words[-1].i + 1, "name")
            return group
        _note(scene, source, source.figures)
        return source.figures[0]
    around = _around(scene, n, found)
    figure = describe(scene, source, at, attribution.content, guess=True, besides=around)
    _settle(scene, figure, source, None)
    _note(scene, source, [figure])
    return figure


def _around(scene: Scene, n: int, found: Sequence[Figure | None]) -> list[Figure]:
    """Who says that which the attribution is nested in, innermost first."""
    figures: list[Figure] = []
    parent = scene.parents[n]
    while parent is not None and len(figures) < _DEEP:
        if (figure := found[parent]) is not None:
            figures.append(figure)
        parent = scene.parents[parent]
    return figures


_DEEP = 8
"""Statements around another that are looked at; deeper nesting is adversarial."""


def _note(scene: Scene, source: Source, figures: Sequence[Figure]) -> None:
    """The words of the source are a mention of the figure, unless its name stands in them."""
    words = source.words if source.kind == "pronoun" else source.core
    if len(figures) != 1 or not words or source.kind == "name":
        return
    kind: MentionKind = "pronoun" if source.kind == "pronoun" else "nominal"
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


def _pronoun(scene: Scene, source: Source, n: int, found: Sequence[Figure | None]) -> Figure | None:
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
        body = antecedents.it(scene, at)
        if body is not None:
            _settle(scene, body, source, None)
        return body
    gender = gender_of(source)
    _introduced(scene, at)
    if source.pronoun == "they":
        candidates = antecedents.people(scene, at, content=content, plural=True)
        if candidates:
            return candidates[0].figure
        return antecedents.last_turn(scene, at, sentences=2)
    quoter = parent is not None and scene.is_quoted(scene.doc[at].idx)
    if parent is not None and quoter and (outer := scene.attributions[parent].source):
        # In a quotation "he" is not who is quoted, but may well be whom that one tells of.
        quoter = not scene.is_quoted(outer[0][0])
    if parent is not None and not quoter:
        around = found[parent]
        if (
            around is not None
            and around.type in {"person", "anonymous"}
            and (not around.plural and around.gender in {gender, ""})
            and _subject_before(scene, at) in {around, None}
        ):
            return around
    candidates = antecedents.people(scene, at, gender=gender, content=content)
    if parent is not None and quoter:
        candidates = [c for c in candidates if c.figure is not found[parent]]
    if not candidates:
        ahead = antecedents.ahead(scene, at, gender=gender)
        if ahead is None:
            return None
        candidates = [ahead]
    figure = candidates[0].figure
    alone = len(candidates) == 1 or candidates[0].score - candidates[1].score > _CLEARLY
    if not figure.gender and alone:
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
    author = " ".join(scene.article.author.partition(",")[0].split())
    words = author.split()
    if not 2 <= len(words) <= 4 or not all(w[0].isupper() for w in words):
        return None
    if author.casefold() == scene.article.outlet.casefold() or " and " in author:
        return None
    return scene.cast.named(author, "person")


def _introduced(scene: Scene, at: int) -> None:
    """An unnamed person who is subject of the sentence before may be meant: "A vet came. She …"."""
    before = scene.sentence(at) - 1
    if before < 0 or scene.paragraph(at) != scene.paragraph(scene.sentence_tokens(before).start):
        return
    for i in scene.sentence_tokens(before):
        token = scene.doc[i]
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT":
            if i in scene.cast.at or i in scene.meant or scene.is_quoted(token.idx):
                return
            source = read_words(scene.cast, parts.noun_phrase(token))
            if source.kind == "description" and source.core[0].lower_ in _INDEFINITE:
                kind, plural = type_of(source)
                if kind == "anonymous" and not plural:
                    figure = describe(scene, source, i, (), guess=False)
                    scene.take_word(i, figure)
            return


_INDEFINITE = frozenset({"a", "an", "another", "one"})
