# SPDX-License-Identifier: EUPL-1.2
"""Reading a form's values, comparing them, computing the derived ones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.domain.filled import (
    as_date,
    as_number,
    completed_years,
    derive,
    holds,
    is_given,
    members,
)
from pendopo.domain.standard import Comparison, Condition, Derive, Field, Group, Standard, Step
from pendopo.domain.vocabulary import Derivation, FieldType, Kind, Op, Verb

PAIR = Group("calon", "Calon", (("suami", "Calon suami"), ("istri", "Calon istri")))
LIST = Group("saksi", "Saksi", at_least=2)
FILED = date(2026, 11, 23)
dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def standard(*fields: Field, groups: tuple[Group, ...] = (PAIR, LIST)) -> Standard:
    """A standard with these fields and one step."""
    step = Step("ajukan", "pemohon", Verb.SUBMIT, (("", "selesai"),))
    return Standard("contoh", Kind.LETTER, "Contoh", (), fields, (step,), groups)


def age(group: str | None = "calon") -> Field:
    """Years from birth to the wedding."""
    rule = Derive(Derivation.YEARS, "tanggal-lahir", "tanggal-akad")
    return Field("usia", "Usia", FieldType.INTEGER, group, derive=rule)


def weekdays(start: date, end: date) -> int:
    """A calendar of weekends only; the day of start is not counted."""
    days = (start + timedelta(n + 1) for n in range((end - start).days))
    return sum(day.weekday() < 5 for day in days)


def compare(op: Op, value: object, given_value: object) -> bool:
    """Whether one comparison holds for one answer."""
    comparison = Comparison("isian", op, value)  # type: ignore[arg-type]
    return holds(Condition((comparison,)), {"isian": given_value})


def test_an_empty_condition_always_holds() -> None:
    assert holds(Condition(), {})


@pytest.mark.parametrize("op", [Op.IS, Op.IS_NOT, Op.ONE_OF, Op.BELOW, Op.AT_LEAST])
def test_a_field_without_an_answer_meets_no_comparison(op: Op) -> None:
    value: object = ("a",) if op is Op.ONE_OF else 5
    assert not compare(op, value, None)
    assert not compare(op, value, "")


def test_given_false_holds_only_for_a_field_without_an_answer() -> None:
    assert compare(Op.GIVEN, False, None)
    assert not compare(Op.GIVEN, False, "ada")
    assert compare(Op.GIVEN, True, "ada")


def test_no_and_nought_are_answers() -> None:
    assert is_given(False) and is_given(0)
    assert not any(is_given(value) for value in (None, "", [], {}))


def test_all_comparisons_must_hold() -> None:
    both = Condition((Comparison("a", Op.IS, "x"), Comparison("b", Op.IS, "y")))
    assert holds(both, {"a": "x", "b": "y"})
    assert not holds(both, {"a": "x", "b": "z"})


def test_a_yes_is_not_the_word_true_nor_one() -> None:
    assert compare(Op.IS, True, True)
    assert not compare(Op.IS, True, 1)
    assert not compare(Op.IS, True, "true")


def test_numbers_compare_by_value_and_codes_by_spelling() -> None:
    assert compare(Op.IS, 20, "20") and compare(Op.IS, 20, Decimal("20.0"))
    assert not compare(Op.IS, "020", "20")


@given(st.integers(), st.integers())
def test_every_number_is_either_below_a_bound_or_at_least_it(number: int, bound: int) -> None:
    assert compare(Op.BELOW, bound, number) is not compare(Op.AT_LEAST, bound, number)


@given(st.text(min_size=1), st.text(min_size=1))
def test_an_answer_is_something_or_is_not(answer: str, wanted: str) -> None:
    assert compare(Op.IS, wanted, answer) is not compare(Op.IS_NOT, wanted, answer)
    assert compare(Op.IS, wanted, answer) is compare(Op.ONE_OF, (wanted,), answer)


def test_dates_are_read_from_dates_moments_and_iso_text() -> None:
    day = date(2026, 2, 28)
    assert [as_date(v) for v in (day, "2026-02-28", datetime(2026, 2, 28, 9, tzinfo=UTC))] == [
        day
    ] * 3
    assert as_date("28-02-2026") is None and as_date(20260228) is None


@pytest.mark.parametrize("value", [True, "abc", None, "NaN", "Infinity", [1], 1.5])
def test_what_is_no_plain_number_is_none(value: object) -> None:
    assert as_number(value) is None


def test_named_members_are_there_even_when_the_form_is_empty() -> None:
    assert [(m.key, m.label) for m in members(PAIR, {})] == list(PAIR.members)


def test_a_list_has_at_least_its_least_number_of_members() -> None:
    assert [m.key for m in members(LIST, {})] == ["1", "2"]
    assert [m.key for m in members(LIST, {"saksi": [{}, {}, {}]})] == ["1", "2", "3"]
    assert [m.label for m in members(LIST, {})] == ["Saksi 1", "Saksi 2"]


def test_a_birthday_completes_a_year() -> None:
    assert completed_years(date(2005, 11, 24), FILED) == 20
    assert completed_years(date(2005, 11, 23), FILED) == 21


def test_whoever_was_born_on_29_february_completes_a_year_on_1_march() -> None:
    born = date(2004, 2, 29)
    assert completed_years(born, date(2025, 2, 28)) == 20
    assert completed_years(born, date(2025, 3, 1)) == 21
    assert completed_years(born, date(2028, 2, 29)) == 24


def test_an_age_before_birth_is_no_age() -> None:
    assert completed_years(date(2027, 1, 1), FILED) is None


@given(dates, dates)
def test_an_age_grows_by_one_on_each_birthday_and_only_then(born: date, day: date) -> None:
    years = completed_years(born, day)
    tomorrow = completed_years(born, day + timedelta(1))
    if years is None or tomorrow is None:
        assert day < born
    else:
        leapling = (born.month, born.day) == (2, 29)
        next_day = day + timedelta(1)
        birthday = (next_day.month, next_day.day) == (born.month, born.day) or (
            leapling and (next_day.month, next_day.day) == (3, 1)
        )
        assert tomorrow - years in ({0, 1} if birthday else {0})


def test_each_member_gets_an_age_from_their_own_birth_and_the_common_wedding() -> None:
    form = {
        "tanggal-akad": "2026-12-01",
        "calon": {
            "suami": {"tanggal-lahir": "2000-12-02"},
            "istri": {"tanggal-lahir": date(2008, 1, 1)},
        },
    }
    filled = derive(standard(age()), form, FILED, weekdays)
    assert filled["calon"] == {
        "suami": {"tanggal-lahir": "2000-12-02", "usia": 25},
        "istri": {"tanggal-lahir": date(2008, 1, 1), "usia": 18},
    }


def test_a_list_stays_a_list() -> None:
    form = {"tanggal-akad": "2026-12-01", "saksi": [{"tanggal-lahir": "2000-01-01"}]}
    filled = derive(standard(age("saksi")), form, FILED, weekdays)
    assert filled["saksi"] == [{"tanggal-lahir": "2000-01-01", "usia": 26}]


def test_what_was_typed_for_a_derived_field_is_dropped() -> None:
    form = {"usia": 40, "tanggal-lahir": "2000-01-01", "calon": {"suami": {"usia": 99}}}
    filled = derive(standard(age(None), age("calon")), form, FILED, weekdays)
    assert filled == {"tanggal-lahir": "2000-01-01", "calon": {"suami": {}}}


def test_working_days_run_from_the_day_of_filing() -> None:
    rule = Derive(Derivation.WORKING_DAYS, "filed", "tanggal-akad")
    field = Field("sisa", "Sisa hari kerja", FieldType.INTEGER, derive=rule)
    filled = derive(standard(field), {"tanggal-akad": "2026-12-07"}, FILED, weekdays)
    assert filled["sisa"] == 10


def test_a_sum_adds_what_the_members_have_and_skips_what_they_lack() -> None:
    amount = Field("jumlah", "Jumlah", FieldType.MONEY, "saksi")
    total = Field("total", "Total", FieldType.MONEY, derive=Derive(Derivation.SUM, "jumlah"))
    rows = [{"jumlah": 125_000}, {}, {"jumlah": "75000"}]
    assert derive(standard(amount, total), {"saksi": rows}, FILED, weekdays)["total"] == 200_000
    assert "total" not in derive(standard(amount, total), {}, FILED, weekdays)


@given(st.lists(st.integers(0, 10**12), max_size=6))
def test_a_sum_is_the_sum(amounts: list[int]) -> None:
    amount = Field("jumlah", "Jumlah", FieldType.MONEY, "saksi")
    total = Field("total", "Total", FieldType.MONEY, derive=Derive(Derivation.SUM, "jumlah"))
    form = {"saksi": [{"jumlah": one} for one in amounts]}
    filled = derive(standard(amount, total), form, FILED, weekdays)
    assert filled.get("total", 0) == sum(amounts)


@given(st.dictionaries(st.sampled_from(["nama", "tanggal-akad", "usia"]), st.text(max_size=12)))
def test_deriving_twice_changes_nothing_more(form: dict[str, object]) -> None:
    once = derive(standard(age(None)), form, FILED, weekdays)
    assert derive(standard(age(None)), once, FILED, weekdays) == once
