# SPDX-License-Identifier: EUPL-1.2
"""The form of every standard, as programs read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pendopo.domain.case import opened
from pendopo.domain.commands import Accepted, File
from pendopo.domain.decide import decide
from pendopo.domain.filled import derive
from pendopo.domain.forms import check_form
from pendopo.domain.standard import Comparison, Condition, Field, Group, Limit, Standard, Step
from pendopo.domain.vocabulary import FieldType, Kind, Op, Otherwise, Verb
from pendopo.screens.forms.described import intake_form
from pendopo.screens.forms.examples import example_form
from pendopo.screens.forms.schema import form_schema
from tests.people import TODAY
from tests.screens.schema_check import faults
from tests.screens.stage import CALENDAR, DESK, SETTING, all_standards, applicant, standard, world

EVERY = sorted(all_standards())
SUBMIT = Step("ajukan", "pemohon", Verb.SUBMIT, (("", "selesai"),))


def made(*fields: Field, **others: object) -> Standard:
    """A standard of one step with these fields."""
    plain = Standard("contoh", Kind.LETTER, "Contoh", (), fields, (SUBMIT,))
    return replace(plain, **others)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", EVERY)
def test_the_example_of_every_standard_is_accepted_without_a_word(name: str) -> None:
    of = standard(name)
    checked = check_form(of, example_form(of, DESK), SETTING)
    assert (checked.troubles, checked.warnings) == ((), ())
    values = derive(of, checked.values, TODAY, CALENDAR.working_days_between)
    decision = decide(of, opened(of), File(values), world(values, applicant()))
    assert isinstance(decision, Accepted), decision
    assert "reminders" not in decision.events[0].data


@pytest.mark.parametrize("name", EVERY)
def test_the_example_of_every_standard_follows_its_own_schema(name: str) -> None:
    form = intake_form(standard(name), DESK)
    assert [*faults(form["examples"][0], form)] == []


def test_nobody_can_have_the_numbers_of_an_example() -> None:
    real = replace(DESK, setting=replace(SETTING, region="35.14.11"))
    of = standard("35.14.11-pandaan/skck")
    numbers = {f.key for f in of.fields if f.type in (FieldType.NIK, FieldType.KK)}
    form = example_form(of, real)
    assert numbers & set(form)
    assert all(str(form[key]).startswith("991411") for key in numbers & set(form))
    assert not check_form(of, form, real.setting).troubles


@pytest.mark.parametrize("name", EVERY)
def test_a_schema_asks_for_no_more_than_the_check_does(name: str) -> None:
    """Leaving out what the schema calls required is what the check complains about."""
    of = standard(name)
    example = example_form(of, DESK)
    for key in form_schema(of, SETTING.villages).get("required", ()):
        without = {k: v for k, v in example.items() if k != key}
        troubles = check_form(of, without, SETTING).troubles
        assert any(one.where.split("/")[0] == key for one in troubles), key


@pytest.mark.parametrize("name", EVERY)
def test_the_example_is_accepted_on_a_friday_before_a_long_weekend(name: str) -> None:
    of = standard(name)
    friday = replace(SETTING, today=TODAY + timedelta(days=4))
    desk = replace(DESK, setting=friday, now=DESK.now + timedelta(days=4))
    assert check_form(of, example_form(of, desk), friday).troubles == ()


def test_villages_are_offered_by_code_with_their_names() -> None:
    of = made(Field("desa", "Desa", FieldType.VILLAGE, required=True))
    village = form_schema(of, SETTING.villages)["properties"]["desa"]
    assert village["enum"] == ["99.01.01.2001"]
    assert village["x-labels"] == {"99.01.01.2001": "Sumberwangi"}


def test_an_office_without_villages_takes_any_village_by_name() -> None:
    of = made(Field("desa", "Desa", FieldType.VILLAGE))
    assert "enum" not in form_schema(of, {})["properties"]["desa"]


def test_a_choice_carries_the_words_of_its_options() -> None:
    of = made(Field("untuk", "Untuk", FieldType.CHOICE, options=(("kerja", "Melamar kerja"),)))
    choice = form_schema(of, {})["properties"]["untuk"]
    assert (choice["enum"], choice["x-labels"]) == (["kerja"], {"kerja": "Melamar kerja"})


def test_what_only_a_letter_needs_is_not_required_but_marked() -> None:
    of = made(Field("alamat", "Alamat", FieldType.TEXT, required=True, letter_only=True))
    schema = form_schema(of, {})
    assert "required" not in schema
    assert schema["properties"]["alamat"]["x-required-for-letter"] is True


def test_what_is_required_under_a_condition_is_required_only_then() -> None:
    lost = Condition((Comparison("sebab", Op.IS, "hilang"),))
    options = (("baru", "Baru"), ("hilang", "Hilang"))
    of = made(
        Field("sebab", "Sebab", FieldType.CHOICE, required=True, options=options),
        Field("laporan", "Nomor laporan", FieldType.TEXT, required=True, when=lost),
    )
    schema = form_schema(of, {})
    assert [*faults({"sebab": "baru"}, schema)] == []
    assert [*faults({"sebab": "hilang"}, schema)] == ["/laporan is missing"]


def test_a_group_of_named_members_is_an_object_and_a_list_an_array() -> None:
    of = made(
        Field("nama", "Nama", FieldType.NAME, group="calon", required=True),
        Field("nama", "Nama", FieldType.NAME, group="saksi", required=True),
        groups=(
            Group("calon", "Calon", (("suami", "Suami"), ("istri", "Istri"))),
            Group("saksi", "Saksi", (), 2, 3),
        ),
    )
    schema = form_schema(of, {})
    assert schema["required"] == ["calon", "saksi"]
    assert schema["properties"]["calon"]["required"] == ["suami", "istri"]
    assert schema["properties"]["saksi"]["minItems"] == 2
    assert [*faults({"calon": {}, "saksi": []}, schema)] == [
        "/calon/suami is missing",
        "/calon/istri is missing",
        "/saksi: 0 members",
    ]


def test_an_amendment_asks_for_nothing_again() -> None:
    of = made(Field("nama", "Nama", FieldType.NAME, required=True))
    assert [*faults({}, form_schema(of, {}, partial=True))] == []


def test_an_example_keeps_a_lead_time_that_would_refuse_it() -> None:
    limit = Limit("lima", "ajukan", "acara", 5, "working-day", Otherwise.REFUSE)
    of = made(Field("acara", "Tanggal acara", FieldType.DATE, required=True), limits=(limit,))
    example = example_form(of, DESK)
    values = derive(of, example, TODAY, CALENDAR.working_days_between)
    decision = decide(of, opened(of), File(values), world(values, applicant()))
    assert isinstance(decision, Accepted), (example, decision)


def test_an_example_fills_what_its_own_choice_makes_necessary() -> None:
    always = Condition((Comparison("sebab", Op.IS, "baru"),))
    of = made(
        Field("sebab", "Sebab", FieldType.CHOICE, required=True, options=(("baru", "Baru"),)),
        Field("nomor", "Nomor surat", FieldType.TEXT, required=True, when=always),
    )
    assert "nomor" in example_form(of, DESK)
