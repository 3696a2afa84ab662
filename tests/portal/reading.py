# SPDX-License-Identifier: EUPL-1.2
"""The portal's standards without a database, and a page as a reader's program finds it."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

from pendopo.standards.compiling import to_domain
from pendopo.standards.schema import Service
from pendopo.standards.stored import Compiled
from tests.real_offices import read_all

VOID = {"br", "col", "hr", "img", "input", "link", "meta", "path", "use", "circle"}


@cache
def compiled(office: str, slug: str) -> Compiled:
    """A standard of one of the two offices, straight from its file."""
    national, folders = read_all()
    files = [file for one in folders if one.office.word.code == office for file in one.services]
    files += national.services
    service = next(file.word for file in files if file.word.slug == slug)
    return Compiled(service, to_domain(service, national.classes.word.classes), ())


def changed(one: Compiled, **changes: object) -> Compiled:
    """The same standard with other words in it."""
    service = Service.model_validate(one.service.model_dump(by_alias=True) | changes, strict=False)
    return Compiled(service, to_domain(service), ())


class Page(HTMLParser):
    """A page's words below its title, its tags, and the language that each word stands in."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.spoken: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = [("", "")]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        self.tags.append((tag, found))
        if tag not in VOID:
            self._open.append((tag, found.get("lang", self._open[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open[-1][0] != "title":
            self.spoken.append((" ".join(data.split()), self._open[-1][1]))

    @property
    def text(self) -> str:
        """All words in their order, with single spaces."""
        return " ".join(words for words, _ in self.spoken)

    def language_of(self, words: str) -> str:
        """The language that these words are marked with."""
        return next(language for spoken, language in self.spoken if words in spoken)

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every tag of that name."""
        return [found for name, found in self.tags if name == tag]
