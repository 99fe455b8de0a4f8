"""What the words of a source are: a name, several names, a pronoun, or a description."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from spacy.tokens import Token

from kgraph.extract import lexicon, parts
from kgraph.extract.callings import PEOPLE, is_human
from kgraph.extract.entities import Cast, Figure
from kgraph.extract.names import is_title
from kgraph.extract.roles import find_titles, is_office
from kgraph.model import Spans

SourceKind: TypeAlias = Literal["absent", "name", "pronoun", "relative", "description"]

PRONOUNS: dict[str, str] = {
    **dict.fromkeys(["he", "him", "his", "himself"], "he"),
    **dict.fromkeys(["she", "her", "hers", "herself"], "she"),
    **dict.fromkeys(["they", "them", "their", "theirs", "themselves"], "they"),
    **dict.fromkeys(["it", "its", "itself"], "it"),
    **dict.fromkeys(["i", "me", "my", "mine", "myself"], "i"),
    **dict.fromkeys(["we", "us", "our", "ours", "ourselves"], "we"),
    **dict.fromkeys(["you", "your", "yours", "yourself"], "you"),
}
_RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "same"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "one"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_LONGEST = 16
_LONGEST_NAME = 5
_PEOPLES = ("iard", "woman", "hman", "shire", "etonian", "egian", "alian", "onian", "entine")
_SEATED = frozenset({"MP", "TD", "MEP", "MSP", "MLA"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The words of a source, read.

    Attributes:
        figures: Who is named in it as source; several if they speak together.
        pronoun: Its base form ("he", "they", "i"), or "".
        core: The words of the noun phrase, without relative clauses and appositions.
        head: The noun that heads a description, or None.
    """

    kind: SourceKind
    words: tuple[Token, ...] = ()
    figures: tuple[Figure, ...] = ()
    pronoun: str = ""
    core: tuple[Token, ...] = ()
    head: Token | None = None

    @property
    def is_definite(self) -> bool:
        """Whether it speaks of somebody as known ("the official", "his spokesman")."""
        first = self.core[0] if self.core else None
        if first is None:
            return False
        # "Counsel asked": a trade in the singular without an article is one who was spoken of.
        bare = len(self.core) == 1 and first.tag_ == "NN" and first.lower_ in PEOPLE
        return bare or first.lower_ in _DEFINITE or first.tag_ == "PRP$"

    @property
    def is_plural(self) -> bool:
        """Whether it speaks of several."""
        if self.head is None:
            return False
        first = self.core[0]
        return (
            self.head.tag_ in _PLURAL_TAGS
            or self.head.lower_ in {"people", "police", "both", "many", "several", "few", "others"}
            or first.lower_ in {"both", "two", "three", "several", "many", "most", "these", "those"}
        )


def read_source(cast: Cast, spans: Spans) -> Source:
    """What the words under the spans are."""
    return read_words(cast, parts.tokens(cast.doc, spans))


def read_words(cast: Cast, found: Sequence[Token]) -> Source:
    """What these words are."""
    words = list(found)
    while words and (words[0].is_punct or words[0].pos_ in {"ADP", "CCONJ"}):
        words.pop(0)
    while words and words[-1].is_punct:
        words.pop()
    if not words:
        return Source(kind="absent")
    first = words[0].lower_
    if first in PRONOUNS and (len(words) <= 3 or words[0].tag_ != "PRP$") and not _owns(words):
        return Source(kind="pronoun", words=tuple(words), pronoun=PRONOUNS[first])
    if first in _RELATIVES and len(words) <= 2:
        return Source(kind="relative", words=tuple(words))
    segments = _segments(words)
    if len(segments) > 1 and segments[0][0].tag_ == "VBG":
        # "Replying, the minister": what the speaker does is no part of who it is.
        segments = segments[1:]
    named = _named(cast, segments) or _self_named(cast, words)
    core = _core(segments[0])
    if named:
        return Source(kind="name", words=tuple(words), figures=named, core=tuple(core))
    return Source(kind="description", words=tuple(words), core=tuple(core), head=_head(segments[0]))


def _owns(words: Sequence[Token]) -> bool:
    """Whether the pronoun only says whose the noun is ("her lawyer")."""
    return (
        words[0].tag_ in {"PRP$", "PRP"}
        and words[0].lower_ in {"his", "her", "their", "its", "my", "our", "your"}
        and len(words) > 1
        and words[-1].pos_ in _HEADS
    )


