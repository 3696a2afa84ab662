# SPDX-License-Identifier: EUPL-1.2
"""The keys of the engine in plain words: once, here, and all of them can be translated.

What a standard says itself (titles of steps, labels, what is asked for) is data and never is.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from pendopo.domain.books import RowStatus
from pendopo.domain.case import Verdict
from pendopo.domain.events import Stage
from pendopo.domain.offers import step_title
from pendopo.domain.standard import Step
from pendopo.domain.vocabulary import Due, End, Handling, Verb

Words = str | Lazy
"""A text, or one that becomes a text in the language of the page."""

DEEDS: Mapping[Verb, Words] = {
    Verb.SUBMIT: _("Ajukan"),
    Verb.RECEIVE: _("Terima berkas"),
    Verb.VERIFY: _("Periksa"),
    Verb.ASSESS: _("Nilai"),
    Verb.DRAFT: _("Buat konsep"),
    Verb.INITIAL: _("Paraf"),
    Verb.SIGN: _("Tanda tangan"),
    Verb.REGISTER: _("Register"),
    Verb.STAMP: _("Stempel"),
    Verb.HAND_OVER: _("Serahkan"),
    Verb.FORWARD: _("Teruskan"),
    Verb.DISPOSE: _("Disposisi"),
    Verb.CONSULT: _("Konsultasi"),
    Verb.SCHEDULE: _("Jadwalkan"),
    Verb.PERFORM: _("Kerjakan"),
    Verb.PAY: _("Catat pembayaran"),
    Verb.PRINT: _("Cetak"),
    Verb.ANSWER: _("Jawab"),
    Verb.ARCHIVE: _("Arsipkan"),
}
"""What a button says of a step, in a word."""

RECORDED: Mapping[Verb, Words] = {
    Verb.SUBMIT: _("Terima kembali"),
    Verb.SIGN: _("Catat tanda tangan"),
    Verb.INITIAL: _("Catat paraf"),
    Verb.CONSULT: _("Catat konsultasi"),
    Verb.ASSESS: _("Catat putusan"),
    Verb.DISPOSE: _("Catat disposisi"),
}
"""The same where it is the deed of somebody else, which is only recorded."""

WAITING: Mapping[Verb, Words] = {
    Verb.SUBMIT: _("dilengkapi"),
    Verb.RECEIVE: _("diterima"),
    Verb.VERIFY: _("diperiksa"),
    Verb.ASSESS: _("dinilai"),
    Verb.DRAFT: _("dibuatkan konsep"),
    Verb.INITIAL: _("paraf"),
    Verb.SIGN: _("tanda tangan"),
    Verb.REGISTER: _("diregister"),
    Verb.STAMP: _("distempel"),
    Verb.HAND_OVER: _("diambil"),
    Verb.FORWARD: _("diteruskan"),
    Verb.DISPOSE: _("disposisi"),
    Verb.CONSULT: _("konsultasi"),
    Verb.SCHEDULE: _("dijadwalkan"),
    Verb.PERFORM: _("dikerjakan"),
    Verb.PAY: _("dibayar"),
    Verb.PRINT: _("dicetak"),
    Verb.ANSWER: _("dijawab"),
    Verb.ARCHIVE: _("diarsipkan"),
}
"""What a file waits for, after “menunggu”."""

DONE: Mapping[Verb, Words] = {
    Verb.SUBMIT: _("diajukan"),
    Verb.RECEIVE: _("diterima petugas"),
    Verb.VERIFY: _("selesai diperiksa"),
    Verb.ASSESS: _("dinilai"),
    Verb.DRAFT: _("disusun"),
    Verb.INITIAL: _("diparaf"),
    Verb.SIGN: _("ditandatangani"),
    Verb.REGISTER: _("tercatat di buku register"),
    Verb.STAMP: _("distempel"),
    Verb.HAND_OVER: _("diserahkan"),
    Verb.FORWARD: _("diteruskan"),
    Verb.DISPOSE: _("didisposisi"),
    Verb.CONSULT: _("selesai dikonsultasikan"),
    Verb.SCHEDULE: _("dijadwalkan"),
    Verb.PERFORM: _("dikerjakan"),
    Verb.PAY: _("dibayar"),
    Verb.PRINT: _("dicetak"),
    Verb.ANSWER: _("dijawab"),
    Verb.ARCHIVE: _("diarsipkan"),
}
"""A step as it is done, after “sejak” or “sampai”, and in what a page says was recorded."""

OUTCOMES: Mapping[str, Words] = {
    "lengkap": _("lengkap"),
    "tidak-lengkap": _("tidak lengkap"),
    "ditandatangani": _("ditandatangani"),
    "dikembalikan": _("dikembalikan"),
    "bukan-wewenang": _("bukan wewenang kantor ini"),
    "diparaf": _("diparaf"),
    "disetujui": _("disetujui"),
    "ditolak": _("ditolak"),
    "diteruskan": _("diteruskan"),
    "perlu-keterangan": _("perlu keterangan lagi"),
    "perlu-diperjelas": _("perlu diperjelas"),
    "tidak-cocok": _("data tidak cocok"),
}
"""Outcomes that many standards share. Any other is read from its key."""

ENDS: Mapping[End, Words] = {
    End.HANDED_OVER: _("selesai, hasilnya diserahkan"),
    End.DONE: _("selesai"),
    End.REFUSED: _("permohonan ditolak"),
    End.REDIRECTED: _("dialihkan ke tempat yang tepat"),
    End.WITHDRAWN: _("ditarik pemohon"),
    End.EXPIRED: _("dianggap batal karena tidak diurus"),
}

VERDICTS: Mapping[Verdict, Words] = {
    Verdict.PRESENT: _("Ada"),
    Verdict.ORIGINAL_SHOWN: _("Asli dilihat"),
    Verdict.TO_FOLLOW: _("Menyusul"),
    Verdict.MISSING: _("Kurang"),
    Verdict.WRONG: _("Salah"),
    Verdict.NOT_NEEDED: _("Tidak perlu"),
}

HANDLING: Mapping[Handling, Words] = {
    Handling.SEEN: _("dilihat"),
    Handling.KEEP: _("disimpan"),
    Handling.RETURN: _("dikembalikan"),
}
"""What the counter does with what is brought."""

DUE: Mapping[Due, Words] = {Due.INTAKE: "", Due.PICKUP: _("saat mengambil")}

STAGES: Mapping[Stage, Words] = {
    Stage.KONSEP: _("konsep"),
    Stage.NASKAH: _("naskah, siap ditandatangani"),
    Stage.TERBITAN: _("terbit"),
}

LINES: Mapping[RowStatus, Words] = {
    RowStatus.RESERVED: _("dipesan"),
    RowStatus.ENTERED: _("tercatat"),
    RowStatus.CANCELLED: _("batal"),
}
"""How a line of a book stands."""

CHOICES: Mapping[str, Words] = {
    "sendiri": _("Pemohon sendiri"),
    "keluarga": _("Keluarga"),
    "perangkat-desa": _("Perangkat desa"),
    "kuasa": _("Kuasa"),
    "lainnya": _("Orang lain"),
    "titipan": _("Titipan tunai"),
    "teller": _("Teller bank"),
    "qris": _("QRIS"),
    "va": _("Rekening virtual"),
    "langsung": _("Langsung"),
    "surat": _("Surat"),
    "surel": _("Surel"),
    "whatsapp": _("WhatsApp"),
    "portal": _("Portal"),
    "loket": _("Loket"),
    "desa": _("Lewat desa"),
    "lisan": _("Lisan"),
    "lembar": _("Lembar kekurangan"),
    "basah": _("Tanda tangan basah"),
    "elektronik": _("Tanda tangan elektronik"),
}
"""The options that verbs take, of all of their lists together: no key means two things."""


ASIDES: Mapping[str, tuple[Words, Words]] = {
    "approve": (
        _("Setuju ditandatangani"),
        _("Berkas boleh ditandatangani basah sesudah ini; persetujuan bukan tanda tangan."),
    ),
    "reserve": (
        _("Pesan nomor"),
        _("Nomor dipesan agar tercetak di surat; menjadi tercatat sesudah ditandatangani."),
    ),
    "reword": (_("Ubah kalimat surat"), _("Hanya untuk surat yang satu ini.")),
    "amend": (_("Lengkapi isian"), _("Mengubah isian berkas ini sebelum ditandatangani.")),
    "correct": (
        _("Betulkan yang sudah terbit"),
        _("Salah ketik dibetulkan dengan nomor yang sama; suratnya dicetak lagi."),
    ),
    "add-requirement": (
        _("Minta syarat tambahan"),
        _("Syarat di luar standar perlu alasan, dan ikut dihitung."),
    ),
    "take-back": (
        _("Urungkan langkah terakhir"),
        _("Hanya selama belum ada yang mengerjakan lanjutannya. Nomor yang sudah diberikan tetap."),
    ),
    "withdraw": (
        _("Pemohon menarik berkas"),
        _("Berkas berakhir. Tulis alasannya bila disebutkan."),
    ),
    "tell": (
        _("Pemohon sudah diberi tahu"),
        _("Yang kurang sudah disampaikan; tercatat di riwayat berkas."),
    ),
    "close-abandoned": (
        _("Tutup, tidak dilanjutkan"),
        _("Untuk berkas yang lama menunggu pemohon dan tidak diurus lagi."),
    ),
}
"""What may be done beside the steps: what a button says, and a line that explains it."""


def lowered(label: str) -> str:
    """A label inside a sentence: its first letter small, unless it is an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def outcome(key: str) -> str:
    """An outcome as a sentence says it."""
    return str(OUTCOMES.get(key, spelled(key)))


