# SPDX-License-Identifier: EUPL-1.2
"""Tags of the pages on which a citizen acts."""

from __future__ import annotations

import secrets

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def sending_key() -> SafeString:
    """A hidden field that tells one sending of this form from another; see `following.deeds`."""
    key = secrets.token_urlsafe(16)
    return format_html('<input type="hidden" name="form_key" value="{}">', key)
