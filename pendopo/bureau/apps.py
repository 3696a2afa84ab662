# SPDX-License-Identifier: EUPL-1.2
"""The bureau as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class BureauConfig(AppConfig):
    """Where an office keeps its own settings."""

    name = "pendopo.bureau"
    verbose_name = "Pengaturan kantor"
