# SPDX-License-Identifier: EUPL-1.2
"""Who goes home again: noted by one press, told by a slip, a message or a word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import unquote

import pikepdf
import pytest
from django.test import Client
from django.utils import translation

from pendopo.base import clock
from pendopo.cases.composing.look import look_of
from pendopo.cases.composing.slips import Missing
from pendopo.cases.composing.visits import lacking_slip
from pendopo.cases.models import Case, Event
from pendopo.offices.calendars import calendar_of
from pendopo.offices.models import Office, Village
from pendopo.papers.values import Items, Paragraph
from pendopo.standards import versions
from tests.counter.real_desks import AtPosition, at_position
from tests.counter.test_intake import ADDRESS, filled_in
from tests.html_forms import HtmlForm
from tests.papers import reading
from tests.real_offices import KESAMBEN, PANDAAN

__all__ = ["at_position"]

AWAY = "/loket/pulang/skck/"


@pytest.fixture(autouse=True)
def _monday_morning(stopped_clock: clock.Clock) -> Iterator[None]:
    with translation.override("id"):
        yield


@pytest.fixture
def loket(at_position: AtPosition) -> Client:
    """Whoever keeps the counter in Pandaan."""
    return at_position("petugas-loket")


def noted() -> list[dict[str, Any]]:
    """What was noted of visits, each as its event says it."""
    rows = Event.objects.filter(name="visit.walked-away").order_by("seq")
    return [json.loads(row.data) for row in rows]


def test_the_checklist_of_the_form_comes_along(loket: Client) -> None:
    sent = filled_in(loket, **{"verifikasi.verdicts.kk": "kurang", "dari": "loket"})
    answer = loket.post(AWAY, sent)
    form = HtmlForm(answer.content.decode())
    assert answer.status_code == 200
    assert form.fields["kurang"] == "kk"
    assert form.fields["desa"] == Village.objects.get(name="Kutorejo").code
    assert "Wati Rekaan" not in answer.content.decode()
    assert not noted()


def test_one_press_notes_it_without_a_name(loket: Client) -> None:
    village = Village.objects.get(name="Kutorejo").code
    answer = loket.post(AWAY, {"kurang": ["kk", "foto"], "desa": village, "lewat": "lembar"})
    assert answer.status_code == 302
    assert noted() == [
        {"service": "skck", "lacks": ["kk", "foto"], "told_by": "lembar", "village": village}
    ]
    assert not Case.objects.exists()


def test_afterwards_slip_and_message_are_ready(loket: Client) -> None:
    answer = loket.post(AWAY, {"kurang": ["kk"], "lewat": "whatsapp"}, follow=True)
    html = answer.content.decode()
    assert "Fotokopi Kartu Keluarga" in html
    message = unquote(html.partition("https://wa.me/?text=")[2].partition('"')[0])
    assert "Yang masih kurang:\n1. Fotokopi Kartu Keluarga" in message.replace("&amp;", "&")


def test_the_officers_own_words_go_along(loket: Client) -> None:
    typed = {"kurang": ["foto", "kk"], "kata.foto": " Latar  merah ", "lewat": "lembar"}
    answer = loket.post(AWAY, typed)
    assert "merah" not in answer.headers["Location"]
    html = loket.get(answer.headers["Location"]).content.decode()
    assert "Pas foto: Latar merah" in html
    assert "Latar merah" in unquote(html.partition("https://wa.me/?text=")[2].partition('"')[0])
    slip = html.partition('href="/loket/pulang/skck/lembar/?')[2].partition('"')[0]
    sheet = loket.get(f"{AWAY}lembar/?{slip.replace('&amp;', '&')}")
    assert "Latar merah" in reading.text(sheet.content)
    assert "Latar merah" not in json.dumps(noted())


def test_a_reason_of_the_checklist_is_taken_over(loket: Client) -> None:
    verdict = {"verifikasi.verdicts.foto": "salah", "verifikasi.verdicts.foto.reason": "Buram"}
    form = HtmlForm(loket.post(AWAY, filled_in(loket, **verdict)).content.decode())
    assert form.fields["kata.foto"] == "Buram"


def test_the_slip_says_what_when_and_that_it_is_free(loket: Client) -> None:
    office = Office.objects.get(code=PANDAAN)
    missing = (Missing("Pas foto"), Missing("Fotokopi KTP-el", may_follow=True))
    slip = lacking_slip(look_of(office), calendar_of(office), "Pengantar SKCK", missing)
    listed = next(block for block in slip.body if isinstance(block, Items))
    assert listed.rows == (("1.", "*Pas foto*"), ("2.", "*Fotokopi KTP-el* (boleh menyusul)"))
    told = [block.text for block in slip.body if isinstance(block, Paragraph)]
    assert told[0].startswith("Bawa semuanya sekaligus. Jam loket: Senin–Kamis ")
    assert "GRATIS" in slip.foot[0]


def test_the_slip_is_one_small_sheet(loket: Client) -> None:
    answer = loket.get(f"{AWAY}lembar/", {"kurang": ["foto", "ktp"]})
    assert answer.headers["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(answer.content)) as sheet:
        assert len(sheet.pages) == 1


def test_an_ask_of_one_member_is_named_with_her(loket: Client) -> None:
    page = loket.get("/loket/pulang/dispensasi-nikah/", {"kurang": ["ktp/istri"]})
    assert "Fotokopi KTP-el – Calon istri" in page.content.decode()


def test_something_must_lack(loket: Client) -> None:
    answer = loket.post(AWAY, {"lewat": "lisan"})
    assert answer.status_code == 422
    assert "Tandai dahulu apa yang kurang." in answer.content.decode()
    assert not noted()


def test_a_double_click_notes_one_visit(loket: Client) -> None:
    sent = {"kurang": "kk", "lewat": "lisan", "form_key": "sama"}
    assert loket.post(AWAY, sent).status_code == loket.post(AWAY, sent).status_code == 302
    assert len(noted()) == 1


def test_the_form_leads_there(loket: Client) -> None:
    assert f'formaction="{AWAY}"' in loket.get(ADDRESS).content.decode()


@pytest.mark.parametrize("address", ["/loket/pulang/paspor/", "/loket/pulang/paspor/lembar/"])
def test_an_unknown_service_is_not_found(loket: Client, address: str) -> None:
    assert loket.get(address, {"kurang": "kk"}).status_code == 404


def test_each_office_notes_its_own(at_position: AtPosition) -> None:
    client, standing = at_position("petugas-loket", KESAMBEN), versions.current(KESAMBEN, "skck")
    assert standing is not None
    client.post(AWAY, {"kurang": standing.standard.asks[0].key, "lewat": "lisan"})
    assert Event.objects.get(name="visit.walked-away").office_id == KESAMBEN
