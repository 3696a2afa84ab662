# SPDX-License-Identifier: EUPL-1.2
"""What tells one file of a service from the next in a list, beside the name and the village."""

from __future__ import annotations

from collections.abc import Iterator

from pendopo.domain.filled import as_date, is_given
from pendopo.domain.standard import Field, Standard, Values
from pendopo.domain.vocabulary import FieldType
from pendopo.domain.wording import format_date
from pendopo.screens.forms.masking import readable

_WORDS = (FieldType.CHOICE, FieldType.TEXT, FieldType.LONG_TEXT)
_LONGEST = 60

VILLAGE_LETTER = ("surat-desa-nomor", "surat-desa-tanggal")
"""The keys of the block that all standards share: the number and date of the village's letter."""


def differing(standard: Standard, values: Values, roles: frozenset[str]) -> str:
    """The purpose, and a day that matters: "Melamar kerja", "Pernikahan, mulai 3 Desember 2026".

    Only what every file must say and this reader may know; empty where a form asks nothing more.
    """
    told = [f for f in standard.fields if _tells(f, roles) and is_given(values.get(f.key))]
    words = [f for f in told if f.type in _WORDS]
    days = [f for f in told if f.type is FieldType.DATE]
    return ", ".join((*_said(words[:1], values), *_dated(days[:1], values)))


def _tells(f: Field, roles: frozenset[str]) -> bool:
    plain = f.group is None and f.derive is None and not f.letter_only
    whose = f.key == "nama" or f.key in VILLAGE_LETTER
    return plain and f.required and not whose and readable(f, roles)


def _said(fields: list[Field], values: Values) -> Iterator[str]:
    for f in fields:
        text = str(values[f.key])
        text = dict(f.options).get(text, text)
        yield text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _dated(fields: list[Field], values: Values) -> Iterator[str]:
    for f in fields:
        day = as_date(values[f.key])
        if day:
            yield f"{f.label[:1].lower()}{f.label[1:]} {format_date(day)}"
