"""What names, titles and nouns tell of gender by themselves."""

from typing import Literal, TypeAlias

from spacy.tokens import Doc

from kgraph.extract import lexicon

Gender: TypeAlias = Literal["male", "female", ""]


def given_gender(first: str) -> Gender:
    """What a first name tells; "" for names that tell nothing or are not on the lists."""
    male, female = first in lexicon.MALE_NAMES, first in lexicon.FEMALE_NAMES
    if male == female:
        return ""
    return "male" if male else "female"


def noun_gender(noun: str) -> Gender:
    """What a noun or title tells ("spokeswoman", "Mr")."""
    if noun in lexicon.MALE_WORDS:
        return "male"
    return "female" if noun in lexicon.FEMALE_WORDS else ""


def title_gender(doc: Doc, start: int) -> Gender:
    """What the word right before a name tells."""
    return noun_gender(doc[start - 1].lower_) if start else ""
