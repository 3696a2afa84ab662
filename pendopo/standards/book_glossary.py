# SPDX-License-Identifier: EUPL-1.2
"""What every word of books means: of their columns, their kinds and what a column can show."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from pendopo.domain.book_words import BookKind, Shown, Width

BOOK_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Book": {
            "title": "Nama buku.",
            "kind": "Jenis buku; menentukan kolomnya bila columns tidak ditulis.",
            "section": "Seksi yang memegangnya.",
            "head": "Kunci jabatan yang menutup dan menandatangani buku pada akhir bulan.",
            "keepers": "Peran yang menulis di buku ini, di samping peran pada kept_by nasional.",
            "columns": "Kolomnya; tanpa ini berlaku kolom nasional untuk jenisnya.",
            "mode": "own: bernomor sendiri; external: nomor dari sistem lain; none: tanpa nomor.",
            "template": "Bentuk nomor, misalnya {klas}/{urut}/{unit}/{tahun}.",
            "classification": "Kode klasifikasi arsip.",
            "source": "Asal isi ini: printed, inferred atau national.",
        },
        "BookColumn": {
            "title": "Judul kolom seperti di buku.",
            "from": (
                "Isinya, satu di bawah yang lain: kata dari daftar Isi kolom, atau isian formulir "
                "seperti form.desa, form.calon.suami.nama, form.saksi.nama."
            ),
            "or": "Isi penggantinya, bila semua isi di from kosong.",
            "width": "Lebarnya: narrow, normal atau wide.",
            "sum": "true: angkanya dijumlahkan pada akhir bulan.",
            "needed": "true: wajib diisi pada baris yang diketik tanpa berkas.",
        },
        "BookDefault": {"columns": "Kolom bagi buku jenis ini."},
        "Nature": {
            "key": "Kunci pendek: huruf kecil, angka dan tanda hubung.",
            "title": "Sebutannya.",
            "confidential": "true: isinya hanya bagi pemegang buku dan penerima disposisi.",
        },
        "Books": {
            "language": "Versi bahasa berkas ini; sekarang selalu 1.",
            "kept_by": "Peran yang menulis di semua buku.",
            "set_by": "Peran yang mengisi nomor terakhir saat buku mulai dipakai.",
            "disposed_by": "Peran yang menulis disposisi.",
            "natures": "Sifat surat.",
            "wishes": "Pilihan «dengan hormat harap» pada lembar disposisi.",
            "kinds": "Kolom menurut jenis buku.",
        },
    }
)
"""Class of the language → word as written in YAML → what it means."""

BOOK_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "Book": "Buku (books)",
        "BookColumn": "Kolom buku (columns)",
        "BookDefault": "Kolom menurut jenis buku (kinds)",
        "Nature": "Sifat surat (natures)",
        "Books": "Berkas buku (national/books.yaml)",
    }
)
"""Class of the language → its heading."""

BOOK_VALUES: Mapping[type[StrEnum], tuple[str, Mapping[StrEnum, str]]] = MappingProxyType(
    {
        BookKind: (
            "Jenis buku",
            {
                BookKind.REGISTER: "register pelayanan",
                BookKind.INCOMING: "agenda surat masuk, dengan disposisi",
                BookKind.OUTGOING: "agenda surat keluar",
                BookKind.DISPATCH: "buku ekspedisi: yang dikirim, dengan tanda terimanya",
                BookKind.PICKUP: "buku pengambilan: dibaca dari penyerahan",
                BookKind.GUESTS: "buku tamu atau konsultasi",
                BookKind.INFORMATION: "register permintaan informasi",
                BookKind.COMPLAINT: "register pengaduan",
                BookKind.PAYMENT: "buku setoran",
                BookKind.CARD: "register kartu dan dokumen kependudukan; boleh hitungan harian",
            },
        ),
        Shown: (
            "Isi kolom",
            {
                Shown.ORDER: "nomor urut; pada buku tanpa nomor: urutan di bulan itu",
                Shown.NUMBER: "nomor seperti ditulis buku",
                Shown.CLASSIFICATION: "kode klasifikasi",
                Shown.DATE: "tanggal register",
                Shown.REFERENCE: "nomor berkas",
                Shown.SERVICE: "nama layanan",
                Shown.PAPER: "nama surat",
                Shown.NAME: "nama pemohon",
                Shown.ADDRESS: "alamat; hanya pada baris tanpa berkas",
                Shown.VILLAGE: "desa atau kelurahan",
                Shown.SENDER: "surat dari siapa; bagi berkas: pemohonnya",
                Shown.ADDRESSEE: "kepada siapa; bagi berkas: seperti pada suratnya",
                Shown.SUBJECT: "hal; bagi berkas: suratnya atau layanannya",
                Shown.LETTER_NUMBER: "nomor surat; bagi berkas: nomor suratnya di buku lain",
                Shown.LETTER_DATE: "tanggal surat",
                Shown.NATURE: "sifat surat",
                Shown.ATTACHMENTS: "lampiran",
                Shown.PURPOSE: "keperluan; hanya pada baris tanpa berkas",
                Shown.RESULT: "hasil konsultasi",
                Shown.HANDLER: "pengolah; bagi berkas: peran yang mengonsep atau memeriksa",
                Shown.SIGNER: "jabatan penanda tangan, dengan a.n. atau u.b.",
                Shown.SIGNED: "tanggal ditandatangani",
                Shown.COLLECTOR: "nama pengambil",
                Shown.COLLECTED: "tanggal diambil",
                Shown.RECEIVER: "nama penerima kiriman",
                Shown.RECEIVED: "tanggal kiriman diterima",
                Shown.DISPOSITION: "disposisi: kepada siapa dan isinya",
                Shown.OUTCOME: "keputusan, atau cara berkas berakhir",
                Shown.ANSWERED: "tanggal dijawab",
                Shown.COUNT: "jumlah; bagi berkas: 1",
                Shown.AMOUNT: "jumlah rupiah yang dibayar",
                Shown.STATUS: "dipesan, tercatat atau batal",
                Shown.REMARKS: "keterangan, alasan batal dan sisipan",
                Shown.BLANK: "kosong, untuk tanda tangan dengan tangan",
            },
        ),
        Width: (
            "Lebar kolom",
            {Width.NARROW: "sempit", Width.NORMAL: "biasa", Width.WIDE: "lebar"},
        ),
    }
)
"""Enum of books → its heading, and what each value means."""
