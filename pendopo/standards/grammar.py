# SPDX-License-Identifier: EUPL-1.2
"""What every word of the language is made of: keys, texts, enums, days and clocks."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from pendopo.domain.vocabulary import (
    Due,
    End,
    FieldType,
    Handling,
    Kind,
    Otherwise,
    PaperForm,
    Source,
    Verb,
)

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Scalar = str | int | bool
Unit = Literal["minute", "hour", "day", "working-day"]


def one_or_many(value: Any) -> Any:
    """A single string stands for a list of one."""
    return [value] if isinstance(value, str) else value


def _day(value: Any) -> Any:
    """A date may also be written as a string; numbers, which pydantic would read, may not."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    if type(value) is not date:
        raise PydanticCustomError("day", "a day is written 2026-12-31")
    return value


def _clock(value: Any) -> Any:
    """07:30 is a string in YAML 1.2; 07.30 is a number, and refused."""
    if isinstance(value, str):
        try:
            return time.fromisoformat(value)
        except ValueError:
            pass
    if not isinstance(value, time):
        raise PydanticCustomError("clock", "a time is written 07:30")
    return value


Day = Annotated[date, BeforeValidator(_day)]
Clock = Annotated[time, BeforeValidator(_clock)]


class Word(BaseModel):
    """The base of every word: unknown keys are refused, types are not coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


# Enums may be written as their value although the models are strict.
SourceWord = Annotated[Source, Field(strict=False)]
KindWord = Annotated[Kind, Field(strict=False)]
VerbWord = Annotated[Verb, Field(strict=False)]
EndWord = Annotated[End, Field(strict=False)]
DueWord = Annotated[Due, Field(strict=False)]
HandlingWord = Annotated[Handling, Field(strict=False)]
TypeWord = Annotated[FieldType, Field(strict=False)]
FormWord = Annotated[PaperForm, Field(strict=False)]
OtherwiseWord = Annotated[Otherwise, Field(strict=False)]
