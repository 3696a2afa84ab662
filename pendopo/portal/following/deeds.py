# SPDX-License-Identifier: EUPL-1.2
"""The steps that are hers to pass, and what may be done beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pendopo.cases.queries import CaseFile
from pendopo.domain.commands import Command
from pendopo.domain.duty_fields import INTAKE_CHANNELS
from pendopo.domain.events import AMENDED, Json
from pendopo.domain.typed import parse_rupiah
from pendopo.domain.vocabulary import Verb
from pendopo.domain.wording import rupiah
from pendopo.portal.following.acting import Wrong, carried
from pendopo.portal.following.case_page import deeds_of
from pendopo.portal.following.mending import MendPlan
from pendopo.portal.following.passes import Follower, followed
from pendopo.screens.case_view import CaseView, view_of
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.asides import AsideForm, aside_forms, read_aside, with_aside_troubles
from pendopo.screens.deeds.commands import ASIDE_FIELDS
from pendopo.screens.deeds.controls import Control, Typed
from pendopo.screens.deeds.forms import UNTIL, StepForm, step_form
from pendopo.screens.deeds.reading import Reading, read_steps
from pendopo.screens.deeds.troubles import Placed, placed, with_troubles
from pendopo.screens.telling.standing import lacks

PORTAL = INTAKE_CHANNELS[1]


@followed
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, follower: Follower, step: str) -> HttpResponse:
    """Pass the step at which the case stands, where that is the applicant's."""
    file = follower.file
    here = file.case.step == step and bool(file.chain)
    return carried(request, follower, StepPlan(file) if here else None)


@followed
@require_http_methods(["GET", "HEAD", "POST"])
def aside(request: HttpRequest, follower: Follower, name: str) -> HttpResponse:
    """Something beside the steps that the engine offers her now."""
    file = follower.file
    offered = any(one.name == name and one.step is None for one in file.offers)
    if not offered:
        return carried(request, follower, None)
    mends = any(f.type == "values" for f in ASIDE_FIELDS[name])
    return carried(request, follower, MendPlan(file, name) if mends else AsidePlan(file, name))


class StepPlan:
    """Passing one step; one at a time, however many she could pass in one go."""

    ends = False

    def __init__(self, file: CaseFile) -> None:
        self._file, self._view = file, view_of(file)
        self._step = file.standard.step(file.case.step or "")
        deed = next(one for one in deeds_of(file) if one.main)
        self.title, self.help = deed.title, deed.help
        self.done = _("Terkirim. Kantor melanjutkan berkas Anda.")
        self.send = _("Kirim sekarang")
        self.at_once = not self._controls(self._made(None)) and len(self._made(None).ways) == 1

    def command(self, typed: Typed) -> Command | Wrong:
        """The deed of this step; what is handed in comes by the portal."""
        first = Typed({**typed.sent, UNTIL: [self._step.key]})
        body = read_steps(first, Reading(self._file.chain, self._file.world.today))
        if self._step.do is Verb.SUBMIT:
            deed = cast("list[dict[str, dict[str, Json]]]", body["deeds"])[0]
            deed["data"]["channel"] = PORTAL
        sent = commands.read_sent(body, self._file.world.office.zone)
        return sent if isinstance(sent, tuple) else commands.several_deeds(sent)

    def form(self, typed: Typed | None, wrong: Wrong) -> dict[str, Any]:
        """Its controls, and a button for each way out of it."""
        made = self._made(typed)
        troubles = placed(made, wrong, self._view.scene)
        made = with_troubles(made, troubles)
        return {
            "template": "portal/follow/deed.html",
            "troubles": troubles,
            "controls": self._controls(made),
            "ways": made.ways,
            "blocked": made.blocked,
        }

    def said(self, typed: Typed) -> dict[str, Any]:
        """What is sent, and what has been mended since it came back."""
        made = self._made(typed)
        lines = [(one.label, _said(one), "") for one in self._controls(made) if one.said]
        way = next((one for one in made.ways if one.outcome == made.opened), None)
        if way and len(made.ways) > 1:
            lines.append((_("Pilihan"), way.label, ""))
        if way and way.reasons and way.reasons.value:
            lines.append((way.reasons.label, way.reasons.value, ""))
        mended = tuple(_mended(self._view)) if self._step.do is Verb.SUBMIT else ()
        open_ = tuple(_still_open(self._view)) if self._step.do is Verb.SUBMIT else ()
        return {"lines": lines, "mended": mended, "still_open": open_, "blocked": made.blocked}

    def stays(self, typed: Typed) -> bool:
        """No button only changes this form."""
        return False

    def _made(self, typed: Typed | None) -> StepForm:
        made = step_form(self._view.scene, typed)
        assert made is not None, "the step is hers"
        return made

    def _controls(self, made: StepForm) -> tuple[Control, ...]:
        """All that she may say here; through which door it comes is known."""
        channel = f"{self._step.key}.channel"
        return tuple(one for one in made.here.controls if one.name != channel)


