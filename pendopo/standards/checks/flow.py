# SPDX-License-Identifier: EUPL-1.2
"""Rules of a procedure: where steps lead, and that every way comes to an end."""

from __future__ import annotations

from collections.abc import Iterator

from pendopo.domain.procedure import can_end, reachable
from pendopo.domain.standard import FORWARDED
from pendopo.domain.vocabulary import End, Verb
from pendopo.standards.checks.graph import reachable_without
from pendopo.standards.checks.rules import SERVICE, Finding, ServiceView
from pendopo.standards.compiling import exits
from pendopo.standards.problems import Severity
from pendopo.standards.vocabulary import nearest

ENDS = {end.value for end in End}
BY_COMMAND = {End.WITHDRAWN.value, End.EXPIRED.value}
ROUTING = (Verb.FORWARD, Verb.DISPOSE)


@SERVICE.add("langkah-pertama", Severity.ERROR, "Langkah pertama adalah submit oleh peran di luar.")
def first_step(view: ServiceView) -> Iterator[Finding]:
    key, step = next(iter(view.steps.items()))
    if step.do is not Verb.SUBMIT:
        what = f"Langkah pertama «{key}» adalah {step.do}, bukan submit."
        yield view.at_step(key, "do", what, "Dahulukan langkah pengajuan dengan do: submit.")
    elif step.by in view.roles and not view.outside(step.by):
        what = f"Berkas diajukan oleh «{step.by}», peran di dalam kantor."
        yield view.at_step(key, "by", what, "Pakai peran luar seperti pemohon atau desa.")


