"""What stands inside quotation marks is direct, what stands outside is not; titles are no quotations."""

import pytest

from kgraph.extract.quotation import quote_kind
from tests.extract.newsrooms.quotations import CASES, NESTED, WRONG
from tests.extract.scenes import scene_of


@pytest.mark.parametrize("case", CASES)
def test_the_kind_of_quotation(nlp, case):
    assert quote_kind(scene_of(nlp, CASES[case]), 0) == case.partition(",")[0]


@pytest.mark.parametrize("case", NESTED)
def test_the_kind_of_what_is_nested(nlp, case):
    marked, number, kind = NESTED[case]
    assert quote_kind(scene_of(nlp, marked), number) == kind


@pytest.mark.xfail(reason="a plural possessive closes single marks", strict=True)
@pytest.mark.parametrize("case", WRONG)
def test_what_is_read_wrong(nlp, case):
    assert quote_kind(scene_of(nlp, WRONG[case]), 0) == case.partition(",")[0]
