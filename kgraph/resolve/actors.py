"""Who is one person, organization or other source across articles.

Named entities are merged by name form (``forms``, ``likeness``, ``merging``). Sources that are only
described ("residents", "the ministry") are one only among copies of one text; anonymous ones stay
apart, one actor for each article's entity. A person's decisions win.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kgraph import ids
from kgraph.model import (
    Actor,
    CopyGroup,
    Decision,
    Doubt,
    Entity,
    EntityType,
    Extraction,
)
from kgraph.resolve.forms import Form, Key, collect
from kgraph.resolve.generic import is_office
from kgraph.resolve.linking import Known, Links, is_wikidata
from kgraph.resolve.merging import Merged, compare, constraints, merge
from kgraph.resolve.text import fold_name

_UNNAMED = "anonymous"
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """The actors of a collection and the pairs of them that a person should look at."""

    actors: tuple[Actor, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """What is merged as a whole: a name form, a description in one text, or a single entity.

    Attributes:
        form: The form that it is, or is taken out of; None for what has no name.
        name: What it is called, ``type`` what it is.
    """

    key: str
    name: str
    type: EntityType
    members: tuple[str, ...]
    form: Form | None = None
    link: str = ""


def find_actors(
    extractions: Iterable[Extraction],
    groups: Iterable[CopyGroup] = (),
    *,
    known: Iterable[Known] = (),
    decisions: Iterable[Decision] = (),
) -> tuple[Actor, ...]:
    """The actors as ``who_is_who`` finds them, sorted by id."""
    return who_is_who(extractions, groups, known=known, decisions=decisions).actors


def who_is_who(
    extractions: Iterable[Extraction],
    groups: Iterable[CopyGroup] = (),
    *,
    known: Iterable[Known] = (),
    decisions: Iterable[Decision] = (),
) -> Who:
    """One actor for each person, body or other source; every entity is of exactly one.

    Args:
        extractions: The articles whose entities to join.
        groups: Which of the articles are copies of one text.
        known: Entries of gazetteers to link names to.
        decisions: What a person decided of two entities or actors.
    """
    extractions = tuple(extractions)
    decisions = tuple(decisions)
    named, unnamed = _sorted_out(extractions)
    table = Links(known)
    forms = collect(named, table.governments())
    links = {form.key: _link(form, table) for form in forms}
    units = [*_of_forms(forms, links), *_of_unnamed(unnamed, groups)]
    likely = [
        (_key(one.a), _key(one.b), one.score, one.reasons)
        for one in compare(forms, {key: link for key, link in links.items() if link})
    ]
    merged = merge((unit.key for unit in units), likely)
    who = _who(units, merged)
    if not decisions:
        return who
    units, likely = _loosened(units, likely, decisions, who.actors)
    same, apart = constraints(decisions, _units_of(units, who.actors))
    return _who(units, merge((unit.key for unit in units), likely, same, apart))


def outlet_names(extractions: Iterable[Extraction]) -> frozenset[str]:
    """The folded names of all outlets and of all wire agencies that articles credit."""
    return frozenset(
        folded
        for extraction in extractions
        for name in (extraction.article.outlet, *extraction.article.credits)
        if (folded := fold_name(name))
    )


def is_named(entity: Entity) -> bool:
    """Whether the entity has a name of its own; descriptions of sources have none.

    >>> [is_named(Entity(id="", type="group", name=n)) for n in ("residents", "the Greens")]
    [False, True]
    """
    folded = fold_name(entity.name)
    if entity.type == _UNNAMED or not folded or (entity.type == "person" and is_office(folded)):
        return False
    if any(mention.kind == "name" for mention in entity.mentions):
        return True
    if entity.type == "none":
        return False
    words = entity.name.split()
    if words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    # A capital at the start says nothing about a description that begins a sentence.
    tail = words if not entity.mentions else words[1:]
    return any(word[0].isupper() for word in tail)


_Named = list[tuple[Extraction, list[tuple[Entity, EntityType]]]]


def _sorted_out(
    extractions: Sequence[Extraction],
) -> tuple[_Named, list[tuple[Extraction, Entity]]]:
    """The named entities by article with the type that they count as, and the others."""
    outlets = outlet_names(extractions)
    named: _Named = []
    unnamed = []
    for extraction in extractions:
        kept: list[tuple[Entity, EntityType]] = []
        for entity in extraction.entities:
            if is_named(entity):
                # A language model takes a wire agency for a person now and then.
                outlet = fold_name(entity.name) in outlets
                kept.append((entity, "organization" if outlet else entity.type))
            else:
                unnamed.append((extraction, entity))
        named.append((extraction, kept))
    return named, unnamed


def _link(form: Form, table: Links) -> str:
    """What a gazetteer knows the form as; what extractors agreed on is surer."""
    if len(form.wikidata) == 1:
        return next(iter(form.wikidata))
    return "" if form.wikidata else table.of(form)


def _key(key: Key) -> str:
    return f"form {' '.join(key).rstrip()}"


def _of_forms(forms: Iterable[Form], links: Mapping[Key, str]) -> list[_Unit]:
    return [
        _Unit(
            key=_key(form.key),
            name=form.name,
            type=form.type,
            members=tuple(form.members),
            form=form,
            link=links[form.key],
        )
        for form in forms
    ]


def _of_unnamed(
    unnamed: Iterable[tuple[Extraction, Entity]], groups: Iterable[CopyGroup]
) -> list[_Unit]:
    """One unit for each entity without a name; copies of one text have theirs in common."""
    text_of = {article: group.id for group in groups for article in group.articles}
    found: defaultdict[str, list[Entity]] = defaultdict(list)
    for extraction, entity in unnamed:
        text = text_of.get(extraction.article.iri, "")
        folded = fold_name(entity.name)
        shared = folded and text and entity.type not in (_UNNAMED, "none")
        found[f"text {text} {entity.type} {folded}" if shared else f"entity {entity.iri}"].append(
            entity
        )
    return [
        _Unit(
            key=key,
            name=min(entity.name for entity in entities),
            type=entities[0].type,
            members=tuple(sorted({entity.iri for entity in entities})),
            link=max(entity.wikidata for entity in entities),
        )
        for key, entities in found.items()
    ]


_SAME_NAME = ("same name",)
_Pair = tuple[str, str, float, tuple[str, ...]]


def _loosened(
    units: Sequence[_Unit],
    likely: Sequence[_Pair],
    decisions: Iterable[Decision],
    actors: Iterable[Actor],
) -> tuple[list[_Unit], list[_Pair]]:
    """The units with the single entities taken out that a person decided on.

    That is where both are entities, or the one is what the other was merged into. Each is tied to
    the rest of its form as by the same name, which a decision overrules.
    """
    home = {iri: actor.iri for actor in actors for iri in actor.members}
    pairs = [(d.a, d.b) for d in decisions] + [(d.b, d.a) for d in decisions]
    named = {a for a, b in pairs if a in home and (b in home or home[a] == b)}
    made: list[_Unit] = []
    ties = list(likely)
    for unit in units:
        out = [iri for iri in unit.members if iri in named]
        if not out or len(unit.members) == 1:
            made.append(unit)
            continue
        rest = tuple(iri for iri in unit.members if iri not in named)
        first = replace(unit, members=rest or tuple(out[:1]))
        made.append(first)
        for iri in out if rest else out[1:]:
            alone = replace(unit, key=f"entity {iri}", members=(iri,))
            made.append(alone)
            ties.append((first.key, alone.key, 9.0, _SAME_NAME))
    return made, ties


def _units_of(units: Iterable[_Unit], actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    """The units that the IRIs of entities and actors stand for.

    An actor that rules have joined with another since it was decided on still stands for its unit.
    """
    units = tuple(units)
    unit_of = {iri: unit.key for unit in units for iri in unit.members}
    found: dict[str, tuple[str, ...]] = {iri: (key,) for iri, key in unit_of.items()}
    for actor in actors:
        found[actor.iri] = tuple(sorted({unit_of[iri] for iri in actor.members}))
    for unit in units:
        found.setdefault(ids.local("actor", _id([unit], "")), (unit.key,))
    return found


def _who(units: Iterable[_Unit], merged: Merged) -> Who:
    by_key = {unit.key: unit for unit in units}
    actor_of: dict[str, Actor] = {}
    linked = Counter(
        link for group in merged.groups for link in {by_key[key].link for key in group}
    )
    for group in merged.groups:
        parts = [by_key[key] for key in group]
        joined = merged.joined.get(group[0], ())
        reasons = tuple(
            f"{by_key[a].name} = {by_key[b].name}: {', '.join(why)} ({score:.1f})"
            for a, b, score, why in joined
            if why != _SAME_NAME
        )
        links = {unit.link for unit in parts if unit.link}
        link = next(iter(links)) if len(links) == 1 else ""
        # Where a person parted what one link joins, the link names neither.
        actor = _actor(parts, link, _id(parts, link if linked[link] == 1 else ""), reasons)
        actor_of.update(dict.fromkeys(group, actor))
    doubts: dict[tuple[str, str], Doubt] = {}
    for a, b, score, why in merged.doubts:
        one, other = sorted((actor_of[a].iri, actor_of[b].iri))
        if (one, other) not in doubts:  # they come with the likeliest first
            doubts[one, other] = Doubt(a=one, b=other, score=score, reasons=why)
    actors = {actor.id: actor for actor in actor_of.values()}
    return Who(
        actors=tuple(actors[key] for key in sorted(actors)),
        doubts=tuple(sorted(doubts.values(), key=lambda d: (-d.score, d.a, d.b))),
    )


def _actor(parts: Sequence[_Unit], link: str, digest: str, reasons: tuple[str, ...]) -> Actor:
    """The actor of some units: called by the fullest name that is common, typed by the many."""
    spelt: Counter[str] = Counter()
    types: Counter[EntityType] = Counter()
    for unit in parts:
        spelt.update(unit.form.spelt if unit.form else {unit.name: 1})
        types[unit.type] += len(unit.members)
    kind = min(types, key=lambda one: (-types[one], one == "none", one))
    return Actor(
        id=digest,
        name=_best_name(spelt, kind),
        type=kind,
        members=tuple(sorted({iri for unit in parts for iri in unit.members})),
        wikidata=link if is_wikidata(link) else "",
        reasons=reasons,
    )


def _best_name(spelt: Counter[str], kind: EntityType) -> str:
    """Of the spellings that are not rare, for people the one of most words, else the commonest."""
    most = max(spelt.values())
    common = [name for name in spelt if spelt[name] * 4 >= most]
    if kind != "person":
        return min(common, key=lambda name: (-spelt[name], name))
    words = max(min(len(name.split()), 3) for name in common)
    full = [name for name in common if min(len(name.split()), 3) == words]
    return min(full, key=lambda name: (-spelt[name], name))


def _id(parts: Sequence[_Unit], link: str) -> str:
    """What names the actor: its link, or its fullest form, whatever joins it later in fewer words."""
    if link:
        return ids.digest("actor", "known", link)
    keys = [unit.key for unit in parts]
    alone = {key: key.startswith("entity ") for key in keys}
    return ids.digest("actor", min(keys, key=lambda key: (alone[key], -len(key.split()), key)))
