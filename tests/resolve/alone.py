"""Single stages of resolution, each without the others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from kgraph.resolve import resolve
from kgraph.resolve.assembling import assembled
from kgraph.resolve.blocks import Blocks
from kgraph.resolve.stages_events import Events
from kgraph.resolve.stories import STORY_LOOK_BACK, alike, story_keys, story_of
from kgraph.resolve.things import Things


class Ranked(Protocol):
    """Something with a place in the order of its blocks."""

    @property
    def rank(self) -> str: ...


T = TypeVar("T", bound=Ranked)


def look_back(
    records: Iterable[T], keys: Callable[[T], Iterable[str]], limit: int
) -> Iterator[tuple[T, list[T]]]:
    """Each record with the latest ``limit`` before it in each of its blocks, both in their order."""
    blocks: defaultdict[str, list[T]] = defaultdict(list)
    for record in sorted(records, key=lambda one: one.rank):
        own = sorted(set(keys(record)))
        before = {one.rank: one for key in own for one in blocks[key][-limit:]}
        yield record, [before[rank] for rank in sorted(before)]
        for key in own:
            blocks[key].append(record)


def find_copies(extractions):
    """The copy groups."""
    return resolve(extractions).copy_groups


def find_happenings(extractions):
    """The events, by id."""
    blocks = Blocks(":memory:")
    things = Things(blocks)
    events = Events(blocks, things)
    for extraction in extractions:
        events.tell(extraction, "")
    events.update(())
    return assembled(things.all()).happenings


def find_stories(extractions):
    """For each article those before it that are about the same story, in the order of time."""
    stories = [story_of(extraction.article) for extraction in extractions]
    return {
        story.iri: alike(story, before)
        for story, before in look_back(stories, story_keys, STORY_LOOK_BACK)
    }
