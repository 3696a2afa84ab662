# SPDX-License-Identifier: EUPL-1.2
"""How the bureau calls what it keeps: kinds of rows, their fields, and values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from pendopo.domain.events import Json

WHAT: Mapping[str, Promise] = {
    "village": gettext_lazy("Desa/kelurahan"),
    "office": gettext_lazy("Data kantor"),
    "contacts": gettext_lazy("Kontak"),
    "stationery": gettext_lazy("Kop dan kertas"),
    "arms": gettext_lazy("Lambang daerah"),
    "hue": gettext_lazy("Warna"),
    "hours": gettext_lazy("Jam buka"),
    "season": gettext_lazy("Masa dengan jam lain"),
    "keeping": gettext_lazy("Batas waktu menunggu dan menyimpan"),
    "closure": gettext_lazy("Hari tutup"),
    "policy": gettext_lazy("Kebijakan"),
    # people and what they may do
    "officer": gettext_lazy("Petugas"),
    "account": gettext_lazy("Akun"),
    "position": gettext_lazy("Jabatan"),
    "assignment": gettext_lazy("Penugasan"),
    "signing-rule": gettext_lazy("Penandatanganan"),
    "absence": gettext_lazy("Rencana tidak masuk"),
    "access-token": gettext_lazy("Kunci API"),
    "book": gettext_lazy("Buku"),
    "book-columns": gettext_lazy("Kolom buku"),
}
"""Kind of row → its name. A test holds that every kind that is settled has one."""

FIELDS: Mapping[str, Promise] = {
    "code": gettext_lazy("Kode"),
    "name": gettext_lazy("Nama"),
    "kind": gettext_lazy("Jenis"),
    # the office itself
    "seat": gettext_lazy("Tempat kedudukan"),
    "address": gettext_lazy("Alamat"),
    "unit_code": gettext_lazy("Kode unit"),
    "contacts": gettext_lazy("Kontak"),
    "label": gettext_lazy("Label"),
    "value": gettext_lazy("Nomor atau alamat"),
    "hue": gettext_lazy("Warna"),
    # opening hours
    "layer": gettext_lazy("Untuk"),
    "as_office": gettext_lazy("Sama dengan jam kerja"),
    "senin": gettext_lazy("Senin"),
    "selasa": gettext_lazy("Selasa"),
    "rabu": gettext_lazy("Rabu"),
    "kamis": gettext_lazy("Kamis"),
    "jumat": gettext_lazy("Jumat"),
    "sabtu": gettext_lazy("Sabtu"),
    "minggu": gettext_lazy("Minggu"),
    "date": gettext_lazy("Tanggal"),
    "from_time": gettext_lazy("Dari jam"),
    "to_time": gettext_lazy("Sampai jam"),
    "reason": gettext_lazy("Alasan"),
    "from_date": gettext_lazy("Mulai"),
    "to_date": gettext_lazy("Hari terakhir"),
    # books
    "title": gettext_lazy("Judul"),
    "section": gettext_lazy("Seksi"),
    "head": gettext_lazy("Ditutup oleh"),
    "keepers": gettext_lazy("Ditulis oleh"),
    "mode": gettext_lazy("Penomoran"),
    "template": gettext_lazy("Bentuk nomor"),
    "classification": gettext_lazy("Kode klasifikasi"),
    "columns": gettext_lazy("Kolom"),
    # policy
    "day": gettext_lazy("Cara membaca hari"),
    "cuti_bersama_closes": gettext_lazy("Tutup pada cuti bersama"),
    "late_after_minutes": gettext_lazy("Dianggap susulan setelah (menit)"),
    "follow_allowed_by": gettext_lazy("Boleh menerima syarat yang menyusul"),
    "signature_recorded_by": gettext_lazy("Boleh mencatat tanda tangan basah"),
    "letters_changed_by": gettext_lazy("Boleh mengubah kalimat naskah"),
    "administered_by": gettext_lazy("Boleh mengubah pengaturan"),
    # letterhead and paper
    "picture": gettext_lazy("Gambar"),
    "above": gettext_lazy("Baris di atas nama"),
    "below": gettext_lazy("Baris di bawah nama"),
    "preprinted": gettext_lazy("Kop sudah tercetak, setinggi (mm)"),
    "size": gettext_lazy("Kertas"),
    "typeface": gettext_lazy("Jenis huruf"),
    "points": gettext_lazy("Ukuran huruf"),
    "top": gettext_lazy("Tepi atas (mm)"),
    "bottom": gettext_lazy("Tepi bawah (mm)"),
    "left": gettext_lazy("Tepi kiri (mm)"),
    "right": gettext_lazy("Tepi kanan (mm)"),
    "number": gettext_lazy("Nomor surat"),
    "on_behalf": gettext_lazy("Baris di atas penanda tangan"),
    "qr": gettext_lazy("QR untuk memeriksa keaslian"),
    "countersign": gettext_lazy("Kolom “Mengetahui”"),
    "overprint_left": gettext_lazy("Dari tepi kiri (mm)"),
    "overprint_top": gettext_lazy("Dari tepi atas (mm)"),
    "label_width": gettext_lazy("Lebar label (mm)"),
    "label_height": gettext_lazy("Tinggi label (mm)"),
    "slip": gettext_lazy("Tanda terima"),
    "returned_days": gettext_lazy("Lama menunggu pemohon (hari)"),
    "notice_days": gettext_lazy("Jarak pemberitahuan dan penutupan (hari)"),
    "personal_years": gettext_lazy("Lama data pribadi disimpan (tahun)"),
    # people and what they may do
    "nip": gettext_lazy("NIP"),
    "rank": gettext_lazy("Pangkat"),
    "user": gettext_lazy("Nama pengguna"),
    "open": gettext_lazy("Dapat masuk"),
    "factors": gettext_lazy("Kode ponsel dan passkey"),
    "password": gettext_lazy("Kata sandi"),
    "roles": gettext_lazy("Peran"),
    "echelon": gettext_lazy("Eselon"),
    "place": gettext_lazy("Urutan"),
    "position": gettext_lazy("Jabatan"),
    "capacity": gettext_lazy("Dipegang sebagai"),
    "assigned_by": gettext_lazy("Ditugaskan oleh"),
    "line": gettext_lazy("Baris di atas jabatan"),
    "on_behalf_of": gettext_lazy("Untuk tanda tangan"),
    "services": gettext_lazy("Layanan"),
    "excepted": gettext_lazy("Kecuali"),
    "basis": gettext_lazy("Surat pendelegasian"),
    "first": gettext_lazy("Hari pertama"),
    "last": gettext_lazy("Hari terakhir"),
    "returned": gettext_lazy("Kembali"),
    "revoked": gettext_lazy("Dicabut"),
}
"""Field of a row → its name."""


VALUES: Mapping[str, Promise] = {
    "phone": gettext_lazy("Telepon"),
    "whatsapp": gettext_lazy("WhatsApp"),
    "email": gettext_lazy("Surel"),
    "website": gettext_lazy("Situs"),
    "lapor": gettext_lazy("SP4N-LAPOR!"),
    "instagram": gettext_lazy("Instagram"),
    "box": gettext_lazy("Kotak pengaduan"),
    "register": gettext_lazy("register surat"),
    "working-day": gettext_lazy("hari kerja"),
    "calendar-day": gettext_lazy("hari kalender"),
    "own": gettext_lazy("nomor dari buku ini"),
    "external": gettext_lazy("nomor dari sistem lain"),
    "none": gettext_lazy("tanpa nomor"),
    "blank": gettext_lazy("diberi saat dicatat"),
    "reserved": gettext_lazy("dipesan sebelum dicetak"),
    "overprint": gettext_lazy("di lembar surat desa"),
    "label": gettext_lazy("label tempel"),
    "third-f4": gettext_lazy("sepertiga F4"),
    "roll": gettext_lazy("gulungan 80 mm"),
    "f4": gettext_lazy("F4"),
    "a4": gettext_lazy("A4"),
    "a5": gettext_lazy("A5"),
    "liberation-sans": gettext_lazy("tanpa kait"),
    "tex-gyre-bonum": gettext_lazy("berkait"),
}
"""Word of a setting → how people say it."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def what(name: str) -> str:
    """The name of a kind of row."""
    return str(WHAT.get(name, name))


def field(name: str) -> str:
    """The name of a field."""
    return str(FIELDS.get(name, name))


def value(kept: Json) -> str:
    """A value as people read it; a dash where there is none."""
    if kept is None or kept == "" or kept == [] or kept == {}:
        return "–"
    if isinstance(kept, bool):
        return _("ya") if kept else _("tidak")
    if isinstance(kept, list):
        return ", ".join(value(one) for one in kept)
    if isinstance(kept, dict):
        return "; ".join(f"{field(name)}: {value(one)}" for name, one in kept.items())
    text = str(kept)
    if text in VALUES:
        return str(VALUES[text])
    return date_format(date.fromisoformat(text), "j F Y") if _DAY.fullmatch(text) else text
