# SPDX-License-Identifier: EUPL-1.2
"""Logging that keeps quiet about people.

What a log holds outlives every right to erasure, so no line carries a query string, a long
number, an e-mail address, or the words of an exception that may quote what somebody typed.
"""

from __future__ import annotations

import logging
import re
import traceback
from types import TracebackType
from typing import TypeAlias

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from django.template import TemplateDoesNotExist, TemplateSyntaxError

ExcInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)

_QUIET = (
    (re.compile(r"\?[^\s\"']+"), "?…"),
    (re.compile(r"[^\s@\"'<>]+@[^\s@\"'<>]+"), "…@…"),
    (re.compile(r"\d(?:[ .-]?\d){8,}"), "…"),
)
_OF_THE_SYSTEM = (
    ImproperlyConfigured,
    ImportError,
    OperationalError,
    TemplateDoesNotExist,
    TemplateSyntaxError,
)
"""Exceptions whose words come from the program, not from a person."""


class QuietFormatter(logging.Formatter):
    """One line per record; of an exception its kind and where it was, not what it said."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line, with what may belong to a person taken out of its message."""
        record.message = quiet(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: ExcInfo) -> str:
        """The chain of exceptions, the first cause first."""
        return "\n".join(_told(error) for error in _chain(ei[1]))


def quiet(text: str) -> str:
    """The text without query strings, numbers of nine digits or more, and e-mail addresses."""
    for pattern, instead in _QUIET:
        text = pattern.sub(instead, text)
    return text


def _chain(error: BaseException | None) -> list[BaseException]:
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return chain[::-1]


def _told(error: BaseException) -> str:
    words = f": {quiet(str(error))}" if isinstance(error, _OF_THE_SYSTEM) else ""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([f"{type(error).__qualname__}{words}", *lines])
