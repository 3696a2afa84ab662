# SPDX-License-Identifier: EUPL-1.2
"""Earlier files of whoever stands at the counter, as the intake offers them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pendopo.cases.earlier import Earlier, Sought
from pendopo.domain.filled import is_given
from pendopo.domain.identity import Problem, mask_nik, parse_nik
from pendopo.domain.standard import Standard, Values
from pendopo.domain.vocabulary import FieldType
from pendopo.screens import plain_words as words
from pendopo.screens.intake.taking import Visit
from pendopo.screens.tracking import grouped


@dataclass(frozen=True, slots=True)
class EarlierLine:
    """One file to choose. `nik` is masked; it tells people of one name apart."""

    reference: str
    ref: str
    name: str
    village: str
    service: str
    filed_date: date
    nik: str


def sought_in(visit: Visit) -> Sought:
    """Whom the form names so far."""
    known = visit.known
    nik = parse_nik(_first(visit.standard, known, FieldType.NIK))
    return Sought(
        name=_first(visit.standard, known, FieldType.NAME),
        village=_first(visit.standard, known, FieldType.VILLAGE),
        nik="" if isinstance(nik, Problem) else nik.digits,
    )


def earlier_lines(visit: Visit, found: Iterable[Earlier]) -> tuple[EarlierLine, ...]:
    """The files that were found, in words."""
    villages, world = visit.look.setting.villages, visit.world
    return tuple(
        EarlierLine(
            reference=one.row.reference,
            ref=grouped(one.row.reference),
            name=one.row.applicant,
            village=villages.get(one.row.village, ""),
            service=words.short_name(one.standing.service.name),
            filed_date=world.date_of(one.row.filed_at),
            nik=_masked(one.standing.standard, one.values),
        )
        for one in found
    )


def _masked(standard: Standard, values: Values) -> str:
    nik = _first(standard, values, FieldType.NIK)
    return mask_nik(nik) if nik else ""


def _first(standard: Standard, values: Values, type_: FieldType) -> str:
    """The first value of that type among those that stand alone."""
    fields = (f for f in standard.fields if f.type is type_ and f.group is None)
    return next((str(values[f.key]) for f in fields if is_given(values.get(f.key))), "")
