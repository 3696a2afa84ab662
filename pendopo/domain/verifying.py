# SPDX-License-Identifier: EUPL-1.2
"""The counter's check: a verdict for each ask, the facts, and the outcome they compute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, cast

from pendopo.domain.case import Case, PaperState, Verdict
from pendopo.domain.circumstances import Circumstances
from pendopo.domain.commands import Reason
from pendopo.domain.events import Json
from pendopo.domain.forms import missing_for_letter
from pendopo.domain.procedure import decide_table
from pendopo.domain.standard import Standard, Step, Values
from pendopo.domain.vocabulary import Due, End, PaperForm

COMPLETE = "lengkap"
INCOMPLETE = "tidak-lengkap"

Reasons: TypeAlias = tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a check, what of it is kept, or the reasons why it cannot stand yet."""

    outcome: str = ""
    data: Mapping[str, Json] = field(default_factory=dict)
    private: Mapping[str, Json] = field(default_factory=dict)
    refused: Reasons = ()


@dataclass(frozen=True, slots=True)
class Said:
    """One verdict as the officer gave it; `allowed_by` is the role that lets it follow later."""

    verdict: Verdict
    reason: str = ""
    allowed_by: str = ""


@dataclass(frozen=True, slots=True)
class Checking:
    """One check as it is made. `verdicts` are this check's over those that stood before."""

    standard: Standard
    case: Case
    step: Step
    circumstances: Circumstances
    said: Mapping[str, Said]
    verdicts: Mapping[str, Verdict]
    facts: Mapping[str, bool]
    forms: Mapping[str, str]
    outcome: str

    @property
    def lacks(self) -> list[str]:
        """What the file has to go back for, all of it."""
        return [ask for ask, verdict in self.verdicts.items() if verdict.lacking]

    def ends(self, outcome: str) -> bool:
        """Whether this outcome ends the case, whatever it lacks."""
        return self.step.target(outcome) in set(End)

    def goes_on(self, outcome: str) -> bool:
        """Whether this outcome carries the file further, so that nothing may lack."""
        return not self.ends(outcome) and not self.standard.returns(self.step, outcome)


def judge(
    standard: Standard,
    case: Case,
    step: Step,
    data: Mapping[str, Json],
    circumstances: Circumstances,
) -> Found:
    """Check a file. Everything that lacks is found at once, never piece by piece."""
    said = _said(data, circumstances)
    checking = Checking(
        standard,
        case,
        step,
        circumstances,
        said,
        _verdicts(case, said),
        _booleans(data.get("facts")),
        _texts(data.get("forms")),
        str(data.get("outcome") or "").strip(),
    )
    refused = (*_unreadable(case, data), *_unallowed(checking), *_facts(checking, data))
    refused += unfit_forms(standard, checking.forms)
    outcome, unfit = _outcome(checking) if not refused else ("", _also(checking, refused))
    refused += unfit
    return Found(refused=refused) if refused else _found(checking, outcome)


def _found(checking: Checking, outcome: str) -> Found:
    said = checking.said
    kept: dict[str, Json] = {
        "verdicts": {ask: verdict.value for ask, verdict in checking.verdicts.items()},
        "lacks": cast("list[Json]", checking.lacks),
        "facts": cast("dict[str, Json]", dict(checking.facts)),
        "forms": cast("dict[str, Json]", dict(checking.forms)),
        "allowed_by": {ask: one.allowed_by for ask, one in said.items() if one.allowed_by},
    }
    private: dict[str, Json] = {
        "remarks": {ask: one.reason for ask, one in said.items() if one.reason},
        "says": cast("list[Json]", _says(checking, outcome)),
    }
    always = ("verdicts", "lacks")
    return Found(
        outcome,
        {key: value for key, value in kept.items() if value or key in always},
        {key: value for key, value in private.items() if value},
    )


def _says(checking: Checking, outcome: str) -> list[str]:
    """What the decision table tells the applicant to mend, or why she is sent elsewhere."""
    step = checking.step
    return list(decide_table(step, checking.facts).say) if step.table and outcome else []


def _said(data: Mapping[str, Json], circumstances: Circumstances) -> dict[str, Said]:
    parsed = {ask: _one(given) for ask, given in _mapping(data.get("verdicts")).items()}
    return {ask: _with_leave(one, circumstances) for ask, one in parsed.items() if one}


