# SPDX-License-Identifier: EUPL-1.2
"""Letters and countersigned sheets, from a telephone at home to the hand-over.

No visitor's telephone runs scripts, here and in the other journeys; what scripts make nicer is
walked by `test_a_stranger` and `tests/portal`. `test_trouble` tells of the counter's own intake.
"""

from __future__ import annotations

from tests.journeys.people import KESAMBEN, People

FROM_THE_VILLAGE = {"Nomor surat desa": "470/12/2026", "Tanggal surat desa": "20-11-2026"}
HANDED_OVER = "Selesai, hasilnya diserahkan"


def test_a_sheet_that_the_counter_checks_and_one_officer_signs(people: People) -> None:
    wati = people.visitor(scripts=False)
    about = {"Nama": "Wati Rekaan", "Desa/Kelurahan": "Karangjati"}
    about |= {"Keperluan SKCK": "Melamar kerja", **FROM_THE_VILLAGE}
    reference = wati.applies("skck", about)

    kirana = people.officer("Kirana")
    kirana.opens("/loket/")
    kirana.shows("meja")
    kirana.opens_file(reference)
    kirana.shows("berkas-dari-portal")
    kirana.presses("Semua ada")
    kirana.sends("Periksa")
    kirana.sees("Menunggu Pejabat yang berwenang")
    sekar = people.officer_on_a_phone("Sekar")
    sekar.opens("/loket/tanda-tangan/")
    sekar.shows("tanda-tangan")
    sekar.agrees_to_sign(reference, "Wati Rekaan", "Melamar kerja")

    kirana.opens_file(reference)
    kirana.sees("Menunggu Pejabat yang berwenang", "disetujui")
    kirana.shows("berkas-disetujui")
    kirana.chooses("u.b. Kepala Seksi Pemerintahan", "Stempel")
    kirana.sends("Catat tanda tangan – register – stempel")
    wati.tracks("Siap diambil", "Cara mengambil", "KTP yang mengambil")
    wati.shows("lacak-siap-diambil")
    kirana.chooses("Pemohon sendiri")
    kirana.sends("Serahkan")
    kirana.sees(HANDED_OVER)
    kirana.shows("berkas-selesai")
    wati.tracks("Selesai, sudah diserahkan")
    wati.shows("lacak-diserahkan")
    number = kirana.reads_number()
    kirana.reads_paper(reference, "pengantar", number, "Sekar Arumdalu")
    wati.verifies(number, "Nomor ini tercatat di register")
    wati.shows("cek-nomor")


def test_a_sheet_that_a_section_checks_and_the_camat_signs(people: People) -> None:
    sulastri = people.visitor(scripts=False)
    about = {"Nama pemohon": "Sulastri Rekaan", "Desa/Kelurahan": "Wedoro"}
    about |= {"Keperluan": "Sekolah atau kuliah", **FROM_THE_VILLAGE}
    reference = sulastri.applies("sktm", about)
    kirana = people.officer("Kirana")
    kirana.opens_file(reference)
    kirana.sends("Terima berkas")

    melati = people.officer("Melati")
    melati.opens_file(reference)
    melati.marks("Fotokopi KTP-el", "Kurang")
    melati.presses("Semua ada")
    melati.shows("berkas-diperiksa")
    melati.sends("Kembalikan kepada Pemohon")
    melati.sees("Menunggu Pemohon", "Yang masih kurang")

    kirana.opens_file(reference)
    kirana.shows("berkas-kurang")
    sulastri.tracks("Perlu Anda lengkapi", "Yang masih kurang", "Fotokopi KTP-el")
    sulastri.shows("lacak-kurang")
    sulastri.sends_a_photo("Fotokopi KTP-el")
    sulastri.sends_back()
    sulastri.sees("Menunggu diterima kantor")

    kirana.opens_file(reference)
    kirana.sends("Terima berkas")
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
    sulastri.tracks("Selesai, sudah diserahkan")


def test_a_sheet_with_a_paraf_before_the_camat_signs(people: People) -> None:
    slamet = people.visitor(scripts=False)
    about = {"Nama penanggung jawab": "Slamet Rekaan", "Desa/Kelurahan": "Durensewu"}
    about |= {"Acara": "Pengajian", "Tanggal mulai": "12-12-2026", **FROM_THE_VILLAGE}
    reference = slamet.applies("ijin-keramaian", about)
    kirana = people.officer("Kirana")
    kirana.opens_file(reference)
    kirana.presses("Semua ada")
    kirana.sends("Periksa")

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
    slamet.tracks("Selesai, sudah diserahkan")
    slamet.scans_receipt()
    slamet.sees("Surat ini diterbitkan kantor ini.", "Bertanda tangan basah", "S. R.")
    slamet.shows("cek-qr")


def test_a_sheet_that_is_registered_before_it_is_signed(people: People) -> None:
    wati = people.visitor(KESAMBEN, scripts=False)
    about = {"Nama": "Wati Rekaan", "Desa": "Kesamben", "Keperluan SKCK": "Melamar kerja"}
    reference = wati.applies("skck", about | FROM_THE_VILLAGE)
    ratri = people.officer("Ratri", KESAMBEN)
    ratri.opens_file(reference)
    ratri.presses("Semua ada")
    ratri.sends("Periksa – register")
    wati.tracks("Menunggu tanda tangan pejabat")
    wati.shows("lacak-menunggu")
    wirya = people.officer_on_a_phone("Wirya", KESAMBEN)
    wirya.agrees_to_sign(reference, "Wati Rekaan")
    ratri.opens_file(reference)
    ratri.chooses("Camat", "Pemohon sendiri")
    ratri.sends("Catat tanda tangan – serahkan")
    ratri.sees(HANDED_OVER)
    wati.verifies(ratri.reads_number(), "Nomor ini tercatat di register")


def test_a_sheet_that_is_only_signed(people: People) -> None:
    slamet = people.visitor(KESAMBEN, scripts=False)
    about = {"Nama penanggung jawab": "Slamet Rekaan", "Desa": "Kesamben", "Acara": "Pengajian"}
    about |= {"Nomor surat atau register desa": "300/4/2026"}
    about |= {"Tanggal surat atau register desa": "20-11-2026", "Tanggal mulai": "12-12-2026"}
    reference = slamet.applies("ijin-keramaian", about)
    ratri = people.officer("Ratri", KESAMBEN)
    ratri.opens_file(reference)
    ratri.sends("Terima berkas")
    wirya = people.officer_on_a_phone("Wirya", KESAMBEN)
    wirya.agrees_to_sign(reference, "Slamet Rekaan")
    ratri.opens_file(reference)
    ratri.chooses("Camat", "Pemohon sendiri")
    ratri.sends("Catat tanda tangan – serahkan")
    ratri.sees(HANDED_OVER)
    slamet.tracks("Selesai, sudah diserahkan")
