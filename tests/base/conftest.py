# SPDX-License-Identifier: EUPL-1.2
"""Two tables that exist only while a test looks at guards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.apps import apps
from django.db import connection, models

from pendopo.base import append_only as declarations
from pendopo.base import guards
from pendopo.base.append_only import append_only
from pendopo.base.tenancy import TenantModel, TenantReference
from pendopo.offices.seeding import seed_office
from tests import people


class Shelves(NamedTuple):
    """`Line` is append-only, `Parcel` may change its flag only; a line may follow another."""

    Line: Any
    Parcel: Any


@pytest.fixture
def shelves(transactional_db: None) -> Iterator[Shelves]:
    """Make the models, their tables and guards, and take everything away again."""
    made = _made()
    with connection.schema_editor() as editor:
        for model in made:
            editor.create_model(model)
    try:
        guards.install(connection)
        seed_office(people.OFFICE, demo=False)
        seed_office(people.OTHER_OFFICE, demo=False)
        yield made
        guards.lift(connection)
        with connection.schema_editor() as editor:
            for model in reversed(made):
                editor.delete_model(model)
    finally:
        forget(*made)
    guards.install(connection)


def forget(*made: type[models.Model]) -> None:
    """Take models out of Django's registry, as if they had never been written."""
    for model in made:
        declarations._declared.pop(model, None)
        apps.all_models["base"].pop(model._meta.model_name, None)
    apps.clear_cache()


def _made() -> Shelves:
    @append_only()
    class Line(TenantModel):
        text = models.CharField(max_length=20)
        after_id = models.UUIDField(null=True)
        after = TenantReference("base.Line", "after_id", null=True)

        class Meta:
            app_label = "base"

    @append_only(may_change=("delivered",))
    class Parcel(TenantModel):
        text = models.CharField(max_length=20)
        delivered = models.BooleanField(default=False)
        line_id = models.UUIDField(null=True)
        line = TenantReference(Line, "line_id", null=True)

        class Meta:
            app_label = "base"

    return Shelves(Line, Parcel)
