# SPDX-License-Identifier: EUPL-1.2
"""The pages of every form: each question once, none before what its condition looks at."""

from __future__ import annotations

from collections import Counter

import pytest

from pendopo.domain.forms import IDENTIFYING
from pendopo.domain.standard import Comparison, Condition, Derive, Field, Group, Standard, Step
from pendopo.domain.vocabulary import Derivation, FieldType, Kind, Op, Verb
from pendopo.portal.applying.planner import MOST, Page, asks_now, fields_now, may_grow, plan
from pendopo.screens.forms.fields import is_letter
from tests.screens.stage import all_standards, standard

ROWS = 3
EVERY = sorted(all_standards())
SUBMIT = Step("ajukan", "pemohon", Verb.SUBMIT, (("", "selesai"),))


def of(*fields: Field, groups: tuple[Group, ...] = ()) -> Standard:
    return Standard("contoh", Kind.LETTER, "Contoh", (), fields, (SUBMIT,), groups)


def text(key: str, **more: object) -> Field:
    return Field(key, key.capitalize(), FieldType.TEXT, **more)  # type: ignore[arg-type]


def keys(pages: tuple[Page, ...]) -> list[tuple[str, ...]]:
    return [page.places for page in pages]


def owed(one: Standard) -> Counter[str]:
    """Every place that an applicant has to be asked, with three members in each list."""
    letter = is_letter(one, {})
    places: list[str] = []
    for f in one.fields:
        if f.derive or f.by_office or (f.letter_only and not letter):
            continue
        if f.group is None:
            places.append(f.key)
            continue
        group = one.group(f.group)
        names = [str(n) for n in range(1, ROWS + 1)] if group.is_list else dict(group.members)
        places += [f"{group.key}/{name}/{f.key}" for name in names]
    return Counter(places)


def planned(one: Standard, **more: object) -> tuple[Page, ...]:
    rows = {group.key: ROWS for group in one.groups}
    return plan(one, letter=is_letter(one, {}), rows=rows, **more)  # type: ignore[arg-type]


def test_all_services_and_national_rights_are_looked_at() -> None:
    assert len(EVERY) == 30


@pytest.mark.parametrize("name", EVERY)
def test_every_question_stands_on_exactly_one_page(name: str) -> None:
    one = standard(name)
    assert Counter(place for page in planned(one) for place in page.places) == owed(one)


@pytest.mark.parametrize("name", EVERY)
def test_every_page_is_small_and_has_an_address_of_its_own(name: str) -> None:
    pages = planned(standard(name))
    assert max(len(page.fields) for page in pages) <= MOST + 1
    assert len({page.key for page in pages}) == len(pages)


@pytest.mark.parametrize("name", EVERY)
def test_no_question_comes_before_what_it_hangs_on(name: str) -> None:
    one = standard(name)
    at = {place: n for n, page in enumerate(planned(one)) for place in page.places}
    for n, page in enumerate(planned(one)):
        for source in {c.field for f in page.fields for c in f.when.all}:
            near = [page.place(f) for f in one.fields if f.key == source and f.group]
            where = next((at[w] for w in (*near, source) if w in at), -1)
            assert where < n, (page.key, source)


@pytest.mark.parametrize("name", EVERY)
def test_every_list_can_grow_after_its_members(name: str) -> None:
    one = standard(name)
    pages = planned(one)
    lists = [group.key for group in one.groups if group.is_list]
    assert sorted(page.key for page in pages if page.is_list) == sorted(lists)
    for n, page in enumerate(pages):
        if page.is_list:
            assert not any(later.group == page.group for later in pages[n + 1 :])


@pytest.mark.parametrize("name", EVERY)
def test_whoever_stays_unnamed_is_not_asked_who_she_is(name: str) -> None:
    asked = {f.type for page in planned(standard(name), anonymous=True) for f in page.fields}
    assert not asked & set(IDENTIFYING)


def test_what_belongs_together_stands_together() -> None:
    pages = plan(
        of(
            text("nama"),
            text("desa"),
            text("asal"),
            text("surat-nomor"),
            text("surat-tanggal"),
            text("surat-hal"),
        ),
        letter=True,
    )
    assert keys(pages) == [
        ("nama", "desa", "asal"),
        ("surat-nomor", "surat-tanggal", "surat-hal"),
    ]


def test_a_choice_and_a_long_answer_stand_alone() -> None:
    pages = plan(
        of(
            text("nama"),
            Field("alasan", "Alasan", FieldType.CHOICE, options=(("a", "A"),)),
            text("asal"),
            Field("isi", "Isi", FieldType.LONG_TEXT),
        ),
        letter=True,
    )
    assert keys(pages) == [("nama",), ("alasan",), ("asal",), ("isi",)]


def test_a_question_waits_for_the_one_that_it_hangs_on() -> None:
    when = Condition((Comparison("alasan", Op.IS, "lain"),))
    one = of(text("sebab", when=when), text("alasan"))
    pages = plan(one, letter=True)
    assert keys(pages) == [("alasan",), ("sebab",)]
    assert asks_now(one, pages[1], {"alasan": "lain"})
    assert not asks_now(one, pages[1], {"alasan": "nikah"})


def test_a_condition_on_an_age_waits_for_both_its_dates() -> None:
    when = Condition((Comparison("usia", Op.BELOW, 19),))
    one = of(
        Field("nama", "Nama", FieldType.NAME, group="calon"),
        Field("wali", "Wali", FieldType.NAME, group="calon", when=when),
        Field("lahir", "Lahir", FieldType.DATE, group="calon"),
        Field(
            "usia",
            "Usia",
            FieldType.INTEGER,
            group="calon",
            derive=Derive(Derivation.YEARS, "lahir", "akad"),
        ),
        Field("akad", "Akad", FieldType.DATE),
        groups=(Group("calon", "Calon", (("istri", "Istri"),)),),
    )
    pages = plan(one, letter=True)
    assert keys(pages) == [
        ("calon/istri/nama",),
        ("calon/istri/lahir",),
        ("akad",),
        ("calon/istri/wali",),
    ]
    young = {"calon": {"istri": {"usia": 17}}}
    assert [f.key for f in fields_now(one, pages[3], young)] == ["wali"]


def test_a_list_owes_its_least_and_ends_at_its_most() -> None:
    group = Group("saksi", "Saksi", at_least=1, at_most=2)
    one = of(text("nama", group="saksi"), groups=(group,))
    assert keys(plan(one, letter=True)) == [("saksi/1/nama",), ()]
    assert may_grow(group, {})
    assert not may_grow(group, {"saksi": 2})
    assert len(plan(one, letter=True, rows={"saksi": 9})) == 3


def test_what_only_a_letter_prints_is_asked_where_the_office_writes_it() -> None:
    one = of(text("nama"), text("alamat", letter_only=True), text("kelas", by_office=True))
    assert keys(plan(one, letter=False)) == [("nama",)]
    assert keys(plan(one, letter=True)) == [("nama", "alamat")]
