# SPDX-License-Identifier: EUPL-1.2
"""The promise card: what to bring, how long, how much, and what you get."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pendopo.domain.standard import Ask, LegalCeiling, Moment, Standard
from pendopo.domain.vocabulary import Due, Source, Verb
from pendopo.domain.wording import rupiah
from pendopo.portal import words
from pendopo.standards.schema import Service
from pendopo.standards.stored import Compiled


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the promise. `text` is "" where nothing is known; `own`: in the decree's words.

    `counted` tells when the time runs, `counted_mark` whether that is our reading.
    """

    text: str
    own: bool = False
    condition: str = ""
    counted: str = ""
    counted_mark: words.Words = ""
    source: Source = Source.PRINTED

    @property
    def mark(self) -> words.Words:
        """The small word beside what the decree does not print."""
        return words.SOURCES[self.source]


@dataclass(frozen=True, slots=True)
class PromiseCard:
    """The four lines."""

    bring: Fact
    time: Fact
    cost: Fact
    product: Fact


def promise_card(compiled: Compiled, *, working_days: bool) -> PromiseCard:
    """The four lines of a service, in the language of the page.

    `working_days`: how the office reads a printed “hari”, which no rule defines.
    """
    service, standard = compiled.service, compiled.standard
    return PromiseCard(
        bring=_bring(service, standard),
        time=_time(service, standard, working_days),
        cost=_cost(service, standard.fee),
        product=_product(service, standard),
    )


def _bring(service: Service, standard: Standard) -> Fact:
    if not standard.asks:
        lines = len(service.requirements or ())
        counted = ngettext("%(n)d syarat", "%(n)d syarat", lines) % {"n": lines}
        return Fact(counted if lines else "")
    always = [ask for ask in standard.asks if not ask.when.all and ask.due is Due.INTAKE]
    source = _common_source(standard.asks)
    if len(always) == len(standard.asks) == 1:
        return Fact(always[0].what, own=True, source=source)
    if not always:
        return Fact(_("Tergantung keperluan"), source=source)
    return Fact(_kinds(len(always), len(standard.asks) - len(always)), source=source)


def _kinds(always: int, more: int) -> str:
    counted = ngettext("%(n)d macam", "%(n)d macam", always) % {"n": always}
    if not more:
        return counted
    extra = ngettext("%(n)d lagi bila perlu", "%(n)d lagi bila perlu", more) % {"n": more}
    return f"{counted}, {extra}"


def _common_source(asks: Iterable[Ask]) -> Source:
    """Where all of them come from; printed as soon as one of them is."""
    sources = {ask.source for ask in asks}
    if Source.PRINTED in sources:
        return Source.PRINTED
    return sources.pop() if len(sources) == 1 else Source.INFERRED


def _time(service: Service, standard: Standard, working_days: bool) -> Fact:
    printed, duration = service.duration, standard.duration
    if printed is None or duration is None:
        return _ceiling(standard.ceilings)
    places = {
        "since": words.either(_moment(standard, one) for one in duration.starts),
        "until": words.either(_moment(standard, one) for one in duration.stops),
    }
    return Fact(
        words.length(printed.value, printed.unit),
        condition=printed.condition or "",
        counted=_reading(printed.unit, working_days)
        + _("sejak %(since)s sampai %(until)s") % places,
        counted_mark=words.SOURCES[printed.source.starts],
    )


def _reading(unit: str, working_days: bool) -> str:
    if unit != "day":
        return ""
    return _("hari kerja, ") if working_days else _("hari kalender, ")


def _ceiling(ceilings: Sequence[LegalCeiling]) -> Fact:
    """What the law allows, where the decree promises nothing."""
    if not ceilings:
        return Fact("")
    ordered = sorted(ceilings, key=lambda one: one.value)
    most = words.length(ordered[-1].value, ordered[-1].unit)
    least = f"{ordered[0].value}–" if ordered[0].value < ordered[-1].value else ""
    return Fact(f"{least}{most}", source=Source.NATIONAL)


def _moment(standard: Standard, moment: Moment) -> str:
    verb = next(step.do for step in standard.steps if step.key == moment.step)
    if moment.outcome is None:
        return str(words.DONE[verb])
    result = words.outcome(moment.outcome)
    return _("berkas %(outcome)s") % {"outcome": result} if verb is Verb.VERIFY else result


def _cost(service: Service, amount: Decimal | None) -> Fact:
    fee = service.fee
    if fee is None:
        return Fact("")
    if amount is None:
        return Fact(fee.text, own=True, source=fee.source)
    return Fact(rupiah(amount) if amount else _("Gratis"), source=fee.source)


def _product(service: Service, standard: Standard) -> Fact:
    """What the decree calls the product, or the paper that the procedure leads to."""
    if service.product:
        return Fact(service.product.text, own=True, source=service.product.source)
    paper = next((paper for paper in standard.papers if paper.product), None)
    return Fact(paper.title, own=True, source=paper.source) if paper else Fact("")
