# SPDX-License-Identifier: EUPL-1.2
"""Letters of the cast's office, and what its papers share. Nobody in them exists."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pendopo.papers.values import (
    Common,
    Correspondence,
    Dated,
    Heading,
    Items,
    Letter,
    Letterhead,
    Mark,
    Minutes,
    Paragraph,
    Particulars,
    Signature,
    Stationery,
    Table,
    Transmittal,
    Typeface,
)

ARMS: Final = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 88 104">
<path d="M4 4h80v52c0 24-18 38-40 46C22 94 4 80 4 56z" fill="#fff" stroke="#000" stroke-width="4"/>
<path d="M14 60 44 22l30 38M24 60v22h40V60" fill="none" stroke="#000" stroke-width="5"/>
<circle cx="44" cy="66" r="8"/></svg>"""

HEAD: Final = Letterhead(
    above=("PEMERINTAH KABUPATEN REKAAN",),
    name="KECAMATAN REJOWANGI",
    below=(
        "Jalan Raya Rejowangi Nomor 1, Rejowangi, Rekaan, Kode Pos 99123",
        "Telepon (0000) 123456, Pos-el kecamatan@rejowangi.example, Laman rejowangi.example",
    ),
    arms=ARMS,
)
MARK: Final = Mark(
    url="https://pelayanan.rejowangi.example/cek/7K3F9QX2MB",
    says="Pindai untuk melihat sampai di mana surat ini diproses: ditandatangani, didaftar, "
    "distempel, diserahkan.",
)
HADI: Final = Signature(
    lines=("CAMAT REJOWANGI,",),
    name="HADI CONTOH, S.STP.",
    rank="Pembina",
    nip="19790101 200101 1 000",
)
DATED: Final = Dated("Rejowangi", "23 November 2026")
COMMON: Final = Common(
    title="Surat Keterangan",
    stationery=Stationery(),
    letterhead=HEAD,
    mark=MARK,
    made_on="2026-11-23",
)

LETTER: Final = Letter(
    common=COMMON,
    heading="SURAT KETERANGAN",
    number="400.12.3.2/……/999.51/2026",
    body=(
        Paragraph("Yang bertanda tangan di bawah ini, Camat Rejowangi, menerangkan bahwa:"),
        Particulars(
            (
                ("Nama", "*WATI REKAAN*"),
                ("NIK", "9901015203850001"),
                ("Tempat, tanggal lahir", "Rekaan, 12 Maret 1985"),
                ("Jenis kelamin", "Perempuan"),
                ("Pekerjaan", "Pedagang"),
                (
                    "Alamat",
                    "Dusun Krajan RT 003 RW 001, Desa Sumberarum, Kecamatan Rejowangi, "
                    "Kabupaten Rekaan",
                ),
            )
        ),
        Paragraph(
            "adalah benar penduduk Kecamatan Rejowangi berdasarkan Surat Pengantar Kepala Desa "
            "Sumberarum Nomor 470/123/999.51.2001/2026 tanggal 20 November 2026. Surat "
            "keterangan ini diberikan untuk keperluan *melamar pekerjaan*.",
            indent=False,
        ),
        Paragraph(
            "Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan "
            "sebagaimana mestinya."
        ),
    ),
    dated=DATED,
    signatures=(HADI,),
    copies_to=("Kepala Desa Sumberarum", "Arsip"),
)

SARI_FOR_HADI: Final = Signature(
    lines=("a.n. CAMAT REJOWANGI", "Sekretaris Kecamatan,"),
    name="SARI CONTOH, S.Sos.",
    rank="Penata Tingkat I",
    nip="19800202 200302 2 000",
)
BAYU_FOR_SARI: Final = Signature(
    lines=(
        "a.n. CAMAT REJOWANGI",
        "Sekretaris Kecamatan",
        "u.b.",
        "Kepala Seksi Pemerintahan dan Pelayanan Umum,",
    ),
    name="BAYU CONTOH, S.H.",
    rank="Penata",
    nip="19810303 200503 1 000",
)


def titled(title: str, **changes: object) -> Common:
    """What the office's sheets share, under another title."""
    return replace(COMMON, title=title, **changes)  # type: ignore[arg-type]


