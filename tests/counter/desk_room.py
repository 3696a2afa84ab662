# SPDX-License-Identifier: EUPL-1.2
"""The desks of a real office, and its pages as a test reads and answers them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.http import HttpResponse

from pendopo.cases import models
from pendopo.cases.queries import CaseFile, case_file
from pendopo.screens.deeds.controls import Typed
from tests.cases.counter import officer
from tests.counter.real_desks import desk

__all__ = ["desk"]

Sent = dict[str, list[str]]


def file_of(reference: str, position: str = "petugas-loket") -> CaseFile:
    """The file as whoever holds the position would read it."""
    found = case_file(reference, officer(position))
    assert found is not None
    return found


def state(reference: str) -> str:
    """Where a case stands."""
    return models.Case.objects.get(reference=reference).state


def text_of(page: HttpResponse) -> str:
    """The words of a page, without its tags and with single spaces."""
    html = re.sub(r"<(script|style|template)\b.*?</\1>", " ", page.content.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def part_of(page: HttpResponse, id_: str) -> str:
    """The tag with this id, as it is written."""
    found = re.search(rf'<[a-z]+ [^>]*id="{re.escape(id_)}"[^>]*>', page.content.decode())
    assert found, id_
    return found[0]


def key_of(page: HttpResponse) -> str:
    """The key of the first form on a page: what tells one sending of it from another."""
    found = re.search(r'name="form_key" value="([^"]+)"', page.content.decode())
    assert found
    return found[1]


def sent(typed: Typed, **more: str) -> Mapping[str, list[str]]:
    """What a browser posts of what was typed."""
    return {**typed.sent, **{name: [text] for name, text in more.items()}}  # type: ignore[dict-item]
