# SPDX-License-Identifier: EUPL-1.2
"""The key and the database belong together: a lost or another key is refused, never replaced.

A fingerprint of every version of the key is kept in the database. A new installation makes its
key before its first table; wherever tables are, the key that belongs to them must be there too.
"""

from __future__ import annotations

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

from pendopo.base.keys import Secrets, django_keys, made_secrets, stretched
from pendopo.base.models import KeyMark


class OtherKey(ImproperlyConfigured):
    """The key that belongs to this database is not there; says what to bring back, and where."""

    def __init__(self) -> None:
        path = key_file()
        there = "bukan kunci basis data ini" if settings.PENDOPO_SECRETS else "tidak ada"
        super().__init__(
            f"Kunci data {there}; basis data ini sudah disandi dengan kunci yang lain. "
            f"Kembalikan berkas kunci yang dulu dari cadangan ke {path} (atau isi PENDOPO_SECRET "
            "dengan semua rahasia yang dulu, termasuk versi lama), lalu jalankan lagi. Belum ada "
            "yang diubah, dan kunci baru tidak dibuat: dengan kunci baru, NIK, telepon, dan surel "
            "yang tersandi tidak dapat dibaca lagi."
        )


def key_file() -> Path:
    """Where the key stands unless PENDOPO_SECRET gives it."""
    return Path(settings.PENDOPO_VAR) / "secret"


def fingerprint(secret: str) -> str:
    """What tells one secret from another and nothing else: an HMAC of a constant under it."""
    return stretched(secret, "fingerprint").hex()


def is_the_key_of(connection: BaseDatabaseWrapper) -> bool:
    """Whether every key that ever sealed this database is at hand. A new database has none."""
    at_hand = {version: fingerprint(secret) for version, secret in _secrets()}
    if not at_hand:
        return not _was_migrated(connection)
    return all(at_hand.get(version) == mark for version, mark in _marks(connection).items())


def refuse_other_key(connection: BaseDatabaseWrapper) -> None:
    """Raises OtherKey."""
    if not is_the_key_of(connection):
        raise OtherKey


def before_migration(*, using: str, **_: object) -> None:
    """On pre_migrate: nothing is changed under another key; a new installation gets its own."""
    refuse_other_key(connections[using])
    if not _secrets():
        settings.PENDOPO_SECRETS = made_secrets(key_file())
        settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS = django_keys(_secrets())


def after_migration(*, using: str, **_: object) -> None:
    """On post_migrate: remember the keys that are in use from now on."""
    connection = connections[using]
    if not _has_marks(connection):
        return
    marks = [KeyMark(version=v, fingerprint=fingerprint(secret)) for v, secret in _secrets()]
    KeyMark.objects.using(using).bulk_create(marks, ignore_conflicts=True)
    # Somebody else may have marked it in the meantime, with a key of her own.
    refuse_other_key(connection)


def _secrets() -> Secrets:
    found: Secrets = settings.PENDOPO_SECRETS
    return found


def _marks(connection: BaseDatabaseWrapper) -> dict[int, str]:
    if not _has_marks(connection):
        return {}
    rows = KeyMark.objects.using(connection.alias).values_list("version", "fingerprint")
    return dict(rows)


def _has_marks(connection: BaseDatabaseWrapper) -> bool:
    return KeyMark._meta.db_table in connection.introspection.table_names()


def _was_migrated(connection: BaseDatabaseWrapper) -> bool:
    ours = {one.label for one in apps.get_app_configs() if one.name.startswith("pendopo.")}
    applied = MigrationRecorder(connection).applied_migrations()
    return any(app in ours for app, _ in applied)
