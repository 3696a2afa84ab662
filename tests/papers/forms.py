# SPDX-License-Identifier: EUPL-1.2
"""Slips, forms, lists and countersignatures of the cast's office. Nobody in them exists."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pendopo.papers.values import (
    ControlSheet,
    Countersign,
    Disposition,
    Items,
    Listing,
    Paragraph,
    Particulars,
    Signature,
    Slip,
    Table,
)
from tests.papers.samples import BAYU_FOR_SARI, HADI, MARK, SARI_FOR_HADI, titled

LACKING: Final = Slip(
    common=titled("Lembar kekurangan", mark=replace(MARK, says="Pindai untuk melihat berkas.")),
    width="third-f4",
    heading="LEMBAR KEKURANGAN",
    large="RJW 7K3 F9Q",
    body=(
        Particulars((("Nama", "*WATI REKAAN*"), ("Layanan", "Surat Pengantar SKCK"))),
        Paragraph("Yang masih kurang:", indent=False),
        Items(
            (
                ("1.", "Pas foto 4 × 6, enam lembar (boleh menyusul saat mengambil surat)"),
                ("2.", "Fotokopi Kartu Keluarga"),
                ("3.", "Surat pengantar dari desa, dengan tanda tangan Kepala Desa"),
            )
        ),
    ),
    foot=(
        "Loket buka Senin–Kamis 08.00–15.00, Jumat 08.00–11.00.",
        "Layanan ini GRATIS. Diminta membayar? Laporkan ke 0800-000-0000.",
    ),
)
RECEIPT: Final = Slip(
    common=titled("Tanda terima berkas"),
    width="a5",
    heading="TANDA TERIMA BERKAS",
    large="RJW 7K3 F9Q",
    body=(
        Particulars(
            (
                ("Diterima", "Senin, 23 November 2026 pukul 09.40 WIB"),
                ("Nama", "*WATI REKAAN*"),
                ("Layanan", "Surat Pengantar SKCK"),
                ("Selesai", "*Senin, 23 November 2026 pukul 09.50 WIB*"),
            )
        ),
        Paragraph("Berkas yang kami terima:", indent=False),
        Items((("1.", "Surat pengantar desa (asli)"), ("2.", "Pas foto 4 × 6, enam lembar"))),
    ),
    foot=("Bawa lembar ini saat mengambil. Layanan ini GRATIS.",),
    signatures=(Signature(("Petugas loket,",), name="RINI CONTOH"),),
)
ROLL: Final = replace(RECEIPT, width="roll", signatures=())
DISPOSITION: Final = Disposition(
    common=titled("Lembar disposisi", mark=replace(MARK, says="Agenda 212/2026")),
    particulars=(
        ("Surat dari", "Kepala Desa Sumberarum"),
        ("Nomor", "141/087/999.51.2001/2026"),
        ("Tanggal surat", "20 November 2026"),
        ("Diterima", "23 November 2026"),
        ("Nomor agenda", "212"),
        ("Sifat", "Segera"),
        ("Hal", "Permohonan narasumber sosialisasi administrasi kependudukan"),
    ),
    to=(
        ("Sekretaris Kecamatan", True),
        ("Kasi Pemerintahan dan Pelayanan Umum", True),
        ("Kasi Pemberdayaan Masyarakat dan Desa", False),
        ("Kasi Kesejahteraan Sosial", False),
        ("Kasi Ketenteraman dan Ketertiban", False),
    ),
    wishes=(
        ("Tanggapan dan saran", False),
        ("Proses lebih lanjut", True),
        ("Koordinasi / konfirmasi", False),
        ("Hadiri dan laporkan", False),
    ),
    instruction="Siapkan narasumber dan bahan. Laporkan hasilnya paling lambat 30 November 2026.",
)
CONTROL: Final = ControlSheet(
    common=titled("Lembar kontrol"),
    heading="LEMBAR KONTROL NASKAH",
    particulars=(("Nomor", "400.12.3.2/045/999.51/2026"), ("Hal", "Surat Dispensasi Nikah")),
    rows=(
        ("Petugas loket\nRINI CONTOH", "Konsep", "23 November 2026 pukul 09.41"),
        ("Kepala Seksi Pemerintahan\nBAYU CONTOH, S.H.", "Paraf", "23 November 2026 pukul 09.55"),
        ("Sekretaris Kecamatan\nSARI CONTOH, S.Sos.", "", ""),
        ("Camat Rejowangi\nHADI CONTOH, S.STP.", "", ""),
    ),
)


def register(rows: int) -> Listing:
    """A month of a register with so many lines."""
    return Listing(
        common=titled("Register pelayanan", letterhead=None, mark=None),
        heading="REGISTER SURAT PENGANTAR",
        under=("KECAMATAN REJOWANGI", "Bulan November 2026"),
        table=Table(
            head=(
                *("No.", "Tanggal", "Nama", "Desa/Kelurahan", "Keperluan"),
                *("Nomor dan tanggal surat desa", "Penanda tangan", "Diambil", "Ket."),
            ),
            rows=tuple(
                (
                    str(number),
                    f"{1 + number % 28:02}-11-2026",
                    ("WATI REKAAN", "JOKO REKAAN", "SITI REKAAN BINTI FULAN")[number % 3],
                    ("Sumberarum", "Rejowangi", "Karangpuri")[number % 3],
                    ("Melamar pekerjaan", "Pendaftaran sekolah kedinasan")[number % 2],
                    f"470/{number:03}/999.51.2001/2026, {1 + number % 28:02}-11-2026",
                    ("Camat", "a.n. Camat, Sekcam")[number % 2],
                    f"{1 + number % 28:02}-11-2026",
                    "batal" if number % 50 == 0 else "",
                )
                for number in range(1, rows + 1)
            ),
            align="ccllllllc",
        ),
        closing=(
            f"Ditutup pada nomor {rows} tanggal 30 November 2026. "
            f"Jumlah bulan ini {rows}, batal {rows // 50}.",
        ),
        signatures=(
            replace(HADI, heading="Mengetahui,"),
            Signature(
                ("Rejowangi, 30 November 2026", "Kepala Seksi Pemerintahan,"),
                "BAYU CONTOH, S.H.",
                "Penata",
                "19810303 200503 1 000",
            ),
        ),
    )


FOLDER: Final = Listing(
    common=titled("Map Camat"),
    heading="MAP CAMAT NOMOR 14",
    under=("Keluar Senin, 23 November 2026 pukul 10.00 WIB",),
    table=Table(
        head=("No.", "Nama", "Desa", "Layanan", "Paraf", "Ttd.", "Kembali / catatan"),
        rows=tuple(
            (str(n), "WATI REKAAN", "Sumberarum", "Surat keterangan tidak mampu", "Bayu", "", "")
            for n in range(1, 13)
        ),
        widths=(1.6, 5, 4, 6, 3, 2, 6),
        align="cllllcl",
    ),
    closing=("Kembali tanggal …………………… pukul …………",),
    landscape=False,
)
COUNTERSIGN: Final = Countersign(
    common=titled("Mengetahui", letterhead=None, mark=replace(MARK, says="Pindai: cek status.")),
    lines=(("Reg. No.", "400.9/112/999.51/2026"), ("Tanggal", "23 November 2026")),
    signature=replace(SARI_FOR_HADI, heading="Mengetahui:"),
)
LABEL: Final = replace(
    COUNTERSIGN,
    label=True,
    signature=replace(BAYU_FOR_SARI, heading="Dikuatkan oleh kami:"),
    note="Kebenaran isi menjadi tanggung jawab para ahli waris.",
)
FORMS: Final = {
    "lembar-kekurangan": LACKING,
    "tanda-terima": RECEIPT,
    "struk": ROLL,
    "disposisi": DISPOSITION,
    "lembar-kontrol": CONTROL,
    "register": register(60),
    "map-camat": FOLDER,
    "mengetahui": COUNTERSIGN,
    "label": LABEL,
}
