# SPDX-License-Identifier: EUPL-1.2
"""Conditions in words, one for every comparison of the language."""

from __future__ import annotations

import pytest

from pendopo.domain.standard import Ask, Comparison, Condition, Field, Standard
from pendopo.domain.vocabulary import FieldType, Kind, Op
from pendopo.portal.conditions import occasions

FIELDS = (
    Field("umur", "Umur", FieldType.INTEGER),
    Field("umur", "Umur calon", FieldType.INTEGER, group="calon"),
    Field("npwp", "NPWP", FieldType.TEXT),
    Field("wakil", "Diwakili", FieldType.YES_NO),
    Field(
        "alasan",
        "Alasan",
        FieldType.CHOICE,
        options=(("baru", "Baru"), ("hilang", "Hilang"), ("rusak", "Rusak")),
    ),
)


def ask(*comparisons: Comparison, key: str = "surat", each: str | None = None) -> Ask:
    return Ask(key, "Surat", each=each, when=Condition(comparisons))


def words(one: Ask, *others: Ask) -> tuple[str, ...]:
    standard = Standard("surat", Kind.LETTER, "Surat", (one, *others), FIELDS, ())
    return occasions(standard, one)


@pytest.mark.parametrize(
    ("comparison", "said"),
    [
        (Comparison("umur", Op.BELOW, 21), "bila umur di bawah 21"),
        (Comparison("umur", Op.AT_LEAST, 17), "bila umur 17 atau lebih"),
        (Comparison("alasan", Op.IS, "hilang"), "bila alasan: Hilang"),
        (Comparison("alasan", Op.IS_NOT, "baru"), "kecuali bila alasan: Baru"),
        (Comparison("alasan", Op.ONE_OF, ("hilang", "rusak")), "bila alasan: Hilang atau Rusak"),
        (Comparison("wakil", Op.IS, True), "bila diwakili"),
        (Comparison("npwp", Op.GIVEN, True), "bila ada NPWP"),
        (Comparison("npwp", Op.GIVEN, False), "bila tidak ada NPWP"),
        (Comparison("lama", Op.IS, "x"), "bila lama: x"),
    ],
)
def test_every_comparison_can_be_said(comparison: Comparison, said: str) -> None:
    assert words(ask(comparison)) == (said,)


def test_what_is_always_asked_has_one_occasion_without_words() -> None:
    assert words(ask()) == ("",)


def test_several_comparisons_are_joined() -> None:
    both = ask(Comparison("umur", Op.BELOW, 21), Comparison("alasan", Op.IS, "baru"))
    assert words(both) == ("bila umur di bawah 21 dan bila alasan: Baru",)


def test_a_field_of_the_ask_s_own_group_comes_first() -> None:
    assert words(ask(Comparison("umur", Op.BELOW, 21), each="calon")) == (
        "bila umur calon di bawah 21",
    )


def test_asks_that_turn_on_one_choice_are_told_option_by_option() -> None:
    one = ask(Comparison("alasan", Op.IS_NOT, "baru"))
    other = ask(Comparison("alasan", Op.IS, "rusak"), key="lain")
    assert words(one, other) == ("bila alasan: Hilang", "bila alasan: Rusak")
    assert words(other, one) == ("bila alasan: Rusak",)


def test_asks_with_the_same_condition_need_no_splitting() -> None:
    one = ask(Comparison("alasan", Op.IS_NOT, "baru"))
    other = ask(Comparison("alasan", Op.IS_NOT, "baru"), key="lain")
    assert words(one, other) == ("kecuali bila alasan: Baru",)
