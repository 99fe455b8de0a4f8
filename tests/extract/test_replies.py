"""What a statement answers: for each attribution the number of the other, counted from 0."""

import pytest

from kgraph.extract.replies import replies
from kgraph.extract.speakers import resolve
from tests.extract.newsrooms import answers
from tests.extract.scenes import scene_of

ANNOUNCED = "[S1 Tom Hunt] [C1 announced] [T1 a new pier]. "

TABLE = {
    "in response to": (
        ANNOUNCED + 'In response to Hunt\'s announcement, [S2 Ann Gray] [C2 wrote]: [T2 "Late."]',
        [None, 0],
    ),
    "an answer goes on while its speaker does": (
        ANNOUNCED + 'In response to Hunt\'s announcement, [S2 Ann Gray] [C2 wrote]: [T2 "Late."]'
        "\n\n[T3 It must be long], [S3 she] [C3 added].",
        [None, 0, 0],
    ),
    "an answer ends with its speaker": (
        ANNOUNCED + 'In response to Hunt\'s announcement, [S2 Ann Gray] [C2 wrote]: [T2 "Late."]'
        "\n\n[S3 Peter Novak] [C3 said] [T3 it rained].",
        [None, 0, None],
    ),
    "of two, the one of the act that is named": (
        ANNOUNCED + "[S2 Hunt] [C2 threatened] [T2 to leave]. Responding to Hunt's announcement, "
        "[S3 Ann Gray] [C3 said] [T3 it was late].",
        [None, None, 0],
    ),
    "asked about a threat": (
        (
            "[S1 Tom Hunt] [C1 threatened] [T1 to leave]. Asked about Hunt's threat, [S2 Ann Gray] "
            '[C2 laughed]: [T2 "Bye."]'
        ),
        [None, 0],
    ),
    "rejecting somebody's claim": (
        (
            "[S1 Tom Hunt] [C1 claimed] [T1 the pier was safe]. [S2 Ann Gray] [C2 rejected] "
            "[T2 Hunt's claim]."
        ),
        [None, 0],
    ),
    "denying what nobody said": (
        ANNOUNCED + "[S2 Ann Gray] [C2 denied] [T2 that the pier was safe].",
        [None, None],
    ),
    "naming somebody is no answer": (
        ANNOUNCED + "After a walk with Hunt, [S2 Ann Gray] [C2 said] [T2 it rained].",
        [None, None],
    ),
    "nobody answers himself": (
        ANNOUNCED + "In response to Hunt's announcement, [S2 Hunt] [C2 said] [T2 it rained].",
        [None, None],
    ),
}


TABLE |= answers.CASES


@pytest.mark.parametrize("case", TABLE)
def test_the_statement_that_is_answered(nlp, case):
    marked, expected = TABLE[case]
    scene = scene_of(nlp, marked)
    assert replies(scene, resolve(scene)) == expected


@pytest.mark.xfail(reason="the name recogniser takes the participle into the name", strict=True)
@pytest.mark.parametrize("case", answers.WRONG)
def test_what_is_read_wrong(nlp, case):
    marked, expected = answers.WRONG[case]
    scene = scene_of(nlp, marked)
    assert replies(scene, resolve(scene)) == expected
