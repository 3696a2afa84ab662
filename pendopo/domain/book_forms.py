# SPDX-License-Identifier: EUPL-1.2
"""A line that belongs to no case: what its book asks, and whether what was typed can stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pendopo.domain.book_words import AT_DELIVERY, TYPED, BookKind, Column, Shown
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Field
from pendopo.domain.typed import Ill, Setting, read
from pendopo.domain.vocabulary import FieldType

_CODE = re.compile(r"[0-9A-Za-z]+([.-][0-9A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class LineForm:
    """What was typed, in one shape, and what is wrong with it."""

    content: Mapping[str, str]
    troubles: tuple[Trouble, ...] = ()


def asked(columns: Iterable[Column], natures: Mapping[str, str]) -> tuple[Field, ...]:
    """What a line is asked for, in the order of the columns and each once.

    A column of fields of the form alone is asked for as a whole, in words.
    """
    found: dict[str, Field] = {}
    for column in columns:
        for one in _asked(column, natures):
            found.setdefault(one.key, one)
    return tuple(found.values())


def _asked(column: Column, natures: Mapping[str, str]) -> Iterator[Field]:
    typed = [s.shown for s in (*column.sources, *column.instead) if s.shown in TYPED]
    words = [s for s in column.sources if s.shown]
    for shown in filter(None, typed):
        type_, label = TYPED[shown]
        options = tuple(natures.items()) if type_ is FieldType.CHOICE else ()
        needed = column.needed and shown is typed[0]
        said = column.title if len(typed) == 1 and len(column.sources) == 1 else label
        yield Field(shown.value, said, type_, required=needed, options=options)
    if not words and not typed:
        first = column.sources[0]
        yield Field(first.key, column.title, FieldType.LONG_TEXT, required=column.needed)


def asked_at_delivery() -> tuple[Field, ...]:
    """What is noted when a sheet comes back with the receiver's signature."""
    return tuple(
        Field(shown.value, label, type_, required=True)
        for shown, (type_, label) in AT_DELIVERY.items()
    )


def check_line(
    fields: Iterable[Field], typed: Mapping[str, str], setting: Setting, *, whole: bool = True
) -> LineForm:
    """What was typed for these fields. With `whole` False nothing has to be there yet."""
    content: dict[str, str] = {}
    troubles: list[Trouble] = []
    known = tuple(fields)
    for field in known:
        raw = typed.get(field.key, "").strip()
        if not raw:
            if field.required and whole:
                troubles.append(Trouble(field.key, f"Isi «{field.label}»."))
            continue
        clean = _clean(field, raw, setting)
        if isinstance(clean, Ill):
            troubles.append(Trouble(field.key, f"{field.label}: {clean.text}"))
        else:
            content[field.key] = str(clean)
    if whole and known and not content and not troubles:
        troubles.append(Trouble(known[0].key, "Isi paling sedikit satu kolom."))
    return LineForm(content, tuple(troubles))


def _clean(field: Field, raw: str, setting: Setting) -> str | int | bool | Ill:
    if field.key == Shown.CLASSIFICATION and not _CODE.fullmatch(raw):
        return Ill("tulis kodenya saja, misalnya 400.9, tanpa spasi atau garis miring.")
    return read(field, raw, setting)


def tally_fields() -> tuple[Field, ...]:
    """What a count at the end of a day is asked for."""
    return (
        Field(Shown.COUNT.value, "Jumlah hari ini", FieldType.INTEGER, required=True),
        Field(Shown.PURPOSE.value, "Yang dihitung", FieldType.TEXT),
        Field(Shown.REMARKS.value, "Keterangan", FieldType.TEXT),
    )


def is_tally(kind: BookKind, content: Mapping[str, str]) -> bool:
    """Whether a line stands for a count and for nobody by name."""
    return kind.counts and Shown.COUNT in content and Shown.NAME not in content


def may_write(roles: frozenset[str], keepers: Iterable[str], kept_by: Iterable[str]) -> bool:
    """Whether somebody with these roles writes in a book: its keepers, and who keeps all books."""
    return bool(roles & {*keepers, *kept_by})
