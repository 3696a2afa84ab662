# SPDX-License-Identifier: EUPL-1.2
"""Rules of decision tables, of printed sentences and of the promised time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from pendopo.domain.vocabulary import Verb
from pendopo.standards.checks.graph import reachable_without
from pendopo.standards.checks.rules import SERVICE, Finding, ServiceView
from pendopo.standards.compiling import moment
from pendopo.standards.problems import Severity
from pendopo.standards.procedure_schema import Step

MOST_FACTS = 5


@SERVICE.add(
    "tabel", Severity.ERROR, "Tabel keputusan menyebut setiap gabungan fakta tepat sekali."
)
def table_is_total(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        named = {name for cell in step.table for name in cell.when}
        if not step.table or not step.facts or named - step.facts.keys():
            continue
        if len(step.facts) > MOST_FACTS:
            what = (
                f"Tabel di «{key}» punya {len(step.facts)} fakta; terlalu banyak untuk diperiksa."
            )
            yield view.at_step(key, "facts", what, f"Pakai paling banyak {MOST_FACTS} fakta.")
            continue
        yield from _uncovered(view, key, step)


def _uncovered(view: ServiceView, key: str, step: Step) -> Iterator[Finding]:
    for answers in product((True, False), repeat=len(step.facts)):
        facts = dict(zip(step.facts, answers, strict=True))
        meeting = [
            n
            for n, cell in enumerate(step.table)
            if all(facts.get(name) is wanted for name, wanted in cell.when.items())
        ]
        spelt = ", ".join(f"{name}: {str(answer).lower()}" for name, answer in facts.items())
        if not meeting:
            what = f"Tabel di «{key}» belum menyebut {{{spelt}}}."
            yield view.at_step(key, "table", what, "Tambahkan sel itu dengan hasilnya.")
        elif len(meeting) > 1:
            where = ("procedure", "steps", key, "table", meeting[1])
            what = f"{{{spelt}}} dijawab oleh lebih dari satu sel."
            yield view.at(where, what, "Hapus salah satu, atau lengkapi faktanya.")


@SERVICE.add(
    "fakta", Severity.ERROR, "Fakta dan tabel ada bersama, pada verify, dan saling menyebut."
)
def facts_and_table(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        if (step.facts or step.table) and step.do is not Verb.VERIFY:
            what = (
                f"Langkah «{key}» ({step.do}) punya fakta atau tabel; hanya verify yang memakainya."
            )
            yield view.at_step(key, "do", what, "Pindahkan ke langkah verify.")
        if step.facts and not step.table:
            what = f"Langkah «{key}» menanyakan fakta, tetapi tidak punya tabel."
            yield view.at_step(key, "facts", what, "Tambahkan table, atau hapus facts.")
        used = {name for cell in step.table for name in cell.when}
        for name in step.facts.keys() - used if step.table else ():
            what = f"Fakta «{name}» tidak dipakai sel mana pun."
            yield view.at_step(key, "facts", what, "Pakai di tabel, atau hapus.")
        for n, cell in enumerate(step.table):
            for name in cell.when.keys() - step.facts.keys():
                where = ("procedure", "steps", key, "table", n, "when", name)
                what = f"Fakta «{name}» tidak ada pada facts langkah ini."
                yield view.at(where, what, "Tambahkan pada facts, atau betulkan namanya.")


@SERVICE.add(
    "hasil-tabel", Severity.ERROR, "Sel menyebut hasil yang ada; setiap hasil disebut sel."
)
def table_outcomes(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        for n, cell in enumerate(step.table):
            if cell.outcome not in step.outcomes:
                where = ("procedure", "steps", key, "table", n, "outcome")
                mend = f"Hasil langkah ini: {', '.join(step.outcomes) or 'belum ada'}."
                yield view.at(where, f"Hasil «{cell.outcome}» tidak ada pada outcomes.", mend)
        stated = {cell.outcome for cell in step.table}
        for outcome in step.outcomes if step.table else ():
            if outcome not in stated:
                place = ("procedure", "steps", key, "outcomes", outcome)
                what = f"Hasil «{outcome}» tidak pernah keluar dari tabel."
                yield view.at(place, what, "Beri sel untuknya, atau hapus.", key=True)


@SERVICE.add(
    "yang-dibetulkan", Severity.WARNING, "Sel yang mengembalikan menyebut apa yang dibetulkan."
)
def returning_cells_say_what(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        compiled = view.standard.step(key)
        for n, cell in enumerate(step.table):
            back = cell.outcome in step.outcomes and view.standard.returns(compiled, cell.outcome)
            if back and not cell.say:
                where = ("procedure", "steps", key, "table", n)
                what = "Sel ini mengembalikan berkas tanpa menyebut apa yang harus dibetulkan."
                yield view.at(where, what, "Tambahkan say.")


@SERVICE.add("kalimat", Severity.ERROR, "says menyebut nomor keterangan yang ada.")
def said_sentences_exist(view: ServiceView) -> Iterator[Finding]:
    count = len(view.service.procedure.text)
    for key, step in view.steps.items():
        for n in step.says:
            if not 1 <= n <= count:
                what = f"Keterangan nomor {n} tidak ada; yang tercetak {count}."
                yield view.at_step(key, "says", what, "Betulkan nomornya.")


@SERVICE.add(
    "semua-kalimat", Severity.WARNING, "Setiap keterangan yang tercetak dikerjakan suatu langkah."
)
def every_sentence_said(view: ServiceView) -> Iterator[Finding]:
    said = {n for step in view.steps.values() for n in step.says}
    for n in range(1, len(view.service.procedure.text) + 1):
        if n not in said:
            what = f"Keterangan nomor {n} tidak dikerjakan langkah mana pun."
            yield view.at(("procedure", "text", n - 1), what, "Sebut nomornya pada says.")


@SERVICE.add("saat", Severity.ERROR, "Saat mulai dan berhenti menyebut langkah dan hasil yang ada.")
def moments_exist(view: ServiceView) -> Iterator[Finding]:
    if view.service.duration is None:
        return
    for word in ("starts", "stops"):
        for n, written in enumerate(getattr(view.service.duration, word)):
            named = moment(written)
            step = view.steps.get(named.step)
            if step is None:
                mend = f"Langkah: {', '.join(view.steps)}."
                yield view.at(("duration", word, n), f"Langkah «{named.step}» tidak ada.", mend)
            elif named.outcome is not None and named.outcome not in step.outcomes:
                what = f"Langkah «{named.step}» tidak punya hasil «{named.outcome}»."
                mend = f"Hasilnya: {', '.join(step.outcomes) or 'tidak ada'}."
                yield view.at(("duration", word, n), what, mend)


@SERVICE.add(
    "mulai-berhenti", Severity.ERROR, "Dari setiap saat mulai dapat dicapai saat berhenti."
)
def stops_follow_starts(view: ServiceView) -> Iterator[Finding]:
    duration = view.service.duration
    if duration is None:
        return
    stops = {moment(written).step for written in duration.stops}
    if not stops <= view.steps.keys():
        return
    for n, written in enumerate(duration.starts):
        start = moment(written)
        step = view.steps.get(start.step)
        if step is None or start.outcome not in (None, *step.outcomes):
            continue
        after = _after(view, start.step, start.outcome)
        if not stops & after:
            what = f"Sesudah «{written}» tidak ada jalan ke saat berhenti."
            yield view.at(("duration", "starts", n), what, "Periksa starts dan stops.")


def _after(view: ServiceView, step: str, outcome: str | None) -> frozenset[str]:
    """What comes after a moment; the step itself when it is both start and stop."""
    exits = dict(view.standard.step(step).exits)
    first = [to for name, to in exits.items() if outcome in (None, name)]
    reached = (reachable_without(view.standard, lambda _: False, to) for to in first)
    return frozenset().union(*reached) | ({step} if outcome is None else set())


@SERVICE.add(
    "jumlah-menit", Severity.WARNING, "Jumlah menit langkah tidak melebihi waktu yang dijanjikan."
)
def minutes_fit(view: ServiceView) -> Iterator[Finding]:
    duration = view.service.duration
    total = sum(step.minutes or 0 for step in view.steps.values())
    if duration is None or duration.unit not in ("minute", "hour"):
        return
    promised = duration.value * (60 if duration.unit == "hour" else 1)
    if total > promised:
        what = f"Menit semua langkah berjumlah {total}, yang dijanjikan {promised}."
        yield view.at(("duration", "value"), what, "Periksa minutes tiap langkah.")
