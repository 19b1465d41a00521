"""Texts of the content as safe markup: paragraphs, lists, links, bold; all else stays text."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARKED = re.compile(r"[*_\[\]\\&`\n<>]|^[-+\d]|https?://")
_ADDRESS = re.compile(r"(?<![(<\[])https?://[^\s)>\]]*[^\s)>\].,;:]")
_PHONE = re.compile(r"\+?\d[\d\-(). ]{1,18}\d")


def prose(text: str) -> Markup:
    """Return ``text`` as paragraphs, lists and links; raw HTML in it stays visible text."""
    if not text:
        return Markup("")
    if _MARKED.search(text) is None:
        return Markup("<p>%s</p>") % text  # most texts: no need to parse them
    return Markup(_markdown().render(_ADDRESS.sub(r"<\g<0>>", text)))


def web_address(text: str | None) -> str:
    """Return ``text`` if it is an address of the web, else ""; nothing else becomes a link."""
    found = (text or "").strip()
    return found if found.startswith(("https://", "http://")) else ""


def shown_address(link: str) -> str:
    """Return an address as it reads on paper: without its scheme and closing slash."""
    parts = urlsplit(link)
    return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")


def dialed(phone: str | None) -> str:
    """Return the first number in ``phone`` as a telephone dials it, "" if there is none."""
    found = _PHONE.search(phone or "")
    return re.sub(r"[^\d+]", "", found.group()) if found else ""


def source_parts(source: str) -> tuple[str, str]:
    """Return the title and the address of "Title, https://..."; either may be ""."""
    title, _, address = source.partition("http")
    link = web_address(f"http{address}") if address else ""
    return (title.rstrip(" ,:;") if link else source), link


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    rules = ["list", "link", "emphasis", "escape", "entity", "newline", "autolink"]
    made: MarkdownIt = import_module("markdown_it").MarkdownIt("zero", {"html": False})
    return made.enable(rules)
