"""The one place where articles are made: checked, dated, laid out, their language noted."""

from collections.abc import Mapping
from dataclasses import fields

from kgraph.errors import InputRefused
from kgraph.ingest import dates, language
from kgraph.ingest.credits import credited
from kgraph.ingest.drafts import Draft
from kgraph.ingest.layout import laid_out
from kgraph.model import Article

LONGEST_TEXT = 1_000_000
"""Characters of an article's text; a book of 500 pages has as many."""


def article(
    *,
    key: str,
    text: str,
    where: str = "",
    title: str = "",
    url: str = "",
    outlet: str = "",
    author: str = "",
    published: str = "",
    modified: str = "",
    language: str = "",
    retrieved: str = "",
    keyed: bool = True,
    metadata: Mapping[str, str] | None = None,
) -> Article:
    r"""An article whose text is exactly the given one, with everything noted that it says of itself.

    What is not given is read from the lines above the text's body ("Title: …", "date 2025-04-28 …",
    a byline), where it has them.

    Args:
        key: What stays the same across its versions.
        text: The text, kept to the last character.
        where: How a refusal names it; its key where that says enough.
        title: Its title; whitespace becomes single, as in ``outlet`` and ``author``.
        url: Where it was published.
        outlet: Who published it.
        author: Who wrote it.
        published: A date in any form that ``dates.normalised`` takes.
        modified: The same for its last change.
        language: The language that is declared, e.g. "en-GB"; see ``language.noted``.
        retrieved: When it was fetched, as for ``published``.
        keyed: Whether ``key`` is an id or a URL rather than a file's name.
        metadata: Further keys, and their values as JSON text.

    Raises:
        InputRefused: There is no text or no key, the text is too long or holds characters that are
            no text, or a date is no date.

    >>> found = article(key="a", text="Date: 2 May 2025\n\nThe envoy came back.")
    >>> found.published, found.paragraphs[1].kind
    ('2025-05-02', 'text')
    """
    given = Draft(
        where=where or key,
        key=key,
        text=text,
        keyed=keyed,
        title=title,
        url=url,
        outlet=outlet,
        author=author,
        published=published,
        modified=modified,
        language=language,
        retrieved=retrieved,
        metadata=metadata or {},
    )
    return made(given)


def made(draft: Draft, *, outlet: str = "", date: str = "") -> Article:
    """The article of a draft.

    Args:
        draft: What a reader found.
        outlet: Outlet where neither draft nor text names one.
        date: Date of publication where neither gives one.

    Raises:
        InputRefused: As for ``article``.
    """
    _check(draft)
    where, text = draft.where, draft.text
    header, paragraphs = laid_out(text, _line(draft.title))
    named = _line(draft.outlet) or _line(header.outlet) or _line(outlet)
    author = _line(draft.author) or _line(header.author)
    published = draft.published or header.published or date
    modified = draft.modified or header.modified
    return Article(
        key=draft.key,
        text=text,
        paragraphs=paragraphs,
        title=_line(draft.title) or _line(header.title),
        url=draft.url.strip() or header.url,
        outlet=named,
        author=author,
        published=dates.normalised(published, where) if published.strip() else "",
        modified=dates.normalised(modified, where) if modified.strip() else "",
        credits=credited(text, paragraphs, author, named),
        language=_language(draft, header.language),
        retrieved=dates.normalised(draft.retrieved, where) if draft.retrieved else "",
        keyed=draft.keyed,
        metadata=tuple(sorted(draft.metadata.items())),
    )


def _language(draft: Draft, declared: str) -> str:
    return language.noted(draft.text, draft.language or declared)


def _line(words: str) -> str:
    """The words on one line."""
    return " ".join(words.split())


def _check(draft: Draft) -> None:
    """The draft has a key and a text that is text.

    Raises:
        InputRefused: It has not.
    """
    if not draft.key.strip():
        raise InputRefused(draft.where or "an article", "it has no key", "give it an id")
    if not draft.text.strip():
        raise InputRefused(draft.where, "it has no text", "give the article's text")
    if len(draft.text) > LONGEST_TEXT:
        raise too_long(draft.where)
    for field in fields(draft):
        value = getattr(draft, field.name)
        values = [*value, *value.values()] if isinstance(value, Mapping) else [str(value)]
        for words in values:
            _check_characters(draft.where, field.name, words)


def _check_characters(where: str, field: str, words: str) -> None:
    if "\0" in words:
        raise InputRefused(
            where, f"its {field} holds NUL characters", "take them out or export it anew"
        )
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise InputRefused(
            where,
            f"its {field} holds half a character (lone surrogate U+{ord(words[error.start]):04X})",
            "export it anew in valid UTF-8",
        ) from error


def too_long(where: str) -> InputRefused:
    """The refusal of a text that no single article has."""
    return InputRefused(
        where,
        f"its text is longer than {LONGEST_TEXT // 1_000_000} million characters",
        "split it into its articles",
    )
