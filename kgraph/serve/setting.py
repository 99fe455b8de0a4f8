"""What every request handler is given: the store, by location and through bounded workers."""

from dataclasses import dataclass

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, parse_query_results
from starlette.requests import Request

from kgraph.store import QueryWorkers


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The store that is served.

    Attributes:
        workers: Processes that run a query and are killed at its time limit.
    """

    location: str
    workers: QueryWorkers

    def query(self, sparql: str) -> QuerySolutions | QueryBoolean:
        """The answer to a SELECT or ASK query, within the time limit."""
        data = self.workers.run(sparql, "json")
        return parse_query_results(data, format=QueryResultsFormat.JSON)


def setting(request: Request) -> Setting:
    """The setting of the application that the request came to."""
    found: Setting = request.app.state.setting
    return found
