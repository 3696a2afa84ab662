# SPDX-License-Identifier: EUPL-1.2
"""Lead times and cautions: what is only said, what needs a reason, what refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pendopo.domain.events import Json
from pendopo.domain.reminders import Heard, reminders, standing_reminders
from pendopo.domain.standard import Caution, Condition, Limit, Standard
from pendopo.domain.vocabulary import Otherwise
from tests.domain.desk import FORM, MONDAY, RINI, at_step, computed, done, world
from tests.domain.standards_for_tests import LETTER

HERE = LETTER.step("periksa")
FIVE_DAYS = Limit("lima-hari", "periksa", "acara", 5, "working-day", Otherwise.REASON)


def limited(**changes: object) -> Standard:
    """A standard with one limit, changed so."""
    return replace(LETTER, limits=(replace(FIVE_DAYS, **changes),), cautions=())  # type: ignore[arg-type]


def standing(standard: Standard, acara: object) -> list[str]:
    """What stands on Monday 23 November 2026 for something on that date."""
    seen = world(RINI, values={"acara": acara})
    return [r.say for r in standing_reminders(standard, HERE, seen, MONDAY)]


def heard(standard: Standard, acara: object, **reasons: Json) -> Heard:
    seen = world(RINI, values={"acara": acara})
    return reminders(standard, HERE, seen, {"reminders": dict(reasons)}, MONDAY)


class TestLimits:
    def test_working_days_are_counted_back_from_the_day_before(self) -> None:
        assert standing(limited(), "2026-11-28") == []
        assert standing(limited(), "2026-11-27") != []

    def test_plain_days_are_counted_back_as_they_come(self) -> None:
        days = limited(unit="day")
        assert standing(days, "2026-11-28") == []
        assert standing(days, "2026-11-27") != []

    def test_less_than_turns_it_round(self) -> None:
        few = limited(less_than=True)
        assert standing(few, "2026-11-27") == []
        assert standing(few, "2026-11-28") != []

    @pytest.mark.parametrize("acara", [None, "", "kelak", 3, ["2026-11-24"]])
    def test_without_a_date_there_is_nothing_to_say(self, acara: object) -> None:
        assert standing(limited(), acara) == []

    def test_another_step_is_not_reminded(self) -> None:
        assert standing(limited(at="ajukan"), "2026-11-24") == []

    def test_the_standards_own_words_come_first(self) -> None:
        assert standing(limited(say="Terlalu dekat."), "2026-11-24") == ["Terlalu dekat."]

    def test_else_it_says_by_when_and_asks_for_a_reason(self) -> None:
        assert standing(limited(), "2026-11-27") == [
            "Seharusnya paling lambat 5 hari kerja sebelumnya, yaitu Jumat, 20 November 2026. "
            "Tulis alasan bila tetap dilanjutkan."
        ]

    def test_nobody_is_asked_for_a_reason_that_would_not_help(self) -> None:
        for otherwise in (Otherwise.ADVISE, Otherwise.REFUSE):
            assert "Tulis alasan" not in standing(limited(otherwise=otherwise), "2026-11-27")[0]

    def test_the_other_sense_has_its_own_words(self) -> None:
        few = limited(less_than=True, unit="day", value=10, otherwise=Otherwise.ADVISE)
        assert standing(few, "2026-12-25") == [
            "Ini hanya bila kurang dari 10 hari sebelumnya, jadi sesudah Selasa, 15 Desember 2026."
        ]

    def test_the_day_is_that_of_the_offices_zone(self) -> None:
        """20.00 UTC on the 23rd is the 24th in Java."""
        seen = world(RINI, values={"acara": "2026-11-24"})
        late = MONDAY.replace(hour=20)
        same_day = limited(unit="day", value=1)
        assert standing_reminders(same_day, HERE, seen, MONDAY) == ()
        assert len(standing_reminders(same_day, HERE, seen, late)) == 1


class TestHearing:
    def test_advice_is_told_and_remembered(self) -> None:
        answer = heard(limited(otherwise=Otherwise.ADVISE), "2026-11-24")
        assert (answer.keys, answer.refused) == (("lima-hari",), ())

    def test_a_reason_lets_it_go_on(self) -> None:
        answer = heard(limited(), "2026-11-24")
        assert [(r.code, r.where) for r in answer.refused] == [
            ("limit-reason", "reminders/lima-hari")
        ]
        answer = heard(limited(), "2026-11-24", **{"lima-hari": " Duka mendadak. "})
        assert (answer.refused, answer.reasons) == ((), ("lima-hari: Duka mendadak.",))

    @pytest.mark.parametrize("reason", ["", "  ", None])
    def test_an_empty_reason_is_none(self, reason: Json) -> None:
        assert heard(limited(), "2026-11-24", **{"lima-hari": reason}).refused

    def test_no_reason_moves_what_the_law_refuses(self) -> None:
        answer = heard(
            limited(otherwise=Otherwise.REFUSE), "2026-11-24", **{"lima-hari": "Tolong."}
        )
        assert [r.code for r in answer.refused] == ["limit-refuse"]

    def test_a_reason_for_what_does_not_stand_is_not_kept(self) -> None:
        assert heard(limited(), "2026-12-24", **{"lima-hari": "Duka."}) == Heard()

    def test_all_that_stands_is_heard_at_once(self) -> None:
        caution = Caution("hati", "periksa", Condition(), Otherwise.REASON, "Hati-hati.")
        both = replace(limited(), cautions=(caution,))
        assert len(heard(both, "2026-11-24").refused) == 2


class TestCautions:
    def test_one_is_heard_for_each_member_it_concerns(self) -> None:
        rows = [{"nama-anak": "Adi", "lahir": f"{year}-01-01"} for year in (2015, 2000, 2016)]
        desk = at_step("periksa", {**FORM, "anak": rows})
        found = standing_reminders(LETTER, HERE, desk.world(RINI), MONDAY)
        assert [r.key for r in found] == ["anak/1", "anak/3"]
        assert found[0].say == "Anak 1: Masih anak-anak."

    def test_what_was_only_told_leaves_its_trace_in_the_event(self) -> None:
        desk = at_step("periksa", {**FORM, "luar-kota": True, "tempat": "Kota"})
        assert done(desk.check()).events[0].data["reminders"] == ["luar-kota"]

    def test_the_reason_is_kept_where_it_can_be_erased(self) -> None:
        desk = at_step("periksa", {**FORM, "anak": [{"nama-anak": "Adi", "lahir": "2015-01-01"}]})
        data: dict[str, Json] = {"reminders": {"anak/1": "Sudah dijelaskan."}, "note": "Ibu hadir."}
        event = done(desk.act(RINI, "periksa", verdicts=desk.verdicts(), **data)).events[0]
        assert event.private["note"] == "Ibu hadir.; anak/1: Sudah dijelaskan."
        assert event.data["reminders"] == ["anak/1"]
        assert computed(LETTER, desk.values) == desk.values
