# SPDX-License-Identifier: EUPL-1.2
"""What each verb takes: one table for `decide`, for the forms of screens and API, for the docs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pendopo.domain.commands import Reason
from pendopo.domain.events import Json
from pendopo.domain.standard import Step
from pendopo.domain.vocabulary import Verb


@dataclass(frozen=True, slots=True)
class DutyField:
    """One thing a verb takes: its type for forms and programs, and what it is for."""

    key: str
    type: str
    says: str
    required: bool = False
    options: tuple[str, ...] = ()


SELF = "sendiri"
"""The relation of whoever fetches her own paper."""
RELATIONS = (SELF, "keluarga", "perangkat-desa", "kuasa", "lainnya")
PAYMENT_METHODS = ("titipan", "teller", "qris", "va")
BANK_METHODS = PAYMENT_METHODS[1:]
"""What goes through a bank; money that is entrusted to the counter is noted by who takes it."""
ANSWER_CHANNELS = ("langsung", "surat", "surel", "whatsapp", "portal")
INTAKE_CHANNELS = ("loket", "portal", "desa", "surat", "whatsapp", "lisan")
SIGNING_METHODS = ("basah", "elektronik")

TOLD_BY = ("lembar", "whatsapp", "lisan")
"""How somebody is told what lacks."""

COMMON_FIELDS = (
    DutyField("outcome", "outcome", "Hasil langkah, bila lebih dari satu"),
    DutyField(
        "reasons", "text", "Alasan; wajib bila dinilai, dikembalikan, ditolak atau dialihkan"
    ),
    DutyField("note", "text", "Catatan dalam, tidak terlihat oleh pemohon"),
    DutyField("reminders", "reasons", "Alasan tetap dilanjutkan, per pengingat"),
)

FORMS = DutyField("forms", "forms", "Bentuk surat, bila kantor membolehkan lebih dari satu")
"""Chosen when a file is taken in or checked; what was chosen stands until it is chosen anew."""

OF_THE_OFFICE = ("brought_by", "bringer", "forms")
"""What only an officer can say of a file that is handed in."""

EXTERNAL = DutyField("external", "numbers", "Nomor dari sistem lain, per buku")
"""Taken by every step that makes a line in a book."""

DUTY_FIELDS: Mapping[Verb, tuple[DutyField, ...]] = MappingProxyType(
    {
        Verb.SUBMIT: (
            DutyField("values", "values", "Isian formulir, bila ada yang dibetulkan"),
            DutyField("channel", "choice", "Lewat mana diajukan", options=INTAKE_CHANNELS),
            DutyField("anonymous", "yes-no", "Tanpa nama, bila standarnya membolehkan"),
            DutyField("confidential", "yes-no", "Dirahasiakan, bila standarnya membolehkan"),
            DutyField("brought_by", "choice", "Siapa yang membawa berkas", options=RELATIONS),
            DutyField("bringer", "text", "Nama pembawa, bila bukan pemohon sendiri"),
            FORMS,
        ),
        Verb.RECEIVE: (EXTERNAL,),
        Verb.VERIFY: (
            DutyField("verdicts", "verdicts", "Putusan untuk tiap syarat", required=True),
            DutyField("facts", "facts", "Fakta tabel keputusan: ya atau tidak"),
            FORMS,
        ),
        Verb.ASSESS: (),
        Verb.DRAFT: (),
        Verb.INITIAL: (),
        Verb.SIGN: (
            DutyField("method", "choice", "Basah atau elektronik", options=SIGNING_METHODS),
            DutyField("signed_by", "position", "Jabatan penanda tangan, bila dicatat orang lain"),
        ),
        Verb.REGISTER: (
            DutyField("letter_date", "date", "Tanggal surat, bila lain dari tanggal register"),
            EXTERNAL,
        ),
        Verb.STAMP: (),
        Verb.HAND_OVER: (
            DutyField("collector", "text", "Nama pengambil, bila bukan pemohon sendiri"),
            DutyField("relation", "choice", "Hubungan pengambil", required=True, options=RELATIONS),
            DutyField("received", "asks", "Syarat susulan yang diserahkan saat mengambil"),
        ),
        Verb.FORWARD: (DutyField("role", "role", "Peran yang menerima berkas"),),
        Verb.DISPOSE: (
            DutyField(
                "roles",
                "roles",
                "Peran yang menerima disposisi; yang pertama memegang berkasnya",
                required=True,
            ),
            DutyField("instruction", "text", "Isi disposisi", required=True),
        ),
        Verb.CONSULT: (DutyField("result", "text", "Hasil konsultasi", required=True),),
        Verb.SCHEDULE: (
            DutyField("scheduled_at", "moment", "Tanggal dan jam", required=True),
            DutyField("place", "text", "Tempat", required=True),
        ),
        Verb.PERFORM: (
            DutyField("reference", "text", "Nomor di sistem lain"),
            DutyField("result", "text", "Hasil"),
        ),
        Verb.PAY: (
            DutyField("amount", "money", "Jumlah yang dibayar, dalam rupiah", required=True),
            DutyField("method", "choice", "Cara bayar", required=True, options=PAYMENT_METHODS),
            DutyField("reference", "text", "Nomor bukti bank; wajib kecuali titipan"),
        ),
        Verb.PRINT: (DutyField("reference", "text", "Nomor di sistem lain"),),
        Verb.ANSWER: (
            DutyField("answer", "text", "Isi jawaban", required=True),
            DutyField(
                "channel", "choice", "Cara penyampaian", required=True, options=ANSWER_CHANNELS
            ),
        ),
        Verb.ARCHIVE: (DutyField("follow_up", "text", "Rencana tindak lanjut"),),
    }
)
"""What each verb takes, beside `COMMON_FIELDS`."""

_LISTS = ("asks", "roles")
_MAPPINGS = ("values", "verdicts", "facts", "forms", "numbers", "reasons")


def fields_of(step: Step) -> tuple[DutyField, ...]:
    """All that may be said at this step: its verb's own, then what every step takes."""
    own = DUTY_FIELDS[step.do]
    books = (EXTERNAL,) if step.book and EXTERNAL not in own else ()
    return (*own, *books, *COMMON_FIELDS)


def misfits(step: Step, data: Mapping[str, Json]) -> tuple[Reason, ...]:
    """What a step does not take, or not in that shape. Absent and null are the same."""
    return tuple(_misfits({f.key: f for f in fields_of(step)}, data))


def _misfits(known: Mapping[str, DutyField], data: Mapping[str, Json]) -> Iterator[Reason]:
    for key in sorted(data):
        if key not in known:
            text = f"Isian «{key}» tidak dikenal untuk langkah ini."
            yield Reason("unknown-field", text, key)
        elif data[key] is not None and not _fits(known[key].type, data[key]):
            text = f"Isian «{key}» tidak terbaca: {known[key].says}."
            yield Reason("bad-shape", text, key)


def _fits(type_: str, value: Json) -> bool:
    if type_ in _MAPPINGS:
        return isinstance(value, dict)
    if type_ in _LISTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if type_ == "yes-no":
        return isinstance(value, bool)
    if type_ == "money":
        return isinstance(value, (int, str)) and not isinstance(value, bool)
    return isinstance(value, str)