def _one(given: Json) -> Said | None:
    entry = given if isinstance(given, dict) else {"verdict": given}
    try:
        verdict = Verdict(str(entry.get("verdict")))
    except ValueError:
        return None
    words = {key: str(entry.get(key) or "").strip() for key in ("reason", "allowed_by")}
    return Said(verdict, **words)


def _with_leave(one: Said, circumstances: Circumstances) -> Said:
    """Whoever may allow it and names nobody else has allowed it herself."""
    if one.verdict is not Verdict.TO_FOLLOW:
        return replace(one, allowed_by="")
    own = sorted(circumstances.policy.follow_allowed_by & circumstances.actor.roles)
    return replace(one, allowed_by=one.allowed_by or (own[0] if own else ""))


def _verdicts(case: Case, said: Mapping[str, Said]) -> dict[str, Verdict]:
    """This check's verdicts over the earlier ones; what lacked before must be judged anew."""
    found = {ask: verdict for ask, verdict in case.verdicts if not verdict.lacking}
    found.update({ask: one.verdict for ask, one in said.items()})
    return {ask: found[ask] for ask in case.all_asks if ask in found}


def _unreadable(case: Case, data: Mapping[str, Json]) -> Iterator[Reason]:
    for ask, given in _mapping(data.get("verdicts")).items():
        if ask not in case.all_asks:
            text = f"Syarat «{ask}» tidak ada pada berkas ini."
            yield Reason("unknown-ask", text, f"verdicts/{ask}")
        elif _one(given) is None:
            text = f"Putusan untuk «{ask}»: {', '.join(Verdict)}."
            yield Reason("bad-verdict", text, f"verdicts/{ask}")


def _unallowed(checking: Checking) -> Iterator[Reason]:
    asks = {ask.key: ask for ask in checking.standard.asks}
    leave = checking.circumstances.policy.follow_allowed_by
    for key, one in checking.said.items():
        ask, where = asks.get(key.split("/")[0]), f"verdicts/{key}"
        if one.verdict is Verdict.WRONG and not one.reason:
            text = f"Tulis apa yang salah pada «{key}», supaya dapat dibetulkan sekaligus."
            yield Reason("reason-needed", text, where)
        if one.verdict is Verdict.NOT_NEEDED and ask and not ask.if_needed:
            text = f"Syarat «{key}» selalu diperlukan menurut standar."
            yield Reason("always-needed", text, where)
        if one.verdict is Verdict.TO_FOLLOW and ask and not ask.may_follow:
            text = f"«{key}» tidak dapat menyusul; tanpa itu berkas belum dapat diproses."
            yield Reason("cannot-follow", text, where)
        elif one.verdict is Verdict.TO_FOLLOW and one.allowed_by not in leave:
            who = ", ".join(sorted(leave))
            text = f"Sebutkan siapa yang membolehkan «{key}» menyusul: {who}."
            yield Reason("permission-needed", text, where)


def _facts(checking: Checking, data: Mapping[str, Json]) -> Iterator[Reason]:
    known = dict(checking.step.facts)
    for key, text in known.items():
        if key not in checking.facts:
            yield Reason("fact-needed", f"Jawab ya atau tidak: {text}.", f"facts/{key}")
    for key in _mapping(data.get("facts")):
        if key not in known:
            text = f"Fakta «{key}» tidak dikenal pada langkah ini."
            yield Reason("unknown-fact", text, f"facts/{key}")


def unfit_forms(standard: Standard, forms: Mapping[str, str]) -> Reasons:
    """A reason for each paper that the standard does not have, or not in this form."""
    allowed = {p.key: p.forms for p in standard.papers}
    known = {key: ", ".join(allowed.get(key, ())) or "tidak ada surat itu" for key in forms}
    return tuple(
        Reason("bad-form", f"Bentuk surat «{key}»: {known[key]}.", f"forms/{key}")
        for key, form in forms.items()
        if form not in allowed.get(key, ())
    )


Outcome: TypeAlias = tuple[str, Reasons]


def _outcome(checking: Checking) -> Outcome:
    """The outcome that verdicts and facts compute, or what still stands in its way."""
    if checking.step.table:
        return _from_table(checking)
    others = set(checking.step.outcomes) - {COMPLETE, INCOMPLETE}
    if checking.outcome in others:
        return checking.outcome, _unfit(checking, checking.outcome)
    return _from_verdicts(checking)


