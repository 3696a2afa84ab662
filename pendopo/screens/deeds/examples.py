# SPDX-License-Identifier: EUPL-1.2
"""Examples of what may be sent to pass a step, one for each way that leads out of it.

They are only proposals: `actions` keeps those that `decide` accepts in this very case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from pendopo.domain.case import Verdict
from pendopo.domain.duty_fields import (
    ANSWER_CHANNELS,
    BANK_METHODS,
    PAYMENT_METHODS,
    RELATIONS,
    SIGNING_METHODS,
)
from pendopo.domain.events import Json
from pendopo.domain.procedure import Move, moves
from pendopo.domain.standard import Step
from pendopo.domain.vocabulary import Due, End, Otherwise, Verb
from pendopo.screens.deeds.turns import Turn, receiving_roles
from pendopo.screens.forms.inventions import NAMES

Example = dict[str, Json]

_WHY = "Contoh alasan: mohon diperiksa kembali."


def proposals(turn: Turn) -> Iterator[Example]:
    """What could be sent, the ways onward before the ways back."""
    own = _OWN.get(turn.step.do, _nothing)
    for move in sorted(moves(turn.step), key=lambda move: _rank(turn, move)):
        said = _common(turn, move)
        yield from ({**said, **more} for more in own(turn, move))


def _rank(turn: Turn, move: Move) -> int:
    """Ways onward first, then ways that turn the case away, then ways back."""
    if _back(turn, move):
        return 2
    return int(move.to in (End.REFUSED, End.REDIRECTED))


def _back(turn: Turn, move: Move) -> bool:
    return bool(move.outcome) and turn.scene.standard.returns(turn.step, move.outcome)


def _common(turn: Turn, move: Move) -> Example:
    """The outcome, the reasons that it owes, and the reasons for going on all the same."""
    said: Example = {"outcome": move.outcome} if move.outcome else {}
    if move.outcome and (_owes_reasons(turn.step, move) or _back(turn, move)):
        said["reasons"] = _WHY
    owed = [r.key for r in turn.reminders if r.otherwise is Otherwise.REASON]
    if owed:
        said["reminders"] = dict.fromkeys(owed, _WHY)
    if turn.external_books:
        said["external"] = dict.fromkeys(turn.external_books, "CONTOH/0001")
    return said


def _owes_reasons(step: Step, move: Move) -> bool:
    return step.do is Verb.ASSESS or move.to in (End.REFUSED, End.REDIRECTED)


def _nothing(turn: Turn, move: Move) -> Iterator[Example]:
    yield {}


def _verify(turn: Turn, move: Move) -> Iterator[Example]:
    """All that is asked for is there; or the first of it lacks, where that leads back."""
    present: dict[str, Json] = {
        key: Verdict.PRESENT.value for key in turn.scene.case.all_asks if not _at_pickup(turn, key)
    }
    facts: Example = {"facts": dict(move.facts)} if move.facts else {}
    yield {"verdicts": present, **facts}
    forms: dict[str, Json] = {
        paper.key: next((f.value for f in paper.forms if not f.written_here), paper.forms[0].value)
        for paper in turn.scene.standard.papers
    }
    yield {"verdicts": present, "forms": forms, **facts}
    if present and _back(turn, move):
        lacking: dict[str, Json] = {**present, next(iter(present)): Verdict.MISSING.value}
        yield {"verdicts": lacking, **facts}


def _at_pickup(turn: Turn, key: str) -> bool:
    ask = turn.scene.ask(key)
    return ask is not None and ask.due is Due.PICKUP


def _sign(turn: Turn, move: Move) -> Iterator[Example]:
    if _back(turn, move):
        yield {}
        return
    said: Example = {"method": SIGNING_METHODS[0]}
    if not turn.names_signer:
        yield said
        return
    for position in dict.fromkeys(capacity.position for capacity in turn.signers):
        yield {**said, "signed_by": position}


def _hand_over(turn: Turn, move: Move) -> Iterator[Example]:
    case = turn.scene.case
    at_pickup = [key for key in case.asks if _at_pickup(turn, key)]
    owed: list[Json] = list(dict.fromkeys([*case.to_follow(), *at_pickup]))
    collected: Example = {"collector": NAMES[0], "relation": RELATIONS[0]}
    yield {**collected, "received": owed} if owed else collected


def _forward(turn: Turn, move: Move) -> Iterator[Example]:
    yield {"role": move.role} if move.role else {}


def _dispose(turn: Turn, move: Move) -> Iterator[Example]:
    role = move.role or next(iter(receiving_roles(turn)), "")
    yield {"roles": [role], "instruction": "Contoh: tindak lanjuti sesuai ketentuan."}


def _consult(turn: Turn, move: Move) -> Iterator[Example]:
    yield {"result": "Contoh hasil konsultasi."}


def _schedule(turn: Turn, move: Move) -> Iterator[Example]:
    world = turn.scene.circumstances
    local = (world.now + timedelta(days=7)).astimezone(ZoneInfo(world.calendar.zone))
    at = local.replace(hour=9, minute=0, second=0, microsecond=0)
    yield {"scheduled_at": at.isoformat(), "place": "Contoh: Aula kecamatan"}


def _elsewhere(turn: Turn, move: Move) -> Iterator[Example]:
    yield {"reference": "CONTOH-0001"} if turn.step.elsewhere else {}


def _pay(turn: Turn, move: Move) -> Iterator[Example]:
    if turn.scene.by_applicant:
        yield {"amount": 125_000, "method": BANK_METHODS[0], "reference": "CONTOH-0001"}
    else:
        yield {"amount": 125_000, "method": PAYMENT_METHODS[0]}


def _answer(turn: Turn, move: Move) -> Iterator[Example]:
    yield {"answer": "Contoh isi jawaban.", "channel": ANSWER_CHANNELS[0]}


_OWN: Mapping[Verb, Callable[[Turn, Move], Iterator[Example]]] = MappingProxyType(
    {
        Verb.VERIFY: _verify,
        Verb.SIGN: _sign,
        Verb.HAND_OVER: _hand_over,
        Verb.FORWARD: _forward,
        Verb.DISPOSE: _dispose,
        Verb.CONSULT: _consult,
        Verb.SCHEDULE: _schedule,
        Verb.PERFORM: _elsewhere,
        Verb.PAY: _pay,
        Verb.PRINT: _elsewhere,
        Verb.ANSWER: _answer,
    }
)
