# SPDX-License-Identifier: EUPL-1.2
"""Who holds which position on a day, and finding one officer among them."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from pendopo.offices.models import Assignment, Officer, Position


class NotOne(LookupError):
    """Nobody, or more than one, answers to what was asked; the message says who there is."""


def officer_named(office: str, name: str) -> Officer:
    """The one officer with this name, degrees and capitals aside if need be. Raises NotOne."""
    everyone = list(Officer.objects.filter(office_id=office))
    exactly = [one for one in everyone if one.name.casefold() == name.strip().casefold()]
    alike = [one for one in everyone if name.strip().casefold() in one.name.casefold()]
    found = exactly or alike
    if len(found) == 1 and name.strip():
        return found[0]
    listed = "; ".join(one.name for one in found or everyone) or "belum ada"
    several = "Lebih dari satu petugas bernama" if found else "Tidak ada petugas bernama"
    raise NotOne(f"{several} {name} di kantor {office}. Petugas: {listed}.")


def holder_of(office: str, key: str, on: date) -> tuple[Officer, Position]:
    """The one officer who holds this position that day, with the position. Raises NotOne."""
    position = Position.objects.filter(office_id=office, key=key).first()
    if position is None:
        keys = Position.objects.filter(office_id=office).values_list("key", flat=True)
        listed = ", ".join(keys) or "belum ada"
        raise NotOne(f"Tidak ada jabatan {key} di kantor {office}. Jabatan: {listed}.")
    held = list(held_on(office, on).filter(position_id=position.id))
    if len(held) != 1:
        names = "; ".join(one.officer.name for one in held)
        several = f"dipegang {len(held)} orang: {names}. Sebutkan namanya" if held else "kosong"
        raise NotOne(f"Jabatan {position.title} di kantor {office} {several}.")
    return held[0].officer, position


def held_on(office: str, on: date) -> QuerySet[Assignment]:
    """The assignments that hold on that day, with officer and position: one query."""
    lasting = Q(to_date=None) | Q(to_date__gte=on)
    found = Assignment.objects.filter(lasting, office_id=office, from_date__lte=on)
    return found.select_related("officer", "position").order_by("position__place", "officer__name")
