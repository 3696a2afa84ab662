# SPDX-License-Identifier: EUPL-1.2
"""A step about to be done, what it amounts to, and what most verbs ask of what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

from pendopo.domain.case import Case, papers_of
from pendopo.domain.circumstances import Circumstances
from pendopo.domain.commands import Reason
from pendopo.domain.duty_fields import DUTY_FIELDS
from pendopo.domain.events import Entry, Json
from pendopo.domain.standard import Standard, Step
from pendopo.domain.verifying import unwritten
from pendopo.domain.vocabulary import End

Data: TypeAlias = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Doing:
    """A step about to be done. `recorded_for` names the role whose deed another records."""

    standard: Standard
    case: Case
    step: Step
    data: Data
    circumstances: Circumstances
    recorded_for: str | None = None

    def text(self, key: str) -> str:
        """A word of the data, trimmed; empty when absent."""
        value = self.data.get(key)
        return value.strip() if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The words of a list in the data, each once, in their order."""
        value = self.data.get(key)
        given = value if isinstance(value, list) else []
        return tuple(dict.fromkeys(str(one).strip() for one in given))

    def returns(self, outcome: str) -> bool:
        """Whether this outcome sends the file back."""
        return bool(self.step.outcomes) and self.standard.returns(self.step, outcome)

    def unwritten(self) -> tuple[Reason, ...]:
        """What the sheets of this step print and the form does not say yet."""
        papers = [self.case.paper(key) for key in papers_of(self.standard, self.step)]
        return unwritten(self.standard, papers, self.circumstances.values)

    def turns_away(self, outcome: str) -> bool:
        """Whether this outcome ends the case without what was asked for."""
        return self.step.target(outcome) in (End.REFUSED, End.REDIRECTED)


@dataclass(frozen=True, slots=True)
class Done:
    """What the deed amounts to, or the reasons why it is refused."""

    outcome: str = ""
    data: Data = field(default_factory=dict)
    private: Data = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    refused: tuple[Reason, ...] = ()


def plain(doing: Doing) -> Done:
    """Nothing but an outcome: the one said, or the only way on that does not go back."""
    names, said = doing.step.outcomes, doing.text("outcome")
    onward = [name for name in names if not doing.returns(name)]
    if not said and len(onward) == 1:
        said = onward[0]
    if said in (names or ("",)):
        return Done(said)
    if not names:
        text = f"Langkah ini tidak punya pilihan hasil; kosongkan «{said}»."
        return Done(refused=(Reason("no-outcome", text, "outcome"),))
    text = f"Pilih hasil langkah ini: {', '.join(names)}."
    return Done(refused=(Reason("outcome-needed", text, "outcome"),))


def needed(doing: Doing, *keys: str) -> tuple[Reason, ...]:
    """A reason for each of these words that was not said."""
    says = {f.key: f.says for f in DUTY_FIELDS[doing.step.do]}
    return tuple(
        Reason("needed", f"Isi dahulu: {says[key].lower()}.", key)
        for key in keys
        if not doing.text(key)
    )


def chosen_from(doing: Doing, key: str, options: tuple[str, ...]) -> tuple[Reason, ...]:
    """A reason when the word said is none of the options."""
    if doing.text(key) in options:
        return ()
    return (Reason("choose", f"Pilih salah satu: {', '.join(options)}.", key),)


def is_date(text: str) -> bool:
    """Whether a text is a date as programs write it: 2026-11-23."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_moment(text: str) -> bool:
    """Whether a text is a date with a time, such as 2026-11-23T09:00."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return len(text) > len("2026-11-23") and text[10] in "T "