def person(name: str, born: str, work: str, village: str) -> tuple[tuple[str, str], ...]:
    """How a letter describes somebody."""
    return (
        ("Nama", f"*{name}*"),
        ("NIK", "99010152038500xx"),
        ("Tempat, tanggal lahir", born),
        ("Pekerjaan", work),
        ("Alamat", f"RT 003 RW 001 {village} Kecamatan Rejowangi"),
    )


WEDDING: Final = Letter(
    common=titled("Surat Dispensasi Nikah"),
    heading="SURAT DISPENSASI NIKAH",
    number="400.12.3.2/045/999.51/2026",
    body=(
        Paragraph(
            "Berdasarkan Pasal 3 ayat (3) Peraturan Pemerintah Nomor 9 Tahun 1975 dan "
            "memperhatikan surat Kepala Desa Sumberarum Nomor 472.2/087/999.51.2001/2026 "
            "tanggal 20 November 2026, dengan ini memberikan dispensasi kepada:"
        ),
        Items((("I.", "*Calon suami*"),)),
        Particulars(
            person("JOKO REKAAN", "Rekaan, 5 Juli 1990", "Karyawan swasta", "Desa Sumberarum")
        ),
        Items((("II.", "*Calon istri*"),)),
        Particulars(
            person("WATI REKAAN", "Rekaan, 12 Maret 1995", "Pedagang", "Kelurahan Rejowangi")
        ),
        Paragraph(
            "untuk melangsungkan akad nikah pada hari Minggu, tanggal 29 November 2026, bertempat "
            "di Kantor Urusan Agama Kecamatan Rejowangi, yang pemberitahuannya kurang dari "
            "10 (sepuluh) hari kerja, dengan alasan calon suami segera kembali bertugas di luar "
            "daerah.",
            indent=False,
        ),
        Paragraph(
            "Demikian surat dispensasi ini diberikan untuk dipergunakan sebagaimana mestinya."
        ),
    ),
    dated=DATED,
    signatures=(replace(HADI, lines=("a.n. BUPATI REKAAN", "CAMAT REJOWANGI,")),),
    copies_to=("Kepala Kantor Urusan Agama Kecamatan Rejowangi", "Kepala Desa Sumberarum", "Arsip"),
)
RECOMMENDATION: Final = Letter(
    common=titled("Rekomendasi", stationery=Stationery(typeface=Typeface.BOOKMAN)),
    heading="REKOMENDASI",
    number="300.1/112/999.51/2026",
    body=(
        Particulars(
            (
                (
                    "Dasar",
                    "Surat Kepala Desa Sumberarum Nomor 300/211/999.51.2001/2026 tanggal "
                    "18 November 2026 perihal permohonan rekomendasi keramaian.",
                ),
            )
        ),
        Paragraph("Camat Rejowangi memberikan rekomendasi kepada:"),
        Particulars(
            (
                ("Nama", "*JOKO REKAAN*"),
                ("Alamat", "Dusun Krajan RT 003 RW 001 Desa Sumberarum"),
                ("Acara", "Walimatul khitan dengan hiburan hadrah"),
                ("Waktu", "Sabtu, 12 Desember 2026, pukul 19.00 sampai dengan 22.00 WIB"),
                ("Tempat", "Halaman rumah penanggung jawab"),
            )
        ),
        Heading("KETENTUAN"),
        Items(
            (
                ("a.", "menjaga ketertiban, keamanan dan kebersihan lingkungan;"),
                ("b.", "menghentikan hiburan pada waktu salat dan paling lambat pukul 22.00 WIB;"),
                (
                    "c.",
                    "berkoordinasi dengan Kepolisian Sektor dan Komando Rayon Militer "
                    "setempat, serta dengan:",
                ),
                ("  1)", "ketua rukun tetangga dan rukun warga;"),
                ("  2)", "pemilik lahan yang dipakai sebagai tempat parkir;"),
                ("d.", "rekomendasi ini *bukan merupakan izin*; izin diterbitkan oleh Kepolisian."),
            )
        ),
        Paragraph("Demikian rekomendasi ini diberikan untuk dipergunakan sebagaimana mestinya."),
    ),
    dated=DATED,
    signatures=(BAYU_FOR_SARI,),
)
ANSWER: Final = Correspondence(
    common=titled("Jawaban atas permintaan informasi"),
    number="400.14/087/999.51/2026",
    nature="Biasa",
    attachments="1 (satu) berkas",
    subject="Jawaban atas permintaan informasi publik nomor pendaftaran 012/XI/2026",
    to=("Sdr. Joko Rekaan", "Desa Sumberarum Kecamatan Rejowangi", "di", "Rekaan"),
    body=(
        Paragraph(
            "Menunjuk surat Saudara tanggal 16 November 2026 perihal permintaan informasi, "
            "bersama ini kami sampaikan hal-hal sebagai berikut:"
        ),
        Items(
            (
                ("1.", "Informasi yang Saudara minta berada dalam penguasaan kami."),
                (
                    "2.",
                    "Informasi tersebut kami sampaikan dalam bentuk salinan cetak sebanyak "
                    "12 (dua belas) lembar, tanpa biaya.",
                ),
            )
        ),
        Table(
            head=("No.", "Informasi", "Tahun", "Lembar"),
            rows=(
                ("1.", "Profil Kecamatan Rejowangi", "2025", "8"),
                ("2.", "Daftar desa dan kelurahan beserta luas wilayah", "2025", "4"),
            ),
            align="clcr",
        ),
        Paragraph(
            "Demikian untuk menjadi maklum, atas perhatian Saudara disampaikan terima kasih."
        ),
    ),
    dated=DATED,
    signatures=(SARI_FOR_HADI,),
    copies_to=("Pejabat Pengelola Informasi dan Dokumentasi Utama Kabupaten Rekaan",),
)
TRANSMITTAL: Final = Transmittal(
    common=titled("Surat Pengantar"),
    number="400.10/131/999.51/2026",
    to=(
        "Bupati Rekaan",
        "c.q. Kepala Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Rekaan",
        "di",
        "Rekaan",
    ),
    rows=(
        (
            "Berkas permohonan pencairan dana Desa Sumberarum tahap II tahun anggaran 2026",
            "2 (dua) rangkap",
            "Disampaikan dengan hormat untuk menjadi periksa dan guna proses lebih lanjut.",
        ),
        ("Berita acara verifikasi tanggal 20 November 2026", "1 (satu) lembar", ""),
    ),
    dated=DATED,
    signatures=(HADI,),
    copies_to=("Kepala Desa Sumberarum",),
)
MINUTES: Final = Minutes(
    common=titled("Berita Acara Verifikasi"),
    heading="BERITA ACARA VERIFIKASI",
    number="900.1/017/999.51/2026",
    body=(
        Paragraph(
            "Pada hari ini, Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh "
            "enam, bertempat di Kantor Kecamatan Rejowangi, telah dilakukan verifikasi atas berkas "
            "permohonan Desa Sumberarum oleh tim yang bertanda tangan di bawah ini, dengan hasil:"
        ),
        Table(
            head=("No.", "Dokumen", "Ada", "Sesuai", "Catatan"),
            rows=tuple(
                (f"{number}.", words, "ada", "ya", note)
                for number, (words, note) in enumerate(
                    (
                        ("Surat permohonan kepala desa", ""),
                        ("Rencana anggaran kas", ""),
                        ("Surat permintaan pembayaran (SPP)", "ditandatangani lengkap"),
                        ("Laporan realisasi bulan sebelumnya", "telah diperbaiki"),
                    ),
                    start=1,
                )
            ),
            widths=(6, 40, 10, 12, 32),
            align="clccl",
        ),
        Paragraph(
            "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana "
            "mestinya."
        ),
    ),
    dated=DATED,
    signatures=(
        Signature(("Ketua,",), "BAYU CONTOH, S.H.", "Penata", "19810303 200503 1 000"),
        Signature(("Sekretaris,",), "RINI CONTOH", "Pengatur", "19900707 201407 2 000"),
        Signature(("Anggota,",), "TONO CONTOH", "Pengatur", "19920909 201709 1 000"),
    ),
    knowing=(replace(HADI, heading="Mengetahui,"),),
)
LETTERS: Final = {
    "surat-keterangan": LETTER,
    "dispensasi-nikah": WEDDING,
    "rekomendasi": RECOMMENDATION,
    "jawaban": ANSWER,
    "surat-pengantar": TRANSMITTAL,
    "berita-acara": MINUTES,
}
