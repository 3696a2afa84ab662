# SPDX-License-Identifier: EUPL-1.2
"""Who calls: an officer by a token, the holder of a tracking code, or nobody in particular."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.http import HttpRequest

from pendopo.api.problems import not_found, refuse
from pendopo.base.network import client_address
from pendopo.cases.queries import CaseFile, case_file
from pendopo.domain.circumstances import Actor
from pendopo.offices import access
from pendopo.screens.entering import TooOften, WrongPair, enter
from pendopo.screens.tracking import read_reference

CODE_HEADER = "X-Tracking-Code"
_ASK_FOR_TOKEN = {"WWW-Authenticate": 'Bearer realm="pendopo"'}


class Permission(StrEnum):
    """Who may call an operation. Each operation declares one."""

    PUBLIC = "public"
    APPLICANT = "applicant"
    HOLDER = "holder"
    OFFICER = "officer"

    @property
    def says(self) -> str:
        """The words of the documentation."""
        return _SAYS[self]


_SAYS = {
    Permission.PUBLIC: "Terbuka untuk siapa saja.",
    Permission.APPLICANT: "Siapa saja sebagai pemohon, atau petugas dengan token.",
    Permission.HOLDER: "Petugas kantornya dengan token, atau pemegang kode lacak.",
    Permission.OFFICER: "Petugas kantor itu dengan token.",
}


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, and from where. `actor` is None for an applicant; `code` is what she holds."""

    client: str
    actor: Actor | None = None
    code: str = ""

    @property
    def officer(self) -> Actor:
        """The officer. Raises Refusal for anybody else."""
        if self.actor is None:
            raise refuse(401, "Sertakan token petugas.", _ASK_FOR_TOKEN)
        return self.actor

    def officer_of(self, office: str) -> Actor:
        """The officer, of this office; for any other office nothing is there. Raises Refusal."""
        actor = self.officer
        if actor.office != office:
            raise not_found()
        if not actor.roles:
            raise refuse(403, "Token ini tidak memegang jabatan apa pun hari ini.")
        return actor


def caller_of(request: HttpRequest) -> Caller:
    """Who was found to call this operation."""
    found: Caller = request.auth  # type: ignore[attr-defined]
    return found


def caller_for(permission: Permission) -> Callable[[HttpRequest], Caller]:
    """Who calls an operation with this permission. Raises Refusal when that is not enough."""

    def find(request: HttpRequest) -> Caller:
        client = client_address(request.META, settings.PENDOPO_PROXIES)
        if permission is Permission.PUBLIC:
            return Caller(client)
        actor = _officer(request)
        code = request.headers.get(CODE_HEADER, "").strip()
        if actor is None and permission is Permission.OFFICER:
            raise refuse(401, "Sertakan token petugas.", _ASK_FOR_TOKEN)
        if actor is None and not code and permission is Permission.HOLDER:
            text = f"Sertakan token petugas, atau kode lacak di {CODE_HEADER}."
            raise refuse(401, text, _ASK_FOR_TOKEN)
        return Caller(client, actor, code)

    return find


def _officer(request: HttpRequest) -> Actor | None:
    """Whose token it is, with what they hold today; one that holds no more is told so."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if not scheme:
        return None
    actor = access.actor_of_token(token.strip()) if scheme.lower() == "bearer" else None
    if actor is None:
        headers = {"WWW-Authenticate": 'Bearer realm="pendopo", error="invalid_token"'}
        raise refuse(401, "Token ini tidak dikenal atau tidak berlaku lagi.", headers)
    return actor


def case_for(caller: Caller, typed: str) -> CaseFile:
    """The case for this caller. Raises Refusal: one answer for unknown, foreign and wrong code."""
    reference = case_reference(caller, typed)
    file = case_file(reference, caller.actor)
    if file is None:
        raise not_found()
    return file


def case_reference(caller: Caller, typed: str) -> str:
    """The reference that this caller may ask for, before it is looked up. Raises Refusal."""
    reference = read_reference(typed)
    if caller.actor is not None:
        if reference is None:
            raise not_found()
        return reference
    if not caller.code:
        raise refuse(401, f"Sertakan kode lacak di {CODE_HEADER}.", _ASK_FOR_TOKEN)
    match enter(caller.client, reference, caller.code):
        case TooOften(seconds):
            text = (
                "Kode lacak salah terlalu sering. Cocokkan dengan tanda terima, "
                "lalu coba lagi nanti."
            )
            raise refuse(429, text, {"Retry-After": str(seconds)})
        case WrongPair():
            raise not_found()
        case found:
            return found
