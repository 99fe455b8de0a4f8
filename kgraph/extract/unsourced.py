"""Who speaks where a quotation has no source: who went on, who answers, who acts beside it.

A writer leaves the source out where the reader can tell: the speaker goes on, two speak in turn,
or the sentence beside the quotation shows who opens his mouth ("Tom Hunt shook his head.").
"""

from kgraph.extract import antecedents, parts
from kgraph.extract.described import described_owner
from kgraph.extract.descriptions import read_words
from kgraph.extract.entities import Figure
from kgraph.extract.scene import Scene, anchor, is_subject
from kgraph.extract.sourcetypes import gender_of
from kgraph.model import Spans


def continued(scene: Scene, n: int) -> Figure | None:
    """Who goes on speaking where no source is named; None where nobody does.

    A quotation of its own paragraph goes on with the quotation before; the person who acts in
    the sentence beside it is the one who speaks.
    """
    attribution = scene.attributions[n]
    start, end = attribution.content[0][0], attribution.content[-1][1]
    at = anchor(scene.doc, attribution)
    same = antecedents.last_turn(scene, at, sentences=0)
    if attribution.cue:
        cue = parts.tokens(scene.doc, attribution.cue)
        if cue and cue[0].tag_ == "VBG":
            return same
        return None
    if scene.parents[n] is not None or not scene.is_quoted(start + (end > start + 1)):
        return None
    return (
        same
        or _left_open(scene, at)
        or _identified(scene, end)
        or _replying(scene, at, end)
        or _beside(scene, start, end)
        or _alternate(scene, at)
        or _acting_before(scene, at)
        or antecedents.last_turn(scene, at, sentences=3)
        or _first_named(scene, at)
        or _spoken_of(scene, at, attribution.content)
    )


def _left_open(scene: Scene, at: int) -> Figure | None:
    """Who goes on in a new paragraph: the quotation of the one before was not closed."""
    number = scene.paragraph(at)
    if scene.doc[at].idx > scene.article.paragraphs[number].start + 1 or number < 1:
        return None
    before = scene.article.paragraphs[number - 1]
    if not scene.is_open(before.start, before.end):
        return None
    for turn in scene.turns_before(at, most=4):
        if not turn.nested:
            return turn.figure if scene.paragraph(turn.at) == number - 1 else None
    return None


def _identified(scene: Scene, end: int) -> Figure | None:
    """Who is told behind the quotation: "That is Pam"."""
    i = parts.at(scene.doc, max(0, end - 1)) + 1
    while i < len(scene.doc) and (scene.doc[i].is_punct or scene.doc[i].is_space):
        i += 1
    if i + 1 >= len(scene.doc) or scene.doc[i].lower_ not in {"that", "this", "it"}:
        return None
    if scene.doc[i + 1].lemma_ not in {"be", "'", "’"} and scene.doc[i + 1].lower_ != "’s":
        return None
    for j in range(i + 2, min(i + 5, len(scene.doc))):
        figure = scene.cast.at.get(j)
        if figure is not None:
            return figure if figure.type == "person" else None
    return None


_REPLY = frozenset({"reply", "answer", "response", "retort", "rejoinder"})


def _replying(scene: Scene, at: int, end: int) -> Figure | None:
    """Who was spoken to last, where a reply "came"."""
    last = parts.at(scene.doc, max(0, end - 1))
    near = scene.doc[last : min(len(scene.doc), last + 7)]
    if not any(t.lemma_.lower() in _REPLY and t.head.lemma_ in {"come", "be"} for t in near):
        return None
    turns = scene.turns_before(at, most=1)
    asked = turns[0].figure if turns else None
    fit = antecedents.people(scene, at)
    return next((c.figure for c in fit if c.figure is not asked), None)


def _acting_before(scene: Scene, at: int) -> Figure | None:
    """The person who is subject of the last sentence before the quotation's own paragraph."""
    number = scene.paragraph(at)
    if number < 1 or scene.doc[at].idx > scene.article.paragraphs[number].start + 1:
        return None
    before = scene.sentence(at) - 1
    if before < 0 or scene.paragraph(scene.sentence_tokens(before).start) < number - 1:
        return None
    return _subject_of(scene, before)


