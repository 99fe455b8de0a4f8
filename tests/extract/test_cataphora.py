"""Who is described first and named next, and who is not.

What is asked about is the attribution of number 1.
"""

import pytest

from kgraph.extract.speakers import resolve
from tests.extract.scenes import scene_of

TABLE = {
    "the name follows in the next sentence": (
        (
            "[S1 The harbour minister] [C1 said] [T1 the quay was safe]. "
            '[T2 "I walked it,"] [S2 Nora Vick] [C2 said].'
        ),
        "person | Nora Vick",
    ),
    "the name follows in the next paragraph": (
        (
            "The vote was close. [S1 The panel's chair] [C1 called] [T1 it a disgrace].\n\n"
            '[T2 "We counted twice,"] [C2 said] [S2 Nora Vick].'
        ),
        "person | Nora Vick",
    ),
    "who acts beside it, though not cited": (
        (
            '[T1 "Will he give way?"] [C1 asked] [S1 the member for Thornby].\n\n'
            "Nora Vick rose again. There was laughter."
        ),
        "person | Nora Vick",
    ),
    "an honorific introduces nobody else": (
        (
            "[S1 The council leader] [C1 said] [T1 the pool would close]. "
            '[T2 "It leaks,"] [S2 Mrs Nora Vick] [C2 added].'
        ),
        "person | Nora Vick",
    ),
    "a husband who then speaks by his name": (
        (
            '[T2 "I wept,"] [S2 Ada Holm] [C2 said]. [S1 Her husband] [C1 had given up] [T1 hope]. '
            '[T3 "I never said so,"] [S3 Tom Holm] [C3 said].'
        ),
        "person | Tom Holm",
    ),
    "not whoever has another office": (
        (
            "[S1 The coroner] [C1 said] [T1 it was an accident]. "
            "[S2 Sergeant Nora Vick] [C2 said] [T2 it was not]."
        ),
        "anonymous | The coroner",
    ),
    "not whoever is introduced behind the name": (
        (
            "[S1 The coroner] [C1 said] [T1 it was an accident]. "
            "[S2 Nora Vick, a plumber,] [C2 said] [T2 it was not]."
        ),
        "anonymous | The coroner",
    ),
    "not whoever has an age behind the name": (
        (
            "[S1 The coroner] [C1 said] [T1 it was an accident]. "
            "[S2 Nora Vick, 44,] [C2 said] [T2 it was not]."
        ),
        "anonymous | The coroner",
    ),
    "not somebody of the other sex": (
        (
            "[S1 The spokeswoman] [C1 said] [T1 it was late]. [S2 Peter Lund] [C2 said] [T2 it was not]."
        ),
        "anonymous | The spokeswoman",
    ),
    "not somebody new who was called nothing": (
        "[S1 A miner] [C1 said] [T1 it was late]. [S2 Peter Lund] [C2 said] [T2 it was not].",
        "anonymous | A miner",
    ),
    "not somebody named before": (
        (
            "Peter Lund waited. Peter Lund left. It rained. It snowed. It blew. It froze.\n\n"
            "[S1 The coroner] [C1 said] [T1 it was an accident]. [S2 Peter Lund] [C2 wept] [T2 aloud]."
        ),
        "anonymous | The coroner",
    ),
    "not several": (
        "[S1 The ministers] [C1 said] [T1 it was late]. [S2 Peter Lund] [C2 said] [T2 it was not].",
        "group | ministers",
    ),
    "not who would not be named": (
        (
            "[S1 The miner, who would not give his name,] [C1 said] [T1 it was late]. "
            "[S2 Peter Lund] [C2 said] [T2 it was not]."
        ),
        "anonymous | The miner",
    ),
}


@pytest.mark.parametrize(("marked", "expected"), TABLE.values(), ids=TABLE.keys())
def test_a_description_means_the_new_name_behind_it_that_is_introduced_as_nothing_else(
    nlp, marked, expected
):
    scene = scene_of(nlp, marked)
    figure = resolve(scene)[0]
    assert f"{figure.type} | {figure.name}" == expected
