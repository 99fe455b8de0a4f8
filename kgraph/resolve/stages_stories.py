"""What articles of one story have to do with one another, kept up to date."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from kgraph.resolve.answers import answers
from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.counting import counted_otherwise
from kgraph.resolve.dividing import READ, RETOLD
from kgraph.resolve.edges import Edges
from kgraph.resolve.judging import read_together
from kgraph.resolve.records import Again
from kgraph.resolve.retold import retold
from kgraph.resolve.sayings import Saying
from kgraph.resolve.things import Things

TOLD_BEFORE = 8
"""Earlier articles of its story that an article's statements are held against, the likeliest."""


class Stories(Protocol):
    """Which articles are of one story."""

    def before(self, iri: str) -> list[str]: ...  # noqa: D102
    def behind(self, iri: str) -> list[str]: ...  # noqa: D102


class WithinStories:
    """Which wordings of one story one speaker has, and who answers or contradicts whom there.

    Args:
        sayings: All statements; their changes are looked at and left as they are.
        ties: Takes the ties between wordings.
        things: Takes the links between statements.
    """

    def __init__(self, blocks: Blocks, sayings: Table[Saying], ties: Edges, things: Things) -> None:
        self._sayings = sayings
        self._ties = ties
        self._things = things
        self._again = Table(blocks, Again)

    def update(
        self,
        come: Iterable[str],
        gone: Iterable[str],
        stories: Stories,
        said_in: Callable[[str], Sequence[str]],
    ) -> None:
        """Ties and links are those of the statements and the stories that are there now.

        Args:
            come: IRIs of the articles that came or changed, or are of one story with others.
            gone: Those that went.
            stories: Tells which articles are of one story.
            said_in: Gives the IRIs of the statements of an article that is there.
        """
        anew = {*come, *(later for iri in (*come, *gone) for later in stories.behind(iri))}
        for article in sorted(anew.union(gone)):
            own = self._said_in(article, said_in)
            before = stories.before(article)[:TOLD_BEFORE] if own else ()
            earlier = [saying for iri in before for saying in self._said_in(iri, said_in)]
            read = read_together(own, earlier)
            again = {
                (one.iri, other.iri): (RETOLD, why) for one, other, why in retold(own, earlier)
            }
            again |= {(one.iri, other.iri): (READ, why) for one, other, why in read.same}
            pairs = tuple((*ends, *how) for ends, how in again.items())
            self._again.replace([article], [(article, Again(pairs=pairs))] if pairs else ())
            links = (*answers(own, earlier), *counted_otherwise(own, earlier))
            self._things.put(f"in its story {article}", links)
            self._things.put(f"read together {article}", read.links)
        changed = {
            saying.article
            for iri, old in self._sayings.changed.items()
            for saying in (old, self._sayings.get(iri))
            if saying
        }
        for article in sorted(anew.union(gone, changed, *map(stories.behind, changed))):
            told = self._again.get(article)
            self._ties.put(f"retold {article}", self._retold(told.pairs if told else ()))
        self._again.forget_changes()

    def _retold(
        self, pairs: Iterable[tuple[str, str, float, str]]
    ) -> Iterator[tuple[str, str, tuple[float, str]]]:
        for iri, earlier, score, why in pairs:
            one, other = self._sayings.get(iri), self._sayings.get(earlier)
            if not one or not other or one.aside or other.aside:
                continue
            if one.wording_id != other.wording_id:
                yield one.wording_id, other.wording_id, (score, why)

    def _said_in(self, article: str, said_in: Callable[[str], Sequence[str]]) -> list[Saying]:
        return [saying for iri in said_in(article) if (saying := self._sayings.get(iri))]
