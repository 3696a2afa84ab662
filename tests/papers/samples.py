# SPDX-License-Identifier: EUPL-1.2
"""Papers of the cast's office, one of each kind. Nobody in them exists."""

from __future__ import annotations

from typing import Final

from pendopo.papers.values import (
    Common,
    Dated,
    Letter,
    Letterhead,
    Mark,
    Paragraph,
    Particulars,
    Signature,
    Stationery,
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
