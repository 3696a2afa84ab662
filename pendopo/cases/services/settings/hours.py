# SPDX-License-Identifier: EUPL-1.2
"""The office's week in three layers: jam kerja, jam loket and the signatory's hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Json
from pendopo.domain.forms import Trouble
from pendopo.domain.hours import Layer, Span, WeekHours
from pendopo.domain.typed_hours import IllDay, TypedDay, outside, read_day, said_day
from pendopo.offices.hours import DAYS, LAYERS, kept_hours, read_hours
from pendopo.offices.models import Office

WHAT = "hours"
NAMES = {layer: name for name, layer in LAYERS.items()}
Weeks = Mapping[Layer, WeekHours]
NEVER_OPEN = Reason("never-open", "Isi paling sedikit satu hari.")


@dataclass(frozen=True, slots=True)
class TypedWeek:
    """Seven typed days, Monday first. `as_office`: the layer has no hours of its own."""

    days: Sequence[TypedDay]
    as_office: bool = False


def weeks_of(office: Office) -> dict[Layer, WeekHours]:
    """The hours of each layer that has its own. No query."""
    return read_hours(office.hours)


def hours_now(office: Office, layer: Layer) -> Told:
    """A layer as people read it. No query."""
    week = weeks_of(office).get(layer)
    told: dict[str, Json] = {"layer": layer.value, "as_office": week is None}
    return told | {
        day: said_day(spans) for day, spans in zip(DAYS, week.days if week else (), strict=False)
    }


def read_week(typed: Sequence[TypedDay]) -> WeekHours | NotRecorded:
    """What was typed; troubles name `<day>-<part>`: senin-open, jumat-rest0."""
    troubles, days = [], []
    for name, one in zip(DAYS, typed, strict=True):
        spans = read_day(one)
        if isinstance(spans, IllDay):
            troubles.append(Trouble(f"{name}-{spans.part}", spans.text))
        else:
            days.append(spans)
    if troubles:
        return NotRecorded(troubles=tuple(troubles))
    return WeekHours(tuple(days)) if any(days) else NotRecorded((NEVER_OPEN,))


def wanted_hours(office: Office, layer: Layer, typed: TypedWeek) -> Weeks | NotRecorded:
    """All layers of the office with this one as it was typed; nothing is kept."""
    weeks = weeks_of(office)
    if typed.as_office:
        return {one: week for one, week in weeks.items() if one is not layer}
    week = read_week(typed.days)
    if isinstance(week, NotRecorded):
        return week
    weeks[layer] = week
    troubles = tuple(_outside(weeks, layer))
    return NotRecorded(troubles=troubles) if troubles else weeks


def with_hours(office: Office, weeks: Weeks) -> Office:
    """The office as it would be, for a look; not to be saved."""
    looked_at = copy(office)
    looked_at.hours = kept_hours(weeks)
    return looked_at


def keep_hours(
    *, actor: Actor, layer: Layer, typed: TypedWeek, seen: str | None = None
) -> SettingAnswer:
    """Keep one layer; running files are reckoned by it at once.

    Raises ValueError for office hours that are to be as the office's.
    """
    if layer is Layer.OFFICE_HOURS and typed.as_office:
        raise ValueError("office hours are what other layers are like")

    def work(office: Office) -> Change | NotRecorded:
        before = hours_now(office, layer)
        if refused := meanwhile(seen, before):
            return refused
        weeks = wanted_hours(office, layer, typed)
        if isinstance(weeks, NotRecorded):
            return weeks
        office.hours = kept_hours(weeks)
        office.save(update_fields=["hours"])
        return Change(WHAT, NAMES[layer], before, hours_now(office, layer), moves_clock=True)

    return settle(actor, work)


def _outside(weeks: Weeks, changed: Layer) -> Iterator[Trouble]:
    """Days on which a counter or a signatory would be there when the office is not."""
    for n, day in enumerate(DAYS):
        office = weeks[Layer.OFFICE_HOURS].days[n]
        for layer in (Layer.COUNTER_HOURS, Layer.SIGNING_HOURS):
            own = weeks[layer].days[n] if layer in weeks else ()
            if changed not in (layer, Layer.OFFICE_HOURS) or not outside(own, office):
                continue
            yield Trouble(f"{day}-open", _why(layer, own, office, changed))


def _why(layer: Layer, own: tuple[Span, ...], office: tuple[Span, ...], changed: Layer) -> str:
    if changed is not layer:
        return f"{layer.capitalize()} hari ini {said_day(own)}; ubah jam itu dahulu."
    if not office:
        return "Kantor tutup pada hari ini; kosongkan, atau ubah jam kerja dahulu."
    return f"Jam kerja hari ini {office[0].start:%H.%M}–{office[-1].end:%H.%M}; sesuaikan."
