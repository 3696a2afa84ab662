# SPDX-License-Identifier: EUPL-1.2
"""What is said of a file beside its form when it is taken in, and the order that comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from django.utils.translation import gettext as _

from pendopo.domain import commands as cm
from pendopo.domain.case import Verdict
from pendopo.domain.chains import Link
from pendopo.domain.duty_fields import INTAKE_CHANNELS, RELATIONS, fields_of
from pendopo.domain.events import Json
from pendopo.screens import plain_words as words
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.controls import Choice, Control, Typed
from pendopo.screens.deeds.duty_controls import duty_control
from pendopo.screens.deeds.forms import HAPPENED, OUTCOME, UNTIL
from pendopo.screens.deeds.reading import Reading, read_steps
from pendopo.screens.intake.taking import Visit

ALONE = "sendiri"
SECRECY = ("anonymous", "confidential")


@dataclass(frozen=True, slots=True)
class Taking:
    """What is said of a file beside its form: which sheet, what must be heard, who brought it."""

    forms: tuple[Control, ...]
    reminders: Control | None
    channel: Control
    brought_by: Control
    bringer: Control
    secrecy: tuple[Control, ...]
    happened: Control


def taking_of(visit: Visit) -> Taking:
    """The controls of the filing itself."""
    first, typed = visit.standard.first, visit.typed
    prefix = f"{first.key}."
    made = {
        f.key: duty_control(f, visit.first, prefix, typed)
        for f in fields_of(first)
        if f.key in ("forms", "reminders")
    }
    return Taking(
        forms=_several(made["forms"]),
        reminders=made["reminders"],
        channel=_options(f"{prefix}channel", _("Datang lewat"), typed, "loket", _channels()),
        brought_by=_options(f"{prefix}brought_by", _("Yang membawa"), typed, ALONE, RELATIONS),
        bringer=_line(f"{prefix}bringer", _("Nama pembawa"), typed),
        secrecy=tuple(_secrecy(visit, prefix)),
        happened=_happened(typed),
    )


def _several(forms: Control | None) -> tuple[Control, ...]:
    """One choice for each paper that may leave in several forms."""
    if forms is None:
        return ()
    return forms.parts or (replace(forms, label=_("Bentuk surat")),)


def _happened(typed: Typed) -> Control:
    """When it was handed in, where it is written down later."""
    day, at = f"{HAPPENED}.date", f"{HAPPENED}.time"
    parts = (
        Control("date", day, _("Tanggal"), typed.one(day)),
        Control("time", at, _("Jam"), typed.one(at)),
    )
    help_ = _("Kosongkan bila baru saja. Tanpa tanggal: hari ini.")
    return Control("pair", HAPPENED, _("Diterima pukul"), "", help_, parts=parts)


def _channels() -> tuple[str, ...]:
    """The ways by which a file comes to the counter; the portal is nobody's hand."""
    return tuple(key for key in INTAKE_CHANNELS if key != "portal")


def _line(name: str, label: str, typed: Typed) -> Control:
    return Control("line", name, label, typed.one(name))


def _options(name: str, label: str, typed: Typed, first: str, keys: Iterable[str]) -> Control:
    chosen = typed.one(name, first) or first
    options = tuple(Choice(key, words.choice(key), key == chosen) for key in keys)
    return Control("choice", name, label, chosen, options=options)


def _secrecy(visit: Visit, prefix: str) -> Iterator[Control]:
    intake = visit.standard.intake
    labels = {"anonymous": _("Tanpa nama"), "confidential": _("Dirahasiakan")}
    for key, allowed in (("anonymous", intake.anonymous), ("confidential", intake.confidential)):
        if allowed:
            yield Control("tick", f"{prefix}{key}", labels[key], visit.typed.one(f"{prefix}{key}"))


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done: the data of the filing, the steps after it, and when it happened."""

    data: dict[str, Json]
    deeds: tuple[cm.Deed, ...]
    happened_at: datetime | None


def order_of(visit: Visit, outcome: str | None) -> Order | commands.Troubles:
    """What the page asks for. `outcome` None files only; any other passes the steps as well."""
    first, today = visit.standard.first, visit.world.today
    body = read_steps(_without(visit.typed, OUTCOME), Reading((Link(first),), today))
    sent = commands.read_sent(body, visit.world.office.zone)
    if isinstance(sent, tuple):
        return sent
    data = dict(_deeds_in(body)[0][1])
    data |= {key: True for key in SECRECY if visit.typed.one(f"{first.key}.{key}")}
    deeds = () if outcome is None else tuple(_deeds(visit, outcome))
    return Order(data, deeds, sent.happened_at)


def seen_through(visit: Visit) -> tuple[cm.Deed, ...]:
    """The steps of this hand for a file of which all that is asked for was seen."""
    if visit.form is None or not visit.form.onward:
        return ()
    rows = (row for part in visit.form.parts for row in part.checklist if not row.at_pickup)
    seen = {row.name: [Verdict.PRESENT.value] for row in rows}
    looked = replace(visit, typed=Typed({**visit.typed.sent, **seen}))
    return tuple(_deeds(looked, visit.form.onward[0].outcome))


def _deeds(visit: Visit, outcome: str) -> Iterator[cm.Deed]:
    if visit.form is None:
        return
    for link in visit.leading:
        yield cm.Deed(link.step.key)
    typed = Typed({**visit.typed.sent, OUTCOME: [outcome], UNTIL: [visit.form.until]})
    links = tuple(part.link for part in visit.form.parts)
    for step, data in _deeds_in(read_steps(typed, Reading(links, visit.world.today))):
        yield cm.Deed(step, data)


def _deeds_in(body: Mapping[str, Json]) -> list[tuple[str, dict[str, Json]]]:
    """The deeds of a body that `read_steps` made."""
    deeds = cast("list[dict[str, Json]]", body["deeds"])
    return [(str(one["step"]), cast("dict[str, Json]", one["data"])) for one in deeds]


def _without(typed: Typed, name: str) -> Typed:
    return Typed({key: values for key, values in typed.sent.items() if key != name})