def _unfit(checking: Checking, outcome: str) -> Reasons:
    """Why this outcome cannot stand. Whatever goes back takes all that lacks with it."""
    if checking.ends(outcome):
        return ()
    if unjudged := tuple(_unjudged(checking)):
        return unjudged
    return _unready(checking) if checking.goes_on(outcome) else ()


def _from_verdicts(checking: Checking) -> Outcome:
    if unjudged := tuple(_unjudged(checking)):
        return "", unjudged
    outcomes = checking.step.outcomes
    computed = (INCOMPLETE if checking.lacks else COMPLETE) if outcomes else ""
    if computed not in (outcomes or ("",)):
        text = f"Pilih hasil pemeriksaan ini: {', '.join(outcomes)}."
        return "", (Reason("outcome-needed", text, "outcome"),)
    held_up = () if computed == INCOMPLETE else _unready(checking)
    return computed, _contradicted(checking, computed) or held_up


def _from_table(checking: Checking) -> Outcome:
    """The cell that the facts meet; a file that would go on goes back when something lacks."""
    step = checking.step
    try:
        outcome = decide_table(step, checking.facts).outcome
    except LookupError:
        text = "Gabungan jawaban ini tidak diatur dalam standar; periksa lagi jawabannya."
        return "", (Reason("no-cell", text, "facts"),)
    back = [name for name in step.outcomes if checking.standard.returns(step, name)]
    if checking.lacks and back and checking.goes_on(outcome):
        outcome = back[0]
    return outcome, _contradicted(checking, outcome) or _unfit(checking, outcome)


def _unjudged(checking: Checking) -> Iterator[Reason]:
    """What was not looked at; what is due at pickup may be left until then."""
    at_pickup = {a.key for a in checking.standard.asks if a.due is Due.PICKUP}
    for ask in checking.case.all_asks:
        if ask not in checking.verdicts and ask.split("/")[0] not in at_pickup:
            yield Reason("unjudged", f"Syarat «{ask}» belum dinilai.", f"verdicts/{ask}")


def _also(checking: Checking, refused: Reasons) -> Reasons:
    """What was not looked at either, so that everything to mend is said at once."""
    outcome = checking.outcome
    if outcome in checking.step.outcomes and checking.ends(outcome):
        return ()
    told = {reason.where for reason in refused}
    return tuple(reason for reason in _unjudged(checking) if reason.where not in told)


def _contradicted(checking: Checking, computed: str) -> Reasons:
    """An outcome is computed; one that is said against it is answered, not obeyed."""
    if checking.outcome in ("", computed):
        return ()
    if checking.lacks:
        text = f"Masih ada yang kurang ({', '.join(checking.lacks)}), jadi berkas belum lengkap."
    elif checking.step.table:
        text = f"Menurut jawaban atas fakta, hasilnya «{computed}»; periksa jawabannya."
    else:
        text = "Tidak ada syarat yang kurang; sebutkan apa yang kurang bila akan dikembalikan."
    return (Reason("outcome-computed", text, "outcome"),)


def _unready(checking: Checking) -> Reasons:
    """Why a judged file cannot go on: what lacks, or what a letter of the office still needs."""
    if checking.lacks:
        text = f"Masih ada yang kurang ({', '.join(checking.lacks)}), jadi berkas belum lengkap."
        return (Reason("lacking", text, "verdicts"),)
    forms = [PaperForm(checking.forms.get(p.key, p.form)) for p in checking.case.papers]
    return _empty_fields(checking.standard, forms, checking.circumstances.values)


def unwritten(standard: Standard, papers: Iterable[PaperState], values: Values) -> Reasons:
    """The fields that a letter of the office prints and that are empty, one reason each.

    Papers that somebody else wrote need none of them.
    """
    return _empty_fields(standard, [p.form for p in papers], values)


def _empty_fields(standard: Standard, forms: Sequence[PaperForm], values: Values) -> Reasons:
    if not any(form.written_here for form in forms):
        return ()
    return tuple(
        Reason("field-needed", f"Lengkapi «{label}»; tercetak pada surat.", where)
        for where, label in missing_for_letter(standard, values)
    )


def _mapping(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _booleans(value: Json) -> dict[str, bool]:
    return {key: one for key, one in _mapping(value).items() if isinstance(one, bool)}


def _texts(value: Json) -> dict[str, str]:
    return {key: str(one) for key, one in _mapping(value).items()}
