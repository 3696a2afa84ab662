# SPDX-License-Identifier: EUPL-1.2
"""How the installation fares, in words: the day's work, the copies, the disk; and what worries."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pendopo.base import clock
from pendopo.base.copies import Copy, copies
from pendopo.base.daily import State, states
from pendopo.cases.services.safekeeping import BACKUP, TRIAL

TOO_OLD = timedelta(days=4)
"""A newest copy older than a long weekend is worth a word."""
LITTLE_ROOM = 1_000_000_000
"""Bytes left on the disk below which somebody should look."""

DEEDS: Mapping[str, Promise] = {
    BACKUP: gettext_lazy("Salinan cadangan"),
    TRIAL: gettext_lazy("Uji pemulihan"),
    "sessions": gettext_lazy("Sesi masuk yang sudah berakhir dihapus"),
    "uploads": gettext_lazy("Foto yang tidak menjadi bagian berkas dihapus"),
    "answers": gettext_lazy("Jawaban lama atas kiriman berulang dihapus"),
    "drafts": gettext_lazy("Isian lama yang tidak dikirim dihapus"),
}
"""Deed of the day → its name. A test holds that every deed has one."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that an administrator should look at, and where."""

    title: str
    text: str
    href: str


def deed_name(name: str) -> str:
    """How a deed of the day is called."""
    return str(DEEDS.get(name, name))


def room_left() -> int | None:
    """Bytes left where everything is kept; None where nobody can tell."""
    try:
        return shutil.disk_usage(settings.PENDOPO_VAR).free
    except OSError:
        return None


def tool_is_missing() -> bool:
    """Whether copies cannot be made here because PostgreSQL's programs are not installed."""
    tools = ("pg_dump", "pg_restore")
    return connection.vendor == "postgresql" and not all(shutil.which(one) for one in tools)


def found_copies() -> tuple[Copy, ...]:
    """The copies in the usual folder, the newest first."""
    return copies(Path(settings.PENDOPO_BACKUPS))


def concerns(deeds: tuple[State, ...] | None = None) -> tuple[Concern, ...]:
    """What is wrong with the whole, worst first; empty on a good day. `deeds`: if known already."""
    return tuple(_concerns(states() if deeds is None else deeds, found_copies()))


def _concerns(deeds: tuple[State, ...], found: tuple[Copy, ...]) -> Iterator[Concern]:
    kept, health = reverse("bureau-copies"), reverse("bureau-health")
    free = room_left()
    if free is not None and free < LITTLE_ROOM:
        text = _("Tersisa %(size)s. Tanpa ruang, berkas baru tidak dapat disimpan.")
        yield Concern(_("Disk hampir penuh"), text % {"size": filesizeformat(free)}, health)
    for one in deeds:
        if one.trouble:
            yield Concern(
                _("%(deed)s belum berhasil") % {"deed": deed_name(one.name)},
                one.trouble,
                kept if one.name in (BACKUP, TRIAL) else health,
            )
    failing = any(one.name == BACKUP and one.trouble for one in deeds)
    if not found and not failing:
        text = _("Bila komputer ini rusak, semua berkas hilang.")
        yield Concern(_("Belum ada salinan cadangan"), text, kept)
    elif found and not failing and found[0].at < clock.now() - TOO_OLD:
        text = _("Yang terakhir berumur %(days)s hari.")
        days = (clock.now() - found[0].at).days
        yield Concern(_("Salinan cadangan sudah lama"), text % {"days": days}, kept)
