# SPDX-License-Identifier: EUPL-1.2
"""What the page of a bundle sent: who brings it, and its rows, judged one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from pendopo.cases.services.bundles import Bringer, Deeds
from pendopo.cases.services.filing import Filing
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble, check_form
from pendopo.screens.intake.bundle_grid import (
    Grid,
    Troubles,
    TypedRow,
    deeds_of,
    rows_in,
    settled_row,
)

ADD = "tambah"
BRINGER, RELATION, VILLAGE, SERVICES = "pembawa", "hubungan", "desa", "layanan"
USUAL_RELATION = "perangkat-desa"


@dataclass(frozen=True, slots=True)
class Form:
    """What the page of a bundle sent: the bringer, the rows, and which tables stand there."""

    bringer: Bringer
    rows: tuple[TypedRow, ...]
    services: tuple[str, ...]
    more: str = ""

    @property
    def begun(self) -> tuple[TypedRow, ...]:
        """The rows in which something stands beside the village."""
        return tuple(row for row in self.rows if _is_begun(row, self.bringer.village))


def _is_begun(row: TypedRow, village: str) -> bool:
    return any(value not in ("", None, village) for value in row.values.values())


def read_bundle(grid: Grid, sent: QueryDict) -> Form:
    """The page as it was sent, or as it begins where nothing was."""
    more = sent.get(ADD, "")
    services = [key for key in (*sent.getlist(SERVICES), more) if key]
    bringer = Bringer(
        sent.get(BRINGER, ""), sent.get(RELATION, USUAL_RELATION), sent.get(VILLAGE, "")
    )
    rows = rows_in(grid, {name: str(sent[name]) for name in sent})
    return Form(bringer, rows, tuple(dict.fromkeys(services)), more)


def judged(grid: Grid, form: Form) -> tuple[tuple[TypedRow, ...], Troubles]:
    """The rows that can stand, and what is wrong with the others."""
    good: list[TypedRow] = []
    wrong: dict[tuple[str, int], tuple[Trouble | Reason, ...]] = {}
    for row in form.begun:
        ready = settled_row(grid, row, form.bringer.village)
        checked = check_form(grid.standings[row.slug].standard, ready.values, grid.look.setting)
        if checked.troubles:
            wrong[row.slug, row.number] = checked.troubles
        else:
            good.append(ready)
    return tuple(good), wrong


def orders_of(grid: Grid, rows: Iterable[TypedRow]) -> tuple[tuple[Filing, ...], Deeds]:
    """What is to be filed, and the steps that go along with each."""
    rows = tuple(rows)
    office = grid.world.office.code
    filings = tuple(Filing(office, row.slug, row.values) for row in rows)
    return filings, {n: deeds_of(grid, row) for n, row in enumerate(rows)}
