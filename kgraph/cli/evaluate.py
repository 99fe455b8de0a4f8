"""``kgraph evaluate``: an extractor, or a saved run, against annotated articles."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from kgraph import pipeline
from kgraph.cli.options import Out, Refusals, emit, examples, stdin
from kgraph.errors import CallError, InputRefused
from kgraph.extract import DEFAULT_EXTRACTOR, EXTRACTORS, Extractor, load_extractor, to_record

if TYPE_CHECKING:
    from kgraph.evaluate import AnnotatedArticle, Found, Judged, SavedLine, Tally


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "evaluate",
        short_help="Measure an extractor, or a saved run, on annotated articles.",
        epilog=examples(
            "kgraph evaluate dev.jsonl --errors errors.jsonl",
            "kgraph evaluate dev.jsonl --save new.jsonl",
            "kgraph evaluate dev.jsonl --predictions new.jsonl --against old.jsonl",
        ),
    )(evaluate)


def evaluate(
    corpora: Annotated[
        list[str],
        typer.Argument(metavar="CORPUS", help="Annotated articles, JSONL; - is stdin."),
    ],
    extractor: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help=f"Which extractor is measured: {' or '.join(EXTRACTORS)} ({DEFAULT_EXTRACTOR}).",
        ),
    ] = None,
    predictions: Annotated[
        str | None,
        typer.Option(metavar="RUN", help="Measure a saved run instead: what kgraph extract wrote."),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(metavar="RUN|NAME", help="Another run, or extractor, to compare with."),
    ] = None,
    errors: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write each fault with its kind and sentence, JSONL."),
    ] = None,
    save: Annotated[
        str | None, typer.Option(metavar="FILE", help="Keep the extractor's run, JSONL.")
    ] = None,
    nested: Annotated[
        bool,
        typer.Option("--nested", help="Count statements nested in others; not in PolNeAR."),
    ] = False,
    bootstrap: Annotated[
        int, typer.Option(min=0, metavar="N", help="Resamples of articles for 95 % intervals.")
    ] = 1000,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="Seed of the resampling.")] = 0,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="table|json", help="Form of the figures.")
    ] = "table",
    out: Out = "-",
) -> None:
    """Print precision, recall and F1, recall by kind, reliability of confidence, and faults.

    A line of CORPUS is an article with "attributions": spans of source, cue and content, and
    perhaps the speaker's name. What each figure means stands in docs/evaluation.md.
    """
    if form not in ("table", "json"):
        raise CallError("--format", f"'{form}' is not a format", "choose table or json")
    if predictions is not None and (extractor is not None or save is not None):
        raise CallError(
            "--predictions", "a saved run needs no extractor", "leave out --extractor and --save"
        )
    if against is not None and not bootstrap:
        raise CallError("--bootstrap", "runs are compared by resampling", "give 1000 or so")
    from kgraph.evaluate import Report, compare, intervals  # noqa: PLC0415 (numpy, pydantic)

    refusals = Refusals()
    one = _source(predictions, extractor or DEFAULT_EXTRACTOR, refusals)
    other = None if against is None else _any_source(against, refusals)
    measured = _Measured(one=one, other=other, corpora=corpora, nested=nested, refusals=refusals)
    _into(errors, lambda faults: _into(save, lambda run: measured.run(faults, run)))
    tally = measured.tallies[0]
    report = Report(
        name=one.name,
        tally=tally,
        intervals=intervals(tally, resamples=bootstrap, seed=seed) if bootstrap else {},
        against=other.name if other else "",
        differences=compare(tally, measured.tallies[1], resamples=bootstrap, seed=seed)
        if other
        else {},
        words_per_second=tally.words / one.spent if one.spent else None,
    )
    emit(lambda to: _print(report, form, to), out)
    refusals.exit_if_any()


class _Run:
    """A saved run."""

    def __init__(self, path: str, lines: "dict[str, SavedLine]") -> None:
        self.name = path
        self.spent = 0.0
        self._lines = lines
        self._asked: set[str] = set()

    def found(self, annotated: "AnnotatedArticle", _keep: BinaryIO | None) -> "tuple[Found, ...]":
        """What the run found in the article; nothing where it has no line for it, which is told.

        Raises:
            InputRefused: It has no line for it, or one whose spans are not of its text.
        """
        key = annotated.article.key
        self._asked.add(key)
        line = self._lines.get(key)
        if line is None:
            raise InputRefused(
                self.name,
                f"it has no line for article '{key}', which counts as one in which nothing was found",
                "run the extractor on the whole corpus",
            )
        return line.found(annotated.article.text)

    def left(self) -> list[str]:
        """Ids of lines that no article asked for."""
        return [key for key in self._lines if key not in self._asked]


class _Live:
    """An extractor at work.

    Attributes:
        spent: Seconds of processor time that it took.
    """

    def __init__(self, extractor: Extractor) -> None:
        self.name = extractor.name
        self.spent = 0.0
        self._extractor = extractor

    def found(self, annotated: "AnnotatedArticle", keep: BinaryIO | None) -> "tuple[Found, ...]":
        """What the extractor finds in the article; the record is kept where a file is open.

        Raises:
            InputRefused: The article is in a language that the extractor doesn't read.
        """
        from kgraph.evaluate import found_in  # noqa: PLC0415

        record: dict[str, Any] = {"id": annotated.article.key, "statements": []}
        begun = time.process_time()
        refused: list[InputRefused] = []
        for extraction in pipeline.extract(
            [annotated.article], self._extractor, on_refused=refused.append
        ):
            record = to_record(extraction)
        self.spent += time.process_time() - begun
        if keep is not None:
            keep.write(f"{json.dumps(record, ensure_ascii=False)}\n".encode())
        for refusal in refused:
            raise refusal
        return found_in(record, annotated.article.text)

    def left(self) -> list[str]:
        """None."""
        return []


@dataclass(kw_only=True)
class _Measured:
    one: _Run | _Live
    other: _Run | _Live | None
    corpora: list[str]
    nested: bool
    refusals: Refusals
    tallies: "list[Tally]" = field(default_factory=list)

    def run(self, faults: BinaryIO | None, keep: BinaryIO | None) -> None:
        """Every article of the corpora is tallied.

        Raises:
            InputRefused: Nothing is annotated.
        """
        from kgraph.evaluate import Tally, read_corpus  # noqa: PLC0415
        from kgraph.evaluate.faults import to_record as fault_record  # noqa: PLC0415

        self.tallies = [Tally() for _ in ([self.one, self.other] if self.other else [self.one])]
        for annotated in read_corpus(self.corpora, on_refused=self.refusals, stdin=stdin()):
            for fault in self.tallies[0].take(self._judged(self.one, annotated, keep)):
                if faults is not None:
                    record = fault_record(fault, annotated.article.text)
                    faults.write(f"{json.dumps(record, ensure_ascii=False)}\n".encode())
            if self.other is not None:
                self.tallies[1].take(self._judged(self.other, annotated, None))
        if not any(row["triple-soft"].gold for row in self.tallies[0].rows):
            raise InputRefused(
                ", ".join(self.corpora),
                "no article has an annotated attribution",
                "give a corpus as described in docs/evaluation.md",
            )
        for run in (self.one, self.other):
            for key in run.left() if run else ():
                self.refusals(
                    InputRefused(
                        run.name if run else "",
                        f"the corpus has no article '{key}'",
                        "give the corpus that the run was made from",
                    )
                )

    def _judged(
        self, run: _Run | _Live, annotated: "AnnotatedArticle", keep: BinaryIO | None
    ) -> "Judged":
        from kgraph.evaluate import judge  # noqa: PLC0415

        found: tuple[Found, ...] = ()
        try:
            found = run.found(annotated, keep)
        except InputRefused as refused:
            self.refusals(refused)
        article = annotated.article
        aside = tuple((p.start, p.end) for p in article.paragraphs if p.kind != "text")
        return judge(
            article.key, article.text, annotated.gold, found, nested=self.nested, aside=aside
        )


def _source(predictions: str | None, extractor: str, refusals: Refusals) -> _Run | _Live:
    if predictions is None:
        return _Live(load_extractor(extractor))
    from kgraph.evaluate import read_run  # noqa: PLC0415

    return _Run(predictions, read_run(predictions, on_refused=refusals))


def _any_source(name: str, refusals: Refusals) -> _Run | _Live:
    known = name in EXTRACTORS
    return _source(None if known else name, name if known else "", refusals)


def _into(path: str | None, write: Callable[[BinaryIO | None], object]) -> None:
    """Writes into the file, or nowhere where none is named."""
    if path is None:
        write(None)
    else:
        emit(write, path)


def _print(report: Any, form: str, to: BinaryIO) -> None:
    from kgraph.evaluate import report as reports  # noqa: PLC0415

    if form == "json":
        words = json.dumps(reports.to_record(report), ensure_ascii=False, indent=1) + "\n"
    else:
        words = reports.to_text(report)
    to.write(words.encode())
