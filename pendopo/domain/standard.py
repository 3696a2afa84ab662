# SPDX-License-Identifier: EUPL-1.2
"""A service standard as the engine runs it: asks, fields, limits, papers and steps.

The decree's own words live in `pendopo.standards.schema`; here is what is typed beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NoReturn, TypeAlias

from pendopo.domain.vocabulary import (
    Derivation,
    Due,
    FieldType,
    Handling,
    Kind,
    Op,
    Otherwise,
    PaperForm,
    Source,
    Verb,
)

Scalar: TypeAlias = str | int | bool | Decimal
Values: TypeAlias = Mapping[str, object]
"""The form as filled in: field key → value; a group's key → member key → values, or a list."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of a field with a value, e.g. `usia below 21`."""

    field: str
    op: Op
    value: Scalar | tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """All comparisons must hold; an empty condition always holds."""

    all: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing the counter looks for; a printed requirement line may hold several.

    `each` names a group: the ask is then made once for each of its members.
    `if_needed` lets the officer say that this file does not need it.
    """

    key: str
    what: str
    due: Due = Due.INTAKE
    handling: Handling = Handling.SEEN
    copies: int = 1
    size: str | None = None
    each: str | None = None
    when: Condition = Condition()
    alternatives: tuple[str, ...] = ()
    if_needed: bool = False
    may_follow: bool = True
    source: Source = Source.PRINTED


@dataclass(frozen=True, slots=True)
class Group:
    """People or things that come in several: fixed members, or a list with bounds."""

    key: str
    label: str
    members: tuple[tuple[str, str], ...] = ()
    at_least: int = 0
    at_most: int | None = None

    @property
    def is_list(self) -> bool:
        """Whether the members are counted rather than named."""
        return not self.members


@dataclass(frozen=True, slots=True)
class Derive:
    """`years` and `working_days` run from one date field to another; `sum` adds up a group."""

    how: Derivation
    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the form. `letter_only`: asked only where the office writes the letter.

    `by_office`: an officer fills it in; whoever applies on her own is never asked. `lasting`: it
    tells of the person or place, not of this occasion, so that an earlier file of theirs can
    answer it.
    """

    key: str
    label: str
    type: FieldType
    group: str | None = None
    required: bool = False
    letter_only: bool = False
    options: tuple[tuple[str, str], ...] = ()
    derive: Derive | None = None
    when: Condition = Condition()
    readers: tuple[str, ...] = ()
    lasting: bool = False
    help: str = ""
    source: Source = Source.INFERRED
    by_office: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A lead time: step `at` comes at least (or less than) n days before a date field."""

    key: str
    at: str
    before: str
    value: int
    unit: str
    otherwise: Otherwise
    less_than: bool = False
    say: str = ""
    source: Source = Source.PRINTED


@dataclass(frozen=True, slots=True)
class Caution:
    """Something the counter must hear before it goes on, when the form says so."""

    key: str
    at: str
    when: Condition
    otherwise: Otherwise
    say: str
    each: str | None = None
    source: Source = Source.NATIONAL


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whose signature stands beside the office's own, e.g. of a berita acara."""

    title: str
    name: str = ""
    rank: str = ""
    nip: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a paper says in one form. Every text may hold placeholders, `{calon.suami.nama}`.

    `body` is in the language of `pendopo.papers.body`. With `to` a letter is a surat dinas.
    `rows` are what a transmittal sends, `lines` stand in a countersign, each with its label.
    `on_behalf` is a line above the signer that an office may switch on. `over` stands over the
    signature; `responsibility` limits what a countersign vouches for. `slip`: printed small.
    """

    name: str
    form: PaperForm
    heading: str = ""
    body: str = ""
    to: tuple[str, ...] = ()
    subject: str = ""
    nature: str = ""
    attachments: str = ""
    rows: tuple[tuple[str, str, str], ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    on_behalf: str = ""
    over: str = ""
    parties: tuple[Party, ...] = ()
    knowing: tuple[Party, ...] = ()
    responsibility: str = ""
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """What leaves the office, in the forms the office allows (the first is the usual one).

    `classification` is the archive code (kode klasifikasi) of its number; without one the book's.
    `wordings` has at most one for each form.
    """

    key: str
    title: str
    forms: tuple[PaperForm, ...]
    book: str | None = None
    classification: str | None = None
    product: bool = False
    copies_to: tuple[str, ...] = ()
    source: Source = Source.INFERRED
    wordings: tuple[Wording, ...] = ()

    def wording(self, form: PaperForm) -> Wording | None:
        """What it says in this form; None where the standard gives no words for it."""
        return next((one for one in self.wordings if one.form is form), None)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One cell of a decision table: the facts, the outcome and what to mend."""

    when: tuple[tuple[str, bool], ...]
    outcome: str
    say: tuple[str, ...] = ()
    source: Source = Source.PRINTED


