# SPDX-License-Identifier: EUPL-1.2
"""What was just done, in a line to be sure of it, with the numbers that are to be written down."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from pendopo.domain.events import VERB_EVENTS, Event
from pendopo.domain.standard import Standard
from pendopo.screens import plain_words as words

_VERBS = {name: verb for verb, name in VERB_EVENTS.items()}


def told_as_done(events: Iterable[Event], standard: Standard) -> str:
    """`Ditandatangani, tercatat di buku register. Nomor: 12 / XI / 2026.`"""
    events = tuple(events)
    said = ", ".join(_said(event, standard) for event in events)
    numbers = [e.number for event in events for e in event.entries if e.number]
    text = f"{capfirst(said)}."
    if numbers:
        text += " " + _("Nomor: %(numbers)s.") % {"numbers": "; ".join(dict.fromkeys(numbers))}
    return text


def _said(event: Event, standard: Standard) -> str:
    verb = _VERBS.get(event.name)
    outcome = str(event.data.get("outcome") or "")
    if event.data.get("returns") and outcome:
        return words.outcome(outcome)
    return str(words.DONE[verb]) if verb else _("tercatat")
