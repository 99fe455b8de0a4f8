"""Files → Articles: plain text, HTML, JSON Lines, feeds and WARC, read one after the other."""

from kgraph.ingest.articles import article
from kgraph.ingest.reading import READERS, read, read_each

__all__ = ["READERS", "article", "read", "read_each"]
