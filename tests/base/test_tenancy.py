# SPDX-License-Identifier: EUPL-1.2
"""Rows of one office, and references that cannot leave it, on the engine of this run."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.models import ProtectedError

from pendopo.base.ids import new_id
from pendopo.base.tenancy import TenantModel, TenantReference
from pendopo.offices.models import Absence, Assignment, Office, Officer, Position, SigningRule
from tests import people
from tests.base.conftest import Shelves, forget


@pytest.fixture
def rini(office: Office) -> Officer:
    return Officer.objects.get(office=office, name=people.RINI.name)


@pytest.fixture
def dewi(other_office: Office) -> Officer:
    return Officer.objects.get(office=other_office, name=people.DEWI.name)


def position(office: Office, key: str = "camat") -> Position:
    return Position.objects.get(office=office, key=key)


def assigned(officer_id: UUID, to: Position) -> Assignment:
    return Assignment.objects.create(
        office_id=to.office_id,
        officer_id=officer_id,
        position_id=to.id,
        capacity="Plh.",
        from_date=date(2026, 1, 1),
    )


def refused() -> pytest.RaisesExc:
    return pytest.raises(IntegrityError)


def test_a_key_is_the_office_and_the_id(rini: Officer) -> None:
    assert rini.pk == (people.OFFICE.code, rini.id)
    assert Officer.objects.get(pk=rini.pk) == rini


def test_a_reference_leads_to_a_row_of_the_same_office(rini: Officer, office: Office) -> None:
    made = assigned(rini.id, position(office))
    assert made.officer == rini
    assert made in rini.assignments.all()
    found = Assignment.objects.select_related("officer").get(pk=made.pk)
    assert found.officer.name == people.RINI.name


@pytest.mark.parametrize("whose", ["nobody", "another office's"])
def test_the_database_refuses_a_reference_out_of_the_office(
    rini: Officer, dewi: Officer, office: Office, whose: str
) -> None:
    lost = new_id() if whose == "nobody" else dewi.id
    with refused(), transaction.atomic():
        assigned(lost, position(office))
    kept = assigned(rini.id, position(office))
    with refused(), transaction.atomic():
        Assignment.objects.filter(id=kept.id).update(officer_id=lost)
    with refused(), transaction.atomic():
        Assignment.objects.bulk_create([copy_of(kept, officer_id=lost)])


def test_a_row_cannot_move_to_another_office_and_leave_its_references(
    rini: Officer, dewi: Officer
) -> None:
    with refused(), transaction.atomic():
        Assignment.objects.filter(officer_id=rini.id).update(office_id=dewi.office_id)


def test_a_row_that_is_referred_to_can_be_neither_deleted_nor_renamed(rini: Officer) -> None:
    with pytest.raises(ProtectedError):
        rini.delete()
    with refused(), transaction.atomic():
        Officer.objects.filter(id=rini.id)._raw_delete("default")
    with refused(), transaction.atomic():
        Officer.objects.filter(id=rini.id).update(id=new_id())


def test_a_row_that_nothing_refers_to_can_be_deleted(office: Office) -> None:
    officer = Officer.objects.create(office=office, name="Nuri Contoh")
    assert officer.delete()[0] == 1


def test_changing_anything_else_of_a_parent_is_free(rini: Officer) -> None:
    rini.rank = "Penata Muda"
    rini.save()
    assert Officer.objects.get(pk=rini.pk).rank == "Penata Muda"


def test_one_id_in_two_offices_is_two_rows(rini: Officer, dewi: Officer) -> None:
    twin = Officer.objects.create(office=dewi.office, id=rini.id, name="Rini Kembar")
    assert twin != rini
    assert list(twin.assignments.all()) == []
    twin.delete()
    assert rini.assignments.count() == 2


def test_an_empty_reference_is_allowed_where_declared(office: Office) -> None:
    absence = Absence.objects.create(
        office=office, position=position(office), from_at=people.NOW, reason="Dinas luar"
    )
    assert absence.officer is None
    assert Absence.objects.select_related("officer", "position").get().position.key == "camat"


def test_setting_a_reference_to_nothing_keeps_the_office(office: Office) -> None:
    absence = Absence(office=office, position=position(office), from_at=people.NOW)
    absence.position = None
    assert (absence.office_id, absence.position_id) == (office.code, None)


def test_setting_a_reference_of_another_office_is_refused_before_the_database(
    office: Office, dewi: Officer
) -> None:
    with pytest.raises(ValueError, match=r"cannot refer to a row of office 99\.02\.01"):
        Assignment(office=office, officer=dewi)


def test_a_reference_alone_brings_the_office_along(office: Office) -> None:
    rule = SigningRule(position=position(office), on_behalf_of="camat")
    rule.save()
    assert rule.office_id == office.code


def test_an_office_with_rows_cannot_be_deleted(office: Office) -> None:
    with pytest.raises(ProtectedError):
        office.delete()


def test_a_row_may_refer_to_itself_and_several_to_each_other(shelves: Shelves) -> None:
    own = new_id()
    first = shelves.Line.objects.create(
        office_id=people.OFFICE.code, id=own, text="a", after_id=own
    )
    second = shelves.Line.objects.create(office_id=first.office_id, text="b", after=first)
    assert second.after == first.after == first


def test_a_reference_is_written_into_migrations_as_it_was_declared() -> None:
    field = Absence._meta.get_field("officer")
    _, path, args, kwargs = field.deconstruct()
    assert path == "pendopo.base.tenancy.TenantReference"
    assert args == []
    assert kwargs == {
        "to": "offices.officer",
        "column": "officer_id",
        "null": True,
        "related_name": "absences",
    }
    assert field.clone().deconstruct()[3] == kwargs


@pytest.mark.parametrize(
    ("column", "null", "words"),
    [
        (models.CharField(max_length=9), False, "is not a UUIDField"),
        (models.UUIDField(null=True), False, "null must be True"),
        (None, False, "must be declared before it"),
    ],
)
def test_a_reference_declared_wrongly_is_found_by_a_check(
    column: models.Field | None, null: bool, words: str
) -> None:
    class Wrong(TenantModel):
        if column is not None:
            officer_id = column
        officer = TenantReference(Officer, "officer_id", null=null)
        if column is None:
            officer_id = models.UUIDField()

        class Meta:
            app_label = "base"

    if column is not None:
        column.creation_counter = 0
    try:
        found = Wrong._meta.get_field("officer").check()
    finally:
        forget(Wrong)
    assert [one.id for one in found] == ["pendopo.E001"]
    assert words in found[0].msg


def test_both_engines_hold_every_declared_reference(db: None) -> None:
    from pendopo.base.guards import missing_guards

    assert missing_guards(connection) == ()


def copy_of(row: Assignment, **changes: object) -> Assignment:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    values.pop("pk", None)
    return Assignment(**{**values, "id": new_id(), **changes})
