# SPDX-License-Identifier: EUPL-1.2
"""The language of an office, its decree and the national lists, as written in YAML."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag

from pendopo.domain.book_words import BookKind
from pendopo.domain.vocabulary import Source
from pendopo.standards.books_schema import BookColumn, BookKindWord
from pendopo.standards.grammar import (
    Clock,
    Day,
    Key,
    SourceWord,
    Text,
    Unit,
    Word,
    one_or_many,
)
from pendopo.standards.schema import ComplaintChannel

Code = Annotated[str, StringConstraints(pattern=r"^\d\d(\.\d\d){1,2}(\.\d{4})?$")]


def _all_or_listed(value: Any) -> str:
    return "all" if isinstance(value, str) else "listed"


AllOr = Annotated[
    Annotated[Literal["all"], Tag("all")] | Annotated[list[Key], Tag("listed")],
    Discriminator(_all_or_listed),
]


class Village(Word):
    """A desa or a kelurahan of the district, with its Kemendagri code."""

    code: Code
    name: Text
    kind: Literal["desa", "kelurahan"]


class Position(Word):
    """A post of the office and the roles of the standards that it fills."""

    key: Key
    title: Text
    roles: list[Key] = Field(min_length=1)
    echelon: Text | None = None
    source: SourceWord = Source.INFERRED


class Signing(Word):
    """A row of the delegation matrix: who may sign which services, with which line above."""

    position: Key
    on_behalf_of: Key
    line: Literal["", "a.n.", "u.b."] = ""
    services: AllOr = "all"
    except_: list[Key] = Field(default=[], alias="except")
    letter: Text | None = None
    source: SourceWord = Source.INFERRED


class Book(Word):
    """A register. `mode`: own numbers, numbers typed from another system, or none.

    Without `columns` those of its kind hold; `keepers` write in it, beside who keeps all books.
    """

    title: Text
    kind: BookKindWord = BookKind.REGISTER
    section: Text | None = None
    head: Key | None = None
    keepers: list[Key] = []
    columns: list[BookColumn] = []
    mode: Literal["own", "external", "none"] = "own"
    template: Text | None = None
    classification: Text | None = None
    source: SourceWord = Source.INFERRED


class OpenSpan(Word):
    """From–to in the office's own time."""

    from_: Clock = Field(alias="from")
    to: Clock


