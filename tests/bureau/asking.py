# SPDX-License-Identifier: EUPL-1.2
"""How a test fills in a form of the bureau: what the page has, with what is typed over it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client

HIDDEN = re.compile(r'<input type="hidden" name="(?P<name>[a-z_]+)" value="(?P<value>[^"]*)"')


def hidden(page: HttpResponse, form: int = -1) -> dict[str, str]:
    """The hidden fields of the page's last form with a key, or of the one with that number."""
    forms = [
        found
        for text in re.findall(r"<form\b.*?</form>", page.content.decode(), re.DOTALL)
        if "form_key" in (found := {m["name"]: unescape(m["value"]) for m in HIDDEN.finditer(text)})
    ]
    return forms[form]


def sent(client: Client, address: str, /, *, form: int = 0, **typed: Any) -> HttpResponse:
    """Open the page, fill its first form in and send it, without following where it leads."""
    return client.post(address, {**hidden(client.get(address), form), **typed})
