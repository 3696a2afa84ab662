# SPDX-License-Identifier: EUPL-1.2
"""Standards as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    """Versions of standards and decrees, and the national lists."""

    name = "pendopo.standards"
    verbose_name = "Standar pelayanan"
