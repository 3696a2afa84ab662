# SPDX-License-Identifier: EUPL-1.2
"""What can be asked of a case: a closed list of commands, and the answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from pendopo.domain.events import Event, Json
from pendopo.domain.standard import Values

if TYPE_CHECKING:
    from pendopo.domain.case import Case

NOTHING: Mapping[str, Json] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class File:
    """Open a case with the form's values. `data` is that of the submit step."""

    values: Values
    data: Mapping[str, Json] = field(default_factory=lambda: NOTHING)
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """One step to be done, with what its verb asks for."""

    step: str
    data: Mapping[str, Json] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Act:
    """Consecutive steps of one hand: accepted or refused whole, one event each."""

    deeds: tuple[Deed, ...]
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Undo one's own last step while nobody acted on it."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class AddRequirement:
    """Ask for something more in this one file; it needs a name and a reason, and is counted."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Amend:
    """Complete or change the form before the file is signed."""

    values: Values


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The applicant does not want it any more."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class CloseAbandoned:
    """Close a returned file that nobody fetched or mended."""

    reason: str


@dataclass(frozen=True, slots=True)
class Correct:
    """Mend a slip in what was issued, under the same number, without a new application."""

    values: Values
    reason: str


@dataclass(frozen=True, slots=True)
class Approve:
    """A signer says `setuju ditandatangani` from afar: never a signature by itself.

    `signed_by` is the position in which she says so, where she holds more than one.
    """

    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class Reserve:
    """Reserve the number of a paper so that it can be printed before it is signed."""

    paper: str


@dataclass(frozen=True, slots=True)
class Reword:
    """Change the words of this one letter before it is signed; nothing: back to the office's."""

    paper: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tell:
    """The applicant was told what lacks: a word of `TOLD_BY` says how."""

    told_by: str


Command: TypeAlias = (
    File
    | Act
    | TakeBack
    | AddRequirement
    | Amend
    | Withdraw
    | CloseAbandoned
    | Correct
    | Approve
    | Reserve
    | Reword
    | Tell
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a command is refused: a code for programs, words for people, the place it is about."""

    code: str
    text: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The command holds: these events happen and lead to this state."""

    events: tuple[Event, ...]
    case: Case


@dataclass(frozen=True, slots=True)
class Refused:
    """The command changes nothing."""

    reasons: tuple[Reason, ...]


Decision: TypeAlias = Accepted | Refused
