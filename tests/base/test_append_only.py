# SPDX-License-Identifier: EUPL-1.2
"""Tables whose rows are added and never changed, on the engine of this run."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations import Migration

from pendopo.base import guards
from pendopo.base.append_only import append_only, is_append_only
from tests import people
from tests.base.conftest import Shelves

OFFICE = people.OFFICE.code
on_postgres = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL only")
on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite only")


def refused() -> pytest.RaisesExc:
    return pytest.raises(IntegrityError, match="hanya dapat ditambah")


def test_a_row_is_added_and_read(shelves: Shelves) -> None:
    shelves.Line.objects.create(office_id=OFFICE, text="a")
    shelves.Line.objects.bulk_create([shelves.Line(office_id=OFFICE, text="b")])
    assert set(shelves.Line.objects.values_list("text", flat=True)) == {"a", "b"}


def test_it_cannot_be_changed_by_any_road(shelves: Shelves) -> None:
    row = shelves.Line.objects.create(office_id=OFFICE, text="a")
    row.text = "b"
    with refused():
        row.save()
    with refused():
        shelves.Line.objects.update(text="b")
    with refused():
        shelves.Line.objects.bulk_create(
            [shelves.Line(office_id=OFFICE, id=row.id, text="b")],
            update_conflicts=True,
            unique_fields=["office_id", "id"],
            update_fields=["text"],
        )
    assert shelves.Line.objects.get().text == "a"


def test_it_cannot_be_deleted(shelves: Shelves) -> None:
    row = shelves.Line.objects.create(office_id=OFFICE, text="a")
    with refused():
        row.delete()
    with refused():
        shelves.Line.objects.all().delete()
    assert shelves.Line.objects.count() == 1


@on_sqlite
def test_it_cannot_be_replaced(shelves: Shelves) -> None:
    row = shelves.Line.objects.create(office_id=OFFICE, text="a")
    with refused(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO base_line (office_id, id, text) VALUES (%s, %s, 'b')",
            [OFFICE, row.id.hex],
        )
    assert shelves.Line.objects.get().text == "a"


@on_postgres
def test_the_table_cannot_be_truncated(shelves: Shelves) -> None:
    with refused(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE base_line, base_parcel")


def test_a_column_that_may_change_does_and_the_others_do_not(shelves: Shelves) -> None:
    row = shelves.Parcel.objects.create(office_id=OFFICE, text="a")
    row.delivered = True
    row.save()
    shelves.Parcel.objects.update(delivered=False)
    row.text = "b"
    with pytest.raises(IntegrityError, match="selain kolom penandanya"):
        row.save()
    with refused():
        shelves.Parcel.objects.update(delivered=True, text="b")
    with refused():
        shelves.Parcel.objects.all().delete()
    row.refresh_from_db()
    assert (row.text, row.delivered) == ("a", False)


def test_a_value_set_to_null_is_a_change_too(shelves: Shelves) -> None:
    line = shelves.Line.objects.create(office_id=OFFICE, text="a")
    shelves.Parcel.objects.create(office_id=OFFICE, text="a", line_id=line.id)
    with refused():
        shelves.Parcel.objects.update(line_id=None)


def test_a_refusal_leaves_the_transaction_of_its_caller_as_it_was(shelves: Shelves) -> None:
    with transaction.atomic():
        shelves.Line.objects.create(office_id=OFFICE, text="a")
        with refused(), transaction.atomic():
            shelves.Line.objects.update(text="b")
    assert shelves.Line.objects.get().text == "a"


def test_after_a_migration_remade_the_table_the_guards_stand_again(shelves: Shelves) -> None:
    shelves.Line.objects.create(office_id=OFFICE, text="a")
    migrate(shelves, lambda editor: editor.alter_field(shelves.Line, *widened(shelves.Line)))
    assert guards.missing_guards(connection) == ()
    with refused():
        shelves.Line.objects.update(text="b")
    with refused():
        shelves.Line.objects.all().delete()
    assert shelves.Line.objects.count() == 1


def test_a_column_that_a_migration_adds_is_guarded_at_once(shelves: Shelves) -> None:
    colour = models.CharField(max_length=9, default="merah")
    colour.set_attributes_from_name("colour")
    shelves.Parcel.objects.create(office_id=OFFICE, text="a")
    migrate(shelves, lambda editor: editor.add_field(shelves.Parcel, colour))
    with refused(), connection.cursor() as cursor:
        cursor.execute("UPDATE base_parcel SET colour = 'biru'")


def test_without_a_migration_to_run_nothing_is_lifted(shelves: Shelves) -> None:
    emit_pre_migrate_signal(0, False, "default", plan=[])
    assert guards.missing_guards(connection) == ()


def test_making_guards_again_makes_nothing(shelves: Shelves) -> None:
    assert guards.install(connection) == ()


def test_a_guard_that_nobody_declares_any_more_is_dropped(shelves: Shelves) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER guard_old_0123456789 BEFORE DELETE ON base_parcel "
            + (
                "BEGIN SELECT RAISE(ABORT, 'old'); END"
                if connection.vendor == "sqlite"
                else "FOR EACH ROW EXECUTE FUNCTION pendopo_refuse('old')"
            )
        )
    guards.install(connection)
    assert "guard_old_0123456789" not in {one.name for one in guards._present(connection)}


def test_missing_guards_are_named_and_a_check_says_what_to_do(shelves: Shelves) -> None:
    guards.lift(connection)
    absent = guards.missing_guards(connection)
    assert any("base_line" in name for name in absent)
    found = [one for one in run_checks(databases=["default"]) if one.id == "pendopo.W001"]
    assert [one.is_serious() for one in found] == [False]
    assert absent[0] in found[0].msg
    assert "pendopo migrate" in str(found[0].hint)


@on_postgres
def test_a_disabled_guard_counts_as_missing(shelves: Shelves) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE base_line DISABLE TRIGGER USER")
    assert all("base_line" in name for name in guards.missing_guards(connection))
    assert len(guards.missing_guards(connection)) == 3


def test_only_declared_models_are_append_only(shelves: Shelves) -> None:
    from pendopo.offices.models import Office

    assert is_append_only(shelves.Line)
    assert not is_append_only(Office)


def test_a_column_that_does_not_exist_cannot_be_free_to_change(shelves: Shelves) -> None:
    with pytest.raises(Exception, match="has no field named 'colour'"):
        append_only(may_change=("colour",))(shelves.Line)


def migrate(shelves: Shelves, change: object) -> None:
    """What `migrate` does around a change of a table."""
    around = {"verbosity": 0, "interactive": False, "db": "default"}
    emit_pre_migrate_signal(**around, plan=[(Migration("0099_change", "base"), False)])
    with connection.schema_editor() as editor:
        change(editor)  # type: ignore[operator]
    emit_post_migrate_signal(**around)


def widened(model: type[models.Model]) -> tuple[models.Field, models.Field]:
    old = model._meta.get_field("text")
    new = models.TextField()
    new.set_attributes_from_name("text")
    new.model = model
    return old, new
