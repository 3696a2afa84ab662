# SPDX-License-Identifier: EUPL-1.2
"""Passing steps at the desk: one hand in one go, twice, at once with another, and too late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from pendopo.base import clock
from pendopo.cases import models
from pendopo.screens.desk.file_page import file_page
from tests.cases.counter import ALL_PRESENT, act, done, handed_in, verdicts
from tests.counter.desk_room import desk, file_of, key_of, part_of, state, text_of
from tests.real_offices import real_offices
from tests.screens.page_filling import filled

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")

COMPLETE = {f"verifikasi.verdicts.{ask}": "ada" for ask in ALL_PRESENT}
SIGNED = {
    "outcome": "ditandatangani",
    "tanda-tangan.signed_by": "camat",
    "serahkan.relation": "keluarga",
    "serahkan.collector": "Joko Rekaan",
}


def to_sign() -> str:
    reference = handed_in().row.reference
    done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts()))
    return reference


def send(client: Client, reference: str, version: int, **typed: str) -> HttpResponse:
    """One sending of the form, each with a key of its own unless one is given."""
    body = {"version": str(version), **typed}
    return client.post(f"/loket/berkas/{reference}/langkah/", body)


def names(reference: str) -> list[str]:
    case = models.Case.objects.get(reference=reference)
    rows = models.Event.objects.filter(stream="case", stream_key=str(case.id))
    return [row.name for row in rows.order_by("seq")]


def test_a_check_leads_back_to_the_file_and_says_what_was_recorded() -> None:
    reference = handed_in().row.reference
    client = desk("petugas-loket")
    answer = send(client, reference, 1, outcome="lengkap", **COMPLETE)
    assert (answer.status_code, answer["Location"]) == (302, f"/loket/berkas/{reference}/")
    assert state(reference) == "tanda-tangan"
    assert "Selesai diperiksa." in text_of(client.get(answer["Location"]))


def test_all_steps_of_one_hand_are_passed_in_one_go() -> None:
    reference = to_sign()
    client = desk("petugas-loket")
    answer = send(client, reference, 2, **SIGNED)
    assert answer.status_code == 302
    assert state(reference) == "diserahkan"
    assert names(reference)[2:] == [
        "letter.signed",
        "letter.registered",
        "letter.stamped",
        "product.handed-over",
    ]
    assert "Nomor: 1 / XI / 2026." in text_of(client.get(answer["Location"]))


def test_an_officer_may_stop_before_the_hand_over() -> None:
    reference = to_sign()
    send(desk("petugas-loket"), reference, 2, **SIGNED, until="stempel")
    assert state(reference) == "serahkan"


def test_what_is_refused_at_a_later_step_undoes_the_whole() -> None:
    reference = to_sign()
    answer = send(desk("petugas-loket"), reference, 2, **{**SIGNED, "serahkan.relation": "entah"})
    assert answer.status_code == 422
    assert state(reference) == "tanda-tangan"
    assert not models.BookRow.objects.exists()


def test_what_was_typed_stands_there_still_with_what_is_wrong_beside_it() -> None:
    reference = handed_in().row.reference
    typed = {**COMPLETE, "verifikasi.verdicts.foto": "salah", "verifikasi.note": "Foto buram."}
    answer = send(desk("petugas-loket"), reference, 1, outcome="tidak-lengkap", **typed)
    assert answer.status_code == 422
    words = text_of(answer)
    assert "Pas foto: tulis apa yang salah" in words
    assert "Foto buram." in words
    row = 'name="verifikasi.verdicts.foto" value="salah" checked'
    assert row in answer.content.decode()
    assert 'href="#f-verifikasi.verdicts.foto"' in answer.content.decode()


def test_a_field_left_empty_is_named_once() -> None:
    reference = to_sign()
    answer = send(desk("petugas-loket"), reference, 2, **{**SIGNED, "serahkan.collector": ""})
    assert answer.status_code == 422
    words = text_of(answer).casefold()
    assert "nama pengambil: isi dahulu." in words
    assert "isi dahulu: nama pengambil" not in words


def test_a_file_that_lacks_something_does_not_go_on_and_the_way_back_is_shown() -> None:
    reference = handed_in().row.reference
    typed = {**COMPLETE, "verifikasi.verdicts.kk": "kurang"}
    answer = send(desk("petugas-loket"), reference, 1, outcome="lengkap", **typed)
    assert answer.status_code == 422
    assert "Masih kurang: Fotokopi Kartu Keluarga." in text_of(answer)
    assert state(reference) == "verifikasi"


def test_a_return_takes_all_that_lacks_with_it_at_once() -> None:
    reference = handed_in().row.reference
    typed = {
        **COMPLETE,
        "verifikasi.verdicts.kk": "kurang",
        "verifikasi.verdicts.foto": "salah",
        "verifikasi.verdicts.foto.reason": "latar harus merah",
    }
    client = desk("petugas-loket")
    answer = send(client, reference, 1, outcome="tidak-lengkap", **typed)
    assert answer.status_code == 302
    words = text_of(client.get(answer["Location"]))
    assert "Pas foto : latar harus merah" in words.replace("foto:", "foto :")
    assert "Fotokopi Kartu Keluarga" in words
    assert state(reference) == "ajukan"


def test_a_signer_sends_back_with_reasons_only() -> None:
    reference = to_sign()
    camat = desk("camat")
    refused = send(camat, reference, 2, outcome="dikembalikan")
    assert refused.status_code == 422
    assert "tulis alasannya" in text_of(refused)
    reasons = {"tanda-tangan.reasons.dikembalikan": "Nama desa keliru."}
    assert send(camat, reference, 2, outcome="dikembalikan", **reasons).status_code == 302
    assert state(reference) == "verifikasi"


# Twice, at once, and too late


def test_a_double_click_is_done_once_and_led_to_the_same_place() -> None:
    reference = to_sign()
    client = desk("petugas-loket")
    key = key_of(client.get(f"/loket/berkas/{reference}/"))
    first = send(client, reference, 2, **SIGNED, form_key=key)
    second = send(client, reference, 2, **SIGNED, form_key=key)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert names(reference).count("letter.signed") == 1


def test_the_same_key_with_other_words_is_not_done() -> None:
    reference = to_sign()
    client = desk("petugas-loket")
    send(client, reference, 2, **SIGNED, form_key="k1")
    other = send(client, reference, 2, **SIGNED, form_key="k1", until="register")
    assert other.status_code == 409


def test_a_refused_form_may_be_mended_and_sent_under_the_same_key() -> None:
    reference = to_sign()
    client = desk("petugas-loket")
    wrong = {**SIGNED, "register.letter_date": "kapan-kapan"}
    assert send(client, reference, 2, **wrong, form_key="k1").status_code == 422
    assert send(client, reference, 2, **SIGNED, form_key="k1").status_code == 302


def test_of_two_officers_the_slower_reads_what_happened_and_keeps_her_words() -> None:
    reference = handed_in().row.reference
    kirana, tirta = desk("petugas-loket"), desk("petugas-pbb")
    typed = {**COMPLETE, "verifikasi.note": "Ditunggu di loket 2."}
    assert send(kirana, reference, 1, outcome="lengkap", **COMPLETE).status_code == 302
    slower = send(tirta, reference, 1, outcome="lengkap", **typed)
    assert slower.status_code == 409
    words = text_of(slower)
    assert "Berkas ini baru saja berubah" in words
    assert "Berkas diperiksa oleh" in words
    assert "Ditunggu di loket 2." in words
    assert names(reference).count("case.verified") == 1


def test_what_is_typed_over_a_change_that_left_the_step_stays_in_its_field(
    stopped_clock: clock.Clock,
) -> None:
    reference = handed_in().row.reference
    client, other = desk("petugas-loket"), desk("petugas-pbb")
    more = {"version": "1", "add-requirement.what": "Surat nikah"}
    more |= {"add-requirement.reasons": "Nama berubah."}
    assert (
        other.post(f"/loket/berkas/{reference}/tindakan/add-requirement/", more).status_code == 302
    )
    stopped_clock.advance(timedelta(minutes=1))
    answer = send(client, reference, 1, outcome="lengkap", **COMPLETE)
    assert answer.status_code == 409
    html = answer.content.decode()
    assert html.count('value="ada" checked') == len(ALL_PRESENT)
    assert "Surat nikah" in html
    assert 'name="version" value="2"' in html
    again = {**COMPLETE, "verifikasi.verdicts.tambahan-1": "ada"}
    assert send(client, reference, 2, outcome="lengkap", **again).status_code == 302


def test_a_form_without_its_version_is_shown_again_instead_of_done() -> None:
    reference = to_sign()
    client = desk("petugas-loket")
    answer = client.post(f"/loket/berkas/{reference}/langkah/", SIGNED)
    assert answer.status_code == 409
    assert state(reference) == "tanda-tangan"


def test_a_session_lost_in_the_middle_loses_no_word() -> None:
    reference = to_sign()
    client = desk("petugas-loket")
    page = client.get(f"/loket/berkas/{reference}/")
    client.logout()
    typed = {**SIGNED, "form_key": key_of(page), "tanda-tangan.note": "Diantar kasun."}
    answer = send(client, reference, 2, **typed)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/masuk/")
    assert state(reference) == "tanda-tangan"


def test_whoever_may_only_wait_can_send_nothing() -> None:
    reference = handed_in().row.reference
    answer = send(desk("kasi-kesos"), reference, 1, outcome="lengkap", **COMPLETE)
    assert answer.status_code == 422
    assert state(reference) == "verifikasi"


def test_another_offices_file_cannot_be_reached() -> None:
    reference = handed_in().row.reference
    client = desk("petugas-loket", "35.17.12")
    assert send(client, reference, 1, outcome="lengkap", **COMPLETE).status_code == 404


def test_a_look_changes_nothing() -> None:
    reference = handed_in().row.reference
    client = desk("petugas-loket")
    assert client.get(f"/loket/berkas/{reference}/langkah/").status_code == 405


@pytest.mark.parametrize("service", ["skck"])
def test_the_page_s_own_form_filled_in_is_accepted_step_by_step(service: str) -> None:
    reference = handed_in().row.reference
    client = desk("petugas-loket")
    for _n in range(2):
        form = file_page(file_of(reference)).form
        assert form is not None
        typed = filled(form)
        body = {name: list(texts) for name, texts in typed.sent.items()}
        assert client.post(f"/loket/berkas/{reference}/langkah/", body).status_code == 302
    assert state(reference) == "diserahkan"


def test_the_summary_of_troubles_leads_to_fields_that_are_there() -> None:
    reference = to_sign()
    typed = {**SIGNED, "tanda-tangan.signed_by": "", "happened.time": "25.99"}
    answer = send(desk("petugas-loket"), reference, 2, **typed)
    assert answer.status_code == 422
    part_of(answer, "f-happened")
    assert "Tulis tanggal seperti 23-11-2026" in text_of(answer)
