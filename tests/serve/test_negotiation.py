import pytest

from kgraph.serve.negotiation import choose

OFFERS = ["application/json", "application/xml", "text/csv"]


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("application/xml, text/csv;q=0.9", "application/xml"),
        ("application/xml;q=0.1, text/csv;q=0.9", "text/csv"),
        ("*/*;q=0.1, text/csv", "text/csv"),
        ("application/json;q=0, */*", "application/xml"),
        ("TEXT/CSV", "text/csv"),
        ("image/png", ""),
        ("text/csv;q=rubbish", ""),
        ("nonsense", "application/json"),
    ],
)
def test_the_client_gets_what_it_likes_best(accept, chosen):
    assert choose(accept, OFFERS) == chosen