def _spoken_of(scene: Scene, at: int, content: Spans) -> Figure | None:
    """The person whom the last two paragraphs tell of, if one is subject there."""
    for candidate in antecedents.people(scene, at, content=content)[:1]:
        places = [i for i in candidate.figure.places if i < at]
        if (
            candidate.score > 0
            and places
            and scene.paragraph(at) - scene.paragraph(places[-1]) <= 1
            and "is spoken of" not in candidate.reasons
        ):
            return candidate.figure
    return None


def _first_named(scene: Scene, at: int) -> Figure | None:
    """Who is named next, where an article begins with a quotation."""
    if scene.turns_before(at, most=1):
        return None
    ahead = antecedents.ahead(scene, at, gender="")
    return ahead.figure if ahead is not None else None


def _alternate(scene: Scene, at: int) -> Figure | None:
    """Who answers in a dialogue: the other of the two whose turns are the last paragraphs'.

    A quotation that begins its paragraph goes on only where the one before was left open.
    """
    paragraph = scene.paragraph(at)
    if scene.doc[at].idx > scene.article.paragraphs[paragraph].start + 1 or paragraph < 1:
        return None
    before = scene.article.paragraphs[paragraph - 1]
    if scene.is_open(before.start, before.end):
        return None
    turns = [turn for turn in scene.turns_before(at, most=6) if not turn.nested]
    if not turns or scene.paragraph(turns[0].at) != paragraph - 1:
        return None
    if not scene.is_quoted(scene.attributions[turns[0].number].content[0][0]):
        return None
    others = [
        turn
        for turn in turns[1:]
        if turn.figure is not turns[0].figure and paragraph - scene.paragraph(turn.at) <= _EXCHANGE
    ]
    aloud = [
        turn for turn in others if scene.is_quoted(scene.attributions[turn.number].content[0][0])
    ]
    return next((turn.figure for turn in (*aloud, *others)), None)


_EXCHANGE = 3
"""Paragraphs over which two who answer each other have a dialogue."""


def _acting(scene: Scene, i: int) -> Figure | None:
    """Whom the subject of a sentence means, if it is "she" or "his wife"."""
    token = scene.doc[i]
    if token.dep_ != "nsubj" or token.head.dep_ != "ROOT":
        return None
    source = read_words(scene.cast, parts.noun_phrase(token))
    if i in scene.meant:
        return scene.meant[i]
    if source.kind == "pronoun" and source.pronoun in {"he", "she"}:
        fit = antecedents.people(scene, i, gender=gender_of(source))
        return fit[0].figure if fit else None
    if source.kind == "description" and source.head is not None and source.core[0].tag_ == "PRP$":
        return described_owner(scene, source, i)
    return None


def _beside(scene: Scene, start: int, end: int) -> Figure | None:
    """The person who is subject of the sentence before or behind a quotation, in its paragraph."""
    first, last = parts.at(scene.doc, start), parts.at(scene.doc, max(start, end - 1))
    paragraph = scene.paragraph(first)
    if first and scene.doc[first - 1].text == ":":
        for name in scene.names_before(first, most=1):
            named = scene.cast.at[name.start]
            if named.type == "person" and name.end == first - 1:
                return _subject_of(scene, scene.sentence(name.start)) or named
    for number in (scene.sentence(first) - 1, scene.sentence(last) + 1):
        if not 0 <= number <= scene.sentence(len(scene.doc) - 1):
            continue
        figure = _subject_of(scene, number, paragraph)
        if figure is not None:
            return figure
    return None


def _subject_of(scene: Scene, number: int, paragraph: int | None = None) -> Figure | None:
    """The person who is a subject of the sentence, within the paragraph."""
    for i in scene.sentence_tokens(number):
        if paragraph is not None and scene.paragraph(i) != paragraph:
            return None
        figure = scene.cast.at.get(i) or _acting(scene, i)
        if (
            figure is not None
            and figure.type in {"person", "anonymous"}
            and (is_subject(scene.doc[i]) or _begins(scene, i, number))
            and not scene.is_quoted(scene.doc[i].idx)
        ):
            return figure
    return None


def _begins(scene: Scene, i: int, number: int) -> bool:
    """Whether a short sentence begins with the name, its verb read as a noun: "Emma laughs."."""
    token, sentence = scene.doc[i], scene.sentence_tokens(number)
    short = sentence.stop - sentence.start <= _SHORT
    return short and i == sentence.start and token.dep_ == "compound" and token.head.dep_ == "ROOT"


_SHORT = 5
