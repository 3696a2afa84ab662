# SPDX-License-Identifier: EUPL-1.2
"""What each word of a book's column says of a line: of its case, or of what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from django.utils.translation import gettext as _

from pendopo.domain.book_words import Shown
from pendopo.domain.books import RowStatus
from pendopo.domain.filled import as_date, as_number
from pendopo.domain.standard import FORWARDED
from pendopo.domain.vocabulary import Verb
from pendopo.domain.wording import number as grouped
from pendopo.screens import plain_words
from pendopo.screens.books.told import Around, Texts, Told
from pendopo.screens.forms.natural_days import written
from pendopo.screens.telling.sentences import in_capacity


def say(shown: Shown, told: Told, around: Around) -> Texts:
    """What a word says of a line: nothing, or a text or two."""
    return tuple(text for text in _SAID[shown](told, around) if text)


def _typed(shown: Shown) -> Callable[[Told, Around], Iterator[str]]:
    """What only a line without a case says."""

    def said(told: Told, around: Around) -> Iterator[str]:
        yield told.content.get(shown.value, "")

    return said


def _typed_day(shown: Shown) -> Callable[[Told, Around], Iterator[str]]:
    def said(told: Told, around: Around) -> Iterator[str]:
        day = as_date(told.content.get(shown.value))
        yield written(day) if day else ""

    return said


def _day(day: date | None) -> str:
    return written(day) if day else ""


def _classification(told: Told, around: Around) -> Iterator[str]:
    own = told.content.get(Shown.CLASSIFICATION, "")
    if told.case and told.paper:
        own = told.case.standard.paper(told.paper).classification or ""
    yield own or around.classification


def _name(told: Told, around: Around) -> Iterator[str]:
    if told.case is None:
        yield told.content.get(Shown.NAME, "")
    else:
        yield told.case.row.applicant or (_("tanpa nama") if told.case.row.anonymous else "")


def _sender(told: Told, around: Around) -> Iterator[str]:
    yield told.content.get(Shown.SENDER, "")
    if told.case:
        yield from _name(told, around)


def _village(told: Told, around: Around) -> Iterator[str]:
    code = told.case.row.village if told.case else told.content.get(Shown.VILLAGE, "")
    yield around.villages.get(code, code)


def _paper(told: Told, around: Around) -> Iterator[str]:
    if told.case and told.paper:
        yield told.case.standard.paper(told.paper).title


def _service(told: Told, around: Around) -> Iterator[str]:
    yield told.case.standard.name if told.case else ""


def _subject(told: Told, around: Around) -> Iterator[str]:
    yield told.content.get(Shown.SUBJECT, "")
    if told.sent and told.sent.subject:
        yield told.sent.subject
        return
    yield from _paper(told, around) if told.paper else _service(told, around)


def _addressee(told: Told, around: Around) -> Iterator[str]:
    yield told.content.get(Shown.ADDRESSEE, "")
    yield told.sent.to if told.sent else ""


def _letter_number(told: Told, around: Around) -> Iterator[str]:
    yield told.content.get(Shown.LETTER_NUMBER, "")
    yield from (number for number, _on in told.letters)


def _letter_date(told: Told, around: Around) -> Iterator[str]:
    yield from _typed_day(Shown.LETTER_DATE)(told, around)
    yield from (written(on) for _number, on in told.letters)


def _nature(told: Told, around: Around) -> Iterator[str]:
    key = told.content.get(Shown.NATURE, "")
    yield around.natures.get(key, key)


def _handler(told: Told, around: Around) -> Iterator[str]:
    """The role that drafts the letter, or else that checks the file."""
    yield told.content.get(Shown.HANDLER, "")
    if told.case:
        steps = told.case.standard.steps
        deeds = (Verb.DRAFT, Verb.VERIFY, Verb.RECEIVE)
        by = next((s.by for verb in deeds for s in steps if s.do is verb), "")
        role = told.case.row.forwarded_to if by == FORWARDED else by
        yield around.role(role) if role else ""


def _signer(told: Told, around: Around) -> Iterator[str]:
    facts = told.case.facts if told.case else None
    if facts and facts.signer:
        yield in_capacity(around.position(facts.signer), facts.line)


def _of_facts(attribute: str) -> Callable[[Told, Around], Iterator[str]]:
    def said(told: Told, around: Around) -> Iterator[str]:
        value = getattr(told.case.facts, attribute) if told.case else None
        yield _day(value) if isinstance(value, date) else str(value or "")

    return said


def _result(told: Told, around: Around) -> Iterator[str]:
    yield told.content.get(Shown.RESULT, "")
    yield told.case.facts.result if told.case else ""


def _disposition(told: Told, around: Around) -> Iterator[str]:
    """To whom, and in which words: of the sheet, or of the step of the case."""
    if told.charged:
        yield ", ".join(told.charged)
        yield told.instruction
    elif told.case and told.case.facts.charged:
        yield ", ".join(around.role(role) for role in told.case.facts.charged)
        yield told.case.facts.instruction


def _outcome(told: Told, around: Around) -> Iterator[str]:
    if told.case is None:
        return
    row, outcome = told.case.row, told.case.facts.outcome
    if outcome:
        yield plain_words.outcome(outcome)
    elif row.ended_at:
        yield plain_words.ended(row.state)
    else:
        yield _("sedang diproses")


def _count(told: Told, around: Around) -> Iterator[str]:
    if told.case is None:
        amount = as_number(told.content.get(Shown.COUNT))
        yield grouped(amount) if amount is not None else ""
    elif told.status is not RowStatus.CANCELLED:
        yield "1"


def _paid(told: Told, around: Around) -> Iterator[str]:
    amount = told.case.facts.paid if told.case else as_number(told.content.get(Shown.AMOUNT))
    yield grouped(amount) if amount is not None else ""


def _reference(told: Told, around: Around) -> Iterator[str]:
    yield told.case.row.reference if told.case else told.content.get(Shown.REFERENCE, "")


def _remarks(told: Told, around: Around) -> Iterator[str]:
    """What is said beside the line: what was typed, and why it is not like the others."""
    yield told.content.get(Shown.REMARKS, "")
    facts = told.case.facts if told.case else None
    if facts and facts.letter_date and facts.letter_date != told.on:
        yield _("surat tgl %(day)s") % {"day": written(facts.letter_date)}
    yield from standing_words(told, around)
    if told.case and told.case.erased:
        yield _("data pribadi sudah dihapus")


def standing_words(told: Told, around: Around) -> Iterator[str]:
    """Why a line is not like the others: inserted, set aside, given up."""
    if told.sisipan:
        words = {"reason": told.reason, "who": around.position(told.approved_by)}
        yield _("sisipan: %(reason)s (diizinkan %(who)s)") % words
    if told.status is RowStatus.RESERVED:
        yield _("dipesan")
    if told.status is RowStatus.CANCELLED:
        yield _("BATAL: %(why)s") % {"why": told.given_up} if told.given_up else _("BATAL")


_SAID: Mapping[Shown, Callable[[Told, Around], Iterator[str]]] = MappingProxyType(
    {
        Shown.ORDER: lambda told, around: iter((told.order,)),
        Shown.NUMBER: lambda told, around: iter((told.number,)),
        Shown.CLASSIFICATION: _classification,
        Shown.DATE: lambda told, around: iter((written(told.on),)),
        Shown.REFERENCE: _reference,
        Shown.SERVICE: _service,
        Shown.PAPER: _paper,
        Shown.NAME: _name,
        Shown.ADDRESS: _typed(Shown.ADDRESS),
        Shown.VILLAGE: _village,
        Shown.SENDER: _sender,
        Shown.ADDRESSEE: _addressee,
        Shown.SUBJECT: _subject,
        Shown.LETTER_NUMBER: _letter_number,
        Shown.LETTER_DATE: _letter_date,
        Shown.NATURE: _nature,
        Shown.ATTACHMENTS: _typed(Shown.ATTACHMENTS),
        Shown.PURPOSE: _typed(Shown.PURPOSE),
        Shown.RESULT: _result,
        Shown.HANDLER: _handler,
        Shown.SIGNER: _signer,
        Shown.SIGNED: _of_facts("signed_on"),
        Shown.COLLECTOR: _of_facts("collector"),
        Shown.COLLECTED: _of_facts("collected_on"),
        Shown.RECEIVER: _typed(Shown.RECEIVER),
        Shown.RECEIVED: _typed_day(Shown.RECEIVED),
        Shown.DISPOSITION: _disposition,
        Shown.OUTCOME: _outcome,
        Shown.ANSWERED: _of_facts("answered_on"),
        Shown.COUNT: _count,
        Shown.AMOUNT: _paid,
        Shown.STATUS: lambda told, around: iter((told.status.value,)),
        Shown.REMARKS: _remarks,
        Shown.BLANK: lambda told, around: iter(()),
    }
)
