"""The page one is on in each language of the site, to switch to and for search engines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from flask import request

from navigator.content.languages import ENGLISH, Language
from navigator.web.language import current_language
from navigator.web.page import came_from


@dataclass(frozen=True, slots=True)
class Offer:
    """A page in one language; ``name`` is what the language calls itself."""

    name: str
    tag: str
    direction: str
    url: str
    is_current: bool


def offers(languages: Iterable[Language]) -> tuple[Offer, ...]:
    """Return the present page in each of ``languages``; none where there is only one."""
    spoken = tuple(languages)
    if len(spoken) == 1:
        return ()
    current, page = current_language(), _page()
    mounted = request.root_path.removesuffix(_prefix(current))
    return tuple(
        Offer(
            language.name,
            language.tag,
            language.direction,
            f"{mounted}{_prefix(language)}{page}",
            language is current,
        )
        for language in spoken
    )


def _prefix(language: Language) -> str:
    return "" if language is ENGLISH else f"/{language.code}"


def _page() -> str:
    """Return the address without language; the home page where there is nothing to go back to."""
    rule, origin = request.url_rule, came_from()
    if rule is None or "GET" not in (rule.methods or ()):
        return "/"
    return quote(request.path) + (f"?from={origin}" if origin else "")
