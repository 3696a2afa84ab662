# SPDX-License-Identifier: EUPL-1.2
"""Tables whose rows are added and never changed: the database itself refuses.

This holds against our own mistakes and against a clerk with a database tool. Against somebody
who drops triggers there is the hash chain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from pendopo.base.guards import Guard, column_of, guard, maker

M = TypeVar("M", bound=type[models.Model])
_declared: dict[type[models.Model], tuple[str, ...]] = {}

_REFUSE_FUNCTION = """
CREATE OR REPLACE FUNCTION pendopo_refuse() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END
$body$"""


def append_only(*, may_change: tuple[str, ...] = ()) -> Callable[[M], M]:
    """Declare that rows of this model stay as they were written and are never deleted.

    `may_change` names the columns that may still change, such as the flag of a delivery. Any
    other update and every delete, replacement or truncation raises django.db.IntegrityError.
    """

    def declare(model: M) -> M:
        for column in may_change:
            model._meta.get_field(column)
        _declared[model] = may_change
        return model

    return declare


def is_append_only(model: type[models.Model]) -> bool:
    """Whether the model was declared so."""
    return model in _declared


@maker
def _guards(connection: BaseDatabaseWrapper, model: type[models.Model]) -> Iterable[Guard]:
    if model not in _declared:
        return ()
    kept = _kept_columns(connection, model) if _declared[model] else ()
    if connection.vendor == "sqlite":
        return _on_sqlite(model._meta.db_table, kept)
    return _on_postgres(connection, model._meta.db_table, kept)


def _kept_columns(connection: BaseDatabaseWrapper, model: type[models.Model]) -> tuple[str, ...]:
    """As the database has them, so that a half migrated table is guarded as well."""
    free = {column_of(model, name) for name in _declared[model]}
    with connection.cursor() as cursor:
        table = connection.introspection.get_table_description(cursor, model._meta.db_table)
    return tuple(column.name for column in table if column.name not in free)


def _message(table: str, kept: tuple[str, ...]) -> str:
    but = "" if not kept else " (selain kolom penandanya)"
    return f"Baris {table} hanya dapat ditambah, tidak dapat diubah{but} atau dihapus."


def _on_sqlite(table: str, kept: tuple[str, ...]) -> Iterable[Guard]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_message(table, kept)}'); END"
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in kept)
    when = f"WHEN {changed} " if kept else ""
    update = f'CREATE TRIGGER "{{name}}" BEFORE UPDATE ON "{table}" {when}{refuse}'
    yield guard("update", table, update)
    # With PRAGMA recursive_triggers this stops INSERT OR REPLACE as well.
    yield guard("delete", table, f'CREATE TRIGGER "{{name}}" BEFORE DELETE ON "{table}" {refuse}')


def _on_postgres(
    connection: BaseDatabaseWrapper, table: str, kept: tuple[str, ...]
) -> Iterable[Guard]:
    refuse = f"EXECUTE FUNCTION pendopo_refuse('{_message(table, kept)}')"
    changed = " OR ".join(f'OLD."{column}" IS DISTINCT FROM NEW."{column}"' for column in kept)
    when = f"WHEN ({changed}) " if kept else ""
    for kind, deed in (
        ("update", f'BEFORE UPDATE ON "{table}" FOR EACH ROW {when}'),
        ("delete", f'BEFORE DELETE ON "{table}" FOR EACH ROW '),
        ("truncate", f'BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT '),
    ):
        yield guard(kind, table, f'{_REFUSE_FUNCTION}; CREATE TRIGGER "{{name}}" {deed}{refuse}')
