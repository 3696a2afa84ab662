# SPDX-License-Identifier: EUPL-1.2
"""How dates and numbers are typed and shown."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats, translation

BIRTHDAY = date(1985, 3, 12)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("typed", ["12-3-1985", "12-03-1985", "12/3/1985", "1985-03-12"])
def test_day_month_year_and_iso_are_read(language: str, typed: str) -> None:
    with translation.override(language):
        assert forms.DateField(localize=True).clean(typed) == BIRTHDAY


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("typed", ["03/13/1985", "12-3-85", "12/3/85", "Mar 12 1985", "12.3.1985"])
def test_month_first_and_short_years_are_not(language: str, typed: str) -> None:
    with translation.override(language), pytest.raises(ValidationError):
        forms.DateField(localize=True).clean(typed)


def test_a_date_is_printed_in_words_of_its_language() -> None:
    with translation.override("id"):
        assert formats.date_format(date(2026, 8, 17)) == "17 Agustus 2026"
    with translation.override("en"):
        assert formats.date_format(date(2026, 8, 17)) == "17 August 2026"


def test_a_clock_time_is_typed_with_dot_or_colon_and_shown_with_a_dot() -> None:
    with translation.override("id"):
        times = {forms.TimeField(localize=True).clean(typed) for typed in ("09.40", "9:40")}
        assert [formats.time_format(time) for time in times] == ["09.40"]


def test_what_a_browser_sends_for_a_moment_is_read() -> None:
    with translation.override("id"):
        read = forms.DateTimeField().clean("2026-11-23T09:40")
    assert isinstance(read, datetime)
    assert (read.day, read.hour) == (23, 9)


def test_numbers_have_an_indonesian_comma() -> None:
    with translation.override("id"):
        written = formats.number_format(Decimal("1234567.5"), use_l10n=True, force_grouping=True)
    assert written == "1.234.567,5"
