# SPDX-License-Identifier: EUPL-1.2
"""The life of a case, as one pure function. Nothing else may change a case.

`decide(standard, case, command, circumstances)` answers with the events that happen and the
state they lead to, or with the reasons why nothing does.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never, cast

from pendopo.domain import asides
from pendopo.domain import commands as cm
from pendopo.domain import events as ev
from pendopo.domain.asides import accept, refuse
from pendopo.domain.book_lines import voided
from pendopo.domain.case import Case, apply, papers_of
from pendopo.domain.circumstances import ActorKind, Circumstances
from pendopo.domain.commands import Accepted, Command, Decision, Refused
from pendopo.domain.doing import Doing, Done
from pendopo.domain.duties import do
from pendopo.domain.events import Event, Json, PaperMove, Stage
from pendopo.domain.mending import unjudged_after
from pendopo.domain.permits import Permit, acting_role, may_pass
from pendopo.domain.procedure import asks_for
from pendopo.domain.reminders import Heard, reminders
from pendopo.domain.standard import Standard, Step, Values
from pendopo.domain.vocabulary import End, Verb

CLOCK_TOLERANCE = timedelta(minutes=2)
"""How far a stated time may run ahead of ours, for watches that do."""


def decide(
    standard: Standard, case: Case, command: Command, circumstances: Circumstances
) -> Decision:
    """What a command does to a case: `Accepted` with its events, or `Refused` with reasons."""
    decision = _decided(standard, case, command, circumstances)
    if isinstance(decision, Accepted):
        for event in decision.events:
            ev.declared(event)
    return decision


def _decided(
    standard: Standard, case: Case, command: Command, circumstances: Circumstances
) -> Decision:
    match command:
        case cm.File():
            return _file(standard, case, command, circumstances)
        case cm.Act():
            return _act(standard, case, command, circumstances)
        case cm.TakeBack():
            return asides.take_back(standard, case, command, circumstances)
        case cm.AddRequirement():
            return asides.add_requirement(standard, case, command, circumstances)
        case cm.Amend():
            return asides.amend(standard, case, command, circumstances)
        case cm.Withdraw():
            return asides.withdraw(standard, case, command, circumstances)
        case cm.CloseAbandoned():
            return asides.close_abandoned(standard, case, command, circumstances)
        case cm.Correct():
            return asides.correct(standard, case, command, circumstances)
        case cm.Approve():
            return asides.approve(standard, case, command, circumstances)
        case cm.Reserve():
            return asides.reserve(standard, case, command, circumstances)
        case cm.Reword():
            return asides.reword(standard, case, command, circumstances)
        case cm.Tell():
            return asides.tell(standard, case, command, circumstances)
        case _:
            assert_never(command)


def _file(
    standard: Standard, case: Case, command: cm.File, circumstances: Circumstances
) -> Decision:
    if case.version:
        return refuse("already-filed", "Permohonan ini sudah diajukan.")
    stated = _stated(case, command.happened_at, circumstances)
    if isinstance(stated, Refused):
        return stated
    at_first = replace(case, step=standard.first.key)
    deed = cm.Deed(standard.first.key, {**command.data, "values": _json(command.values)})
    event = _passing(standard, at_first, deed, circumstances, stated)
    if isinstance(event, Refused):
        return event
    by_herself = circumstances.actor.kind is ActorKind.APPLICANT
    channel = event.data.get("channel") or ("portal" if by_herself else "loket")
    return accept(
        standard, case, replace(event, name=ev.FILED, data={**event.data, "channel": channel})
    )


def _json(values: Values) -> dict[str, Json]:
    return cast("dict[str, Json]", dict(values))


def _act(standard: Standard, case: Case, command: cm.Act, circumstances: Circumstances) -> Decision:
    if not command.deeds:
        return refuse("nothing-to-do", "Sebutkan langkah yang dikerjakan.")
    stated = _stated(case, command.happened_at, circumstances)
    if isinstance(stated, Refused):
        return stated
    events: list[Event] = []
    now = case
    for deed in command.deeds:
        event = _passing(standard, now, deed, circumstances, stated)
        if isinstance(event, Refused):
            return event
        events.append(event)
        now = apply(standard, now, event)
        circumstances = replace(circumstances, values=_form_after(event, circumstances))
    return Accepted(tuple(events), now)


def _form_after(event: Event, circumstances: Circumstances) -> Values:
    """The form that the next deed of the same hand sees."""
    values = event.private.get("values")
    return values if isinstance(values, dict) else circumstances.values


def _stated(
    case: Case, happened_at: datetime | None, circumstances: Circumstances
) -> datetime | Refused:
    """When it happened: now, or earlier for a late entry, never before the step before it."""
    at = happened_at or circumstances.now
    if at > circumstances.now + CLOCK_TOLERANCE:
        text = "Waktu kejadian ada di masa depan; periksa tanggal dan jamnya."
        return refuse("in-the-future", text, "happened_at")
    if happened_at and case.last_at and happened_at < case.last_at:
        text = "Waktu kejadian mendahului langkah sebelumnya; periksa tanggal dan jamnya."
        return refuse("before-the-last", text, "happened_at")
    return max(at, case.last_at) if case.last_at else at


def _passing(
    standard: Standard, case: Case, deed: cm.Deed, circumstances: Circumstances, at: datetime
) -> Event | Refused:
    """The event of passing one step, or why it cannot be passed."""
    if case.ended:
        return refuse("ended", f"Berkas ini sudah berakhir: {case.end}.")
    if case.step is None:
        return refuse("not-filed", "Permohonan ini belum diajukan.")
    if deed.step != case.step:
        text = f"Berkas ini berada di langkah «{case.step}», bukan «{deed.step}»."
        return refuse("not-here", text, "step")
    step = standard.step(deed.step)
    permit = may_pass(step, case, circumstances, _signed_by(deed))
    if permit is None:
        role = acting_role(step, case)
        text = f"Langkah «{step.key}» dikerjakan oleh {role}; akun ini tidak memegang peran itu."
        return refuse("not-yours", text, "role")
    doing = Doing(standard, case, step, deed.data, circumstances, permit.recorded_for)
    done = do(doing)
    if done.refused:
        return Refused(done.refused)
    return _reminded(doing, done, permit, at)


def _signed_by(deed: cm.Deed) -> str:
    named = deed.data.get("signed_by")
    return named.strip() if isinstance(named, str) else ""


def _reminded(doing: Doing, done: Done, permit: Permit, at: datetime) -> Event | Refused:
    heard = _heard(doing, done, at)
    if heard.refused:
        return Refused(heard.refused)
    data: dict[str, Json] = {**done.data}
    private: dict[str, Json] = {**done.private}
    if heard.keys:
        data["reminders"] = list(heard.keys)
    if heard.reasons:
        private["note"] = "; ".join(filter(None, [str(private.get("note") or ""), *heard.reasons]))
    return _event(doing, replace(done, data=data, private=private), permit, at)


def _heard(doing: Doing, done: Done, at: datetime) -> Heard:
    """The reminders of going on; a file that goes back or away has nothing to be held up for."""
    if doing.returns(done.outcome) or doing.turns_away(done.outcome):
        return Heard()
    values = doing.data.get("values")
    seen = doing.circumstances
    if doing.step.do is Verb.SUBMIT and isinstance(values, dict):
        seen = replace(seen, values=values)
    return reminders(doing.standard, doing.step, seen, doing.data, at)


def _event(doing: Doing, done: Done, permit: Permit, at: datetime) -> Event:
    standard, case, step = doing.standard, doing.case, doing.step
    to = step.target(done.outcome)
    returns = doing.returns(done.outcome)
    data: dict[str, Json] = {**done.data, "to": to, "returns": returns}
    private: dict[str, Json] = {**done.private}
    if step.do is Verb.SUBMIT:
        data, private = _submitted(doing, data, private)
    if permit.recorded_for:
        data["recorded_for"] = permit.recorded_for
    event = Event(
        ev.VERB_EVENTS[step.do],
        at,
        doing.circumstances.actor.key,
        data,
        private,
        done.entries,
        _moves(standard, case, step, to, returns),
        late=doing.circumstances.now - at > doing.circumstances.policy.late_after,
    )
    if to not in set(End):
        return event
    after = apply(standard, case, event)
    lines = {entry.line: entry for entry in (*event.entries, *voided(standard, after, to))}
    return event.filled(tuple(lines.values()))


def _submitted(
    doing: Doing, data: dict[str, Json], private: dict[str, Json]
) -> tuple[dict[str, Json], dict[str, Json]]:
    """A form that is handed in, at first or mended, says what is asked for from now on."""
    values = doing.data.get("values")
    if isinstance(values, dict):
        private["values"] = values
        data["asks"] = [ask.key for ask in asks_for(doing.standard, values)]
        forgotten = unjudged_after(doing.standard, doing.circumstances.values, values)
        if forgotten and doing.case.version:
            data["unjudged"] = list(forgotten)
    return data, private


def _moves(
    standard: Standard, case: Case, step: Step, to: str, returns: bool
) -> tuple[PaperMove, ...]:
    """The stages that papers reach: drafted, clean for the signature, issued at the end."""
    if returns:
        return ()
    drafted = papers_of(standard, step) if step.do is Verb.DRAFT else ()
    signed = tuple(p.key for p in case.papers if p.signed)
    if step.do is Verb.SIGN:
        signed += papers_of(standard, step)
    clean = tuple(key for key in _to_be_signed(standard, to) if key not in signed)
    issued = signed if to in set(End) else ()
    return (
        *_staged(case, drafted, Stage.KONSEP),
        *_staged(case, clean, Stage.NASKAH),
        *_staged(case, tuple(dict.fromkeys(issued)), Stage.TERBITAN),
    )


def _to_be_signed(standard: Standard, to: str) -> tuple[str, ...]:
    step = None if to in set(End) else standard.step(to)
    return papers_of(standard, step) if step and step.do is Verb.SIGN else ()


def _staged(case: Case, keys: tuple[str, ...], stage: Stage) -> tuple[PaperMove, ...]:
    """Only sheets that the office writes have stages; a countersigned one is the village's."""
    return tuple(PaperMove(key, stage) for key in keys if case.paper(key).form.written_here)
