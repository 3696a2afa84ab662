# SPDX-License-Identifier: EUPL-1.2
"""The closed lists of words that a standard is written with."""

from __future__ import annotations

from enum import StrEnum


class Source(StrEnum):
    """Where a typed item comes from: the decree, our reading, or a national rule."""

    PRINTED = "printed"
    INFERRED = "inferred"
    NATIONAL = "national"


class Kind(StrEnum):
    """What sort of service this is; code that must find a service asks for its kind."""

    LETTER = "letter"
    PAYMENT = "payment"
    EVENT = "event"
    CONSULTATION = "consultation"
    INFORMATION = "information"
    COMPLAINT = "complaint"
    CARD = "card"
    ACTIVATION = "activation"


class Verb(StrEnum):
    """The closed list of what a step can do; none is particular to a service."""

    SUBMIT = "submit"
    RECEIVE = "receive"
    VERIFY = "verify"
    ASSESS = "assess"
    DRAFT = "draft"
    INITIAL = "initial"
    SIGN = "sign"
    REGISTER = "register"
    STAMP = "stamp"
    HAND_OVER = "hand-over"
    FORWARD = "forward"
    DISPOSE = "dispose"
    CONSULT = "consult"
    SCHEDULE = "schedule"
    PERFORM = "perform"
    PAY = "pay"
    PRINT = "print"
    ANSWER = "answer"
    ARCHIVE = "archive"


class End(StrEnum):
    """How a case can end. A step's key can never be one of these words."""

    HANDED_OVER = "diserahkan"
    DONE = "selesai"
    REFUSED = "ditolak"
    REDIRECTED = "dialihkan"
    WITHDRAWN = "ditarik"
    EXPIRED = "kedaluwarsa"


class FieldType(StrEnum):
    """The types a form field can have."""

    NAME = "name"
    TEXT = "text"
    LONG_TEXT = "long-text"
    DATE = "date"
    TIME = "time"
    INTEGER = "integer"
    MONEY = "money"
    NIK = "nik"
    KK = "kk"
    NOP = "nop"
    PHONE = "phone"
    EMAIL = "email"
    VILLAGE = "village"
    CHOICE = "choice"
    YES_NO = "yes-no"

    @property
    def lasting(self) -> bool:
        """Whether such a value usually stays with its owner from one file to the next."""
        return self in _LASTING


_LASTING = frozenset(
    {
        FieldType.NAME,
        FieldType.NIK,
        FieldType.KK,
        FieldType.NOP,
        FieldType.PHONE,
        FieldType.EMAIL,
        FieldType.VILLAGE,
    }
)


class PaperForm(StrEnum):
    """What leaves the office: somebody else's sheet countersigned, our own letter, or neither."""

    COUNTERSIGN = "countersign"
    LETTER = "letter"
    TRANSMITTAL = "transmittal"
    MINUTES = "minutes"
    EXTERNAL = "external"
    NONE = "none"

    @property
    def written_here(self) -> bool:
        """Whether the office itself writes the sheet, so that its text needs fields."""
        return self in (PaperForm.LETTER, PaperForm.TRANSMITTAL, PaperForm.MINUTES)


class Due(StrEnum):
    """When an ask is due: when the file is handed in, or when the product is fetched."""

    INTAKE = "intake"
    PICKUP = "pickup"


class Handling(StrEnum):
    """What happens to what was brought: looked at, kept in the file, or given back later."""

    SEEN = "seen"
    KEEP = "keep"
    RETURN = "return"


class Otherwise(StrEnum):
    """What an unmet limit does: advise, ask for a reason, or refuse."""

    ADVISE = "advise"
    REASON = "reason"
    REFUSE = "refuse"


class Op(StrEnum):
    """The comparisons a condition may use."""

    IS = "is"
    IS_NOT = "is_not"
    ONE_OF = "one_of"
    BELOW = "below"
    AT_LEAST = "at_least"
    GIVEN = "given"


class Derivation(StrEnum):
    """How a field is computed instead of asked."""

    YEARS = "years"
    WORKING_DAYS = "working_days"
    SUM = "sum"
