# SPDX-License-Identifier: EUPL-1.2
"""What a letter may leave to be filled in: the form's own fields, and what the office knows.

A placeholder is a key in braces: `{nama}`, `{calon.suami.nama}` for a member of a group that has
names, `{saksi.nama}` for each row of a list. What stands here is filled in by
`pendopo.cases.composing`, neither more nor less. A question mark, `{agama?}`, is for words that
several services share: where a form does not ask for it, it is empty.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from pendopo.domain.standard import Field, Standard
from pendopo.domain.vocabulary import FieldType

COMPUTED: Mapping[str, str] = MappingProxyType(
    {
        "kantor.nama": "Nama kantor, misalnya Kecamatan Sukamaju",
        "kantor.kecamatan": "Nama kecamatannya saja",
        "kantor.kabupaten": "Kabupaten atau kota, misalnya Kabupaten Rekaan",
        "kantor.daerah": "Nama kabupaten atau kotanya saja",
        "kantor.provinsi": "Provinsi",
        "kantor.tempat": "Tempat kedudukan kantor",
        "kantor.alamat": "Alamat kantor",
        "kantor.waktu": "Zona waktu kantor: WIB, WITA atau WIT",
        "surat.nomor": "Nomor surat ini",
        "surat.tanggal": "Tanggal surat ini",
        "penandatangan.nama": "Nama penanda tangan dengan gelarnya",
        "penandatangan.nip": "NIP penanda tangan",
        "penandatangan.pangkat": "Pangkat penanda tangan",
        "penandatangan.jabatan": "Jabatan penanda tangan",
        "petugas.nama": "Petugas yang menerima berkas",
        "petugas.jabatan": "Jabatan petugas yang menerima berkas",
        "berkas.nomor": "Nomor berkas",
        "berkas.layanan": "Nama layanan",
        "berkas.tanggal": "Tanggal berkas diajukan",
        "berkas.selesai": "Janji selesai, dengan jamnya",
        "pendaftaran.nomor": "Nomor pendaftaran di register",
        "pendaftaran.tanggal": "Tanggal pendaftaran di register",
        "keputusan.hasil": "Hasil penilaian terakhir",
        "keputusan.alasan": "Alasan penilaian terakhir",
        "konsultasi.hasil": "Hasil konsultasi",
        "jadwal.tanggal": "Tanggal yang dijadwalkan",
        "jadwal.jam": "Jam yang dijadwalkan",
        "jadwal.tempat": "Tempat yang dijadwalkan",
        "pembayaran.jumlah": "Jumlah uang yang diterima",
        "pembayaran.cara": "Cara pembayaran",
        "pembayaran.nomor": "Nomor bukti pembayaran",
        "pembayaran.tanggal": "Tanggal uang diterima",
        "syarat.nama": "Setiap syarat berkas ini (satu baris satu syarat)",
        "syarat.hasil": "Hasil pemeriksaannya",
        "syarat.catatan": "Catatan pemeriksaannya",
    }
)
"""What can be filled in whatever the form asks."""

ROOTS = frozenset(key.partition(".")[0] for key in COMPUTED)
"""What no field and no group may be called, so that `{surat.nomor}` means one thing."""

FULL, HEAD = "-lengkap", "-kepala"
"""What follows the key of a village: `Kelurahan Sukarekaan`, and `Lurah Sukarekaan`."""


_OPTIONAL = re.compile(r"\{\s*(?P<key>[^{}|\s?]+)\?")


def optional_keys(text: str) -> tuple[str, ...]:
    """The keys that a text marks as such that need not be there."""
    return tuple(match["key"] for match in _OPTIONAL.finditer(text))


def only_known(text: str, known: Collection[str]) -> str:
    """The same text without what need not be there and is not; what is, bears no mark."""
    gone = "|".join(re.escape(key) for key in optional_keys(text) if key not in known)
    bare = re.sub(rf"\{{\s*({gone})\?[^{{}}]*\}}", "", text) if gone else text
    return without_marks(bare)


def without_marks(text: str) -> str:
    """The same text with its keys as they are filled in."""
    return _OPTIONAL.sub(lambda match: f"{{{match['key']}", text)


def placeholders(standard: Standard) -> dict[str, str]:
    """Every key that a letter of this service may use, with what stands there; fields first."""
    return {**dict(_of_form(standard)), **COMPUTED}


def _of_form(standard: Standard) -> Iterator[tuple[str, str]]:
    for f in standard.fields:
        if f.group is None:
            yield from _of_field(f, "", "")
    for group in standard.groups:
        own = [f for f in standard.fields if f.group == group.key]
        for member, label in group.members or (("", group.label),):
            before = f"{group.key}.{member}." if member else f"{group.key}."
            for f in own:
                yield from _of_field(f, before, f"{label}: ")


def _of_field(f: Field, before: str, about: str) -> Iterator[tuple[str, str]]:
    yield f"{before}{f.key}", f"{about}{f.label}"
    if f.type is FieldType.VILLAGE:
        yield f"{before}{f.key}{FULL}", f"{about}{f.label}, dengan sebutannya"
        yield f"{before}{f.key}{HEAD}", f"{about}{f.label}, kepalanya"