class AsidePlan:
    """Something beside the steps that asks for a few words at most."""

    at_once = False

    def __init__(self, file: CaseFile, name: str) -> None:
        self._file, self._name, self._view = file, name, view_of(file)
        deed = next(one for one in deeds_of(file) if one.name == name)
        self.title, self.help, self.ends = deed.title, deed.help, deed.ends
        self.done = _("Tercatat: %(what)s.") % {"what": deed.title.lower()}
        self.send = _("Ya, %(what)s") % {"what": deed.title.lower()}

    def command(self, typed: Typed) -> Command | Wrong:
        """The command with what was said."""
        sent = commands.read_sent(read_aside(self._name, typed), self._file.world.office.zone)
        return sent if isinstance(sent, tuple) else commands.aside(self._name, sent)

    def form(self, typed: Typed | None, wrong: Wrong) -> dict[str, Any]:
        """Its controls."""
        troubles = tuple(Placed(f"{self._name}.{one.where}" if one.where else "", one.text)
                         for one in wrong)  # fmt: skip
        made = with_aside_troubles(self._made(typed), troubles)
        return {
            "template": "portal/follow/deed.html",
            "troubles": troubles,
            "controls": made.controls,
        }

    def said(self, typed: Typed) -> dict[str, Any]:
        """What was said with it."""
        made = self._made(typed)
        return {"lines": [(one.label, one.value, "") for one in made.controls if one.value]}

    def stays(self, typed: Typed) -> bool:
        """No button only changes this form."""
        return False

    def _made(self, typed: Typed | None) -> AsideForm:
        forms = aside_forms(self._view.scene, typed, self._name)
        return next(one for one in forms if one.name == self._name)


def _said(control: Control) -> str:
    """What stands in a control, as one reads it; an amount as money."""
    amount = parse_rupiah(control.value) if control.kind == "money" else None
    if isinstance(amount, int):
        return rupiah(Decimal(amount))
    return ", ".join(control.said)


def _mended(view: CaseView) -> Iterator[str]:
    """What she has mended since the file came back: photos sent, fields changed."""
    since = _returned_at(view)
    labels, told = view.scene.ask_labels(), set()
    for one in view.file.uploads:
        label = labels.get(one.ask) or _("Berkas tambahan")
        if since and one.created_at >= since and label not in told:
            told.add(label)
            yield _("Foto baru: %(what)s") % {"what": label}
    fields = {f.key: f.label for f in view.file.standard.fields if f.group is None}
    fields |= {group.key: group.label for group in view.file.standard.groups}
    for past in view.past:
        changed = past.event.data.get("changed")
        mended = past.event.name == AMENDED and isinstance(changed, list)
        if mended and since and past.event.happened_at >= since:
            for key in cast("list[str]", changed):
                label = fields.get(key, "")
                if label and label not in told:
                    told.add(label)
                    yield _("Isian: %(what)s") % {"what": label}


def _still_open(view: CaseView) -> Iterator[str]:
    """What lacks and of which no new photo has come: the original may be brought as well."""
    since = _returned_at(view)
    came = {one.ask for one in view.file.uploads if since and one.created_at >= since}
    return (one.label for one in lacks(view.scene, view.past) if one.ask not in came)


def _returned_at(view: CaseView) -> datetime | None:
    trail = view.scene.case.trail
    return trail[-1].at if trail and trail[-1].returns else None