def choice(key: str) -> str:
    """An option as a form shows it; one that is not listed is read from its key."""
    return str(CHOICES.get(key, spelled(key).capitalize()))


def spelled(key: str) -> str:
    """A key of a standard as words: `kirim-jawaban` is read as kirim jawaban."""
    return key.replace("-", " ")


def deed(step: Step, recorded_for: str | None = None) -> str:
    """What is done at a step, in a word or two: a button's."""
    if recorded_for and step.do in RECORDED:
        return str(RECORDED[step.do])
    if step.do is Verb.PERFORM:
        return spelled(step.key).capitalize()
    return str(DEEDS[step.do])


def step_name(step: Step, recorded_for: str | None = None) -> str:
    """What a step is called: by its own title, or by its verb."""
    if recorded_for and not step.title and step.do in RECORDED:
        return str(RECORDED[step.do])
    return step_title(step)


def ended(end: str) -> str:
    """How a case ended, in words."""
    return str(ENDS[End(end)]) if end in set(End) else end


def short_name(name: str) -> str:
    """A service's name without what it says in brackets."""
    return name.partition(" (")[0].strip() or name


_LABELS: Mapping[tuple[Verb | None, str], Words] = {
    (Verb.HAND_OVER, "collector"): _("Nama pengambil"),
    (Verb.HAND_OVER, "relation"): _("Diambil oleh"),
    (Verb.HAND_OVER, "received"): _("Diterima saat mengambil"),
    (Verb.SIGN, "method"): _("Cara tanda tangan"),
    (Verb.SIGN, "signed_by"): _("Ditandatangani oleh"),
    (Verb.REGISTER, "letter_date"): _("Tanggal surat"),
    (Verb.FORWARD, "role"): _("Teruskan kepada"),
    (Verb.DISPOSE, "roles"): _("Disposisi kepada"),
    (Verb.DISPOSE, "instruction"): _("Isi disposisi"),
    (Verb.CONSULT, "result"): _("Hasil konsultasi"),
    (Verb.SCHEDULE, "scheduled_at"): _("Tanggal dan jam"),
    (Verb.SCHEDULE, "place"): _("Tempat"),
    (Verb.PERFORM, "result"): _("Hasil"),
    (Verb.PAY, "amount"): _("Jumlah"),
    (Verb.PAY, "method"): _("Cara bayar"),
    (Verb.PAY, "reference"): _("Nomor bukti"),
    (Verb.ANSWER, "answer"): _("Isi jawaban"),
    (Verb.ANSWER, "channel"): _("Disampaikan lewat"),
    (Verb.ARCHIVE, "follow_up"): _("Rencana tindak lanjut"),
    (Verb.SUBMIT, "channel"): _("Datang lewat"),
    (Verb.VERIFY, "verdicts"): _("Daftar periksa"),
    (Verb.VERIFY, "facts"): _("Jawab menurut berkas"),
    (Verb.VERIFY, "forms"): _("Bentuk surat"),
    (None, "external"): _("Nomor dari sistem lain"),
    (None, "reminders"): _("Perhatikan dahulu"),
    (None, "reasons"): _("Alasan"),
    (None, "note"): _("Catatan dalam"),
    (None, "what"): _("Syarat yang diminta"),
    (None, "told_by"): _("Diberi tahu lewat"),
    (None, "signed_by"): _("Sebagai"),
}

_HELP: Mapping[tuple[Verb | None, str], Words] = {
    (Verb.HAND_OVER, "collector"): _("Kosongkan bila pemohon sendiri."),
    (Verb.REGISTER, "letter_date"): _("Isi hanya bila lain dari tanggal register."),
    (Verb.PAY, "reference"): _("Dari bank; tidak perlu untuk titipan tunai."),
    (Verb.DISPOSE, "roles"): _("Yang pertama dipilih memegang berkasnya."),
    (None, "note"): _("Tidak terlihat oleh pemohon."),
}


def label(verb: Verb | None, key: str, says: str) -> str:
    """What a field is called; `says` where nothing shorter is known."""
    return str(_LABELS.get((verb, key)) or _LABELS.get((None, key)) or says)


def help_with(verb: Verb | None, key: str) -> str:
    """A line that helps to fill a field in, or nothing."""
    return str(_HELP.get((verb, key)) or _HELP.get((None, key)) or "")
