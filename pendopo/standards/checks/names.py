# SPDX-License-Identifier: EUPL-1.2
"""Rules of names: what a file refers to exists, and nothing has one name twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pendopo.domain.standard import AUTHORISED_SIGNER, FORWARDED
from pendopo.domain.vocabulary import Verb
from pendopo.standards.checks.rules import SERVICE, Finding, ServiceView
from pendopo.standards.problems import Severity, Where
from pendopo.standards.vocabulary import nearest


def unknown(what: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    """What to say of a name that nothing has."""
    choices = list(known)
    guess = nearest(name, choices)
    listed = ", ".join(choices) or "belum ada"
    mend = f"Mungkin maksudnya «{guess}»." if guess else f"Yang ada: {listed}."
    return f"{what} «{name}» tidak ada.", mend


def _role_places(view: ServiceView) -> Iterator[tuple[Where, str]]:
    for key, step in view.steps.items():
        where: Where = ("procedure", "steps", key)
        if step.by != FORWARDED:
            yield (*where, "by"), step.by
        if step.via:
            yield (*where, "via"), step.via
        for n, role in enumerate(step.to.one_of if step.to else ()):
            yield (*where, "to", "one_of", n), role
    for i, field in enumerate(view.service.fields):
        for n, role in enumerate(field.readers):
            yield ("fields", i, "readers", n), role
    for i, pause in enumerate(view.service.duration.pauses if view.service.duration else ()):
        for n, role in enumerate(pause.who):
            yield ("duration", "pauses", i, "who", n), role
    for i, staff in enumerate(view.service.staffing.roles if view.service.staffing else ()):
        if staff.key:
            yield ("staffing", "roles", i, "key"), staff.key


@SERVICE.add("peran", Severity.ERROR, "Setiap peran ada di national/roles.yaml.")
def known_roles(view: ServiceView) -> Iterator[Finding]:
    for where, role in _role_places(view):
        if role not in view.roles:
            yield view.at(where, *unknown("Peran", role, view.roles))


@SERVICE.add("pencatat", Severity.ERROR, "via adalah peran di dalam kantor.")
def recorder_is_inside(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        if step.via and view.outside(step.via):
            what = f"«{step.via}» di luar kantor, tidak dapat mencatat perbuatan orang lain."
            yield view.at_step(key, "via", what, "Pakai peran kantor, misalnya petugas-loket.")


@SERVICE.add("langkah-luar", Severity.WARNING, "Langkah peran luar dapat dicatat di loket (via).")
def outside_steps_recorded(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        if view.outside(step.by) and not step.via:
            what = f"Langkah «{key}» milik «{step.by}» tidak dapat dicatat petugas."
            mend = "Tambahkan via: petugas-loket bagi yang tidak memakai portal."
            yield view.at_step(key, "by", what, mend)


@SERVICE.add(
    "penanda-tangan", Severity.ERROR, "Yang memaraf dan menandatangani adalah peran kantor."
)
def signers_inside(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        if step.do in (Verb.SIGN, Verb.INITIAL, Verb.STAMP, Verb.REGISTER) and view.outside(
            step.by
        ):
            what = f"Langkah «{key}» ({step.do}) dikerjakan «{step.by}», peran di luar kantor."
            yield view.at_step(key, "by", what, "Sebut peran kantor yang melakukannya.")


@SERVICE.add("berwenang", Severity.ERROR, "pejabat-berwenang hanya menandatangani.")
def authorised_signer_signs(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        if step.by == AUTHORISED_SIGNER and step.do is not Verb.SIGN:
            what = f"Langkah «{key}» ({step.do}) tidak punya pelaku: matriks hanya untuk sign."
            yield view.at_step(key, "by", what, "Sebut peran yang melakukannya.")


@SERVICE.add("surat", Severity.ERROR, "Surat yang disebut langkah ada pada papers.")
def known_papers(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        for n, paper in enumerate(step.papers):
            if paper not in view.service.papers:
                where = ("procedure", "steps", key, "papers", n)
                yield view.at(where, *unknown("Surat", paper, view.service.papers))


@SERVICE.add(
    "surat-menganggur", Severity.WARNING, "Setiap surat pada papers disebut suatu langkah."
)
def papers_used(view: ServiceView) -> Iterator[Finding]:
    used = {paper for step in view.steps.values() for paper in step.papers}
    for paper in view.service.papers.keys() - used:
        what = f"Surat «{paper}» tidak disebut langkah mana pun."
        yield view.at(("papers", paper), what, "Sebut pada langkahnya, atau hapus.", key=True)


@SERVICE.add("kelompok", Severity.ERROR, "Kelompok yang disebut ada pada groups.")
def known_groups(view: ServiceView) -> Iterator[Finding]:
    places: list[tuple[Where, str | None]] = [
        (("fields", n, "group"), f.group) for n, f in enumerate(view.service.fields)
    ]
    places += [(("cautions", n, "each"), c.each) for n, c in enumerate(view.service.cautions)]
    places += [
        (("requirements", r, "asks", n, "each"), ask.each)
        for r, requirement in enumerate(view.service.requirements or ())
        for n, ask in enumerate(requirement.asks)
    ]
    for where, group in places:
        if group is not None and group not in view.service.groups:
            yield view.at(where, *unknown("Kelompok", group, view.service.groups))


@SERVICE.add("langkah", Severity.ERROR, "Langkah yang disebut limits dan cautions ada.")
def known_steps(view: ServiceView) -> Iterator[Finding]:
    limits = [(("limits", n, "at"), limit.at) for n, limit in enumerate(view.service.limits)]
    cautions = [(("cautions", n, "at"), c.at) for n, c in enumerate(view.service.cautions)]
    for where, step in [*limits, *cautions]:
        if step not in view.steps:
            yield view.at(where, *unknown("Langkah", step, view.steps))


@SERVICE.add("nama-ganda", Severity.ERROR, "Tidak ada dua hal dengan kunci yang sama.")
def no_name_twice(view: ServiceView) -> Iterator[Finding]:
    asks: list[tuple[Where, str]] = [
        (("requirements", r, "asks", n, "key"), ask.key)
        for r, requirement in enumerate(view.service.requirements or ())
        for n, ask in enumerate(requirement.asks)
    ]
    yield from _twice(view, "Syarat", asks)
    for group in (None, *view.service.groups):
        fields: list[tuple[Where, str]] = [
            (("fields", n, "key"), f.key)
            for n, f in enumerate(view.service.fields)
            if f.group == group
        ]
        yield from _twice(view, "Isian", fields)
    limits: list[tuple[Where, str]] = [
        (("limits", n, "key"), limit.key) for n, limit in enumerate(view.service.limits)
    ]
    limits += [(("cautions", n, "key"), c.key) for n, c in enumerate(view.service.cautions)]
    yield from _twice(view, "Batas atau peringatan", limits)


def _twice(view: ServiceView, what: str, named: list[tuple[Where, str]]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for where, key in named:
        seen[key] += 1
        if seen[key] == 2:
            yield view.at(where, f"{what} «{key}» ada dua kali.", "Beri kunci yang lain.")


@SERVICE.add("isian-dan-kelompok", Severity.ERROR, "Isian tidak memakai kunci sebuah kelompok.")
def field_is_no_group(view: ServiceView) -> Iterator[Finding]:
    for n, field in enumerate(view.service.fields):
        if field.group is None and field.key in view.service.groups:
            what = f"«{field.key}» adalah nama kelompok, tidak boleh menjadi nama isian."
            yield view.at(("fields", n, "key"), what, "Ganti salah satu.")
