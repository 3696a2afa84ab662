# SPDX-License-Identifier: EUPL-1.2
"""The language of a service standard, as written in YAML and as given by the API.

Grammar is English, things of law are Indonesian as the decree spells them. `text` is the
decree's own words; typed fields beside it are what the engine runs on. Every typed item has
a `source`: `printed` (default), `inferred` or `national`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    SerializerFunctionWrapHandler,
    Tag,
    model_serializer,
)

from pendopo.domain.vocabulary import Due, FieldType, Handling, Source
from pendopo.standards.grammar import (
    DueWord,
    EndWord,
    FormWord,
    HandlingWord,
    Key,
    KindWord,
    OtherwiseWord,
    Scalar,
    SourceWord,
    Text,
    TypeWord,
    Unit,
    Word,
    one_or_many,
)
from pendopo.standards.procedure_schema import Duration, Procedure

COMPONENTS = (
    "requirements",
    "procedure",
    "duration",
    "fee",
    "product",
    "complaint_channels",
    "legal_basis",
    "facilities",
    "competence",
    "staffing",
    "internal_supervision",
    "service_guarantee",
    "safety_guarantee",
    "evaluation",
)
"""The 14 components of PermenPANRB 15/2014; the order of a file's keys is the decree's."""


def _text_item(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class PrintedText(Word):
    """A line of a component. A bare string is a printed line."""

    text: Text
    source: SourceWord = Source.PRINTED
    note: Text | None = None


Line = Annotated[PrintedText, BeforeValidator(_text_item, json_schema_input_type=str | PrintedText)]
Lines = list[Line]


class Test(Word):
    """Comparisons with one field; all given ones must hold. A bare value means `is`."""

    is_: Scalar | None = Field(default=None, alias="is")
    is_not: Scalar | None = None
    one_of: list[Scalar] | None = None
    below: int | None = None
    at_least: int | None = None
    given: bool | None = None

    @model_serializer(mode="wrap")
    def _only_given(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: value for key, value in handler(self).items() if value is not None}


def _test(value: Any) -> Any:
    return {"is": value} if isinstance(value, (str, int, bool)) else value


When = dict[Key, Annotated[Test, BeforeValidator(_test, json_schema_input_type=Scalar | Test)]]


class Ask(Word):
    """One thing that the counter looks for; a printed line may hold several."""

    key: Key
    what: Text
    due: DueWord = Due.INTAKE
    handling: HandlingWord = Handling.SEEN
    copies: int = Field(default=1, ge=1)
    size: Text | None = None
    each: Key | None = None
    when: When = {}
    alternatives: list[Text] = []
    if_needed: bool = False
    may_follow: bool = True
    source: SourceWord = Source.PRINTED
    note: Text | None = None


class Requirement(Word):
    """A printed requirement line with its lettered items, and the asks it holds."""

    text: Text
    items: list[Text] = []
    asks: list[Ask] = []
    source: SourceWord = Source.PRINTED


class Group(Word):
    """People or things that come in several: named `members`, or a list with bounds."""

    label: Text | None = None
    members: dict[Key, Text] = {}
    at_least: int = Field(default=0, ge=0)
    at_most: int | None = Field(default=None, ge=1)


class Span(Word):
    """From one date field (or the word `filed`) to another."""

    from_: Key = Field(alias="from")
    to: Key


class Derive(Word):
    """A field that is computed: full `years` or `working_days` between dates, or a `sum`."""

    years: Span | None = None
    working_days: Span | None = None
    sum: Key | None = None


class FormField(Word):
    """One line of the form."""

    key: Key
    label: Text
    type: TypeWord = FieldType.TEXT
    group: Key | None = None
    required: bool = False
    for_: Literal["intake", "letter"] = Field(default="intake", alias="for")
    by: Literal["applicant", "office"] = "applicant"
    options: dict[Key, Text] = {}
    derive: Derive | None = None
    when: When = {}
    readers: list[Key] = []
    lasting: bool | None = None
    help: Text | None = None
    source: SourceWord = Source.INFERRED
    note: Text | None = None


class Limit(Word):
    """A lead time between a step and a date of the form, counted in days or working days."""

    key: Key
    at: Key
    before: Key
    value: int = Field(ge=0)
    unit: Literal["day", "working-day"]
    else_: OtherwiseWord = Field(alias="else")
    sense: Literal["at-least", "less-than"] = "at-least"
    say: Text | None = None
    source: SourceWord = Source.PRINTED
    cite: Text | None = None


class Caution(Word):
    """Something the counter must hear when the form says so."""

    key: Key
    at: Key
    when: When
    else_: OtherwiseWord = Field(alias="else")
    say: Text
    each: Key | None = None
    source: SourceWord = Source.NATIONAL
    cite: Text | None = None


Forms = Annotated[
    list[FormWord],
    Field(min_length=1),
    BeforeValidator(one_or_many, json_schema_input_type=FormWord | list[FormWord]),
]


Names = Annotated[list[Key], BeforeValidator(one_or_many, json_schema_input_type=Key | list[Key])]


class Paper(Word):
    """What leaves the office. Several forms: the officer chooses at verify."""

    title: Text | None = None
    form: Forms
    wording: Names = []
    book: Key | None = None
    classification: Text | None = None
    product: bool = False
    copies_to: list[Text] = []
    source: SourceWord = Source.INFERRED
    note: Text | None = None


class Fee(Word):
    """What it costs, in rupiah; `amount: null` where another body sets it."""

    text: Text
    amount: int | None = Field(ge=0)
    source: SourceWord = Source.PRINTED
    note: Text | None = None


class Product(Word):
    """What the applicant gets."""

    text: Text
    source: SourceWord = Source.PRINTED


class ComplaintChannel(Word):
    """One way to complain, with the label that the decree prints before it."""

    kind: Literal[
        "address", "phone", "whatsapp", "email", "website", "lapor", "instagram", "box", "officer"
    ]
    value: Text
    label: Text | None = None
    source: SourceWord = Source.PRINTED


class Competence(Word):
    """What one role must know; `role` is null where the decree names none."""

    role: Text | None
    items: list[Text]


class StaffRole(Word):
    """A role and how many people hold it; `key` is the role of roles.yaml."""

    role: Text
    count: int = Field(ge=1)
    key: Key | None = None


class Staffing(Word):
    """How many people serve; `text` is the whole printed cell."""

    text: Text
    total: int = Field(ge=1)
    roles: list[StaffRole] = []
    note: Text | None = None


class Ceiling(Word):
    """A limit of law beside the promise."""

    key: Key
    name: Text
    value: int = Field(ge=1)
    unit: Unit
    cite: Text


class SelectedCeilings(Word):
    """Limits chosen by a field's value from a national list."""

    select: Key
    from_: Literal["national/complaint-classes"] = Field(alias="from")


