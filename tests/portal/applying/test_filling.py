# SPDX-License-Identifier: EUPL-1.2
"""Pages of questions: what is asked when, what is said beside a field, what comes next."""

from __future__ import annotations

from typing import Any

import pytest

from pendopo.cases.models import Application, Case
from pendopo.cases.queries import case_file
from pendopo.cases.services.applications import typed_in
from tests.portal.applying.walk import Walker, example, link_to, publish_changed
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_offices")]
MOST_QUERIES = 24


@pytest.fixture
def letter() -> Walker:
    walker = Walker(PANDAAN, "skck")
    walker.begin()
    return walker


def kept() -> dict[str, str]:
    return dict(typed_in(Application.objects.get()).fields)


def test_nothing_is_kept_before_anything_was_sent(letter: Walker) -> None:
    assert letter.response.status_code == 200
    assert not Application.objects.exists()
    assert "ajukan" not in letter.client.cookies


def test_what_is_missing_is_said_on_top_and_beside_its_field(letter: Walker) -> None:
    letter.send({"isi/nama": "", "isi/desa": "Kutorejo"})
    assert letter.response.status_code == 422
    assert "Ada yang perlu dilengkapi" in letter.text
    assert '<a href="#f-nama">Isi «Nama».</a>' in letter.html
    assert 'aria-invalid="true"' in letter.html
    assert 'aria-describedby="f-nama-trouble"' in letter.html
    assert "<title>Perlu dilengkapi:" in letter.html


def test_the_summary_has_the_order_of_the_page(letter: Walker) -> None:
    letter.send({"isi/nama": "", "isi/desa": "Bukan Desa"})
    summary = letter.html[letter.html.index("troubles") : letter.html.index("<form")]
    assert summary.index("#f-nama") < summary.index("#f-desa")


def test_what_was_typed_is_kept_though_something_is_missing(letter: Walker) -> None:
    letter.send({"isi/nama": "", "isi/desa": "35.14.11.1006"})
    assert kept() == {"isi/nama": "", "isi/desa": "35.14.11.1006"}
    letter.get(letter.base + "isi/nama/")
    assert '<option value="35.14.11.1006" data-hint="kelurahan" selected' in letter.html


def test_a_word_for_a_day_is_kept_as_the_day_that_it_meant(letter: Walker) -> None:
    letter.send({"isi/nama": "Wati Rekaan", "isi/desa": "35.14.11.1006"})
    letter.send(
        {"isi/surat-desa-nomor": "1", "isi/surat-desa-tanggal": "kemarin"},
        letter.base + "isi/surat-desa-nomor/",
    )
    assert kept()["isi/surat-desa-tanggal"] == "22-11-2026"


def test_a_date_that_does_not_exist_is_explained_without_its_label(letter: Walker) -> None:
    letter.send({"isi/nama": "Wati Rekaan", "isi/desa": "35.14.11.1006"})
    letter.send(
        {"isi/surat-desa-nomor": "1", "isi/surat-desa-tanggal": "31-11-2026"},
        letter.base + "isi/surat-desa-nomor/",
    )
    assert "<span>Tanggal 31-11-2026 tidak ada di kalender" in letter.html


def test_a_question_that_hangs_on_another_comes_only_then(letter: Walker) -> None:
    letter.send({"isi/nama": "Wati Rekaan", "isi/desa": "35.14.11.1006"})
    letter.send({"isi/hp": ""}, letter.base + "isi/hp/")
    assert letter.where.endswith("/foto/")
    letter.send({"isi/hp": "0812 0000 0001"}, letter.base + "isi/hp/")
    assert letter.where.endswith("/isi/hp-siapa/")


def test_a_page_that_is_not_asked_leads_to_where_one_was(letter: Walker) -> None:
    letter.send({"isi/nama": "Wati Rekaan", "isi/desa": "35.14.11.1006"})
    letter.get(letter.base + "isi/hp-siapa/")
    assert letter.where.endswith("/isi/keperluan/")


