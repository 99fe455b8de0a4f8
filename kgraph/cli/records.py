"""JSONL that one command prints and another takes in."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from kgraph.cli.options import Refusals
from kgraph.errors import InputRefused


class Record(BaseModel):
    """A line; fields that it does not have are refused."""

    model_config = ConfigDict(extra="forbid")


R = TypeVar("R", bound=Record)


def records(
    path: Path, kind: type[R], of: str, todo: str, refusals: Refusals
) -> Iterator[tuple[str, R]]:
    """The records of a file, each with the file and line that it is from.

    Args:
        path: The file, in UTF-8.
        kind: The class of its records.
        of: What they are, in the plural.
        todo: What whoever wrote a line that is none can do.
        refusals: Is told of each of these lines.

    Raises:
        InputRefused: The file can't be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefused(str(path), str(error), f"give a JSONL file of {of}") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            yield where, kind.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"]))
            what = f"{field}: {first['msg']}" if field else first["msg"]
            refusals(InputRefused(where, what, todo))
