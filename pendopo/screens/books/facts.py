# SPDX-License-Identifier: EUPL-1.2
"""What the lines of a book need to know of their cases, for a whole month in a few queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from pendopo.cases import models
from pendopo.cases.services.writing import form_in
from pendopo.cases.streams import bodies, to_domain
from pendopo.domain import events as ev
from pendopo.domain.duty_fields import SELF
from pendopo.domain.events import VERB_EVENTS, Event, Json
from pendopo.domain.filled import as_number
from pendopo.domain.standard import Standard, Values
from pendopo.domain.vocabulary import Verb
from pendopo.standards import versions

NO_FORM: Values = MappingProxyType({})

SIGNED, REGISTERED, HANDED, DISPOSED, ASSESSED, ANSWERED, PAID, CONSULTED = (
    VERB_EVENTS[verb]
    for verb in (
        Verb.SIGN,
        Verb.REGISTER,
        Verb.HAND_OVER,
        Verb.DISPOSE,
        Verb.ASSESS,
        Verb.ANSWER,
        Verb.PAY,
        Verb.CONSULT,
    )
)
_OWN = "pemohon sendiri"
TELLING = (SIGNED, REGISTERED, HANDED, DISPOSED, ASSESSED, ANSWERED, PAID, CONSULTED, ev.TAKEN_BACK)


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened to one case, as its line tells it. Days are of the office's own zone."""

    signer: str = ""
    line: str = ""
    signed_on: date | None = None
    letter_date: date | None = None
    collector: str = ""
    collected_on: date | None = None
    charged: tuple[str, ...] = ()
    instruction: str = ""
    outcome: str = ""
    answered_on: date | None = None
    paid: Decimal | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class OfCase:
    """A case behind a line: its standard, its form, and what happened to it."""

    row: models.Case
    standard: Standard
    values: Values = field(default_factory=lambda: NO_FORM)
    facts: Facts = field(default_factory=Facts)
    erased: bool = False


def gathered(office: str, zone: str, cases: Iterable[models.Case]) -> dict[UUID, OfCase]:
    """All that the lines of these cases need: three queries, however many there are."""
    rows = {row.id: row for row in cases}
    if not rows:
        return {}
    standings = versions.several(office, (row.standard_id for row in rows.values()))
    events = _events(office, rows)
    told = [one.id for happened in events.values() for one in happened if one.private_digest]
    private = bodies(office, [*told, *(row.form_event_id for row in rows.values())])
    return {
        id_: OfCase(
            row,
            standings[row.standard_id].standard,
            form_in(private.get(row.form_event_id, {})),
            facts_of(events.get(str(id_), ()), private, zone),
            row.form_event_id not in private,
        )
        for id_, row in rows.items()
    }


def _events(office: str, cases: Iterable[UUID]) -> dict[str, list[models.Event]]:
    found = models.Event.objects.filter(
        office_id=office,
        stream="case",
        stream_key__in=[str(id_) for id_ in cases],
        name__in=TELLING,
    )
    by_case: dict[str, list[models.Event]] = {}
    for row in found.order_by("seq"):
        by_case.setdefault(row.stream_key, []).append(row)
    return by_case


def facts_of(
    rows: Sequence[models.Event], private: Mapping[object, Mapping[str, Json]], zone: str
) -> Facts:
    """What these events of one case tell, in their order; what was taken back is not told."""
    facts = Facts()
    for event in _standing(to_domain(row, private.get(row.id)) for row in rows):
        facts = _with(facts, event, zone)
    return facts


def _standing(events: Iterable[Event]) -> list[Event]:
    kept: list[Event] = []
    for event in events:
        if event.name != ev.TAKEN_BACK:
            kept.append(event)
        elif kept and kept[-1].data.get("step") == event.data.get("step"):
            kept.pop()
    return kept


def _with(facts: Facts, event: Event, zone: str) -> Facts:
    data, private, on = event.data, event.private, _day(event.happened_at, zone)
    if data.get("returns"):
        return facts
    if event.name == SIGNED:
        signer = cast("dict[str, str]", data.get("signer") or {})
        position, line = signer.get("position", ""), signer.get("line", "")
        return replace(facts, signer=position, line=line, signed_on=on)
    if event.name == HANDED:
        return replace(facts, collector=_collector(event), collected_on=on)
    if event.name == DISPOSED:
        roles = tuple(str(role) for role in cast("list[Json]", data.get("roles") or []))
        return replace(facts, charged=roles, instruction=_text(private, "instruction"))
    if event.name == PAID:
        return replace(facts, paid=as_number(private.get("amount")))
    words = {
        REGISTERED: {"letter_date": _date(data.get("letter_date")) or facts.letter_date},
        ASSESSED: {"outcome": str(data.get("outcome") or facts.outcome)},
        ANSWERED: {"answered_on": on},
        CONSULTED: {"result": _text(private, "result") or facts.result},
    }
    return replace(facts, **words.get(event.name, {}))  # type: ignore[arg-type]


def _collector(event: Event) -> str:
    """Who fetched it; whoever fetched her own may not have been named again."""
    own = _OWN if event.data.get("relation") == SELF else ""
    return _text(event.private, "collector") or own


def _day(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()


def _date(value: Json) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _text(private: Mapping[str, Json], key: str) -> str:
    value = private.get(key)
    return value if isinstance(value, str) else ""
