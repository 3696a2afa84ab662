# SPDX-License-Identifier: EUPL-1.2
"""Bundles at the counter: one bringer, a row for each file, one receipt, one hand-over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from django.test import Client
from django.utils import translation

from pendopo.base import clock
from pendopo.cases.composing.look import look_of
from pendopo.cases.composing.visits import BundleLine, BundlePaper, bundle_receipt
from pendopo.cases.models import Bundle, Case, Event
from pendopo.cases.queries import case_file
from pendopo.offices.models import Office, Village
from pendopo.papers import printing
from tests.cases.counter import act, done, officer
from tests.counter.real_desks import AtPosition, at_position
from tests.html_forms import HtmlForm
from tests.papers import reading
from tests.real_offices import KESAMBEN, PANDAAN

__all__ = ["at_position"]

NEW = "/loket/bundel/baru/"
BRINGER = {"pembawa": "Galih Sasmita", "hubungan": "perangkat-desa"}
LETTERS = {"surat-desa-nomor": "470/12/2026", "surat-desa-tanggal": "20-11-2026"}


@pytest.fixture(autouse=True)
def _monday_morning(stopped_clock: clock.Clock) -> Iterator[None]:
    with translation.override("id"):
        yield


@pytest.fixture
def loket(at_position: AtPosition) -> Client:
    """Whoever keeps the counter in Pandaan."""
    return at_position("petugas-loket")


def row(slug: str, number: int, name: str, **others: str) -> dict[str, str]:
    """A row of the grid as it is sent."""
    purpose = {"skck": "kerja", "sktm": "sekolah"}[slug]
    values = {"nama": name, "keperluan": purpose, **LETTERS, **others}
    place = f"b/{slug}/{number}"
    found = {f"{place}/isi/{key}": value for key, value in values.items() if key != "lengkap"}
    return found | ({f"{place}/lengkap": "1"} if "lengkap" in values else {})


def brought(client: Client, *rows: dict[str, str], **others: str) -> dict[str, str]:
    village = Village.objects.get(name="Kutorejo").code
    sent = {**BRINGER, "desa": village, "kirim": "1", **others}
    for one in rows:
        sent |= one
    return sent


def test_a_table_opens_for_a_service_with_its_own_few_fields(loket: Client) -> None:
    html = loket.post(NEW, {**BRINGER, "layanan": "skck", "lihat": "1"}).content.decode()
    form = HtmlForm(html)
    assert "b/skck/1/isi/surat-desa-nomor" in form.known
    assert "b/skck/1/isi/nik" not in form.known
    assert "b/skck/3/lengkap" in form.known


def test_services_with_people_in_several_have_no_table(loket: Client) -> None:
    html = loket.get(NEW).content.decode()
    assert 'value="skck"' in html
    assert 'value="ahli-waris"' not in html


def test_files_of_several_services_come_as_one_bundle(loket: Client) -> None:
    sent = brought(
        loket,
        row("skck", 1, "Wulan Sekarjati"),
        row("sktm", 1, "Bagas Prawira"),
        row("skck", 2, "Ningrum Larasati"),
    )
    answer = loket.post(NEW, sent)
    bundle = Bundle.objects.get()
    assert answer.headers["Location"] == f"/loket/bundel/{bundle.code}/"
    assert (bundle.bringer, bundle.relation) == ("Galih Sasmita", "perangkat-desa")
    names = sorted(Case.objects.filter(bundle_id=bundle.id).values_list("applicant", flat=True))
    assert names == ["Bagas Prawira", "Ningrum Larasati", "Wulan Sekarjati"]


def test_the_bringers_village_stands_where_a_row_names_none(loket: Client) -> None:
    other = Village.objects.get(name="Pandaan").code
    loket.post(NEW, brought(loket, row("skck", 1, "Wulan"), row("skck", 2, "Bagas", desa=other)))
    villages = dict(Case.objects.values_list("applicant", "village"))
    assert villages == {"Wulan": Village.objects.get(name="Kutorejo").code, "Bagas": other}


def test_a_tick_says_that_all_was_seen_and_the_check_goes_along(loket: Client) -> None:
    sent = brought(loket, row("skck", 1, "Wulan", lengkap="1"), row("skck", 2, "Bagas"))
    loket.post(NEW, sent)
    states = dict(Case.objects.values_list("applicant", "state"))
    assert states == {"Wulan": "tanda-tangan", "Bagas": "verifikasi"}


def test_the_good_ones_are_taken_in_and_the_others_wait_as_they_were_typed(loket: Client) -> None:
    bad = row("skck", 2, "Bagas Prawira", **{"surat-desa-tanggal": "31-2-2026"})
    answer = loket.post(NEW, brought(loket, row("skck", 1, "Wulan"), bad), follow=True)
    html = answer.content.decode()
    assert list(Case.objects.values_list("applicant", flat=True)) == ["Wulan"]
    assert "1 baris belum diterima" in html
    left = HtmlForm(html, "bundel").fields
    assert left["b/skck/2/isi/nama"] == "Bagas Prawira"
    assert left["b/skck/2/isi/surat-desa-tanggal"] == "31-2-2026"
    assert "tidak ada di kalender" in html


def test_what_waits_is_mended_and_goes_into_the_same_bundle(loket: Client) -> None:
    bad = row("skck", 2, "Bagas", **{"surat-desa-tanggal": "31-2-2026"})
    answer = loket.post(NEW, brought(loket, row("skck", 1, "Wulan"), bad), follow=True)
    bundle = Bundle.objects.get()
    left = HtmlForm(answer.content.decode(), "bundel").fields
    mended = {**left, "b/skck/2/isi/surat-desa-tanggal": "20-11-2026", "kirim": "1"}
    page = loket.post(f"/loket/bundel/{bundle.code}/", mended, follow=True).content.decode()
    assert Case.objects.filter(bundle_id=bundle.id).count() == 2
    assert "belum diterima" not in page


def test_where_none_can_stand_nothing_is_opened(loket: Client) -> None:
    bad = row("skck", 1, "Bagas", **{"surat-desa-nomor": ""})
    answer = loket.post(NEW, brought(loket, bad))
    assert answer.status_code == 422
    assert "Isi «Nomor surat desa/kelurahan»." in answer.content.decode()
    assert HtmlForm(answer.content.decode()).fields["b/skck/1/isi/nama"] == "Bagas"
    assert not Bundle.objects.exists()


def test_a_bundle_has_a_bringer_and_a_row(loket: Client) -> None:
    nobody = loket.post(NEW, {**brought(loket, row("skck", 1, "Wulan")), "pembawa": " "})
    assert nobody.status_code == 422
    assert 'href="#f-bringer"' in nobody.content.decode()
    empty = loket.post(NEW, brought(loket, layanan="skck"))
    assert empty.status_code == 422
    assert "Isi paling sedikit satu baris." in empty.content.decode()
    assert not Bundle.objects.exists()


def test_a_double_click_opens_one_bundle(loket: Client) -> None:
    sent = brought(loket, row("skck", 1, "Wulan"), form_key="sama")
    first, second = loket.post(NEW, sent), loket.post(NEW, sent)
    assert first.headers["Location"] == second.headers["Location"]
    assert Bundle.objects.count() == Case.objects.count() == 1


def ready(client: Client) -> Bundle:
    """A bundle of two files, of which one can be handed over."""
    client.post(NEW, brought(client, row("skck", 1, "Wulan", lengkap="1"), row("skck", 2, "Bagas")))
    reference = Case.objects.get(applicant="Wulan").reference
    done(act(reference, "kasi-pemerintahan", "tanda-tangan"))
    for step in ("register", "stempel"):
        done(act(reference, "petugas-loket", step))
    return Bundle.objects.get()


def test_all_that_is_ready_goes_out_in_one_go(loket: Client) -> None:
    bundle = ready(loket)
    address = f"/loket/bundel/{bundle.code}/"
    assert "Serahkan 1 berkas" in loket.get(address).content.decode()
    handed = {"collector": "Galih Sasmita", "hubungan": "perangkat-desa"}
    page = loket.post(f"{address}serah/", handed, follow=True).content.decode()
    assert "1 berkas diserahkan." in page
    states = dict(Case.objects.values_list("applicant", "state"))
    assert states == {"Wulan": "diserahkan", "Bagas": "verifikasi"}
    file = case_file(Case.objects.get(applicant="Wulan").reference, officer("petugas-loket"))
    assert file is not None
    assert file.history[-1].private["collector"] == "Galih Sasmita"


def test_what_is_fetched_among_others_is_noted_with_its_bundle(loket: Client) -> None:
    bundle = ready(loket)
    row = Case.objects.get(applicant="Wulan")
    sent = {
        "files": row.reference,
        f"version-{row.reference}": str(row.version),
        f"step-{row.reference}": row.state,
        "collector": "Galih Sasmita",
        "relation": "perangkat-desa",
        "form_key": "serah",
    }
    for _n in range(2):
        assert loket.post("/loket/serah/", sent).status_code == 302
    told = Event.objects.get(name="bundle.handed-over")
    assert json.loads(told.data) == {"code": bundle.code, "references": [row.reference]}


def test_one_receipt_and_one_list_for_all(loket: Client) -> None:
    bundle = ready(loket)
    for paper in ("tanda-terima", "daftar-serah"):
        answer = loket.get(f"/loket/bundel/{bundle.code}/{paper}/")
        assert answer.headers["Content-Type"] == "application/pdf"
        with pikepdf.open(BytesIO(answer.content)) as sheet:
            assert len(sheet.pages) == 1


def test_signs_in_a_name_are_printed_as_themselves(loket: Client) -> None:
    look = look_of(Office.objects.get(code=PANDAAN))
    name = "Bu *Wulan* {Sekar}"
    line = BundleLine("PDN 000 001", "Pengantar *SKCK*", name, "hari ini")
    paper = BundlePaper("B1", name, "kuasa", "Kutorejo", "hari ini", (line,))
    words = reading.text(printing.pdf(bundle_receipt(look, paper)))
    assert words.count("*Wulan* {Sekar}") >= 2
    assert "Pengantar *SKCK*" in words


def test_a_longer_form_goes_into_the_bundle_as_well(loket: Client) -> None:
    bundle = ready(loket)
    address = f"/loket/baru/konsultasi/?bundel={bundle.code}"
    form = HtmlForm(loket.get(address).content.decode(), "terima")
    sent = {**form.fields, "isi/nama": "Arum Pertiwi", "isi/asal": "warga", "kirim": "saja"}
    option = HtmlForm(loket.get(address).content.decode(), "terima")
    assert "isi/pokok" in option.known
    html = loket.get(address).content.decode()
    pokok = html.partition('name="isi/pokok"')[2].partition('<option value="')[2]
    pokok = pokok.partition('<option value="')[2].partition('"')[0]
    answer = loket.post("/loket/baru/konsultasi/", {**sent, "isi/pokok": pokok})
    assert answer.headers["Location"] == f"/loket/bundel/{bundle.code}/"
    assert Case.objects.filter(bundle_id=bundle.id).count() == 3


def test_the_list_shows_what_is_not_finished(loket: Client) -> None:
    ready(loket)
    html = loket.get("/loket/bundel/").content.decode()
    assert "Galih Sasmita" in html and "1 siap diserahkan" in html
    assert "Galih Sasmita" not in loket.get("/loket/bundel/?selesai").content.decode()


def test_the_list_costs_the_same_however_many_there_are(
    loket: Client, django_assert_max_num_queries: object
) -> None:
    for name in ("Wulan", "Bagas", "Arum"):
        loket.post(NEW, brought(loket, row("skck", 1, name), row("skck", 2, f"{name} Kedua")))
    loket.get("/loket/bundel/")
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        loket.get("/loket/bundel/")


def test_another_office_has_no_such_bundle(loket: Client, at_position: AtPosition) -> None:
    bundle = ready(loket)
    other = at_position("petugas-loket", KESAMBEN)
    assert other.get(f"/loket/bundel/{bundle.code}/").status_code == 404
    assert other.post(f"/loket/bundel/{bundle.code}/serah/").status_code == 404
