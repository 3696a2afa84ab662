# SPDX-License-Identifier: EUPL-1.2
"""Words on pages: all of them can be translated, and the English ones are all there."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, TokenType
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from tests.rules.repository import ROOT, files, name, python_files, said, tree

CATALOGUE = ROOT / "pendopo" / "locale" / "en" / "LC_MESSAGES" / "django.mo"
SPOKEN = {"alt", "aria-label", "aria-description", "content", "placeholder", "summary", "title"}
"""Attributes whose text somebody sees or hears."""
NAMES = {"Pendopo", "Bahasa", "Indonesia", "English", "API", "OpenAPI", "openapi", "json"}
"""What is called the same in every language; a language is called as it calls itself."""
MARKERS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
FOR_MACHINES = re.compile(r"width=|noindex|[#\w-]+/[\w-]+|#[0-9a-f]{3,8}$")
"""What stands in `content` for browsers: a viewport, a colour, what robots may do."""


@cache
def _templates() -> tuple[Path, ...]:
    """Those of all pages, and those that a part keeps for itself."""
    return tuple(p for p in files() if p.suffix == ".html" and "templates" in p.parts)


def _template_name(path: Path) -> str:
    """As Django finds it: what follows the folder `templates`."""
    return path.as_posix().rpartition("/templates/")[2]


class _Bare(HTMLParser):
    """The words of a page that stand outside every translation."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent = tag
        spoken = (value or "" for key, value in attrs if key in SPOKEN)
        self.words += [text for text in spoken if not FOR_MACHINES.match(text)]

    def handle_endtag(self, tag: str) -> None:
        self._silent = "" if tag == self._silent else self._silent

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def _without_tags(text: str) -> str:
    """The template's own text, with nothing where Django will put something."""
    kept, inside = [], False
    for token in Lexer(text).tokenize():
        word = token.contents.split(maxsplit=1)[0] if token.contents.strip() else ""
        if token.token_type is TokenType.BLOCK and "blocktrans" in word:
            inside = not word.startswith("end")
        elif token.token_type is TokenType.TEXT and not inside:
            kept.append(token.contents)
    return "".join(kept)


def _bare_words(text: str) -> Iterator[str]:
    parser = _Bare()
    parser.feed(_without_tags(text))
    parser.close()
    for words in parser.words:
        yield from (word for word in LETTERS.findall(words) if word not in NAMES)


def test_every_text_of_every_template_can_be_translated() -> None:
    found = [
        f"{name(path)}: «{word}»"
        for path in _templates()
        for word in _bare_words(path.read_text(encoding="utf-8"))
    ]
    assert not found, said(found, "put it into {% translate %} or {% blocktranslate %}.")


def test_a_bare_word_is_known_where_one_stands() -> None:
    page = '<p title="Tutup">{% translate "Buka" %} halo {{ name }}</p><meta content="width=1">'
    assert list(_bare_words(page)) == ["Tutup", "halo"]


def _of_template(path: Path) -> Iterator[str]:
    """What the template asks the catalogue for, however deep it stands."""
    template = get_template(_template_name(path))
    nodes = template.template.nodelist  # type: ignore[attr-defined]
    for node in nodes.get_nodes_by_type(TranslateNode):
        yield str(node.filter_expression.var.literal)
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        yield node.render_token_list(node.singular)[0]


def _of_python(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func).rpartition(".")[2]
            text = node.args[0]
            if called in MARKERS and isinstance(text, ast.Constant):
                yield str(text.value)


@cache
def _translated() -> dict[str, str]:
    """Indonesian → English; of a counted text the singular."""
    with CATALOGUE.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {key[0] if isinstance(key, tuple) else key: text for key, text in catalogue.items()}


def test_every_text_is_in_the_english_catalogue() -> None:
    wanted = {(text, name(path)) for path in _templates() for text in _of_template(path)}
    wanted |= {(text, name(path)) for path in python_files("pendopo") for text in _of_python(path)}
    found = [f"{place}: «{text}»" for text, place in sorted(wanted) if not _translated().get(text)]
    mend = "add it to pendopo/locale/en/LC_MESSAGES/django.po and compile; its head says how."
    assert not found, said(found, mend)


def test_templates_and_code_ask_for_texts_at_all() -> None:
    assert sum(1 for path in _templates() for _ in _of_template(path)) > 20
    assert sum(1 for path in python_files("pendopo/portal") for _ in _of_python(path)) > 20