def _ceiling_kind(value: Any) -> str:
    chosen = "select" in value if isinstance(value, dict) else isinstance(value, SelectedCeilings)
    return "selected" if chosen else "stated"


AnyCeiling = Annotated[
    Annotated[Ceiling, Tag("stated")] | Annotated[SelectedCeilings, Tag("selected")],
    Discriminator(_ceiling_kind),
]


class Intake(Word):
    """How a file may be handed in."""

    anonymous: bool = False
    confidential: bool = False


class FollowUp(Word):
    """The service that comes after, when a case ends so."""

    after: EndWord
    service: Key
    text: Text


class Advice(Word):
    """A word to the citizen, dated and cited, e.g. that she may not need us."""

    text: Text
    since: Text | None = None
    cite: Text | None = None


class Service(Word):
    """One service standard: the 14 components and what the engine needs beside them."""

    language: Literal[1]
    slug: Key
    kind: KindWord
    name: Text
    heading: Text | None = None
    complete: bool | None = None
    synonyms: list[Text] = []

    requirements: list[Requirement] | None = None
    procedure: Procedure
    duration: Duration | None = None
    fee: Fee | None = None
    product: Product | None = None
    complaint_channels: list[ComplaintChannel] | None = None
    legal_basis: Lines | None = None
    facilities: Lines | None = None
    competence: list[Competence] | None = None
    staffing: Staffing | None = None
    internal_supervision: Lines | None = None
    service_guarantee: Lines | None = None
    safety_guarantee: Lines | None = None
    evaluation: Lines | None = None

    groups: dict[Key, Group] = {}
    fields: list[FormField] = []
    limits: list[Limit] = []
    cautions: list[Caution] = []
    papers: dict[Key, Paper] = {}
    ceilings: list[AnyCeiling] = []
    intake: Intake = Intake()
    follow_up: list[FollowUp] = []
    advice: list[Advice] = []
    notes: list[Text] = []
