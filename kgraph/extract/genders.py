"""Who is a man and who a woman, learnt from the pronouns that follow a name in the article.

No list of first names knows the world's. But where a person is named, and the next person spoken
of is "she" with nobody else named between, that person is very likely a woman; an article says so
again and again, and the votes are counted.
"""

from collections import Counter

from spacy.tokens import Doc

from kgraph.extract.entities import Cast, Figure
from kgraph.extract.gendered import Gender, given_gender, noun_gender, title_gender
from kgraph.extract.scene import Scene, head_of_name

_TELLING: dict[str, Gender] = {
    "he": "male",
    "his": "male",
    "him": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "herself": "female",
}
_FURTHEST = 40
"""Tokens behind a name within which a pronoun tells of it."""

_SEEN = 8
_SURE = 2
"""By how much the votes for one must outweigh those for the other."""


def learn_genders(scene: Scene) -> None:
    """People whose names tell nothing have the gender that the pronouns behind them tell."""
    votes = _votes(scene)
    for figure in scene.cast.figures:
        if figure.type != "person":
            continue
        figure.gender = _kin_gender(scene.doc, figure) or figure.gender
        if figure.gender:
            continue
        counted = votes.get(id(figure))
        if not counted:
            continue
        male, female = counted["male"], counted["female"]
        if male >= _SURE * max(female, 1):
            figure.gender = "male"
        elif female >= _SURE * max(male, 1):
            figure.gender = "female"


def is_doubtful(doc: Doc, figure: Figure) -> bool:
    """Whether nothing but the tagger of names says that this is a person and not a place."""
    if figure.type != "person" or figure.cited or figure.roles or len(figure.names) > 1:
        return False
    if given_gender(figure.name.split()[0].casefold()) or any(
        title_gender(doc, i) for i in figure.places[:_SEEN]
    ):
        return False
    return all(
        head_of_name(doc[i]).dep_ not in {"nsubj", "nsubjpass", "poss"}
        and doc[max(0, i - 1)].pos_ in {"ADP", "DET", "PROPN"}
        for i in figure.places[:_SEEN]
    )


def _kin_gender(doc: Doc, figure: Figure) -> Gender:
    """What the noun before a name tells, surer than the first name: "her mother, Jean Dane"."""
    for i in figure.places[:_SEEN]:
        before = i - 1
        if before > 0 and doc[before].text == ",":
            before -= 1
        noun = doc[before] if before > 0 else None
        if noun is None or doc[before - 1].tag_ not in {"PRP$", "POS"}:
            continue
        gender = noun_gender(noun.lower_)
        if gender:
            return gender
    return ""


def _votes(scene: Scene) -> dict[int, Counter[str]]:
    cast: Cast = scene.cast
    votes: dict[int, Counter[str]] = {}
    latest: Figure | None = None
    alone = False
    place = quoted = 0
    for token in scene.doc:
        figure = cast.at.get(token.i)
        if figure is not None and figure.type == "person" and not is_doubtful(scene.doc, figure):
            if figure is not latest:
                # Another one was named just before: "he" may be either, unless they differ.
                alone = latest is None or token.i - place > _FURTHEST or bool(latest.gender)
                latest = figure
            place, quoted = token.i, scene.is_quoted(token.idx)
            continue
        gender = _TELLING.get(token.lower_)
        if gender is None or latest is None or token.i - place > _FURTHEST:
            continue
        if scene.is_quoted(token.idx) != quoted:
            continue
        votes.setdefault(id(latest), Counter())[gender] += 2 if alone else 1
    return votes
