# SPDX-License-Identifier: EUPL-1.2
"""What is no letter: payments, events, advice, information, complaints, cards, an app.

No visitor's telephone runs scripts here, so each of these kinds is gone without.
"""

from __future__ import annotations

from tests.journeys.people import KESAMBEN, People

HANDED_OVER = "Selesai, hasilnya diserahkan"


def test_a_tax_that_is_paid_at_the_counter(people: People) -> None:
    wati = people.visitor(scripts=False)
    about = {"Nama pembawa": "Wati Rekaan", "Desa/Kelurahan": "Karangjati"}
    about |= {"sppt/1/nop": "351411000300100010"}
    reference = wati.applies("pbb", about)
    tirta = people.officer("Tirta")
    tirta.opens_file(reference)
    tirta.presses("Semua ada")
    tirta.sends("Lengkap")
    tirta.sends("Entri")
    tirta.sees("Menunggu Pemohon")
    wati.tracks("Giliran Anda: bayar", "Bayar hanya di loket atau lewat bank")
    wati.shows("lacak-membayar")
    tirta.writes({"Jumlah": "125.000", "Nomor dari BANK": "JTM-20261123-01"})
    tirta.chooses("Titipan tunai", "Pemohon sendiri")
    tirta.shows("berkas-pembayaran")
    tirta.sends("Catat pembayaran – cetak – serahkan")
    tirta.sees(HANDED_OVER, "125.000")
    tirta.reads_paper(reference, "tanda-terima", "125.000", "Bukan STTS dan bukan bukti lunas.")
    wati.tracks("Selesai, sudah diserahkan")


def test_an_event_that_an_institution_asks_for(people: People) -> None:
    taruna = people.visitor(scripts=False)
    about = {"Nama pemohon atau instansi": "Karang Taruna Rekaan"}
    about |= {"Materi sosialisasi": "Pencegahan stunting", "Maksud dan tujuan": "Kader paham"}
    reference = taruna.applies("sosialisasi", about | {"Tanggal kegiatan": "14-12-2026"})
    kirana = people.officer("Kirana")
    kirana.opens_file(reference)
    kirana.presses("Semua ada")
    kirana.sends("Terima berkas – periksa")

    hadi = people.officer_on_a_phone("Hadi")
    hadi.opens_file(reference)
    hadi.writes({"Pertimbangan": "Sesuai rencana kerja seksi."})
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
    taruna.tracks("Disetujui. Silakan hadir tiga hari kerja sebelumnya.")
    taruna.shows("lacak-hadir")

    kirana.opens_file(reference)
    for brought in ("pimpinan instansi", "Kartu identitas", "Pindai barcode"):
        kirana.marks(brought, "Ada")
    kirana.sends("Hadir – periksa")
    kirana.sees("Menunggu Kepala Seksi Kesejahteraan Sosial")
    melati.opens_file(reference)
    melati.shows("berkas-jadwal")


def test_advice_that_needs_somebody_higher_up(people: People) -> None:
    wati = people.visitor(scripts=False)
    about = {"Nama": "Wati Rekaan", "Asal": "Warga", "Pokok masalah": "Tanah dan waris"}
    reference = wati.applies("konsultasi", about)
    kirana = people.officer("Kirana")
    kirana.opens_file(reference)
    kirana.writes({"Hasil konsultasi": "Perlu arahan tentang batas tanah."})
    kirana.sends("Tidak dapat diselesaikan")
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
    wati.tracks("Selesai", "Ajukan pengukuran ke Kantor Pertanahan.")
    wati.shows("lacak-konsultasi")


