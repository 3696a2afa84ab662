# SPDX-License-Identifier: EUPL-1.2
"""Opening hours as rows keep them, and as the calendar wants them.

A week is {"senin": [["07:30", "12:00"], …], …}, closed days left out; hours are a week per
layer, {"office": …, "counter": …, "signing": …}; a season names its layer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pendopo.domain.hours import Layer, Season, Span, WeekHours

DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
LAYERS = {
    "office": Layer.OFFICE_HOURS,
    "counter": Layer.COUNTER_HOURS,
    "signing": Layer.SIGNING_HOURS,
}
_NAMES = {layer: name for name, layer in LAYERS.items()}


def kept_week(week: WeekHours) -> dict[str, Any]:
    """A week as a row keeps it."""
    return {
        name: [[f"{span.start:%H:%M}", f"{span.end:%H:%M}"] for span in spans]
        for name, spans in zip(DAYS, week.days, strict=True)
        if spans
    }


def read_week(kept: Mapping[str, Any]) -> WeekHours:
    """The week that a row keeps. Raises ValueError as WeekHours does."""
    return WeekHours(tuple(tuple(Span.of(*span) for span in kept.get(day, ())) for day in DAYS))


def kept_hours(weeks: Mapping[Layer, WeekHours]) -> dict[str, Any]:
    """The hours of each layer that has its own."""
    return {_NAMES[layer]: kept_week(week) for layer, week in weeks.items()}


def read_hours(kept: Mapping[str, Any]) -> dict[Layer, WeekHours]:
    """The hours of each layer that has its own."""
    return {LAYERS[name]: read_week(week) for name, week in kept.items()}


def kept_seasons(seasons: Iterable[Season]) -> list[dict[str, Any]]:
    """Seasons as a row keeps them."""
    return [
        {
            "name": season.name,
            "from": season.from_date.isoformat(),
            "to": season.to_date.isoformat(),
            "layer": _NAMES[season.layer],
            "hours": kept_week(season.hours),
        }
        for season in seasons
    ]


def read_seasons(kept: Iterable[Mapping[str, Any]]) -> tuple[Season, ...]:
    """The seasons that a row keeps."""
    return tuple(
        Season(
            one["name"],
            date.fromisoformat(one["from"]),
            date.fromisoformat(one["to"]),
            read_week(one["hours"]),
            LAYERS[one["layer"]],
        )
        for one in kept
    )
