"""Every mention of those whom an article speaks of: names, descriptions and pronouns.

Speakers are settled before (``speakers``); what is found here adds mentions to the figures there
are, and adds those that the article speaks of more than once ("a new bridge … the bridge … it").
Nothing found here changes who said what, nor the name, type or identifier of a figure.

Passes of rules, the surest first, in the manner of Lee et al. (2013); salience decides the rest.
"""

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Token

from kgraph.extract import antecedents, lexicon, nouns, parts
from kgraph.extract.descriptions import PRONOUNS
from kgraph.extract.entities import Figure, MentionKind
from kgraph.extract.gendered import Gender, noun_gender
from kgraph.extract.headlines import headline_names, is_model
from kgraph.extract.phrases import Phrase, find_phrases
from kgraph.extract.pleonasm import is_pleonastic
from kgraph.extract.roles import find_titles
from kgraph.extract.salience import Memory, Seen
from kgraph.extract.scene import Scene
from kgraph.model import Span

_PEOPLE = frozenset({"person", "anonymous"})
_MOST_COMPARED = 20
_HEADLINES = frozenset({"heading", "header"})


def find_mentions(scene: Scene, speakers: Sequence[Figure | None]) -> None:
    """The cast of the scene knows every mention of its figures, and who else is spoken of."""
    _Mentions(scene, speakers).read()


