"""Name forms: what all articles together say under one name of one type.

Whoever is merged is merged by form, not by mention: a name that ten thousand articles use is one
form, with counts. A form is a summary of its number of articles and of a sample of them, the same
whatever their order; both are rough enough to stay as they are when one more article has the name.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from kgraph.model import EntityType
from kgraph.resolve.linking import Links
from kgraph.resolve.named import Named, NameKey
from kgraph.resolve.names import body_name, initials, loosely, person_name, sounded

Key: TypeAlias = tuple[EntityType, str, str]
"""Type and folded name of a form, and what tells it from others of that name, or ""."""

SAMPLE = 32
"""Articles that a form is summed up from: those of lowest rank."""

KEPT = 40
"""Neighbours, aliases, roles and offices that a form keeps: the most frequent ones."""

T = TypeVar("T", str, tuple[bool, str])

_SPELLINGS = 12
_EXACT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One name with one type, and what the articles say of those who bear it.

    Counts are of articles, as ``rounded`` gives them, told from the sample. Texts without a count
    are sorted.

    Attributes:
        link: What tells it from others of its name: what extractors link it to where they don't
            agree, or the country that a generic name is of.
        known: What extractors or else a gazetteer link it to, or "".
        spelt: Spellings with the number of entities that have them, the commonest first.
        aliases: Folded names by which articles call the same entity.
        roles: Words of the titles that they give it.
        bodies: Folded names of what its offices belong to.
        neighbours: Folded names of those whom the same articles speak of.
        apart: Whether each of a like name that an article has beside it as somebody else is a
            person, its folded name, and the articles.
        dated: Title, body, and first and last month of each office that belongs to a body.
        first: Month of the first article of the sample, ``last`` of the last one; "" where none is
            dated.
    """

    type: EntityType
    folded: str
    link: str = ""
    known: str = ""
    articles: int = 0
    spelt: tuple[tuple[str, int], ...] = ()
    aliases: tuple[tuple[str, int], ...] = ()
    roles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    apart: tuple[tuple[bool, str, int], ...] = ()
    dated: tuple[tuple[str, str, str, str], ...] = ()
    first: str = ""
    last: str = ""

    def __hash__(self) -> int:
        """By what tells it from others: as a key of what is remembered it is looked up often."""
        return hash((self.type, self.folded, self.link))

    @property
    def key(self) -> str:
        """What tells it from other forms, and names the actor that it is alone."""
        return form_id((self.type, self.folded, self.link))

    @property
    def name(self) -> str:
        """The commonest spelling; of equals, the first in the alphabet."""
        return self.spelt[0][0]

    @property
    def rank(self) -> str:
        """The most frequent of a block come first."""
        return f"{10**9 - self.articles:010}\x1f{self.key}"


def form_id(key: Key) -> str:
    """The key as one text.

    >>> form_id(("person", "ana ilieva", ""))
    'form person ana ilieva'
    """
    return f"form {' '.join(key).rstrip()}"


def several_links(keys: Iterable[NameKey], *, is_outlet: bool) -> frozenset[EntityType]:
    """The types under which extractors link a name to more than one thing.

    Args:
        keys: All that articles have of one name.
        is_outlet: Whether the name is an outlet's, or an agency's that articles credit.
    """
    links: defaultdict[EntityType, set[str]] = defaultdict(set)
    for kind, _, link, _ in keys:
        if link:
            links[_type(kind, is_outlet=is_outlet)].add(link)
    return frozenset(kind for kind, found in links.items() if len(found) > 1)


def form_key(key: NameKey, *, is_outlet: bool, several: Collection[EntityType]) -> Key:
    """The form that an article's name is counted in.

    Args:
        key: What the article has.
        is_outlet: Whether the name is an outlet's; a language model takes a wire agency for a person
            now and then.
        several: What ``several_links`` tells of the name.
    """
    kind, folded, link, country = key
    kind = _type(kind, is_outlet=is_outlet)
    apart = link if kind in several else ""
    return (kind, folded, apart or ("" if kind == "person" else country))


