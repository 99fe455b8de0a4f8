"""``kgraph compare``: are two claims about one matter, and are they in conflict."""

import json
from collections.abc import Iterator
from typing import Annotated, BinaryIO

import typer

from kgraph.cli.options import Out, Refusals, emit, examples, stdin
from kgraph.errors import CallError, InputRefused

_FORMATS = ("jsonl", "text")


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "compare",
        short_help="Tell of pairs of claims whether they are related and in conflict.",
        epilog=examples(
            "kgraph compare pairs.jsonl --format text",
            "cat pairs.jsonl | kgraph compare - > compared.jsonl",
        ),
    )(compare)


def compare(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help='JSON Lines, {"id", "a", "b", "date"?} each; - is stdin.'
        ),
    ],
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="jsonl|text", help="Form of the output.")
    ] = "jsonl",
    out: Out = "-",
) -> None:
    """Tell of each pair of claims, 0 to 1, whether they are related and in conflict, and why.

    Related: one supports or contradicts the other. In input order, whatever is refused.
    """
    if form not in _FORMATS:
        raise CallError("--format", f"'{form}' is not a format", f"choose {' or '.join(_FORMATS)}")
    from kgraph.compare.records import (  # noqa: PLC0415 (numpy, tokenizers; see kgraph.cli)
        Pair,
        compare_pairs,
        read_pairs,
        to_record,
    )

    def pairs() -> Iterator[Pair | InputRefused]:
        for name in files:
            if name == "-":
                stream = stdin()
                if stream is None:
                    yield InputRefused("-", "stdin is closed", "name a file")
                else:
                    yield from read_pairs(stream, "stdin")
                continue
            try:
                with open(name, "rb") as stream:  # noqa: PTH123 (a name that no Path can hold)
                    yield from read_pairs(stream, name)
            except (OSError, ValueError) as error:
                what = f"it cannot be read: {getattr(error, 'strerror', None) or error}"
                yield InputRefused(name, what, "check the name and the permissions")

    refusals = Refusals()

    def write(to: BinaryIO) -> None:
        for pair, comparison in compare_pairs(pairs(), on_refused=refusals):
            if form == "jsonl":
                words = json.dumps(to_record(pair, comparison), ensure_ascii=False)
            else:
                words = (
                    f"{pair.id}: related {comparison.related:.2f}, "
                    f"conflicts {comparison.conflicts:.2f}; {'; '.join(comparison.reasons)}"
                )
                words = "".join(c if c.isprintable() else " " for c in words)
            to.write(f"{words}\n".encode("utf-8", "replace"))
            to.flush()

    emit(write, out)
    refusals.exit_if_any()
