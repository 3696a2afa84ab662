# SPDX-License-Identifier: EUPL-1.2
"""Opening hours of a day as somebody types them: opening, closing, and the breaks between."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from pendopo.domain.hours import Span, cut

_CLOCK = re.compile(r"(\d{1,2})(?:[.:,]?(\d{2}))?", re.ASCII)
OPEN, CLOSE, REST = "open", "close", "rest"


@dataclass(frozen=True, slots=True)
class TypedDay:
    """What was typed for one day; all empty for a day off. `rests` are from and to of each."""

    opens: str = ""
    closes: str = ""
    rests: tuple[tuple[str, str], ...] = ()

    @property
    def off(self) -> bool:
        """Whether nothing was typed."""
        return not any((self.opens, self.closes, *(text for rest in self.rests for text in rest)))


@dataclass(frozen=True, slots=True)
class IllDay:
    """What is wrong with a day. `part` is open, close, or rest with its number: rest0."""

    part: str
    text: str


def read_clock(text: str) -> time | None:
    """`7.30`, `07:30`, `0730` and `7` as a time of day; None for anything else."""
    found = _CLOCK.fullmatch(text.strip())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))


def read_day(typed: TypedDay) -> tuple[Span, ...] | IllDay:
    """The open spans of a day; none for a day off."""
    if typed.off:
        return ()
    opens, closes = read_clock(typed.opens), read_clock(typed.closes)
    if opens is None:
        return IllDay(OPEN, _how(typed.opens))
    if closes is None:
        return IllDay(CLOSE, _how(typed.closes))
    if closes <= opens:
        return IllDay(CLOSE, f"Jam tutup harus sesudah {opens:%H.%M}.")
    whole = Span(opens, closes)
    rests: list[Span] = []
    for n, (from_, to) in enumerate(typed.rests):
        rest = _read_rest(from_, to, whole)
        if isinstance(rest, str):
            return IllDay(f"{REST}{n}", rest)
        if rest and any(rest.start < one.end and one.start < rest.end for one in rests):
            return IllDay(f"{REST}{n}", "Bertindih dengan istirahat yang lain.")
        rests += [rest] if rest else []
    return cut([whole], rests)


def typed_day(spans: Iterable[Span]) -> TypedDay:
    """A day as its form shows it; `read_day` gives the same spans again."""
    listed = tuple(spans)
    if not listed:
        return TypedDay()
    rests = ((f"{a.end:%H.%M}", f"{b.start:%H.%M}") for a, b in pairwise(listed))
    return TypedDay(f"{listed[0].start:%H.%M}", f"{listed[-1].end:%H.%M}", tuple(rests))


def outside(day: Iterable[Span], within: Iterable[Span]) -> tuple[Span, ...]:
    """What of a day lies before the first or after the last hour of another.

    Breaks do not matter: a counter may stay open while the office eats.
    """
    spans = tuple(within)
    if not spans:
        return tuple(day)
    return cut(day, [Span(spans[0].start, spans[-1].end)])


def said_day(spans: Iterable[Span]) -> str:
    """`07.30–12.00, 13.00–16.00`; "" for a day off."""
    return ", ".join(map(str, spans))


def minutes_of(days: Iterable[Iterable[Span]]) -> int:
    """How long these days are open together."""
    return sum(_minutes(span) for spans in days for span in spans)


def _minutes(span: Span) -> int:
    return (span.end.hour - span.start.hour) * 60 + span.end.minute - span.start.minute


def _read_rest(from_: str, to: str, whole: Span) -> Span | str | None:
    if not from_.strip() and not to.strip():
        return None
    start, end = read_clock(from_), read_clock(to)
    if start is None or end is None:
        return "Isi kedua jam istirahat, misalnya 12.00 dan 13.00; atau kosongkan keduanya."
    if end <= start:
        return "Istirahat harus berakhir sesudah mulainya."
    if not whole.start < start < end < whole.end:
        return f"Istirahat harus di antara {whole.start:%H.%M} dan {whole.end:%H.%M}."
    return Span(start, end)


def _how(typed: str) -> str:
    return "Tulis jam seperti 07.30." if typed.strip() else "Isi juga jam ini, misalnya 07.30."
