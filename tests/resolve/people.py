"""Articles that only name people and bodies, made from a line for each."""

from kgraph import ids
from kgraph.model import Article, Entity, Extraction, Mention, Role


def one(name, kind="person", role="", body="", alias=(), link=""):
    return {"name": name, "kind": kind, "role": role, "body": body, "alias": alias, "link": link}


def body(name, **more):
    return one(name, "organization", **more)


def place(name, **more):
    return one(name, "place", **more)


def telling(key, *named, day="2025-05-01"):
    """An extraction whose text is the names, one a line, each an entity of its own."""
    lines = [n if isinstance(n, dict) else one(n) for n in named]
    text = "\n".join(line["name"] for line in lines) or "Nothing."
    article = Article(key=key, text=text, outlet="Courier", published=day, language="en")
    entities, at = [], 0
    for line in lines:
        span = (at, at + len(line["name"]))
        at = span[1] + 1
        roles = (Role(title=line["role"], organization=line["body"], span=span),)
        entities.append(
            Entity(
                id=ids.digest(article.id, line["kind"], line["name"], str(span[0])),
                name=line["name"],
                type=line["kind"],
                names=tuple(sorted(line["alias"])),
                mentions=(Mention(start=span[0], end=span[1], kind="name"),),
                roles=roles if line["role"] else (),
                wikidata=line["link"],
            )
        )
    return Extraction(article=article, entities=tuple(entities), extractor="by hand")
