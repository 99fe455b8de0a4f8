"""What an article tells of somebody beside titles: age, marriage, what a body is.

"The 48-year-old" is whoever is 48, "her husband" the man of her name, "the charity" the body that
was introduced as one.
"""

from kgraph.extract import lexicon
from kgraph.extract.entities import Cast, Figure
from kgraph.extract.gendered import Gender
from kgraph.extract.scene import Scene

_AGE_BEHIND = 4
_PHRASE = 7
_SPOUSES: dict[str, Gender] = {
    "wife": "female",
    "husband": "male",
    "ex-wife": "female",
    "ex-husband": "male",
}


def age_in(words: str) -> str:
    """The age that a description tells.

    >>> age_in("the 48-year-old"), age_in("the striker")
    ('48', '')
    """
    number, told, _ = words.casefold().partition("-year-old")
    return number.split()[-1] if told and number.split() else ""


def ages(scene: Scene) -> dict[str, list[Figure]]:
    """People by their age, where a number or "48-year-old" stands right beside the name."""
    found: dict[str, list[Figure]] = {}
    for name in scene.cast.names:
        figure = scene.cast.at[name.start]
        if figure.type != "person":
            continue
        behind = [t.text for t in scene.doc[name.end : name.end + _AGE_BEHIND]]
        before = scene.doc[max(0, name.start - 5) : name.start].text.replace(" ", "")
        told = ""
        if len(behind) > 1 and behind[0] in {",", "("} and behind[1].isdigit():
            told = behind[1]
        elif len(behind) > 2 and behind[:2] == [",", "aged"]:
            told = behind[2]
        elif len(behind) > 1 and behind[0] in {"is", "was"} and behind[1].isdigit():
            told = behind[1]
        elif "-year-old" in before.casefold():
            head = before.casefold().split("-year-old", maxsplit=1)[0]
            told = "".join(c for c in head[-3:] if c.isdigit())
        if told and len(told) <= 3 and figure not in found.setdefault(told, []):
            found[told].append(figure)
    return found


def spouse(scene: Scene, noun: str, owner: Figure) -> Figure | None:
    """The other of the owner's surname who can be "his wife" or "her husband"."""
    gender = _SPOUSES.get(noun)
    if gender is None:
        return None
    surname = owner.name.split()[-1]
    fit = [
        figure
        for figure in scene.cast.figures
        if figure is not owner
        and figure.type == "person"
        and figure.gender in {gender, ""}
        and len(figure.name.split()) > 1
        and figure.name.split()[-1] == surname
    ]
    return fit[0] if len(fit) == 1 else None


def learn_bodies(cast: Cast) -> None:
    """Organizations may be called by the noun that introduces them: "the charity Lantern"."""
    for name in cast.names:
        figure = cast.at[name.start]
        if figure.type not in {"organization", "place"} or name.type == "place":
            continue
        nouns: set[str] = set()
        before = cast.doc[name.start - 1] if name.start else None
        if before is not None and before.text.islower() and before.lower_ in lexicon.BODIES:
            nouns.add(before.lower_)
        at = name.end
        behind = cast.doc[at + 2 : at + 2 + _PHRASE]
        if cast.doc[at : at + 2].text.casefold() not in {", a", ", an", ", the"}:
            behind = cast.doc[at:at]
        for token in behind:
            if token.pos_ in {"ADP", "VERB", "AUX", "PRON"} or token.text in {",", ".", ";"}:
                break
            if token.lower_ in lexicon.BODIES and token.tag_ == "NN":
                nouns.add(token.lower_)
        if nouns:
            cast.give_offices(figure, nouns)
            figure.modifiers |= nouns


def chief_body(scene: Scene, at: int) -> Figure | None:
    """The organization that an article is about: named most before the token, at least twice."""
    counted: dict[int, tuple[int, int, Figure]] = {}
    for name in scene.names_before(at, most=80):
        figure = scene.cast.at[name.start]
        words = name.text.casefold()
        if (
            figure.type != "organization"
            or figure.unsure
            or name.type == "place"
            or words in lexicon.SEATS | lexicon.PLACES | lexicon.SEAT_PHRASES
            or words.split()[-1] in lexicon.OUTLETS
        ):
            continue
        times, place, _ = counted.get(id(figure), (0, name.start, figure))
        counted[id(figure)] = (times + 1, place, figure)
    best = max(counted.values(), key=lambda one: one[:2], default=None)
    return best[2] if best is not None and best[0] > 1 else None
