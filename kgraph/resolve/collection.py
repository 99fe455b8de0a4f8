"""All that is derived from a collection, kept up to date as articles come and go.

    articles ──▶ copies ──▶ actors ──▶ statements ──▶ wordings ──▶ claims ──▶ relations
                       └──▶ stories ──▶ events      └──▶ told again ─┘

Each stage looks only at what the one before changed, and is a function of what is there, never of
how it came: any order and any sharding of the articles gives the same.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kgraph import ids
from kgraph.model import (
    Decision,
    Derived,
    Edge,
    Extraction,
    Shortcut,
)
from kgraph.resolve.assembling import assembled
from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.corrections import corrections
from kgraph.resolve.exchanges import exchanges
from kgraph.resolve.keeping import Kept
from kgraph.resolve.linking import Links
from kgraph.resolve.records import Taken
from kgraph.resolve.sayings import Saying, sayings_of
from kgraph.resolve.shortcuts import DONE_TO_SOMEONE
from kgraph.resolve.stages_actors import Actors
from kgraph.resolve.stages_claims import Claims
from kgraph.resolve.stages_copies import Copies
from kgraph.resolve.stages_events import Events
from kgraph.resolve.things import Changes, Things

FORMAT = 27
"""Changes with what is kept in the file, or how it is derived."""


class Collection:
    """The articles that are taken up, and all that is derived from them.

    Args:
        file: Where it is kept, or ":memory:"; it holds nothing that can't be made anew.
    """

    def __init__(self, file: Path | str) -> None:
        self.blocks = Blocks(file, FORMAT)
        self.forget()

    def forget(self) -> None:
        """Nothing is remembered of what the file held before."""
        self._things = Things(self.blocks)
        self._taken = Table(self.blocks, Taken)
        self._kept = Kept(self.blocks)
        self._copies = Copies(self.blocks, self._things)
        self._actors = Actors(self.blocks, self._things)
        self._claims = Claims(self.blocks, self._things)
        self._events = Events(self.blocks, self._things)

    def close(self) -> None:
        """Lets go of the file; what was not committed is gone."""
        self.blocks.close()

    @property
    def state(self) -> str:
        """The digest of the set of articles that are taken up."""
        return self.blocks.fact("state") or _EMPTY

    def derived(self) -> Derived:
        """All that is derived, each kind in the order of its ids."""
        return assembled(self._things.all())

    def update(
        self,
        come: Sequence[Extraction],
        gone: Iterable[str],
        *,
        links: Links,
        decisions: Sequence[Decision] = (),
        article_of: Callable[[str], str] = lambda _: "",
        versions_before: Callable[[str], Iterable[Extraction]] = lambda _: (),
    ) -> Changes:
        """Takes articles up and lets others go; within the transaction of the caller.

        Args:
            come: Articles that are new or extracted anew.
            gone: IRIs of articles that are there no longer.
            links: What gazetteers know; the same as long as articles are there.
            decisions: Those that stand.
            article_of: Gives the IRI of the article of an entity that a decision names, or "".
            versions_before: Gives the versions that an article revises.
        """
        coming = {extraction.article.iri: extraction for extraction in come}
        going = [iri for iri in gone if iri not in coming and self._taken.get(iri)]
        self._copies.update(come, going)
        touched = self._actors.update(
            come,
            going,
            copies_of=self._copies_of,
            regrouped=[iri for iri in self._copies.groups.changed if iri not in going],
            links=links,
            decisions=decisions,
            article_of=article_of,
        )
        articles = sorted({*coming, *self._copies.groups.changed, *touched}.difference(going))
        old: list[str] = []
        new: list[Saying] = []
        for iri in going:
            old += self._leave(iri)
        for iri in articles:
            before = self._taken.get(iri)
            if before is None and iri not in coming:
                continue
            old += before.statements if before else ()
            new += self._tell(coming.get(iri) or self._kept.get(iri))
        for iri in sorted({*coming, *self._copies.groups.changed}.difference(going)):
            if iri in coming or self._taken.get(iri):
                extraction = coming.get(iri) or self._kept.get(iri)
                self._events.tell(extraction, self._copied_from(iri))
        moved = self._events.update(going)
        for extraction in come:
            self._take(extraction)
            iri = extraction.article.iri
            self._things.put(f"exchanges {iri}", exchanges(extraction))
            revised = versions_before(iri)
            self._things.put(
                f"versions {iri}",
                (link for old in revised for link in corrections(extraction, old)),
            )
        self._claims.update(
            old,
            new,
            come=come,
            gone=going,
            read=self._kept.get,
            decisions=decisions,
            stories=self._events,
            moved=moved,
            said_in=self._said_in,
        )
        self._copies.groups.forget_changes()
        return self._things.changes()

    def _copies_of(self, iri: str) -> str:
        group = self._copies.groups.get(iri)
        return group.id if group else ""

    def _copied_from(self, iri: str) -> str:
        group = self._copies.groups.get(iri)
        return group.original if group and group.original != iri else ""

    def _said_in(self, iri: str) -> Sequence[str]:
        taken = self._taken.get(iri)
        return taken.statements if taken else ()

    def _tell(self, extraction: Extraction) -> Sequence[Saying]:
        """What the article says, now that it is known who its entities are."""
        article = extraction.article
        actor_of = self._actors.of(article.iri)
        self._things.put(
            f"denoted {article.iri}",
            (
                Edge(start=entity, relation="denotes", end=ids.local("actor", actor))
                for entity, actor in sorted(actor_of.items())
            ),
        )
        said = sayings_of(extraction, actor_of, self._copies.groups.get(article.iri))
        self._things.put(f"addressed {article.iri}", (s for one in said for s in _addressed(one)))
        return said

    def _take(self, extraction: Extraction) -> None:
        digest = ids.digest("extraction", repr(extraction))
        before = self._taken.get(extraction.article.iri)
        self._kept.put(extraction)
        self._taken.put(
            extraction.article.iri,
            Taken(digest=digest, statements=tuple(s.iri for s in extraction.statements)),
        )
        if before is None or before.digest != digest:
            self._state(extraction.article.iri, before.digest if before else "", digest)

    def _leave(self, iri: str) -> tuple[str, ...]:
        before = self._taken.drop(iri)
        assert before is not None
        self._kept.drop(iri)
        self._state(iri, before.digest, "")
        for owner in ("denoted", "addressed", "versions", "exchanges"):
            self._things.put(f"{owner} {iri}")
        return before.statements

    def _state(self, iri: str, old: str, new: str) -> None:
        """The digest of the set is a sum of those of its members: the order doesn't count."""
        state = int(self.state, 16)
        for digest, sign in ((old, -1), (new, 1)):
            if digest:
                state += sign * int(ids.digest("taken", iri, digest), 16)
        self.blocks.set_fact("state", f"{state % 2**128:032x}")


_EMPTY = f"{0:032x}"


def _addressed(saying: Saying) -> Iterable[Shortcut]:
    """Direct edges from who speaks to whom he does something by it."""
    if saying.actor and saying.act in DONE_TO_SOMEONE:
        for one in dict.fromkeys(saying.addressees):
            yield Shortcut(
                start=ids.local("actor", saying.actor),
                act=saying.act,
                end=ids.local("actor", one),
                statements=(saying.iri,),
            )
