# SPDX-License-Identifier: EUPL-1.2
"""The words of one letter are changed before it is signed, and whoever checked it looks again."""

from __future__ import annotations

from pendopo.domain.commands import Approve, Reword
from pendopo.domain.events import Stage
from pendopo.domain.offers import offers
from pendopo.domain.standard import Standard
from tests.domain.desk import BAYU, FORM, HADI, HANDED, RINI, VILLAGE, WATI, Desk, done, refused
from tests.domain.standards_for_tests import LETTER

WRITTEN = {**FORM, "uraian": "Contoh."}


def letter_at(step: str, standard: Standard = LETTER) -> Desk:
    """A desk on which a letter of the office's own has come to this step."""
    desk = Desk(standard)
    done(desk.file(values=WRITTEN))
    deeds = (
        lambda: desk.act(RINI, "periksa", verdicts=desk.verdicts(), forms={"surat": "letter"}),
        lambda: desk.act(RINI, "konsep"),
        lambda: desk.act(BAYU, "paraf"),
        lambda: desk.act(HADI, "tanda-tangan"),
        lambda: desk.act(RINI, "catat"),
        lambda: desk.act(RINI, "stempel"),
        lambda: desk.act(RINI, "serahkan", **HANDED),
    )
    for deed in deeds:
        if desk.case.state == step:
            break
        done(deed())
    return desk


def test_a_rewording_voids_the_paraf_and_makes_a_sheet_of_the_same_stage() -> None:
    desk = letter_at("tanda-tangan")
    done(desk.do(HADI, Approve()))
    assert desk.case.paper("surat").initialled and desk.case.paper("surat").approved
    event = done(desk.do(RINI, Reword("surat", "  Alinea lain.  "))).events[0]
    after = desk.case.paper("surat")
    assert (after.initialled, after.approved, after.stage) == (False, False, Stage.NASKAH)
    assert event.data == {"papers": ["surat"]}
    assert event.private == {"words": "Alinea lain."}
    assert [(move.paper, move.stage) for move in event.papers] == [("surat", Stage.NASKAH)]


def test_before_any_stage_no_sheet_is_made() -> None:
    desk = letter_at("konsep")
    assert done(desk.do(RINI, Reword("surat", "Alinea."))).events[0].papers == ()


def test_nothing_typed_goes_back_to_the_words_of_the_office() -> None:
    desk = letter_at("paraf")
    assert done(desk.do(RINI, Reword("surat", " "))).events[0].private == {}


def test_the_next_draft_is_made_with_the_same_step() -> None:
    desk = letter_at("paraf")
    done(desk.do(RINI, Reword("surat", "Alinea.")))
    assert desk.case.step == "paraf"
    assert desk.case.before is None


def test_only_an_officer_changes_words() -> None:
    desk = letter_at("konsep")
    for actor in (WATI, VILLAGE):
        assert refused(desk.do(actor, Reword("surat", "Alinea."))) == {("not-yours", "")}


def test_a_signed_letter_keeps_its_words() -> None:
    desk = letter_at("catat")
    assert refused(desk.do(RINI, Reword("surat", "Alinea."))) == {("signed", "paper")}
    assert refused(letter_at("diserahkan").do(RINI, Reword("surat", "A."))) == {("ended", "")}


def test_the_sheet_of_another_is_not_ours_to_reword() -> None:
    desk = Desk()
    done(desk.file(values=WRITTEN))
    assert refused(desk.do(RINI, Reword("surat", "Alinea."))) == {("not-ours", "paper")}
    assert refused(desk.do(RINI, Reword("lain", "Alinea."))) == {("not-ours", "paper")}


def test_it_is_offered_with_its_paper_as_long_as_it_may_be_done() -> None:
    def offered(step: str) -> list[str | None]:
        desk = letter_at(step)
        found = offers(desk.standard, desk.case, desk.world(RINI))
        return [offer.paper for offer in found if offer.name == "reword"]

    assert offered("tanda-tangan") == ["surat"]
    assert offered("catat") == []
