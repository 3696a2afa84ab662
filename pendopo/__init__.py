# SPDX-License-Identifier: EUPL-1.2
"""Pendopo: a district office's service standard, run as the counter that keeps it."""

__version__ = "0.1.0"
