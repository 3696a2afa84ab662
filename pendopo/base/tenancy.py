# SPDX-License-Identifier: EUPL-1.2
"""Rows that belong to one office, and references between them that cannot leave it.

Every key begins with the office, so that on many machines an office's rows lie together and
one statement touches one of them; and a row of another office is not a wrong answer but
no answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core import checks
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor

from pendopo.base.guards import Guard, column_of, guard, maker
from pendopo.base.ids import new_id


class TenantModel(models.Model):
    """A row of one office. Look it up by `office_id` and `id` together, or by `pk`, the pair."""

    pk = models.CompositePrimaryKey("office_id", "id")
    # The key begins with it already, so it needs no index of its own.
    office = models.ForeignKey(
        "offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    id = models.UUIDField(default=new_id, editable=False)

    class Meta:
        abstract = True


class _OfOneOffice(ForwardManyToOneDescriptor):  # type: ignore[type-arg]  # as below
    """Setting a reference never moves the row to another office, nor out of any."""

    def __set__(self, instance: models.Model, value: models.Model | None) -> None:
        own = getattr(instance, "office_id", None)
        other = getattr(value, "office_id", own)
        if own and other != own:
            name = f"{type(instance).__name__}.{self.field.name}"
            raise ValueError(f"{name} cannot refer to a row of office {other}; its own is {own}")
        super().__set__(instance, value)
        if value is None:
            setattr(instance, "office_id", own)  # noqa: B010  the model is known by name only


class TenantReference(models.ForeignObject):  # type: ignore[type-arg]  # not generic at run time
    """A reference to another row of the same office.

    `column` names the UUIDField, declared before it, that holds the id; null where that is.
    The database holds it: by a composite foreign key on PostgreSQL, by triggers on SQLite.
    There is no cascade: a row that is referred to cannot be deleted.
    """

    forward_related_accessor_class = _OfOneOffice

    def __init__(
        self,
        to: type[models.Model] | str,
        column: str,
        *,
        null: bool = False,
        related_name: str = "+",
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("on_delete", models.PROTECT)
        super().__init__(
            to,
            from_fields=("office", column),
            to_fields=("office", "id"),
            null=null,
            related_name=related_name,
            **kwargs,
        )
        self.id_column = column

    def deconstruct(self) -> tuple[str, str, Any, dict[str, Any]]:
        """As written: with the column's name in place of Django's two lists."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["from_fields"], kwargs["to_fields"], kwargs["on_delete"]
        return name, path, args, {**kwargs, "column": self.id_column}

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Besides Django's own checks: the column is a column, comes first, and is null alike."""
        found = list(super().check(**kwargs))
        fields = {field.name: field for field in self.model._meta.local_fields}
        column = fields.get(self.id_column)
        if not isinstance(column, models.UUIDField):
            words = f"{self.id_column} is not a UUIDField of the model"
        elif column.creation_counter > self.creation_counter:
            words = f"{self.id_column} must be declared before it, or its default overwrites it"
        elif column.null != self.null:
            words = f"null must be {column.null}, as for {self.id_column}"
        else:
            return found
        return [*found, checks.Error(f"{self}: {words}", obj=self, id="pendopo.E001")]


@maker
def _guards(connection: BaseDatabaseWrapper, model: type[models.Model]) -> Iterable[Guard]:
    for field in model._meta.local_fields:
        if isinstance(field, TenantReference):
            child, parent = model._meta.db_table, field.remote_field.model._meta.db_table
            column = column_of(model, field.id_column)
            if connection.vendor == "sqlite":
                yield from _on_sqlite(child, parent, column)
            else:
                yield _on_postgres(child, parent, column)


def _on_sqlite(child: str, parent: str, column: str) -> Iterable[Guard]:
    """AFTER, so that a row may refer to itself, as PostgreSQL allows."""
    lost = f"Baris {child} menunjuk {parent} yang tidak ada di kantor itu."
    needed = f"Baris {parent} ini masih dipakai oleh {child}."
    target = f'"{parent}" WHERE office_id = NEW.office_id AND id = NEW."{column}"'
    wrong = f'NEW."{column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {target})'
    users = f'"{child}" WHERE office_id = OLD.office_id AND "{column}" = OLD.id'
    used = f"EXISTS (SELECT 1 FROM {users})"
    moved = f"(NEW.office_id, NEW.id) IS NOT (OLD.office_id, OLD.id) AND {used}"
    for kind, deed, when, words in (
        ("lost", f'AFTER INSERT ON "{child}"', wrong, lost),
        ("lost", f'AFTER UPDATE OF office_id, "{column}" ON "{child}"', wrong, lost),
        ("used", f'AFTER DELETE ON "{parent}"', used, needed),
        ("used", f'AFTER UPDATE OF office_id, id ON "{parent}"', moved, needed),
    ):
        refuse = f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        yield guard(kind, child, f'CREATE TRIGGER "{{name}}" {deed} WHEN {when} {refuse}')


def _on_postgres(child: str, parent: str, column: str) -> Guard:
    refers = f'FOREIGN KEY (office_id, "{column}") REFERENCES "{parent}" (office_id, id)'
    return guard("refers", child, f'ALTER TABLE "{child}" ADD CONSTRAINT "{{name}}" {refers}')
