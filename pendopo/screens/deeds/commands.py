# SPDX-License-Identifier: EUPL-1.2
"""From what a form or a program sends to a command of the engine, or what is wrong with it.

One flat object: `version` (which state of the file the sender saw), `happened_at` for a late
entry, and beside them the fields that the deed takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import cast
from zoneinfo import ZoneInfo

from pendopo.domain import commands as cm
from pendopo.domain.commands import Command
from pendopo.domain.duty_fields import TOLD_BY, DutyField
from pendopo.domain.events import Json
from pendopo.domain.forms import Trouble

Body = Mapping[str, Json]
Troubles = tuple[Trouble, ...]

WORDS_LENGTH = 5000
"""The longest text that a deed takes."""
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)

_WHY = DutyField("reasons", "text", "Alasannya, bila ada")
_MUST_SAY_WHY = DutyField("reasons", "text", "Alasannya", required=True)
_IN_WHICH_POSITION = DutyField(
    "signed_by", "position", "Jabatan yang menyetujui, bila memegang lebih dari satu"
)
_VALUES = DutyField("values", "values", "Isian formulir yang berubah", required=True)

ASIDE_FIELDS: Mapping[str, tuple[DutyField, ...]] = MappingProxyType(
    {
        "approve": (_IN_WHICH_POSITION,),
        "reserve": (),
        "reword": (DutyField("words", "text", "Isi surat; kosong: kembali ke kalimat kantor"),),
        "take-back": (_WHY,),
        "withdraw": (_WHY,),
        "close-abandoned": (_MUST_SAY_WHY,),
        "add-requirement": (
            DutyField("what", "text", "Syarat yang diminta", required=True),
            _MUST_SAY_WHY,
        ),
        "tell": (DutyField("told_by", "choice", "Lewat apa", required=True, options=TOLD_BY),),
        "amend": (_VALUES,),
        "correct": (_VALUES, _MUST_SAY_WHY),
    }
)
"""What each command that passes no step takes."""

OF_PAPER: Mapping[str, str] = MappingProxyType({"reserve": "number", "reword": "words"})
"""Commands that are about one paper, each with its address below the paper's."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: the state that the sender saw, when it happened, and the rest."""

    version: int | None
    happened_at: datetime | None
    fields: Body


def read_sent(body: Body, zone: str) -> Sent | Troubles:
    """Take the envelope off. A moment without an offset is of the office's own zone."""
    version, happened_at = body.get("version"), body.get("happened_at")
    troubles: list[Trouble] = []
    if version is not None and (isinstance(version, bool) or not isinstance(version, int)):
        troubles.append(Trouble("version", "Tulis versi berkas sebagai angka bulat."))
    at = None if happened_at is None else read_moment(happened_at, zone)
    if isinstance(at, str):
        troubles.append(Trouble("happened_at", at))
    fields = {k: v for k, v in body.items() if k not in ("version", "happened_at")}
    troubles += _too_long(fields)
    if troubles or isinstance(at, str):
        return tuple(troubles)
    return Sent(cast("int | None", version), at, fields)


def read_moment(value: Json, zone: str) -> datetime | str:
    """A moment in UTC, or what is wrong with it."""
    wrong = "Tulis tanggal dan jam seperti 2026-11-23T09:00+07:00."
    if not isinstance(value, str) or len(value) > 40:
        return wrong
    try:
        at = datetime.fromisoformat(value)
        at = (at if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
    except (ValueError, OverflowError):
        return wrong
    return at if _EARLIEST <= at < _LATEST else "Tahunnya di luar 2000-2099; periksa lagi."


def _too_long(fields: Body) -> Iterable[Trouble]:
    for key, value in fields.items():
        if isinstance(value, str) and len(value) > WORDS_LENGTH:
            yield Trouble(key, f"Terlalu panjang; paling banyak {WORDS_LENGTH} huruf.")


def one_deed(step: str, sent: Sent) -> cm.Act:
    """Passing one step."""
    return cm.Act((cm.Deed(step, sent.fields),), sent.happened_at)


def several_deeds(sent: Sent) -> cm.Act | Troubles:
    """Consecutive steps of one hand: `{"deeds": [{"step": …, "data": {…}}, …]}`."""
    strange = tuple(
        Trouble(key, f"Isian «{key}» tidak dikenal di sini.")
        for key in set(sent.fields) - {"deeds"}
    )
    given = sent.fields.get("deeds")
    if strange or not isinstance(given, list) or not given:
        text = "Isi daftar langkah: [{step, data}, …], paling sedikit satu."
        return strange or (Trouble("deeds", text),)
    deeds = [_deed(one) for one in given]
    good = tuple(deed for deed in deeds if deed)
    if len(good) < len(deeds):
        return tuple(
            Trouble(f"deeds/{n}", "Tulis langkah sebagai {step: teks, data: isian}.")
            for n, deed in enumerate(deeds)
            if deed is None
        )
    return cm.Act(good, sent.happened_at)


def _deed(given: Json) -> cm.Deed | None:
    if not isinstance(given, dict) or set(given) - {"step", "data"}:
        return None
    step, data = given.get("step"), given.get("data", {})
    if not isinstance(step, str) or not isinstance(data, dict) or any(_too_long(data)):
        return None
    return cm.Deed(step, data)


def aside(name: str, sent: Sent, paper: str = "") -> Command | Troubles:
    """A command that passes no step. Raises KeyError for a name that is none."""
    troubles = tuple(_misfits(ASIDE_FIELDS[name], sent))
    if troubles:
        return troubles
    return _ASIDES[name](sent.fields, paper)


def _misfits(wanted: tuple[DutyField, ...], sent: Sent) -> Iterable[Trouble]:
    known = {f.key: f for f in wanted}
    if sent.happened_at:
        yield Trouble("happened_at", "Tindakan ini selalu dicatat pada waktu sekarang.")
    for key in sorted(set(sent.fields) - set(known)):
        yield Trouble(key, f"Isian «{key}» tidak dikenal untuk tindakan ini.")
    for key, f in known.items():
        value = sent.fields.get(key)
        if value is None or value == "":
            if f.required:
                yield Trouble(key, f"Isi dahulu: {f.says.lower()}.")
        elif not isinstance(value, dict if f.type == "values" else str):
            yield Trouble(key, f"Isian «{key}» tidak terbaca: {f.says.lower()}.")


def _word(fields: Body, key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""


def _values(fields: Body) -> Mapping[str, object]:
    value = fields.get("values")
    return value if isinstance(value, dict) else {}


_ASIDES: Mapping[str, Callable[[Body, str], Command]] = MappingProxyType(
    {
        "approve": lambda fields, paper: cm.Approve(_word(fields, "signed_by")),
        "reserve": lambda fields, paper: cm.Reserve(paper),
        "reword": lambda fields, paper: cm.Reword(paper, _word(fields, "words")),
        "take-back": lambda fields, paper: cm.TakeBack(_word(fields, "reasons")),
        "withdraw": lambda fields, paper: cm.Withdraw(_word(fields, "reasons")),
        "close-abandoned": lambda fields, paper: cm.CloseAbandoned(_word(fields, "reasons")),
        "add-requirement": lambda fields, paper: cm.AddRequirement(
            _word(fields, "what"), _word(fields, "reasons")
        ),
        "tell": lambda fields, paper: cm.Tell(_word(fields, "told_by")),
        "amend": lambda fields, paper: cm.Amend(_values(fields)),
        "correct": lambda fields, paper: cm.Correct(_values(fields), _word(fields, "reasons")),
    }
)
