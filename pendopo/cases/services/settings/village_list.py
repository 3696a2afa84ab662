# SPDX-License-Identifier: EUPL-1.2
"""Many villages at once, from a list that somebody pastes: a line each, code and name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.changing import Change, SettingAnswer, settle
from pendopo.cases.services.settings.villages import KINDS, WHAT, told_village
from pendopo.domain.circumstances import Actor
from pendopo.domain.forms import Trouble
from pendopo.offices.models import Office, Village

FIELD = "lines"
MOST_TROUBLES = 8
_LINE = re.compile(r"\s*([\d.]+)\s*[\s,;:|–-]\s*(.+?)\s*[,;]?\s*")
_KIND = re.compile(r"^(desa|kelurahan|kel\.)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A village of the list. `n` is its line, counted from 1; `name` is without its kind."""

    n: int
    code: str
    name: str


def keep_villages(*, actor: Actor, lines: str) -> SettingAnswer:
    """Add what is new and rename what is called otherwise; nothing is taken away. All or nothing.

    A code is the whole one, the same without dots, or its last four digits.
    """

    def work(office: Office) -> tuple[Change, ...] | NotRecorded:
        listed, troubles = _read(office, lines)
        rows = {row.code: row for row in Village.objects.filter(office_id=office.code)}
        troubles += [*_twice(listed), *_taken(listed, rows)] if not troubles else []
        if not listed and not troubles:
            troubles.append(Trouble(FIELD, "Tempelkan daftarnya: satu baris satu desa."))
        if troubles:
            return NotRecorded(troubles=tuple(_few(troubles)))
        return tuple(_kept(office, one, rows.get(one.code)) for one in listed)

    return settle(actor, work)


def _read(office: Office, lines: str) -> tuple[list[Listed], list[Trouble]]:
    listed, troubles = [], []
    for n, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line)
        code = _code(office, found[1]) if found else None
        name = _KIND.sub("", found[2]).strip() if found else ""
        if code is None:
            text = f"Baris {n}: tulis kode lalu nama, misalnya {office.code}.2001, Sumberwangi."
            troubles.append(Trouble(FIELD, text))
        elif not re.search(r"[^\W\d_]", name) or len(name) > 120:
            troubles.append(Trouble(FIELD, f"Baris {n}: namanya belum terbaca."))
        else:
            listed.append(Listed(n, code, " ".join(name.split())))
    return listed, troubles


def _code(office: Office, written: str) -> str | None:
    digits, own = re.sub(r"\D", "", written), office.code.replace(".", "")
    last = digits.removeprefix(own) if len(digits) == len(own) + 4 else digits
    if len(last) != 4 or last[0] not in KINDS:
        return None
    return f"{office.code}.{last}"


def _twice(listed: list[Listed]) -> Iterator[Trouble]:
    first: dict[str, int] = {}
    for one in listed:
        for key, word in ((one.code, one.code), (one.name.casefold(), one.name)):
            if key in first:
                text = f"Baris {one.n}: {word} sudah ada di baris {first[key]}."
                yield Trouble(FIELD, text)
            first.setdefault(key, one.n)


def _taken(listed: list[Listed], rows: dict[str, Village]) -> Iterator[Trouble]:
    """Names that another village of the office has, which the list does not rename."""
    named = {one.code for one in listed}
    names = {row.name.casefold(): row for row in rows.values() if row.code not in named}
    for one in listed:
        if row := names.get(one.name.casefold()):
            text = f"Baris {one.n}: {one.name} sudah ada dengan kode {row.code}."
            yield Trouble(FIELD, text)


def _few(troubles: list[Trouble]) -> Iterator[Trouble]:
    yield from troubles[:MOST_TROUBLES]
    more = len(troubles) - MOST_TROUBLES
    if more > 0:
        yield Trouble(FIELD, f"Dan {more} lagi.")


def _kept(office: Office, one: Listed, row: Village | None) -> Change:
    before = told_village(row) if row else None
    row = row or Village(office=office, code=one.code)
    row.name, row.kind = one.name, KINDS[one.code[-4]]
    row.save()
    return Change(WHAT, row.code, before, told_village(row))