WeekDay = Literal["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
Week = dict[WeekDay, list[OpenSpan]]


class Hours(Word):
    """Opening hours in three layers; a missing layer is like the office's hours."""

    office: Week
    counter: Week | None = None
    signing: Week | None = None
    source: SourceWord = Source.INFERRED


class Season(Word):
    """Hours that hold for part of a year, such as Ramadan."""

    name: Text
    from_: Day = Field(alias="from")
    to: Day
    hours: Hours


class Policy(Word):
    """What an office may settle for itself; every word has a national default."""

    day: Literal["working-day", "day"] = "working-day"
    cuti_bersama_closes: bool = True
    follow_allowed_by: list[Key] = ["petugas-loket"]
    signature_recorded_by: list[Key] = ["petugas-loket"]
    letters_changed_by: list[Key] = []
    administered_by: list[Key] = []
    late_after_minutes: int = Field(default=15, ge=1)


Picture = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.(svg|png|jpg|jpeg)$")]
"""The name of a picture that lies beside office.yaml."""


class Margins(Word):
    """The margins of a sheet, in millimetres."""

    top: int = Field(default=15, ge=0)
    right: int = Field(default=20, ge=0)
    bottom: int = Field(default=20, ge=0)
    left: int = Field(default=25, ge=0)


class Letterhead(Word):
    """The lines of the letterhead; without them they are made of the office's names."""

    above: list[Text] = []
    name: Text | None = None
    below: list[Text] = []


class Place(Word):
    """Where on somebody else's sheet the countersign is printed, in millimetres."""

    left: int = Field(default=110, ge=0)
    top: int = Field(default=200, ge=0)


class Label(Word):
    """An adhesive label, in millimetres."""

    width: int = Field(default=90, ge=30)
    height: int = Field(default=60, ge=20)


class Stationery(Word):
    """The office's paper; every word has a national default."""

    size: Literal["f4", "a4"] = "f4"
    typeface: Literal["liberation-sans", "tex-gyre-bonum"] = "liberation-sans"
    points: int = Field(default=12, ge=9)
    margins: Margins = Margins()
    preprinted: int = Field(default=0, ge=0)
    letterhead: Letterhead = Letterhead()
    arms: Picture | None = None
    qr: bool = True
    number: Literal["blank", "reserved"] = "blank"
    on_behalf: bool = False
    countersign: Literal["overprint", "label"] = "overprint"
    overprint: Place = Place()
    label: Label = Label()
    slip: Literal["third-f4", "a5", "roll"] = "third-f4"


class Officer(Word):
    """An invented officer for demonstrations; a real office enters its own in the bureau."""

    name: Text
    nip: Annotated[str, StringConstraints(pattern=r"^\d{18}$")] | None = None
    rank: Text | None = None
    positions: list[Key] = Field(min_length=1)
    capacity: Literal["definitif", "Plt.", "Plh.", "Pj."] = "definitif"


class Office(Word):
    """One kecamatan. Seeds the office once; afterwards the bureau's rows hold."""

    language: Literal[1]
    code: Code
    name: Text
    regency: Text
    province: Text
    seat: Text
    prefix: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    unit_code: Text
    zone: Literal["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]
    address: Text
    contacts: list[ComplaintChannel]
    services: list[Key]
    villages: list[Village]
    positions: list[Position]
    signing: list[Signing]
    books: dict[Key, Book]
    hours: Hours
    seasons: list[Season] = []
    policy: Policy = Policy()
    stationery: Stationery = Stationery()
    demo_officers: list[Officer] = []
    notes: list[Text] = []


class Dictum(Word):
    """One dictum of the decree."""

    label: Text
    text: Text
    items: list[Text] = []


class Principle(Word):
    """One principle with its explanation."""

    name: Text
    text: Text


class Motto(Word):
    """The motto and the words that its letters stand for."""

    word: Text
    words: list[Text]
    text: Text


class Signatory(Word):
    """Who signed the decree; the officials named in a decree are public."""

    position: Text
    name: Text
    rank: Text | None = None
    nip: Text | None = None


class Section(Word):
    """A part of the decree's body: heading and paragraphs, with sections of its own."""

    heading: Text
    paragraphs: list[Text] = []
    sections: list[Section] = []


class Decree(Word):
    """The Keputusan Camat that sets the standards."""

    language: Literal[1]
    number: Text
    title: Text
    place: Text
    date_: Day = Field(alias="date")
    effective: Day
    effective_text: Text
    letterhead: list[Text]
    considerations: list[Text]
    references: list[Text]
    dictums: list[Dictum]
    signatory: Signatory
    copies_to: list[Text] = []
    services: list[Text] = []
    motto: Motto | None = None
    principles: list[Principle] = []
    definitions: list[Text] = []
    body: list[Section] = []
    notes: list[Text] = []


class Role(Word):
    """A role that steps name. `outside`: not of the office."""

    title: Text
    outside: bool = False
    aliases: list[Text] = []


class Roles(Word):
    """national/roles.yaml"""

    language: Literal[1]
    roles: dict[Key, Role]


Keys = Annotated[list[Key], BeforeValidator(one_or_many, json_schema_input_type=Key | list[Key])]


class Law(Word):
    """A law as cited; `sure` tells how well the facts are known."""

    key: Key
    kind: Text
    number: Text
    year: int
    title: Text
    gazette: Text | None = None
    amended_by: Keys = []
    replaced_by: Keys = []
    sure: Literal["verified", "high", "medium", "low"]
    note: Text | None = None


class Laws(Word):
    """national/laws.yaml"""

    language: Literal[1]
    laws: list[Law]


class Exclusion(Word):
    """A ground on which information may be withheld (UU 14/2008 Ps 17)."""

    key: Key
    text: Text
    cite: Text
    sure: Literal["verified", "high", "medium", "low"]


class Exclusions(Word):
    """national/exclusions.yaml"""

    language: Literal[1]
    exclusions: list[Exclusion]


class ComplaintClass(Word):
    """A class of complaint with the ceiling of law that runs beside the promise."""

    key: Key
    name: Text
    value: int = Field(ge=1)
    unit: Unit
    cite: Text
    sure: Literal["verified", "high", "medium", "low"]


class ComplaintClasses(Word):
    """national/complaint-classes.yaml"""

    language: Literal[1]
    classes: list[ComplaintClass]


class HolidayEntry(Word):
    """One day off."""

    date_: Day = Field(alias="date")
    name: Text
    kind: Literal["national", "cuti-bersama"]


class CalendarYear(Word):
    """national/calendar/YYYY.yaml: one frozen year, with the SKB it follows."""

    language: Literal[1]
    year: int
    cite: Text
    holidays: list[HolidayEntry]
    seasons: list[Season] = []
    notes: list[Text] = []
