# SPDX-License-Identifier: EUPL-1.2
"""The same deed for many files: each in a transaction of its own, each with its own answer.

Nothing is held up by a neighbour: one file that is refused leaves the others as they were done.
Sent again, after a double tap or a cut in the middle, what was done is not done a second time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pendopo.cases.services.advancing import Answer, advance
from pendopo.cases.services.answers import NotRecorded, Recorded
from pendopo.cases.services.idempotency import KEY_LENGTH, OtherBody, Reply, Request, once
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Command, Reason

SENT_BEFORE = Reason(
    "sent-before",
    "Untuk berkas ini sudah ada tindakan lain dari halaman yang sama. Muat ulang, lalu periksa.",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of one file, as it was seen; no version means as it stands."""

    reference: str
    command: Command
    expected_version: int | None = None


@dataclass(frozen=True, slots=True)
class DoneBefore:
    """This very sending has done it already."""


EachAnswer = Answer | DoneBefore


def advance_each(
    *, wanted: Iterable[Wanted], actor: Actor, key: str = ""
) -> tuple[tuple[Wanted, EachAnswer], ...]:
    """Do what is wanted of each file, in the order given. `key` tells one sending from another."""
    return tuple((one, _advanced(one, actor, key)) for one in wanted)


def _advanced(one: Wanted, actor: Actor, key: str) -> EachAnswer:
    answers: list[Answer] = []

    def do() -> Reply:
        answer = advance(
            reference=one.reference,
            command=one.command,
            actor=actor,
            expected_version=one.expected_version,
        )
        answers.append(answer)
        return Reply(200 if isinstance(answer, Recorded) else 422, "")

    reply = once(_request(one, actor, key), do)
    if isinstance(reply, OtherBody):
        return NotRecorded((SENT_BEFORE,))
    return DoneBefore() if reply.replayed else answers[-1]


def _request(one: Wanted, actor: Actor, key: str) -> Request | None:
    """The sending and the file make the key; the command is what makes it the same again."""
    if not key:
        return None
    name = f"{key[: KEY_LENGTH - 20]}:{one.reference}"
    return Request(actor.office, f"each:{actor.officer_id}", name, repr(one.command).encode())
