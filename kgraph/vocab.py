"""Namespaces, names of graphs, and the files of the ontology.

This is the only module that spells an IRI of a vocabulary.
"""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from kgraph import ids

KG = f"{ids.BASE}ns#"
ACT = f"{ids.BASE}act/"
SCHEMA = "https://schema.org/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"
TIME = "http://www.w3.org/2006/time#"
SH = "http://www.w3.org/ns/shacl#"
WD = "http://www.wikidata.org/entity/"

PREFIXES = {
    "kg": KG,
    "act": ACT,
    "schema": SCHEMA,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "prov": PROV,
    "sem": SEM,
    "oa": OA,
    "dcterms": DCTERMS,
    "time": TIME,
    "sh": SH,
    "wd": WD,
}
"""Prefixes that every query may use without declaring them, and that Turtle is written with."""

COLLECTION = ids.local("graph", "collection")
"""Graph of facts about this collection: store format, versions, withdrawals."""

DECISIONS = ids.local("graph", "decisions")
"""Graph of what people decided: kept when derived graphs are rebuilt."""

WATCHES = ids.local("graph", "watches")
"""Graph of watch-lists: kept when derived graphs are rebuilt."""

TOPICS = ids.local("graph", "topics")
"""Graph of topics as SKOS concepts: kept when derived graphs are rebuilt."""

GAZETTEERS = ids.local("graph", "gazetteers")
"""Graph of the gazetteers that names are linked by, beside the shipped ones."""

OWN = (COLLECTION, DECISIONS, WATCHES, TOPICS, GAZETTEERS)
"""Graphs of the collection and its people: neither evidence nor derived from it."""

ACTORS = ids.local("graph", "actors")
"""Derived graph: which article-scoped entities are one actor."""

CLAIMS = ids.local("graph", "claims")
"""Derived graph: which statements make the same claim, and what is known of each claim."""

COPIES = ids.local("graph", "copies")
"""Derived graph: which articles carry one wire text."""

RELATIONS = ids.local("graph", "relations")
"""Derived graph: who answers, contradicts, updates or repeats whom, with reasons."""

SHORTCUTS = ids.local("graph", "shortcuts")
"""Derived graph: direct edges such as ``:Putin kg:announces :ceasefire``."""

DOUBTS = ids.local("graph", "doubts")
"""Derived graph: pairs that may be one, for a person to decide on."""

HAPPENINGS = ids.local("graph", "happenings")
"""Derived graph: which words of which articles tell of one event."""

DERIVED = (ACTORS, CLAIMS, COPIES, RELATIONS, DOUBTS, HAPPENINGS, SHORTCUTS)
"""Every graph that resolution may drop and rebuild."""


def ontology_file(name: str) -> Traversable:
    """The file of the ontology with this name, wherever the package is installed.

    Raises:
        FileNotFoundError: The installation lacks it.
    """
    packaged = resources.files("kgraph").joinpath("ontology", name)
    # An editable install reads the files where they are written by hand, beside the package.
    checkout = Path(__file__).parent.parent / "ontology" / name
    for file in (packaged, checkout):
        if file.is_file():
            return file
    raise FileNotFoundError(f"ontology/{name} is not in this installation of kgraph")
