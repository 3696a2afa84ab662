# SPDX-License-Identifier: EUPL-1.2
"""A database and its key: a lost key and another key are noticed before anything is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django import Settings

from pendopo.base import sealing
from pendopo.base.checks import key_belongs_to_the_database
from pendopo.base.key_marks import (
    OtherKey,
    after_migration,
    fingerprint,
    is_the_key_of,
    key_file,
    refuse_other_key,
)
from pendopo.base.models import KeyMark

OLD, NEW, STRANGE = (1, "a" * 40), (2, "b" * 40), (1, "c" * 40)


@pytest.fixture
def marked(db: None, settings: Settings, tmp_path: Path) -> Settings:
    """A database that was sealed with the old key, and a folder of its own for the key."""
    KeyMark.objects.all().delete()
    settings.PENDOPO_VAR = tmp_path
    settings.PENDOPO_SECRETS = (OLD,)
    after_migration(using="default")
    return settings


def test_a_database_knows_its_key_by_what_does_not_reveal_it(marked: Settings) -> None:
    (mark,) = KeyMark.objects.all()
    assert (mark.version, mark.fingerprint) == (1, fingerprint(OLD[1]))
    assert OLD[1] not in mark.fingerprint
    assert is_the_key_of(connection)
    assert key_belongs_to_the_database(None, ["default"]) == []


def test_a_newer_key_beside_the_old_one_passes_and_is_marked_too(marked: Settings) -> None:
    marked.PENDOPO_SECRETS = (NEW, OLD)
    refuse_other_key(connection)
    after_migration(using="default")
    assert KeyMark.objects.count() == 2
    marked.PENDOPO_SECRETS = (OLD,)
    assert not is_the_key_of(connection)


@pytest.mark.parametrize("keys", [(), (STRANGE,), (NEW,), (NEW, STRANGE)])
def test_a_key_that_is_lost_or_another_is_refused_and_none_is_made(
    marked: Settings, keys: tuple[tuple[int, str], ...]
) -> None:
    marked.PENDOPO_SECRETS = keys
    with pytest.raises(OtherKey, match="Kembalikan berkas kunci") as refused:
        call_command("migrate", verbosity=0)
    assert str(key_file()) in str(refused.value)
    assert not key_file().exists()
    assert KeyMark.objects.get().fingerprint == fingerprint(OLD[1])
    (found,) = key_belongs_to_the_database(None, ["default"])
    assert (found.id, found.is_serious()) == ("pendopo.E001", True)


def test_a_database_from_before_the_marks_does_not_get_a_new_key_either(marked: Settings) -> None:
    KeyMark.objects.all().delete()
    marked.PENDOPO_SECRETS = ()
    with pytest.raises(OtherKey):
        call_command("migrate", verbosity=0)
    assert not key_file().exists()


def test_without_a_key_nothing_is_sealed(settings: Settings) -> None:
    settings.PENDOPO_SECRETS = ()
    with pytest.raises(sealing.NoKey, match="tidak ada"):
        sealing.seal("99.01.01", "nik", "rahasia")
