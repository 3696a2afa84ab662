# SPDX-License-Identifier: EUPL-1.2
"""A page's form as a browser would send it: what stands in each field, and filling them in."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser


class HtmlForm(HTMLParser):
    """The fields of the form with this id, or of all forms. What is in a `<template>` is no field.

    `fields` maps a name to what would be sent; `known` are all names that stand there.
    """

    def __init__(self, html: str, form_id: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.fields: dict[str, str] = {}
        self.known: set[str] = set()
        self.labels: set[str] = set()
        self.ids: set[str] = set()
        self.hidden: set[str] = set()
        self._wanted, self._inside = form_id, not form_id
        self._templates, self._select, self._area = 0, "", ""
        self._hiding: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag == "form" and self._wanted:
            self._inside = found.get("id") == self._wanted
        self._templates += tag == "template"
        if self._templates or not self._inside:
            return
        self.ids |= {found["id"]} if "id" in found else set()
        if tag == "label":
            self.labels.add(found.get("for", ""))
        if "data-place" in found and "hidden" in found:
            self.hidden.add(found["data-place"])
        self._field(tag, found)

    def _field(self, tag: str, found: dict[str, str]) -> None:
        name = found.get("name", "")
        kind = found.get("type", "text")
        if tag == "input" and name and kind not in ("file", "submit"):
            self.known.add(name)
            if kind not in ("radio", "checkbox") or "checked" in found:
                self.fields[name] = found.get("value", "on" if kind == "checkbox" else "")
        elif tag == "select":
            self._select = name
            self.known.add(name)
            self.fields[name] = ""
        elif tag == "option" and self._select and "selected" in found:
            self.fields[self._select] = found.get("value", "")
        elif tag == "textarea":
            self._area = name
            self.known.add(name)
            self.fields[name] = ""

    def handle_endtag(self, tag: str) -> None:
        self._templates -= tag == "template"
        self._select = "" if tag == "select" else self._select
        self._area = "" if tag == "textarea" else self._area
        if tag == "form" and self._wanted:
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data


def typed(values: Mapping[str, object], place: str = "isi") -> dict[str, str]:
    """The values of a standard's form under the names of its page's fields, as people type."""
    found: dict[str, str] = {}
    for key, value in values.items():
        name = f"{place}/{key}"
        if isinstance(value, Mapping):
            found |= typed(value, name)
        elif isinstance(value, list):
            for number, row in enumerate(value, start=1):
                found |= typed(row, f"{name}/{number}")
        else:
            found[name] = {True: "ya", False: "tidak"}.get(value, str(value))  # type: ignore[call-overload]
    return found
