# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong on an ordinary day: two at one file, a session that ends, a slow network."""

from __future__ import annotations

from playwright.sync_api import Page, Request, expect

from tests.journeys.people import People
from tests.journeys.person import a_photo

FROM_THE_VILLAGE = {"Nomor surat desa": "470/12/2026", "Tanggal surat desa": "20-11-2026"}
ABOUT = {"Desa/Kelurahan": "Karangjati", "Keperluan SKCK": "Melamar kerja", **FROM_THE_VILLAGE}
HANDED_OVER = "Selesai, hasilnya diserahkan"


def sent_by(page: Page) -> list[str]:
    """Where this window sends a form from now on; what scripts ask meanwhile is not meant."""
    sent: list[str] = []

    def hear(request: Request) -> None:
        if request.method == "POST" and request.is_navigation_request():
            sent.append(request.url)

    page.on("request", hear)
    return sent


def test_two_officers_act_on_one_file(people: People) -> None:
    kirana, tirta = people.officer("Kirana"), people.officer("Tirta")
    kirana.opens("/loket/baru/")
    kirana.shows("berkas-baru")
    kirana.presses("Pengantar SKCK")
    kirana.writes({"Nama": "Dua Rekaan", **ABOUT})
    kirana.presses("Semua ada")
    kirana.shows("terima-berkas")
    kirana.sends("Terima")
    reference = kirana.reads_reference()
    kirana.shows("berkas-diterima")
    for one in (kirana, tirta):
        one.opens_file(reference)
        one.chooses("u.b. Kepala Seksi Pemerintahan")
    tirta.chooses("Keluarga")
    tirta.writes({"Nama pengambil": "Joko Rekaan"})

    kirana.chooses("Stempel")
    kirana.sends("Catat tanda tangan – register – stempel")
    kirana.sees("Serahkan")

    tirta.sends("Catat tanda tangan – register – stempel – serahkan")
    tirta.sees("Berkas ini baru saja berubah", "Kirana Puspita", "Isian Anda masih ada di bawah")
    tirta.sees_typed({"Nama pengambil": "Joko Rekaan"})
    tirta.shows("berkas-berubah")
    tirta.sends("Serahkan")
    tirta.sees(HANDED_OVER, "Joko Rekaan")

    kirana.sends("Serahkan")
    kirana.sees("Berkas ini baru saja berubah", "Yang Anda kirim belum dicatat", HANDED_OVER)
    kirana.shows("berkas-berubah-dan-selesai")
    kirana.opens_file(reference)
    for once in ("Ditandatangani oleh", "Dicatat dalam register", "Diserahkan oleh"):
        assert kirana.counts(once, ".history") == 1, once


def test_a_session_ends_while_a_form_is_half_typed(people: People) -> None:
    kirana = people.officer("Kirana")
    typed = {"Nama": "Sesi Rekaan", "Nomor surat desa/kelurahan": "470/77/2026"}
    kirana.begins("skck", typed)
    kirana.marks("Kartu Keluarga", "Kurang")
    kirana.loses_session()
    kirana.sends("Terima")
    kirana.sees("Yang Anda isi tersimpan")
    kirana.shows("masuk-lagi")
    kirana.sends("Kirana")
    kirana.sees("dikembalikan. Belum dikirim")
    kirana.sees_typed(typed)
    kirana.shows("terima-berkas-dikembalikan")
    kirana.writes({"Desa/Kelurahan": "Karangjati", "Keperluan SKCK": "Melamar kerja"})
    kirana.writes({"Tanggal surat desa": "20-11-2026"})
    kirana.presses("Semua ada")
    kirana.sends("Terima saja")
    reference = kirana.reads_reference()
    kirana.opens_file(reference)
    kirana.sees("Sesi Rekaan", "Karangjati")
    kirana.opens("/loket/baru/skck/")
    expect(kirana.page.locator(".draft")).to_have_count(0)


def test_a_button_is_pressed_twice_on_a_slow_network(people: People) -> None:
    kirana = people.officer("Kirana")
    kirana.begins("skck", {"Nama": "Lambat Rekaan", **ABOUT})
    kirana.presses("Semua ada")
    kirana.brings("Fotokopi Kartu Keluarga: Foto", a_photo())
    kirana.waits_for_the_network(3000)
    sent = sent_by(kirana.page)
    assert kirana.presses_impatiently("Terima") == "sedang dikirim…"
    reference = kirana.reads_reference()
    kirana.waits_for_the_network(0)
    kirana.sees("Lambat Rekaan")
    assert len(sent) == 1

    kirana.opens(f"/loket/berkas/{reference}/unggahan/")
    kirana.brings("Lain-lain", a_photo())
    kirana.waits_for_the_network(3000)
    assert kirana.presses_impatiently("Simpan foto") == "sedang dikirim…"
    kirana.sees("Foto tersimpan.")
    kirana.waits_for_the_network(0)
    expect(kirana.page.locator(".thumbs img")).to_have_count(2)
    kirana.shows("foto")
    assert len(sent) == 2
    kirana.opens("/loket/daftar/")
    expect(kirana.page.locator("tr", has_text="Lambat Rekaan")).to_have_count(1)
