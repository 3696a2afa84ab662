# SPDX-License-Identifier: EUPL-1.2
"""Other hours for a part of the year, such as Ramadan; they stand in place of the nation's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.cases.services.settings.hours import NAMES, read_week
from pendopo.domain.circumstances import Actor
from pendopo.domain.events import Json
from pendopo.domain.forms import Trouble
from pendopo.domain.hours import Layer, Season, WeekHours
from pendopo.domain.typed_hours import TypedDay, said_day
from pendopo.domain.wording import format_date
from pendopo.offices.hours import DAYS, kept_seasons, read_seasons
from pendopo.offices.models import Office

WHAT = "season"
LONGEST_DAYS = 200


@dataclass(frozen=True, slots=True)
class TypedSeason:
    """A season as it was typed; dates are both included."""

    name: str
    from_date: date
    to_date: date
    layer: Layer
    days: Sequence[TypedDay]


def key_of(season: Season) -> str:
    """How a season is called in addresses: `office-2027-02-08`. No two have the same."""
    return f"{NAMES[season.layer]}-{season.from_date.isoformat()}"


def season_of(seasons: Iterable[Season], key: str) -> Season | None:
    """The one that is called so."""
    return next((one for one in seasons if key_of(one) == key), None)


def season_now(office: Office, key: str) -> Told | None:
    """How a season of the office's own stands; None where there is none. No query."""
    found = season_of(read_seasons(office.seasons), key)
    return _told(found) if found else None


def keep_season(
    *, actor: Actor, key: str | None, typed: TypedSeason, seen: str | None = None
) -> SettingAnswer:
    """Add a season (`key` None) or change one; running files are reckoned by it at once."""

    def work(office: Office) -> Change | NotRecorded | NotFound:
        own = read_seasons(office.seasons)
        standing = season_of(own, key) if key else None
        if key and standing is None:
            return NotFound()
        before = _told(standing) if standing else None
        if refused := meanwhile(seen, before):
            return refused
        others = tuple(one for one in own if one is not standing)
        wanted = _read(typed, others)
        if isinstance(wanted, NotRecorded):
            return wanted
        _keep(office, (*others, wanted))
        return Change(WHAT, key_of(wanted), before, _told(wanted), moves_clock=True)

    return settle(actor, work)


def remove_season(*, actor: Actor, key: str) -> SettingAnswer:
    """The usual hours hold again, or the nation's season does."""

    def work(office: Office) -> Change | NotFound:
        own = read_seasons(office.seasons)
        standing = season_of(own, key)
        if standing is None:
            return NotFound()
        _keep(office, (one for one in own if one is not standing))
        return Change(WHAT, key, _told(standing), None, moves_clock=True)

    return settle(actor, work)


def _keep(office: Office, seasons: Iterable[Season]) -> None:
    office.seasons = kept_seasons(sorted(seasons, key=lambda one: (one.from_date, one.layer)))
    office.save(update_fields=["seasons"])


def _read(typed: TypedSeason, others: Iterable[Season]) -> Season | NotRecorded:
    week = read_week(typed.days)
    if troubles := (*_troubles(typed, others), *_of_week(week)):
        return NotRecorded(troubles=troubles)
    if isinstance(week, NotRecorded):
        return week
    name = " ".join(typed.name.split())
    return Season(name, typed.from_date, typed.to_date, week, typed.layer)


def _of_week(week: WeekHours | NotRecorded) -> tuple[Trouble, ...]:
    return week.troubles if isinstance(week, NotRecorded) else ()


def _troubles(typed: TypedSeason, others: Iterable[Season]) -> Iterable[Trouble]:
    if not typed.name.strip():
        yield Trouble("name", "Tulis namanya, misalnya Ramadan 1448 Hijriah.")
    length = (typed.to_date - typed.from_date).days
    if length < 0:
        yield Trouble("to_date", f"Harus pada atau sesudah {format_date(typed.from_date)}.")
    elif length > LONGEST_DAYS:
        text = "Masa ini terlalu panjang; untuk seterusnya, ubah jam sepekannya."
        yield Trouble("to_date", text)
    for one in others:
        if one.layer is typed.layer and _meet(typed, one):
            days = f"{format_date(one.from_date)} – {format_date(one.to_date)}"
            yield Trouble("from_date", f"Bertindih dengan {one.name} ({days}).")


def _meet(typed: TypedSeason, one: Season) -> bool:
    return typed.from_date <= one.to_date and one.from_date <= typed.to_date


def _told(season: Season) -> Told:
    told: dict[str, Json] = {
        "name": season.name,
        "from_date": season.from_date.isoformat(),
        "to_date": season.to_date.isoformat(),
        "layer": season.layer.value,
    }
    days = zip(DAYS, season.hours.days, strict=True)
    return told | {day: said_day(spans) for day, spans in days}
