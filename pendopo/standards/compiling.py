# SPDX-License-Identifier: EUPL-1.2
"""From the words of a file to what the engine runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from pendopo.domain import standard as domain
from pendopo.domain.vocabulary import Derivation, Op, Source
from pendopo.standards import procedure_schema as steps
from pendopo.standards import schema as words
from pendopo.standards import wording_schema as letters
from pendopo.standards.office_schema import ComplaintClass

Wordings = Mapping[str, letters.Wording]
NO_WORDINGS: Wordings = MappingProxyType({})


def to_domain(
    service: words.Service,
    classes: Sequence[ComplaintClass] = (),
    wordings: Wordings = NO_WORDINGS,
) -> domain.Standard:
    """The standard that the engine runs. `classes` are those of national/complaint-classes.

    `wordings` are those of the office by name; a name that is not among them is passed over.
    Says nothing of whether it makes sense: `pendopo.standards.checks` does.
    """
    return domain.Standard(
        slug=service.slug,
        kind=service.kind,
        name=service.name,
        asks=tuple(_asks(service)),
        fields=tuple(_field(f) for f in service.fields),
        steps=tuple(_step(key, step) for key, step in service.procedure.steps.items()),
        groups=tuple(_group(key, group) for key, group in service.groups.items()),
        limits=tuple(_limit(limit) for limit in service.limits),
        cautions=tuple(_caution(caution) for caution in service.cautions),
        papers=tuple(
            _paper(key, paper, service, wordings) for key, paper in service.papers.items()
        ),
        duration=_duration(service.duration) if service.duration else None,
        fee=_rupiah(service.fee.amount) if service.fee else None,
        ceilings=tuple(_ceilings(service, classes)),
        intake=domain.Intake(service.intake.anonymous, service.intake.confidential),
    )


def _asks(service: words.Service) -> Iterator[domain.Ask]:
    for requirement in service.requirements or ():
        for ask in requirement.asks:
            own = "source" in ask.model_fields_set
            yield _ask(ask, ask.source if own else requirement.source)


def _ask(ask: words.Ask, source: Source) -> domain.Ask:
    return domain.Ask(
        key=ask.key,
        what=ask.what,
        due=ask.due,
        handling=ask.handling,
        copies=ask.copies,
        size=ask.size,
        each=ask.each,
        when=condition(ask.when),
        alternatives=tuple(ask.alternatives),
        if_needed=ask.if_needed,
        may_follow=ask.may_follow,
        source=source,
    )


def condition(when: words.When) -> domain.Condition:
    """The comparisons of a `when`, in the order of the file."""
    return domain.Condition(tuple(c for key, test in when.items() for c in _comparisons(key, test)))


def _comparisons(key: str, test: words.Test) -> Iterator[domain.Comparison]:
    single = (
        (Op.IS, test.is_),
        (Op.IS_NOT, test.is_not),
        (Op.BELOW, test.below),
        (Op.AT_LEAST, test.at_least),
        (Op.GIVEN, test.given),
    )
    for op, value in single:
        if value is not None:
            yield domain.Comparison(key, op, value)
    if test.one_of is not None:
        yield domain.Comparison(key, Op.ONE_OF, tuple(test.one_of))


def _group(key: str, group: words.Group) -> domain.Group:
    label = group.label or key.replace("-", " ").capitalize()
    members = tuple(group.members.items())
    return domain.Group(key, label, members, group.at_least, group.at_most)


def _field(wanted: words.FormField) -> domain.Field:
    return domain.Field(
        key=wanted.key,
        label=wanted.label,
        type=wanted.type,
        group=wanted.group,
        required=wanted.required,
        letter_only=wanted.for_ == "letter",
        by_office=wanted.by == "office",
        options=tuple(wanted.options.items()),
        derive=_derive(wanted.derive) if wanted.derive else None,
        when=condition(wanted.when),
        readers=tuple(wanted.readers),
        lasting=wanted.type.lasting if wanted.lasting is None else wanted.lasting,
        help=wanted.help or "",
        source=wanted.source,
    )


def _derive(rule: words.Derive) -> domain.Derive | None:
    if rule.years:
        return domain.Derive(Derivation.YEARS, rule.years.from_, rule.years.to)
    if rule.working_days:
        span = rule.working_days
        return domain.Derive(Derivation.WORKING_DAYS, span.from_, span.to)
    return domain.Derive(Derivation.SUM, rule.sum) if rule.sum else None


def _limit(limit: words.Limit) -> domain.Limit:
    return domain.Limit(
        key=limit.key,
        at=limit.at,
        before=limit.before,
        value=limit.value,
        unit=limit.unit,
        otherwise=limit.else_,
        less_than=limit.sense == "less-than",
        say=limit.say or "",
        source=limit.source,
    )


def _caution(caution: words.Caution) -> domain.Caution:
    return domain.Caution(
        key=caution.key,
        at=caution.at,
        when=condition(caution.when),
        otherwise=caution.else_,
        say=caution.say,
        each=caution.each,
        source=caution.source,
    )


def _paper(
    key: str, paper: words.Paper, service: words.Service, wordings: Wordings
) -> domain.Paper:
    return domain.Paper(
        key=key,
        title=paper.title or service.name,
        forms=tuple(paper.form),
        book=paper.book,
        classification=paper.classification,
        product=paper.product,
        copies_to=tuple(paper.copies_to),
        source=paper.source,
        wordings=tuple(wording(name, wordings[name]) for name in paper.wording if name in wordings),
    )


def wording(name: str, written: letters.Wording) -> domain.Wording:
    """A wording as papers are composed from it."""
    return domain.Wording(
        name=name,
        form=written.form,
        heading=written.heading or "",
        body=written.body or "",
        to=tuple(written.to),
        subject=written.subject or "",
        nature=written.nature or "",
        attachments=written.attachments or "",
        rows=tuple((row.what, row.count or "", row.remark or "") for row in written.rows),
        lines=tuple((line.label, line.value) for line in written.lines),
        on_behalf=written.on_behalf or "",
        over=written.over or "",
        parties=tuple(_party(one) for one in written.parties),
        knowing=tuple(_party(one) for one in written.knowing),
        responsibility=written.responsibility or "",
        slip=written.slip,
    )


def _party(one: letters.Cosigner) -> domain.Party:
    return domain.Party(one.title, one.name or "", one.rank or "", one.nip or "", one.heading or "")


def _step(key: str, step: steps.Step) -> domain.Step:
    elsewhere = step.elsewhere
    return domain.Step(
        key=key,
        by=step.by,
        do=step.do,
        exits=exits(step),
        title=step.title or "",
        says=tuple(step.says),
        papers=tuple(step.papers),
        book=step.book,
        via=step.via,
        to=tuple(step.to.one_of) if step.to else (),
        facts=tuple(step.facts.items()),
        table=tuple(_row(cell) for cell in step.table),
        elsewhere=elsewhere.system if elsewhere else None,
        reference_required=elsewhere is not None and elsewhere.reference == "required",
        minutes=step.minutes,
        cost=_rupiah(step.cost),
        source=step.source,
    )


def exits(step: steps.Step) -> tuple[tuple[str, str], ...]:
    """Outcome and target of each way out; the single way of `next` or `ends` has no name."""
    if step.next:
        return (("", step.next),)
    if step.ends:
        return (("", step.ends.value),)
    return tuple(step.outcomes.items())


def _row(cell: steps.Cell) -> domain.TableRow:
    return domain.TableRow(tuple(cell.when.items()), cell.outcome, tuple(cell.say), cell.source)


def _duration(duration: steps.Duration) -> domain.Duration:
    return domain.Duration(
        text=duration.text,
        value=duration.value,
        unit=duration.unit,
        starts=_moments(duration.starts),
        stops=_moments(duration.stops),
        condition=duration.condition,
        pauses=tuple(domain.Pause(p.while_, tuple(p.who)) for p in duration.pauses),
    )


def _moments(written: Iterable[str]) -> tuple[domain.Moment, ...]:
    return tuple(moment(text) for text in written)


def moment(text: str) -> domain.Moment:
    """`verifikasi` or `verifikasi/lengkap`."""
    step, _, outcome = text.partition("/")
    return domain.Moment(step, outcome or None)


def _ceilings(
    service: words.Service, classes: Iterable[ComplaintClass]
) -> Iterator[domain.LegalCeiling]:
    for ceiling in service.ceilings:
        if isinstance(ceiling, words.Ceiling):
            yield domain.LegalCeiling(
                ceiling.key, ceiling.name, ceiling.value, ceiling.unit, ceiling.cite
            )
        else:
            for one in classes:
                chosen = (ceiling.select, one.key)
                yield domain.LegalCeiling(one.key, one.name, one.value, one.unit, one.cite, chosen)


def _rupiah(amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)
