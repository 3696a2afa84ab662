# SPDX-License-Identifier: EUPL-1.2
"""Administrators and other officers of the cast, each in a browser of her own."""

from __future__ import annotations

from tests.counter.conftest import At, _passwords_are_read_quickly, at_desk

__all__ = ["At", "_passwords_are_read_quickly", "at_desk"]
