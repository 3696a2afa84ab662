# SPDX-License-Identifier: EUPL-1.2
"""Folders for tests: filled, sent out and taken back by the first clerk of the counter."""

from __future__ import annotations

import json

from pendopo.cases import models
from pendopo.cases.services import folders
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.folder_returns import Brought, Settled, TakenBack, take_back
from pendopo.cases.services.folders import Filled
from tests.cases import counter
from tests.real_offices import PANDAAN


def at_the_signature(**verdicts: str) -> str:
    """A file that waits for whoever may sign it."""
    reference = counter.handed_in().row.reference
    said = counter.verdicts(**verdicts)
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=said))
    return reference


def filled(*references: str, position: str = "camat") -> models.Folder:
    answer = folders.open_folder(
        position=position, references=references, actor=counter.officer("petugas-loket")
    )
    assert isinstance(answer, Filled), answer
    return answer.folder


def out(*references: str, position: str = "camat") -> models.Folder:
    folder = filled(*references, position=position)
    sent = folders.send(number=folder.number, actor=counter.officer("petugas-loket"))
    assert isinstance(sent, Filled), sent
    return sent.folder


def back(folder: models.Folder, *brought: Brought, **more: object) -> TakenBack:
    answer = take_back(
        number=folder.number,
        brought=brought,
        actor=counter.officer("petugas-loket"),
        **more,  # type: ignore[arg-type]
    )
    assert isinstance(answer, TakenBack), answer
    return answer


def told(answer: TakenBack) -> list[str]:
    """What was answered for each file: its result, or the code of why not."""
    return [
        one.result.value if isinstance(one, Settled) else one.reasons[0].code
        for _, one in answer.told
    ]


def codes(answer: object) -> list[str]:
    assert isinstance(answer, NotRecorded), answer
    return [reason.code for reason in answer.reasons]


def office_events() -> list[tuple[str, dict[str, object]]]:
    rows = models.Event.objects.filter(stream="office", office_id=PANDAAN).order_by("seq")
    return [(row.name, json.loads(row.data)) for row in rows]
