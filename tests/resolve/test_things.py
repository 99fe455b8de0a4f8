"""What is derived, kept by owner."""

from dataclasses import replace

from kgraph.model import Link
from kgraph.resolve.blocks import Blocks
from kgraph.resolve.things import Things

WEAK = Link(relation="contradicts", start="a", end="b", score=0.6, reasons=("counted otherwise",))
SURE = replace(WEAK, score=0.9, reasons=("same words but a number",))


def test_of_what_two_rules_find_between_two_statements_the_surest_stands():
    things = Things(Blocks(":memory:"))
    things.put("one rule", [WEAK])
    assert things.changes().added == (WEAK,)
    things.put("another", [SURE])
    changes = things.changes()
    assert (changes.removed, changes.added) == ((WEAK,), (SURE,))
    assert list(things.all()) == [SURE]


def test_where_the_surest_goes_the_other_stands_again():
    things = Things(Blocks(":memory:"))
    things.put("one rule", [WEAK])
    things.put("another", [SURE])
    things.changes()
    things.put("one rule")
    assert things.changes() == Things(Blocks(":memory:")).changes()
    things.put("one rule", [WEAK])
    things.put("another")
    changes = things.changes()
    assert (changes.removed, changes.added) == ((SURE,), (WEAK,))
    things.put("one rule")
    assert things.changes().removed == (WEAK,)
    assert list(things.all()) == []
