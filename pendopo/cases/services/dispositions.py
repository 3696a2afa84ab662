# SPDX-License-Identifier: EUPL-1.2
"""Disposisi: a letter that came in is put into somebody's hands, noted there, and done.

It hangs on the letter's line in the agenda, whether the letter belongs to a case or to none. A
case whose standard disposes at this moment is carried on by the same deed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db import transaction

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.bookshelf import OpenBook, locked_year, open_book, tell
from pendopo.cases.private import SEALED
from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.domain.books import RowStatus
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Act, Deed, Reason
from pendopo.domain.events import Json
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Step
from pendopo.domain.typed import LONG_TEXT_LENGTH
from pendopo.domain.vocabulary import Verb
from pendopo.offices.models import Position
from pendopo.standards import versions


@dataclass(frozen=True, slots=True)
class Charge:
    """What a superior writes on a letter: to which positions, what is wished, in which words.

    `given_by` is whose words they are; empty for the actor's own. `outcome` is that of the step
    that the letter's case stands at, where it has several.
    """

    line: UUID
    to: tuple[str, ...]
    wishes: tuple[str, ...] = ()
    instruction: str = ""
    given_by: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in an agenda, with the lock of its book held."""

    shelf: OpenBook
    row: models.BookRow


Given = tuple[models.Disposition, ...]


@transaction.atomic
def dispose(*, charge: Charge, actor: Actor) -> Given | NotRecorded | NotFound:
    """Put a letter into hands; one row for each position. Those who have it keep it."""
    letter = _letter(charge.line, actor)
    if letter is None:
        return NotFound()
    positions = {one.key: one for one in Position.objects.filter(office_id=actor.office)}
    giver = charge.given_by or _own_position(letter.shelf, actor, positions.values())
    refused = _unfit(letter, charge, giver, positions, actor)
    if refused:
        return refused
    receivers = [positions[key] for key in dict.fromkeys(charge.to)]
    carried = _carry_on(letter.row, receivers, charge, actor)
    if isinstance(carried, (NotRecorded, NotFound)):
        return carried
    return _given(letter.row, charge, giver, [one.key for one in receivers], actor)


def _letter(line: UUID, actor: Actor) -> Letter | None:
    row = models.BookRow.objects.filter(office_id=actor.office, id=line).first()
    shelf = open_book(actor.office, row.book) if row else None
    if row is None or shelf is None or not shelf.kind.disposes:
        return None
    if row.case_id:
        # Cases are always locked before books.
        models.Case.objects.select_for_update().get(office_id=actor.office, id=row.case_id)
    locked_year(shelf.book, row.year)
    row.refresh_from_db()
    return Letter(shelf, row)


def givers(shelf: OpenBook, positions: Iterable[Position]) -> tuple[Position, ...]:
    """The positions that write dispositions."""
    wanted = set(shelf.nation.disposed_by)
    return tuple(one for one in positions if wanted & set(one.roles))


def _own_position(shelf: OpenBook, actor: Actor, positions: Iterable[Position]) -> str:
    own = [one.key for one in givers(shelf, positions) if one.key in actor.positions]
    return own[0] if own else ""


def _unfit(
    letter: Letter,
    charge: Charge,
    giver: str,
    positions: dict[str, Position],
    actor: Actor,
) -> NotRecorded | None:
    shelf = letter.shelf
    may_give = {one.key for one in givers(shelf, positions.values())}
    if not shelf.may_dispose(actor) and not shelf.may_write(actor):
        text = "Disposisi ditulis pimpinan, atau dicatat oleh pemegang agenda."
        return NotRecorded((Reason("not-yours", text),))
    if letter.row.status != RowStatus.ENTERED:
        return NotRecorded((Reason("not-entered", "Surat ini belum tercatat, atau sudah batal."),))
    troubles = []
    if giver not in may_give or (not shelf.may_write(actor) and giver not in actor.positions):
        troubles.append(Trouble("given_by", "Pilih pejabat yang memberi disposisi."))
    if not charge.to or not set(charge.to) <= positions.keys():
        troubles.append(Trouble("to", "Pilih paling sedikit satu penerima disposisi."))
    if not charge.instruction.strip() and not charge.wishes:
        troubles.append(Trouble("instruction", "Tulis isi disposisi, atau pilih harapannya."))
    if not set(charge.wishes) <= set(shelf.nation.wishes):
        troubles.append(Trouble("wishes", "Pilih harapan dari daftarnya."))
    if len(charge.instruction) > LONG_TEXT_LENGTH:
        troubles.append(Trouble("instruction", f"Paling banyak {LONG_TEXT_LENGTH} huruf."))
    return NotRecorded(troubles=tuple(troubles)) if troubles else None


