"""Who and what an article speaks of: names joined into entities, with their roles.

A ``Cast`` is filled while an article is read, and read off once at its end. It is the only thing
in the extractor that changes under the reader's hands.
"""

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from spacy.tokens import Doc

from kgraph import ids
from kgraph.extract import lexicon
from kgraph.extract.fullnames import is_overlong, same_person, surname_of
from kgraph.extract.gendered import Gender, given_gender, noun_gender, title_gender
from kgraph.extract.names import Name, find_names
from kgraph.extract.persons import told_gender, with_people
from kgraph.extract.roles import Title, find_titles, is_office
from kgraph.extract.shapes import with_shapes
from kgraph.extract.spelling import is_misspelt
from kgraph.model import Article, Entity, EntityType, Mention, Role, Span

MentionKind: TypeAlias = Literal["name", "nominal", "pronoun"]

_ARMED = frozenset({"captain", "colonel", "corporal", "general", "lieutenant", "major", "sergeant"})
_LESSER = frozenset({"vice", "deputy", "assistant"})
_MOST_COMPARED = 40
"""Entities of one surname or one beginning that a name is compared with: keeps time linear."""


@dataclass(slots=True, kw_only=True, eq=False)
class Figure:
    """An entity in the making.

    Attributes:
        names: Its names as written and how often, in order of appearance; for a description
            ("a senior official") the description.
        places: Tokens at which it is mentioned, ascending.
        offices: Lower-case nouns by which the article may call it ("spokesman", "the official").
        modifiers: Lower-case words of its titles and description.
        marks: Those of them that are written with a capital ("Democratic"): they tell apart.
        plain: Whether an office of its is neither of a deputy nor of a vice.
        plural: Whether it is several people.
        described: Whether it has no name and is known by where it is first spoken of.
    """

    type: EntityType
    unsure: bool = False
    names: Counter[str] = field(default_factory=Counter)
    mentions: dict[Span, MentionKind] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    plain: bool = False
    gender: Gender = ""
    plural: bool = False
    cited: bool = False
    described: bool = False
    members: tuple["Figure", ...] = ()

    @property
    def name(self) -> str:
        """The fullest name: most words, then not in capitals, then most frequent, then first."""
        return max(
            (n for n in self.names if not is_overlong(n, self.names)),
            key=lambda n: (len(n.split()), not (n.isupper() and len(n) > 4), self.names[n]),
            default="",
        )


