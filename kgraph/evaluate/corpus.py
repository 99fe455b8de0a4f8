"""Annotated articles and saved runs come in as lines of JSON; each is checked before it counts."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, BinaryIO

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictInt, ValidationError

from kgraph.errors import InputRefused
from kgraph.ingest.articles import made
from kgraph.ingest.drafts import Draft, Source
from kgraph.ingest.places import opened, places
from kgraph.ingest.records import read_jsonl
from kgraph.model import Article, Spans

OnRefused = Callable[[InputRefused], None]

_GOLD_TODO = 'write {"id", "text", "attributions": [{"source": [[s, e]], "cue": [[s, e]], "content": [[s, e]]}]}'
_RUN_TODO = "make the file with: kgraph extract CORPUS.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One attribution as a person annotated it.

    Attributes:
        speakers: Names that are right for whoever speaks; () where the corpus tells none.
    """

    source: Spans
    cue: Spans
    content: Spans
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One statement as an extractor found it.

    Attributes:
        speaker: The name that it gives the speaker, or "".
        confidence: None where the run tells none.
        nested: Whether it stands in the content of another statement.
    """

    source: Spans
    cue: Spans
    content: Spans
    speaker: str = ""
    confidence: float | None = None
    nested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedArticle:
    """An article with all that a person marked in it."""

    article: Article
    gold: tuple[Gold, ...]


def _nothing(value: Any) -> Any:
    return [] if value is None else value


def _blank(value: Any) -> Any:
    return "" if value is None else value


def _several(value: Any) -> Any:
    """One name is a list of one; no name is none."""
    names = [value] if isinstance(value, str) else _nothing(value)
    if isinstance(names, list):
        return [n for n in names if not isinstance(n, str) or n.strip()]
    return names


_Pairs = Annotated[list[tuple[StrictInt, StrictInt]], BeforeValidator(_nothing)]


class _Roles(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    source: _Pairs = []
    cue: _Pairs = []
    content: _Pairs = []


class _GoldRecord(_Roles):
    speaker: Annotated[list[str], BeforeValidator(_several)] = []


class _GoldRecords(BaseModel):
    attributions: list[_GoldRecord]


class _FoundRecord(_Roles):
    speaker: Annotated[str, BeforeValidator(_blank)] = ""
    parent: Annotated[str, BeforeValidator(_blank)] = ""
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None


class _RunRecord(BaseModel):
    id: str
    statements: list[_FoundRecord] | None = None
    attributions: list[_FoundRecord] | None = None


def read_corpus(
    paths: Iterable[str | os.PathLike[str]],
    *,
    on_refused: OnRefused,
    stdin: BinaryIO | None = None,
) -> Iterator[AnnotatedArticle]:
    """The annotated articles of the files, in their order; a line that can't be used is refused.

    Args:
        paths: JSONL files in the corpus format (see docs/evaluation.md), or "-".
        on_refused: Called with the refusal of each line; the rest goes on.
        stdin: What "-" reads.
    """
    seen: set[str] = set()
    for draft in _drafts(paths, stdin, on_refused):
        if draft.keyed and draft.key in seen:
            what = f"the id '{draft.key}' came before"
            on_refused(InputRefused(draft.where, what, "give each article its own id"))
            continue
        try:
            annotated = _annotated(draft)
        except InputRefused as refused:
            on_refused(refused)
            continue
        seen.add(draft.key)
        yield annotated


def _drafts(
    paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None, on_refused: OnRefused
) -> Iterator[Draft]:
    for path in paths:
        for place in places(os.fspath(path)):
            if isinstance(place, InputRefused):
                on_refused(place)
                continue
            try:
                with opened(place, stdin) as (_, stream):
                    source = Source(where=place.where, key=place.key, stream=stream)
                    for draft in read_jsonl(source):
                        if isinstance(draft, InputRefused):
                            on_refused(draft)
                        else:
                            yield draft
            except InputRefused as refused:
                on_refused(refused)


def _annotated(draft: Draft) -> AnnotatedArticle:
    """The article of a draft with its attributions.

    Raises:
        InputRefused: It has no id, no attributions, or spans that are not of its text.
    """
    if not draft.keyed:
        raise InputRefused(draft.where, "the article has no id", _GOLD_TODO)
    if "attributions" not in draft.metadata:
        raise InputRefused(draft.where, "the article has no 'attributions'", _GOLD_TODO)
    try:
        records = _GoldRecords.model_validate(
            {"attributions": json.loads(draft.metadata["attributions"])}
        ).attributions
    except ValidationError as error:
        raise InputRefused(draft.where, _told(error), _GOLD_TODO) from error
    gold = []
    for number, record in enumerate(records):
        where = f"{draft.where}: attributions.{number}"
        source, cue, content = _roles(record, draft.text, where)
        if not content:
            raise InputRefused(where, "it has no content", "take it out, or mark what is said")
        gold.append(Gold(source=source, cue=cue, content=content, speakers=tuple(record.speaker)))
    return AnnotatedArticle(article=made(draft), gold=tuple(gold))


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedLine:
    """A line of a saved run: what was found in one article, not yet held against its text."""

    where: str
    id: str
    record: _RunRecord

    def found(self, text: str) -> tuple[Found, ...]:
        """The statements, their spans checked against the article's text.

        Raises:
            InputRefused: A span is not of the text.
        """
        return _found(self.record, text, self.where)


def read_run(path: str | os.PathLike[str], *, on_refused: OnRefused) -> dict[str, SavedLine]:
    """The lines of a saved run ("Extraction JSONL") by article id; a broken one is refused.

    Raises:
        InputRefused: The file can't be read.
    """
    lines: dict[str, SavedLine] = {}
    for place in places(os.fspath(path)):
        if isinstance(place, InputRefused):
            raise place
        with opened(place, None) as (_, stream):
            for number, line in enumerate(stream, 1):
                if not line.strip():
                    continue
                where = f"{place.where}:{number}"
                try:
                    record = _run_record(line, where)
                except InputRefused as refused:
                    on_refused(refused)
                    continue
                if record.id in lines:
                    what = f"the id '{record.id}' came before"
                    on_refused(InputRefused(where, what, _RUN_TODO))
                else:
                    lines[record.id] = SavedLine(where=where, id=record.id, record=record)
    return lines


def found_in(record: dict[str, Any], text: str) -> tuple[Found, ...]:
    """The statements of an "Extraction JSONL" object, as if it had been saved and read again.

    Raises:
        InputRefused: A span is not of the text.
    """
    where = str(record.get("id", "a record"))
    return _found(_RunRecord.model_validate(record), text, where)


def _run_record(line: bytes, where: str) -> _RunRecord:
    try:
        record = _RunRecord.model_validate_json(line)
    except ValidationError as error:
        raise InputRefused(where, _told(error), _RUN_TODO) from error
    if record.statements is None and record.attributions is None:
        raise InputRefused(where, "the line has no 'statements'", _RUN_TODO)
    return record


def _found(record: _RunRecord, text: str, where: str) -> tuple[Found, ...]:
    rows = record.statements if record.statements is not None else record.attributions or []
    made_of = []
    for number, row in enumerate(rows):
        source, cue, content = _roles(row, text, f"{where}: statements.{number}")
        made_of.append(
            Found(
                source=source, cue=cue, content=content, speaker=row.speaker,
                confidence=row.confidence, nested=bool(row.parent),
            )
        )  # fmt: skip
    return tuple(made_of)


def _roles(record: _Roles, text: str, where: str) -> tuple[Spans, Spans, Spans]:
    return (
        _spans(record.source, text, f"{where}.source"),
        _spans(record.cue, text, f"{where}.cue"),
        _spans(record.content, text, f"{where}.content"),
    )


def _spans(pairs: Sequence[tuple[int, int]], text: str, where: str) -> Spans:
    for start, end in pairs:
        if not 0 <= start < end <= len(text):
            raise InputRefused(
                where,
                f"[{start}, {end}] is no span of a text of {len(text)} characters",
                "count characters of 'text' from 0, the end exclusive",
            )
    return tuple(sorted(pairs))


def _told(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg'].lower()}" if place else first["msg"].lower()
