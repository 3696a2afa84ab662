# SPDX-License-Identifier: EUPL-1.2
"""Triggers and constraints that models declare and migrations do not know of.

A migration cannot keep them: SQLite remakes a whole table for most changes and drops its
triggers silently, and it refuses to rename a table that another table's trigger names. So
they are lifted before a migration on SQLite and made again after every migration. A guard's
name ends with a digest of its SQL: a guard that is there under its name is the right one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.apps import apps
from django.db import connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

PREFIX = "guard_"
_LOCK = 7_263_673_6
"""PostgreSQL's advisory lock while guards are made, for servers that start at once."""

_ON_SQLITE = "SELECT name, tbl_name, 't' FROM sqlite_master WHERE type = 'trigger'"
_ON_POSTGRES = """
    SELECT tgname, relname, 't' FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') AND pg_table_is_visible(tgrelid)
    UNION ALL
    SELECT conname, relname, 'f' FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
    WHERE contype = 'f' AND convalidated AND pg_table_is_visible(conrelid)
"""


@dataclass(frozen=True, slots=True)
class Guard:
    """One trigger or foreign key: its name, and the SQL that makes it."""

    name: str
    create: str


@dataclass(frozen=True, slots=True)
class _Present:
    name: str
    table: str
    is_constraint: bool


Maker: TypeAlias = Callable[[BaseDatabaseWrapper, type[models.Model]], Iterable[Guard]]
_makers: list[Maker] = []


def maker(make: Maker) -> Maker:
    """Decorator of a function that tells which guards a model's table needs."""
    _makers.append(make)
    return make


def guard(kind: str, table: str, sql: str) -> Guard:
    """A guard whose SQL says `{name}` where its own name belongs; the name is made here."""
    digest = hashlib.sha256(sql.encode()).hexdigest()[:10]
    name = f"{PREFIX}{kind}_{table}"[:50] + f"_{digest}"
    return Guard(name, sql.replace("{name}", name))


def column_of(model: type[models.Model], name: str) -> str:
    """The column of a model's field. Raises FieldDoesNotExist or LookupError."""
    field = model._meta.get_field(name)
    if not isinstance(field, models.Field) or field.column is None:
        raise LookupError(f"{model.__name__}.{name} has no column of its own")
    return field.column


def install(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """Make what is missing and drop what is no longer wanted; the names of what was made."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        wanted = {one.name: one for one in _wanted(connection)}
        present = _present(connection)
        for old in present:
            if old.name not in wanted:
                cursor.execute(_drop(connection, old))
        absent = wanted.keys() - {old.name for old in present}
        for name in sorted(absent):
            cursor.execute(wanted[name].create)
        return tuple(sorted(absent))


def lift(connection: BaseDatabaseWrapper) -> None:
    """Drop every guard. Only a migration on SQLite and the emptying of a database need this."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for old in _present(connection):
            cursor.execute(_drop(connection, old))


def missing_guards(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """The names of guards that the models declare and the database lacks or has disabled."""
    present = {old.name for old in _present(connection)}
    return tuple(sorted({one.name for one in _wanted(connection)} - present))


def _wanted(connection: BaseDatabaseWrapper) -> Iterable[Guard]:
    """For every table that exists: while a migration is half done, some do not yet."""
    tables = set(connection.introspection.table_names())
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and model._meta.db_table in tables:
            for make in _makers:
                yield from make(connection, model)


def _present(connection: BaseDatabaseWrapper) -> tuple[_Present, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_ON_SQLITE if connection.vendor == "sqlite" else _ON_POSTGRES)
        rows = cursor.fetchall()
    return tuple(_Present(n, t, kind == "f") for n, t, kind in rows if n.startswith(PREFIX))


def _drop(connection: BaseDatabaseWrapper, old: _Present) -> str:
    quote = connection.ops.quote_name
    if connection.vendor == "sqlite":
        return f"DROP TRIGGER {quote(old.name)}"
    if old.is_constraint:
        return f"ALTER TABLE {quote(old.table)} DROP CONSTRAINT {quote(old.name)}"
    return f"DROP TRIGGER {quote(old.name)} ON {quote(old.table)}"


def before_migration(*, using: str, plan: list[Any], **_: object) -> None:
    """On pre_migrate: make room for table remakes, when anything is to be done at all."""
    connection = connections[using]
    if plan and connection.vendor == "sqlite":
        lift(connection)


def after_migration(*, using: str, **_: object) -> None:
    """On post_migrate: everything stands guarded again."""
    install(connections[using])
