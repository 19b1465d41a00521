"""A page as a browser reads it, and what must be so on every one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

Tag = dict[str, str]
SCRIPTS = (
    "/static/leave.js",
    "/static/return.js",
    "/static/idle.js",
)  # everything works without them
_VOID = {"meta", "link", "input", "br", "img", "hr"}


@dataclass
class Page(HTMLParser):
    """A parsed page: its tags with their attributes, and its visible text."""

    html: str
    tags: list[tuple[str, Tag]] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    open_tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open_tags.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open_tags, f"</{tag}> closes nothing"
        assert self.open_tags.pop() == tag, f"</{tag}> closes another tag"

    def handle_data(self, data: str) -> None:
        for tag in set(self.open_tags):
            self.texts[tag][-1] += data

    def all(self, tag: str, **attributes: str) -> list[Tag]:
        """Return the attributes of all tags of a name that have ``attributes``."""
        return [
            found
            for name, found in self.tags
            if name == tag and attributes.items() <= found.items()
        ]

    def text(self, tag: str = "body") -> str:
        """Return the visible text of the first such tag, spaces made one."""
        return " ".join(self.texts[tag][0].split())

    def field(self, name: str) -> str:
        """Return what a hidden or text field holds."""
        return self.all("input", name=name)[0]["value"]

    def ids(self) -> list[str]:
        """Return all ids."""
        return [found["id"] for _, found in self.tags if "id" in found]


def check_page(page: Page, status: int) -> None:
    """Fail unless the page is one that everybody can read and use."""
    assert page.all("html")[0].get("lang")
    assert not page.open_tags, "every tag is closed"
    assert len(page.all("h1")) == 1
    _check_title(page, status)
    assert len(page.all("main", id="main")) == 1
    assert len(page.all("form", action="/leave")) == 1, "the way out is on every page"
    assert len(page.ids()) == len(set(page.ids())), "ids are unique"
    _check_labels(page)
    _check_links(page)
    for form in page.all("form"):
        assert form["method"] in ("get", "post")
        assert form["action"].startswith("/")
    tokens = len(page.all("input", name="csrf_token"))
    sent = page.all("form", method="post")
    assert tokens == len([form for form in sent if form["action"] != "/leave"])
    scripts = [script["src"].partition("?")[0] for script in page.all("script")]
    assert scripts[0] == SCRIPTS[0]
    assert set(scripts) <= set(SCRIPTS)
    assert not page.texts["script"][0]
    assert not re.search(r"\sstyle=|\son[a-z]+=", page.html)
    for _, found in page.tags:
        for name in ("aria-describedby", "aria-labelledby"):
            for target in found.get(name, "").split():
                assert target in page.ids(), f"{name} names no part of the page: {target}"


def _check_title(page: Page, status: int) -> None:
    said, heading = unescape(page.text("title")), page.text("h1")
    titles = (f"{heading} - Test site", "Test site")
    is_english = page.all("html")[0]["lang"] == "en"
    assert said.removeprefix("Error: ") in titles if is_english else said.endswith(titles)
    if status == 400 and page.all("form", autocomplete="off"):
        assert said.startswith("Error: ") or not is_english
        assert page.all("div", role="alert"), "what to put right stands at the top"


def _check_labels(page: Page) -> None:
    labelled = {label["for"] for label in page.all("label")}
    for tag in ("input", "select", "textarea"):
        for control in page.all(tag):
            assert control.get("type") == "hidden" or control["id"] in labelled


def _check_links(page: Page) -> None:
    for link in page.all("a"):
        assert link["href"].startswith(("/", "#", "https://", "tel:", "mailto:?"))
        if link["href"].startswith("#"):
            assert link["href"][1:] in page.ids(), f"{link['href']} leads nowhere"
