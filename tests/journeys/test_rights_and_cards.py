# SPDX-License-Identifier: EUPL-1.2
"""What is no letter: payments, events, advice, information, complaints, cards."""

from __future__ import annotations

from tests.journeys.people import KESAMBEN, People

HANDED_OVER = "Selesai, hasilnya diserahkan"


def test_a_tax_that_is_paid_at_the_counter(people: People) -> None:
    tirta = people.officer("Tirta")
    about = {"Nama pembawa": "Wati Rekaan", "Desa/Kelurahan": "Karangjati"}
    about |= {"sppt/1/nop": "351411000300100010"}
    reference = tirta.checks_in("pbb", about, then="Lengkap")
    tirta.opens_file(reference)
    tirta.sends("Entri")
    tirta.sees("Menunggu Pemohon")
    tirta.writes({"Jumlah": "125.000", "Nomor dari BANK": "JTM-20261123-01"})
    tirta.chooses("Titipan tunai", "Pemohon sendiri")
    tirta.shows("berkas-pembayaran")
    tirta.sends("Catat pembayaran – cetak – serahkan")
    tirta.sees(HANDED_OVER, "125.000")


def test_an_event_that_an_institution_asks_for(people: People) -> None:
    kirana = people.officer("Kirana")
    about = {"Nama pemohon atau instansi": "Karang Taruna Rekaan"}
    about |= {"Materi sosialisasi": "Pencegahan stunting", "Maksud dan tujuan": "Kader paham"}
    reference = kirana.checks_in("sosialisasi", about | {"Tanggal kegiatan": "14-12-2026"})

    hadi = people.officer_on_a_phone("Hadi")
    hadi.opens_file(reference)
    hadi.writes({"Alasan": "Sesuai rencana kerja seksi."})
    hadi.sends("Disetujui")
    hadi.chooses("Kepala Seksi Kesejahteraan Sosial")
    hadi.writes({"Isi disposisi": "Hadiri dan siapkan materi bersama Puskesmas."})
    hadi.shows("berkas-disposisi")
    hadi.sends("Tanpa surat")

    melati = people.officer("Melati")
    melati.opens_file(reference)
    melati.writes({"Isi jawaban": "Disetujui. Silakan hadir tiga hari kerja sebelumnya."})
    melati.chooses("WhatsApp")
    melati.shows("berkas-jawaban")
    melati.sends("Jawab")
    melati.sees("Menunggu Pemohon")

    kirana.opens_file(reference)
    for brought in ("pimpinan instansi", "Kartu identitas", "Pindai barcode"):
        kirana.marks(brought, "Ada")
    kirana.sends("Hadir – periksa")
    kirana.sees("Menunggu Kepala Seksi Kesejahteraan Sosial")
    melati.opens_file(reference)
    melati.shows("berkas-jadwal")


def test_advice_that_needs_somebody_higher_up(people: People) -> None:
    kirana = people.officer("Kirana")
    about = {"Nama": "Wati Rekaan", "Asal": "Warga", "Pokok masalah": "Tanah dan waris"}
    kirana.begins("konsultasi", about)
    kirana.writes({"Hasil konsultasi": "Perlu arahan tentang batas tanah."})
    kirana.sends("Tidak dapat diselesaikan")
    reference = kirana.reads_reference()
    kirana.opens_file(reference)
    kirana.chooses("Kepala Seksi Pemerintahan")
    kirana.sends("Teruskan")

    sekar = people.officer("Sekar")
    sekar.opens_file(reference)
    sekar.writes({"Hasil konsultasi": "Batas belum diukur; perlu keputusan Camat."})
    sekar.shows("berkas-konsultasi")
    sekar.sends("Tidak dapat diselesaikan")
    ratna = people.officer_on_a_phone("Ratna")
    ratna.opens_file(reference)
    ratna.writes({"Hasil konsultasi": "Ajukan pengukuran ke Kantor Pertanahan."})
    ratna.sends("Konsultasi")
    ratna.sees("Selesai")