def test_progress_is_told_in_words(letter: Walker) -> None:
    assert "Langkah 1 dari 7" in letter.text


def test_only_what_an_applicant_can_know_is_asked() -> None:
    walker = Walker(PANDAAN, "pengaduan")
    walker.begin()
    seen: list[str] = []
    answers = example(PANDAAN, "pengaduan")
    while not walker.where.endswith("/periksa/"):
        seen.append(walker.text)
        if walker.where.endswith("/foto/"):
            walker.send({"lanjut": "1"})
        elif walker.where.endswith("/ajukan/nama/"):
            walker.send({"nama": "bernama"})
        else:
            walker.send(walker.fields(answers))
    assert not any("Disampaikan lewat" in page or "Kelas" in page for page in seen)
    walker.check_and_send()
    case = Case.objects.get()
    file = case_file(case.reference, None)
    assert file is not None and file.values["saluran"] == "portal"


def test_whoever_complains_without_a_name_is_asked_for_none() -> None:
    walker = Walker(KESAMBEN, "pengaduan")
    walker.begin()
    answers = example(KESAMBEN, "pengaduan", nama="Wati Rekaan", hp="081200000001")
    passed = walker.walk(answers, "tanpa-nama")
    assert not any(address.endswith("/isi/hp/") for address in passed)
    walker.check_and_send()
    case = Case.objects.get()
    assert (case.anonymous, case.confidential, case.applicant) == (True, True, "")
    file = case_file(case.reference, None)
    assert file is not None and not {"nama", "hp"} & set(file.values)
    assert "Tanpa kode ini jawabannya tidak dapat dilihat" in walker.text


def test_a_name_that_was_typed_first_is_not_sent_once_none_is_to_be_told() -> None:
    walker = Walker(KESAMBEN, "pengaduan")
    walker.begin()
    walker.walk(example(KESAMBEN, "pengaduan", nama="Wati Rekaan"), "bernama")
    walker.send({"nama": "tanpa-nama", "kembali": "1"}, walker.base + "nama/")
    assert walker.where.endswith("/periksa/")
    assert "Wati Rekaan" not in walker.text
    walker.check_and_send()
    file = case_file(Case.objects.get().reference, None)
    assert file is not None and "nama" not in file.values


def test_the_name_is_asked_about_before_anything_else() -> None:
    walker = Walker(KESAMBEN, "pengaduan")
    walker.begin()
    assert walker.where.endswith("/ajukan/nama/")
    walker.send({"nama": ""})
    assert walker.response.status_code == 422
    assert "Pilih dahulu salah satu." in walker.text


def test_members_of_a_list_are_added_and_struck_out() -> None:
    walker = Walker(PANDAAN, "ahli-waris")
    walker.begin()
    walker.walk(example(PANDAAN, "ahli-waris"))
    listed = walker.base + "isi/ahli-waris/"
    walker.send({"tambah": "1"}, listed)
    assert walker.where.endswith("/isi/ahli-waris-2-nama/")
    walker.send({"isi/ahli-waris/2/nama": "Arum Rekaan"})
    walker.send({"tambah": "1"}, listed)
    walker.send({"isi/ahli-waris/3/nama": "Bagas Rekaan"})
    walker.send({"hapus": "2"}, listed)
    assert "Arum Rekaan" not in walker.text
    assert "Ahli waris 2 Bagas Rekaan" in walker.text
    assert "isi/ahli-waris/3/nama" not in kept()


def test_a_member_is_told_by_her_answer_as_she_chose_it() -> None:
    walker = Walker(PANDAAN, "rekomendasi-pencairan-dana-desa")
    walker.begin()
    walker.walk(example(PANDAAN, walker.slug, **{"spp/1/sumber": "bhp"}))
    walker.get(walker.base + "isi/spp/")
    assert "SPP Siskeudes 1 Bagi hasil pajak daerah" in walker.text


