"""Through whom a statement came: for each attribution the chain of relays."""

import pytest

from kgraph.extract.relays import relays
from kgraph.extract.rules import find_attributions
from kgraph.extract.speakers import resolve
from tests.extract import whole
from tests.extract.newsrooms import relayed
from tests.extract.scenes import scene_of

TABLE = {
    "nobody stands between": (
        "[S1 Tom Hunt] [C1 said] [T1 the pier was safe].",
        [[]],
    ),
    "an agency named behind": (
        "[T2 [T1 The pier is safe], [S1 Tom Hunt] [C1 said]], [S2 TASS] [C2 said].",
        [["TASS"], []],
    ),
    "an agency named in front": (
        "[S1 Reuters] [C1 reported] [T1 that [S2 Tom Hunt] [C2 said] [T2 the pier was safe]].",
        [[], ["Reuters"]],
    ),
    "a relay carries on to what the same speaker says next": (
        (
            "[T2 [T1 The pier is safe], [S1 Tom Hunt] [C1 said]], [S2 Reuters] [C2 reported].\n\n"
            "[S3 He] [C3 added] [T3 that it was old]."
        ),
        [["Reuters"], [], ["Reuters"]],
    ),
    "a relay ends where somebody else speaks": (
        (
            "[T2 [T1 The pier is safe], [S1 Tom Hunt] [C1 said]], [S2 Reuters] [C2 reported].\n\n"
            "[S3 Ann Gray] [C3 denied] [T3 it]. [S4 Hunt] [C4 said] [T4 it was old]."
        ),
        [["Reuters"], [], [], []],
    ),
    "what is nested in a relayed statement came the same way": (
        (
            "[T2 [T1 The pier is safe], [S1 Tom Hunt] [C1 said]], [S2 Reuters] [C2 reported].\n\n"
            "[S3 Hunt] [C3 stressed] [T3 that [S4 Ann Gray] [C4 wants] [T4 a new pier]]."
        ),
        [["Reuters"], [], ["Reuters"], ["Reuters", "Tom Hunt"]],
    ),
    "a person relays another": (
        "[S1 Ann Gray] [C1 said] [T1 that [S2 Tom Hunt] [C2 wants] [T2 a pier for all of us]].",
        [[], ["Ann Gray"]],
    ),
    "a person who tells of another relays nothing later": (
        (
            "[S1 Ann Gray] [C1 said] [T1 that [S2 Tom Hunt] [C2 wants] [T2 a pier]]. "
            "[S3 Hunt] [C3 said] [T3 it was old]."
        ),
        [[], ["Ann Gray"], []],
    ),
    "nobody relays himself": (
        "[S1 Tom Hunt] [C1 said] [T1 [S2 he] [C2 hopes] [T2 for rain]].",
        [[], []],
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_a_chain_runs_from_the_outermost(nlp, case):
    marked, expected = TABLE[case]
    scene = scene_of(nlp, marked)
    found = relays(scene, resolve(scene))
    assert [[figure.name for figure in chain] for chain in found] == expected


@pytest.mark.parametrize(("marked", "chains"), relayed.CASES)
def test_whom_a_statement_came_through_is_read(nlp, marked, chains):
    assert whole.marked_rows(marked, chains) == whole.Like(
        whole.read_rows(nlp, marked, find_attributions)
    )
