# SPDX-License-Identifier: EUPL-1.2
"""Invented values for examples, one for each type of field. No such person exists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from pendopo.domain.forms import Setting
from pendopo.domain.standard import Field, Values
from pendopo.domain.vocabulary import FieldType

NAMES = ("Wulan Sekarjati", "Bagas Prawira", "Ningrum Larasati", "Galih Sasmita", "Arum Pertiwi")
_NOWHERE = "99"
"""No region of Indonesia begins so: nobody can have these numbers."""
_ADULT_YEARS = 30


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value is to stand: the desk, the values beside it, the how-manieth of its kind."""

    setting: Setting
    beside: Values
    number: int


def invent(f: Field, place: Place) -> object:
    """A value that the form's check accepts for this field."""
    return _INVENTED[f.type](f, place)


def birth_date(today: date) -> date:
    """The birthday of somebody of thirty; never 29 February."""
    return date(today.year - _ADULT_YEARS, today.month, min(today.day, 28))


def _text(f: Field, place: Place) -> str:
    label = f.label.lower()
    return f"470/{place.number + 12}/{place.setting.today.year}" if "nomor" in label else "Contoh"


def _name(f: Field, place: Place) -> str:
    return NAMES[place.number % len(NAMES)]


def _date(f: Field, place: Place) -> str:
    today = place.setting.today
    born = "lahir" in f.label.lower()
    return (birth_date(today) if born else today - timedelta(days=1)).isoformat()


def _sixteen(f: Field, place: Place) -> str:
    """A region that there is not, a date of the same person where one is given, and a serial."""
    region = place.setting.region.replace(".", "")[2:6]
    dates = (v for k, v in place.beside.items() if "lahir" in k and _is_date(v))
    day = date.fromisoformat(str(next(dates, birth_date(place.setting.today))))
    return f"{_NOWHERE}{region:0<4}{day:%d%m%y}{place.number + 1:04}"


def _is_date(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _village(f: Field, place: Place) -> str:
    return next(iter(place.setting.villages), "Contoh")


def _choice(f: Field, place: Place) -> str:
    return f.options[0][0] if f.options else ""


_INVENTED: Mapping[FieldType, Callable[[Field, Place], object]] = MappingProxyType(
    {
        FieldType.NAME: _name,
        FieldType.TEXT: _text,
        FieldType.LONG_TEXT: lambda f, place: f"Contoh isi: {f.label.lower()}.",
        FieldType.DATE: _date,
        FieldType.TIME: lambda f, place: "09:00",
        FieldType.INTEGER: lambda f, place: place.setting.today.year if "tahun" in f.key else 2,
        FieldType.MONEY: lambda f, place: 1_250_000,
        FieldType.NIK: _sixteen,
        FieldType.KK: _sixteen,
        FieldType.NOP: lambda f, place: f"9914110012003{place.number:04}0",
        FieldType.PHONE: lambda f, place: f"0812000000{place.number:02}",
        FieldType.EMAIL: lambda f, place: "contoh@example.id",
        FieldType.VILLAGE: _village,
        FieldType.CHOICE: _choice,
        FieldType.YES_NO: lambda f, place: False,
    }
)
