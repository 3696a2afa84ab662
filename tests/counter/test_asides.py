# SPDX-License-Identifier: EUPL-1.2
"""What is done beside the steps: mending the form, taking back, reserving, ending."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from pendopo.cases import models
from pendopo.cases.services.filing import Filing, file_case
from pendopo.cases.services.writing import form_of
from tests.cases.counter import act, carried_to_the_end, done, handed_in, officer, verdicts
from tests.counter.desk_room import desk, key_of, state, text_of
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")


def do(
    reference: str, name: str, position: str = "petugas-loket", version: int = 1, **typed: str
) -> HttpResponse:
    address = f"/loket/berkas/{reference}/tindakan/{name}/"
    return desk(position).post(address, {"version": str(version), **typed})


def values(reference: str) -> dict[str, object]:
    return dict(form_of(models.Case.objects.get(reference=reference)))


def test_a_message_to_whom_it_was_returned_is_noted_as_told() -> None:
    reference = handed_in().row.reference
    lacking = verdicts(foto={"verdict": "salah", "reason": "latar harus merah"})
    done(act(reference, "petugas-loket", "verifikasi", verdicts=lacking))
    client, address = desk("petugas-loket"), f"/loket/berkas/{reference}/"
    page = client.get(address)
    html = page.content.decode()
    assert "https://wa.me/" in html and "latar%20harus%20merah" in html
    assert "9914" not in html.split("https://wa.me/")[1].split('"')[0]
    told = {"version": "2", "tell.told_by": "whatsapp", "form_key": key_of(page)}
    assert client.post(f"{address}tindakan/tell/", told).status_code == 302
    words = text_of(client.get(address))
    assert "Pemohon diberi tahu yang kurang oleh" in words
    assert "lewat WhatsApp" in words


def test_the_file_shows_what_may_be_done_beside_its_steps() -> None:
    row = handed_in().row
    words = text_of(desk("petugas-loket").get(f"/loket/berkas/{row.reference}/"))
    for title in ("Lengkapi isian", "Minta syarat tambahan", "Pemohon menarik berkas"):
        assert title in words
    assert "Pesan nomor: Surat Pengantar SKCK" in words
    assert "Betulkan yang sudah terbit" not in words


def test_an_extra_requirement_needs_a_name_and_a_reason() -> None:
    reference = handed_in().row.reference
    answer = do(reference, "add-requirement", **{"add-requirement.what": "Surat nikah"})
    assert answer.status_code == 422
    assert "Isi dahulu: alasannya." in text_of(answer)
    assert 'value="Surat nikah"' in answer.content.decode()
    done_ = {"add-requirement.what": "Surat nikah", "add-requirement.reasons": "Nama berubah."}
    assert do(reference, "add-requirement", **done_).status_code == 302


def test_one_s_own_last_step_is_taken_back() -> None:
    reference = handed_in().row.reference
    done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts()))
    assert do(reference, "take-back", version=2).status_code == 302
    assert state(reference) == "verifikasi"
    assert do(reference, "take-back", "kasi-kesos", version=3).status_code == 422


def test_a_number_is_reserved_for_one_paper() -> None:
    reference = handed_in().row.reference
    assert do(reference, "reserve", paper="pengantar").status_code == 302
    page = text_of(desk("petugas-loket").get(f"/loket/berkas/{reference}/"))
    assert "1 / XI / 2026 Register Pengantar SKCK · dipesan" in page


def test_a_signer_s_consent_is_recorded_and_is_no_signature() -> None:
    reference = handed_in().row.reference
    done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts()))
    assert do(reference, "approve", "camat", version=2).status_code == 302
    page = text_of(desk("petugas-loket").get(f"/loket/berkas/{reference}/"))
    assert "disetujui ditandatangani" in page
    assert state(reference) == "tanda-tangan"


def test_a_file_is_withdrawn_with_what_was_said() -> None:
    reference = handed_in().row.reference
    typed = {"withdraw.reasons": "Sudah tidak diminta kepolisian."}
    assert do(reference, "withdraw", **typed).status_code == 302
    assert state(reference) == "ditarik"


def test_an_abandoned_file_is_closed_with_a_reason() -> None:
    reference = handed_in().row.reference
    done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts(kk="kurang")))
    assert do(reference, "close-abandoned", version=2).status_code == 422
    typed = {"close-abandoned.reasons": "Tiga bulan tidak kembali."}
    assert do(reference, "close-abandoned", version=2, **typed).status_code == 302
    assert state(reference) == "kedaluwarsa"


def test_the_form_is_mended_on_a_page_that_shows_it_masked() -> None:
    reference = handed_in().row.reference
    page = desk("petugas-loket").get(f"/loket/berkas/{reference}/tindakan/amend/")
    html = page.content.decode()
    assert 'name="isi/nama" value="Wati Rekaan"' in html
    assert "9914********0001" in html
    assert "9914115203850001" not in html


def test_what_was_mended_is_kept_and_a_masked_number_stays_whole() -> None:
    reference = handed_in().row.reference
    typed = {"isi/nama": "Wati Rekaan Baru", "isi/nik": "9914********0001"}
    assert do(reference, "amend", **typed).status_code == 302
    kept = values(reference)
    assert (kept["nama"], kept["nik"]) == ("Wati Rekaan Baru", "9914115203850001")
    assert kept["keperluan"] == "kerja", "what the page did not send stays"


def test_a_slip_in_the_form_is_said_beside_its_field_and_nothing_is_lost() -> None:
    reference = handed_in().row.reference
    typed = {"isi/nama": "Wati R", "isi/surat-desa-tanggal": "31-02-2026"}
    answer = do(reference, "amend", **typed)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert 'value="Wati R"' in html
    assert 'value="31-02-2026"' in html
    assert 'href="#f-surat-desa-tanggal"' in html
    assert values(reference)["nama"] == "Wati Rekaan"


def test_an_unchanged_form_is_told_so() -> None:
    reference = handed_in().row.reference
    answer = do(reference, "amend", **{"isi/nama": "Wati Rekaan"})
    assert answer.status_code == 422
    assert "Isian tidak berubah" in text_of(answer)


def test_a_changed_file_is_not_mended_blindly() -> None:
    reference = handed_in().row.reference
    do(reference, "amend", **{"isi/nama": "Wati Satu"})
    answer = do(reference, "amend", **{"isi/nama": "Wati Dua"})
    assert answer.status_code == 409
    assert "Berkas ini baru saja berubah" in text_of(answer)
    assert 'value="Wati Dua"' in answer.content.decode()
    assert values(reference)["nama"] == "Wati Satu"


def test_what_was_issued_is_corrected_under_the_same_number_with_a_reason() -> None:
    answer = carried_to_the_end()
    reference, version = answer.row.reference, answer.row.version
    typed = {"isi/nama": "Wati Rekaan Asih"}
    refused = do(reference, "correct", version=version, **typed)
    assert refused.status_code == 422
    assert 'value="Wati Rekaan Asih"' in refused.content.decode()
    typed |= {"correct.reasons": "Salah ketik nama."}
    assert do(reference, "correct", version=version, **typed).status_code == 302
    assert values(reference)["nama"] == "Wati Rekaan Asih"
    assert models.BookRow.objects.count() == 1


def test_a_row_is_added_and_struck_out_without_anything_being_recorded() -> None:
    form = {
        "nama-pewaris": "Wati",
    }
    reference = heirs(form)
    page = desk("petugas-loket").get(f"/loket/berkas/{reference}/tindakan/amend/")
    before = page.content.decode().count('name="isi/ahli-waris/')
    added = do(reference, "amend", **{**sent_of(page), "tambah": "ahli-waris"})
    assert added.status_code == 200
    assert added.content.decode().count('name="isi/ahli-waris/') > before
    struck = do(reference, "amend", **{**sent_of(added), "hapus": "ahli-waris/2"})
    assert struck.content.decode().count('name="isi/ahli-waris/') == before
    assert models.Case.objects.get(reference=reference).version == 1


def heirs(form: dict[str, object]) -> str:
    from pendopo.base import clock
    from pendopo.cases.world import setting, world_of
    from pendopo.screens.forms.examples import Desk, example_form
    from pendopo.standards import versions

    standing = versions.current(PANDAAN, "ahli-waris")
    assert standing is not None
    world = world_of(PANDAAN)
    values = example_form(standing.standard, Desk(setting(world), world.calendar, clock.now()))
    filing = Filing(PANDAAN, "ahli-waris", values)
    return done(file_case(filing=filing, actor=officer("petugas-loket"))).row.reference


def sent_of(page: HttpResponse) -> dict[str, str]:
    """What the form of the page would send of its listed members."""
    import re

    html = re.sub(r"<template.*?</template>", "", page.content.decode(), flags=re.S)
    found = re.findall(r'name="(isi/ahli-waris/[^"]+)" value="([^"]*)"', html)
    return dict(found)


@pytest.mark.parametrize("name", ["entah", "act", "langkah"])
def test_what_is_no_deed_is_not_found(name: str) -> None:
    reference = handed_in().row.reference
    assert do(reference, name).status_code == 404


def test_the_address_of_a_small_form_leads_to_its_place_on_the_file() -> None:
    reference = handed_in().row.reference
    answer = desk("petugas-loket").get(f"/loket/berkas/{reference}/tindakan/withdraw/")
    assert answer["Location"] == f"/loket/berkas/{reference}/#tindakan-withdraw"


def test_a_form_that_may_not_be_mended_any_more_leads_back_to_the_file() -> None:
    reference = carried_to_the_end().row.reference
    answer = desk("petugas-loket").get(f"/loket/berkas/{reference}/tindakan/amend/")
    assert (answer.status_code, answer["Location"]) == (302, f"/loket/berkas/{reference}/")
