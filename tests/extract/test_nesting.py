"""Statements inside statements, to any depth: which holds which, each with its own source.

A case gives for each attribution the number (from 0) of the one that holds it, and its speaker.
"""

import pytest

from kgraph.extract.attribution import Attribution
from kgraph.extract.relays import relays
from kgraph.extract.rules import find_attributions
from kgraph.extract.scene import nesting
from kgraph.extract.speakers import resolve
from tests.extract import whole
from tests.extract.newsrooms import deep
from tests.extract.newsrooms.nests import CASES, CHAINS
from tests.extract.scenes import scene_of


@pytest.mark.parametrize("case", CASES)
def test_every_statement_lies_in_the_innermost_that_holds_it(nlp, case):
    marked, parents, names = CASES[case]
    scene = scene_of(nlp, marked)
    assert scene.parents == parents
    assert [figure.name if figure else "" for figure in resolve(scene)] == names


@pytest.mark.parametrize("case", CHAINS)
def test_a_statement_came_through_all_that_hold_it(nlp, case):
    marked, chains = CHAINS[case]
    scene = scene_of(nlp, marked)
    found = relays(scene, resolve(scene))
    assert [[figure.name for figure in chain] for chain in found] == chains


@pytest.mark.parametrize("depth", [1, 2, 5, 20, 45])
def test_depth_is_no_limit(depth):
    attributions = [
        Attribution(
            source=((n * 10, n * 10 + 2),),
            cue=((n * 10 + 3, n * 10 + 6),),
            content=((n * 10 + 7, 1000 - n),),
        )
        for n in range(depth)
    ]
    assert nesting(attributions) == [None, *range(depth - 1)]


@pytest.mark.parametrize(("marked", "chains"), deep.CASES)
def test_whatever_is_said_inside_what_is_said_is_read_with_its_own_source(nlp, marked, chains):
    assert whole.marked_rows(marked, chains) == whole.Like(
        whole.read_rows(nlp, marked, find_attributions)
    )


@pytest.mark.xfail(strict=True, reason="spaCy's parse or names are wrong")
@pytest.mark.parametrize(("marked", "chains"), deep.MISREAD)
def test_not_yet(nlp, marked, chains):
    assert whole.marked_rows(marked, chains) == whole.Like(
        whole.read_rows(nlp, marked, find_attributions)
    )
