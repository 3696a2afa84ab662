# SPDX-License-Identifier: EUPL-1.2
"""What this caller may do with this case now, told so that a program that knows no service can.

Each action has a JSON Schema of what may be sent, with examples that `decide` accepts in this
case at this moment: the first leads onward, and there is one for each other outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pendopo.domain.commands import Accepted, Command
from pendopo.domain.decide import decide
from pendopo.domain.duty_fields import DutyField, fields_of
from pendopo.domain.events import Json
from pendopo.domain.filled import is_given
from pendopo.domain.forms import check_form
from pendopo.domain.offers import Offer, offers
from pendopo.domain.standard import Field, Values
from pendopo.domain.vocabulary import FieldType, Otherwise
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.commands import ASIDE_FIELDS, OF_PAPER, WORDS_LENGTH
from pendopo.screens.deeds.examples import Example, proposals
from pendopo.screens.deeds.fields import duty_schema
from pendopo.screens.deeds.turns import Turn
from pendopo.screens.forms.schema import DIALECT, Schema, form_schema
from pendopo.screens.scenes import Scene

_HAPPENED_AT: Schema = {
    "type": "string",
    "format": "date-time",
    "title": "Kapan terjadi, bila dicatat kemudian",
}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that may be done. `path` is where to send it, below the case's own address."""

    name: str
    title: str
    path: str
    schema: Schema
    step: str | None = None
    by: str | None = None
    recorded_for: str | None = None


def actions(scene: Scene) -> tuple[Action, ...]:
    """All that may be done now, the next step first. Empty when the caller can only wait."""
    offered = offers(scene.standard, scene.case, scene.circumstances)
    return tuple(_action(scene, offer) for offer in offered)


def _action(scene: Scene, offer: Offer) -> Action:
    schema = _step_schema(scene, offer) if offer.step else _aside_schema(scene, offer)
    return Action(
        offer.name, offer.title, _path(offer), schema, offer.step, offer.by, offer.recorded_for
    )


def _path(offer: Offer) -> str:
    if offer.step:
        return f"steps/{offer.step}"
    if offer.paper:
        return f"papers/{offer.paper}/{OF_PAPER[offer.name]}"
    return f"actions/{offer.name}"


def _step_schema(scene: Scene, offer: Offer) -> Schema:
    step = scene.standard.step(offer.step or "")
    turn = Turn(scene, step, offer.recorded_for)
    fields = fields_of(step)
    properties = {f.key: duty_schema(f, turn) for f in fields}
    schema = _object(scene, properties, (f.key for f in fields if _is_owed(f, turn)))
    schema["properties"]["happened_at"] = _HAPPENED_AT
    schema["x-verb"] = step.do.value
    schema["x-reminders"] = [
        {"key": r.key, "otherwise": r.otherwise.value, "say": r.say} for r in turn.reminders
    ]
    schema["examples"] = list(_accepted_deeds(scene, offer, proposals(turn)))
    return schema


def _is_owed(f: DutyField, turn: Turn) -> bool:
    """Whether nothing will be accepted without it here."""
    match f.key:
        case "reminders":
            return any(r.otherwise is Otherwise.REASON for r in turn.reminders)
        case "external":
            return bool(turn.external_books)
        case "signed_by":
            return turn.names_signer and len(turn.signers) > 1 and not turn.step.outcomes
        case "reference":
            return f.required or (turn.step.reference_required and not turn.step.outcomes)
        case _:
            return f.required


def _object(scene: Scene, properties: dict[str, Schema | None], required: Iterable[str]) -> Schema:
    version: Schema = {
        "type": "integer",
        "title": "Versi berkas yang dilihat; bila sudah berubah, tindakan ini ditolak",
        "default": scene.case.version,
    }
    known = {key: schema for key, schema in properties.items() if schema is not None}
    wanted = list(required)
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": {"version": version, **known},
        "additionalProperties": False,
    } | ({"required": wanted} if wanted else {})


def _accepted_deeds(scene: Scene, offer: Offer, proposed: Iterable[Example]) -> Iterator[Example]:
    """The first accepted proposal for each outcome and role."""
    seen: set[str] = set()
    for body in proposed:
        key = f"{body.get('outcome')} {body.get('facts')} {body.get('role')} {body.get('roles')}"
        if key not in seen and _accepts(scene, offer, body):
            seen.add(key)
            yield {"version": scene.case.version, **body}


def _accepts(scene: Scene, offer: Offer, body: Example) -> bool:
    command = _command(scene, offer, body)
    if command is None:
        return False
    decision = decide(scene.standard, scene.case, command, scene.circumstances)
    return isinstance(decision, Accepted)


def _command(scene: Scene, offer: Offer, body: Example) -> Command | None:
    sent = commands.read_sent(body, scene.circumstances.calendar.zone)
    if isinstance(sent, tuple):
        return None
    if offer.step:
        return commands.one_deed(offer.step, sent)
    command = commands.aside(offer.name, sent, offer.paper or "")
    return None if isinstance(command, tuple) else command


def _aside_schema(scene: Scene, offer: Offer) -> Schema:
    fields = ASIDE_FIELDS[offer.name]
    properties = {f.key: _aside_property(scene, f) for f in fields}
    schema = _object(scene, properties, (f.key for f in fields if f.required))
    proposed = _aside_proposals(scene, offer)
    good = [body for body in proposed if _accepts_aside(scene, offer, body)]
    schema["examples"] = [{"version": scene.case.version, **body} for body in good]
    return schema


def _aside_property(scene: Scene, f: DutyField) -> Schema | None:
    if f.type == "values":
        form = form_schema(scene.standard, scene.setting.villages, partial=True)
        return {**form, "title": f.says}
    if f.type == "choice":
        return {"type": "string", "title": f.says, "enum": list(f.options)}
    return {"type": "string", "title": f.says, "maxLength": WORDS_LENGTH}


def _aside_proposals(scene: Scene, offer: Offer) -> Iterator[Example]:
    body: Example = {
        f.key: f.options[0] if f.options else "Contoh alasan."
        for f in ASIDE_FIELDS[offer.name]
        if f.type in ("text", "choice") and f.required
    }
    if offer.name not in ("amend", "correct"):
        yield body
        return
    for f in scene.standard.fields:
        if _mendable(f):
            value = scene.circumstances.values.get(f.key)
            mended = f"{value} (dibetulkan)" if is_given(value) else "Contoh"
            yield {**body, "values": {f.key: mended}}
            return


def _mendable(f: Field) -> bool:
    words = f.type in (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.NAME)
    plain = f.group is None and f.derive is None and not f.when.all
    return words and plain and not f.readers


def _accepts_aside(scene: Scene, offer: Offer, body: Example) -> bool:
    """As the service does: what is typed is laid over the form and checked whole."""
    typed = body.get("values")
    if not isinstance(typed, dict):
        return _accepts(scene, offer, body)
    merged: Values = {**scene.circumstances.values, **typed}
    checked = check_form(scene.standard, merged, scene.setting)
    whole: dict[str, Json] = dict(checked.values)  # type: ignore[arg-type]
    return not checked.troubles and _accepts(scene, offer, {**body, "values": whole})
