# SPDX-License-Identifier: EUPL-1.2
"""A form made from a standard, as pages show it: what is asked first, what only a letter needs.

The same sheet serves the counter's intake, mending a file, and the public's application.
Templates are `parts/form/*.html`; what comes back is read by `forms.reading`. A field that is
not asked now stands on the page all the same, hidden, so that nothing moves or is lost when a
choice brings it up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.filled import is_given, members
from pendopo.domain.forms import LIST_LENGTH, Trouble
from pendopo.domain.standard import Field, Group, Standard, Values
from pendopo.domain.typed import Setting
from pendopo.domain.vocabulary import FieldType, PaperForm
from pendopo.screens.forms.masking import readable
from pendopo.screens.forms.reading import FORMER, PREFIX, is_asked, looked_through
from pendopo.screens.forms.words import (
    Option,
    attributes_of,
    for_village,
    options_of,
    shown_value,
    understood,
)

NEW_ROW = "__n__"
"""The number of the empty row that a page copies to add another."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a form is looked at: where, by whom, and which sheets the office writes.

    `kinds`: a village's code → desa or kelurahan. `roles` None is the applicant herself.
    """

    setting: Setting
    calendar: OfficeCalendar
    kinds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    roles: frozenset[str] | None = None
    letter: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """One field. `said` is what was understood of it; `computed` fields show nothing else."""

    place: str
    label: str
    type: str
    value: str
    required: bool
    shown: bool
    options: tuple[Option, ...] = ()
    help: str = ""
    said: str = ""
    trouble: str = ""
    warning: str = ""
    computed: bool = False

    @property
    def name(self) -> str:
        """Under which it is sent."""
        return f"{PREFIX}/{self.place}"

    @property
    def id(self) -> str:
        """To which an error summary links."""
        return f"f-{self.place}"

    @property
    def attributes(self) -> dict[str, str]:
        """What the field's own tag says beside its name."""
        own = {} if self.options else dict(attributes_of(FieldType(self.type)))
        if self.required:
            own |= {"aria-required": "true"}
        if self.trouble:
            own |= {"aria-invalid": "true"}
        return own | ({"aria-describedby": self.described_by} if self.described_by else {})

    @property
    def described_by(self) -> str:
        """The ids of the words that belong to it."""
        words = (("trouble", self.trouble), ("warning", self.warning), ("help", self.help))
        return " ".join(f"{self.id}-{key}" for key, text in words if text)


@dataclass(frozen=True, slots=True)
class Member:
    """The fields of one scope. `letter`: what only a letter of the office prints.

    `more` need not be answered; `more_open`: something stands there, or is wrong there. `former`
    tells which listed member this was.
    """

    key: str
    label: str
    place: str
    needed: tuple[Input, ...]
    letter: tuple[Input, ...]
    more: tuple[Input, ...]
    former: str = ""

    @property
    def inputs(self) -> tuple[Input, ...]:
        """All of them."""
        return self.needed + self.letter + self.more

    @property
    def letter_asked(self) -> bool:
        """Whether what a letter prints is asked now."""
        return any(one.shown for one in self.letter)

    @property
    def more_asked(self) -> bool:
        """Whether anything else can be said here now."""
        return any(one.shown for one in self.more)

    @property
    def more_open(self) -> bool:
        """Whether what need not be answered must not stay folded."""
        return any(one.value or one.trouble for one in self.more if not one.computed)


