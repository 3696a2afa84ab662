# SPDX-License-Identifier: EUPL-1.2
"""What happened to a file while somebody was filling in its form, and what she typed there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pendopo.domain.case import replay
from pendopo.screens.case_view import CaseView
from pendopo.screens.deeds.controls import CheckRow, Control, Typed
from pendopo.screens.deeds.forms import step_form
from pendopo.screens.desk.file_page import FilePage, Told, told_history
from pendopo.screens.scenes import Scene


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that was typed and has no place on the page any more."""

    label: str
    said: str


def since(view: CaseView, version: int) -> tuple[Told, ...]:
    """What was recorded after the state that somebody saw, in its order."""
    return told_history(view, view.past[version:])[::-1]


def lost_words(view: CaseView, version: int, page: FilePage, typed: Typed) -> tuple[Lost, ...]:
    """What was typed into the form of that state and is not asked for now."""
    before = step_form(_as_seen(view, version), typed)
    if before is None:
        return ()
    now = {one.name for one in page.form.controls} if page.form else set()
    return tuple(_lost(one for one in before.controls if one.name not in now))


def _as_seen(view: CaseView, version: int) -> Scene:
    events = (one.event for one in view.past[:version])
    return replace(view.scene, case=replay(view.file.standard, events))


def _lost(controls: Iterable[Control | CheckRow]) -> Iterator[Lost]:
    for one in controls:
        said = one.said if isinstance(one, Control) else _of_row(one)
        if said:
            yield Lost(one.label, ", ".join(said))


def _of_row(row: CheckRow) -> tuple[str, ...]:
    verdict = next((one.label for one in row.options if one.chosen), "")
    return tuple(filter(None, (verdict, row.reason.value)))