@SERVICE.add(
    "satu-jalan", Severity.ERROR, "Tiap langkah punya tepat satu: next, outcomes atau ends."
)
def one_way_on(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        ways = [
            word
            for word, given in (
                ("next", step.next),
                ("outcomes", step.outcomes),
                ("ends", step.ends),
            )
            if given
        ]
        if not ways:
            what = f"Langkah «{key}» tidak menyebut ke mana berkas berjalan."
            yield view.at_step(key, "do", what, "Tambahkan salah satu: next, outcomes atau ends.")
        elif len(ways) > 1:
            what = f"Langkah «{key}» menyebut {' dan '.join(ways)} sekaligus."
            yield view.at_step(key, ways[1], what, "Pilih salah satu saja.")


@SERVICE.add("tujuan", Severity.ERROR, "Tujuan setiap hasil adalah langkah atau akhir yang ada.")
def known_targets(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        for _outcome, to in exits(step):
            if to in view.steps or to in ENDS:
                continue
            guess = nearest(to, [*view.steps, *ENDS])
            mend = (
                f"Mungkin maksudnya «{guess}»." if guess else f"Langkah: {', '.join(view.steps)}."
            )
            word = "next" if step.next else "outcomes"
            yield view.at_step(key, word, f"Langkah atau akhir «{to}» tidak ada.", mend)


@SERVICE.add(
    "nama-langkah", Severity.ERROR, "Nama langkah bukan nama akhir, dan bukan «forwarded»."
)
def step_is_no_end(view: ServiceView) -> Iterator[Finding]:
    for key in view.steps:
        if key in ENDS:
            where = ("procedure", "steps", key)
            what = f"«{key}» adalah nama sebuah akhir, tidak boleh menjadi nama langkah."
            yield view.at(where, what, "Ganti nama langkahnya.", key=True)


@SERVICE.add(
    "akhir-perintah", Severity.ERROR, "ditarik dan kedaluwarsa tidak dicapai oleh langkah."
)
def no_step_withdraws(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        for _outcome, to in exits(step):
            if to in BY_COMMAND:
                what = f"Akhir «{to}» terjadi karena perintah, bukan karena langkah."
                word = "ends" if step.ends else "outcomes"
                yield view.at_step(key, word, what, "Pakai selesai, ditolak atau dialihkan.")


def _loose(view: ServiceView) -> set[str]:
    """Steps whose ways on are wrong in themselves; other rules name them, once."""
    known = view.steps.keys() | ENDS
    return {
        key
        for key, step in view.steps.items()
        if sum(map(bool, (step.next, step.outcomes, step.ends))) != 1
        or any(to not in known for _, to in exits(step))
    }


@SERVICE.add("terjangkau", Severity.ERROR, "Setiap langkah dapat dicapai dari langkah pertama.")
def every_step_reachable(view: ServiceView) -> Iterator[Finding]:
    if _loose(view):
        return
    reached = reachable(view.standard)
    for key in view.steps:
        if key not in reached:
            what = f"Tidak ada jalan dari langkah pertama ke langkah «{key}»."
            yield view.at_step(key, "", what, "Sambungkan dengan next atau outcomes, atau hapus.")


@SERVICE.add("berakhir", Severity.ERROR, "Dari setiap langkah ada jalan ke sebuah akhir.")
def every_step_ends(view: ServiceView) -> Iterator[Finding]:
    ending = can_end(view.standard)
    stuck = [key for key in view.steps if key not in ending]
    if stuck and not _loose(view):
        what = f"Berkas tidak dapat sampai ke akhir mana pun dari langkah {', '.join(stuck)}."
        yield view.at_step(stuck[0], "", what, "Beri satu jalan ke ends, misalnya diserahkan.")


@SERVICE.add("hasil-verifikasi", Severity.ERROR, "verify punya hasil lengkap dan tidak-lengkap.")
def verify_has_outcomes(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        if step.do is not Verb.VERIFY or step.table:
            continue
        missing = [name for name in ("lengkap", "tidak-lengkap") if name not in step.outcomes]
        if missing:
            what = f"Pemeriksaan «{key}» belum punya hasil {' dan '.join(missing)}."
            yield view.at_step(key, "outcomes", what, "Tambahkan pada outcomes.")


@SERVICE.add("jalan-kembali", Severity.WARNING, "Hasil yang kurang mengembalikan berkas.")
def incomplete_returns(view: ServiceView) -> Iterator[Finding]:
    order = list(view.steps)
    for key, step in view.steps.items():
        to = step.outcomes.get("tidak-lengkap")
        if to in view.steps and order.index(str(to)) >= order.index(key):
            what = (
                f"Hasil tidak-lengkap di «{key}» tidak mengembalikan berkas, melainkan ke «{to}»."
            )
            yield view.at_step(key, "outcomes", what, "Arahkan ke langkah pemohon di depan.")


@SERVICE.add(
    "tanda-tangan-kembali", Severity.WARNING, "Paraf dan tanda tangan punya jalan kembali."
)
def signer_may_send_back(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        if step.do not in (Verb.SIGN, Verb.INITIAL):
            continue
        compiled = view.standard.step(key)
        if not any(view.standard.returns(compiled, outcome) for outcome, _ in compiled.exits):
            what = f"Dari «{key}» berkas yang keliru tidak dapat dikembalikan."
            yield view.at_step(key, "outcomes", what, "Tambahkan hasil dikembalikan.")


@SERVICE.add(
    "penerusan", Severity.ERROR, "by: forwarded hanya sesudah forward atau dispose, dan sebaliknya."
)
def forwarding_is_paired(view: ServiceView) -> Iterator[Finding]:
    routing = {key for key, step in view.steps.items() if step.do in ROUTING}
    unrouted = reachable_without(view.standard, lambda arrow: arrow.step in routing)
    forwarded = [key for key, step in view.steps.items() if step.by == FORWARDED]
    for key in forwarded:
        if key in unrouted:
            what = f"Langkah «{key}» dapat dicapai tanpa ada yang meneruskan berkas."
            yield view.at_step(
                key, "by", what, "Dahului dengan langkah forward, atau sebut perannya."
            )
    for key in routing:
        to = view.steps[key].to
        if view.steps[key].do is Verb.FORWARD and to is None:
            what = f"Langkah «{key}» tidak menyebut kepada siapa berkas diteruskan."
            yield view.at_step(key, "do", what, "Tambahkan to: {one_of: [peran, …]}.")
        elif to and len(to.one_of) > 1 and not forwarded:
            what = f"Langkah «{key}» memilih penerima, tetapi tidak ada langkah by: forwarded."
            yield view.at_step(key, "to", what, "Beri langkah berikutnya by: forwarded.")


@SERVICE.add("penerima", Severity.ERROR, "to hanya ada pada forward dan dispose.")
def only_routing_has_receivers(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        if step.to and step.do not in ROUTING:
            what = f"Langkah «{key}» ({step.do}) tidak meneruskan berkas, jadi to tidak terpakai."
            yield view.at_step(key, "to", what, "Hapus to, atau ganti do menjadi forward.")


@SERVICE.add("menyerahkan", Severity.WARNING, "Akhir diserahkan dicapai dengan hand-over.")
def handed_over_by_hand(view: ServiceView) -> Iterator[Finding]:
    for key, step in view.steps.items():
        handed = any(to == End.HANDED_OVER for _, to in exits(step))
        if handed and step.do is not Verb.HAND_OVER:
            what = f"Langkah «{key}» ({step.do}) berakhir diserahkan tanpa catatan pengambil."
            yield view.at_step(key, "do", what, "Akhiri dengan do: hand-over, atau ends: selesai.")
