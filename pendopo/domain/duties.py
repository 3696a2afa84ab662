# SPDX-License-Identifier: EUPL-1.2
"""What each verb owes: one small function per verb.

A duty looks at the step, the case and what was said, and answers with what happened or
with the reasons why it cannot. No duty knows a service.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from pendopo.domain.book_lines import lines_due
from pendopo.domain.case import papers_of
from pendopo.domain.circumstances import ActorKind
from pendopo.domain.commands import Reason
from pendopo.domain.doing import Doing, Done, chosen_from, is_date, is_moment, needed, plain
from pendopo.domain.duty_fields import (
    ANSWER_CHANNELS,
    BANK_METHODS,
    INTAKE_CHANNELS,
    OF_THE_OFFICE,
    PAYMENT_METHODS,
    RELATIONS,
    misfits,
)
from pendopo.domain.events import Json
from pendopo.domain.handing_over import hand_over
from pendopo.domain.signing import initial, sign
from pendopo.domain.typed import Ill, parse_rupiah
from pendopo.domain.verifying import judge, unfit_forms
from pendopo.domain.vocabulary import Verb


def do(doing: Doing) -> Done:
    """Do the duty of the step's verb, with what every verb owes before and after."""
    if strange := misfits(doing.step, doing.data):
        return Done(refused=strange)
    done = _DUTIES[doing.step.do](doing)
    return Done(refused=done.refused) if done.refused else _with_common(doing, done)


def _with_common(doing: Doing, done: Done) -> Done:
    reasons, note = doing.text("reasons"), doing.text("note")
    if not reasons and _needs_reasons(doing, done):
        return Done(refused=(Reason("reasons-needed", _why(doing, done), "reasons"),))
    modes = doing.circumstances.books
    if not doing.returns(done.outcome):
        due, refused = lines_due(doing.step, doing.case, doing.standard, doing.data, modes)
        done = replace(done, entries=(*done.entries, *due), refused=refused)
    private = {key: text for key, text in (("reasons", reasons), ("note", note)) if text}
    return replace(
        done,
        data={**done.data, "step": doing.step.key, "outcome": done.outcome or None},
        private={**done.private, **private},
    )


def _why(doing: Doing, done: Done) -> str:
    """What the reasons are for: only what comes back is to be mended."""
    if doing.returns(done.outcome):
        return (
            "Tulis alasannya, supaya pemohon tahu apa yang terjadi dan apa yang perlu dibetulkan."
        )
    if doing.turns_away(done.outcome):
        return "Tulis alasannya, supaya pemohon tahu mengapa."
    return "Tulis pertimbangannya, supaya jelas atas dasar apa diputuskan."


def _needs_reasons(doing: Doing, done: Done) -> bool:
    """What was weighed, sent back or turned away owes reasons; saying what lacks gives them."""
    if not doing.step.outcomes or done.private.get("says"):
        return False
    if doing.returns(done.outcome):
        return not done.data.get("lacks")
    return doing.step.do is Verb.ASSESS or doing.turns_away(done.outcome)


def _submit(doing: Doing) -> Done:
    """By which way it came, who brought it, and whether the name or the matter is kept back."""
    intake = doing.standard.intake
    allowed = {"anonymous": intake.anonymous, "confidential": intake.confidential}
    wanted = [key for key in allowed if doing.data.get(key) is True]
    refused = tuple(
        Reason(f"not-{key}", "Layanan ini tidak dapat diajukan dengan cara itu.", key)
        for key in wanted
        if not allowed[key]
    )
    if wanted and doing.case.version:
        text = (
            "Dipilih saat mengajukan; mintalah petugas bila identitas perlu dirahasiakan sekarang."
        )
        refused += tuple(Reason("only-at-filing", text, key) for key in wanted)
    kept: dict[str, Json] = dict.fromkeys(wanted, True)
    if doing.text("channel"):
        refused += chosen_from(doing, "channel", INTAKE_CHANNELS)
        kept["channel"] = doing.text("channel")
    done, taken_in = plain(doing), _taken_in(doing)
    return replace(
        done,
        data={**kept, **taken_in.data},
        private=taken_in.private,
        refused=(*done.refused, *refused, *taken_in.refused),
    )


