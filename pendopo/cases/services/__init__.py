# SPDX-License-Identifier: EUPL-1.2
"""Deeds at the counter, one function each: atomic, keyword-only, named by the deed.

Screens, API and tasks call one of these; nothing else writes a case.
"""
