"""The one home of Jinja: templates of the page export and of the server, always escaping."""

from datetime import date, datetime
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment(package: str) -> Environment:
    """Templates of the package, falling back on those that every page shares.

    Every value is escaped for HTML. ``| link`` lets only absolute http(s) addresses through, as
    an article's URL is text from outside and may be ``javascript:``.
    """
    from jinja2 import ChoiceLoader  # noqa: PLC0415

    loaders = [PackageLoader(package), PackageLoader("kgraph.export")]
    made = Environment(
        loader=ChoiceLoader(loaders), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["link"] = safe_link
    made.filters["day"] = day
    return made


def safe_link(address: str) -> str:
    """The address if a browser may follow it, else "".

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def day(moment: str) -> str:
    """An ISO date or date-time as people write it; anything else as it is.

    >>> day("2025-04-28T11:05:00Z"), day("2025-05"), day("")
    ('28 April 2025', '2025-05', '')
    """
    try:
        found = datetime.fromisoformat(moment) if "T" in moment else date.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{found.day} {found:%B %Y}"
