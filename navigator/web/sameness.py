"""Parts of pages that depend on nothing but the language and a few words: written only once."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from markupsafe import Markup

from navigator.web.language import current_language


def written_once(app: Flask) -> Callable[..., Markup]:
    """Return what gives a template of ``app`` as written for the present language.

    It takes the template's name and the words it holds. Both come from our own templates: what is
    kept must not grow with what people do.
    """
    written: dict[tuple[object, ...], Markup] = {}

    def give(template: str, **words: str) -> Markup:
        key = (current_language().code, template, *words.values())
        found = written.get(key)
        if found is None:
            found = Markup(app.jinja_env.get_template(template).render(words))
            written[key] = found
        return found

    return give
