# SPDX-License-Identifier: EUPL-1.2
"""When the office is open: three layers, and other hours for a part of the year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.pages import deed, form_page
from pendopo.bureau.week_form import DAY_LABELS, WeekForm
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.changing import Told
from pendopo.cases.services.settings.hours import (
    TypedWeek,
    hours_now,
    keep_hours,
    wanted_hours,
    weeks_of,
    with_hours,
)
from pendopo.cases.services.settings.seasons import (
    TypedSeason,
    keep_season,
    key_of,
    remove_season,
    season_now,
    season_of,
)
from pendopo.domain.hours import RAMADAN_HOURS, Layer, Season, Span, WeekHours
from pendopo.domain.typed_hours import minutes_of
from pendopo.domain.wording import format_span
from pendopo.offices.hours import DAYS, read_seasons
from pendopo.offices.models import KnownYear, Office
from pendopo.screens.telling.promise_examples import promise_examples

LAYERS: Mapping[str, tuple[Layer, Promise, Promise]] = {
    "kerja": (
        Layer.OFFICE_HOURS,
        _("Jam kerja"),
        _("Menentukan hari kerja, dan menjadi batas bagi jam yang lain."),
    ),
    "loket": (
        Layer.COUNTER_HOURS,
        _("Jam loket"),
        _("Janji dalam menit dan jam dihitung pada jam ini. Ditampilkan kepada masyarakat."),
    ),
    "tanda-tangan": (
        Layer.SIGNING_HOURS,
        _("Jam tanda tangan"),
        _("Kapan pejabat penanda tangan biasanya di tempat."),
    ),
}
SAME, OWN = "same", "own"


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day with the hours of each layer, in their order."""

    label: Promise
    cells: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class SeasonLine:
    """A season in the list. `key` is empty for the nation's; `replaced` where an own one stands
    in its place.
    """

    season: Season
    layer: Promise
    key: str
    national_key: str = ""
    replaced: bool = False


class LayerForm(WeekForm):
    """A layer; those beside the office's may have no hours of their own."""

    own = forms.ChoiceField(
        label=_("Jam ini"),
        widget=forms.RadioSelect,
        choices=((SAME, _("Sama dengan jam kerja")), (OWN, _("Sendiri, seperti di bawah"))),
    )


