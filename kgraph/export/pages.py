"""The one home of Jinja: templates of the page export and of the server, always escaping."""

import re
from datetime import date, datetime
from typing import Final
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kgraph.export.marks import hint

_NOT_HTML: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def environment(package: str) -> Environment:
    """Templates of the package, falling back on those that every page shares.

    Every value is escaped for HTML. ``| link`` lets only absolute http(s) addresses through, as
    an article's URL is text from outside and may be ``javascript:``. Characters that HTML cannot
    hold are shown as �.
    """
    from jinja2 import ChoiceLoader  # noqa: PLC0415

    loaders = [PackageLoader(package), PackageLoader("kgraph.export")]
    made = Environment(
        loader=ChoiceLoader(loaders), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_final,
    )  # fmt: skip
    made.filters["link"] = safe_link
    made.filters["host"] = host
    made.filters["day"] = day
    made.globals["hint"] = hint
    return made


def visible(text: str) -> str:
    r"""The text with � for each character that HTML (section 13.1.4) or UTF-8 cannot hold.

    >>> visible("a\x00b\n\ud800")
    'a�b\n�'
    """
    return _NOT_HTML.sub("�", text)


def _final(value: object) -> object:
    # Markup is made of values that came through here already.
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


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


def host(address: str) -> str:
    """The host that a safe link leads to.

    >>> host("https://news.example/a?b")
    'news.example'
    """
    return urlsplit(address).hostname or address


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
