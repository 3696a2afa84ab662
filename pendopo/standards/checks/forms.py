# SPDX-License-Identifier: EUPL-1.2
"""Rules of the form: conditions, derived fields, choices, groups and lead times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pendopo.domain.filled import FILED
from pendopo.domain.vocabulary import FieldType
from pendopo.standards.checks.names import unknown
from pendopo.standards.checks.rules import SERVICE, Finding, ServiceView
from pendopo.standards.problems import Severity, Where
from pendopo.standards.schema import Derive, FormField, SelectedCeilings, Test, When

NUMERIC = (FieldType.INTEGER, FieldType.MONEY)


def _conditions(view: ServiceView) -> Iterator[tuple[Where, When, str | None]]:
    """Every `when` with the group whose members it may look at."""
    for n, field in enumerate(view.service.fields):
        yield ("fields", n, "when"), field.when, field.group
    for n, caution in enumerate(view.service.cautions):
        yield ("cautions", n, "when"), caution.when, caution.each
    for r, requirement in enumerate(view.service.requirements or ()):
        for n, ask in enumerate(requirement.asks):
            yield ("requirements", r, "asks", n, "when"), ask.when, ask.each


def _seen(view: ServiceView, group: str | None) -> Mapping[str, FormField]:
    """The fields that a condition sees: the member's own first, then the case's."""
    own = view.fields(group) if group else {}
    return {**view.fields(None), **own}


@SERVICE.add(
    "isian-syarat", Severity.ERROR, "Syarat «when» memakai isian yang ada di jangkauannya."
)
def conditions_see_fields(view: ServiceView) -> Iterator[Finding]:
    for where, when, group in _conditions(view):
        seen = _seen(view, group)
        for key in when.keys() - seen.keys():
            elsewhere = {f.group for f in view.service.fields if f.key == key and f.group}
            if elsewhere:
                what = f"Isian «{key}» ada di kelompok {', '.join(sorted(elsewhere))}."
                yield view.at(
                    (*where, key), what, "Tambahkan each: dan nama kelompok itu.", key=True
                )
            else:
                yield view.at((*where, key), *unknown("Isian", key, seen), key=True)


@SERVICE.add("isi-syarat", Severity.ERROR, "Syarat «when» membandingkan dengan isi yang mungkin.")
def conditions_can_hold(view: ServiceView) -> Iterator[Finding]:
    for where, when, group in _conditions(view):
        seen = _seen(view, group)
        for key, test in when.items():
            if not test.model_fields_set:
                what = f"Syarat pada «{key}» kosong."
                yield view.at((*where, key), what, "Tulis nilainya, atau is, one_of, below, ….")
            elif key in seen:
                yield from _impossible(view, (*where, key), seen[key], test)


def _impossible(view: ServiceView, where: Where, field: FormField, test: Test) -> Iterator[Finding]:
    exact = [v for v in (test.is_, test.is_not, *(test.one_of or ())) if v is not None]
    if field.type is FieldType.CHOICE:
        for value in exact:
            if str(value) not in field.options:
                yield view.at(where, *unknown("Pilihan", str(value), field.options))
    if field.type is FieldType.YES_NO:
        for value in exact:
            if not isinstance(value, bool):
                what = f"«{field.key}» dijawab ya atau tidak, bukan «{value}»."
                yield view.at(where, what, "Tulis true atau false.")
    ordered = test.below is not None or test.at_least is not None
    if ordered and field.type not in NUMERIC and field.derive is None:
        what = f"«{field.key}» bukan bilangan, jadi tidak dapat dibandingkan besarnya."
        yield view.at(where, what, "Pakai is atau one_of.")


@SERVICE.add("pilihan", Severity.ERROR, "Isian choice punya options; yang lain tidak.")
def choices_have_options(view: ServiceView) -> Iterator[Finding]:
    for n, field in enumerate(view.service.fields):
        chosen = field.type is FieldType.CHOICE
        if chosen and not field.options:
            what = f"Isian «{field.key}» tidak punya pilihan."
            yield view.at(("fields", n), what, "Tambahkan options.")
        elif field.options and not chosen:
            what = f"Isian «{field.key}» punya options tetapi bertipe {field.type}."
            yield view.at(("fields", n, "options"), what, "Tulis type: choice.")


@SERVICE.add("turunan", Severity.ERROR, "Isian turunan punya tepat satu rumus dari isian yang ada.")
def derived_from_fields(view: ServiceView) -> Iterator[Finding]:
    for n, field in enumerate(view.service.fields):
        if field.derive is None:
            continue
        where: Where = ("fields", n, "derive")
        if len(field.derive.model_fields_set) != 1:
            what = f"Rumus «{field.key}» harus tepat satu."
            yield view.at(where, what, "Pilih years, working_days atau sum.")
        yield from _span(view, where, field, field.derive)
        if field.derive.sum:
            yield from _sum(view, (*where, "sum"), field.derive.sum)


def _span(view: ServiceView, where: Where, field: FormField, rule: Derive) -> Iterator[Finding]:
    seen = _seen(view, field.group)
    for word, span in (("years", rule.years), ("working_days", rule.working_days)):
        if span is None:
            continue
        for end, name in (("from", span.from_), ("to", span.to)):
            place = (*where, word, end)
            if name == FILED:
                continue
            if name not in seen:
                yield view.at(place, *unknown("Isian", name, [*seen, FILED]))
            elif seen[name].type is not FieldType.DATE:
                what = f"«{name}» bertipe {seen[name].type}, bukan tanggal."
                yield view.at(place, what, "Pakai isian bertipe date.")


def _sum(view: ServiceView, where: Where, name: str) -> Iterator[Finding]:
    summed = {f.key: f for f in view.service.fields if f.group}
    if name not in summed:
        yield view.at(where, *unknown("Isian kelompok", name, summed))
    elif summed[name].type not in NUMERIC:
        what = f"«{name}» bertipe {summed[name].type}, tidak dapat dijumlahkan."
        yield view.at(where, what, "Pakai isian integer atau money.")


@SERVICE.add("batas", Severity.ERROR, "limits.before adalah isian tanggal di luar kelompok.")
def limits_before_dates(view: ServiceView) -> Iterator[Finding]:
    fields = view.fields(None)
    for n, limit in enumerate(view.service.limits):
        where: Where = ("limits", n, "before")
        if limit.before not in fields:
            yield view.at(where, *unknown("Isian", limit.before, fields))
        elif fields[limit.before].type is not FieldType.DATE:
            what = f"«{limit.before}» bertipe {fields[limit.before].type}, bukan tanggal."
            yield view.at(where, what, "Pakai isian bertipe date.")


@SERVICE.add(
    "batas-hukum", Severity.ERROR, "ceilings.select adalah isian pilihan berisi kelas nasional."
)
def ceilings_select_a_choice(view: ServiceView) -> Iterator[Finding]:
    fields = view.fields(None)
    classes = {one.key for one in view.national.classes.word.classes}
    for n, ceiling in enumerate(view.service.ceilings):
        if not isinstance(ceiling, SelectedCeilings):
            continue
        where: Where = ("ceilings", n, "select")
        if ceiling.select not in fields:
            yield view.at(where, *unknown("Isian", ceiling.select, fields))
        elif strange := fields[ceiling.select].options.keys() - classes:
            what = f"Bukan kelas nasional: {', '.join(sorted(strange))} pada «{ceiling.select}»."
            yield view.at(where, what, f"Kelas: {', '.join(sorted(classes))}.")


@SERVICE.add(
    "isi-kelompok", Severity.ERROR, "Kelompok punya anggota bernama atau batas, tidak keduanya."
)
def groups_make_sense(view: ServiceView) -> Iterator[Finding]:
    for key, group in view.service.groups.items():
        where: Where = ("groups", key)
        if group.members and (group.at_least or group.at_most):
            what = f"Kelompok «{key}» punya anggota bernama dan batas jumlah sekaligus."
            yield view.at(where, what, "Pilih members, atau at_least dan at_most.", key=True)
        if group.at_most is not None and group.at_most < group.at_least:
            what = (
                f"Kelompok «{key}»: paling banyak {group.at_most}, paling sedikit {group.at_least}."
            )
            yield view.at(where, what, "Tukar atau betulkan angkanya.", key=True)
        if not view.fields(key) and not _asked(view, key):
            what = f"Kelompok «{key}» tidak punya isian maupun syarat."
            yield view.at(where, what, "Beri isian dengan group, atau hapus.", key=True)


def _asked(view: ServiceView, group: str) -> bool:
    return any(ask.each == group for ask in view.standard.asks)


@SERVICE.add(
    "pernyataan", Severity.ERROR, "Isian wajib tidak diturunkan, dan yang diturunkan tidak wajib."
)
def derived_is_not_required(view: ServiceView) -> Iterator[Finding]:
    for n, field in enumerate(view.service.fields):
        if field.derive is not None and field.required:
            what = f"«{field.key}» dihitung sistem, jadi tidak dapat diwajibkan."
            yield view.at(("fields", n, "required"), what, "Hapus required.")
