"""A page as a browser would take it apart: elements, attributes, and the text under one class."""

from html.parser import HTMLParser


class Parsed(HTMLParser):
    """The elements of a page with their attributes, and the words inside each ``.text``."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._depth = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        self.elements.append((tag, facts))
        if tag == "div":
            if self._depth:
                self._depth += 1
            elif facts.get("class") == "text":
                self._depth = 1
                self.texts.append("")

    def handle_endtag(self, tag):
        if tag == "div" and self._depth:
            self._depth -= 1

    def handle_data(self, data):
        if self._depth:
            self.texts[-1] += data

    @property
    def ids(self) -> list[str]:
        return [facts["id"] for _, facts in self.elements if facts.get("id")]

    @property
    def links(self) -> list[str]:
        return [facts["href"] or "" for tag, facts in self.elements if tag == "a"]


HARMLESS = {
    "a", "article", "b", "blockquote", "body", "button", "datalist", "dd", "details", "div", "dl",
    "dt", "form", "h1", "h2", "h3", "head", "html", "i", "input", "label", "li", "link", "main",
    "meta", "nav", "code", "option", "p", "section", "span", "style", "summary", "table", "tbody",
    "td", "textarea", "th", "thead", "title", "tr", "ul",
}  # fmt: skip


def assert_harmless(page: str) -> None:
    """No element that a template hasn't, no handler, no address that runs."""
    parsed = Parsed(page)
    assert {tag for tag, _ in parsed.elements} <= HARMLESS
    for _, facts in parsed.elements:
        assert not [name for name in facts if name.startswith("on") or name == "style"]
    for link in parsed.links:
        assert link.startswith(("#", "/", "http://", "https://")), link
        assert not link.startswith("//"), link
