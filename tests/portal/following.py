# SPDX-License-Identifier: EUPL-1.2
"""A citizen before her case: what she types, what she reads, and cases in every condition."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client

from pendopo.cases import models
from pendopo.domain.events import Json
from pendopo.screens.tracking import code_of
from tests.cases import counter
from tests.html_forms import HtmlForm

WRONG_CODE = "0000-0000"


def said(answer: HttpResponse) -> str:
    """The text of a page with its white space tidied."""
    return " ".join(answer.content.decode().split())


def enter(reference: str, client: Client | None = None) -> Client:
    """A browser in which the code of this case was typed."""
    client = client or Client()
    typed = {"nomor": reference, "kode": code_of(reference)}
    assert client.post("/lacak/", typed).status_code == 302
    return client


def page(reference: str) -> str:
    """What the page of a case says to its applicant."""
    answer = enter(reference).get(f"/lacak/{reference}/")
    assert answer.status_code == 200
    return said(answer)


def returned() -> str:
    """A case of which two things lack, sent back to its applicant; the reference."""
    reference = counter.handed_in().row.reference
    verdicts: dict[str, Json] = counter.verdicts(
        kk={"verdict": "salah", "reason": "Fotonya buram."},
        ktp={"verdict": "kurang", "reason": "Fotokopinya belum ada."},
    )
    done = counter.act(
        reference, "petugas-loket", "verifikasi", outcome="tidak-lengkap", verdicts=verdicts
    )
    counter.done(done)
    return reference


def ready() -> str:
    """A case that waits to be fetched."""
    reference = counter.handed_in().row.reference
    steps: tuple[tuple[str, str, dict[str, Json]], ...] = (
        ("petugas-loket", "verifikasi", {"verdicts": counter.verdicts()}),
        ("kasi-pemerintahan", "tanda-tangan", {}),
        ("petugas-loket", "register", {}),
        ("petugas-loket", "stempel", {}),
    )
    for position, step, data in steps:
        counter.done(counter.act(reference, position, step, **data))
    return reference


def fields(answer: HttpResponse) -> dict[str, str]:
    """What the form of this page would send if it were sent as it stands."""
    found = HtmlForm(answer.content.decode()).fields
    return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}


def row(reference: str) -> models.Case:
    """The case's row as it is now."""
    return models.Case.objects.get(reference=reference)


def names(reference: str) -> list[str]:
    """The names of the case's events, in their order."""
    events: Any = models.Event.objects.filter(stream="case", stream_key=str(row(reference).id))
    return list(events.order_by("seq").values_list("name", flat=True))
