# SPDX-License-Identifier: EUPL-1.2
"""The API: what every screen could use, for programs. Thin: it reads, asks one service, answers."""
