"""What stages keep of each other's outcomes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An article that is taken up.

    Attributes:
        digest: What tells this extraction of it from others.
        statements: IRIs of its statements.
    """

    digest: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The wordings that are one claim.

    Attributes:
        wordings: Their ids, sorted.
        first: IRI of the first statement.
        begins: Digest of what the others are held against of it.
    """

    wordings: tuple[str, ...]
    first: str
    begins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Where something belongs to.

    Attributes:
        whole: Id of what it is part of.
    """

    whole: str
