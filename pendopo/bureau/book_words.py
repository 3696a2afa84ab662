# SPDX-License-Identifier: EUPL-1.2
"""How the bureau calls kinds of books, ways of numbering, and what a column shows."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pendopo.domain.book_words import BookKind, Shown, Width
from pendopo.domain.books import NumberMode

KINDS: Mapping[BookKind, Promise] = {
    BookKind.REGISTER: _("Register surat"),
    BookKind.INCOMING: _("Agenda surat masuk"),
    BookKind.OUTGOING: _("Agenda surat keluar"),
    BookKind.DISPATCH: _("Buku ekspedisi"),
    BookKind.PICKUP: _("Buku pengambilan"),
    BookKind.GUESTS: _("Buku tamu atau konsultasi"),
    BookKind.INFORMATION: _("Register permintaan informasi"),
    BookKind.COMPLAINT: _("Register pengaduan"),
    BookKind.PAYMENT: _("Buku setoran"),
    BookKind.CARD: _("Buku kartu, dihitung per hari"),
}
MODES: Mapping[NumberMode, Promise] = {
    NumberMode.OWN: _("Nomor dari buku ini"),
    NumberMode.EXTERNAL: _("Nomor dari sistem lain, diketik"),
    NumberMode.NONE: _("Tanpa nomor"),
}
WIDTHS: Mapping[Width, Promise] = {
    Width.NARROW: _("sempit"),
    Width.NORMAL: _("biasa"),
    Width.WIDE: _("lebar"),
}
SHOWN: Mapping[Shown, Promise] = {
    Shown.ORDER: _("Nomor urut"),
    Shown.NUMBER: _("Nomor"),
    Shown.CLASSIFICATION: _("Kode klasifikasi"),
    Shown.DATE: _("Tanggal dicatat"),
    Shown.REFERENCE: _("Nomor berkas"),
    Shown.SERVICE: _("Layanan"),
    Shown.PAPER: _("Naskah"),
    Shown.NAME: _("Nama pemohon"),
    Shown.ADDRESS: _("Alamat"),
    Shown.VILLAGE: _("Desa/kelurahan"),
    Shown.SENDER: _("Surat dari"),
    Shown.ADDRESSEE: _("Kepada"),
    Shown.SUBJECT: _("Hal"),
    Shown.LETTER_NUMBER: _("Nomor surat yang diterima"),
    Shown.LETTER_DATE: _("Tanggal surat yang diterima"),
    Shown.NATURE: _("Sifat"),
    Shown.ATTACHMENTS: _("Lampiran"),
    Shown.PURPOSE: _("Keperluan"),
    Shown.RESULT: _("Hasil"),
    Shown.HANDLER: _("Pengolah"),
    Shown.SIGNER: _("Penanda tangan"),
    Shown.SIGNED: _("Tanggal ditandatangani"),
    Shown.COLLECTOR: _("Nama pengambil"),
    Shown.COLLECTED: _("Tanggal diambil"),
    Shown.RECEIVER: _("Nama penerima"),
    Shown.RECEIVED: _("Tanggal diterima"),
    Shown.DISPOSITION: _("Disposisi"),
    Shown.OUTCOME: _("Keputusan"),
    Shown.ANSWERED: _("Tanggal dijawab"),
    Shown.COUNT: _("Jumlah"),
    Shown.AMOUNT: _("Jumlah rupiah"),
    Shown.STATUS: _("Keadaan"),
    Shown.REMARKS: _("Keterangan"),
    Shown.BLANK: _("(dikosongkan, diisi tangan)"),
}
TOKENS: tuple[tuple[str, Promise], ...] = (
    ("{urut}", _("nomor urut; {urut:03} menulis 045")),
    ("{klas}", _("kode klasifikasi")),
    ("{unit}", _("kode unit kantor")),
    ("{bulan_romawi}", _("bulan, XI; {bulan:02} menulis 11")),
    ("{tahun}", _("tahun")),
    ("{sisipan}", _("tempat nomor sisipan, bila tidak di belakang nomor urut")),
)
"""What a number can be made of."""
