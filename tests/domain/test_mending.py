# SPDX-License-Identifier: EUPL-1.2
"""What a changed form means for the file: other asks, and verdicts that no longer hold."""

from __future__ import annotations

from dataclasses import replace

from pendopo.domain.mending import changed_fields, unjudged_after, unseen_asks
from pendopo.domain.standard import Ask, Field, Group, Standard
from pendopo.domain.vocabulary import FieldType, Verb
from tests.domain.desk import FORM, Desk, at_step, computed, done
from tests.domain.standards_for_tests import LETTER, single

COUPLE = replace(
    single(Verb.VERIFY),
    asks=(Ask("ktp", "KTP", each="calon"),),
    fields=(Field("nama", "Nama", FieldType.NAME, group="calon"),),
    groups=(Group("calon", "Calon", (("suami", "Suami"), ("istri", "Istri"))),),
)


def children(*names: str) -> dict[str, object]:
    return {"anak": [{"nama-anak": name, "lahir": "2015-01-01"} for name in names]}


def test_the_fields_that_differ_are_named_in_order() -> None:
    assert changed_fields({"b": 1, "a": 1, "c": 3}, {"a": 2, "c": 3, "d": None}) == ["a", "b"]


class TestMembersOfAList:
    def test_whoever_keeps_her_place_keeps_her_verdicts(self) -> None:
        assert unjudged_after(LETTER, children("Adi", "Ida"), children("Adi", "Ida", "Edi")) == ()

    def test_whoever_moves_up_is_judged_anew(self) -> None:
        forgotten = unjudged_after(LETTER, children("Adi", "Ida"), children("Ida"))
        assert forgotten == ("akta/1", "akta/2")

    def test_another_birthday_is_the_same_child(self) -> None:
        mended = {"anak": [{"nama-anak": "Adi", "lahir": "2015-02-01"}]}
        assert unjudged_after(LETTER, children("Adi"), mended) == ()

    def test_named_members_do_not_move(self) -> None:
        before = {"calon": {"suami": {"nama": "Joko"}, "istri": {"nama": "Wati"}}}
        after = {"calon": {"suami": {"nama": "Edi"}, "istri": {"nama": "Wati"}}}
        assert unjudged_after(COUPLE, before, after) == ()

    def test_a_list_without_fields_tells_nobody_apart(self) -> None:
        fields = tuple(f for f in LETTER.fields if f.group is None)
        assert unjudged_after(replace(LETTER, fields=fields), children("Adi"), children()) == ()


class TestUnseenAsks:
    def unseen(self, desk: Desk, after: dict[str, object], standard: Standard = LETTER) -> set[str]:
        whole = computed(standard, {**FORM, **after})
        return set(unseen_asks(standard, desk.case, desk.values, whole))

    def test_a_new_ask_after_the_last_check_is_seen_by_nobody(self) -> None:
        assert self.unseen(at_step("konsep"), children("Adi")) == {"akta/1"}

    def test_a_check_still_to_come_will_see_it(self) -> None:
        assert self.unseen(at_step("periksa"), children("Adi")) == set()

    def test_what_is_due_at_pickup_is_seen_then(self) -> None:
        asks = (*LETTER.asks, Ask("segel", "Segel", due=LETTER.asks[3].due))
        assert self.unseen(at_step("konsep"), {}, replace(LETTER, asks=asks)) == set()

    def test_where_nothing_is_ever_checked_nothing_is_unseen(self) -> None:
        standard = replace(single(Verb.STAMP), asks=(Ask("ktp", "KTP"),))
        desk = Desk(standard)
        done(desk.file(values={}))
        assert self.unseen(desk, {}, standard) == set()

    def test_an_ended_case_asks_nothing_more(self) -> None:
        assert self.unseen(at_step("diserahkan"), children("Adi")) == set()