def test_information_that_somebody_asks_for(people: People) -> None:
    wati = people.visitor(scripts=False)
    about = {"Nama perseorangan / instansi": "Wati Rekaan"}
    about |= {"Kontak yang dapat dihubungi": "081200000001", "Maksud dan tujuan": "Skripsi"}
    about |= {"Data dan informasi yang diminta": "Jumlah penduduk per desa"}
    about |= {"Bersedia mencantumkan sumber data dan informasi": "Ya"}
    about |= {"Jawaban disampaikan": "Langsung (diambil)"}
    reference = wati.applies("data-informasi", about)
    kirana = people.officer("Kirana")
    kirana.opens_file(reference)
    kirana.sends("Terima berkas")

    laras = people.officer("Laras")
    laras.opens_file(reference)
    laras.writes({"Pertimbangan": "Data sudah terbuka untuk umum."})
    laras.sends("Tidak dikecualikan")
    laras.sends("Buat konsep")
    people.officer_on_a_phone("Ratna").agrees_to_sign(reference, "Wati Rekaan")

    kirana.opens_file(reference)
    kirana.chooses("Camat Pandaan", "Langsung")
    kirana.writes({"Isi jawaban": "Jumlah penduduk per desa ada pada lampiran."})
    kirana.shows("berkas-menjawab")
    kirana.sends("Catat tanda tangan – register – jawab")
    kirana.sees("Selesai")
    wati.tracks("Selesai", "Jumlah penduduk per desa ada pada lampiran.")
    number = kirana.reads_number()
    kirana.reads_paper(reference, "jawaban", number, "Jumlah penduduk per desa", "Ratna Wulandari")
    wati.verifies(number, "Nomor ini tercatat di register")


def test_a_complaint_that_is_answered(people: People) -> None:
    nobody = people.visitor(scripts=False)
    about = {"Uraian pengaduan, saran, atau apresiasi": "Antrean di loket terlalu lama."}
    reference = nobody.applies("pengaduan", about | {"Apakah nama Anda disebut?": "Tanpa nama"})
    kirana = people.officer("Kirana")
    kirana.opens_file(reference)
    kirana.sends("Terima berkas")
    kirana.shows("berkas-pengaduan")
    kirana.writes({"Pertimbangan": "Benar, hanya satu loket dibuka."})
    kirana.sends("Diselesaikan")
    kirana.writes({"Isi jawaban": "Mulai besok dua loket dibuka sampai pukul 11."})
    kirana.writes({"Rencana tindak lanjut": "Jadwal petugas loket diubah."})
    kirana.chooses("Langsung")
    kirana.shows("berkas-tanggapan")
    kirana.sends("Jawab – arsipkan")
    kirana.sees("Selesai")
    kirana.reads_paper(reference, "tanda-terima", "TANDA TERIMA", "Antrean di loket terlalu lama.")
    nobody.tracks("Selesai", "Mulai besok dua loket dibuka sampai pukul 11.")
    nobody.shows("lacak-pengaduan")


def test_a_card_that_another_system_prints(people: People) -> None:
    wati = people.visitor(KESAMBEN, scripts=False)
    about = {"Nama": "Wati Rekaan", "Desa": "Kesamben", "Alasan": "Rusak"}
    reference = wati.applies("ktp", about | {"NIK": "9917125203850001"})
    ratri = people.officer("Ratri", KESAMBEN)
    ratri.opens_file(reference)
    ratri.marks("KTP asli atau surat kehilangan", "Ada")
    ratri.presses("Semua ada")
    ratri.sends("Terima berkas – periksa – register")
    rangga = people.officer("Rangga", KESAMBEN)
    rangga.opens_file(reference)
    rangga.chooses("Pemohon sendiri")
    rangga.shows("berkas-kartu")
    rangga.sends("Cek data – cetak – serahkan")
    rangga.sees(HANDED_OVER)
    wati.tracks("Selesai, sudah diserahkan")


def test_an_app_that_is_activated_at_the_counter(people: People) -> None:
    wati = people.visitor(KESAMBEN, scripts=False)
    reference = wati.applies("ikd", {"Nama": "Wati Rekaan", "Desa": "Kesamben"})
    ratri = people.officer("Ratri", KESAMBEN)
    ratri.opens_file(reference)
    ratri.presses("Semua ada")
    ratri.marks("Pemohon sudah melakukan perekaman KTP-el", "Ya")
    ratri.marks("Handphone memakai Android versi 7 atau lebih baru", "Ya")
    ratri.sends("Periksa")
    ratri.shows("berkas-aktivasi")
    ratri.sends("Unduh – daftarkan – pindai")
    ratri.sees("Menunggu Pemohon")
    wati.tracks("Giliran Anda: aktivasi akun lewat tautan di email")
    wati.shows("lacak-giliran")
    ratri.sends("Aktivasi")
    ratri.sees("Selesai")
    wati.tracks("Selesai")