def test_the_last_owed_member_cannot_be_struck_out() -> None:
    walker = Walker(PANDAAN, "ahli-waris")
    walker.begin()
    walker.walk(example(PANDAAN, "ahli-waris"))
    walker.send({"hapus": "1"}, walker.base + "isi/ahli-waris/")
    assert kept()["isi/ahli-waris/1/nama"]


def test_an_answer_is_mended_from_the_check_and_leads_back() -> None:
    walker = Walker(PANDAAN, "skck")
    walker.begin()
    walker.walk(example(PANDAAN, "skck"))
    walker.get(link_to(walker.html, "Ubah"))
    assert walker.where.endswith("/isi/nama/?kembali=1")
    walker.send({**walker.fields({"isi/nama": "Arum Rekaan"}), "kembali": "1"})
    assert walker.where.endswith("/periksa/")
    assert "Arum Rekaan" in walker.text


def test_what_is_still_missing_is_listed_on_the_check_in_place_of_the_button(
    letter: Walker,
) -> None:
    letter.send({"isi/nama": "Wati Rekaan", "isi/desa": "35.14.11.1006"})
    letter.get(letter.base + "periksa/")
    assert "hal lagi sebelum dikirim" in letter.text
    assert "Pilih «Keperluan SKCK»." in letter.text
    assert ">Kirim<" not in letter.html
    letter.check_and_send()
    assert letter.response.status_code == 422
    assert not Case.objects.exists()


def test_a_lead_time_that_needs_a_reason_asks_for_it_before_sending() -> None:
    walker = Walker(PANDAAN, "domisili-wna")
    walker.begin()
    walker.walk(example(PANDAAN, "domisili-wna", **{"izin-berlaku": "2026-11-23"}))
    assert "Alasan tetap mengajukan" in walker.text
    walker.check_and_send()
    assert walker.response.status_code == 422
    assert "Tulis dahulu alasannya." in walker.text
    reasons = [one["name"] for one in walker.page.all("textarea")]
    walker.send(
        {"standar": _version(walker), **dict.fromkeys(reasons, "Perpanjangan sedang diurus.")}
    )
    assert walker.where.endswith("/terkirim/"), walker.text


def _version(walker: Walker) -> str:
    return next(one["value"] for one in walker.page.all("input") if one.get("name") == "standar")


def test_the_village_head_is_named_where_he_applies() -> None:
    walker = Walker(PANDAAN, "perangkat-desa")
    walker.get(walker.base)
    assert "Layanan ini diajukan oleh Kepala Desa." in walker.text


def test_what_only_the_office_can_hand_in_is_not_begun_from_here() -> None:
    publish_changed(PANDAAN, "konsultasi", _by_the_office)
    walker = Walker(PANDAAN, "konsultasi")
    walker.get(walker.base)
    assert "diajukan oleh Petugas loket, bukan dari halaman ini" in walker.text
    assert "Mulai mengisi" not in walker.text


def _by_the_office(document: dict[str, Any]) -> None:
    steps = document["service"]["procedure"]["steps"]
    steps[next(iter(steps))]["by"] = "petugas-loket"


def test_the_first_page_says_what_becomes_of_the_answers(letter: Walker) -> None:
    letter.get(letter.base)
    assert "dihapus 14 hari sesudah terakhir diubah" in letter.text
    assert "UU 27/2022" in letter.text


def test_a_service_that_is_not_offered_is_not_found(letter: Walker) -> None:
    assert letter.client.get(f"/{KESAMBEN}/tidak-ada/ajukan/").status_code == 404


@pytest.mark.parametrize("page", ["", "isi/keperluan/", "foto/", "periksa/"])
def test_a_page_asks_the_database_a_fixed_number_of_questions(
    letter: Walker, page: str, django_assert_max_num_queries: object
) -> None:
    letter.walk(example(PANDAAN, "skck"))
    with django_assert_max_num_queries(MOST_QUERIES):  # type: ignore[operator]
        letter.client.get(letter.base + page)
