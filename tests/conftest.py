"""What tests of several parts share."""

import signal

import pytest

from kgraph.extract.language import load_pipeline

# What is started in the background ignores Ctrl+C, and so would all that the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def nlp():
    """The English pipeline, loaded once."""
    return load_pipeline()
