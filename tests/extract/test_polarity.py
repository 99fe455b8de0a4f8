"""Polarity is that of the main predication: what hangs on its arguments does not count."""

import pytest

from kgraph.extract import modality
from tests.extract import marked
from tests.extract.newsrooms.polarities import CASES


@pytest.mark.parametrize(("sentence", "polarity"), CASES, ids=[c[0] for c in CASES])
def test_the_polarity_of(nlp, sentence, polarity):
    text, spans = marked.read(sentence)
    assert modality.classify(nlp(text), marked.attribution(spans))[1] == polarity
