# SPDX-License-Identifier: EUPL-1.2
"""The app of the API."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Offices, services, forms, cases and what may be done with them."""

    name = "pendopo.api"
    label = "api"
    verbose_name = "API"
