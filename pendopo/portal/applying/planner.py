# SPDX-License-Identifier: EUPL-1.2
"""A standard's form cut into small pages: which question stands where, in which order.

Pure: no row, no words, no request. Every field that an applicant is asked stands on one page,
and no page comes before one that its conditions look at, so that without scripts the server
knows what to ask next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from pendopo.domain.filled import holds, members
from pendopo.domain.forms import IDENTIFYING, LIST_LENGTH
from pendopo.domain.standard import Field, Group, Standard, Values
from pendopo.domain.vocabulary import FieldType

MOST = 4
"""So many questions on a page, unless more belong together."""
_MOST_TOGETHER = 5
_CONTACT = (FieldType.PHONE, FieldType.EMAIL)
_NO_ROWS: Mapping[str, int] = MappingProxyType({})

Place = tuple[str | None, str]
"""A field by its group and key."""


@dataclass(frozen=True, slots=True)
class Page:
    """Questions that are asked together. A page without any is the overview of a list.

    `member` is the key or the number of the group's member, `about` what to call it.
    """

    key: str
    fields: tuple[Field, ...] = ()
    group: str = ""
    member: str = ""
    about: str = ""

    @property
    def is_list(self) -> bool:
        """Whether it shows the members of a list, to add another."""
        return not self.fields

    def place(self, f: Field) -> str:
        """Where a field of it stands in the form: `calon/istri/nik`."""
        return "/".join(part for part in (self.group, self.member, f.key) if part)

    @property
    def places(self) -> tuple[str, ...]:
        """The places of all its fields."""
        return tuple(self.place(f) for f in self.fields)


def plan(
    standard: Standard,
    *,
    letter: bool,
    rows: Mapping[str, int] = _NO_ROWS,
    anonymous: bool = False,
) -> tuple[Page, ...]:
    """All pages in their order, whatever the answers may be; `asks_now` tells which apply.

    `letter`: the office writes a sheet that needs its fields. `rows`: members of each list.
    """
    wanted = tuple(
        f
        for f in standard.fields
        if _of_applicant(f, letter) and not (anonymous and f.type in IDENTIFYING)
    )
    waiting = list(_in_order(standard, wanted, rows))
    placed: set[Place] = set()
    known = {(f.group, f.key) for f in wanted}
    pages: list[Page] = []
    while waiting:
        ready = next((p for p in waiting if _sources(standard, p) & known <= placed), waiting[0])
        waiting.remove(ready)
        pages.append(ready)
        placed |= {(f.group, f.key) for f in ready.fields}
    return tuple(pages)


def asks_now(standard: Standard, page: Page, known: Values) -> bool:
    """Whether anything on the page is asked, given what is known so far."""
    return page.is_list or any(fields_now(standard, page, known))


def fields_now(standard: Standard, page: Page, known: Values) -> tuple[Field, ...]:
    """The questions of the page that are asked, given what is known so far."""
    around = {**known, **_own(standard, page, known)}
    return tuple(f for f in page.fields if holds(f.when, around))


def row_count(group: Group, rows: Mapping[str, int]) -> int:
    """How many members of a list are asked for: those that were added, at least what it owes."""
    most = min(group.at_most or LIST_LENGTH, LIST_LENGTH)
    return min(max(rows.get(group.key, 0), group.at_least), most)


def may_grow(group: Group, rows: Mapping[str, int]) -> bool:
    """Whether another member may be added."""
    return row_count(group, rows) < min(group.at_most or LIST_LENGTH, LIST_LENGTH)


def _of_applicant(f: Field, letter: bool) -> bool:
    return f.derive is None and not f.by_office and (letter or not f.letter_only)


def _own(standard: Standard, page: Page, known: Values) -> Values:
    if not page.group:
        return {}
    found = {m.key: m.values for m in members(standard.group(page.group), known)}
    return found.get(page.member, {})


def _in_order(
    standard: Standard, wanted: Sequence[Field], rows: Mapping[str, int]
) -> Iterator[Page]:
    """Pages as the file has its fields; a group stands where its first field does."""
    alone: list[Field] = []
    seen: set[str] = set()
    for f in wanted:
        if f.group is None:
            alone.append(f)
        elif f.group not in seen:
            seen.add(f.group)
            yield from _pages(alone)
            alone = []
            own = [one for one in wanted if one.group == f.group]
            yield from _of_group(standard.group(f.group), own, rows)
    yield from _pages(alone)


def _of_group(group: Group, own: Sequence[Field], rows: Mapping[str, int]) -> Iterator[Page]:
    if group.is_list:
        for n in range(1, row_count(group, rows) + 1):
            yield from _pages(own, group.key, str(n), f"{group.label} {n}")
        yield Page(group.key, group=group.key)
        return
    for key, label in group.members:
        yield from _pages(own, group.key, key, label)


def _pages(
    fields: Sequence[Field], group: str = "", member: str = "", about: str = ""
) -> Iterator[Page]:
    for together in _packed(fields):
        key = "-".join(part for part in (group, member, together[0].key) if part)
        yield Page(key, tuple(together), group, member, about)


def _packed(fields: Sequence[Field]) -> list[list[Field]]:
    """What belongs together has a page of its own; the rest stands several to a page."""
    packed: list[list[Field]] = []
    loose = False
    for run in _runs(fields):
        if packed and loose and len(run) == 1 and _joins(packed[-1], run[0]):
            packed[-1] += run
        else:
            packed.append(run)
        loose = len(run) == 1
    return packed


def _runs(fields: Iterable[Field]) -> list[list[Field]]:
    runs: list[list[Field]] = []
    for f in fields:
        if runs and _related(runs[-1], f):
            runs[-1].append(f)
        else:
            runs.append([f])
    return runs


def _related(run: Sequence[Field], f: Field) -> bool:
    """Whether the keys say so: `surat-desa-nomor` and `surat-desa-tanggal`, `tempat-lahir` …"""
    last, this = run[-1].key.split("-"), f.key.split("-")
    alike = len(last) > 1 and len(this) > 1 and (last[0] == this[0] or last[-1] == this[-1])
    several = len(run) < _MOST_TOGETHER and not _is_alone(run[-1]) and not _is_alone(f)
    return alike and several and run[-1].when == f.when


def _joins(page: Sequence[Field], f: Field) -> bool:
    alone = _is_alone(page[-1]) or _is_alone(f)
    alike = page[0].when == f.when and (page[-1].type in _CONTACT) == (f.type in _CONTACT)
    return len(page) < MOST and not alone and alike


def _is_alone(f: Field) -> bool:
    """A choice or a long answer is a question of its own."""
    owed_answer = f.type is FieldType.YES_NO and (f.required or bool(f.when.all))
    return f.type in (FieldType.CHOICE, FieldType.LONG_TEXT) or owed_answer


def _sources(standard: Standard, page: Page) -> set[Place]:
    """The fields that the conditions of a page look at, through what is computed of them."""
    group = page.group or None
    named = {c.field for f in page.fields for c in f.when.all}
    return {place for key in named for place in _read_by(standard, group, key)}


def _read_by(standard: Standard, group: str | None, key: str) -> Iterator[Place]:
    f = _nearest(standard, group, key)
    if f is None:
        return
    if f.derive is None:
        yield f.group, f.key
        return
    for source in (f.derive.start, f.derive.end):
        yield from (
            (one.group, one.key)
            for one in standard.fields
            if one.key == source and one.group in (None, f.group)
        )


def _nearest(standard: Standard, group: str | None, key: str) -> Field | None:
    """The field of that key; one of the own group comes first."""
    found = [f for f in standard.fields if f.key == key and f.group in (None, group)]
    return next((f for f in found if f.group == group), next(iter(found), None))
