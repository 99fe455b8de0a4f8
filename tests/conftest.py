"""What tests of several parts share."""

import pytest

from kgraph.extract.language import load_pipeline


@pytest.fixture(scope="session")
def nlp():
    """The English pipeline, loaded once."""
    return load_pipeline()
