# SPDX-License-Identifier: EUPL-1.2
"""Columns of books, and what a line that belongs to no case is asked."""

from __future__ import annotations

from datetime import date

import pytest

from pendopo.domain.book_forms import asked, asked_at_delivery, check_line, is_tally, may_write
from pendopo.domain.book_words import BookKind, Column, Shown, Source, read_columns
from pendopo.domain.typed import Setting
from pendopo.domain.vocabulary import FieldType

TODAY = date(2026, 11, 23)
SETTING = Setting(TODAY, "99.01.01", {"99.01.01.2001": "Sumberwangi"})
INCOMING = read_columns(
    [
        {"title": "No. agenda", "from": ["number"], "width": "narrow"},
        {"title": "No. & tgl surat", "from": ["letter-number", "letter-date"], "or": "form.nomor"},
        {"title": "Dari", "from": ["sender"], "needed": True},
        {"title": "Sifat", "from": ["nature"]},
        {"title": "Paraf", "from": ["blank"]},
        {"title": "Ket.", "from": "remarks"},
    ]
)
NATURES = {"biasa": "Biasa", "rahasia": "Rahasia"}


def test_a_source_is_a_word_or_a_field_of_the_form() -> None:
    assert Source.read("signer") == Source("signer", Shown.SIGNER)
    assert Source.read("form.calon.suami.nama").path == ("calon", "suami", "nama")
    with pytest.raises(ValueError):
        Source.read("signr")


def test_a_line_is_asked_what_its_columns_show_and_once() -> None:
    fields = asked(INCOMING, NATURES)
    assert [f.key for f in fields] == [
        *("letter-number", "letter-date", "sender", "nature", "remarks")
    ]
    assert [f.key for f in fields if f.required] == ["sender"]
    assert next(f for f in fields if f.key == "nature").options == tuple(NATURES.items())


def test_a_column_that_shows_one_word_lends_its_heading() -> None:
    labels = {f.key: f.label for f in asked(INCOMING, NATURES)}
    assert labels["sender"] == "Dari"
    assert labels["letter-date"] == "Tanggal surat"


def test_a_column_of_the_form_alone_is_asked_for_in_words() -> None:
    column = Column.read({"title": "Calon suami", "from": ["form.calon.suami.nama", "form.alamat"]})
    (field,) = asked([column], NATURES)
    assert (field.key, field.label) == ("form.calon.suami.nama", "Calon suami")
    assert field.type is FieldType.LONG_TEXT


def test_a_column_that_is_left_free_asks_nothing() -> None:
    column = Column.read({"title": "Tanda tangan", "from": "blank"})
    assert column.empty
    assert asked([column], NATURES) == ()


def test_what_is_typed_takes_one_shape() -> None:
    typed = {"sender": "  Dinas  Rekaan ", "letter-date": "20/11/2026", "nature": "biasa"}
    form = check_line(asked(INCOMING, NATURES), typed, SETTING)
    assert form.troubles == ()
    assert form.content == {
        "letter-date": "2026-11-20",
        "sender": "Dinas Rekaan",
        "nature": "biasa",
    }


def test_every_trouble_names_its_field() -> None:
    typed = {"letter-date": "31-02-2026", "nature": "ramai"}
    form = check_line(asked(INCOMING, NATURES), typed, SETTING)
    assert [t.where for t in form.troubles] == ["letter-date", "sender", "nature"]


def test_a_number_that_is_only_reserved_may_say_little() -> None:
    assert check_line(asked(INCOMING, NATURES), {}, SETTING, whole=False).troubles == ()
    assert check_line(asked(INCOMING, NATURES), {}, SETTING).troubles


def test_a_line_that_would_say_nothing_is_refused() -> None:
    fields = asked([Column.read({"title": "Nama", "from": "name"})], NATURES)
    assert [t.where for t in check_line(fields, {}, SETTING).troubles] == ["name"]


def test_a_code_of_classification_is_a_code() -> None:
    fields = asked([Column.read({"title": "Kode", "from": "classification"})], NATURES)
    assert check_line(fields, {"classification": "400.12.3.2"}, SETTING).troubles == ()
    assert check_line(fields, {"classification": "400 / 9"}, SETTING).troubles


def test_a_receiver_signs_with_name_and_day() -> None:
    assert [f.key for f in asked_at_delivery()] == ["receiver", "received"]


def test_a_count_stands_for_nobody_by_name() -> None:
    assert is_tally(BookKind.CARD, {"count": "24"})
    assert not is_tally(BookKind.CARD, {"count": "1", "name": "Wati"})
    assert not is_tally(BookKind.REGISTER, {"count": "24"})


def test_who_keeps_the_book_or_all_books_may_write() -> None:
    assert may_write(frozenset({"kasi"}), ["kasi"], ["loket"])
    assert may_write(frozenset({"loket"}), ["kasi"], ["loket"])
    assert not may_write(frozenset({"camat"}), ["kasi"], ["loket"])
