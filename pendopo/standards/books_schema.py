# SPDX-License-Identifier: EUPL-1.2
"""The language of books: their columns, and what the nation says of each kind of book."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from pendopo.domain.book_words import SOURCE, BookKind, Width
from pendopo.standards.grammar import Key, Text, Word, one_or_many

BookKindWord = Annotated[BookKind, Field(strict=False)]
WidthWord = Annotated[Width, Field(strict=False)]
SourceName = Annotated[str, StringConstraints(pattern=rf"^({SOURCE.pattern})$")]
SourceNames = Annotated[
    list[SourceName],
    Field(min_length=1),
    BeforeValidator(one_or_many, json_schema_input_type=SourceName | list[SourceName]),
]


class BookColumn(Word):
    """One column of a book: its heading and what stands in it."""

    title: Text
    from_: SourceNames = Field(alias="from")
    or_: SourceNames | None = Field(default=None, alias="or")
    width: WidthWord = Width.NORMAL
    sum: bool = False
    needed: bool = False


class BookDefault(Word):
    """What a kind of book has where the office says nothing."""

    columns: list[BookColumn] = Field(min_length=1)


class Nature(Word):
    """How a letter is to be handled (sifat surat)."""

    key: Key
    title: Text
    confidential: bool = False


class Books(Word):
    """national/books.yaml"""

    language: Literal[1]
    kept_by: list[Key] = Field(min_length=1)
    set_by: list[Key] = Field(min_length=1)
    disposed_by: list[Key] = Field(min_length=1)
    natures: list[Nature] = Field(min_length=1)
    wishes: list[Text] = Field(min_length=1)
    kinds: dict[BookKindWord, BookDefault]
