"""kgraph is a claim-tracking knowledge graph for news: who said what, through whom, who answered."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("kgraph")
except PackageNotFoundError:  # a checkout that isn't installed
    __version__ = "0.0.0"

__all__ = ["__version__"]
