# SPDX-License-Identifier: EUPL-1.2
"""From what a service answers to what the API answers."""

from __future__ import annotations

from pendopo.api.case_shapes import DoneOut
from pendopo.api.problems import ProblemPlace, Refusal, not_found, refused, unfit
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.domain.forms import Trouble
from pendopo.screens.case_view import happened

_OF_SHAPE = frozenset({"unknown-field", "bad-shape"})
_OF_WHO = frozenset({"not-yours"})


def why_not(answer: NotRecorded | NotFound) -> Refusal:
    """The refusal: what to mend in what was sent (422), who may (403), or why not now (409)."""
    if isinstance(answer, NotFound):
        return not_found()
    if answer.troubles:
        return unfit(answer.troubles)
    codes = {reason.code for reason in answer.reasons}
    if codes <= _OF_SHAPE:
        return unfit(Trouble(reason.where, reason.text) for reason in answer.reasons)
    refusal = refused(answer.reasons, answer.current_version)
    if codes <= _OF_WHO:
        refusal.problem.status, refusal.problem.title = 403, "Bukan wewenang Anda"
    return refusal


def warnings_of(answer: Recorded) -> list[ProblemPlace]:
    """What was accepted and is worth a second look."""
    return [ProblemPlace(where=one.where, text=one.text) for one in answer.warnings]


def done_document(answer: Recorded) -> DoneOut:
    """The new state and the events that led to it."""
    row = answer.row
    return DoneOut.model_validate(
        {
            "reference": row.reference,
            "state": row.state,
            "ended": answer.case.ended,
            "version": row.version,
            "events": happened(answer.events),
            "warnings": warnings_of(answer),
            "links": {"self": f"/api/v1/cases/{row.reference}"},
        }
    )
