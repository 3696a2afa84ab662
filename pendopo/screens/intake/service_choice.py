# SPDX-License-Identifier: EUPL-1.2
"""Choosing a service at the counter: the most asked first, found by two or three letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils.translation import ngettext

from pendopo.cases.queries import times_asked
from pendopo.domain.standard import Duration
from pendopo.domain.vocabulary import Kind
from pendopo.standards import versions

LATELY = timedelta(days=90)
"""So far back is looked to know what is asked most."""
KEYS = "123456789"


@dataclass(frozen=True, slots=True)
class Offered:
    """One service as the counter chooses it. `key` opens it; `also` is the name that was found.

    `names` are all words that find it, in small letters. `advice` is what to say first: perhaps
    the paper is not needed.
    """

    slug: str
    name: str
    rest: str
    kind: Kind
    names: str
    duration: str
    advice: str
    key: str = ""
    also: str = ""


def services_offered(office: str, now: datetime, sought: str = "") -> tuple[Offered, ...]:
    """The services in force that answer to these words, the most asked lately first.

    Four queries. The first nine have a number key.
    """
    standings = versions.catalogue(office)
    asked = times_asked(office, now - LATELY)
    place = {one.slug: n for n, one in enumerate(standings)}
    found = [one for one in (_offered(s, sought) for s in standings) if one is not None]
    found.sort(key=lambda one: (-asked.get(one.slug, 0), place[one.slug]))
    return tuple(_with_keys(found))


def _with_keys(found: Iterable[Offered]) -> Iterable[Offered]:
    for n, one in enumerate(found):
        yield replace(one, key=KEYS[n] if n < len(KEYS) else "")


def _offered(standing: versions.Standing, sought: str) -> Offered | None:
    service = standing.service
    names = [service.name, *service.synonyms]
    found = next((n for n in [*names, standing.slug] if finds(sought, n)), None)
    if found is None and not finds(sought, " ".join(names)):
        return None
    name, _, rest = service.name.partition(" (")
    return Offered(
        slug=standing.slug,
        name=name,
        rest=rest.rstrip(")"),
        kind=standing.standard.kind,
        names=" ".join([*names, standing.slug]).casefold(),
        duration=_span(standing.standard.duration),
        advice=service.advice[0].text.partition(". ")[0].rstrip(".") if service.advice else "",
        also=found if sought and found in service.synonyms else "",
    )


def _span(duration: Duration | None) -> str:
    if duration is None:
        return ""
    n = duration.value
    match duration.unit:
        case "minute":
            words = ngettext("%(n)d menit", "%(n)d menit", n)
        case "hour":
            words = ngettext("%(n)d jam", "%(n)d jam", n)
        case "working-day":
            words = ngettext("%(n)d hari kerja", "%(n)d hari kerja", n)
        case _:
            words = ngettext("%(n)d hari", "%(n)d hari", n)
    return words % {"n": n}


def finds(sought: str, name: str) -> bool:
    """Whether each word that was typed begins a word of the name: `ku sek` finds Kutorejo Sekar."""
    words = name.casefold().replace("-", " ").replace("(", " ").split()
    return all(any(w.startswith(s) for w in words) for s in sought.casefold().split())