def _carry_on(
    row: models.BookRow, receivers: list[Position], charge: Charge, actor: Actor
) -> Recorded | NotRecorded | NotFound | None:
    """Pass the case's own step where it stands at a disposition that the actor may write."""
    case = _case_of(row)
    step = disposing_step(case) if case else None
    if case is None or step is None or not {step.by, step.via} & actor.roles:
        return None
    if step.outcomes and charge.outcome not in step.outcomes:
        text = f"Pilih hasilnya: {', '.join(step.outcomes)}."
        return NotRecorded(troubles=(Trouble("outcome", text),))
    roles = [_role_of(one, step.to) for one in receivers]
    outcome: dict[str, Json] = {"outcome": charge.outcome} if step.outcomes else {}
    words = charge.instruction.strip() or ", ".join(charge.wishes)
    data: dict[str, Json] = {
        "roles": cast("list[Json]", list(dict.fromkeys(roles))),
        "instruction": words,
        **outcome,
    }
    return advance(reference=case.reference, command=Act((Deed(step.key, data),)), actor=actor)


def _case_of(row: models.BookRow) -> models.Case | None:
    if row.case_id is None:
        return None
    return models.Case.objects.filter(office_id=row.office_id, id=row.case_id).first()


def disposing_step(case: models.Case) -> Step | None:
    """The step of a case at which somebody is to be charged with it; None where it stands else."""
    if case.ended_at:
        return None
    standard = versions.version(case.office_id, case.standard_id).standard
    step = standard.step(case.state)
    return step if step.do is Verb.DISPOSE else None


def _role_of(position: Position, wanted: tuple[str, ...]) -> str:
    """The role in which a position gets the file: one that the step names, or its first."""
    roles: list[str] = position.roles
    return next((role for role in roles if role in wanted), roles[0])


def _given(
    row: models.BookRow, charge: Charge, giver: str, receivers: list[str], actor: Actor
) -> Given:
    data: dict[str, Json] = {"positions": cast("list[Json]", receivers), "position": giver}
    if giver not in actor.positions:
        data["recorded_for"] = giver
    said: dict[str, Json] = {
        "instruction": {SEALED: charge.instruction.strip()} if charge.instruction.strip() else None,
        "wishes": cast("list[Json]", list(charge.wishes)),
    }
    event = tell(oe.DISPOSED, actor, row, data, said)
    now = clock.now()
    return tuple(
        models.Disposition.objects.create(
            office_id=row.office_id,
            row_id=row.id,
            position=key,
            given_by=giver,
            given_at=now,
            event_id=event.id,
        )
        for key in receivers
    )


@transaction.atomic
def note_disposition(
    *, disposition: UUID, actor: Actor
) -> models.Disposition | NotRecorded | NotFound:
    """Whoever got a letter has taken note of it."""
    held = _received(disposition, actor)
    if held is None:
        return NotFound()
    one, row = held
    if one.noted_at is None:
        one.noted_at = clock.now()
        one.save(update_fields=["noted_at"])
        tell(oe.NOTED, actor, row, {"position": one.position})
    return one


@transaction.atomic
def finish_disposition(
    *, disposition: UUID, result: str, actor: Actor
) -> models.Disposition | NotRecorded | NotFound:
    """Whoever got a letter has done what was asked; `result` says what, if anything."""
    held = _received(disposition, actor)
    if held is None:
        return NotFound()
    one, row = held
    if len(result) > LONG_TEXT_LENGTH:
        return NotRecorded(
            troubles=(Trouble("result", f"Paling banyak {LONG_TEXT_LENGTH} huruf."),)
        )
    if one.done_at is None:
        one.done_at = clock.now()
        one.noted_at = one.noted_at or one.done_at
        one.save(update_fields=["noted_at", "done_at"])
        said: dict[str, Json] = {"result": {SEALED: result.strip()}} if result.strip() else {}
        tell(oe.FINISHED, actor, row, {"position": one.position}, said)
    return one


def _received(disposition: UUID, actor: Actor) -> tuple[models.Disposition, models.BookRow] | None:
    """A disposition to a position of the actor, with the lock of its book held."""
    one = (
        models.Disposition.objects.select_related("row")
        .filter(office_id=actor.office, id=disposition, position__in=actor.positions)
        .first()
    )
    shelf = open_book(actor.office, one.row.book) if one else None
    if one is None or shelf is None:
        return None
    locked_year(shelf.book, one.row.year)
    one.refresh_from_db(fields=["noted_at", "done_at"])
    return one, one.row
