"""Every error kgraph raises on purpose, as one tree; all of them print as one line.

KgraphError
├── InputRefused        one input (file, line, record) cannot be used; the rest goes on
├── CallError           the words of a call are off: unknown question, bad date, missing option
├── QueryError          SPARQL that does not parse, or that ran past its time limit
├── StoreError          a store cannot be opened, read or written
│   ├── StoreHeld       another process is writing to it
│   └── StoreTooNew     a newer kgraph made it
├── OutputError         what a command makes cannot be written where it should go
├── GazetteerError      a reconciliation service can't be asked
├── ModelMissing        a language model that the extractor needs is not installed
└── LlmError            a server of language models can't be asked, or its answers be kept
"""


class KgraphError(Exception):
    """A failure told as where it happened, what is wrong, and what to do about it.

    Args:
        where: The file, line, URL or name at fault, as the caller gave it.
        what: What is wrong with it, in one clause without a full stop.
        todo: What the reader can do next, as an imperative clause.
    """

    def __init__(self, where: str, what: str, todo: str) -> None:
        self.where = where
        self.what = what
        self.todo = todo
        super().__init__(where, what, todo)

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}; {self.todo}"
        # A line break or control character out of a file name or a server's answer would
        # break the promise of one line, or reach the terminal as an escape sequence.
        return "".join(c if c.isprintable() else " " for c in line)


class InputRefused(KgraphError):
    """One input cannot be used; everything else is still done and kept."""


class CallError(KgraphError):
    """The words of a call are off (exit code 2)."""


class QueryError(KgraphError):
    """A SPARQL query does not parse, is not allowed here, or ran past its time limit.

    Attributes:
        line: 1-based line of the fault in the query text, or None where unknown.
        column: 1-based column of the fault, or None where unknown.
    """

    def __init__(
        self,
        where: str,
        what: str,
        todo: str,
        *,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(where, what, todo)
        self.line = line
        self.column = column


class QueryTimeout(QueryError):
    """A query ran past its time limit and was stopped."""


class StoreError(KgraphError):
    """A store cannot be opened, read or written."""


class StoreHeld(StoreError):
    """Another process holds the store for writing."""


class StoreTooNew(StoreError):
    """A newer kgraph made the store."""


class OutputError(KgraphError):
    """What a command makes cannot be written where it should go."""


class GazetteerError(KgraphError):
    """A reconciliation service can't be reached, or answers something else."""


class ModelMissing(KgraphError):
    """A language model that the extractor needs is not installed."""


class LlmError(KgraphError):
    """A server of language models cannot be asked, or its answers cannot be kept."""


class WorkersLost(KgraphError):
    """The processes that should read articles die before they have read anything."""
