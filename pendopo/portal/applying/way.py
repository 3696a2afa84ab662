# SPDX-License-Identifier: EUPL-1.2
"""One application on its way: what was typed, what is understood of it, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse

from pendopo.cases.models import Application
from pendopo.cases.services.applications import Typed
from pendopo.cases.world import World, setting, world_of
from pendopo.domain.forms import IDENTIFYING, Row, Trouble, check_form
from pendopo.domain.standard import Field, Standard
from pendopo.domain.vocabulary import FieldType
from pendopo.portal.applying.planner import Page, asks_now, fields_now, plan
from pendopo.portal.applying.things import places_of
from pendopo.screens.forms.fields import Look, is_letter
from pendopo.screens.forms.reading import PREFIX, asked_only, read_form, settled, without_empty_rows
from pendopo.screens.intake.taking import village_kinds
from pendopo.standards.versions import Standing

CHANNEL = "portal"
NAMED, CONFIDENTIAL, ANONYMOUS = "bernama", "rahasia", "tanpa-nama"
"""How much of the name is told: to the office, to a few of it, or to nobody."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One page of the way: the name of its address, and which questions where it has any."""

    name: str
    key: str = ""

    def address(self, office: str, slug: str) -> str:
        """Where it is."""
        return reverse(self.name, args=[office, slug, *filter(None, [self.key])])


SECRECY, PHOTOS, CHECK = Stop("apply-secrecy"), Stop("apply-photos"), Stop("apply-check")


@dataclass(frozen=True)
class Way:
    """An application before whoever fills it in. `row` is None until something was kept."""

    standing: Standing
    world: World
    look: Look
    row: Application | None
    typed: Typed

    @property
    def standard(self) -> Standard:
        """The version in force; what was typed for an older one is read by its names."""
        return self.standing.standard

    @property
    def office(self) -> str:
        """The office's code."""
        return self.world.office.code

    @property
    def anonymous(self) -> bool:
        """Whether nobody is to be told who it is."""
        return self.standard.intake.anonymous and self.secrecy == ANONYMOUS

    @property
    def secrecy(self) -> str:
        """What was chosen about the name."""
        return self.typed.told.get("secrecy", "")

    @cached_property
    def values(self) -> Row:
        """The form as typed, with what the office would fill in of how it came."""
        read = read_form(self.standard, self.typed.fields, self.look.setting)
        return read | {f.key: CHANNEL for f in self.standard.fields if _tells_channel(f)}

    @cached_property
    def known(self) -> Row:
        """What can be read of it, computed fields too."""
        return settled(self.standard, self.values, self.look.setting, self.world.calendar)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages that are asked now."""
        planned = plan(
            self.standard,
            letter=self.look.letter,
            rows=self.rows,
            anonymous=self.anonymous,
        )
        return tuple(page for page in planned if asks_now(self.standard, page, self.known))

    @property
    def rows(self) -> dict[str, int]:
        """How many members each list has."""
        given = {g.key: self.values.get(g.key) for g in self.standard.groups if g.is_list}
        return {key: len(rows) for key, rows in given.items() if isinstance(rows, list)}

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Every page of the way, from the first question to the check."""
        return tuple(self._stops())

    def _stops(self) -> Iterator[Stop]:
        if self.standard.intake.anonymous or self.standard.intake.confidential:
            yield SECRECY
        for page in self.pages:
            yield Stop("apply-question", page.key)
        if self.sends_photos:
            yield PHOTOS
        yield CHECK

    @property
    def sends_photos(self) -> bool:
        """Whether anything can be sent ahead as a picture."""
        return bool(places_of(self.standard, self.known))

    def page(self, key: str) -> Page | None:
        """The page of that key, while it is asked."""
        return next((page for page in self.pages if page.key == key), None)

    def questions(self, page: Page) -> tuple[Field, ...]:
        """What the page asks now."""
        return fields_now(self.standard, page, self.known)

    def has_seen(self, stop: Stop) -> bool:
        """Whether this page, or all that it asks now, was sent once."""
        page = self.page(stop.key) if stop.key else None
        if page is None or page.is_list:
            return (stop.key or stop.name) in self.typed.seen
        return all(page.place(f) in self.typed.seen for f in self.questions(page))

    def unseen(self) -> Stop | None:
        """The first page that was never sent, the check aside."""
        return next((one for one in self.stops[:-1] if not self.has_seen(one)), None)

    @property
    def resume(self) -> Stop:
        """Where to go on."""
        return self.unseen() or CHECK

    def after(self, stop: Stop, *, checking: bool = False) -> Stop:
        """What comes next. `checking`: she came from the check, and goes back to it."""
        if checking:
            return self.resume
        place = self.stops.index(stop) if stop in self.stops else -1
        return self.stops[min(place + 1, len(self.stops) - 1)]

    def before(self, stop: Stop) -> Stop | None:
        """What came before; None at the first."""
        place = self.stops.index(stop) if stop in self.stops else 0
        return self.stops[place - 1] if place else None

    def number(self, stop: Stop) -> int:
        """The how-manieth page it is."""
        return self.stops.index(stop) + 1 if stop in self.stops else 1

    def address(self, stop: Stop) -> str:
        """Where a page of this way is."""
        return stop.address(self.office, self.standing.slug)

    def troubles(self) -> tuple[Trouble, ...]:
        """All that is missing or wrong in the form as it would be sent."""
        return self._checked(self._asked_values())

    def troubles_of(self, page: Page) -> tuple[Trouble, ...]:
        """What is missing or wrong among the questions of a page."""
        places = {page.place(f) for f in self.questions(page)}
        return tuple(one for one in self._checked(self.values) if one.where in places)

    def _checked(self, values: Row) -> tuple[Trouble, ...]:
        there = replace(self.look.setting, working_days=self.world.calendar.working_days_between)
        return check_form(self.standard, values, there, anonymous=self.anonymous).troubles

    def sent_values(self) -> Row:
        """The form as it is handed in: nothing that was not asked, no empty members."""
        return without_empty_rows(self.standard, self._asked_values())

    def _asked_values(self) -> Row:
        asked = asked_only(self.standard, self.values, self.known, letter=self.look.letter)
        hidden = {f.key for f in self.standard.fields if f.group is None and self._hides(f)}
        return {key: value for key, value in asked.items() if key not in hidden}

    def _hides(self, f: Field) -> bool:
        """Whether it would tell who somebody is who wants to stay unnamed."""
        return self.anonymous and f.type in IDENTIFYING

    def with_typed(self, typed: Typed, row: Application | None = None) -> Way:
        """The same way with other answers."""
        return Way(self.standing, self.world, self.look, row or self.row, typed)


