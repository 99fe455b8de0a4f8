"""Plain text files: one article each."""

from collections.abc import Iterator

from kgraph.errors import InputRefused
from kgraph.ingest.articles import LONGEST_TEXT, too_long
from kgraph.ingest.drafts import Draft, Source, empty
from kgraph.ingest.encoding import decode

_MOST_BYTES = 4 * LONGEST_TEXT


def read_text(source: Source) -> Iterator[Draft | InputRefused]:
    """The file as one article; title, date and the rest come from the lines above its body.

    Raises:
        InputRefused: The file is empty, binary, too long, or in an unknown encoding.
    """
    # However large the file is, no more of it is ever held.
    data = source.stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise too_long(source.where)
    if not data.strip():
        raise empty(source.where)
    text = decode(data, source.where)
    yield Draft(where=source.where, key=source.key, keyed=False, text=text)
