"""The store that the questions are put to."""

import pytest

from kgraph.store import MemoryStore
from tests.ask.week import ARTICLES, OLD, fill_store


@pytest.fixture(scope="session")
def store():
    with MemoryStore() as made:
        fill_store(made, ARTICLES, OLD)
        yield made
