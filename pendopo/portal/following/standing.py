# SPDX-License-Identifier: EUPL-1.2
"""Where a case stands, in one big sentence and one that says what it means for her.

Made of the verb that it waits for, never of a name or a position: that it waits for a signature
may be known, whose it is is the office's to see to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pendopo.domain.permits import acting_role
from pendopo.domain.standard import Step
from pendopo.domain.vocabulary import End, Verb
from pendopo.portal.words import DEEDS, Words
from pendopo.screens.plain_words import lowered
from pendopo.screens.scenes import Scene


@dataclass(frozen=True, slots=True)
class Standing:
    """`tone` is good, wait, yours, bad or off, `icon` a picture of the sprite.

    `ready`: it can be fetched.
    """

    says: str
    means: str
    tone: str
    icon: str
    ready: bool = False


_STAY = _("Anda tidak perlu datang dahulu.")
_AT_OFFICE: Mapping[Verb, tuple[Words, Words]] = {
    Verb.SUBMIT: (_("Menunggu kelengkapan"), _("Yang mengajukan diminta melengkapi berkasnya.")),
    Verb.RECEIVE: (_("Menunggu diterima kantor"), _("Permohonan sudah masuk dalam antrean.")),
    Verb.VERIFY: (
        _("Sedang diperiksa kelengkapannya"),
        _("Bila ada yang kurang, daftarnya tampil di sini sekaligus."),
    ),
    Verb.ASSESS: (_("Sedang dinilai"), _("Hasil penilaian dan alasannya tampil di sini.")),
    Verb.DRAFT: (_("Suratnya sedang disusun"), _STAY),
    Verb.INITIAL: (_("Menunggu paraf pejabat"), _("Suratnya sudah disusun. Tinggal diperiksa.")),
    Verb.SIGN: (_("Menunggu tanda tangan pejabat"), _("Berkas sudah lengkap dan diperiksa.")),
    Verb.REGISTER: (_("Sedang dicatat di buku register"), _STAY),
    Verb.STAMP: (_("Sedang distempel"), _("Sebentar lagi dapat diambil.")),
    Verb.HAND_OVER: (_("Siap diambil"), _("Hasilnya sudah jadi dan menunggu Anda di loket.")),
    Verb.FORWARD: (_("Sedang diteruskan kepada yang menangani"), _STAY),
    Verb.DISPOSE: (_("Menunggu arahan pejabat"), _STAY),
    Verb.CONSULT: (_("Menunggu konsultasi"), _("Waktu dan tempatnya diberitahukan kantor.")),
    Verb.SCHEDULE: (
        _("Jadwalnya sedang ditetapkan"),
        _("Tanggal, jam dan tempatnya tampil di sini."),
    ),
    Verb.PERFORM: (_("Sedang dikerjakan"), _STAY),
    Verb.PAY: (
        _("Menunggu pembayaran"),
        _("Bayar hanya di loket atau lewat bank, dan mintalah buktinya."),
    ),
    Verb.PRINT: (_("Sedang dicetak"), _STAY),
    Verb.ANSWER: (_("Jawabannya sedang disiapkan"), _("Jawaban dicatat dan tampil di sini.")),
    Verb.ARCHIVE: (_("Sudah dikerjakan, tinggal diarsipkan"), _("Tidak ada yang perlu Anda urus.")),
}
_SHAPES: Mapping[Verb, tuple[str, str]] = {
    Verb.HAND_OVER: ("good", "inbox"),
    Verb.SIGN: ("wait", "sign"),
    Verb.INITIAL: ("wait", "sign"),
    Verb.REGISTER: ("wait", "book"),
    Verb.SCHEDULE: ("wait", "calendar"),
}
_HERE: Mapping[Verb, Words] = {
    Verb.PAY: _AT_OFFICE[Verb.PAY][1],
    Verb.PERFORM: _("Sesudah Anda kerjakan, beri tahu kantor dari halaman ini atau di loket."),
}
"""What is not done on a page, though it may be told there."""
_ENDED: Mapping[End, tuple[Words, Words, str, str]] = {
    End.HANDED_OVER: (
        _("Selesai, sudah diserahkan"),
        _("Simpan hasilnya baik-baik. Terima kasih sudah menunggu."),
        "good",
        "check",
    ),
    End.DONE: (_("Selesai"), _("Tidak ada lagi yang perlu Anda urus."), "good", "check"),
    End.REFUSED: (
        _("Belum dapat dikabulkan"),
        _("Alasannya tertulis pada perjalanan berkas di bawah. Bila menurut Anda keliru, "
          "sampaikan lewat kontak pengaduan; mengajukan lagi juga boleh."),
        "bad",
        "close",
    ),
    End.REDIRECTED: (
        _("Dialihkan ke tempat yang tepat"),
        _("Bukan kantor ini yang mengurusnya. Keterangannya tertulis pada perjalanan berkas."),
        "off",
        "next",
    ),
    End.WITHDRAWN: (
        _("Permohonan sudah ditarik"),
        _("Berkasnya tidak diproses lagi. Bila berubah pikiran, ajukan yang baru kapan saja."),
        "off",
        "back",
    ),
    End.EXPIRED: (
        _("Ditutup karena lama tidak dilanjutkan"),
        _("Data lama tidak diproses lagi. Anda boleh mengajukan yang baru kapan saja."),
        "off",
        "clock",
    ),
}  # fmt: skip


def standing_of(scene: Scene) -> Standing:
    """Where the case stands, for its applicant."""
    case = scene.case
    if case.step is None:
        says, means, tone, icon = _ENDED[End(case.end or End.DONE)]
        return Standing(str(says), str(means), tone, icon)
    step = scene.standard.step(case.step)
    if acting_role(step, case) in scene.circumstances.outside:
        return _yours(scene, step)
    says, means = _AT_OFFICE[step.do]
    tone, icon = _SHAPES.get(step.do, ("wait", "clock"))
    return Standing(str(says), str(means), tone, icon, step.do is Verb.HAND_OVER)


def _yours(scene: Scene, step: Step) -> Standing:
    trail = scene.case.trail
    if step.do is Verb.SUBMIT:
        back = bool(trail) and trail[-1].returns
        says = gettext("Perlu Anda lengkapi") if back else gettext("Menunggu Anda kirim")
        means = gettext(
            "Perbaiki yang tertulis di bawah, lalu kirim kembali. Sampai itu waktu kantor berhenti."
        )
        return Standing(says, means, "yours", "alert")
    says = gettext("Giliran Anda: %(deed)s") % {"deed": _deed(step)}
    means = str(_HERE.get(step.do, _("Dapat Anda kerjakan dari halaman ini.")))
    return Standing(says, means, "yours", "alert")


def _deed(step: Step) -> str:
    """What she has to do; "kerjakan" says nothing, so there the step's own title does."""
    own = step.title if step.do is Verb.PERFORM else ""
    return lowered(own or str(DEEDS[step.do]))
