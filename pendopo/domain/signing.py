# SPDX-License-Identifier: EUPL-1.2
"""Paraf and signature: who signed in what capacity, by which hand, and who recorded it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pendopo.domain.book_lines import confirmed
from pendopo.domain.case import papers_of
from pendopo.domain.circumstances import Capacity
from pendopo.domain.commands import Reason
from pendopo.domain.doing import Doing, Done, plain
from pendopo.domain.duty_fields import SIGNING_METHODS
from pendopo.domain.events import Json
from pendopo.domain.permits import acting_role

WET, ELECTRONIC = SIGNING_METHODS


def initial(doing: Doing) -> Done:
    """A paraf beside the title of whoever checked the sheet."""
    done = plain(doing)
    if done.refused or doing.returns(done.outcome):
        return done
    papers: list[Json] = list(papers_of(doing.standard, doing.step))
    role = acting_role(doing.step, doing.case)
    return replace(done, data={"papers": papers, "signer": {"role": role}})


def sign(doing: Doing) -> Done:
    """A signature: a capacity held that day, wet or electronic, on sheets that are complete."""
    done = plain(doing)
    if done.refused or doing.returns(done.outcome):
        return done
    method = doing.text("method") or WET
    capacity = _capacity(doing)
    refused = (*_method_refused(doing, method), *doing.unwritten())
    if isinstance(capacity, Reason):
        return Done(refused=(*refused, capacity))
    papers: list[Json] = list(papers_of(doing.standard, doing.step))
    data: dict[str, Json] = {"signer": signer(capacity), "method": method, "papers": papers}
    return replace(done, data=data, entries=confirmed(doing.case, papers), refused=refused)


def signer(capacity: Capacity) -> dict[str, Json]:
    """What an event keeps of whoever signed: never a name."""
    return {
        "officer": capacity.officer_id,
        "position": capacity.position,
        "line": capacity.line,
    }


def _method_refused(doing: Doing, method: str) -> Iterator[Reason]:
    if method not in SIGNING_METHODS:
        yield Reason("unknown-method", "Cara tanda tangan: basah atau elektronik.", "method")
    elif method == ELECTRONIC and not doing.circumstances.policy.electronic_signing:
        text = "Tanda tangan elektronik belum disiapkan di kantor ini; catat tanda tangan basah."
        yield Reason("no-electronic-signing", text, "method")
    elif method == ELECTRONIC and doing.recorded_for:
        text = "Tanda tangan elektronik hanya dapat dibubuhkan oleh penanda tangan sendiri."
        yield Reason("not-the-signer", text, "method")


def _capacity(doing: Doing) -> Capacity | Reason:
    """In what capacity it was signed: one's own, or the one that the recorder names."""
    own = doing.recorded_for is None
    held = doing.circumstances.actor.capacities if own else doing.circumstances.signers
    able = [c for c in held if c.serves(acting_role(doing.step, doing.case))]
    named = doing.text("signed_by")
    chosen = [c for c in able if c.position == named] if named else able
    if len(chosen) == 1 or (own and chosen):
        return chosen[0]
    who = ", ".join(sorted({f"{c.title} ({c.position})" for c in able})) or "belum ada"
    text = f"Sebutkan siapa yang menandatangani. Yang berwenang hari itu: {who}."
    return Reason("signer-needed", text, "signed_by")
