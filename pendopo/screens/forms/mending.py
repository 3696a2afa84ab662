# SPDX-License-Identifier: EUPL-1.2
"""Mending the form of a file: what stands there, what was typed over it, what is asked now.

A reader mends only what she may see; identity numbers stand masked and stay as they are unless
they are typed anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Standard, Values
from pendopo.domain.typed import small_number
from pendopo.offices.models import Village
from pendopo.screens.case_view import CaseView
from pendopo.screens.deeds.controls import Typed
from pendopo.screens.deeds.troubles import Placed
from pendopo.screens.forms.fields import Look, Sheet, form_sheet
from pendopo.screens.forms.masking import shown_form
from pendopo.screens.forms.reading import FORMER, laid_over, read_form, without_empty_rows

ADD, STRIKE = "tambah", "hapus"
"""The buttons that add a row to a list and strike one out; nothing is recorded by them."""


@dataclass(frozen=True, slots=True)
class Mending:
    """The form as it is typed: `shown` is what stands on the page, `values` what is to be kept."""

    shown: Values
    values: Values


def standing(view: CaseView) -> Mending:
    """The form as it stands, for this reader."""
    shown = shown_form(view.file.standard, view.file.values, _roles(view))
    return Mending(_numbered(view.file.standard, shown), view.file.values)


def typed_over(view: CaseView, typed: Typed) -> Mending:
    """What was typed over the form that stands."""
    standard, setting = view.file.standard, view.scene.setting
    shown = read_form(standard, {name: typed.one(name) for name in typed.sent}, setting)
    if struck := typed.one(STRIKE):
        shown = _without(shown, struck)
    mended = without_empty_rows(standard, shown)
    return Mending(shown, laid_over(standard, view.file.values, mended, _roles(view)))


def mend_sheet(
    view: CaseView,
    mending: Mending,
    troubles: Iterable[Trouble | Reason] = (),
    add: str = "",
) -> Sheet:
    """The form to look at, with what is wrong beside its fields. `add`: a list that grows."""
    wrong = (Trouble(one.where, one.text) for one in troubles)
    rows: Mapping[str, int] = {add: 1} if add else MappingProxyType({})
    return form_sheet(view.file.standard, mending.shown, _look(view), troubles=wrong, rows=rows)


def placed_in(sheet: Sheet, troubles: Iterable[Trouble | Reason]) -> tuple[Placed, ...]:
    """The troubles for the summary on top; those of no field stand for themselves."""
    places = {one.place for one in sheet.inputs} | {group.key for group in sheet.groups}
    return tuple(Placed(one.where if one.where in places else "", one.text) for one in troubles)


def _look(view: CaseView) -> Look:
    kinds = Village.objects.filter(office_id=view.file.row.office_id).values_list("code", "kind")
    forms = [form for paper in view.file.standard.papers for form in paper.forms]
    return Look(
        setting=view.scene.setting,
        calendar=view.scene.circumstances.calendar,
        kinds=dict(kinds),
        roles=_roles(view),
        letter=any(form.written_here for form in forms),
    )


def _roles(view: CaseView) -> frozenset[str] | None:
    """None is the applicant, whose form it is."""
    return None if view.scene.by_applicant else view.scene.circumstances.actor.roles


def _numbered(standard: Standard, shown: Values) -> dict[str, object]:
    """Listed members say which they are, so that striking one out moves no other's secrets."""
    lists = {group.key for group in standard.groups if group.is_list}
    return {key: _rows(value) if key in lists else value for key, value in shown.items()}


def _rows(value: object) -> object:
    if not isinstance(value, list):
        return value
    return [{**row, FORMER: str(number)} for number, row in enumerate(value, start=1)]


def _without(shown: Values, place: str) -> dict[str, object]:
    """The form without one listed member, `group/number`."""
    group, _slash, number = place.partition("/")
    rows = shown.get(group)
    if not isinstance(rows, list):
        return dict(shown)
    taken = small_number(number)
    return {**shown, group: [row for n, row in enumerate(rows, start=1) if n != taken]}