def _taken_in(doing: Doing) -> Done:
    """What an officer says of a file beside its form; whoever applies alone cannot."""
    said = [key for key in OF_THE_OFFICE if doing.data.get(key)]
    if said and doing.circumstances.actor.kind is ActorKind.APPLICANT:
        text = "Hanya petugas yang dapat mengisi ini."
        return Done(refused=tuple(Reason("officers-only", text, key) for key in said))
    given = doing.data.get("forms")
    forms = {key: str(form) for key, form in given.items()} if isinstance(given, dict) else {}
    refused = unfit_forms(doing.standard, forms)
    data: dict[str, Json] = {"forms": cast("dict[str, Json]", forms)} if forms else {}
    if doing.text("brought_by"):
        refused += chosen_from(doing, "brought_by", RELATIONS)
        data["brought_by"] = doing.text("brought_by")
    private: dict[str, Json] = {"bringer": doing.text("bringer")} if doing.text("bringer") else {}
    return Done(data=data, private=private, refused=refused)


def _verify(doing: Doing) -> Done:
    found = judge(doing.standard, doing.case, doing.step, doing.data, doing.circumstances)
    return Done(found.outcome, found.data, found.private, refused=found.refused)


def _assess(doing: Doing) -> Done:
    """A judgement: its outcome is said, never supposed."""
    if doing.step.outcomes and not doing.text("outcome"):
        text = f"Pilih hasil penilaian: {', '.join(doing.step.outcomes)}."
        return Done(refused=(Reason("outcome-needed", text, "outcome"),))
    return plain(doing)


def _draft(doing: Doing) -> Done:
    done = _about_papers(doing)
    if done.refused or doing.returns(done.outcome):
        return done
    return replace(done, refused=doing.unwritten())


def _about_papers(doing: Doing) -> Done:
    return replace(plain(doing), data={"papers": list(papers_of(doing.standard, doing.step))})


def _register(doing: Doing) -> Done:
    done = replace(plain(doing), data={"papers": list(doing.step.papers)})
    letter_date = doing.text("letter_date")
    if not letter_date:
        return done
    if not is_date(letter_date):
        text = "Tulis tanggal surat sebagai tahun-bulan-hari, misalnya 2026-11-23."
        return Done(refused=(*done.refused, Reason("bad-date", text, "letter_date")))
    return replace(done, data={**done.data, "letter_date": letter_date})


def _forward(doing: Doing) -> Done:
    """To one of the roles that the standard names; where it names none, just onward."""
    allowed = doing.step.to
    done = plain(doing)
    if done.refused or doing.returns(done.outcome):
        return done
    role = doing.text("role") or (allowed[0] if len(allowed) == 1 else "")
    if role not in (allowed or ("",)):
        text = f"Pilih kepada siapa berkas diteruskan: {', '.join(allowed) or 'tidak ada pilihan'}."
        return Done(refused=(Reason("role-needed", text, "role"),))
    return replace(done, data={"role": role} if role else {})


