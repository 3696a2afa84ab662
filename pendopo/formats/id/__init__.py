# SPDX-License-Identifier: EUPL-1.2
"""Formats of the Indonesian interface."""
