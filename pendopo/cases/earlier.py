# SPDX-License-Identifier: EUPL-1.2
"""Earlier files of the same person in the same office, to fill in a new form from.

Never what is confidential or came without a name, and never a line that this officer may not
read. What tells of the person or place is taken along; what told of that occasion is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from pendopo.base.sealing import blind_indexes
from pendopo.cases import models
from pendopo.cases.private import open_body
from pendopo.cases.services.writing import form_in
from pendopo.domain.circumstances import Actor
from pendopo.domain.filled import is_given, members
from pendopo.domain.forms import Row
from pendopo.domain.identity import mask_nik, tidy
from pendopo.domain.standard import Field, Group, Standard, Values
from pendopo.domain.vocabulary import FieldType
from pendopo.standards import versions

MOST = 8
_MASKED = (FieldType.NIK, FieldType.KK)
FEWEST_LETTERS = 3
"""A name of fewer letters would find half the office."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Whose files: a piece of the name with the village, or the NIK."""

    name: str = ""
    village: str = ""
    nik: str = ""

    @property
    def enough(self) -> bool:
        """Whether so much was said that few people can be meant."""
        return bool(self.nik) or len(self.name.strip()) >= FEWEST_LETTERS


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier file with its form as it stands."""

    row: models.Case
    standing: versions.Standing
    values: Values


def count_earlier(actor: Actor, sought: Sought) -> int:
    """How many files there are to choose from. One query, two for a NIK."""
    return _found(actor, sought).count() if sought.enough else 0


def earlier_files(actor: Actor, sought: Sought) -> tuple[Earlier, ...]:
    """The latest files of whoever is sought, the newest first. Four queries."""
    if not sought.enough:
        return ()
    rows = list(_found(actor, sought).order_by("-filed_at")[:MOST])
    return tuple(_with_forms(actor.office, rows))


def earlier_file(actor: Actor, reference: str) -> Earlier | None:
    """One of them by its reference; None where there is none to be read from."""
    rows = list(_open_ones(actor.office).filter(reference=reference))
    return next(iter(_with_forms(actor.office, rows)), None)


def _open_ones(office: str) -> QuerySet[models.Case]:
    return models.Case.objects.filter(office_id=office, confidential=False, anonymous=False)


def _found(actor: Actor, sought: Sought) -> QuerySet[models.Case]:
    wanted = Q()
    if len(sought.name.strip()) >= FEWEST_LETTERS:
        for piece in sought.name.split():
            wanted &= Q(applicant__icontains=piece)
        if sought.village:
            wanted &= Q(village=sought.village)
    else:
        wanted = Q(pk__in=[])
    if sought.nik:
        wanted |= Q(id__in=_ids_of(actor.office, sought.nik))
    return _open_ones(actor.office).filter(wanted)


def _ids_of(office: str, nik: str) -> Sequence[UUID]:
    indexes = blind_indexes(office, FieldType.NIK.value, nik)
    rows = models.BlindIndex.objects.filter(
        office_id=office, kind=FieldType.NIK.value, index__in=indexes
    )
    return list(rows.values_list("case_id", flat=True))


def _with_forms(office: str, rows: Sequence[models.Case]) -> Iterator[Earlier]:
    standings = versions.several(office, (row.standard_id for row in rows))
    kept = models.EventPrivate.objects.filter(
        office_id=office, id__in=[row.form_event_id for row in rows]
    )
    bodies = {one.id: one.body for one in kept}
    for row in rows:
        if row.form_event_id in bodies:
            values = form_in(open_body(office, bodies[row.form_event_id]))
            yield Earlier(row, standings[row.standard_id], values)


def taken_over(standard: Standard, values: Values, earlier: Earlier, roles: frozenset[str]) -> Row:
    """The form with what an earlier file can answer; nothing that was typed is overwritten.

    Identity numbers come masked: `unmasked` puts them back when the form is handed in.
    """
    taking = _Taking(standard, earlier.standing.standard, roles)
    filled: Row = {**values, **taking.scope(None, values, earlier.values)}
    for group in standard.groups:
        theirs = next((g for g in earlier.standing.standard.groups if g.key == group.key), None)
        if theirs is not None and theirs.is_list == group.is_list:
            made = taking.group(group, values, earlier.values)
            if made:
                filled[group.key] = made
    return filled


@dataclass(frozen=True, slots=True)
class _Taking:
    """What one standard's form can answer of another's, for somebody with these roles."""

    standard: Standard
    theirs: Standard
    roles: frozenset[str]

    def scope(self, group: str | None, ours: Values, theirs: Values) -> Row:
        """The fields of one scope that can be answered and are not yet."""
        lasting = {f.key for f in self.standard.fields if f.group == group and f.lasting}
        return {
            f.key: _masked(f, theirs[f.key])
            for f in self.standard.fields
            if f.group == group
            and (f.lasting or (f.when.all and {c.field for c in f.when.all} <= lasting))
            and not is_given(ours.get(f.key))
            and is_given(theirs.get(f.key))
            and self._fits(f)
            and _is_option(f, theirs[f.key])
        }

    def group(self, group: Group, ours: Values, theirs: Values) -> object:
        """The members: named ones each by its name, a list only where none was begun."""
        if group.is_list:
            begun = any(is_given(v) for m in members(group, ours) for v in m.values.values())
            rows = [] if begun else [m.values for m in members(group, theirs)]
            made = [self.scope(group.key, {}, row) for row in rows]
            return [row for row in made if row]
        before = {m.key: m.values for m in members(group, ours)}
        named: dict[str, Mapping[str, object]] = {
            m.key: {
                **before.get(m.key, {}),
                **self.scope(group.key, before.get(m.key, {}), m.values),
            }
            for m in members(group, theirs)
            if m.key in before
        }
        return {key: row for key, row in named.items() if row}

    def _fits(self, f: Field) -> bool:
        """Whether the other form has the same field and this officer may read both."""
        same = next(
            (t for t in self.theirs.fields if (t.group, t.key, t.type) == (f.group, f.key, f.type)),
            None,
        )
        return same is not None and all(
            not one.readers or self.roles & set(one.readers) for one in (f, same)
        )


def unmasked(values: Values, earlier: Earlier) -> Row:
    """The form with the numbers of an earlier file where they stand masked as they came."""
    known: dict[str, set[str]] = {}
    for number in _numbers(earlier.standing.standard, earlier.values):
        known.setdefault(mask_nik(number), set()).add(number)
    sure = {mask: next(iter(found)) for mask, found in known.items() if len(found) == 1}
    return {key: _with_numbers(value, sure) for key, value in values.items()}


def _with_numbers(value: object, sure: Mapping[str, str]) -> object:
    if isinstance(value, Mapping):
        return {key: _with_numbers(one, sure) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_numbers(one, sure) for one in value]
    return sure.get(tidy(value), value) if isinstance(value, str) else value


def _numbers(standard: Standard, values: Values) -> Iterator[str]:
    for f in standard.fields:
        if f.type in _MASKED:
            scopes = (
                [m.values for m in members(standard.group(f.group), values)]
                if f.group
                else [values]
            )
            yield from (str(scope[f.key]) for scope in scopes if is_given(scope.get(f.key)))


def _masked(f: Field, value: object) -> object:
    return mask_nik(str(value)) if f.type in _MASKED else value


def _is_option(f: Field, value: object) -> bool:
    return f.type is not FieldType.CHOICE or value in dict(f.options)
