# SPDX-License-Identifier: EUPL-1.2
"""What an operator may have got wrong, as system checks with an id and a hint."""

from __future__ import annotations

import os
from collections.abc import Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from pendopo.base.environment import strays
from pendopo.base.guards import missing_guards
from pendopo.base.key_marks import OtherKey, is_the_key_of, key_file


@register(Tags.database)
def guards_stand(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None, **_: object
) -> list[CheckMessage]:
    """Every declared trigger and reference is there. A warning, for `migrate` is the cure."""
    absent = [name for alias in databases or () for name in missing_guards(connections[alias])]
    if not absent:
        return []
    return [
        Warning(
            f"Pengaman tabel tidak terpasang: {', '.join(absent)}.",
            hint="Jalankan `pendopo migrate`; setelah itu periksa dengan `pendopo log verify`.",
            id="pendopo.W001",
        )
    ]


@register(Tags.database)
def key_belongs_to_the_database(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None, **_: object
) -> list[CheckMessage]:
    """Every key that ever sealed the database is at hand. An error: nothing may be served."""
    if all(is_the_key_of(connections[alias]) for alias in databases or ()):
        return []
    return [Error(str(OtherKey()), id="pendopo.E001")]


@register(Tags.security)
def no_stray_setting(app_configs: Sequence[AppConfig] | None, **_: object) -> list[CheckMessage]:
    """A variable that nothing reads is a setting that somebody believes in."""
    found = strays(settings.SETTINGS, os.environ)
    return [
        Warning(
            f"Setelan {name} tidak dikenal, jadi tidak berpengaruh.",
            hint=f"Mungkin yang dimaksud {meant}." if meant else "Periksa ejaannya.",
            id="pendopo.W002",
        )
        for name, meant in found
    ]


@register(Tags.security)
def key_file_is_private(app_configs: Sequence[AppConfig] | None, **_: object) -> list[CheckMessage]:
    """The key file is for its owner alone."""
    path = key_file()
    if not path.exists() or not path.stat().st_mode & 0o077:
        return []
    return [
        Warning(
            f"Berkas kunci {path} dapat dibaca pengguna lain di komputer ini.",
            hint=f"Jalankan `chmod 600 {path}`.",
            id="pendopo.W003",
        )
    ]


@register(Tags.security)
def callers_are_told_apart(
    app_configs: Sequence[AppConfig] | None, **_: object
) -> list[CheckMessage]:
    """Pendopo speaks no HTTPS itself: where its address does, a proxy stands before it.

    Unless it is counted, everybody comes from the proxy's address, and one who guesses keeps
    out all.
    """
    if settings.PENDOPO_PROXIES or not settings.PENDOPO_URL.startswith("https:"):
        return []
    return [
        Warning(
            "PENDOPO_URL memakai https, jadi ada proksi di depan Pendopo, tetapi PENDOPO_PROXIES "
            "0: semua orang tampak datang dari satu alamat, dan satu orang yang menebak-nebak "
            "kode menghalangi semuanya.",
            hint="Isi PENDOPO_PROXIES dengan banyaknya proksi milik sendiri, biasanya 1.",
            id="pendopo.W004",
        )
    ]
