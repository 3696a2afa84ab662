# SPDX-License-Identifier: EUPL-1.2
"""Forms as people fill them in: every problem at its place, all of them at once."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.domain.forms import check_form, missing_for_letter
from pendopo.domain.standard import Comparison, Condition, Derive, Field, Group
from pendopo.domain.vocabulary import Derivation, FieldType, Op
from tests.domain.filling_in import ANYTHING, SETTING, form, troubles
from tests.domain.standards_for_tests import LETTER

WATI = {"nama": "Wati Rekaan", "desa": "Sumberwangi"}


class TestWhatMustBeFilledIn:
    def test_what_is_missing_is_told_all_at_once(self) -> None:
        assert troubles(check_form(LETTER, {}, SETTING)) == {
            "nama": "Isi «Nama».",
            "desa": "Pilih «Desa».",
        }

    def test_spaces_are_no_answer(self) -> None:
        assert troubles(check_form(LETTER, {**WATI, "nama": "  "}, SETTING)) == {
            "nama": "Isi «Nama»."
        }

    def test_what_only_a_letter_prints_may_stay_empty_at_intake(self) -> None:
        checked = check_form(LETTER, WATI, SETTING)
        assert checked.troubles == ()
        assert missing_for_letter(LETTER, checked.values) == (("uraian", "Uraian"),)
        assert missing_for_letter(LETTER, {**checked.values, "uraian": "Isi."}) == ()

    def test_a_field_with_a_condition_is_needed_only_then(self) -> None:
        for typed in (True, "ya", "YA"):
            checked = check_form(LETTER, {**WATI, "luar-kota": typed}, SETTING)
            assert set(troubles(checked)) == {"tempat"}
        for typed in (False, "tidak", None):
            assert check_form(LETTER, {**WATI, "luar-kota": typed}, SETTING).troubles == ()

    def test_a_condition_on_an_age_is_judged_by_the_computed_age(self) -> None:
        child = Condition((Comparison("usia", Op.BELOW, 18),))
        years = Derive(Derivation.YEARS, "lahir", "filed")
        standard = form(
            Field("lahir", "Lahir", FieldType.DATE, group="ahli"),
            Field("usia", "Usia", FieldType.INTEGER, group="ahli", derive=years),
            Field("wali", "Wali", FieldType.NAME, group="ahli", required=True, when=child),
            groups=(Group("ahli", "Ahli"),),
        )
        rows = [{"lahir": "23-11-2008"}, {"lahir": "24-11-2008"}]
        assert set(troubles(check_form(standard, {"ahli": rows}, SETTING))) == {"ahli/2/wali"}

    def test_a_condition_on_working_days_needs_a_calendar(self) -> None:
        left = Derive(Derivation.WORKING_DAYS, "filed", "acara")
        standard = form(
            Field("acara", "Acara", FieldType.DATE),
            Field("sisa", "Sisa", FieldType.INTEGER, derive=left),
            Field(
                "alasan",
                "Alasan",
                FieldType.TEXT,
                required=True,
                when=Condition((Comparison("sisa", Op.BELOW, 5),)),
            ),
        )
        soon = {"acara": "25-11-2026"}
        assert set(troubles(check_form(standard, soon, SETTING))) == {"alasan"}
        assert check_form(standard, soon, replace(SETTING, working_days=None)).troubles == ()

    def test_whoever_stays_unknown_owes_nothing_that_names_her(self) -> None:
        standard = form(
            *(
                Field(kind.value, kind.value, kind, required=True)
                for kind in (
                    FieldType.NAME,
                    FieldType.NIK,
                    FieldType.KK,
                    FieldType.PHONE,
                    FieldType.EMAIL,
                    FieldType.TEXT,
                )
            )
        )
        assert set(troubles(check_form(standard, {}, SETTING, anonymous=True))) == {"text"}
        wrong = check_form(standard, {"nik": "12", "text": "x"}, SETTING, anonymous=True)
        assert set(troubles(wrong)) == {"nik"}

    def test_what_is_typed_wrongly_is_not_called_missing_as_well(self) -> None:
        standard = form(Field("nik", "NIK", FieldType.NIK, required=True))
        assert len(check_form(standard, {"nik": "12"}, SETTING).troubles) == 1

    def test_a_computed_field_is_never_typed(self) -> None:
        standard = form(
            Field("lahir", "Lahir", FieldType.DATE),
            Field(
                "usia",
                "Usia",
                FieldType.INTEGER,
                required=True,
                derive=Derive(Derivation.YEARS, "lahir", "filed"),
            ),
        )
        checked = check_form(standard, {"usia": "99"}, SETTING)
        assert (checked.values, checked.troubles) == ({}, ())

    def test_a_field_that_the_form_does_not_have_is_named(self) -> None:
        assert set(troubles(check_form(LETTER, {**WATI, "warna": "biru"}, SETTING))) == {"warna"}


COUPLE = form(
    Field("nama", "Nama", FieldType.NAME, group="calon", required=True),
    Field("nik", "NIK", FieldType.NIK, group="calon"),
    groups=(Group("calon", "Calon", (("suami", "Calon suami"), ("istri", "Calon istri"))),),
)


HEIRS = form(
    Field("nama", "Nama", FieldType.NAME, group="ahli", required=True),
    groups=(Group("ahli", "Ahli", at_least=1, at_most=3),),
)


class TestGroups:
    def test_each_member_has_its_own_place(self) -> None:
        typed = {"calon": {"istri": {"nama": "Wati", "nik": "99A"}}}
        assert set(troubles(check_form(COUPLE, typed, SETTING))) == {
            "calon/suami/nama",
            "calon/istri/nik",
        }

    def test_the_cleaned_form_has_the_shape_of_the_typed_one(self) -> None:
        typed = {"calon": {"suami": {"nama": " Joko "}, "istri": {"nama": "Wati"}}}
        assert check_form(COUPLE, typed, SETTING).values == {
            "calon": {"suami": {"nama": "Joko"}, "istri": {"nama": "Wati"}}
        }

    def test_a_member_that_the_group_does_not_have_is_named(self) -> None:
        typed = {"calon": {"suami": {"nama": "J"}, "istri": {"nama": "W"}, "saksi": {}}}
        assert set(troubles(check_form(COUPLE, typed, SETTING))) == {"calon/saksi"}

    @pytest.mark.parametrize("typed", ["Wati", [{"nama": "Wati"}], 3])
    def test_named_members_are_not_a_list(self, typed: object) -> None:
        assert set(troubles(check_form(COUPLE, {"calon": typed}, SETTING))) == {"calon"}

    @pytest.mark.parametrize("typed", ["Wati", None, 3])
    def test_a_member_is_filled_in_field_by_field(self, typed: object) -> None:
        whole = {"suami": {"nama": "Joko"}, "istri": typed}
        found = set(troubles(check_form(COUPLE, {"calon": whole}, SETTING)))
        assert "calon/istri" in found and "calon" not in found

    def test_a_list_is_counted(self) -> None:
        assert set(troubles(check_form(HEIRS, {}, SETTING))) == {"ahli"}
        assert set(troubles(check_form(HEIRS, {"ahli": []}, SETTING))) == {"ahli"}
        four = [{"nama": "Adi"}] * 4
        assert set(troubles(check_form(HEIRS, {"ahli": four}, SETTING))) == {"ahli"}
        assert check_form(HEIRS, {"ahli": four[:3]}, SETTING).troubles == ()

    def test_a_list_without_a_bound_has_one_all_the_same(self) -> None:
        endless = replace(HEIRS, groups=(Group("ahli", "Ahli"),))
        many = [{"nama": "Adi"}] * 201
        assert set(troubles(check_form(endless, {"ahli": many}, SETTING))) == {"ahli"}

    @pytest.mark.parametrize("typed", ["Adi", {"1": {"nama": "Adi"}}, 3])
    def test_a_list_is_a_list(self, typed: object) -> None:
        assert set(troubles(check_form(HEIRS, {"ahli": typed}, SETTING))) == {"ahli"}

    def test_a_row_is_filled_in_field_by_field(self) -> None:
        found = troubles(check_form(HEIRS, {"ahli": ["Adi", {"nama": "Ida"}]}, SETTING))
        assert "ahli/1" in found and "ahli/2" not in found

    def test_a_gap_in_a_row_has_its_number(self) -> None:
        rows = [{"nama": "Adi"}, {"nama": ""}, {"umur": "3", "nama": "Ida"}]
        assert set(troubles(check_form(HEIRS, {"ahli": rows}, SETTING))) == {
            "ahli/2/nama",
            "ahli/3/umur",
        }


EVERY_TYPE = form(
    *(Field(k.value, k.value, k, options=(("a", "A"),), required=True) for k in FieldType),
    *(Field("x", "X", k, group=g) for g, k in (("g", FieldType.NIK), ("l", FieldType.DATE))),
    groups=(Group("g", "G", (("a", "A"), ("b", "B"))), Group("l", "L", at_least=1)),
)


_PLACES = [k.value for k in FieldType] + ["g", "l", "lain"]


@given(st.dictionaries(st.sampled_from(_PLACES), ANYTHING, max_size=8))
def test_whatever_is_typed_is_answered(typed: dict[str, object]) -> None:
    checked = check_form(EVERY_TYPE, typed, SETTING)
    assert all(t.where and t.text for t in checked.troubles)
    json.dumps(checked.values)
