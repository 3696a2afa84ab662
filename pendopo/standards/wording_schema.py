# SPDX-License-Identifier: EUPL-1.2
"""The language of a wording: what a letter says, shared by all services that write such a one."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from pendopo.domain.vocabulary import Source
from pendopo.standards.grammar import FormWord, SourceWord, Text, Word, one_or_many

Lines = Annotated[
    list[Text], BeforeValidator(one_or_many, json_schema_input_type=Text | list[Text])
]


class SentRow(Word):
    """One row of a transmittal: what is sent, how many, and a remark."""

    what: Text
    count: Text | None = None
    remark: Text | None = None


class LabelledLine(Word):
    """One line of a countersign: its label and what stands behind it."""

    label: Text
    value: Text


class Cosigner(Word):
    """Somebody whose signature stands beside the office's own."""

    title: Text
    name: Text | None = None
    rank: Text | None = None
    nip: Text | None = None
    heading: Text | None = None


class Wording(Word):
    """wordings/NAME.yaml, of the nation or of one office. Every text may hold placeholders."""

    language: Literal[1]
    form: FormWord
    heading: Text | None = None
    to: Lines = []
    subject: Text | None = None
    nature: Text | None = None
    attachments: Text | None = None
    body: Text | None = None
    rows: list[SentRow] = []
    lines: list[LabelledLine] = []
    on_behalf: Text | None = None
    over: Text | None = None
    parties: list[Cosigner] = []
    knowing: list[Cosigner] = []
    responsibility: Text | None = None
    slip: bool = False
    source: SourceWord = Source.INFERRED
    cite: Text | None = None
    note: Text | None = None
