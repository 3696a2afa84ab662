# SPDX-License-Identifier: EUPL-1.2
"""Formats of the English interface, which is read at the same counter."""
