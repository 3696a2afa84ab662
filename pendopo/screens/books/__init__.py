# SPDX-License-Identifier: EUPL-1.2
"""Registers and agendas: a month on the page and on paper, one line, dispositions, pickups."""
