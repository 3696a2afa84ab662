# SPDX-License-Identifier: EUPL-1.2
"""What stands in a field and beside it: values as people write them, and what was understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pendopo.domain.filled import as_date, as_number
from pendopo.domain.identity import Problem, parse_nik
from pendopo.domain.standard import Field
from pendopo.domain.typed import (
    EMAIL_LENGTH,
    LONG_TEXT_LENGTH,
    NAME_LENGTH,
    TEXT_LENGTH,
    Setting,
)
from pendopo.domain.vocabulary import FieldType, PaperForm
from pendopo.domain.wording import format_date, format_day, number, rupiah
from pendopo.screens.forms.natural_days import written


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `hint` is a small word beside it."""

    value: str
    label: str
    hint: str = ""


PAPER_FORMS: Mapping[PaperForm, str | Lazy] = {
    PaperForm.COUNTERSIGN: gettext_lazy("Mengetahui pada surat pemohon"),
    PaperForm.LETTER: gettext_lazy("Surat dibuat kantor"),
    PaperForm.TRANSMITTAL: gettext_lazy("Surat pengantar naskah (tabel)"),
    PaperForm.MINUTES: gettext_lazy("Berita acara"),
    PaperForm.EXTERNAL: gettext_lazy("Dokumen dari sistem lain"),
    PaperForm.NONE: gettext_lazy("Tanpa surat"),
}
"""What leaves the office, in the words of the counter."""


def shown_value(f: Field, value: object) -> str:
    """A value, as typed or as kept, as its field holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, date):
        return written(value)
    if f.type is FieldType.DATE and isinstance(value, str) and (day := as_date(value)):
        return written(day)
    if f.type is FieldType.TIME and isinstance(value, str):
        return value.replace(":", ".")
    if f.type is FieldType.MONEY and isinstance(value, (int, Decimal)):
        return number(value)
    return str(value)


def understood(f: Field, value: object, setting: Setting) -> str:
    """What was understood of a value, where that is worth saying. `value` is a settled one."""
    if value is None or isinstance(value, (dict, list)):
        return ""
    match f.type:
        case FieldType.DATE:
            day = as_date(value)
            return format_day(day) if day else ""
        case FieldType.NIK:
            return _of_nik(str(value), setting)
        case FieldType.MONEY:
            amount = as_number(value)
            return "" if amount is None else rupiah(amount)
        case FieldType.INTEGER:
            return _computed(f, value)
        case (
            FieldType.NAME
            | FieldType.TEXT
            | FieldType.LONG_TEXT
            | FieldType.TIME
            | FieldType.KK
            | FieldType.NOP
            | FieldType.PHONE
            | FieldType.EMAIL
            | FieldType.VILLAGE
            | FieldType.CHOICE
            | FieldType.YES_NO
        ):
            return ""
        case _:
            assert_never(f.type)


def _of_nik(digits: str, setting: Setting) -> str:
    nik = parse_nik(digits, None, setting.today)
    if isinstance(nik, Problem):
        return ""
    born = _(" atau ").join(map(format_date, nik.birth_dates))
    return _("Terbaca: %(sex)s, lahir %(born)s") % {"sex": nik.sex.value, "born": born}


def _computed(f: Field, value: object) -> str:
    if f.derive is None:
        return ""
    amount = as_number(value)
    if amount is None:
        return ""
    unit = {"years": _("tahun"), "working_days": _("hari kerja")}.get(f.derive.how.value, "")
    return f"{number(amount)} {unit}".strip()


def options_of(
    f: Field, villages: Mapping[str, str], kinds: Mapping[str, str]
) -> tuple[Option, ...]:
    """The choices of a field; none for one that is typed."""
    if f.type is FieldType.VILLAGE:
        named = sorted(villages.items(), key=lambda one: one[1].casefold())
        return tuple(Option(code, name, kinds.get(code, "")) for code, name in named)
    if f.type is FieldType.YES_NO:
        return (Option("ya", _("Ya")), Option("tidak", _("Tidak")))
    return tuple(Option(key, label) for key, label in f.options)


_HEAD_OF_EITHER = re.compile(r"(\w+ desa)/(lurah)", re.IGNORECASE)
_EITHER = re.compile("(desa)/(kelurahan)", re.IGNORECASE)


def for_village(label: str, kind: str) -> str:
    """A label of ours in the words for this kind of village: a kelurahan is headed by a Lurah.

    The field that asks for the village itself keeps both.
    """
    if kind not in ("desa", "kelurahan") or _EITHER.fullmatch(label):
        return label
    own = r"\1" if kind == "desa" else r"\2"
    return _EITHER.sub(own, _HEAD_OF_EITHER.sub(own, label))


_SIXTEEN = {"inputmode": "numeric", "maxlength": "24"}


def attributes_of(type_: FieldType) -> dict[str, str]:
    """What a typed field tells the browser: which keys to show, how much fits, an example."""
    match type_:
        case FieldType.DATE:
            return {"maxlength": "24", "placeholder": _("23-11-2026, 23/11 atau kemarin")}
        case FieldType.TIME:
            return {"inputmode": "numeric", "maxlength": "5", "placeholder": "09.00"}
        case FieldType.INTEGER:
            return {"inputmode": "numeric", "maxlength": "12"}
        case FieldType.MONEY:
            return {"inputmode": "numeric", "maxlength": "24", "placeholder": "1.250.000"}
        case FieldType.NIK | FieldType.KK:
            return _SIXTEEN
        case FieldType.NOP:
            return {"inputmode": "numeric", "maxlength": "30"}
        case FieldType.PHONE:
            return {"type": "tel", "maxlength": "24"}
        case FieldType.EMAIL:
            return {"type": "email", "maxlength": str(EMAIL_LENGTH)}
        case FieldType.NAME:
            most = str(NAME_LENGTH)
            return {"maxlength": most, "autocapitalize": "words", "spellcheck": "false"}
        case FieldType.LONG_TEXT:
            return {"maxlength": str(LONG_TEXT_LENGTH), "rows": "3"}
        case FieldType.TEXT | FieldType.VILLAGE | FieldType.CHOICE | FieldType.YES_NO:
            return {"maxlength": str(TEXT_LENGTH)}
        case _:
            assert_never(type_)
