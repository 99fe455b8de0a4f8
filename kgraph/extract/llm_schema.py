"""What a language model may answer; everything else is refused.

The answers are untrusted: they are read strictly, and what they quote is looked up in the article
(``llm_grounding``) before it counts.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Answer(BaseModel):
    """What a model may answer, read strictly: no other keys, no converted types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Found(Answer):
    """One attribution, as strings copied from the paragraphs."""

    paragraph: int = Field(description="number of the paragraph in which the cue stands")
    source: list[str] = Field(description="words that name who is cited; empty where nobody is")
    cue: list[str] = Field(description="words that report it, as in 'said' or 'according to'")
    content: list[str] = Field(description="what is reported; several pieces where it is cut")


class Findings(Answer):
    """All attributions of a window."""

    attributions: list[Found]


class Verdict(Answer):
    """What becomes of one find of the local extractor.

    Where it is mended, source, cue and content are the right ones; else they are empty.
    """

    number: int = Field(description="number of the find")
    verdict: Literal["keep", "drop", "mend"]
    source: list[str]
    cue: list[str]
    content: list[str]


class Verdicts(Answer):
    """What becomes of all finds of a window."""

    verdicts: list[Verdict]


def json_schema(kind: type[Answer]) -> dict[str, Any]:
    """The JSON schema of an answer, without what constrained decoders don't know.

    >>> schema = json_schema(Findings)
    >>> schema["required"], schema["additionalProperties"]
    (['attributions'], False)
    """
    schema = kind.model_json_schema()
    definitions = schema.pop("$defs", {})
    inlined = _inlined(schema, definitions)
    assert isinstance(inlined, dict)
    return inlined


def _inlined(node: object, definitions: dict[str, Any]) -> object:
    """The schema without references, titles and notes on the classes."""
    if isinstance(node, list):
        return [_inlined(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _inlined(definitions[node["$ref"].rpartition("/")[2]], definitions)
    dropped = {"title"} | ({"description"} if "properties" in node else set())
    return {
        key: {name: _inlined(part, definitions) for name, part in value.items()}
        if key == "properties"
        else _inlined(value, definitions)
        for key, value in node.items()
        if key not in dropped
    }
