# SPDX-License-Identifier: EUPL-1.2
"""Rules of staffing and competence: sums, and one name for one role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pendopo.domain.standard import AUTHORISED_SIGNER, FORWARDED
from pendopo.standards.checks.rules import FOLDER, SERVICE, Finding, FolderView, ServiceView
from pendopo.standards.files import File
from pendopo.standards.office_schema import Role
from pendopo.standards.problems import Severity, Where
from pendopo.standards.schema import Service


@SERVICE.add(
    "jumlah-pelaksana", Severity.WARNING, "Rincian pelaksana berjumlah sama dengan totalnya."
)
def staffing_adds_up(view: ServiceView) -> Iterator[Finding]:
    staffing = view.service.staffing
    if staffing is None or not staffing.roles:
        return
    total = sum(role.count for role in staffing.roles)
    if total != staffing.total:
        what = f"Tercetak {staffing.total} orang, rinciannya berjumlah {total}."
        yield view.at(("staffing", "total"), what, "Tanyakan kepada kantor yang mana yang benar.")


@SERVICE.add(
    "pelaksana-langkah", Severity.NOTE, "Peran langkah ada pada jumlah atau kompetensi pelaksana."
)
def steps_are_staffed(view: ServiceView) -> Iterator[Finding]:
    named = {role for _, role, _ in _named_roles(view.file, view.roles)}
    if not named:
        return
    told: set[str] = set()
    for key, step in view.steps.items():
        by = step.by
        special = by in (AUTHORISED_SIGNER, FORWARDED) or view.outside(by)
        if special or by not in view.roles or _covered(by, named) or by in told:
            continue
        told.add(by)
        what = f"«{view.roles[by].title}» bekerja pada prosedur, tetapi tidak ada pada pelaksana."
        yield view.at_step(key, "by", what)


@SERVICE.add("pelaksana-menganggur", Severity.NOTE, "Pelaksana yang disebut punya langkah.")
def staff_have_steps(view: ServiceView) -> Iterator[Finding]:
    acting = {step.by for step in view.steps.values()}
    acting |= {role for step in view.steps.values() for role in (step.to.one_of if step.to else ())}
    if acting & {AUTHORISED_SIGNER}:
        return  # whoever the matrix names may act
    staffing = view.service.staffing
    for n, staff in enumerate(staffing.roles if staffing else ()):
        if staff.key and not _covered(staff.key, acting):
            what = f"«{staff.role}» dihitung sebagai pelaksana, tetapi tidak punya langkah."
            yield view.at(("staffing", "roles", n), what)


def _covered(role: str, named: set[str]) -> bool:
    """A head of some section is also a head of section, and the reverse."""
    family = role.partition("-")[0]
    return (
        role in named
        or family in named
        or (role == family and any(other.startswith(f"{family}-") for other in named))
    )


@FOLDER.add("nama-peran", Severity.NOTE, "Satu peran bernama sama di seluruh keputusan.")
def one_name_for_a_role(view: FolderView) -> Iterator[Finding]:
    roles = view.national.roles.word.roles
    first: dict[str, dict[str, tuple[File[Service], Where, str]]] = {}
    for file in view.folder.services:
        for where, key, name in _named_roles(file, roles):
            first.setdefault(key, {}).setdefault(_plain(name), (file, where, name))
    for key, names in first.items():
        if len(names) > 1:
            spelt = "; ".join(name for _, _, name in names.values())
            file, where, _ = list(names.values())[1]
            yield Finding(file, where, f"Peran «{key}» tercetak dengan beberapa nama: {spelt}.")


def _named_roles(
    file: File[Service], roles: Mapping[str, Role]
) -> Iterator[tuple[Where, str, str]]:
    """Place, role and printed name wherever staffing or competence names a known role."""
    keys = {
        _plain(name): key for key, role in roles.items() for name in (role.title, *role.aliases)
    }
    staffing = file.word.staffing
    for n, staff in enumerate(staffing.roles if staffing else ()):
        if role := staff.key or keys.get(_plain(staff.role)):
            yield ("staffing", "roles", n, "role"), role, staff.role
    for n, competence in enumerate(file.word.competence or ()):
        for name in re.split(r"\s*/\s*", competence.role or ""):
            if found := keys.get(_plain(name)):
                yield ("competence", n, "role"), found, name


def _plain(name: str) -> str:
    """A printed name without what printers vary: case, spaces, a bracket's content."""
    words = re.sub(r"\(.*?\)", "", name).casefold()
    return re.sub(r"[^a-z]+", " ", words).strip()
