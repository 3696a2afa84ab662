# SPDX-License-Identifier: EUPL-1.2
"""Letters and countersigned sheets, from the queue to the hand-over."""

from __future__ import annotations

from tests.journeys.people import KESAMBEN, People

FROM_THE_VILLAGE = {"Nomor surat desa": "470/12/2026", "Tanggal surat desa": "20-11-2026"}
HANDED_OVER = "Selesai, hasilnya diserahkan"


def test_a_sheet_that_the_counter_checks_and_one_officer_signs(people: People) -> None:
    kirana = people.officer("Kirana")
    kirana.opens("/loket/")
    kirana.shows("meja")
    kirana.presses("Berkas baru")
    kirana.shows("berkas-baru")
    kirana.presses("Pengantar SKCK")
    kirana.writes({"Nama": "Wati Rekaan", "Desa/Kelurahan": "Karangjati"})
    kirana.writes({"Keperluan SKCK": "Melamar kerja", **FROM_THE_VILLAGE})
    kirana.presses("Semua ada")
    kirana.shows("terima-berkas")
    kirana.sends("Terima")
    reference = kirana.reads_reference()
    kirana.shows("berkas-diterima")

    sekar = people.officer_on_a_phone("Sekar")
    sekar.opens("/loket/tanda-tangan/")
    sekar.shows("tanda-tangan")
    sekar.agrees_to_sign(reference, "Wati Rekaan", "Melamar kerja")

    kirana.opens_file(reference)
    kirana.sees("Menunggu Pejabat yang berwenang", "disetujui")
    kirana.shows("berkas-disetujui")
    kirana.chooses("u.b. Kepala Seksi Pemerintahan", "Pemohon sendiri")
    kirana.sends("Catat tanda tangan – register – stempel – serahkan")
    kirana.sees(HANDED_OVER)
    kirana.shows("berkas-selesai")


def test_a_sheet_that_a_section_checks_and_the_camat_signs(people: People) -> None:
    kirana = people.officer("Kirana")
    about = {"Nama pemohon": "Sulastri Rekaan", "Desa/Kelurahan": "Wedoro"}
    about |= {"Keperluan": "Sekolah atau kuliah", **FROM_THE_VILLAGE}
    reference = kirana.takes_in("sktm", about)

    melati = people.officer("Melati")
    melati.opens_file(reference)
    melati.marks("Fotokopi KTP-el", "Kurang")
    melati.presses("Semua ada")
    melati.shows("berkas-diperiksa")
    melati.sends("Kembalikan kepada Pemohon")
    melati.sees("Menunggu Pemohon", "Yang masih kurang")

    kirana.opens_file(reference)
    kirana.shows("berkas-kurang")
    kirana.sends("Terima kembali")
    kirana.sees("Menunggu Kepala Seksi Kesejahteraan Sosial")
    melati.opens_file(reference)
    melati.marks("Fotokopi KTP-el", "Ada")
    melati.sends("Periksa")
    melati.sees("Menunggu Camat")

    ratna = people.officer_on_a_phone("Ratna")
    ratna.agrees_to_sign(reference, "Sulastri Rekaan", "Sekolah atau kuliah")

    kirana.opens_file(reference)
    kirana.chooses("Camat Pandaan", "Keluarga")
    kirana.writes({"Nama pengambil": "Joko Rekaan"})
    kirana.sends("Catat tanda tangan – register – stempel – serahkan")
    kirana.sees(HANDED_OVER, "Joko Rekaan")


def test_a_sheet_with_a_paraf_before_the_camat_signs(people: People) -> None:
    kirana = people.officer("Kirana")
    about = {"Nama penanggung jawab": "Slamet Rekaan", "Desa/Kelurahan": "Durensewu"}
    about |= {"Acara": "Pengajian", "Tanggal mulai": "12-12-2026", **FROM_THE_VILLAGE}
    reference = kirana.checks_in("ijin-keramaian", about)

    wira = people.officer("Wira")
    wira.opens_file(reference)
    wira.sends("Paraf")
    wira.sees("Menunggu Camat")
    people.officer_on_a_phone("Ratna").agrees_to_sign(reference, "Slamet Rekaan", "Pengajian")

    kirana.opens_file(reference)
    kirana.chooses("Camat Pandaan")
    kirana.sends("Catat tanda tangan")
    kirana.sees("Menunggu Staf Seksi Trantib")
    banyu = people.officer("Banyu")
    banyu.opens_file(reference)
    banyu.chooses("Pemohon sendiri")
    banyu.sends("Register – stempel – serahkan")
    banyu.sees(HANDED_OVER)


def test_a_sheet_that_is_registered_before_it_is_signed(people: People) -> None:
    ratri = people.officer("Ratri", KESAMBEN)
    about = {"Nama": "Wati Rekaan", "Desa": "Kesamben", "Keperluan SKCK": "Melamar kerja"}
    reference = ratri.checks_in("skck", about | FROM_THE_VILLAGE)
    wirya = people.officer_on_a_phone("Wirya", KESAMBEN)
    wirya.agrees_to_sign(reference, "Wati Rekaan")
    ratri.opens_file(reference)
    ratri.chooses("Camat", "Pemohon sendiri")
    ratri.sends("Catat tanda tangan – serahkan")
    ratri.sees(HANDED_OVER)


def test_a_sheet_that_is_only_signed(people: People) -> None:
    ratri = people.officer("Ratri", KESAMBEN)
    about = {"Nama penanggung jawab": "Slamet Rekaan", "Desa": "Kesamben", "Acara": "Pengajian"}
    about |= {"Nomor surat atau register desa": "300/4/2026"}
    about |= {"Tanggal surat atau register desa": "20-11-2026", "Tanggal mulai": "12-12-2026"}
    reference = ratri.takes_in("ijin-keramaian", about)
    wirya = people.officer_on_a_phone("Wirya", KESAMBEN)
    wirya.agrees_to_sign(reference, "Slamet Rekaan")
    ratri.opens_file(reference)
    ratri.chooses("Camat", "Pemohon sendiri")
    ratri.sends("Catat tanda tangan – serahkan")
    ratri.sees(HANDED_OVER)