def _segments(words: Sequence[Token]) -> list[list[Token]]:
    """The words between commas; what a relative pronoun or a bracket opens is left out."""
    segments: list[list[Token]] = [[]]
    skipping = False
    for n, token in enumerate(words):
        if token.text in {",", "–", "—", "(", ")", ";"}:
            skipping = False
            if segments[-1]:
                segments.append([])
        elif n and token.lower_ in _RELATIVES and token.tag_ in {"WP", "WDT", "WP$"}:
            skipping = True
        elif not skipping:
            segments[-1].append(token)
    return [s for s in segments if s] or [list(words)]


def _named(cast: Cast, segments: list[list[Token]]) -> tuple[Figure, ...]:
    """Who is named as source: in the first segment, or behind a description in apposition."""
    first = list(_heads(cast, segments[0]))
    if first:
        joint = list(first)
        for segment in segments[1:]:
            if segment[0].lower_ == "and" or _is_list(cast, segments):
                joint += _heads(cast, segment)
        return tuple(dict.fromkeys(joint)) if len(joint) > 1 else (first[0],)
    head = _head(segments[0])
    plural = head is not None and head.tag_ in _PLURAL_TAGS
    unnamed = lexicon.BODIES | lexicon.DOCUMENTS | (lexicon.INSIDERS if plural else frozenset())
    if head is None or head.lemma_.lower() in unnamed:
        return ()
    if is_office(head) or is_human(head.lower_):
        for segment in segments[1:]:
            _humanized(cast, segment)
    people = [f for segment in segments[1:] for f in _heads(cast, segment) if f.type == "person"]
    # "the two senators, Ann Gray and Tom Hunt": both; "her lawyer, Ann Gray, of Oslo": one.
    return tuple(dict.fromkeys(people)) if plural and len(people) > 1 else tuple(people[:1])


def _self_named(cast: Cast, words: Sequence[Token]) -> tuple[Figure, ...]:
    """Who "gave his name as Ann Gray" or is "identified only as Ann Gray"."""
    for n, token in enumerate(words):
        if token.lower_ != "as" or n < _NAMED_BY:
            continue
        if any(t.lower_ in {"name", "named", "identified"} for t in words[n - _NAMED_BY : n]):
            for following in words[n + 1 : n + 4]:
                figure = cast.at.get(following.i)
                if figure is not None:
                    return (figure,) if figure.type == "person" else ()
    return ()


_NAMED_BY = 2
"""Words before "as" among which "name" stands."""


def _humanized(cast: Cast, segment: Sequence[Token]) -> None:
    """What stands alone behind "her son," is a person's name, whatever it was taken for."""
    figure = cast.at.get(segment[-1].i)
    if figure is None or figure.type != "organization" or segment[0].lower_ == "the":
        return
    if segment[0].i == 0 or cast.doc[segment[0].i - 1].text != ",":
        return
    names = [token for token in segment if cast.at.get(token.i) is figure]
    others = [token for token in segment if cast.at.get(token.i) is not figure]
    titled = all(is_title(t) or t.ent_type_ == "DATE" or t.text in {".", "-"} for t in others)
    if titled and len(names) <= _LONGEST_NAME and not names[0].text.isupper():
        figure.type, figure.unsure = "person", False


def _is_list(cast: Cast, segments: list[list[Token]]) -> bool:
    if len(segments) > 2 and segments[-1][0].lower_ == "and":
        return bool(_heads(cast, segments[-1][1:]))
    joined = any(token.lower_ == "and" for token in segments[-1][1:])
    return len(segments) > 1 and joined and len(_heads(cast, segments[-1])) > 1


def _heads(cast: Cast, segment: Sequence[Token]) -> list[Figure]:
    """Figures named in the segment that the segment speaks of, not only mentions.

    "Clinton" in "Clinton's lawyer", "a friend of Clinton" and "the Clinton campaign" is not.
    """
    found: list[Figure] = []
    if not segment:
        return found
    start = segment[0].i
    last = segment[-1].i
    blocked = False
    i = start
    while i <= last:
        token = cast.doc[i]
        figure = cast.at.get(i)
        if figure is not None:
            end = i + 1
            while end <= last and cast.at.get(end) is figure:
                end += 1
            people = figure.type == "group" and not figure.plural  # "the Republican": one of them
            # "Many Americans" are not the Americans.
            people |= (
                figure.type == "group" and i > start and not found and is_some(cast.doc[start])
            )
            people |= figure.type in {"organization", "place", "person"} and _is_description(
                cast, i, end
            )
            titled = _titled_only(cast, i, end, last)
            if not blocked and not people and not titled and _stands_free(cast, end, last):
                found.append(figure)
            elif not titled and not _continues(cast, end, last):
                blocked = True
            i = end
            continue
        if _breaks(token) and not _in_title(cast, i, last):
            blocked = True
        if token.lower_ == "and" and found:
            blocked = False
        i += 1
    return found