def way_of(standing: Standing, row: Application | None, typed: Typed) -> Way:
    """The way of an application. A fixed number of queries."""
    world = world_of(standing.office)
    look = Look(
        setting(world),
        world.calendar,
        kinds=village_kinds(standing.office),
        letter=is_letter(standing.standard, {}),
    )
    return Way(standing, world, look, row, typed)


def _tells_channel(f: Field) -> bool:
    """Whether the office would write there by which way it came, and there is a word for this."""
    own = f.by_office and f.group is None and f.type is FieldType.CHOICE
    return own and CHANNEL in dict(f.options)


def named(page: Page, f: Field) -> str:
    """Under which name a field of a page is sent."""
    return f"{PREFIX}/{page.place(f)}"


def with_rows(
    standard: Standard, fields: Mapping[str, str], group: str, number: int
) -> dict[str, str]:
    """The fields with an empty place for every member of a list up to this number.

    Members are known by their order, so that none may be missing before one that is there.
    """
    first = next(f.key for f in standard.fields if f.group == group and f.derive is None)
    places = (f"{PREFIX}/{group}/{n}/{first}" for n in range(1, number + 1))
    return dict.fromkeys(places, "") | dict(fields)


def without_row(fields: Mapping[str, str], group: str, number: int) -> dict[str, str]:
    """The fields without one member of a list; those behind it move up."""
    place = f"{PREFIX}/{group}/"
    kept: dict[str, str] = {}
    for name, text in fields.items():
        row, _, rest = name.removeprefix(place).partition("/")
        if not name.startswith(place) or not row.isdigit():
            kept[name] = text
        elif int(row) != number:
            moved = int(row) - (int(row) > number)
            kept[f"{place}{moved}/{rest}"] = text
    return kept
