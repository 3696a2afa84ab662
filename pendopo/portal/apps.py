# SPDX-License-Identifier: EUPL-1.2
"""The public pages as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Offices and services as the public sees them."""

    name = "pendopo.portal"
    verbose_name = "Portal"
