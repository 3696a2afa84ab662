# SPDX-License-Identifier: EUPL-1.2
"""Applying from home: one thing per page, nothing lost, sent once."""