FORWARDED = "forwarded"
"""The role of a step that belongs to whoever the file was forwarded to."""

AUTHORISED_SIGNER = "pejabat-berwenang"
"""The role of whoever the office's matrix lets sign this service."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure: who does what, and where it leads.

    `exits` maps an outcome to a step's key or an end; a step without outcomes has the
    single exit named "" (empty). `via` is the office role that may record the deed of
    somebody else: an applicant at the counter, or a wet signature.
    """

    key: str
    by: str
    do: Verb
    exits: tuple[tuple[str, str], ...]
    title: str = ""
    says: tuple[int, ...] = ()
    papers: tuple[str, ...] = ()
    book: str | None = None
    via: str | None = None
    to: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    table: tuple[TableRow, ...] = ()
    elsewhere: str | None = None
    reference_required: bool = False
    minutes: int | None = None
    cost: Decimal | None = None
    source: Source = Source.PRINTED

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The named outcomes, in the order of the file; empty where there is only one way."""
        return tuple(name for name, _ in self.exits if name)

    def target(self, outcome: str = "") -> str:
        """The step or end that an outcome leads to. Raises KeyError for an unknown outcome."""
        return dict(self.exits)[outcome]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the procedure that the promise clock looks for: a step, perhaps one outcome."""

    step: str
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands while one of these roles is absent."""

    while_: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duration:
    """The time promised. `unit` is minute, hour, day or working-day."""

    text: str
    value: int
    unit: str
    starts: tuple[Moment, ...]
    stops: tuple[Moment, ...]
    condition: str | None = None
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class LegalCeiling:
    """A time limit of law that runs beside the promise, from the first arrival."""

    key: str
    name: str
    value: int
    unit: str
    cite: str
    select: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """How a file may be handed in."""

    anonymous: bool = False
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Standard:
    """One version of one service, ready to run."""

    slug: str
    kind: Kind
    name: str
    asks: tuple[Ask, ...]
    fields: tuple[Field, ...]
    steps: tuple[Step, ...]
    groups: tuple[Group, ...] = ()
    limits: tuple[Limit, ...] = ()
    cautions: tuple[Caution, ...] = ()
    papers: tuple[Paper, ...] = ()
    duration: Duration | None = None
    fee: Decimal | None = None
    ceilings: tuple[LegalCeiling, ...] = ()
    intake: Intake = field(default_factory=Intake)

    @property
    def first(self) -> Step:
        """The step that files a case: the first of the procedure."""
        return self.steps[0]

    def step(self, key: str) -> Step:
        """The step with this key. Raises KeyError when the procedure has none."""
        return next((s for s in self.steps if s.key == key), None) or _missing(key)

    def paper(self, key: str) -> Paper:
        """The paper with this key. Raises KeyError."""
        return next((p for p in self.papers if p.key == key), None) or _missing(key)

    def group(self, key: str) -> Group:
        """The group with this key. Raises KeyError."""
        return next((g for g in self.groups if g.key == key), None) or _missing(key)

    def returns(self, step: Step, outcome: str) -> bool:
        """Whether this outcome sends the file back: its target stands no later in the file."""
        order = [s.key for s in self.steps]
        target = step.target(outcome)
        return target in order and order.index(target) <= order.index(step.key)


def _missing(key: str) -> NoReturn:
    raise KeyError(key)