def forms_of(
    sample: Iterable[Named], counts: Mapping[NameKey, int], links: Links, *, is_outlet: bool
) -> tuple[Form, ...]:
    """The forms of one name, sorted by key.

    Args:
        sample: Of each key of ``counts`` the ``SAMPLE`` records of lowest rank, or all.
        counts: How many articles have the name, by all its keys.
        links: What gazetteers know.
        is_outlet: Whether any article is of, or credits, an outlet of that name.
    """
    several = several_links(counts, is_outlet=is_outlet)
    articles: Counter[Key] = Counter()
    linked: defaultdict[Key, set[str]] = defaultdict(set)
    for key, count in counts.items():
        whole = form_key(key, is_outlet=is_outlet, several=several)
        articles[whole] += count
        linked[whole] |= {key[2]} - {""}
    found: defaultdict[Key, list[Named]] = defaultdict(list)
    for one in sample:
        found[form_key(one.key, is_outlet=is_outlet, several=several)].append(one)
    made = []
    for whole in sorted(found):
        kept = sorted(found[whole], key=lambda one: one.rank)[:SAMPLE]
        form = _form(whole, kept, articles[whole])
        # What extractors agreed on is surer than a name; where they don't agree, the form has a link.
        link = min(linked[whole], default="") or links.of(*whole[:2], form.first, form.last)
        made.append(replace(form, known=link))
    return tuple(made)


def rounded(count: int) -> int:
    """The number to two significant bits, up to 16 as it is: one more seldom changes it.

    >>> [rounded(n) for n in (7, 16, 23, 24, 1000)]
    [7, 16, 16, 24, 768]
    """
    if count <= _EXACT:
        return count
    bits = count.bit_length() - 2
    return count >> bits << bits


def blocks(form: Form) -> tuple[str, ...]:
    """The keys under which a form is looked for; forms without a common one are never compared."""
    keys = {f"name {form.folded}"}
    if form.known:
        keys.add(f"link {form.known}")
    for name in (form.folded, *(alias for alias, _ in form.aliases)):
        if form.type == "person":
            keys.add(f"surname {loosely(person_name(name).surname)}")
        else:
            words = body_name(name)
            keys.add("body " + " ".join(loosely(word) for word in words))
            keys |= {f"body {loosely(letters)}" for letters in initials(words)}
    own = person_name(form.folded)
    if form.type == "person" and own.given:
        # Where a surname has more bearers than are compared, its rare ones still meet here. Bare
        # surnames must not: among a few bearers one would look like the only one.
        surname = loosely(own.surname)
        keys.add(f"initial {sounded(own.first)[:1]} {surname}")
        if len(own.first) > 1:
            keys.add(f"full {loosely(own.first)} {surname}")
    return tuple(sorted(keys))


def _type(kind: EntityType, *, is_outlet: bool) -> EntityType:
    return "organization" if is_outlet else kind


def _form(key: Key, sample: Sequence[Named], articles: int) -> Form:
    """The summary of the records of one form."""
    kind, folded, link = key
    about = rounded(articles)

    def counted(values: Iterable[T]) -> list[tuple[T, int]]:
        """The most frequent, each with how many of all articles may have it."""
        counts = Counter(values)
        kept = sorted(counts, key=lambda one: (-counts[one], one))[:KEPT]
        return [(one, rounded(max(1, counts[one] * about // len(sample)))) for one in kept]

    def frequent(values: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(value for value, _ in counted(values)))

    months = sorted(one.month for one in sample if one.month)
    first, last = (months[0], months[-1]) if months else ("", "")
    spelt = counted(name for one in sample for name, count in one.spelt for _ in range(count))
    return Form(
        type=kind,
        folded=folded,
        link=link,
        articles=about,
        spelt=tuple(spelt[:_SPELLINGS]),
        aliases=tuple(sorted(counted(name for one in sample for name in one.aliases))),
        roles=frequent(word for one in sample for word in one.roles),
        bodies=frequent(body for one in sample for _, body in one.offices if body),
        neighbours=frequent(name for one in sample for name in one.neighbours),
        apart=tuple(
            sorted(
                (*other, count) for other, count in counted(o for one in sample for o in one.apart)
            )
        ),
        dated=_dated(sample),
        first=first,
        last=last,
    )


def _dated(sample: Iterable[Named]) -> tuple[tuple[str, str, str, str], ...]:
    """First and last month of the commonest offices that belong to a body."""
    months: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in sample:
        for title, body in one.offices:
            if body and one.month:
                months[title, body].append(one.month)
    kept = sorted(months, key=lambda office: (-len(months[office]), office))[:KEPT]
    return tuple(
        (title, body, min(months[title, body]), max(months[title, body]))
        for title, body in sorted(kept)
    )
