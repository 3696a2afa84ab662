# SPDX-License-Identifier: EUPL-1.2
"""The national lists as the program asks for them: rows, loaded from standards/national."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar, cast

from pendopo.base import clock
from pendopo.standards.books_schema import Books
from pendopo.standards.files import File, National
from pendopo.standards.grammar import Word
from pendopo.standards.models import NationalList
from pendopo.standards.office_schema import (
    ComplaintClass,
    ComplaintClasses,
    Exclusion,
    Exclusions,
    Law,
    Laws,
    Role,
    Roles,
)

W = TypeVar("W", bound=Word)

ROLES, LAWS, EXCLUSIONS, CLASSES = "roles", "laws", "exclusions", "complaint-classes"
BOOKS = "books"


class NotLoaded(LookupError):
    """The national lists are not in the database yet; the message says how to load them."""


def store_lists(national: National) -> tuple[str, ...]:
    """Keep the lists as they are in the files now; the names of those that changed."""
    files: dict[str, File[Any]] = {
        ROLES: national.roles,
        LAWS: national.laws,
        EXCLUSIONS: national.exclusions,
        CLASSES: national.classes,
        BOOKS: national.books,
    }
    kept = dict(NationalList.objects.values_list("name", "sha256"))
    changed = tuple(name for name, file in files.items() if kept.get(name) != file.sha256)
    for name in changed:
        file = files[name]
        values = {
            "sha256": file.sha256,
            "document": file.word.model_dump_json(by_alias=True, exclude_unset=True),
            "loaded_at": clock.now(),
        }
        NationalList.objects.update_or_create(name=name, defaults=values)
    return changed


def roles() -> Mapping[str, Role]:
    """Every role by its key. Raises NotLoaded."""
    return MappingProxyType(_list(ROLES, Roles).roles)


def role_title(key: str) -> str:
    """What people call a role; the key itself for a role that is not listed (any more)."""
    listed = _list(ROLES, Roles).roles
    return listed[key].title if key in listed else key


def outside_roles() -> frozenset[str]:
    """The roles that are not of the office. Raises NotLoaded."""
    return frozenset(key for key, role in _list(ROLES, Roles).roles.items() if role.outside)


def laws() -> tuple[Law, ...]:
    """The known laws. Raises NotLoaded."""
    return tuple(_list(LAWS, Laws).laws)


def exclusions() -> tuple[Exclusion, ...]:
    """The grounds on which information may be withheld. Raises NotLoaded."""
    return tuple(_list(EXCLUSIONS, Exclusions).exclusions)


def complaint_classes() -> tuple[ComplaintClass, ...]:
    """The classes of complaint with their ceilings. Raises NotLoaded."""
    return tuple(_list(CLASSES, ComplaintClasses).classes)


def books() -> Books:
    """What the nation says of books: their columns by kind, and who may do what. One query."""
    return _list(BOOKS, Books)


def _list(name: str, kind: type[W]) -> W:
    found = NationalList.objects.filter(name=name).values_list("document", flat=True).first()
    if found is None:
        text = f"Daftar nasional «{name}» belum dimuat. Jalankan `pendopo standards load`."
        raise NotLoaded(text)
    return cast(W, _read(kind, found))


@lru_cache(maxsize=16)
def _read(kind: type[W], document: str) -> W:
    """The same text gives the same value, so it is read once a process."""
    return kind.model_validate_json(document)
