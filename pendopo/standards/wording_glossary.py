# SPDX-License-Identifier: EUPL-1.2
"""What every word of a wording means, for people who write letters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORDING_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Wording": {
            "language": "Versi bahasa berkas ini; sekarang selalu 1.",
            "form": "Bentuk surat yang diberi kalimat ini; lihat Bentuk surat.",
            "heading": "Judul yang tercetak, misalnya REKOMENDASI; pada tanda tangan bersama: "
            "kata di atasnya, misalnya Mengetahui.",
            "to": "Baris-baris «Yth.»; dengan ini sebuah letter menjadi surat dinas.",
            "subject": "Hal.",
            "nature": "Sifat; tanpa ini Biasa.",
            "attachments": "Lampiran; tanpa ini tanda hubung.",
            "body": "Isi surat: alinea dipisah baris kosong; «Label : {isian}» untuk rincian, "
            "«1.», «a.» atau «-» untuk daftar, «| a | b |» untuk tabel, *tebal*.",
            "rows": "Isi tabel surat pengantar.",
            "lines": "Baris tanda tangan bersama, misalnya nomor register; tanpa ini nomor dan "
            "tanggal.",
            "on_behalf": "Baris a.n. di atas penanda tangan; dicetak hanya bila kantor memilihnya.",
            "over": "Kata di atas tanda tangan, misalnya Yang menerima.",
            "parties": "Pihak lain yang ikut menandatangani, di samping tanda tangan kantor.",
            "knowing": "Pejabat yang mengetahui, di bawah para penanda tangan.",
            "responsibility": "Kalimat yang membatasi tanggung jawab kantor atas isi.",
            "slip": "true: dicetak kecil, seperti tanda terima.",
            "source": "Asal isi ini: printed, inferred atau national.",
            "cite": "Dasar kalimatnya, bila peraturan memintanya.",
            "note": "Catatan bagi pembaca berkas; tidak dicetak.",
        },
        "SentRow": {
            "what": "Naskah dinas atau barang yang dikirim.",
            "count": "Banyaknya.",
            "remark": "Keterangan.",
        },
        "LabelledLine": {"label": "Label, misalnya Reg. No.", "value": "Isinya."},
        "Cosigner": {
            "title": "Jabatan atau kedudukannya.",
            "name": "Namanya.",
            "rank": "Pangkatnya.",
            "nip": "NIP-nya.",
            "heading": "Kata di atasnya, misalnya PIHAK KEDUA.",
        },
    }
)
"""Class of the language → word as written in YAML → what it means."""
