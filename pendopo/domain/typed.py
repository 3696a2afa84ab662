# SPDX-License-Identifier: EUPL-1.2
"""One typed value at a time: read it as its field's type, or say what is wrong and how to mend it.

Whatever comes in (text, a number or a list from a program) is answered; nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from types import MappingProxyType
from typing import TypeAlias

from pendopo.domain.identity import Problem, parse_kk, parse_nik, parse_nop, parse_phone
from pendopo.domain.standard import Field
from pendopo.domain.vocabulary import FieldType

NAME_LENGTH, TEXT_LENGTH, LONG_TEXT_LENGTH, EMAIL_LENGTH = 120, 300, 5000, 254
MOST_RUPIAH = 10**15

_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})", re.ASCII)
_WHOLE = re.compile(r"\d{1,12}", re.ASCII)
_RUPIAH = re.compile(
    r"(?:rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:[.,](?:0{1,2}|-))?", re.I | re.A
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")

# They turn the direction of what follows, so that a letter would read otherwise than it was typed.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Ill:
    """What is wrong with one typed value, and how to mend it."""

    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the checks need from outside: today, the office's region, its villages and calendar.

    `villages` maps a village's code to its name; either may be typed. `working_days` counts
    the working days between two dates; without it conditions on such a number do not hold.
    """

    today: date
    region: str = ""
    villages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    working_days: Callable[[date, date], int] | None = None


Clean: TypeAlias = "str | int | bool | Ill"


def read(wanted: Field, raw: object, setting: Setting) -> Clean:
    """The value in its one shape (ISO date, digits only, whole rupiah), or what is wrong."""
    return _READERS[wanted.type](wanted, raw, setting)


def parse_day(text: str) -> date | Ill:
    """A date as 2026-11-23, 23-11-2026 or 23/11/2026; nothing else, so that none is guessed."""
    text = text.strip()
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        return Ill("tulis tanggal sebagai hari-bulan-tahun, misalnya 23-11-2026.")
    if month > 12 >= day:
        return Ill(f"bulan ke-{month} tidak ada; tulis hari dulu, lalu bulan: 23-11-2026.")
    try:
        return date(year, month, day)
    except ValueError:
        return Ill(f"tanggal {text} tidak ada di kalender; periksa hari dan bulannya.")


def parse_rupiah(raw: object) -> int | Ill:
    """Whole rupiah, as 1250000, 1.250.000 or Rp1.250.000,00; never a fraction."""
    text = "" if isinstance(raw, bool) else str(raw).strip()
    match = _RUPIAH.fullmatch(text)
    if match is None:
        return Ill("tulis jumlah rupiah bulat, misalnya 1.250.000.")
    amount = int(match[1].replace(".", ""))
    return amount if amount < MOST_RUPIAH else Ill("jumlahnya di luar batas wajar.")


def _text(raw: object, most: int) -> str | Ill:
    if not isinstance(raw, str):
        return Ill("tulis sebagai teks.")
    text = unicodedata.normalize("NFC", raw).strip()
    if any(_unreadable(character) for character in text):
        return Ill("ada karakter yang tidak terlihat atau tidak terbaca; ketik ulang.")
    if len(text) > most:
        return Ill(f"terlalu panjang ({len(text)} huruf); paling banyak {most}.")
    return text


def _unreadable(character: str) -> bool:
    """Control characters, halves of characters and those that turn the direction of a text."""
    control = unicodedata.category(character) in ("Cc", "Cs") and character not in "\r\n\t"
    return control or character in _TURNING


def _short(wanted: Field, raw: object, setting: Setting) -> Clean:
    text = _text(raw, TEXT_LENGTH)
    return text if isinstance(text, Ill) else " ".join(text.split())


def _long(wanted: Field, raw: object, setting: Setting) -> Clean:
    return _text(raw, LONG_TEXT_LENGTH)


def _name(wanted: Field, raw: object, setting: Setting) -> Clean:
    text = _text(raw, NAME_LENGTH)
    if isinstance(text, Ill):
        return text
    name = " ".join(text.split())
    strange = next((c for c in name if not _in_a_name(c)), None)
    if strange:
        return Ill(f"karakter «{strange}» tidak biasa pada nama; tulis seperti di KTP.")
    return name if any(c.isalpha() for c in name) else Ill("tulis nama dengan huruf.")


