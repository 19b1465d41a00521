"""Every text of the interface is handed to the translators; none is glued or forgotten."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from navigator.engine import ical, phrases
from navigator.settings import templates_folder

ROOT = Path(__file__).parents[2]
TEMPLATES = templates_folder()
SPEAKERS = ("_", "gettext", "ngettext")
SPOKEN = ("aria-label", "alt", "title", "placeholder", "content")
NOT_SPOKEN = ("viewport", "robots", "color-scheme")  # what <meta> says is for browsers
EXPRESSION = "\ufffc"
LETTER = re.compile(r"[^\W\d_]")


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What pybabel extracts with the settings of pyproject.toml."""
    file = tmp_path_factory.mktemp("extracted") / "interface.pot"
    settings, package = str(ROOT / "pyproject.toml"), str(ROOT / "navigator")
    command = ["pybabel", "-q", "extract", "-F", settings, "-o", str(file)]
    run: Callable[[list[str]], None] = CommandLineInterface().run
    run([*command, package, str(TEMPLATES)])
    with file.open("rb") as read:
        return read_po(read)


class Written(HTMLParser):
    """The texts that a template itself holds, between tags and in attributes that are read out."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if attributes.get("name") not in NOT_SPOKEN:
            self.found += [attributes[name] or "" for name in SPOKEN if name in attributes]

    def handle_data(self, data: str) -> None:
        self.found.append(data.strip())


def unwrapped(source: str) -> list[str]:
    """Return the texts of a template that no translator will see."""
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(source)
    html = "".join(_written(piece) for output in _outputs(tree) for piece in output.nodes)
    return [text for text in Written(html).found if LETTER.search(text)]


def _outputs(node: nodes.Node) -> Iterator[nodes.Output]:
    """Yield what a template puts out, in order; `{% set %}` blocks hold ids for attributes."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Output):
            yield child
        elif not isinstance(child, nodes.AssignBlock) and not _is_unspoken(child):
            yield from _outputs(child)


def _is_unspoken(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Block) and node.name in NOT_SPOKEN


def _written(node: nodes.Node) -> str:
    """Return what an expression itself shows: not what it compares, looks up or hands on."""
    if isinstance(node, nodes.TemplateData):
        return node.data
    if isinstance(node, nodes.Const):
        return str(node.value)
    if isinstance(node, nodes.CondExpr):
        return _written(node.expr1) + (_written(node.expr2) if node.expr2 else "")
    if isinstance(node, nodes.Concat | nodes.Or | nodes.And | nodes.Add):
        return "".join(map(_written, node.iter_child_nodes()))
    return EXPRESSION


def templates() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("template", templates(), ids=lambda path: path.stem)
def test_every_text_of_a_template_is_wrapped(template: Path) -> None:
    assert unwrapped(template.read_text()) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Left</p>",
        "<p>{{ _('One') }} of</p>",
        '<a aria-label="Left"></a>',
        '<img alt="A {{ thing }}">',
        "{{ 'Left' }}",
        "{{ 'Left' if late else _('Right') }}",
        "{{ page.words or 'Left' }}",
        "{{ 'Left ' ~ page.words }}",
        "{% macro m() %}<p>Left</p>{% endmacro %}",
        "{% if a %}{% for b in c %}Left{% endfor %}{% endif %}",
    ],
)
def test_a_text_that_is_not_wrapped_is_found(source: str) -> None:
    assert unwrapped(source)


@pytest.mark.parametrize(
    "source",
    [
        "<p>{{ _('One') }}: {{ page.words }} – 3</p>",
        "{{ '; ' if not loop.last }}",
        "{{ line(_('How'), card.how, 'how') }}",
        '<input type="text" name="answer" class="short">',
        "{% if page.control == 'money' %}${% endif %}",
    ],
)
def test_what_no_one_reads_need_not_be_wrapped(source: str) -> None:
    assert unwrapped(source) == []


def test_every_phrase_of_the_engine_is_in_the_template_for_translators(catalog: Catalog) -> None:
    known = {text for message in catalog for text in _forms(message.id)}
    own = [*_phrases(vars(phrases)), *_phrases(vars(ical))]
    assert len(own) > 50
    assert [phrase for phrase in own if phrase not in known] == []


def test_texts_of_templates_and_pages_are_in_it(catalog: Catalog) -> None:
    for text in ("Leave this site", "Guidance, not a decision.", "Select the month"):
        assert catalog.get(text), text
    plural = catalog.get("%(num)s step")
    assert plural
    assert plural.id == ("%(num)s step", "%(num)s steps")


@pytest.mark.parametrize("module", sorted((ROOT / "navigator").rglob("*.py")), ids=str)
def test_what_is_looked_up_is_written_out(module: Path) -> None:
    """A text made by a variable or an f-string could not be extracted."""
    for call in ast.walk(ast.parse(module.read_text())):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            wanted = {"_": 1, "ngettext": 2, "said": 1, "counted": 2}.get(call.func.id, 0)
            if call.func.id == "said" and module.parent.name != "engine":
                continue
            for text in call.args[:wanted]:
                assert isinstance(text, ast.Constant), f"{module}:{call.lineno}"


def _phrases(constants: dict[str, object]) -> Iterator[str]:
    for name, value in constants.items():
        if name.isupper() and not name.startswith("_"):
            yield from _strings(value)


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            for each in value:
                yield from _strings(each)
        case dict():
            for each in value.values():
                yield from _strings(each)


def _forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)