_ROLE = re.compile("[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def _dispose(doing: Doing) -> Done:
    """Whom the head of the office charges with it; the first of them holds the file."""
    done = plain(doing)
    if done.refused or doing.returns(done.outcome):
        return done
    roles = doing.texts("roles")
    refused = needed(doing, "instruction")
    if not roles or not all(_may_receive(doing, role) for role in roles):
        text = f"Pilih penerima disposisi: {', '.join(doing.step.to) or 'paling sedikit satu'}."
        refused += (Reason("roles-needed", text, "roles"),)
    if refused:
        return Done(refused=refused)
    data: dict[str, Json] = {"roles": list(roles), "role": roles[0]}
    return replace(done, data=data, private={"instruction": doing.text("instruction")})


def _may_receive(doing: Doing, role: str) -> bool:
    """A role that the standard names; where it names none, any role of the office."""
    if doing.step.to:
        return role in doing.step.to
    return bool(_ROLE.fullmatch(role)) and role not in doing.circumstances.outside


def _consult(doing: Doing) -> Done:
    return _telling(doing, "result")


def _answer(doing: Doing) -> Done:
    done = _telling(doing, "answer")
    refused = (*done.refused, *chosen_from(doing, "channel", ANSWER_CHANNELS))
    data: dict[str, Json] = {"channel": doing.text("channel"), "papers": list(doing.step.papers)}
    return replace(done, data=data, refused=refused)


def _telling(doing: Doing, key: str) -> Done:
    done = plain(doing)
    return replace(
        done, private={key: doing.text(key)}, refused=(*done.refused, *needed(doing, key))
    )


def _schedule(doing: Doing) -> Done:
    refused = needed(doing, "scheduled_at", "place")
    at = doing.text("scheduled_at")
    if at and not is_moment(at):
        text = "Tulis tanggal dan jam sebagai 2026-11-23T09:00."
        refused += (Reason("bad-moment", text, "scheduled_at"),)
    done = plain(doing)
    private = {"place": doing.text("place")}
    refused = (*done.refused, *refused)
    return replace(done, data={"scheduled_at": at}, private=private, refused=refused)


def _elsewhere(doing: Doing) -> Done:
    """A deed done in another system, of which only the number is kept."""
    done = plain(doing)
    reference = doing.text("reference")
    if doing.step.reference_required and not reference and not doing.returns(done.outcome):
        text = f"Tulis nomor dari {doing.step.elsewhere}."
        return Done(refused=(*done.refused, Reason("reference-needed", text, "reference")))
    kept = {"reference": reference, "result": doing.text("result")}
    data: dict[str, Json] = {"papers": list(doing.step.papers)} if _prints(doing) else {}
    if doing.step.elsewhere:
        data["system"] = doing.step.elsewhere
    return replace(done, data=data, private={k: v for k, v in kept.items() if v})


def _prints(doing: Doing) -> bool:
    return doing.step.do is Verb.PRINT and bool(doing.step.papers)


def _pay(doing: Doing) -> Done:
    done = plain(doing)
    if done.refused or doing.returns(done.outcome):
        return done
    amount = parse_rupiah(doing.data.get("amount"))
    alone = doing.circumstances.actor.kind is ActorKind.APPLICANT
    refused = chosen_from(doing, "method", BANK_METHODS if alone else PAYMENT_METHODS)
    if isinstance(amount, Ill) or amount == 0:
        text = "Tulis jumlah dalam rupiah, lebih dari nol, misalnya 125000."
        refused += (Reason("bad-amount", text, "amount"),)
    if doing.text("method") not in ("", "titipan"):
        refused += needed(doing, "reference")
    kept = {"amount": str(amount), "reference": doing.text("reference")}
    private = {key: text for key, text in kept.items() if text}
    return replace(done, data={"method": doing.text("method")}, private=private, refused=refused)


def _archive(doing: Doing) -> Done:
    follow_up = doing.text("follow_up")
    return replace(plain(doing), private={"follow_up": follow_up} if follow_up else {})


_DUTIES: Mapping[Verb, Callable[[Doing], Done]] = MappingProxyType(
    {
        Verb.SUBMIT: _submit,
        Verb.RECEIVE: plain,
        Verb.VERIFY: _verify,
        Verb.ASSESS: _assess,
        Verb.DRAFT: _draft,
        Verb.INITIAL: initial,
        Verb.SIGN: sign,
        Verb.REGISTER: _register,
        Verb.STAMP: _about_papers,
        Verb.HAND_OVER: hand_over,
        Verb.FORWARD: _forward,
        Verb.DISPOSE: _dispose,
        Verb.CONSULT: _consult,
        Verb.SCHEDULE: _schedule,
        Verb.PERFORM: _elsewhere,
        Verb.PAY: _pay,
        Verb.PRINT: _elsewhere,
        Verb.ANSWER: _answer,
        Verb.ARCHIVE: _archive,
    }
)
