# SPDX-License-Identifier: EUPL-1.2
"""The API as one thing: its routers and its description."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from pendopo import __version__
from pendopo.api import cases, catalogue, counter, filing, lists, problems, uploads
from pendopo.api.bodies import StrictParser
from pendopo.api.failures import problem_for
from pendopo.api.operations import SECURITY_SCHEMES
from pendopo.api.problems import Problem


class PendopoAPI(NinjaAPI):
    """django-ninja with one description of problems and of how to say who one is."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The whole description, OpenAPI 3.1."""
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        components = schema["components"]
        reference = "#/components/schemas/{model}"
        told = Problem.model_json_schema(ref_template=reference)
        components["schemas"] |= told.pop("$defs", {})
        components["schemas"]["Problem"] = told
        components["securitySchemes"] = SECURITY_SCHEMES
        return schema

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of the view: each operation has one of its own."""
        return str(operation.view_func.__name__)


api = PendopoAPI(
    title="Pendopo",
    version=__version__,
    description=(
        "Pelayanan kecamatan: kantor, standar pelayanan, formulir, berkas, dan apa yang dapat "
        "dilakukan dengannya. Semua yang gagal dijawab sebagai application/problem+json."
    ),
    parser=StrictParser(),
    urls_namespace="api-1",
    openapi_url="/openapi.json",
    docs_url=None,
)


def _answer(request: HttpRequest, fault: Exception | type[Exception]) -> HttpResponse:
    raised = fault if isinstance(fault, Exception) else fault()
    return problems.answer(problem_for(raised))


for kind in (Exception, Http404, HttpError, ValidationError):
    api.add_exception_handler(kind, _answer)

for router in (
    catalogue.router,
    filing.router,
    cases.router,
    uploads.router,
    lists.router,
    counter.router,
):
    api.add_router("", router)