@dataclass(frozen=True, slots=True)
class Section:
    """A group: people or things that come in several."""

    key: str
    label: str
    members: tuple[Member, ...]
    is_list: bool
    owed: bool
    most: int
    blank: Member | None = None
    trouble: str = ""

    @property
    def id(self) -> str:
        """To which an error summary links."""
        return f"f-{self.key}"

    @property
    def may_grow(self) -> bool:
        """Whether another row may be added."""
        return self.is_list and len(self.members) < self.most


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole form: the fields that stand alone, and the groups."""

    plain: Member
    groups: tuple[Section, ...]

    @property
    def owed_groups(self) -> tuple[Section, ...]:
        """Groups without which the form is incomplete."""
        return tuple(one for one in self.groups if one.owed)

    @property
    def other_groups(self) -> tuple[Section, ...]:
        """Groups that may stay empty."""
        return tuple(one for one in self.groups if not one.owed)

    @property
    def inputs(self) -> Iterator[Input]:
        """Every field on the page."""
        yield from self.plain.inputs
        for section in self.groups:
            for member in section.members:
                yield from member.inputs


def form_sheet(
    standard: Standard,
    values: Values,
    look: Look,
    *,
    troubles: Iterable[Trouble] = (),
    rows: Mapping[str, int] = MappingProxyType({}),
) -> Sheet:
    """The form with these values, as typed or as kept. `rows`: empty rows to add, by group.

    `troubles` are those of an answer; what is only noticed is said of itself.
    """
    making = _Making(standard, values, look, troubles)
    return Sheet(
        making.plain(),
        tuple(making.section(group, rows.get(group.key, 0)) for group in standard.groups),
    )


def is_letter(standard: Standard, forms: Mapping[str, PaperForm]) -> bool:
    """Whether the office writes a sheet itself, in these forms or else in its usual ones."""
    return any(forms.get(p.key, p.forms[0]).written_here for p in standard.papers)


class _Making:
    """One sheet being made."""

    def __init__(
        self,
        standard: Standard,
        values: Values,
        look: Look,
        troubles: Iterable[Trouble],
    ) -> None:
        self._standard, self._values, self._look = standard, values, look
        seen = looked_through(standard, values, look.setting, look.calendar)
        self._known = seen.values
        self._troubles = {one.where: one.text for one in troubles}
        self._warnings = {one.where: one.text for one in seen.warnings}
        self._kind = self._village_kind()

    def plain(self) -> Member:
        return self._member(None, "", "", "", self._values, self._known)

    def section(self, group: Group, added: int) -> Section:
        known = {m.key: m.values for m in members(group, self._known)}
        made = [
            self._member(
                group, m.key, m.label, f"{group.key}/{m.key}", m.values, known.get(m.key, {})
            )
            for m in members(group, self._with_rows(group, added))
        ]
        most = min(group.at_most or LIST_LENGTH, LIST_LENGTH)
        label, place = f"{group.label} {NEW_ROW}", f"{group.key}/{NEW_ROW}"
        blank = self._member(group, NEW_ROW, label, place, {}, {}) if group.is_list else None
        return Section(
            group.key,
            group.label,
            tuple(made),
            group.is_list,
            self._owed(group),
            most,
            blank,
            self._troubles.get(group.key, ""),
        )

    def _with_rows(self, group: Group, added: int) -> Values:
        if not group.is_list or not added:
            return self._values
        given = self._values.get(group.key)
        rows: Sequence[object] = given if isinstance(given, (list, tuple)) else ()
        padded = [*rows, *[{}] * max(0, group.at_least - len(rows)), *[{}] * added]
        return {**self._values, group.key: padded}

    def _member(
        self, group: Group | None, key: str, label: str, place: str, values: Values, known: Values
    ) -> Member:
        own = [f for f in self._standard.fields if f.group == (group.key if group else None)]
        seen = [f for f in own if readable(f, self._look.roles)]
        around = {**self._known, **known}
        first = _first(own)
        parts: dict[str, list[Input]] = {"needed": [], "letter": [], "more": []}
        for f in seen:
            part = "letter" if f.letter_only else "needed" if f.key in first else "more"
            parts[part].append(self._input(f, place, values.get(f.key), around))
        former = str(values.get(FORMER, ""))
        return Member(
            key,
            label,
            place,
            tuple(parts["needed"]),
            tuple(parts["letter"]),
            tuple(parts["more"]),
            former,
        )

    def _input(self, f: Field, place: str, value: object, around: Values) -> Input:
        where = f"{place}/{f.key}" if place else f.key
        computed = f.derive is not None
        asked = is_asked(f, around, letter=self._look.letter)
        return Input(
            place=where,
            label=for_village(f.label, self._kind),
            type=f.type.value,
            value="" if computed else self._shown(f, value, around),
            required=f.required,
            shown=asked and (not computed or is_given(around.get(f.key))),
            options=options_of(f, self._look.setting.villages, self._look.kinds),
            help=f.help,
            said=understood(f, around.get(f.key), self._look.setting),
            trouble=self._troubles.get(where, ""),
            warning=self._warnings.get(where, ""),
            computed=computed,
        )

    def _shown(self, f: Field, value: object, around: Values) -> str:
        """What stands in the field; a village that was named is chosen."""
        named = f.type is FieldType.VILLAGE and value and around.get(f.key)
        return shown_value(f, around[f.key] if named else value)

    def _owed(self, group: Group) -> bool:
        if group.is_list:
            return group.at_least > 0
        own = (f for f in self._standard.fields if f.group == group.key)
        return any(f.required and not f.letter_only and not f.when.all for f in own)

    def _village_kind(self) -> str:
        """The kind of the village that the form names first."""
        code = next(
            (self._known.get(f.key) for f in self._standard.fields if f.type is FieldType.VILLAGE),
            "",
        )
        return self._look.kinds.get(str(code), "")


def _first(fields: Sequence[Field]) -> set[str]:
    """What is asked first: what must be answered, and what hangs on it or is computed from it."""
    found = {f.key for f in fields if f.required and not f.letter_only}
    for f in fields:
        sources = {c.field for c in f.when.all}
        if f.derive:
            sources |= {f.derive.start}
        if sources and sources <= found:
            found.add(f.key)
    return found
