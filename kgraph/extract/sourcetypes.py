"""What a described source is: a person, a body, a document; man or woman; and how it is worded."""

from kgraph.extract import kinds, lexicon
from kgraph.extract.callings import is_human
from kgraph.extract.descriptions import Source, is_some
from kgraph.extract.gendered import Gender, noun_gender
from kgraph.extract.roles import is_office
from kgraph.model import EntityType


def type_of(source: Source) -> tuple[EntityType, bool]:
    """What kind of source a description stands for, and whether it is plural.

    >>> type_of(Source(kind="description"))
    ('none', False)
    """
    if source.head is None:
        return "none", False
    plural = source.is_plural
    word = source.head.lemma_.lower()
    lower = source.head.lower_
    if word in lexicon.INSIDERS or "familiar" in {t.lower_ for t in source.words}:
        return "anonymous", plural
    if lower in {"one", "another", "someone", "somebody"}:
        return "anonymous", False
    crowd = {word, lower} & lexicon.CROWD or lower in {"those", "these"}
    if crowd or source.head.pos_ == "NUM":
        return "group", True
    person = is_office(source.head) or word in lexicon.OFFICES or word in lexicon.GENERIC
    if person:
        return ("group", True) if plural else ("anonymous", False)
    if (word in lexicon.BODIES or kinds.is_body(lower)) and not plural:
        return "organization", False
    if word in lexicon.DOCUMENTS:
        return "document", plural
    if word in lexicon.BODIES:
        return "group", True
    if not plural and source.is_definite and source.head.text[0].isupper() and is_human(lower):
        return "anonymous", False
    name = source.head.tag_ in {"NNP", "NNPS"} and lower.endswith("s")
    if name and is_some(source.core[0]):
        return "group", True
    if source.head.pos_ == "PROPN":
        return ("person" if _is_first_name(source) else "organization"), plural
    if plural:
        return "group", True
    if len(source.core) == 1 and source.head.text[0].isupper():
        return ("person" if _is_first_name(source) else "organization"), False
    if is_human(word) or lower in lexicon.HUMANS:
        return "anonymous", False
    return "none", False


def _is_first_name(source: Source) -> bool:
    """Whether a lone name that no tagger saw is a person's: "Ngaire began"."""
    head = source.head
    given = lexicon.MALE_NAMES | lexicon.FEMALE_NAMES
    return head is not None and len(source.words) == 1 and head.is_title and head.lower_ in given


def gender_of(source: Source) -> Gender:
    """What a pronoun or description tells of gender."""
    if source.pronoun in {"he", "she"}:
        return "male" if source.pronoun == "he" else "female"
    if source.head is None:
        return ""
    noun = source.head.lower_
    if noun.endswith("woman"):
        return "female"
    return noun_gender(noun) or ("male" if noun.endswith("man") and noun != "human" else "")


def wording(source: Source) -> str:
    """The description as the article words it."""
    core = list(source.core)
    while len(core) > 1 and (core[-1].is_punct or core[-1].pos_ in {"ADP", "CCONJ", "PART"}):
        core.pop()
    while len(core) > 1 and not core[0].text[0].isalnum():
        core.pop(0)
    doc = core[0].doc
    return " ".join(doc[core[0].i : core[-1].i + 1].text.split())