def test_information_that_somebody_asks_for(people: People) -> None:
    kirana = people.officer("Kirana")
    about = {"Nama perseorangan / instansi": "Wati Rekaan"}
    about |= {"Kontak yang dapat dihubungi": "081200000001", "Maksud dan tujuan": "Skripsi"}
    about |= {"Data dan informasi yang diminta": "Jumlah penduduk per desa"}
    about |= {"Bersedia mencantumkan sumber data dan informasi": "Ya"}
    about |= {"Jawaban disampaikan": "Langsung (diambil)"}
    reference = kirana.takes_in("data-informasi", about)

    laras = people.officer("Laras")
    laras.opens_file(reference)
    laras.writes({"Alasan": "Data sudah terbuka untuk umum."})
    laras.sends("Tidak dikecualikan")
    laras.sends("Buat konsep")
    people.officer_on_a_phone("Ratna").agrees_to_sign(reference, "Wati Rekaan")

    kirana.opens_file(reference)
    kirana.chooses("Camat Pandaan", "Langsung")
    kirana.writes({"Isi jawaban": "Jumlah penduduk per desa ada pada lampiran."})
    kirana.shows("berkas-menjawab")
    kirana.sends("Catat tanda tangan – register – jawab")
    kirana.sees("Selesai")


def test_a_complaint_that_is_answered(people: People) -> None:
    kirana = people.officer("Kirana")
    about = {"Uraian pengaduan, saran, atau apresiasi": "Antrean di loket terlalu lama."}
    reference = kirana.takes_in("pengaduan", about | {"Disampaikan lewat": "Lisan di loket"})
    kirana.opens_file(reference)
    kirana.shows("berkas-pengaduan")
    kirana.writes({"Alasan": "Benar, hanya satu loket dibuka."})
    kirana.sends("Diselesaikan")
    kirana.writes({"Isi jawaban": "Mulai besok dua loket dibuka sampai pukul 11."})
    kirana.writes({"Rencana tindak lanjut": "Jadwal petugas loket diubah."})
    kirana.chooses("Langsung")
    kirana.shows("berkas-tanggapan")
    kirana.sends("Jawab – arsipkan")
    kirana.sees("Selesai")


def test_a_card_that_another_system_prints(people: People) -> None:
    ratri = people.officer("Ratri", KESAMBEN)
    about = {"Nama": "Wati Rekaan", "Desa": "Kesamben", "Alasan": "Rusak"}
    ratri.begins("ktp", about | {"NIK": "9917125203850001"})
    ratri.marks("KTP asli atau surat kehilangan", "Ada")
    ratri.presses("Semua ada")
    ratri.sends("Terima")
    reference = ratri.reads_reference()

    rangga = people.officer("Rangga", KESAMBEN)
    rangga.opens_file(reference)
    rangga.chooses("Pemohon sendiri")
    rangga.shows("berkas-kartu")
    rangga.sends("Cek data – cetak – serahkan")
    rangga.sees(HANDED_OVER)


def test_an_app_that_is_activated_at_the_counter(people: People) -> None:
    ratri = people.officer("Ratri", KESAMBEN)
    ratri.begins("ikd", {"Nama": "Wati Rekaan", "Desa": "Kesamben"})
    ratri.presses("Semua ada")
    ratri.marks("Pemohon sudah melakukan perekaman KTP-el", "Ya")
    ratri.marks("Handphone memakai Android versi 7 atau lebih baru", "Ya")
    ratri.sends("Terima")
    reference = ratri.reads_reference()
    ratri.opens_file(reference)
    ratri.shows("berkas-aktivasi")
    ratri.sends("Unduh – daftarkan – pindai")
    ratri.sees("Menunggu Pemohon")
    ratri.sends("Aktivasi")
    ratri.sees("Selesai")
