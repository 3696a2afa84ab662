# SPDX-License-Identifier: EUPL-1.2
"""The rooms of the bureau, as its first page and its side list show them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


@dataclass(frozen=True, slots=True)
class Room:
    """A room: the name of its route, how it is called, and what is settled there."""

    route: str
    label: Promise
    about: Promise


@dataclass(frozen=True, slots=True)
class Wing:
    """Rooms that belong together."""

    label: Promise
    rooms: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """A room with its address. `current`: the page shown is there, or below it."""

    room: Room
    href: str
    current: bool


WINGS = (
    Wing(
        gettext_lazy("Kantor"),
        (
            Room(
                "bureau-identity",
                gettext_lazy("Data kantor"),
                gettext_lazy("Nama, alamat, tempat kedudukan, dan kode di nomor surat."),
            ),
            Room(
                "bureau-contacts",
                gettext_lazy("Kontak"),
                gettext_lazy("Telepon, WhatsApp, surel, situs, media sosial."),
            ),
            Room(
                "bureau-letterhead",
                gettext_lazy("Kop dan kertas"),
                gettext_lazy("Kop surat, lambang, ukuran kertas dan huruf, tanda terima."),
            ),
            Room(
                "bureau-hue",
                gettext_lazy("Warna"),
                gettext_lazy("Satu warna utama di halaman publik dan loket."),
            ),
            Room(
                "bureau-hours",
                gettext_lazy("Jam buka"),
                gettext_lazy("Jam kerja, jam loket, jam tanda tangan, dan masa seperti Ramadan."),
            ),
            Room(
                "bureau-holidays",
                gettext_lazy("Hari libur"),
                gettext_lazy("Libur nasional yang sudah dimuat, dan hari kantor ini tutup."),
            ),
            Room(
                "bureau-villages",
                gettext_lazy("Desa dan kelurahan"),
                gettext_lazy("Yang dilayani kantor ini, dengan kode Kemendagri."),
            ),
            Room(
                "bureau-books",
                gettext_lazy("Buku"),
                gettext_lazy("Register dan agenda: bentuk nomor, pemegang, kolom."),
            ),
            Room(
                "bureau-policy",
                gettext_lazy("Kebijakan"),
                gettext_lazy("Cara membaca hari, cuti bersama, dan siapa boleh apa."),
            ),
            Room(
                "wordings",
                gettext_lazy("Kalimat naskah"),
                gettext_lazy("Isi surat kantor, dilihat pada contoh sebelum disimpan."),
            ),
        ),
    ),
    Wing(
        gettext_lazy("Orang dan wewenang"),
        (
            Room(
                "bureau-officers",
                gettext_lazy("Petugas"),
                gettext_lazy("Siapa yang bekerja di sini, dan akunnya untuk masuk."),
            ),
            Room(
                "bureau-positions",
                gettext_lazy("Jabatan"),
                gettext_lazy("Jabatan kantor, dan peran yang dipegangnya."),
            ),
            Room(
                "bureau-assignments",
                gettext_lazy("Penugasan"),
                gettext_lazy("Siapa memegang jabatan apa: definitif, Plt., Plh., Pj."),
            ),
            Room(
                "bureau-signing",
                gettext_lazy("Penandatanganan"),
                gettext_lazy("Siapa menandatangani layanan apa, a.n. atau u.b. siapa."),
            ),
            Room(
                "bureau-absences",
                gettext_lazy("Rencana tidak masuk"),
                gettext_lazy("Cuti dan dinas luar yang sudah diketahui."),
            ),
            Room(
                "bureau-tokens",
                gettext_lazy("Kunci API"),
                gettext_lazy("Untuk program lain yang bekerja atas nama petugas."),
            ),
        ),
    ),
    Wing(
        gettext_lazy("Pelayanan"),
        (
            Room(
                "bureau-standards",
                gettext_lazy("Standar pelayanan"),
                gettext_lazy("Versi yang berlaku, yang dulu, dan hasil pemeriksaannya."),
            ),
        ),
    ),
    Wing(
        gettext_lazy("Menjaga data"),
        (
            Room(
                "bureau-copies",
                gettext_lazy("Salinan cadangan"),
                gettext_lazy("Kapan dibuat, di mana, dan apakah dapat dipulihkan."),
            ),
            Room(
                "bureau-left",
                gettext_lazy("Berkas yang ditinggal"),
                gettext_lazy("Lama tidak diurus atau tidak diambil: beri tahu, lalu tutup."),
            ),
            Room(
                "bureau-keeping",
                gettext_lazy("Batas waktu"),
                gettext_lazy("Berapa hari menunggu, berapa tahun menyimpan."),
            ),
            Room(
                "bureau-erase",
                gettext_lazy("Hapus data pribadi"),
                gettext_lazy("Lewat masa simpan, atau atas permintaan pemiliknya."),
            ),
            Room(
                "bureau-health",
                gettext_lazy("Keadaan server"),
                gettext_lazy("Versi, ruang disk, pekerjaan harian."),
            ),
        ),
    ),
    Wing(
        gettext_lazy("Catatan"),
        (
            Room(
                "bureau-changes",
                gettext_lazy("Riwayat perubahan"),
                gettext_lazy("Siapa mengubah apa, kapan, dari apa menjadi apa."),
            ),
        ),
    ),
)
"""All rooms in their order. A room whose pages are not there yet is not shown."""


def wings(path: str) -> tuple[tuple[Promise, tuple[Door, ...]], ...]:
    """The rooms with their addresses, seen from the page with this address."""
    return tuple(
        (wing.label, doors) for wing in WINGS if (doors := tuple(_doors(wing.rooms, path)))
    )


def _doors(rooms: tuple[Room, ...], path: str) -> list[Door]:
    found = [(room, href) for room in rooms if (href := _address(room.route))]
    return [Door(room, href, path.startswith(href)) for room, href in found]


def _address(route: str) -> str:
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""
