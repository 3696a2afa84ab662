# SPDX-License-Identifier: EUPL-1.2
"""The documentation of the API as a page without scripts, made of its own description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pendopo.api.app import api


@dataclass(frozen=True, slots=True)
class Told:
    """One operation as the page tells it."""

    method: str
    path: str
    summary: str
    says: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The operations of one subject."""

    title: str
    operations: tuple[Told, ...]


def docs_page(request: HttpRequest) -> HttpResponse:
    """All operations with who may call them and what they may answer."""
    schema = api.get_openapi_schema()
    context = {"parts": parts_of(schema), "info": schema["info"]}
    return render(request, "api/docs.html", context)


def parts_of(schema: dict[str, Any]) -> tuple[Part, ...]:
    """The operations of an OpenAPI description by their subject, in their order."""
    found: dict[str, list[Told]] = {}
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            title = next(iter(told.get("tags", ())), "")
            found.setdefault(title, []).append(_told(method, path, told))
    return tuple(Part(title, tuple(operations)) for title, operations in found.items())


def _told(method: str, path: str, told: dict[str, Any]) -> Told:
    answers = tuple(
        (str(code), str(answer.get("description", "")))
        for code, answer in sorted(told["responses"].items(), key=lambda one: int(one[0]))
    )
    return Told(method.upper(), path, told["summary"], told.get("description", ""), answers)
