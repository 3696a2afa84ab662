# SPDX-License-Identifier: EUPL-1.2
"""One file before its signer: what the page shows, and where a deed leads."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from pendopo.base import clock
from pendopo.cases import models
from pendopo.domain.commands import Approve, Reserve
from pendopo.screens.signing.file import note_without, reasons_in
from tests.cases import counter
from tests.cases.folders import at_the_signature
from tests.counter.real_desks import desk
from tests.counter.signing_forms import LIST, sending, state
from tests.real_offices import real_offices

__all__ = ["real_offices"]


@pytest.fixture(autouse=True)
def _open_counter(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Both real offices, on Monday 23 November 2026 at 09.40 WIB."""


@pytest.fixture
def camat() -> Client:
    return desk("camat")


def test_it_shows_what_the_signature_rests_on(camat: Client) -> None:
    reference = at_the_signature(
        foto={"verdict": "menyusul", "reason": "baru difoto"}  # type: ignore[arg-type]
    )
    file = camat.get(f"{LIST}{reference}/").context["file"]
    checks = {one.label: (one.text, one.remark) for one in file.checks}
    assert checks["Pas foto"] == ("Menyusul", "baru difoto, dibolehkan Petugas loket")
    assert file.village_letter == "Nomor 470/12/2026, 20 November 2026"
    assert file.basis
    assert [(one.title, one.written_here) for one in file.sheets] == [
        ("Surat Pengantar SKCK", False)
    ]
    assert file.block.lines == ("CAMAT PANDAAN,",)


def test_photos_stand_with_what_they_answer(camat: Client) -> None:
    row = models.Case.objects.get(reference=at_the_signature())
    for ask in ("lembar-pengantar", "foto", ""):
        models.Upload.objects.create(
            office_id=row.office_id,
            case_id=row.id,
            ask=ask,
            kind="jpeg",
            sha256="0" * 64,
            size=1,
            created_at=clock.now(),
            created_by="officer:1",
        )
    file = camat.get(f"{LIST}{row.reference}/").context["file"]
    assert [photo.ask for photo in file.sheets[0].photos] == ["lembar-pengantar"]
    assert sorted(photo.label for photo in file.photos) == ["Pas foto", "lain-lain"]


def test_what_was_warned_of_is_said_with_the_reason_for_going_on() -> None:
    reference = counter.waiting_for_a_paraf(**{"jalan-umum": True})
    file = desk("kasi-trantib").get(f"{LIST}{reference}/").context["file"]
    assert [one.text[:28] for one in file.warnings] == ["Acara memakai jalan umum. Iz"]
    assert file.notes == ()
    note = "Dahulukan; sengketa: sudah didamaikan; beda-agama: sudah bertanya"
    assert reasons_in(note) == {"sengketa": "sudah didamaikan", "beda-agama": "sudah bertanya"}
    assert note_without(note, ["sengketa", "beda-agama"]) == "Dahulukan"


def test_notes_and_reasons_of_earlier_returns_are_read(camat: Client) -> None:
    reference = at_the_signature()
    back = {"outcome": "dikembalikan", "reasons": "Nama desa keliru."}
    counter.done(counter.act(reference, "camat", "tanda-tangan", **back))
    said = {"verdicts": counter.verdicts(), "note": "Sudah dibetulkan."}
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", **said))
    file = camat.get(f"{LIST}{reference}/").context["file"]
    assert [one.text for one in file.notes] == ["Nama desa keliru.", "Sudah dibetulkan."]


def test_identity_numbers_are_masked(camat: Client) -> None:
    page = camat.get(f"{LIST}{at_the_signature()}/").content.decode()
    assert "9914115203850001" not in page


def test_neighbours_are_one_press_away(camat: Client, stopped_clock: clock.Clock) -> None:
    references = []
    for _ in range(3):
        references.append(at_the_signature())
        stopped_clock.advance(timedelta(minutes=1))
    file = camat.get(f"{LIST}{references[1]}/").context["file"]
    assert (file.place, file.count) == (2, 3)
    assert (file.previous.reference, file.following.reference) == (
        references[0],
        references[2],
    )


def test_after_the_deed_the_next_file_lies_there(camat: Client, stopped_clock: clock.Clock) -> None:
    first = at_the_signature()
    stopped_clock.advance(timedelta(minutes=1))
    second = at_the_signature()
    form = sending("setuju", [first], next=second)
    assert camat.post(f"{LIST}{first}/", form)["Location"] == f"{LIST}{second}/"


def test_after_the_last_one_the_list_is_shown(camat: Client) -> None:
    reference = at_the_signature()
    form = sending("tandatangan", [reference])
    assert camat.post(f"{LIST}{reference}/", form)["Location"] == LIST
    assert state(reference) == "register"


def test_a_double_tap_leads_where_the_first_led(camat: Client) -> None:
    reference = at_the_signature()
    form = sending("tandatangan", [reference])
    led = [camat.post(f"{LIST}{reference}/", form)["Location"] for _ in range(2)]
    assert led == [LIST, LIST]
    assert models.Event.objects.filter(name="letter.signed").count() == 1


def test_going_back_owes_its_reason(camat: Client) -> None:
    reference = at_the_signature()
    address = f"{LIST}{reference}/"
    lacking = camat.post(address, sending("kembalikan", [reference]))
    assert (lacking.status_code, state(reference)) == (422, "tanda-tangan")
    said = {f"reasons-{reference}": "Nama keliru."}
    assert camat.post(address, sending("kembalikan", [reference], **said)).status_code == 302
    assert state(reference) == "verifikasi"


def test_what_is_refused_says_why_on_the_same_page(camat: Client) -> None:
    reference = at_the_signature()
    form = sending("setuju", [reference])
    counter.done(counter.do(reference, "sekretaris-camat", Approve()))
    response = camat.post(f"{LIST}{reference}/", form)
    assert response.status_code == 422
    assert "sudah berubah" in response.content.decode()


def test_a_file_that_was_signed_meanwhile_leads_back_to_the_list(camat: Client) -> None:
    reference = at_the_signature()
    form = sending("setuju", [reference])
    counter.done(counter.act(reference, "sekretaris-camat", "tanda-tangan"))
    response = camat.post(f"{LIST}{reference}/", form)
    assert (response.status_code, response["Location"]) == (302, LIST)
    page = camat.get(LIST).content.decode()
    assert "sudah berubah" in page


def test_a_file_that_waits_for_another_hand_leads_back_to_the_list(camat: Client) -> None:
    response = camat.get(f"{LIST}{counter.handed_in().row.reference}/", follow=True)
    assert response.redirect_chain == [(LIST, 302)]
    assert "tidak lagi menunggu" in response.content.decode()


def test_a_file_that_nobody_has_is_not_found(camat: Client) -> None:
    assert camat.get(f"{LIST}PDN000000/").status_code == 404


def test_a_reserved_number_stands_on_the_sheet(camat: Client) -> None:
    reference = at_the_signature()
    counter.done(counter.do(reference, "petugas-loket", Reserve("pengantar")))
    file = camat.get(f"{LIST}{reference}/").context["file"]
    assert file.sheets[0].number == "1 / XI / 2026"
