# SPDX-License-Identifier: EUPL-1.2
"""Lines in the books, and handing over: what is owed before a product leaves the office."""

from __future__ import annotations

from dataclasses import replace

from pendopo.domain.books import NumberMode, RowStatus
from pendopo.domain.events import Json
from pendopo.domain.standard import Ask
from pendopo.domain.vocabulary import Due, Verb
from tests.domain.desk import (
    BAYU,
    HADI,
    RINI,
    at_step,
    done,
    refused,
)
from tests.domain.one_verb import BACK, SHEET, filed, happened, said
from tests.domain.standards_for_tests import (
    COUNTER,
    single,
    step,
)


class TestRegistering:
    standard = single(Verb.REGISTER, papers=(SHEET,))

    def test_it_makes_a_line_whose_number_is_still_a_hole(self) -> None:
        entry = happened(self.standard).entries[0]
        assert (entry.book, entry.paper, entry.mark) == ("register", "surat", RowStatus.ENTERED)
        assert entry.number is None

    def test_a_letter_may_bear_another_date_than_its_line(self) -> None:
        event = happened(self.standard, letter_date="2026-11-20")
        assert event.data["letter_date"] == "2026-11-20"
        for strange in ("20-11-2026", "20261120", "2026-02-30", "kemarin"):
            reasons = refused(said(self.standard, letter_date=strange))
            assert reasons == {("bad-date", "letter_date")}

    def test_a_number_of_another_system_is_typed(self) -> None:
        desk = filed(self.standard, register=NumberMode.EXTERNAL)
        where = ("external-number-needed", "external/register")
        assert refused(desk.act(RINI, "kerja")) == {where}
        for strange in ("  ", "x" * 101, "a\x00b", 12, None):
            assert refused(desk.act(RINI, "kerja", external={"register": strange})) == {where}
        entry = done(desk.act(RINI, "kerja", external={"register": " 800/12  A "})).events[0]
        assert (entry.entries[0].number, entry.entries[0].external) == ("800/12 A", True)

    def test_a_book_without_numbers_has_no_line(self) -> None:
        desk = filed(self.standard, register=NumberMode.NONE)
        assert done(desk.act(RINI, "kerja")).events[0].entries == ()

    def test_a_number_that_the_file_has_is_used_again(self) -> None:
        standard = single(Verb.REGISTER, {"ya": "lagi"}, papers=(SHEET,))
        steps = (*standard.steps, step("lagi", COUNTER, Verb.REGISTER, "selesai"))
        desk = filed(replace(standard, steps=steps), register=NumberMode.EXTERNAL)
        done(desk.act(RINI, "kerja", external={"register": "800/12"}))
        entry = done(desk.act(RINI, "lagi")).events[0].entries[0]
        assert (entry.number, entry.external) == ("800/12", True)

    def test_a_step_that_names_the_papers_book_means_the_papers_line(self) -> None:
        standard = single(Verb.REGISTER, papers=(SHEET,))
        own = replace(standard.step("kerja"), book="register", papers=("surat",))
        desk = filed(replace(standard, steps=(standard.first, own)))
        assert [e.line for e in done(desk.act(RINI, "kerja")).events[0].entries] == [
            ("register", "surat")
        ]

    def test_a_step_with_its_own_book_registers_nothing_else(self) -> None:
        desk = filed(single(Verb.REGISTER, papers=(SHEET,), book="agenda"))
        assert [e.line for e in done(desk.act(RINI, "kerja")).events[0].entries] == [
            ("agenda", None)
        ]

    def test_a_return_needs_no_number(self) -> None:
        standard = single(Verb.REGISTER, BACK, papers=(SHEET,))
        desk = filed(standard, register=NumberMode.EXTERNAL)
        event = done(desk.act(RINI, "kerja", outcome="dikembalikan", reasons="Belum jadi.")).events[
            0
        ]
        assert event.entries == ()

    def test_any_step_with_a_book_makes_a_line(self) -> None:
        entries = happened(single(Verb.RECEIVE, book="agenda-masuk")).entries
        assert [e.line for e in entries] == [("agenda-masuk", None)]


class TestHandingOver:
    def test_who_collected_is_kept_and_how_she_is_related(self) -> None:
        desk = at_step("serahkan")
        reasons = refused(desk.act(RINI, "serahkan", received=["materai"]))
        assert reasons == {("needed", "relation")}
        data: dict[str, Json] = {"collector": "Joko", "received": ["materai"]}
        assert refused(desk.act(RINI, "serahkan", relation="tetangga", **data)) == {
            ("choose", "relation")
        }
        event = done(desk.act(RINI, "serahkan", relation="keluarga", **data)).events[0]
        assert event.private["collector"] == "Joko"
        assert event.data["relation"] == "keluarga"
        assert "Joko" not in str(event.data)

    def test_whoever_fetches_her_own_need_not_be_named(self) -> None:
        given: dict[str, Json] = {"received": ["materai"], "relation": "sendiri"}
        event = done(at_step("serahkan").act(RINI, "serahkan", **given)).events[0]
        assert "collector" not in event.private
        given["relation"] = "kuasa"
        assert refused(at_step("serahkan").act(RINI, "serahkan", **given)) == {
            ("needed", "collector")
        }

    def test_what_was_to_follow_must_have_come(self) -> None:
        desk = at_step("periksa")
        done(desk.check(foto="menyusul"))
        for actor, here in (
            (RINI, "konsep"),
            (BAYU, "paraf"),
            (HADI, "tanda-tangan"),
            (RINI, "catat"),
            (RINI, "stempel"),
        ):
            done(desk.act(actor, here))
        handed: dict[str, Json] = {"collector": "Wati", "relation": "sendiri"}
        assert refused(desk.act(RINI, "serahkan", **handed)) == {
            ("still-to-follow", "received/foto")
        }
        done(desk.act(RINI, "serahkan", received=["foto"], **handed))
        assert desk.case.to_follow() == ()

    def test_what_is_due_at_pickup_must_have_come(self) -> None:
        standard = single(
            Verb.HAND_OVER, "diserahkan", asks=(Ask("materai", "Materai", due=Due.PICKUP),)
        )
        handed: dict[str, Json] = {"collector": "Wati", "relation": "sendiri"}
        assert refused(said(standard, **handed)) == {("still-to-follow", "received/materai")}
        done(said(standard, received=["materai"], **handed))

    def test_what_is_due_at_pickup_and_came_before_is_not_asked_for_twice(self) -> None:
        desk = at_step("serahkan")
        done(desk.act(RINI, "serahkan", collector="Wati", relation="sendiri"))

    def test_what_is_received_was_asked_for(self) -> None:
        desk = at_step("serahkan")
        data: dict[str, Json] = {"collector": "Wati", "relation": "sendiri"}
        reasons = refused(desk.act(RINI, "serahkan", received=["ijazah"], **data))
        assert reasons == {("unknown-ask", "received/ijazah")}
        for strange in ("materai", ["a", 3], {"materai": True}):
            reasons = refused(desk.act(RINI, "serahkan", received=strange, **data))
            assert reasons == {("bad-shape", "received")}
