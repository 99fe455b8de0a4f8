"""Asks a service that speaks the Reconciliation Service API what names stand for.

Protocol: W3C Community Group, Reconciliation Service API 0.2, "Reconciliation Queries": a batch of
queries goes as the form field ``queries``; only a candidate with ``match: true`` is taken.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import httpx

from kgraph.errors import GazetteerError
from kgraph.gazetteer.entries import Entry

BATCH = 10
"""Queries sent at once; services ask for no more than a few dozen."""

TIMEOUT = 20.0
"""Seconds that one batch may take."""

WIKIDATA_TYPES: Mapping[str, str] = {
    "person": "Q5",
    "organization": "Q43229",
    "place": "Q618123",
}
"""Wikidata classes that types of entities are asked for as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A name to be looked up, and what kind of thing it stands for."""

    name: str
    type: str = ""


def reconcile(
    queries: Iterable[Query],
    url: str,
    *,
    client: httpx.Client | None = None,
    types: Mapping[str, str] = WIKIDATA_TYPES,
    limit: int = 5,
) -> Iterator[Entry]:
    """An entry for each query that the service is sure of; no entry for the others.

    Args:
        queries: What to ask for, asked in batches in this order.
        url: Address of the service.
        client: Asks for us; by default one of our own with a time-out.
        types: What the service calls the types of entities; others are asked for without type.
        limit: Candidates that the service may send for each.

    Raises:
        GazetteerError: The service can't be reached, takes too long, or answers something else.
    """
    own = client or httpx.Client(timeout=TIMEOUT, follow_redirects=True)
    try:
        asked = iter(dict.fromkeys(queries))
        while batch := list(islice(asked, BATCH)):
            answer = _ask(own, url, batch, types, limit)
            for n, query in enumerate(batch):
                entry = _sure(answer.get(f"q{n}"), query, url)
                if entry is not None:
                    yield entry
    finally:
        if client is None:
            own.close()


def _ask(
    client: httpx.Client, url: str, batch: Sequence[Query], types: Mapping[str, str], limit: int
) -> dict[str, Any]:
    queries = {}
    for n, query in enumerate(batch):
        queries[f"q{n}"] = {"query": query.name, "limit": limit} | (
            {"type": types[query.type]} if query.type in types else {}
        )
    try:
        response = client.post(url, data={"queries": json.dumps(queries, ensure_ascii=False)})
        response.raise_for_status()
        answer = response.json()
    except httpx.HTTPStatusError as error:
        raise GazetteerError(
            url, f"it answers {error.response.status_code}", "check the address of the service"
        ) from error
    except httpx.HTTPError as error:
        words = "it takes too long" if isinstance(error, httpx.TimeoutException) else "no answer"
        raise GazetteerError(
            url, f"{words}: {error}", "try later, or leave the service out"
        ) from error
    except ValueError as error:
        raise GazetteerError(url, "it does not answer in JSON", "check the address") from error
    if not isinstance(answer, dict):
        raise GazetteerError(
            url, "its answer is no reconciliation", "check the address of the service"
        )
    return answer


def _sure(answer: object, query: Query, url: str) -> Entry | None:
    """The one candidate that the service calls a match; None where it calls none or several so."""
    candidates = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(candidates, list):
        return None
    found = [c for c in candidates if isinstance(c, dict) and c.get("match") is True]
    if len(found) != 1 or not isinstance(found[0].get("id"), str) or not found[0]["id"]:
        return None
    score = found[0].get("score")
    return Entry(
        id=found[0]["id"].rpartition("/")[2],
        names=(query.name,),
        type=query.type,
        source=url,
        score=float(score) if isinstance(score, int | float) else 0.0,
    )
