# SPDX-License-Identifier: EUPL-1.2
"""How an operation is declared: who may call it and every answer that it may give.

`operation` is the only way to add one, so that none is without a permission or its problems.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest
from ninja import Router

from pendopo.api.callers import CODE_HEADER, Caller, Permission, caller_for
from pendopo.api.problems import MEDIA_TYPE, TITLES

View = TypeVar("View", bound=Callable[..., Any])

ALWAYS = (404, 405, 500, 503)
WITH_BODY = (400, 413, 415, 422, 507)
OF_CASES = (409,)
_OF_PERMISSION = {
    Permission.PUBLIC: (),
    Permission.APPLICANT: (401, 403),
    Permission.HOLDER: (401, 403, 429),
    Permission.OFFICER: (401, 403),
}
_SECURITY: dict[Permission, list[dict[str, list[str]]]] = {
    Permission.PUBLIC: [],
    Permission.APPLICANT: [{}, {"bearer": []}],
    Permission.HOLDER: [{"bearer": []}, {"trackingCode": []}],
    Permission.OFFICER: [{"bearer": []}],
}
SECURITY_SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "Token petugas."},
    "trackingCode": {
        "type": "apiKey",
        "in": "header",
        "name": CODE_HEADER,
        "description": "Kode lacak dari tanda terima.",
    },
}
IDEMPOTENCY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
    "description": "Kunci yang sama dengan isi yang sama dijawab sama, dan dikerjakan sekali saja.",
}
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "Versi berkas yang dilihat; bila sudah berubah, dijawab 409.",
}

Before = Callable[[HttpRequest], None]


def operation(
    router: Router,
    method: str,
    path: str,
    *,
    permission: Permission,
    summary: str,
    ok: tuple[int, Any],
    problems: tuple[int, ...] = (),
    headers: tuple[dict[str, Any], ...] = (),
    body: dict[str, Any] | None = None,
    before: Before | None = None,
) -> Callable[[View], View]:
    """Add an operation. The view finds the `Caller` in `request.auth`.

    `before` looks at a request before it is known who calls. `body` is the OpenAPI request body
    where the view reads it itself.
    """
    status, model = ok
    declared = sorted({*ALWAYS, *_OF_PERMISSION[permission], *problems})
    extra: dict[str, Any] = {
        "x-permission": permission.value,
        "security": _SECURITY[permission],
        "responses": {code: _problem(code) for code in declared},
    }
    if headers:
        extra["parameters"] = list(headers)
    if body:
        extra["requestBody"] = body
    return router.api_operation(
        [method],
        path,
        auth=_known_caller(permission, before),
        response={status: model},
        summary=summary,
        description=permission.says,
        by_alias=True,
        openapi_extra=extra,
    )


def _known_caller(permission: Permission, before: Before | None) -> Callable[[HttpRequest], Caller]:
    find = caller_for(permission)

    def known(request: HttpRequest) -> Caller:
        if before:
            before(request)
        return find(request)

    return known


def _problem(code: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": TITLES[code], "content": {MEDIA_TYPE: {"schema": schema}}}
