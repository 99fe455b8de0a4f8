"""Watch-lists, topics, what changed between two dates, and who held which position when."""

from kgraph.watch.change import Change, Paper
from kgraph.watch.diff import diff
from kgraph.watch.ledger import Position, Relation, positions
from kgraph.watch.lists import (
    DEFAULT_LIST,
    anchored,
    outlet_named,
    topic_name,
    unwatch,
    watch,
    watches,
    words_named,
)
from kgraph.watch.scope import Scope, scope
from kgraph.watch.told import Told
from kgraph.watch.topics import (
    add_topic,
    export_topics,
    import_topics,
    remove_topic,
    topics,
    topics_within,
    words_of,
)
from kgraph.watch.versions import concerned
from kgraph.watch.window import Window, window
from kgraph.watch.words import Words

__all__ = [
    "DEFAULT_LIST",
    "Change",
    "Paper",
    "Position",
    "Relation",
    "Scope",
    "Told",
    "Window",
    "Words",
    "add_topic",
    "anchored",
    "concerned",
    "diff",
    "export_topics",
    "import_topics",
    "outlet_named",
    "positions",
    "remove_topic",
    "scope",
    "topic_name",
    "topics",
    "topics_within",
    "unwatch",
    "watch",
    "watches",
    "window",
    "words_named",
    "words_of",
]
