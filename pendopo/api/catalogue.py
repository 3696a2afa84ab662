# SPDX-License-Identifier: EUPL-1.2
"""Offices, their services and their forms: what anybody may read."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.http import HttpRequest
from ninja import Router

from pendopo.api.callers import Permission
from pendopo.api.operations import operation
from pendopo.api.problems import not_found
from pendopo.api.shapes import OfficeLine, OfficeOut, ServiceLine, ServiceOut
from pendopo.cases.world import World, setting, world_of
from pendopo.offices.models import Office, Position, Village
from pendopo.screens.forms.described import intake_form
from pendopo.screens.forms.examples import Desk
from pendopo.standards import versions
from pendopo.standards.documents import service_document, summary
from pendopo.standards.models import StandardVersion

router = Router(tags=["Kantor dan layanan"])
Document = dict[str, Any]


def office_called(code: str) -> Office:
    """The office. Raises Refusal."""
    office = Office.objects.filter(code=code).first()
    if office is None:
        raise not_found()
    return office


def standing_called(code: str, slug: str) -> versions.Standing:
    """The version in force of a service. Raises Refusal."""
    standing = versions.current(code, slug)
    if standing is None:
        raise not_found()
    return standing


def desk_of(world: World) -> Desk:
    """Where a form is to be accepted now."""
    return Desk(setting(world), world.calendar, world.now)


@operation(
    router,
    "GET",
    "/offices",
    permission=Permission.PUBLIC,
    summary="Semua kantor",
    ok=(200, list[OfficeLine]),
)
def list_offices(request: HttpRequest) -> list[Document]:
    """Every office, its services in its decree's order: the one list that crosses offices."""
    services: dict[str, list[str]] = defaultdict(list)
    in_force = StandardVersion.objects.filter(superseded_at=None).order_by("office_id", "slug")
    for code, slug in in_force.values_list("office_id", "slug"):
        services[code].append(slug)
    rows = Office.objects.values("code", "name", "regency", "services")
    return [{**row, "services": _in_order(services[row["code"]], row["services"])} for row in rows]


def _in_order(slugs: list[str], listed: list[str]) -> list[str]:
    """As the office lists them; adopted ones, which no decree lists, at the end."""
    place = {slug: number for number, slug in enumerate(listed)}
    return sorted(slugs, key=lambda slug: (place.get(slug, len(place)), slug))


@operation(
    router,
    "GET",
    "/offices/{code}",
    permission=Permission.PUBLIC,
    summary="Satu kantor",
    ok=(200, OfficeOut),
)
def show_office(request: HttpRequest, code: str) -> Document:
    """An office with its positions and villages."""
    office = office_called(code)
    here = {"office_id": office.code}
    return {
        "code": office.code,
        "name": office.name,
        "regency": office.regency,
        "province": office.province,
        "seat": office.seat,
        "zone": office.zone,
        "address": office.address,
        "demo": office.demo,
        "contacts": office.contacts,
        "hours": office.hours,
        "services": [standing.slug for standing in versions.catalogue(office.code)],
        "positions": Position.objects.filter(**here).values("key", "title", "roles"),
        "villages": Village.objects.filter(**here).values("code", "name", "kind"),
    }


@operation(
    router,
    "GET",
    "/offices/{code}/services",
    permission=Permission.PUBLIC,
    summary="Layanan satu kantor",
    ok=(200, list[ServiceLine]),
)
def list_services(request: HttpRequest, code: str) -> list[Document]:
    """The services in force, in the order of the decree."""
    office = office_called(code)
    return [summary(standing.compiled) for standing in versions.catalogue(office.code)]


@operation(
    router,
    "GET",
    "/offices/{code}/services/{slug}",
    permission=Permission.PUBLIC,
    summary="Standar satu layanan: 14 komponen dan yang menjalankannya",
    ok=(200, ServiceOut),
)
def show_service(request: HttpRequest, code: str, slug: str) -> Document:
    """The standard in force, in the decree's own words and typed."""
    standing = standing_called(code, slug)
    document = service_document(standing.compiled, version=standing.number)
    return {**document, "effective_date": standing.effective_date.isoformat()}


@operation(
    router,
    "GET",
    "/offices/{code}/services/{slug}/form",
    permission=Permission.PUBLIC,
    summary="Formulir layanan: JSON Schema dengan contoh yang diterima hari ini",
    ok=(200, Document),
)
def show_form(request: HttpRequest, code: str, slug: str) -> Document:
    """The form's JSON Schema; its example can be sent as it is to open a case."""
    standing = standing_called(code, slug)
    return intake_form(standing.standard, desk_of(world_of(code)))
