# SPDX-License-Identifier: EUPL-1.2
"""Finding a file at the counter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpResponse

from pendopo.base import clock
from pendopo.base.ids import new_id
from pendopo.cases import models
from tests.cases.counter import FORM, carried_to_the_end, handed_in
from tests.counter.desk_room import desk, text_of
from tests.real_offices import KESAMBEN, real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")
NIK, PHONE = str(FORM["nik"]), str(FORM["hp"])


def looked(words: str, position: str = "petugas-loket", **office: str) -> HttpResponse:
    """The page after typing into the box at the top."""
    return desk(position, **office).post("/loket/cari/", {"q": words}, follow=True)


def found(words: str, position: str = "petugas-loket") -> list[str]:
    page = looked(words, position)
    return [one.row.reference for one in page.context["found"]]


def test_a_piece_of_a_name_and_of_a_village_finds_the_file() -> None:
    wanted = handed_in(nama="Siti Rekaan", desa="Sumbergedang").row.reference
    handed_in(nama="Siti Rekaan", desa="Kutorejo")
    handed_in(nama="Joko Rekaan", desa="Sumbergedang")
    assert found("sit sumber") == [wanted]
    assert found("siti skck") and len(found("siti skck")) == 2
    assert found("sumber") == [], "a village alone is a list, not a search"


def test_a_number_finds_its_file_however_it_is_written() -> None:
    reference = carried_to_the_end().row.reference
    handed_in()
    for words in ("1", "001", "1 / XI / 2026", "1/XI/2026", "1/xi"):
        assert found(words) == [reference], words
    assert found("2") == []


def test_the_villages_own_number_finds_its_file() -> None:
    number = "470/45/424.302/2026"
    wanted = handed_in(**{"surat-desa-nomor": number}).row.reference
    handed_in(**{"surat-desa-nomor": "470/46/424.302/2026"})
    assert found(number) == found("470 / 45 / 424.302 / 2026") == [wanted]
    models.Case.objects.filter(reference=wanted).update(confidential=True)
    assert found(number, "kasi-kesos") == []


def test_while_it_is_typed_what_is_found_so_far_stands_there_and_leads_nowhere() -> None:
    reference = handed_in(nama="Siti Rekaan").row.reference
    client = desk("petugas-loket")
    for words in ("sit rek", reference):
        page = client.post("/loket/cari/", {"q": words, "sementara": "1"})
        assert [one.row.reference for one in page.context["found"]] == [reference]
        assert "?q=" in page.content.decode()


def test_a_reference_opens_its_file_at_once() -> None:
    reference = handed_in().row.reference
    answer = desk("petugas-loket").post("/loket/cari/", {"q": reference.lower()})
    assert answer["Location"] == f"/loket/berkas/{reference}/"


def test_a_scanned_code_opens_its_file_at_once() -> None:
    reference = handed_in().row.reference
    scanned = f"https://pendopo.contoh.go.id/cek/{reference}.pengantar.7K3F9Q/"
    answer = desk("petugas-loket").post("/loket/cari/", {"q": scanned})
    assert answer["Location"] == f"/loket/berkas/{reference}/"


@pytest.mark.parametrize("typed", [NIK, PHONE, "+62 812 0000 0001"])
def test_an_identity_number_finds_the_file_and_stands_nowhere(typed: str) -> None:
    reference = handed_in().row.reference
    answer = desk("petugas-loket").post("/loket/cari/", {"q": typed})
    assert answer.status_code == 200, "no redirect, for an address would hold it"
    assert [one.row.reference for one in answer.context["found"]] == [reference]
    assert NIK not in answer.content.decode()
    assert "81200000001" not in answer.content.decode().replace(" ", "")


def test_an_identity_number_in_an_address_is_not_looked_for() -> None:
    handed_in()
    answer = desk("petugas-loket").get("/loket/cari/", {"q": NIK}, follow=True)
    assert answer.redirect_chain == [("/loket/cari/", 302)]
    assert "Demi kerahasiaan" in text_of(answer)
    assert answer.context["found"] == ()


def test_other_words_are_asked_for_again_by_an_address() -> None:
    answer = desk("petugas-loket").post("/loket/cari/", {"q": "wati kutorejo"})
    assert answer["Location"] == "/loket/cari/?q=wati+kutorejo"


@pytest.mark.parametrize("typed", ["wati", NIK])
def test_a_confidential_matter_is_found_by_those_alone_whose_turn_it_is(typed: str) -> None:
    reference = handed_in().row.reference
    models.Case.objects.filter(reference=reference).update(confidential=True)
    assert found(typed) == [reference]
    assert found(typed, "kasi-kesos") == []


def test_another_office_finds_nothing_of_it() -> None:
    reference = handed_in().row.reference
    page = looked(reference, office=KESAMBEN)
    assert page.context["found"] == ()
    assert "Belum ketemu" in text_of(page)


def test_a_result_shows_number_state_and_village() -> None:
    carried_to_the_end()
    words = text_of(looked("wati"))
    assert "1 / XI / 2026" in words
    assert "selesai, hasilnya diserahkan" in words
    assert "Pengantar SKCK · Kutorejo" in words


def test_open_files_come_first() -> None:
    over = carried_to_the_end().row.reference
    running = handed_in().row.reference
    assert found("wati") == [running, over]


def test_nothing_typed_tells_how_to_search() -> None:
    words = text_of(desk("petugas-loket").get("/loket/cari/"))
    assert "Sepotong nama dan desa: sit sumber" in words


def test_many_results_cost_as_much_as_few(
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    for _n in range(4):
        handed_in()
    client = desk("petugas-loket")
    client.get("/loket/cari/", {"q": "wati"})
    with django_assert_max_num_queries(15):  # type: ignore[attr-defined]
        client.get("/loket/cari/", {"q": "wati"})


def test_a_result_leads_to_the_photo_of_the_signed_sheet_and_to_its_print() -> None:
    answer = carried_to_the_end()
    photo = models.Upload.objects.create(
        office_id=answer.row.office_id,
        id=new_id(),
        case_id=answer.row.id,
        ask="lembar-pengantar",
        kind="jpeg",
        sha256="0" * 64,
        size=1,
        created_at=clock.now(),
        created_by="officer:1",
    )
    html = looked("wati").content.decode()
    assert f'href="/loket/unggahan/{photo.id}/"' in html
    assert f'href="/loket/surat/{answer.row.reference}/pengantar/"' in html
    page = desk("petugas-loket").get(f"/loket/berkas/{answer.row.reference}/")
    assert f'src="/loket/unggahan/{photo.id}/?kecil"' in page.content.decode()


def test_what_no_database_can_hold_finds_nothing() -> None:
    handed_in()
    assert looked("si\x00ti").status_code == 200
