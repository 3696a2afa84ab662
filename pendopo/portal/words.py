# SPDX-License-Identifier: EUPL-1.2
"""The words of the language of standards, as a reader of the portal meets them.

Everything here can be translated. What the decree itself says is data and never is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from pendopo.domain.vocabulary import Handling, Source, Verb
from pendopo.screens.plain_words import DONE, ENDS, OUTCOMES, Words, outcome, spelled

__all__ = ["DONE", "ENDS", "OUTCOMES", "Words", "outcome", "spelled"]

DEEDS: Mapping[Verb, Words] = {
    Verb.SUBMIT: _("Ajukan permohonan"),
    Verb.RECEIVE: _("Terima berkas"),
    Verb.VERIFY: _("Periksa kelengkapan berkas"),
    Verb.ASSESS: _("Nilai permohonan"),
    Verb.DRAFT: _("Susun naskah surat"),
    Verb.INITIAL: _("Beri paraf"),
    Verb.SIGN: _("Tanda tangani"),
    Verb.REGISTER: _("Catat di buku register"),
    Verb.STAMP: _("Beri stempel"),
    Verb.HAND_OVER: _("Serahkan kepada pemohon"),
    Verb.FORWARD: _("Teruskan kepada yang menangani"),
    Verb.DISPOSE: _("Beri disposisi"),
    Verb.CONSULT: _("Layani konsultasi"),
    Verb.SCHEDULE: _("Tetapkan jadwal"),
    Verb.PERFORM: _("Kerjakan"),
    Verb.PAY: _("Bayar"),
    Verb.PRINT: _("Cetak"),
    Verb.ANSWER: _("Sampaikan jawaban"),
    Verb.ARCHIVE: _("Arsipkan"),
}
"""What is done at a step, for steps without a title of their own."""

HANDLING: Mapping[Handling, Words] = {
    Handling.SEEN: _("diperlihatkan"),
    Handling.KEEP: _("disimpan kantor"),
    Handling.RETURN: _("dikembalikan kepada Anda"),
}

SOURCES: Mapping[Source, Words] = {
    Source.PRINTED: "",
    Source.INFERRED: _("disimpulkan"),
    Source.NATIONAL: _("aturan nasional"),
}
"""The small word beside what the decree does not print."""

COMPONENTS: Mapping[str, Words] = {
    "requirements": _("Persyaratan"),
    "procedure": _("Sistem, mekanisme dan prosedur"),
    "duration": _("Jangka waktu pelayanan"),
    "fee": _("Biaya/tarif"),
    "product": _("Produk pelayanan"),
    "complaint_channels": _("Penanganan pengaduan, saran dan masukan"),
    "legal_basis": _("Dasar hukum"),
    "facilities": _("Sarana, prasarana dan fasilitas"),
    "competence": _("Kompetensi pelaksana"),
    "staffing": _("Jumlah pelaksana"),
    "internal_supervision": _("Pengawasan internal"),
    "service_guarantee": _("Jaminan pelayanan"),
    "safety_guarantee": _("Jaminan keamanan dan keselamatan pelayanan"),
    "evaluation": _("Evaluasi kinerja pelaksana"),
}
"""The 14 components of PermenPANRB 15/2014 as `pendopo.standards.components` titles them."""


def either(texts: Iterable[str]) -> str:
    """`a`, `a atau b`, `a, b atau c`; the same one only once."""
    *before, last = dict.fromkeys(texts)
    if not before:
        return last
    return gettext("%(before)s atau %(last)s") % {"before": ", ".join(before), "last": last}


def length(value: int, unit: str) -> str:
    """`10 menit`, `1 hari`: a promised time in the language of the page."""
    match unit:
        case "minute":
            words = ngettext("%(n)d menit", "%(n)d menit", value)
        case "hour":
            words = ngettext("%(n)d jam", "%(n)d jam", value)
        case "working-day":
            words = ngettext("%(n)d hari kerja", "%(n)d hari kerja", value)
        case _:
            words = ngettext("%(n)d hari", "%(n)d hari", value)
    return words % {"n": value}
