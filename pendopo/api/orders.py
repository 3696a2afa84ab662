# SPDX-License-Identifier: EUPL-1.2
"""What is sent to the operations that are the same in every office."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Word = Annotated[str, Field(max_length=48)]
Line = Annotated[str, Field(max_length=160)]


class In(BaseModel):
    """The base of every order: what is not known is not taken."""

    model_config = ConfigDict(extra="forbid", strict=True)


class InsertionIn(In):
    """A number to be inserted after another of the same year."""

    year: int = Field(ge=2000, le=2099)
    after: int = Field(ge=1, le=9_999_999)
    reason: str = Field(max_length=300)
    approved_by: str = Field(max_length=64)


class CancellationIn(In):
    """A number to be given up."""

    number: str = Field(max_length=120)
    reason: str = Field(max_length=300)


class WalkAwayIn(In):
    """Somebody went home again, and what lacked."""

    service: Word
    lacks: list[Annotated[str, Field(max_length=64)]] = Field(max_length=100)
    told_by: Word = "lisan"
    village: str = Field(default="", max_length=16)


class BundleFileIn(In):
    """One file of a bundle: the service, and beside it what opens a case."""

    model_config = ConfigDict(extra="allow", strict=True)

    service: Word
    values: dict[str, Any]


class BundleIn(In):
    """Files that one bringer hands in together."""

    bringer: Line
    relation: Word
    village: str = Field(default="", max_length=16)
    files: list[BundleFileIn] = Field(max_length=50)


class HandOverIn(In):
    """Who fetches a bundle."""

    collector: Line
    relation: Word


class AbsenceIn(In):
    """A position that nobody fills for a while; moments are of the office's own zone."""

    position: Word
    from_at: str | None = Field(default=None, max_length=40)
    expected_return_at: str | None = Field(default=None, max_length=40)
    reason: Line = ""
