# SPDX-License-Identifier: EUPL-1.2
"""A page as it was made, with a form on it filled in as somebody had typed.

The page is written again word for word but for the values of the one form. So every form of the
counter can be given back, whoever made it, and with whatever it asks today.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from types import MappingProxyType
from urllib.parse import urlsplit

FRESH = frozenset({"csrfmiddlewaretoken", "form_key", "writer", "draft"})
"""Fields of which the page's own value holds, never the old one."""
_PRESSED = frozenset({"submit", "button", "image", "reset"})
_LEFT_ALONE = _PRESSED | {"file", "password"}
_TICKED = frozenset({"checkbox", "radio"})

Attributes = Sequence[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Refilled:
    """The page again. `lost`: what was typed into fields that the page no longer has."""

    html: str
    lost: Mapping[str, Sequence[str]]


def refilled(
    html: str,
    typed: Mapping[str, Sequence[str]],
    *,
    path: str,
    page: str,
    word: str = "",
    hidden: Mapping[str, str] = MappingProxyType({}),
) -> Refilled | None:
    """Fill in the form that is sent to `path`; None where the page at `page` has none.

    Of several, the one that has most of the fields. `word` is put at the top of the page's main
    part, the `hidden` fields into the form. What finds no field any more goes along hidden.
    """
    forms = _Forms(page)
    forms.feed(html)
    forms.close()
    able = [one for one in forms.found if one.path == path]
    best = max(able, key=lambda one: len(one.names & set(typed)), default=None)
    if best is None:
        return None
    writer = _Writer(best, typed, word, hidden)
    writer.feed(html)
    writer.close()
    return Refilled("".join(writer.out), writer.lost)


@dataclass(slots=True)
class _Form:
    """A form as it stands on the page: the how-manieth, and the folds around it."""

    number: int
    path: str
    id: str
    folds: tuple[int, ...]
    names: set[str] = field(default_factory=set)
    pressed: set[str] = field(default_factory=set)

    def note(self, name: str, pressed: bool) -> None:
        """It has a field, or a button, of this name."""
        (self.pressed if pressed else self.names).add(name)


class _Forms(HTMLParser):
    """All forms of a page that are sent by POST, with their fields."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Form] = []
        self._page = page
        self._seen = self._details = 0
        self._open: _Form | None = None
        self._folds: list[int] = []
        self._elsewhere: list[tuple[str, str, bool]] = []

    def close(self) -> None:
        """The page ends: fields that stood elsewhere find the form that they name."""
        super().close()
        for id_, field_name, pressed in self._elsewhere:
            for one in self.found:
                if one.id == id_:
                    one.note(field_name, pressed)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """A form, a fold or a field begins."""
        values = dict(attrs)
        if tag == "details":
            self._folds.append(self._details)
            self._details += 1
        elif tag == "form":
            self._begin(values)
        elif tag in ("input", "select", "textarea", "button") and values.get("name"):
            self._note(values, tag)

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        if tag == "details" and self._folds:
            self._folds.pop()
        elif tag == "form":
            self._open = None

    def _begin(self, values: Mapping[str, str | None]) -> None:
        self._open = None
        if (values.get("method") or "").lower() == "post":
            path = urlsplit(values.get("action") or "").path or self._page
            self._open = _Form(self._seen, path, values.get("id") or "", tuple(self._folds))
            self.found.append(self._open)
        self._seen += 1

    def _note(self, values: Mapping[str, str | None], tag: str) -> None:
        pressed = tag == "button" or values.get("type") in _PRESSED
        if named := values.get("form"):
            self._elsewhere.append((named, values["name"] or "", pressed))
        elif self._open is not None:
            self._open.note(values["name"] or "", pressed)


class _Writer(HTMLParser):
    """The page written again, with the values of one form put in."""

    def __init__(
        self,
        form: _Form,
        typed: Mapping[str, Sequence[str]],
        word: str,
        hidden: Mapping[str, str],
    ) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self._form, self._word = form, word
        self._hidden = {name: [value] for name, value in hidden.items()}
        self._typed = {name: list(values) for name, values in typed.items() if name not in FRESH}
        known = form.names | form.pressed
        self.lost = {name: values for name, values in self._typed.items() if name not in known}
        self._left = {name: list(values) for name, values in self._typed.items()}
        self._seen = self._details = 0
        self._inside = False
        self._select: str | None = None
        self._silent = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Write it as it was, or as it is to be."""
        text = self.get_starttag_text() or ""
        match tag:
            case "details":
                text = self._unfolded(attrs, text)
            case "form":
                self._inside = self._seen == self._form.number
                self._seen += 1
                text += "".join(_hidden(self._hidden)) if self._inside else ""
            case "main":
                text += self._word
            case "input" | "textarea" | "select" | "option" if self._is_ours(tag, attrs):
                text = self._filled(tag, dict(attrs), text)
        self.out.append(text)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """As one without the stroke: no element of a form has contents that way."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Write it; before the form ends, what found no field."""
        if tag == "form" and self._inside:
            self.out += _hidden(self.lost)
            self._inside = False
        if tag == "select":
            self._select = None
        if tag == "textarea":
            self._silent = False
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Text; what a filled textarea held is left out."""
        if not self._silent:
            self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        """As it was."""
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """As it was."""
        self.handle_data(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        """As it was."""
        self.out.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """As it was."""
        self.out.append(f"<!{decl}>")

    def _is_ours(self, tag: str, attrs: Attributes) -> bool:
        if tag == "option":
            return self._select is not None
        values = dict(attrs)
        named = values.get("form")
        ours = named == self._form.id if named else self._inside
        name = values.get("name") or ""
        return ours and bool(name) and name not in FRESH and values.get("type") not in _LEFT_ALONE

    def _filled(self, tag: str, values: dict[str, str | None], text: str) -> str:
        if tag == "option":
            value = values.get("value")
            chosen = value in self._typed.get(self._select or "", ())
            return text if value is None else _with(tag, values, "selected", chosen)
        name = values.get("name") or ""
        if tag == "select":
            self._select = name
            return text
        if values.get("type") in _TICKED:
            chosen = (values.get("value") or "on") in self._typed.get(name, ())
            return _with(tag, values, "checked", chosen)
        if not self._left.get(name):
            return text
        typed = self._left[name].pop(0)
        if tag == "textarea":
            self._silent = True
            return f"{text}\n{escape(typed)}"
        return _written(tag, {**values, "value": typed})

    def _unfolded(self, attrs: Attributes, text: str) -> str:
        number, self._details = self._details, self._details + 1
        wanted = number in self._form.folds
        return _with("details", dict(attrs), "open", True) if wanted else text


def _with(tag: str, values: Mapping[str, str | None], flag: str, on: bool) -> str:
    kept = {name: value for name, value in values.items() if name != flag}
    return _written(tag, {**kept, flag: None} if on else kept)


def _written(tag: str, values: Mapping[str, str | None]) -> str:
    told = (
        name if value is None else f'{name}="{escape(value)}"' for name, value in values.items()
    )
    return f"<{' '.join((tag, *told))}>"


def _hidden(values: Mapping[str, Collection[str]]) -> Iterator[str]:
    for name, several in values.items():
        for value in several:
            yield _written("input", {"type": "hidden", "name": name, "value": value})
