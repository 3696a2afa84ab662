# SPDX-License-Identifier: EUPL-1.2
"""What happened, in a word or a few: the words of every event, marked for translation.

The domain gives each event its Indonesian words and knows no translation; here they stand once
more, so that they are found and translated. A test holds both to be the same.
"""

from __future__ import annotations

from django.utils.translation import gettext, gettext_noop

from pendopo.cases.office_events import STREAM_EVENTS
from pendopo.domain.events import EVENTS

SAID = (
    gettext_noop("Permohonan diajukan"),
    gettext_noop("Permohonan diajukan kembali"),
    gettext_noop("Berkas diterima"),
    gettext_noop("Berkas diperiksa"),
    gettext_noop("Berkas dinilai"),
    gettext_noop("Konsep dibuat"),
    gettext_noop("Diparaf"),
    gettext_noop("Ditandatangani"),
    gettext_noop("Dicatat dalam register"),
    gettext_noop("Distempel"),
    gettext_noop("Diserahkan"),
    gettext_noop("Diteruskan"),
    gettext_noop("Didisposisi"),
    gettext_noop("Dikonsultasikan"),
    gettext_noop("Dijadwalkan"),
    gettext_noop("Dilaksanakan"),
    gettext_noop("Pembayaran diterima"),
    gettext_noop("Dicetak"),
    gettext_noop("Dijawab"),
    gettext_noop("Diarsipkan"),
    gettext_noop("Langkah ditarik kembali"),
    gettext_noop("Syarat ditambahkan untuk berkas ini"),
    gettext_noop("Isian dilengkapi atau diubah"),
    gettext_noop("Permohonan ditarik oleh pemohon"),
    gettext_noop("Ditutup karena tidak dilanjutkan"),
    gettext_noop("Produk dibetulkan, nomor tetap"),
    gettext_noop("Disetujui untuk ditandatangani"),
    gettext_noop("Nomor dipesan"),
    gettext_noop("Kalimat surat diubah"),
    gettext_noop("Pemohon diberi tahu yang kurang"),
    gettext_noop("Datang, belum lengkap, pulang"),
    gettext_noop("Tidak di tempat"),
    gettext_noop("Kembali di tempat"),
    gettext_noop("Data pribadi berkas dihapus"),
    gettext_noop("Pemohon diberi tahu bahwa berkas akan ditutup"),
    gettext_noop("Pengaturan kantor diubah"),
    gettext_noop("Map dikirim untuk ditandatangani"),
    gettext_noop("Map kembali"),
    gettext_noop("Nomor disisipkan"),
    gettext_noop("Nomor dibatalkan"),
    gettext_noop("Nomor dilanjutkan dari buku lama"),
    gettext_noop("Dicatat tanpa berkas"),
    gettext_noop("Nomor dipesan tanpa berkas"),
    gettext_noop("Nomor pesanan dicatat"),
    gettext_noop("Baris dibetulkan"),
    gettext_noop("Diterima yang dituju"),
    gettext_noop("Isi baris dihapus"),
    gettext_noop("Disposisi diketahui"),
    gettext_noop("Disposisi selesai"),
    gettext_noop("Bundel diterima"),
    gettext_noop("Bundel diserahkan"),
)
"""The words of all events, of cases and of every other stream."""


def says(name: str) -> str:
    """The words for an event in the language of the page; its name where there are none."""
    specs = (EVENTS, *STREAM_EVENTS.values())
    spec = next((known[name] for known in specs if name in known), None)
    return gettext(spec.says) if spec else name
