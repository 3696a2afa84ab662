# SPDX-License-Identifier: EUPL-1.2
"""Signing in and out, and one's own account: django-allauth in the counter's words and look."""
