# SPDX-License-Identifier: EUPL-1.2
"""The form of a line without a case: what its book asks, as pages show it and send it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pendopo.cases.bookshelf import OpenBook
from pendopo.domain.book_words import Shown
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Field
from pendopo.domain.typed import Setting
from pendopo.domain.vocabulary import FieldType
from pendopo.screens.books.cells import texts
from pendopo.screens.books.told import Around, Told
from pendopo.screens.forms.fields import Input
from pendopo.screens.forms.natural_days import full_day
from pendopo.screens.forms.reading import PREFIX
from pendopo.screens.forms.words import options_of, shown_value

Content = Mapping[str, str]


def typed_in(sent: Mapping[str, str], fields: Iterable[Field], setting: Setting) -> dict[str, str]:
    """What a page sent for these fields, as it was typed; dates written out."""
    typed: dict[str, str] = {}
    for field in fields:
        text = sent.get(f"{PREFIX}/{field.key}", "").strip()
        typed[field.key] = (
            full_day(text, setting.today) if field.type is FieldType.DATE and text else text
        )
    return typed


def inputs_of(
    fields: Iterable[Field],
    content: Content,
    setting: Setting,
    troubles: Iterable[Trouble] = (),
) -> tuple[Input, ...]:
    """The fields with what stands in them, as typed or as kept."""
    wrong = {trouble.where: trouble.text for trouble in troubles}
    return tuple(
        Input(
            place=field.key,
            label=field.label,
            type=field.type.value,
            value=shown_value(field, content.get(field.key)),
            required=field.required,
            shown=True,
            options=options_of(field, setting.villages, {}),
            trouble=wrong.get(field.key, ""),
        )
        for field in fields
    )


def content_of_case(shelf: OpenBook, told: Told, around: Around) -> dict[str, str]:
    """What a line that sends a case's paper on can say of it already, by the book's columns."""
    found: dict[str, str] = {}
    for column in shelf.columns:
        for source in column.sources:
            said = texts(source, told, around)
            if source.shown and said:
                found[source.key] = said[0]
        own = [source.key for source in column.sources if source.shown]
        instead = [text for one in column.instead for text in texts(one, told, around)]
        if own and own[0] not in found and instead:
            found[own[0]] = instead[0]
    return {key: text for key, text in found.items() if key != Shown.REFERENCE}