class Cast:
    """The entities of one article, by the tokens that mention them."""

    def __init__(self, doc: Doc, article: Article) -> None:
        self.doc = doc
        self.article = article
        self.figures: list[Figure] = []
        self.at: dict[int, Figure] = {}
        self.names: list[Name] = []
        self._by_surname: dict[str, list[Figure]] = defaultdict(list)
        self._by_first: dict[str, list[Figure]] = defaultdict(list)
        self._by_start: dict[str, list[Figure]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], Figure] = {}
        self._by_last_word: dict[str, Figure] = {}
        self._bodies: dict[str, list[Figure]] = defaultdict(list)
        self._holders: dict[str, list[Figure]] = defaultdict(list)

    def add(self, figure: Figure) -> Figure:
        """The figure belongs to the cast."""
        self.figures.append(figure)
        return figure

    def mention(self, figure: Figure, start: int, end: int, kind: MentionKind) -> None:
        """Tokens ``start`` to ``end`` (exclusive) stand for the figure."""
        last = self.doc[end - 1]
        figure.mentions.setdefault((self.doc[start].idx, last.idx + len(last)), kind)
        insort(figure.places, start)

    def forward(self, gone: Mapping[int, Figure]) -> None:
        """What stood for a figure stands for the one that took its place; keys are their ``id``."""

        def now(figure: Figure) -> Figure:
            while id(figure) in gone:
                figure = gone[id(figure)]
            return figure

        self.figures = [figure for figure in self.figures if id(figure) not in gone]
        self.at = {i: now(figure) for i, figure in self.at.items()}
        self._by_name = {key: now(figure) for key, figure in self._by_name.items()}
        self._by_last_word = {word: now(figure) for word, figure in self._by_last_word.items()}
        for index in (self._bodies, self._holders):
            for word, figures in index.items():
                index[word] = list({id(f): f for f in map(now, figures)}.values())

    def called(self, name: str, kind: EntityType) -> Figure | None:
        """The figure of that type that goes by that name, upper or lower case."""
        return self._by_name.get((kind, name.casefold()))

    def named(self, text: str, kind: EntityType, *, unsure: bool = False) -> Figure:
        """The figure of that name and type, made if there is none yet."""
        figure = self.called(text, kind)
        if figure is None:
            figure = self.add(Figure(type=kind, unsure=unsure))
            self._by_name[kind, text.casefold()] = figure
            words = text.casefold().split()
            if kind == "organization" and len(words) > 1:
                self._by_last_word.setdefault(words[-1], figure)
            if kind in ("organization", "place"):
                for word in dict.fromkeys(words):
                    self._bodies[word].append(figure)
        figure.unsure &= unsure
        figure.names[text] += 1
        return figure

    def entity_id(self, figure: Figure) -> str:
        """The id that the figure has as an entity."""
        parts = [self.article.id, "entity", figure.type, figure.name]
        if figure.type == "anonymous" or figure.described:
            start, end = min(figure.mentions, default=(0, 0))
            parts += [str(start), str(end)]
        return ids.digest(*parts)

    def entities(self) -> tuple[Entity, ...]:
        """The figures that the article names or cites, in order of appearance."""
        found: dict[str, Entity] = {}
        for figure in self.figures:
            if not figure.names or (figure.unsure and not figure.cited):
                continue
            made = self._entity(figure)
            found[made.id] = _merged(found[made.id], made) if made.id in found else made
        return tuple(sorted(found.values(), key=_first_place))

    def _entity(self, figure: Figure) -> Entity:
        name = figure.name
        mentions = sorted(figure.mentions.items())
        return Entity(
            id=self.entity_id(figure),
            name=name,
            type=figure.type,
            names=tuple(sorted(set(figure.names) - {name})),
            mentions=tuple(Mention(start=s, end=e, kind=kind) for (s, e), kind in mentions),
            roles=tuple(dict.fromkeys(figure.roles)),
        )

    # Joining names. What is written here decides who is who inside an article.

    def add_names(self, names: Iterable[Name]) -> None:
        """Every name stands for a figure; full names of people are read before surnames."""
        self.names = list(names)
        people = [n for n in self.names if n.type == "person"]
        known: dict[Name, Figure] = {}
        for name in people:
            if len(name.words) > 1:
                known[name] = self._full_name(name)
        for name in self.names:
            if name.type != "person":
                figure = self._other(name)
            elif name in known:
                figure = known[name]
            else:
                figure = self._surname(name)
                known[name] = figure
            for i in range(name.start, name.end):
                self.at[i] = figure
            self.mention(figure, name.start, name.end, "name")
            if figure.type == "person":
                self._learn(figure, name)

    def _full_name(self, name: Name) -> Figure:
        words = name.words
        surname, first = surname_of(words), words[0].casefold()
        same = self._by_surname[surname][:_MOST_COMPARED]
        near = self._by_first[first][:_MOST_COMPARED]
        for figure in same:
            if any(same_person(words, tuple(n.split())) for n in figure.names):
                break
        else:
            for figure in near:
                if any(same_person(words, tuple(n.split())) for n in figure.names):
                    break
            else:
                told = given_gender(first) or told_gender(self.doc, name)
                figure = self.add(Figure(type="person", gender=told))
        for key in {surname, *(w.casefold() for w in words[1:])}:
            if figure not in self._by_surname[key]:
                self._by_surname[key].append(figure)
        if figure not in self._by_first[first]:
            self._by_first[first].append(figure)
        if figure not in self._by_start[surname[:3]]:
            self._by_start[surname[:3]].append(figure)
        figure.names[name.text] += 1
        return figure

    def _surname(self, name: Name) -> Figure:
        """The person whom a single name means: its bearer, the nearest of several, a newcomer."""
        word = name.words[0].casefold()
        found = self._by_surname[word] or self._by_first[word]
        if len(found) > 1:
            found = [self._which(name, found)]
        if not found:
            found = [
                figure
                for figure in self._by_start[word[:3]][:_MOST_COMPARED]
                if any(is_misspelt(word, surname_of(tuple(n.split()))) for n in figure.names)
            ]
        gender = title_gender(self.doc, name.start)
        if found and not (gender and found[0].gender and found[0].gender != gender):
            found[0].names[name.text] += 1
            return found[0]
        if found and (spouse := self._spouse(gender)) is not None:
            spouse.names[f"{spouse.name.split()[0]} {name.text}"] += 1
            return spouse
        figure = self.add(Figure(type="person", gender=gender or given_gender(word)))
        figure.names[name.text] += 1
        self._by_surname[word].append(figure)
        self._by_start[word[:3]].append(figure)
        return figure

    def _spouse(self, gender: Gender) -> Figure | None:
        """Who was introduced last, by a first name, as somebody's wife or husband."""
        kin = "wife" if gender == "female" else "husband"
        found = [f for f in self.holders(kin) if f.type == "person" and f.gender in (gender, "")]
        return found[-1] if found and len(found[-1].name.split()) < 3 else None

    def _which(self, name: Name, found: list[Figure]) -> Figure:
        """Of several people of one name, whom the title or the nearness points to."""
        gender = title_gender(self.doc, name.start)
        if gender:
            found = [f for f in found if f.gender in (gender, "")] or found
            found = [f for f in found if f.places] or found
            # Whoever has a rank is not called "Mr".
            found = [f for f in found if not f.offices & _ARMED] or found
            if len(found) > 1 and not all(f.gender for f in found):
                # Where nothing else tells, a first name in "a" is rather a woman's.
                woman = gender == "female"
                found = [f for f in found if f.name.split()[0].endswith("a") == woman] or found
        full = {id(f): sum(n for name, n in f.names.items() if " " in name) for f in found}
        most = max(full.values())
        chief = [f for f in found if full[id(f)] == most]
        # Where one of them is what the article is about, a bare surname means that one.
        if len(chief) == 1 and all(full[id(f)] * 2 <= most for f in found if f is not chief[0]):
            return chief[0]
        before = [f for f in found if f.places]
        return max(before or found[:1], key=lambda f: f.places[-1] if f.places else -1)

    def _other(self, name: Name) -> Figure:
        kind: EntityType = "organization"
        if name.type in ("place", "group"):
            kind = name.type
        figure = (
            self.called(name.text, kind) or self._acronym(name, kind) or self._short(name, kind)
        )
        if figure is None:
            figure = self.named(name.text, kind, unsure=name.type == "unknown")
        else:
            figure.names[name.text] += 1
            figure.unsure &= name.type == "unknown"
        figure.plural |= name.type == "group" and name.text.endswith("s")
        return figure

    def _acronym(self, name: Name, kind: EntityType) -> Figure | None:
        """What "(RDIF)" or "RDIF" is short for, where the long name stands right before it."""
        letters = name.text.replace(".", "")
        if not (2 <= len(letters) <= 8 and letters.isupper() and name.start > 1):
            return None
        if self.doc[name.start - 1].text != "(":
            return None
        figure = self.at.get(name.start - 2)
        if figure is None or figure.type != kind:
            return None
        self._by_name[kind, name.text.casefold()] = figure
        return figure

    def _short(self, name: Name, kind: EntityType) -> Figure | None:
        """What "the Post" is short for, where the article has a New York Post."""
        word = name.text.casefold()
        if kind != "organization" or word not in lexicon.OUTLETS | lexicon.BODIES:
            return None
        if name.start == 0 or self.doc[name.start - 1].lower_ != "the":
            return None
        return self._by_last_word.get(word)

    def _learn(self, figure: Figure, name: Name) -> None:
        """Titles beside the name tell offices and gender."""
        gender = title_gender(self.doc, name.start)
        if gender:
            figure.gender = gender
        for title in find_titles(self.doc, name.start, name.end):
            self._take(figure, title)

    def _take(self, figure: Figure, title: Title) -> None:
        doc = self.doc
        organization = ""
        if title.organization is not None:
            start, end = title.organization
            organization = self._body_called(doc[start:end].text)
        office, (first, last) = doc[title.office].lower_, title.whole
        role = Role(
            title=" ".join(doc[title.start : title.end].text.split()),
            organization=" ".join(organization.split()),
            span=(doc[first].idx, doc[last - 1].idx + len(doc[last - 1])),
        )
        if all(r.title.casefold() != role.title.casefold() for r in figure.roles):
            figure.roles.append(role)
        office = lexicon.WRITTEN_SHORT.get(office, office)
        same = (group for group in lexicon.SAME_OFFICE if office in group)
        self.give_offices(figure, {office, office.rpartition("-")[2]}.union(*same))
        ranks = {t.lower_ for t in doc[title.start : title.office]} & lexicon.RANKS
        figure.plain |= not ranks & _LESSER
        # The head of a president's office is no president.
        words = [t for t in doc[title.start : title.end] if t.i <= title.office or not is_office(t)]
        figure.modifiers |= {t.lower_ for t in words if t.is_alpha}
        figure.marks |= {t.lower_ for t in words if t.is_title and not is_office(t)}
        if not figure.gender:
            figure.gender = noun_gender(office)

    def _body_called(self, text: str) -> str:
        """The full name of "the office" where the article has a European Monitoring Office."""
        word = text.casefold()
        if " " in word or word not in lexicon.BODIES:
            return text
        figure = self.body_with(word)
        return figure.name if figure else text

    def person_called(self, word: str) -> Figure | None:
        """The person of that surname or only name, mentioned last."""
        found = self._by_surname.get(word.casefold()) or self._by_first.get(word.casefold()) or []
        return max(found, key=lambda f: f.places[-1] if f.places else -1, default=None)

    def bodies_with(self, noun: str) -> list[Figure]:
        """The organizations whose name has that noun in it, those met last, at most so many."""
        found = self._bodies[noun][-_MOST_COMPARED:]
        return [f for f in found if f.type == "organization" and not f.unsure]

    def body_with(self, noun: str) -> Figure | None:
        """The organization mentioned last whose name has that noun in it."""
        return max(
            self.bodies_with(noun), key=lambda f: f.places[-1] if f.places else -1, default=None
        )

    def give_offices(self, figure: Figure, nouns: Iterable[str]) -> None:
        """The figure may be called by these nouns."""
        for noun in sorted(set(nouns) - figure.offices):
            figure.offices.add(noun)
            self._holders[noun].append(figure)

    def holders(self, noun: str) -> list[Figure]:
        """Who may be called by that noun, those met last, at most so many."""
        return self._holders[noun][-_MOST_COMPARED:]


def read_cast(doc: Doc, article: Article) -> Cast:
    """The people, organizations and places that the article names, with their roles."""
    cast = Cast(doc, article)
    cast.add_names(with_people(doc, with_shapes(doc, article, find_names(doc, article))))
    return cast


def _first_place(entity: Entity) -> tuple[int, str]:
    return (entity.mentions[0].start if entity.mentions else -1, entity.id)


def _merged(a: Entity, b: Entity) -> Entity:
    return Entity(
        id=a.id,
        name=a.name,
        type=a.type,
        names=tuple(sorted({*a.names, *b.names})),
        mentions=tuple(sorted({*a.mentions, *b.mentions}, key=lambda m: (m.start, m.end))),
        roles=tuple(dict.fromkeys((*a.roles, *b.roles))),
    )
