# SPDX-License-Identifier: EUPL-1.2
"""A program that calls the API; officers are those of the demonstration, applicants invented."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from pendopo.offices.models import Officer
from pendopo.offices.tokens import issue_token
from tests.cases.counter import officer
from tests.people import WATI
from tests.real_offices import PANDAAN

Json = Any
BASE = "/api/v1"
SKCK = f"{BASE}/offices/{PANDAAN}/services/skck"
FORM: dict[str, Json] = {
    "nama": WATI.name,
    "desa": "Kutorejo",
    "keperluan": "kerja",
    "tujuan": "polsek",
    "surat-desa-nomor": "470/12/2026",
    "surat-desa-tanggal": "20-11-2026",
    "nik": WATI.nik,
}


@dataclass(frozen=True, slots=True)
class Said:
    """What the API answered."""

    status: int
    body: Json
    headers: Mapping[str, str]

    @property
    def places(self) -> list[str]:
        """The places that a 422 names."""
        return [one["where"] for one in self.body["problems"]]

    @property
    def codes(self) -> list[str]:
        """The codes of a 409."""
        return [one["code"] for one in self.body["reasons"]]


@dataclass(slots=True)
class Program:
    """Calls the API, and knows how to say who it is."""

    client: Client = field(default_factory=Client)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)

    def token(self, position: str, office: str = PANDAAN) -> str:
        """A token of the first who holds this position."""
        if (office, position) not in self.tokens:
            actor = officer(position, office)
            row = Officer.objects.get(office_id=office, id=actor.officer_id)
            self.tokens[office, position] = issue_token(row)
        return self.tokens[office, position]

    def get(self, path: str, **who: str) -> Said:
        """Ask. `who` is `position` (and `office`), `token` or `code`."""
        return self.send("GET", path, None, **who)

    def post(
        self, path: str, body: Json, *, headers: Mapping[str, str] | None = None, **who: str
    ) -> Said:
        """Send JSON; bytes are sent as they are."""
        return self.send("POST", path, body, headers=headers, **who)

    def send(
        self,
        method: str,
        path: str,
        body: Json = None,
        *,
        headers: Mapping[str, str] | None = None,
        content_type: str = "application/json",
        **who: str,
    ) -> Said:
        """Any method, any body."""
        data = body if isinstance(body, bytes) else json.dumps(body) if body is not None else ""
        answer = self.client.generic(
            method, path, data, content_type, headers={**self._who(**who), **(headers or {})}
        )
        return _said(answer)

    def upload(self, name: str, content: bytes, *, kind: str = "", **sent: str) -> Said:
        """Send a file with the fields of the form; `code` is its tracking code, if any."""
        headers = {"X-Tracking-Code": sent.pop("code")} if "code" in sent else {}
        if "position" in sent:
            headers = self._who(position=sent.pop("position"))
        file = SimpleUploadedFile(name, content, kind or "application/octet-stream")
        return _said(self.client.post(f"{BASE}/uploads", {"file": file, **sent}, headers=headers))

    def _who(
        self, *, position: str = "", office: str = PANDAAN, token: str = "", code: str = ""
    ) -> dict[str, str]:
        bearer = token or (self.token(position, office) if position else "")
        return {
            **({"Authorization": f"Bearer {bearer}"} if bearer else {}),
            **({"X-Tracking-Code": code} if code else {}),
        }

    def filed(self, **changes: Json) -> Json:
        """A case as an applicant opens it: `{reference, code, …}`."""
        said = self.post(f"{SKCK}/cases", {**FORM, **changes})
        assert said.status == 201, said
        return said.body

    def action(self, case: Json, name: str = "act", **who: str) -> Json:
        """One action that this caller may do now."""
        found = self.get(f"{BASE}/cases/{case['reference']}", **who)
        assert found.status == 200, found
        return next(one for one in found.body["actions"] if one["name"] == name)

    def go_on(self, case: Json, outcome: str = "", **who: str) -> Said:
        """The next step by its own example, or by the one that leads to this outcome."""
        action = self.action(case, **who)
        examples = action["schema"]["examples"]
        body = next(e for e in examples if not outcome or e.get("outcome") == outcome)
        return self.post(action["href"], body, **who)


def _said(answer: Any) -> Said:
    kind = answer.headers.get("Content-Type", "")
    body = json.loads(answer.content) if "json" in kind else answer.content
    return Said(answer.status_code, body, answer.headers)