class _Mentions:
    """Reads the phrases of an article in their order."""

    def __init__(self, scene: Scene, speakers: Sequence[Figure | None]) -> None:
        self.scene = scene
        self.doc = scene.doc
        self.cast = scene.cast
        self.speakers = speakers
        self.memory = Memory(scene=scene)
        self.called: defaultdict[str, list[tuple[Figure, frozenset[str]]]] = defaultdict(list)
        self.new: list[Figure] = []
        self.of_head: dict[int, Figure] = {}
        self.owners: dict[int, Figure] = {}
        self.titled: set[int] = set()
        self.models = {
            word.casefold().removesuffix("s"): figure
            for figure in reversed(self.cast.figures)
            for name in figure.names
            for word in name.split()[-1:]
            if is_model(word) and figure.type not in _PEOPLE
        }
        self._anchors = {
            id(f): min(f.mentions)
            for f in self.cast.figures
            if f.type == "anonymous" and f.mentions
        }
        self._contents = sorted(
            ((s, -e, n) for n, a in enumerate(scene.attributions) for s, e in a.content)
        )

    def read(self) -> None:
        self._take_noted()
        for name in self.cast.names:
            figure = self.cast.at.get(name.start)
            if figure is not None:
                self._remember_names(figure, name.start, name.end)
        for phrase in find_phrases(self.doc, self.scene.article):
            figure = self._figure(phrase)
            if figure is not None:
                self._see(phrase, figure)
        for name in self.cast.names:  # those that head no phrase: "the Oslo talks"
            figure = self.cast.at.get(name.start)
            if figure is not None and name.end - 1 not in self.of_head:
                self.of_head[name.end - 1] = figure
        for start, end, figure in headline_names(self.cast):
            self._mention(figure, start, end, "name")
        for phrase in find_phrases(self.doc, self.scene.article, _HEADLINES):
            self._in_headline(phrase)
        common = {token.text for token in self.doc if token.text.islower()}
        for figure in self.cast.figures:
            if figure.unsure and not figure.cited and not _is_common(figure, common):
                figure.type, figure.unsure = "none", False
        for figure in self.new:
            if len(figure.mentions) > 1 or any(k == "name" for k in figure.mentions.values()):
                self.cast.add(figure)

    def _take_noted(self) -> None:
        """Who was found to be meant as a source stays who is meant."""
        for figure in self.cast.figures:
            for (start, end), kind in figure.mentions.items():
                if kind != "name":
                    words = parts.tokens(self.doc, ((start, end),))
                    if words:
                        self.of_head.setdefault(
                            self.doc[words[0].i : words[-1].i + 1].root.i, figure
                        )

    def _remember_names(self, figure: Figure, start: int, end: int) -> None:
        """The figure may be called by the nouns before its name and by its name's last word."""
        head = self.doc[end - 1]
        if figure.type not in _PEOPLE and end - start > 1:
            self._call(head.lemma_.lower(), figure, start, end)
        before = start - 1
        while before >= 0 and self.doc[before].is_quote:
            before -= 1
        noun = self.doc[before] if before >= 0 else None
        if noun is None or noun.pos_ != "NOUN" or noun.dep_ == "poss":
            return
        if noun.head.i in range(start, end) or noun.dep_ == "compound":
            self._call(noun.lemma_.lower(), figure, max(0, before - 4), before)

    def _call(self, noun: str, figure: Figure, start: int, end: int) -> None:
        words = {t.lemma_.lower() for t in self.doc[start:end] if t.is_alpha or t.like_num}
        words |= {w.casefold() for name in figure.names for w in name.split()}
        self.called[noun].append((figure, frozenset(words)))

    # Who or what a phrase means.

    def _figure(self, phrase: Phrase) -> Figure | None:
        if phrase.head in self.of_head:
            return self.of_head[phrase.head]
        if phrase.kind == "pronoun":
            return self._pronoun(phrase)
        if phrase.kind == "relative":
            return self._relative(phrase)
        figure = self.cast.at.get(phrase.head) or self._thing(phrase)
        if figure is not None:
            return figure
        return self._nominal(phrase)

    def _thing(self, phrase: Phrase) -> Figure | None:
        """What has a name of its own: "the 300s" for the Acme 300, "the X-15 aircraft"."""
        head = self.doc[phrase.head]
        if any(c.isdigit() for c in head.text):
            return self.models.get(head.text.casefold().removesuffix("s"))
        if head.lemma_.lower() in nouns.ANY_THING and phrase.head > phrase.start:
            beside = self.cast.at.get(phrase.head - 1)
            if beside is not None and _is_named_thing(beside):
                return beside
        return None

    def _pronoun(self, phrase: Phrase) -> Figure | None:
        token = self.doc[phrase.head]
        base = PRONOUNS.get(token.lower_, "")
        at = phrase.head
        if base in {"he", "she"}:
            return self._person(at, "male" if base == "he" else "female")
        if base in {"i", "we"}:
            return self._first_person(token, plural=base == "we")
        if base == "it":
            if is_pleonastic(token):
                return None
            return self.memory.best(at, lambda s: _is_it(s) and not self._argues(s, token))
        if base == "they":
            return self.memory.best(
                at, lambda s: _is_they(s) and not self._argues(s, token), plural=True
            )
        return None

    def _person(self, at: int, gender: Gender) -> Figure | None:
        found = antecedents.people(self.scene, at, gender=gender)
        if found:
            return found[0].figure
        return self.memory.best(at, lambda s: s.figure.type in _PEOPLE and not s.plural)

    def _argues(self, seen: Seen, token: Token) -> bool:
        """Whether both hang on one verb, so that only a reflexive could mean the same."""
        if token.tag_ == "PRP$" or token.lower_.endswith(("self", "selves")):
            return False
        other = self.doc[seen.at]
        return other.head.i == token.head.i and other.head.pos_ in {"VERB", "AUX"}

    def _first_person(self, token: Token, *, plural: bool) -> Figure | None:
        """Who says "I"; "we" of somebody who speaks for a body is that body."""
        speaker = self._speaker_at(token.idx)
        if speaker is None or not plural or speaker.type not in _PEOPLE:
            return speaker
        for role in reversed(speaker.roles):
            body = (
                self.cast.called(role.organization, "organization") if role.organization else None
            )
            if body is not None:
                return body
        return None

    def _speaker_at(self, place: int) -> Figure | None:
        """The speaker of the innermost content around the character."""
        found: tuple[int, int] | None = None
        for start, end, n in self._contents:
            if start > place:
                break
            if place < -end and (found is None or -end - start <= found[0]):
                found = (-end - start, n)
        return self.speakers[found[1]] if found is not None else None

    def _relative(self, phrase: Phrase) -> Figure | None:
        token = self.doc[phrase.head]
        for _ in range(6):
            if token.dep_ == "relcl":
                head = token.head.i
                return self.of_head.get(head) or self.cast.at.get(head)
            if token.head.i == token.i:
                return None
            token = token.head
        return None

    def _nominal(self, phrase: Phrase) -> Figure | None:
        doc = self.doc
        head = doc[phrase.head]
        noun = head.lemma_.lower()
        if noun in nouns.NEVER or not any(c.isalpha() or c.isdigit() for c in head.text):
            return None
        same = self._apposed(phrase)
        if same is None and not phrase.is_indefinite(doc):
            same = self._same_noun(phrase, noun)
            if same is None and (phrase.is_definite(doc) or head.dep_ == "compound"):
                same = self._by_class(phrase, noun)
        if same is not None:
            self.called[noun].append((same, phrase.modifiers(doc)))
            return same
        figure = Figure(type=nouns.type_of(head), plural=phrase.is_plural(doc), described=True)
        figure.gender = noun_gender(noun)
        figure.names[" ".join(doc[phrase.start : phrase.end].text.split())] += 1
        self.new.append(figure)
        self.called[noun].append((figure, phrase.modifiers(doc)))
        return figure

    def _apposed(self, phrase: Phrase) -> Figure | None:
        """Who is named beside it: "the carrier, Acme Air", "Acme Air, a small carrier"."""
        head = self.doc[phrase.head]
        if head.dep_ == "appos" and head.head.i < head.i:
            beside = self.of_head.get(head.head.i) or self.cast.at.get(head.head.i)
            if beside is not None and self._agree(beside, phrase):
                return beside
        for child in parts.children(head):
            if child.dep_ == "appos" and child.i > head.i:
                beside = self.cast.at.get(child.i)
                if beside is not None and self._agree(beside, phrase):
                    return beside
        return None

    def _agree(self, figure: Figure, phrase: Phrase) -> bool:
        """Whether number and kind of a description do not speak against the figure."""
        kind = nouns.type_of(self.doc[phrase.head])
        if phrase.is_plural(self.doc) and not figure.plural:
            return False
        human = figure.type in _PEOPLE
        return kind == "none" or human == (kind in _PEOPLE) or figure.unsure

    def _same_noun(self, phrase: Phrase, noun: str) -> Figure | None:
        """What was called so before, if nothing that is said of it now is new."""
        doc = self.doc
        own = phrase.modifiers(doc)
        owner = self._owner(phrase)
        plural = phrase.is_plural(doc)
        bare = not phrase.is_definite(doc)
        for figure, known in reversed(self.called[noun][-_MOST_COMPARED:]):
            if figure.plural != plural and not any(k == "name" for k in figure.mentions.values()):
                continue
            if plural and not figure.plural:
                continue
            if bare and (own != known or not own):
                continue
            other = self.owners.get(id(figure))
            if owner is not None and other is not None and owner is not other:
                continue
            if own <= known or (
                owner is not None and owner is other and not own - known - nouns.ALIKE
            ):
                return figure
        return None

    def _owner(self, phrase: Phrase) -> Figure | None:
        token = phrase.owner(self.doc)
        if token is None:
            return None
        return self.of_head.get(token.i) or self.cast.at.get(token.i)

    def _by_class(self, phrase: Phrase, noun: str) -> Figure | None:
        """What a noun for its kind means: "the company", "the country", "the device", "the man"."""
        doc, at = self.doc, phrase.start
        told = phrase.modifiers(doc) - nouns.ALIKE
        if phrase.is_plural(doc) or phrase.owner(doc) is not None or len(told) > 1:
            return None
        if noun in nouns.ANY_BODY:
            return self.memory.best(at, _is_company)
        if noun in nouns.ANY_PLACE:
            return self.memory.best(at, lambda s: s.figure.type == "place" and not s.plural)
        if noun in nouns.ANY_THING:
            return self.memory.best(at, lambda s: _is_named_thing(s.figure) and not s.plural)
        if noun in nouns.ANYONE:
            return self._person(at, noun_gender(noun))
        holders = [f for f in self.cast.holders(noun) if not f.plural and f.type in _PEOPLE]
        before = [f for f in holders if f.places and f.places[0] < at]
        return max(before, key=lambda f: f.places[0], default=None) if before else None

    def _in_headline(self, phrase: Phrase) -> None:
        """A headline speaks of whom the text names; what it describes can't be told so surely."""
        figure = self.cast.at.get(phrase.head) or self._thing(phrase)
        if figure is None:
            return
        self._mention(figure, phrase.start, phrase.end, "name")
        if phrase.head in self.cast.at:
            self._titles(phrase, figure)

    # What is noted of a mention.

    def _see(self, phrase: Phrase, figure: Figure) -> None:
        doc = self.doc
        self.of_head[phrase.head] = figure
        plural = phrase.is_plural(doc) or doc[phrase.head].lower_ in {"they", "them", "their"}
        self.memory.add(Seen(at=phrase.head, figure=figure, plural=plural or figure.plural))
        if phrase.kind != "noun":
            self._mention(figure, phrase.start, phrase.end, "pronoun")
            return
        owner = self._owner(phrase)
        if owner is not None:
            self.owners.setdefault(id(figure), owner)
        named = phrase.head in self.cast.at
        if named:
            self._titles(phrase, figure)
        elif phrase.head in self.titled:
            return  # the title with all that belongs to it is a mention already
        self._mention(figure, phrase.start, phrase.end, "name" if named else "nominal")
        for child in parts.children(doc[phrase.head]):
            if child.i in self.titled or child.i < phrase.head:
                continue
            if child.dep_ == "appos" and self._beside(child, figure):
                self._mention(figure, phrase.start, child.i + 1, "name" if named else "nominal")

    def _beside(self, child: Token, figure: Figure) -> bool:
        return self.cast.at.get(child.i) is figure or child.pos_ == "NOUN"

    def _titles(self, phrase: Phrase, figure: Figure) -> None:
        """ "Acme chief executive" in "Acme chief executive Ann Gray" speaks of her too."""
        start = phrase.head
        while start > phrase.start and self.cast.at.get(start - 1) is figure:
            start -= 1
        before = start
        while before > phrase.start and self.doc[before - 1].is_punct:
            before -= 1
        if before > phrase.start and self.doc[before - 1].pos_ == "NOUN":
            self._mention(figure, phrase.start, before, "nominal")
        if figure.type != "person":
            return
        for title in find_titles(self.doc, start, phrase.head + 1):
            first, last = title.whole
            begin = title.start
            if begin > phrase.head + 1 and self.doc[begin - 1].pos_ == "DET":
                begin -= 1
            self.titled.update(range(begin, title.end))
            self._mention(figure, begin, title.end, "nominal")
            self._mention(figure, first, last, "name")

    def _mention(self, figure: Figure, start: int, end: int, kind: MentionKind) -> None:
        span = (self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1]))
        anchor: Span | None = self._anchors.get(id(figure))
        if anchor is not None and span < anchor:
            return  # the first mention of somebody unnamed is part of his identifier
        self.cast.mention(figure, start, end, kind)


def _is_common(figure: Figure, common: set[str]) -> bool:
    """Whether what was taken for a name is a title or a common word with a capital: "Order"."""
    return all(
        words[-1] in lexicon.OFFICES or all(word in common for word in words)
        for words in (name.casefold().split() for name in figure.names)
    )


def _is_it(seen: Seen) -> bool:
    return seen.figure.type not in _PEOPLE and not seen.plural and not seen.figure.plural


def _is_they(seen: Seen) -> bool:
    return seen.plural or seen.figure.plural or seen.figure.type == "organization"


def _is_company(seen: Seen) -> bool:
    figure = seen.figure
    if figure.type != "organization" or figure.plural or figure.described:
        return False
    words = [name.casefold().split() for name in figure.names]
    if any(is_model(word) for name in words for word in name):
        return False
    return not {name[-1] for name in words} & nouns.NO_COMPANY


def _is_named_thing(figure: Figure) -> bool:
    named = any(kind == "name" for kind in figure.mentions.values())
    return named and (figure.type == "none" or figure.unsure) and not figure.plural