class SeasonForm(WeekForm):
    """A season: name, days, the layer that it is for, and the week."""

    name = forms.CharField(
        label=_("Nama"), help_text=_("Misalnya Ramadan 1448 Hijriah."), max_length=80
    )
    from_date = forms.DateField(
        label=_("Hari pertama"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Tulis tanggal seperti 8-2-2027.")},
    )
    to_date = forms.DateField(
        label=_("Hari terakhir"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Tulis tanggal seperti 9-3-2027.")},
    )
    layer = forms.ChoiceField(
        label=_("Untuk"),
        help_text=_("Jam kerja yang lebih pendek ikut memendekkan jam loket dan tanda tangan."),
        choices=[(layer.value, label) for layer, label, _about in LAYERS.values()],
    )
    sizes = dict.fromkeys(("from_date", "to_date", "layer"), "short")


@bureau_page
@require_safe
def hours(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The week, the seasons, and what promises come to by them now."""
    weeks = weeks_of(desk.office)
    context = {
        "layers": [
            (slug, label, about, layer not in weeks)
            for slug, (layer, label, about) in LAYERS.items()
        ],
        "days": tuple(_day_lines(weeks)),
        "together": format_span(timedelta(minutes=minutes_of(weeks[Layer.OFFICE_HOURS].days))),
        "seasons": _season_lines(desk.office),
        "examples": promise_examples(desk.office),
    }
    return render(request, "bureau/hours.html", context)


def _day_lines(weeks: Mapping[Layer, WeekHours]) -> Iterator[DayLine]:
    office = weeks[Layer.OFFICE_HOURS]
    for n, day in enumerate(DAYS):
        cells = (weeks.get(layer, office).days[n] for layer, _l, _a in LAYERS.values())
        yield DayLine(DAY_LABELS[day], tuple(cells))


def _season_lines(office: Office) -> tuple[SeasonLine, ...]:
    """The office's own from today on, and the nation's; two queries at most."""
    own = [one for one in read_seasons(office.seasons) if one.to_date >= office.today]
    lines = [SeasonLine(one, _layer_label(one.layer), key_of(one)) for one in own]
    for one in _national():
        if one.to_date < office.today:
            continue
        met = any(o.layer is one.layer and _meet(o, one) for o in own)
        lines.append(SeasonLine(one, _layer_label(one.layer), "", key_of(one), replaced=met))
    return tuple(sorted(lines, key=lambda line: line.season.from_date))


def _national() -> list[Season]:
    return [one for year in KnownYear.objects.all() for one in read_seasons(year.seasons)]


def _meet(one: Season, other: Season) -> bool:
    return one.from_date <= other.to_date and other.from_date <= one.to_date


def _layer_label(layer: Layer) -> Promise:
    return next(label for known, label, _about in LAYERS.values() if known is layer)


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def layer(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """One layer, looked at with what promises would come to, and kept."""
    if slug not in LAYERS:
        raise Http404
    which, label, about = LAYERS[slug]
    weeks, row = weeks_of(desk.office), hours_now(desk.office, which)
    week = weeks.get(which, weeks[Layer.OFFICE_HOURS])
    own = OWN if which in weeks else SAME
    form = LayerForm(request.POST or None, week=week, row=row, initial={"own": own})
    if which is Layer.OFFICE_HOURS:
        del form.fields["own"]
    return form_page(
        request,
        desk,
        form,
        lambda said, seen: keep_hours(
            actor=desk.actor, layer=which, typed=_typed(form, said), seen=seen
        ),
        template="bureau/hours-layer.html",
        then=reverse("bureau-hours"),
        now=lambda: hours_now(_fresh(desk), which),
        context={"label": label, "about": about},
        look=lambda said: _look(desk, which, _typed(form, said)),
    )


def _typed(form: WeekForm, said: Mapping[str, Any]) -> TypedWeek:
    return TypedWeek(form.typed_days(said), as_office=said.get("own") == SAME)


def _look(desk: Desk, which: Layer, typed: TypedWeek) -> Mapping[str, Any] | NotRecorded:
    weeks = wanted_hours(desk.office, which, typed)
    if isinstance(weeks, NotRecorded):
        return weeks
    return {"examples": promise_examples(desk.office, with_hours(desk.office, weeks))}


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def season(request: HttpRequest, desk: Desk, key: str = "") -> HttpResponse:
    """A season of the office's own, or a new one: like Ramadan's, or like one of the nation's."""
    row = season_now(desk.office, key) if key else None
    if key and row is None:
        raise Http404
    model = _model(request, desk, key)
    week = model.hours if model else RAMADAN_HOURS
    form = SeasonForm(request.POST or None, week=week, row=row, initial=_initial(model, row))
    return form_page(
        request,
        desk,
        form,
        lambda said, seen: keep_season(
            actor=desk.actor, key=key or None, typed=_typed_season(form, said), seen=seen
        ),
        template="bureau/season.html",
        then=reverse("bureau-hours"),
        now=lambda: season_now(_fresh(desk), key) if key else None,
        context={"row": row, "key": key},
    )


def _model(request: HttpRequest, desk: Desk, key: str) -> Season | None:
    """What the form begins with."""
    if key:
        return season_of(read_seasons(desk.office.seasons), key)
    return season_of(_national(), request.GET.get("seperti", ""))


def _initial(model: Season | None, row: Told | None) -> dict[str, Any]:
    if row is not None or model is None:
        return {}
    return {
        "name": model.name,
        "from_date": model.from_date,
        "to_date": model.to_date,
        "layer": model.layer.value,
    }


def _typed_season(form: SeasonForm, said: Mapping[str, Any]) -> TypedSeason:
    return TypedSeason(
        said["name"],
        said["from_date"],
        said["to_date"],
        Layer(said["layer"]),
        form.typed_days(said),
    )


@bureau_page
@require_POST
def remove(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """The usual hours hold again."""
    return deed(
        request,
        desk,
        lambda: remove_season(actor=desk.actor, key=key),
        then=reverse("bureau-hours"),
    )


def _fresh(desk: Desk) -> Office:
    return Office.objects.get(code=desk.office.code)
