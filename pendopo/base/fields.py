# SPDX-License-Identifier: EUPL-1.2
"""A model field that keeps a plain value as canonical JSON in a text column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from pendopo.base.canonical import canonical_text

if TYPE_CHECKING:

    class _Text(models.TextField[Any, Any]):
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

else:
    _Text = models.TextField


class CanonicalJSONField(_Text):
    """Strings, whole numbers, truth values, lists and mappings; the same bytes on every engine.

    A text column, because jsonb reorders keys and would break every hash made of them.
    """

    def from_db_value(
        self, value: str | None, expression: object, connection: BaseDatabaseWrapper
    ) -> Any:
        """The value again."""
        return None if value is None else json.loads(value)

    def get_prep_value(self, value: Any) -> str | None:
        """Its text. Raises TypeError for what has no canonical form."""
        return None if value is None else canonical_text(value)

    def value_to_string(self, obj: models.Model) -> str:
        """For dumps of rows."""
        return canonical_text(self.value_from_object(obj))

    def to_python(self, value: Any) -> Any:
        """Leave values alone; text given by a form or a dump is read."""
        return json.loads(value) if isinstance(value, str) else value
