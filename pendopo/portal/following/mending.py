# SPDX-License-Identifier: EUPL-1.2
"""Mending what was written: the form as it stands, then what changes, before it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from django.utils.translation import gettext as _

from pendopo.cases.queries import CaseFile
from pendopo.domain.commands import Command
from pendopo.domain.events import Json
from pendopo.portal.following.acting import Wrong
from pendopo.portal.following.case_page import deeds_of
from pendopo.screens.case_view import view_of
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.asides import read_aside
from pendopo.screens.deeds.controls import Typed
from pendopo.screens.forms.mending import (
    ADD,
    STRIKE,
    mend_sheet,
    placed_in,
    standing,
    typed_over,
)
from pendopo.screens.forms.reading import settled
from pendopo.screens.forms.told import ToldSection, told_form


class MendPlan:
    """Changing the form; identity numbers stand masked and stay unless typed anew."""

    at_once = False
    ends = False

    def __init__(self, file: CaseFile, name: str) -> None:
        self._file, self._name, self._view = file, name, view_of(file)
        deed = next(one for one in deeds_of(file) if one.name == name)
        self.title, self.help = deed.title, deed.help
        self.done = _("Isian sudah diperbaiki.")
        self.send = _("Simpan perbaikan")

    def command(self, typed: Typed) -> Command | Wrong:
        """The whole form with what was typed over it."""
        body = read_aside(self._name, typed)
        body["values"] = cast("Json", dict(typed_over(self._view, typed).values))
        sent = commands.read_sent(body, self._file.world.office.zone)
        return sent if isinstance(sent, tuple) else commands.aside(self._name, sent)

    def form(self, typed: Typed | None, wrong: Wrong) -> dict[str, Any]:
        """The form as it stands or as it was typed, with what is wrong beside its fields."""
        mending = typed_over(self._view, typed) if typed else standing(self._view)
        sheet = mend_sheet(self._view, mending, wrong, typed.one(ADD) if typed else "")
        return {
            "template": "portal/follow/mend.html",
            "sheet": sheet,
            "troubles": placed_in(sheet, wrong),
        }

    def said(self, typed: Typed) -> dict[str, Any]:
        """What changes: each field with what stood there before."""
        scene = self._view.scene
        typed_values = typed_over(self._view, typed).values
        values = settled(
            self._file.standard, typed_values, scene.setting, scene.circumstances.calendar
        )
        villages = scene.setting.villages
        before = dict(_lines(told_form(self._file.standard, self._file.values, villages, None)))
        after = dict(_lines(told_form(self._file.standard, values, villages, None)))
        return {"lines": list(_differing(before, after))}

    def stays(self, typed: Typed) -> bool:
        """Rows are added and struck out without anything being sent."""
        return bool(typed.one(ADD) or typed.one(STRIKE))


def _lines(sections: tuple[ToldSection, ...]) -> Iterator[tuple[str, str]]:
    for section in sections:
        for one in section.fields:
            yield f"{section.title}: {one.label}" if section.title else one.label, one.text


def _differing(before: dict[str, str], after: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """(label, what stands there now, what stood there), for what differs."""
    for label in {**before, **after}:
        was, now = before.get(label, ""), after.get(label, "")
        if was != now:
            yield label, now or _("dikosongkan"), was