def _in_a_name(character: str) -> bool:
    mark = unicodedata.category(character) == "Mn"
    return character.isalnum() or mark or character in " .,'‘’`\"“”-/()&"


def _date(wanted: Field, raw: object, setting: Setting) -> Clean:
    if not isinstance(raw, str):
        return Ill("tulis tanggal sebagai teks, misalnya 23-11-2026.")
    day = parse_day(raw)
    if isinstance(day, Ill):
        return day
    return day.isoformat() if 1900 <= day.year <= 2100 else Ill("tahunnya di luar 1900-2100.")


def _time(wanted: Field, raw: object, setting: Setting) -> Clean:
    match = _CLOCK.fullmatch(raw.strip()) if isinstance(raw, str) else None
    if match is None:
        return Ill("tulis jam sebagai 09.00.")
    try:
        return f"{time(int(match[1]), int(match[2])):%H:%M}"
    except ValueError:
        return Ill(f"jam {raw} tidak ada; tulis dari 00.00 sampai 23.59.")


def _integer(wanted: Field, raw: object, setting: Setting) -> Clean:
    text = "" if isinstance(raw, bool) else str(raw).strip()
    return int(text) if _WHOLE.fullmatch(text) else Ill("tulis angka bulat tanpa titik atau huruf.")


def _money(wanted: Field, raw: object, setting: Setting) -> Clean:
    return parse_rupiah(raw)


def _nik(wanted: Field, raw: object, setting: Setting) -> Clean:
    parsed = parse_nik(str(raw), setting.region or None, setting.today)
    return Ill(str(parsed)) if isinstance(parsed, Problem) else parsed.digits


def _kk(wanted: Field, raw: object, setting: Setting) -> Clean:
    parsed = parse_kk(str(raw))
    return Ill(str(parsed)) if isinstance(parsed, Problem) else parsed.digits


def _nop(wanted: Field, raw: object, setting: Setting) -> Clean:
    parsed = parse_nop(str(raw))
    return Ill(str(parsed)) if isinstance(parsed, Problem) else parsed.digits


def _phone(wanted: Field, raw: object, setting: Setting) -> Clean:
    parsed = parse_phone(str(raw))
    return Ill(str(parsed)) if isinstance(parsed, Problem) else parsed.normal


def _email(wanted: Field, raw: object, setting: Setting) -> Clean:
    text = _text(raw, EMAIL_LENGTH)
    if isinstance(text, str) and _EMAIL.fullmatch(text):
        return text
    return Ill("tulis alamat surel, misalnya nama@contoh.id.")


def _village(wanted: Field, raw: object, setting: Setting) -> Clean:
    text = _text(raw, NAME_LENGTH)
    if isinstance(text, Ill) or not setting.villages or text in setting.villages:
        return text
    found = [c for c, name in setting.villages.items() if name.casefold() == text.casefold()]
    return found[0] if found else Ill("desa atau kelurahan ini tidak ada di kecamatan ini.")


def _choice(wanted: Field, raw: object, setting: Setting) -> Clean:
    options = dict(wanted.options)
    if isinstance(raw, str) and raw.strip() in options:
        return raw.strip()
    return Ill(f"pilih salah satu: {', '.join(options)}.")


def _yes_no(wanted: Field, raw: object, setting: Setting) -> Clean:
    if isinstance(raw, bool):
        return raw
    words = {"ya": True, "tidak": False, "true": True, "false": False}
    return words.get(str(raw).strip().casefold(), Ill("jawab ya atau tidak."))


_READERS: Mapping[FieldType, Callable[[Field, object, Setting], Clean]] = MappingProxyType(
    {
        FieldType.NAME: _name,
        FieldType.TEXT: _short,
        FieldType.LONG_TEXT: _long,
        FieldType.DATE: _date,
        FieldType.TIME: _time,
        FieldType.INTEGER: _integer,
        FieldType.MONEY: _money,
        FieldType.NIK: _nik,
        FieldType.KK: _kk,
        FieldType.NOP: _nop,
        FieldType.PHONE: _phone,
        FieldType.EMAIL: _email,
        FieldType.VILLAGE: _village,
        FieldType.CHOICE: _choice,
        FieldType.YES_NO: _yes_no,
    }
)


def small_number(text: str) -> int | None:
    """The whole number that a form of ours sent back, such as a version; None for anything else.

    Nine digits at most: a longer one is nobody's, and Python refuses to read thousands.
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
