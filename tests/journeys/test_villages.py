# SPDX-License-Identifier: EUPL-1.2
"""What villages come for: money that is paid out, and people who are appointed.

No visitor's telephone runs scripts here.
"""

from __future__ import annotations

from tests.journeys.people import People

HANDED_OVER = "Selesai, hasilnya diserahkan"
MONEY = {
    "Nama Kepala Desa": "Sutrisno Rekaan",
    "Desa": "Plintahan",
    "Tahun anggaran": "2026",
    "Tahap atau bulan": "Tahap II",
    "Nomor surat desa": "900/12/2026",
    "Tanggal surat desa": "20-11-2026",
    "spp/1/sumber": "ADD operasional",
    "spp/1/nomor": "0012/SPP/2026",
    "spp/1/tanggal": "19-11-2026",
    "spp/1/nilai": "12.500.000",
}


def test_a_recommendation_for_a_village_to_draw_its_money(people: People) -> None:
    village = people.visitor(scripts=False)
    reference = village.applies("rekomendasi-pencairan-dana-desa", MONEY)

    gendhis = people.officer("Gendhis")
    gendhis.opens_file(reference)
    gendhis.presses("Semua ada")
    gendhis.marks("Berkas sesuai dengan ajuan", "Ya")
    gendhis.marks("SPJ bulan sebelumnya selesai", "Ya")
    gendhis.shows("berkas-dua-fakta")
    gendhis.sends("Periksa – buat konsep")
    gendhis.sees("Menunggu Kepala Seksi Pemberdayaan")
    jati = people.officer_on_a_phone("Jati")
    jati.opens_signing(reference)
    jati.sends("Sudah saya paraf")
    people.officer_on_a_phone("Ratna").agrees_to_sign(reference, "Sutrisno Rekaan")

    kirana = people.officer("Kirana")
    kirana.opens_file(reference)
    kirana.chooses("Camat Pandaan")
    kirana.sends("Catat tanda tangan")
    gendhis.opens_file(reference)
    gendhis.chooses("Orang lain")
    gendhis.writes({"Nama pengambil": "Perangkat Rekaan"})
    gendhis.sends("Register – stempel – serahkan")
    gendhis.sees(HANDED_OVER)
    village.tracks("Selesai, sudah diserahkan")
    number = gendhis.reads_number()
    gendhis.reads_paper(reference, "rekomendasi", number, "12.500.000", "Ratna Wulandari")
    village.verifies(number, "Nomor ini tercatat di register")


def test_a_letter_that_forwards_a_request_of_a_village_to_the_bupati(people: People) -> None:
    parmin = people.visitor(scripts=False)
    about = {"Nama pengaju": "Parmin Rekaan", "Desa": "Karangjati", "Diajukan oleh": "Ketua BPD"}
    about |= {"Jenis": "Pengesahan dan pengangkatan Kepala Desa terpilih"}
    about |= {"Nomor surat permohonan": "141/7/2026", "Tanggal surat permohonan": "20-11-2026"}
    about |= {"Berkas yang diteruskan dan jumlahnya": "Laporan BPD, 1 berkas"}
    about |= {"orang/1/nama": "Joko Rekaan"}
    reference = parmin.applies("kepala-desa-bpd", about)
    kirana = people.officer("Kirana")
    kirana.opens_file(reference)
    kirana.sends("Terima berkas")

    gendhis = people.officer("Gendhis")
    gendhis.opens_file(reference)
    gendhis.presses("Semua ada")
    gendhis.chooses("Surat dibuat kantor")
    gendhis.sends("Periksa – buat konsep")
    gendhis.sees("Menunggu Camat")

    people.officer_on_a_phone("Ratna").agrees_to_sign(reference, "Parmin Rekaan")

    kirana.opens_file(reference)
    kirana.chooses("Camat Pandaan", "Orang lain")
    kirana.writes({"Nama pengambil": "Kurir Rekaan"})
    kirana.sends("Catat tanda tangan – register – serahkan")
    kirana.sees(HANDED_OVER)
    number = kirana.reads_number()
    kirana.reads_paper(reference, "pengantar", number, "JOKO REKAAN", "Ratna Wulandari")
    parmin.tracks("Selesai, sudah diserahkan")


def test_a_village_that_comes_to_the_counter(people: People) -> None:
    reference = people.officer("Kirana").takes_in("rekomendasi-pencairan-dana-desa", MONEY)
    gendhis = people.officer("Gendhis")
    gendhis.opens_file(reference)
    gendhis.sees("Giliran Anda: Periksa", "0012/SPP/2026", "Rp 12.500.000")
