# SPDX-License-Identifier: EUPL-1.2
"""Services in a list: those of one office, or of a few, all of them or what was looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pendopo.domain.promise import DayPolicy
from pendopo.domain.vocabulary import Kind
from pendopo.offices.models import Office
from pendopo.portal import words
from pendopo.portal.promise import PromiseCard, promise_card
from pendopo.screens.finding import Match, Named, find
from pendopo.standards import versions
from pendopo.standards.components import is_complete
from pendopo.standards.schema import Service
from pendopo.standards.versions import Standing


@dataclass(frozen=True, slots=True)
class Name:
    """A service's name; what stands in parentheses at its end is set more quietly."""

    main: str
    rest: str


@dataclass(frozen=True, slots=True)
class Row:
    """A service in the list. `also`: the everyday name by which it was found."""

    office: Office
    slug: str
    kind: Kind
    name: Name
    card: PromiseCard
    complete: bool
    adopted: bool
    absent: words.Words
    also: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows. `near`: what may have been meant, where nothing was found.

    `guessed`: none of what was found has the words as they were typed.
    """

    rows: tuple[Row, ...]
    near: tuple[Row, ...] = ()
    guessed: bool = False
    complaints: tuple[Row, ...] = ()
    information: tuple[Row, ...] = ()


def name_of(service: Service) -> Name:
    """The name in two parts; the second may be empty."""
    main, opened, rest = service.name.partition(" (")
    return Name(main, f"({rest}") if opened and rest.endswith(")") else Name(service.name, "")


def reads_working_days(office: Office) -> bool:
    """Whether the office reads a printed “hari” as a working day."""
    return DayPolicy(office.policy_values.day) is DayPolicy.WORKING_DAY


def listing(office: Office, sought: str = "") -> Listing:
    """The services of an office, or those that were looked for. Two queries.

    Where to complain and where to ask for information is found by kind, whatever was looked for.
    """
    standings = versions.catalogue(office.code)
    found = _found([office], standings, sought) if sought.strip() else None
    rows = found.rows if found else tuple(_row(office, one) for one in standings)
    return Listing(
        rows,
        found.near if found else (),
        found.guessed if found else False,
        _of_kind(office, standings, Kind.COMPLAINT),
        _of_kind(office, standings, Kind.INFORMATION),
    )


def listing_across_offices(offices: Sequence[Office], sought: str) -> Listing:
    """What was looked for among the services of a few offices. One query."""
    standings = versions.catalogues_across_offices(one.code for one in offices)
    return _found(offices, standings, sought)


def _of_kind(office: Office, standings: Iterable[Standing], kind: Kind) -> tuple[Row, ...]:
    return tuple(_row(office, one) for one in standings if one.standard.kind is kind)


def _found(offices: Iterable[Office], standings: Iterable[Standing], sought: str) -> Listing:
    known = {one.code: one for one in offices}
    by_key = {f"{one.office}/{one.slug}": one for one in standings}
    found = find(sought, [Named(key, _names(one)) for key, one in by_key.items()])

    def rows(matches: Iterable[Match]) -> tuple[Row, ...]:
        pairs = ((by_key[match.key], match) for match in matches)
        return tuple(_row(known[one.office], one, _also(one, match)) for one, match in pairs)

    guessed = bool(found.matches) and not any(match.exact for match in found.matches)
    return Listing(rows(found.matches), rows(found.near), guessed)


def _names(standing: Standing) -> tuple[str, ...]:
    """The slug last: it is no name, but somebody may have read it in an address."""
    return (standing.service.name, *standing.service.synonyms, standing.slug)


def _also(standing: Standing, match: Match) -> str:
    """The everyday name that did it; "" where the service's own name did."""
    name = _names(standing)[match.place]
    return name if name in standing.service.synonyms else ""


def _row(office: Office, standing: Standing, also: str = "") -> Row:
    service = standing.service
    return Row(
        office=office,
        slug=standing.slug,
        kind=standing.standard.kind,
        name=name_of(service),
        card=promise_card(standing.compiled, working_days=reads_working_days(office)),
        complete=is_complete(service),
        adopted=standing.adopted,
        absent=_("tidak ditentukan") if standing.adopted else _("belum tercetak"),
        also=also,
    )