def _is_description(cast: Cast, start: int, end: int) -> bool:
    """Whether "the Leeds MP" or "the Spaniard" was taken for a name."""
    last = cast.doc[end - 1]
    if start == 0 or cast.doc[start - 1].lower_ not in {"the", "his", "her", "their"}:
        return False
    if last.lower_ in lexicon.OUTLETS | lexicon.BODIES | lexicon.SEATS or last.tag_ == "NNPS":
        return False
    if is_office(last) and (end - start > 1 or last.text.isupper()):
        return True
    if end < len(cast.doc) and cast.doc[end].text in _SEATED:
        return True
    return end - start <= 2 and last.is_title and last.lower_.endswith(_PEOPLES)


def _stands_free(cast: Cast, end: int, last: int) -> bool:
    """Whether no noun follows that the name would only be an attribute of."""
    if end > last:
        return True
    following = cast.doc[end]
    if end == last and following.lower_ in lexicon.BEHIND_NAMES and following.text.isupper():
        return True
    if following.tag_ == "POS":
        return end == last
    if following.pos_ == "PUNCT":
        return end == last or following.text in {"(", "–"} or following.is_quote
    return following.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _titled_only(cast: Cast, start: int, end: int, last: int) -> bool:
    """Whether the name belongs to the title of somebody who is named behind it."""
    return any(
        title.start <= start and end <= title.end
        for name in _names_in(cast, end, last)
        if cast.at[name[0]].type == "person" or cast.at[name[0]].unsure
        for title in find_titles(cast.doc, name[0], name[1])
        if title.whole[0] != name[0]
    )


def _in_title(cast: Cast, i: int, last: int) -> bool:
    return _titled_only(cast, i, i + 1, last)


def _names_in(cast: Cast, start: int, last: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    i = start
    while i <= min(last, start + _LONGEST):
        figure = cast.at.get(i)
        if figure is None:
            i += 1
            continue
        end = i + 1
        while cast.at.get(end) is figure:
            end += 1
        found.append((i, end))
        i = end
    return found


def _continues(cast: Cast, end: int, last: int) -> bool:
    """Whether title words or another noun follow the name at once."""
    following = cast.doc[end] if end <= last else None
    return following is not None and (
        following.pos_ in {"NOUN", "PROPN", "ADJ", "PART"} or following.text in {"-", "/"}
    )


def _breaks(token: Token) -> bool:
    """Whether what follows the word only says more of what stands before it."""
    if token.pos_ == "VERB" and token.dep_ in {"amod", "compound"}:
        return False
    return token.pos_ in {"ADP", "VERB", "AUX", "SCONJ"}


def _core(segment: Sequence[Token]) -> list[Token]:
    """The noun phrase of a segment with its prepositions, up to a verb."""
    core: list[Token] = []
    for token in segment[:_LONGEST]:
        if core and token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBN", "VBG"}:
            break
        several = any(t.tag_ == "NNS" or t.lower_ in lexicon.CROWD for t in core)
        reduced = several and token.dep_ == "acl" and token.tag_ in {"VBN", "VBG"}
        if core and token.dep_ in {"relcl", "acl"} and not reduced:
            break
        core.append(token)
    return core or list(segment)


def _head(segment: Sequence[Token]) -> Token | None:
    """The noun that heads the segment: the last one before a preposition, verb or clause."""
    head: Token | None = None
    for n, token in enumerate(segment):
        if head is not None and token.ent_type_ in {"DATE", "TIME"}:
            break
        human = token.lower_ in lexicon.HUMANS
        if (human or token.pos_ in _HEADS) and token.tag_ != "POS" and not token.is_punct:
            if head is None or token.pos_ in {"NOUN", "PROPN"} or head.pos_ in {"DET", "ADJ"}:
                head = token
        elif n and (_breaks(token) or token.pos_ == "CCONJ") and head is not None:
            if head.pos_ in {"DET", "ADJ"} and (token.pos_ == "CCONJ" or head.is_stop):
                continue
            break
    return head


def is_some(first: Token) -> bool:
    """Whether a phrase begins with a word that picks some out of many: "fellow", "many", "a few"."""
    return first.pos_ in {"ADJ", "DET", "NUM"} and first.lower_ not in {"the", "all", "both"}
