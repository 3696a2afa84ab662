# SPDX-License-Identifier: EUPL-1.2
"""Somebody who fills in whatever form of steps stands before her, knowing no verb."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pendopo.domain.procedure import decide_table
from pendopo.domain.standard import Step
from pendopo.screens.deeds.controls import CheckRow, Control, Typed
from pendopo.screens.deeds.forms import OUTCOME, UNTIL, VERSION, StepForm, Way

SAID = "Contoh kata-kata."


def filled(form: StepForm, way: Way | None = None, until: str = "", **more: str) -> Typed:
    """What the page sends when all that is owed was filled in and this way was chosen."""
    chosen = way or form.onward[0]
    sent: dict[str, list[str]] = {
        VERSION: [str(form.version)],
        OUTCOME: [chosen.outcome],
        UNTIL: [until or form.until],
    }
    for part in form.parts:
        for row in part.checklist:
            _judged(sent, row, chosen, part.link.step)
        for control in part.controls:
            _said(sent, control)
        _facts(sent, part.link.step, chosen.outcome or part.link.outcome)
    if chosen.reasons:
        sent[chosen.reasons.name] = [SAID]
    sent.update({name: [text] for name, text in more.items()})
    return Typed(sent)


def _judged(sent: dict[str, list[str]], row: CheckRow, way: Way, step: Step) -> None:
    sent[row.name] = ["ada"]
    if way.kind == "back" and not step.table and not any(v == ["kurang"] for v in sent.values()):
        sent[row.name] = ["kurang"]
        sent[row.reason.name] = [SAID]


def _facts(sent: dict[str, list[str]], step: Step, outcome: str) -> None:
    """Answers that lead to the outcome by the step's own table."""
    for cell in step.table:
        if cell.outcome == outcome:
            assert decide_table(step, dict(cell.when)) is cell
            answers = {key: "ya" if value else "tidak" for key, value in cell.when}
            sent.update({f"{step.key}.facts.{key}": [one] for key, one in answers.items()})
            return


def _said(sent: dict[str, list[str]], control: Control) -> None:
    match control.kind:
        case "choice" | "roles":
            sent[control.name] = [control.options[0].value]
        case "ticks":
            sent[control.name] = [one.value for one in control.options] if control.owed else []
        case "group" | "pair" | "reminders":
            pass
        case "facts" | "advise":
            return
        case "date":
            sent[control.name] = ["24-11-2026"]
        case "time":
            sent[control.name] = ["9.00"]
        case "money":
            sent[control.name] = ["Rp125.000"]
        case "line" | "words" | "reason":
            sent[control.name] = [SAID]
        case kind:
            raise AssertionError(f"no template is known for {kind}")
    for part in control.parts:
        _said(sent, part)


def names(controls: Iterable[Control | CheckRow]) -> Mapping[str, Control | CheckRow]:
    """The controls of a form by their names, inner ones too."""
    found: dict[str, Control | CheckRow] = {}
    for control in controls:
        found[control.name] = control
        if isinstance(control, Control):
            found.update(names(control.parts))
    return found
