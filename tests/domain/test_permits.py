# SPDX-License-Identifier: EUPL-1.2
"""Who may pass a step, and when the deed is only recorded for somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pendopo.domain.case import Case
from pendopo.domain.circumstances import Actor, Policy
from pendopo.domain.permits import Permit, acting_role, may_pass, of_the_office
from pendopo.domain.standard import FORWARDED, Step
from pendopo.domain.vocabulary import Verb
from tests.domain.desk import BAYU, GUARD, HADI, RINI, SARI, VILLAGE, WATI, officer, world
from tests.domain.standards_for_tests import AUTHORISED_SIGNER, COUNTER, step

NOWHERE = Case()
APPLY = step("ajukan", "pemohon", Verb.SUBMIT, "periksa", via=COUNTER)
ALONE = step("unduh", "pemohon", Verb.PERFORM, "periksa")
CHECK = step("periksa", COUNTER, Verb.VERIFY, "selesai")
PARAF = step("paraf", "kasi", Verb.INITIAL, "selesai")
SIGN = step("tanda-tangan", "camat", Verb.SIGN, "selesai")
ANY_SIGNER = step("tanda-tangan", AUTHORISED_SIGNER, Verb.SIGN, "selesai", via=COUNTER)

OWN, NOBODY = Permit(), None


@pytest.mark.parametrize(
    ("step_", "actor", "permit"),
    [
        (APPLY, WATI, OWN),
        (APPLY, RINI, Permit("pemohon")),
        (APPLY, BAYU, NOBODY),
        (ALONE, WATI, OWN),
        (ALONE, RINI, NOBODY),
        (CHECK, RINI, OWN),
        (CHECK, WATI, NOBODY),
        (CHECK, HADI, NOBODY),
        (PARAF, BAYU, OWN),
        (PARAF, RINI, Permit("kasi")),
        (PARAF, HADI, NOBODY),
        (SIGN, HADI, OWN),
        (SIGN, RINI, Permit("camat")),
        (SIGN, officer("hadi", "camat"), NOBODY),
        (SIGN, GUARD, NOBODY),
        (ANY_SIGNER, SARI, OWN),
        (ANY_SIGNER, BAYU, OWN),
        (ANY_SIGNER, RINI, Permit(AUTHORISED_SIGNER)),
        (ANY_SIGNER, WATI, NOBODY),
    ],
)
def test_a_step_is_passed_by_its_own_or_recorded_for_them(
    step_: Step, actor: Actor, permit: Permit | None
) -> None:
    assert may_pass(step_, NOWHERE, world(actor)) == permit


def test_the_office_settles_who_records_signatures() -> None:
    ajudan = officer("dewi", "ajudan")
    assert may_pass(SIGN, NOWHERE, world(ajudan)) is None
    policy = Policy(signature_recorded_by=frozenset({"ajudan"}))
    assert may_pass(SIGN, NOWHERE, world(ajudan, policy=policy)) == Permit("camat")
    assert may_pass(SIGN, NOWHERE, world(RINI, policy=policy)) is None
    assert may_pass(CHECK, NOWHERE, world(ajudan, policy=policy)) is None


def test_a_signer_who_records_names_somebody_else() -> None:
    both = replace(BAYU, roles=BAYU.roles | {COUNTER})
    recorded = Permit(AUTHORISED_SIGNER)
    assert may_pass(ANY_SIGNER, NOWHERE, world(both)) == OWN
    assert may_pass(ANY_SIGNER, NOWHERE, world(both), signed_by="kasi") == OWN
    assert may_pass(ANY_SIGNER, NOWHERE, world(both), signed_by="camat") == recorded
    assert may_pass(ANY_SIGNER, NOWHERE, world(BAYU), signed_by="camat") == OWN


def test_a_forwarded_step_is_of_whoever_it_was_forwarded_to() -> None:
    work = step("kerja", FORWARDED, Verb.PERFORM, "selesai")
    sent = replace(NOWHERE, forwarded_to="kasi")
    assert acting_role(work, sent) == "kasi"
    assert may_pass(work, sent, world(BAYU)) == OWN
    assert may_pass(work, sent, world(RINI)) is None
    assert acting_role(work, NOWHERE) == FORWARDED
    assert may_pass(work, NOWHERE, world(BAYU)) is None


@pytest.mark.parametrize(
    ("actor", "inside"),
    [
        (RINI, True),
        (HADI, True),
        (VILLAGE, False),
        (WATI, False),
        (officer("dewi"), False),
        (replace(WATI, roles=frozenset({COUNTER})), False),
    ],
)
def test_only_an_officer_with_a_role_of_the_office_is_of_the_office(
    actor: Actor, inside: bool
) -> None:
    assert of_the_office(world(actor)) is inside
