# SPDX-License-Identifier: EUPL-1.2
"""Taking a file in at the counter, in a browser without JavaScript.

With it, keys alone: F2, two letters of the service and Enter (4 keys); the name; two letters of
the village and Enter (3); a letter of the purpose and Enter (2); number and date of the village's
letter, Enter after each; Alt+A for a checklist of which nothing lacks (1); Ctrl+Enter (1). That is
fifteen keys beside what is typed in any case, and no hand leaves the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from pendopo.base import clock
from pendopo.cases.models import Case, Event
from pendopo.cases.queries import case_file
from pendopo.cases.world import setting, world_of
from pendopo.domain.vocabulary import PaperForm
from pendopo.offices.models import Assignment, Village
from pendopo.screens.forms.examples import Desk, example_form
from pendopo.standards import versions
from tests.cases.counter import FORM, handed_in, officer
from tests.counter.real_desks import AtPosition, at_position
from tests.html_forms import HtmlForm, typed
from tests.real_offices import KESAMBEN, PANDAAN, read_all

__all__ = ["at_position"]

ADDRESS = "/loket/baru/skck/"
SHEET = {
    key: FORM[key]
    for key in ("nama", "desa", "keperluan", "surat-desa-nomor", "surat-desa-tanggal")
}
NATION, OFFICES = read_all()
EVERY = sorted(
    [(folder.office.word.code, file.stem) for folder in OFFICES for file in folder.services]
    + [(KESAMBEN, file.stem) for file in NATION.services]
)
"""Every service of both offices; the nation's where the office's decree has none of its own."""


@pytest.fixture(autouse=True)
def _monday_morning(stopped_clock: clock.Clock) -> Iterator[clock.Clock]:
    with translation.override("id"):
        yield stopped_clock


@pytest.fixture
def loket(at_position: AtPosition) -> Client:
    """Whoever keeps the counter in Pandaan."""
    return at_position("petugas-loket")


def page(client: Client, address: str = ADDRESS) -> HtmlForm:
    return HtmlForm(client.get(address).content.decode(), "terima")


def filled_in(client: Client, verdict: str = "ada", **changes: str) -> dict[str, str]:
    """The form of the letter as the counter fills it in; all that is asked for is there."""
    form = page(client)
    checks = {name: verdict for name in form.known if ".verdicts." in name}
    checks = {
        name: value
        for name, value in checks.items()
        if not name.endswith((".reason", ".allowed_by"))
    }
    return {**form.fields, **typed(SHEET), **checks, **changes}


def the_case() -> Case:
    return Case.objects.get()


class TestChoosing:
    def test_the_most_asked_comes_first_and_has_a_number_key(self, loket: Client) -> None:
        before = loket.get("/loket/baru/").content.decode()
        assert before.index("/loket/baru/pbb/") < before.index("/loket/baru/skck/")
        handed_in()
        after = loket.get("/loket/baru/").content.decode()
        assert after.index("/loket/baru/skck/") < after.index("/loket/baru/pbb/")
        assert '/loket/baru/skck/" data-key="1"' in after

    @pytest.mark.parametrize("letters", ["sk", "kelakuan", "PENGANTAR POL"])
    def test_it_is_found_by_letters_of_any_of_its_names(self, loket: Client, letters: str) -> None:
        found = loket.get("/loket/baru/", {"q": letters}).content.decode()
        assert ADDRESS in found
        assert "/loket/baru/pbb/" not in found

    def test_what_is_not_served_here_is_answered_kindly(self, loket: Client) -> None:
        found = loket.get("/loket/baru/", {"q": "paspor"}).content.decode()
        assert "Tidak ada layanan dengan nama itu" in found

    def test_the_list_costs_the_same_however_long_it_is(
        self, loket: Client, django_assert_max_num_queries: object
    ) -> None:
        with django_assert_max_num_queries(12):  # type: ignore[operator]
            loket.get("/loket/baru/")


class TestTheForm:
    @pytest.mark.parametrize(("office", "slug"), EVERY)
    def test_every_service_takes_its_example_from_its_page(
        self, at_position: AtPosition, office: str, slug: str
    ) -> None:
        client, address = at_position("petugas-loket", office), f"/loket/baru/{slug}/"
        standing = versions.current(office, slug)
        assert standing is not None
        world = world_of(office)
        desk = Desk(setting(world), world.calendar, world.now)
        example = typed(example_form(standing.standard, desk))
        looked = client.post(address, {**page(client, address).fields, **example, "lihat": "1"})
        assert looked.status_code == 200
        form = HtmlForm(looked.content.decode(), "terima")
        assert not Case.objects.exists()
        answer = client.post(address, {**form.fields, "kirim": "saja"})
        assert answer.status_code == 302, answer.content.decode()
        assert the_case().service == slug
        assert client.get(answer.headers["Location"]).status_code == 200

    def test_a_countersigned_sheet_asks_for_five_things(self, loket: Client) -> None:
        form = page(loket)
        asked = {name for name in form.known if name.startswith("isi/")}
        assert "isi/tempat-lahir" in asked and "tempat-lahir" in form.hidden
        answer = loket.post(ADDRESS, {"kirim": "saja"})
        html = answer.content.decode()
        assert answer.status_code == 422
        assert html.count('<p class="trouble" id="f-') == 5

    def test_a_letter_asks_for_what_it_prints_beside_each_field(self, loket: Client) -> None:
        sent = filled_in(loket, **{"ajukan.forms.pengantar": "letter", "kirim": "hasil:lengkap"})
        answer = loket.post(ADDRESS, sent)
        html = answer.content.decode()
        assert answer.status_code == 422
        assert "Lengkapi «Tempat lahir»; tercetak pada surat." in html
        assert 'href="#f-tempat-lahir"' in html
        assert "tempat-lahir" not in HtmlForm(html, "terima").hidden
        assert not Case.objects.exists()

    def test_the_chosen_form_stands_though_another_checks(self, at_position: AtPosition) -> None:
        client, address = at_position("petugas-loket"), "/loket/baru/sktm/"
        assert Assignment.objects.filter(position__key="kasi-kesos").exists()
        values = typed(SHEET | {"keperluan": "sekolah"})
        sent = {**page(client, address).fields, **values, "ajukan.forms.pengantar": "letter"}
        assert client.post(address, {**sent, "kirim": "saja"}).status_code == 302
        file = case_file(the_case().reference, officer("petugas-loket"))
        assert file is not None
        assert file.case.paper("pengantar").form is PaperForm.LETTER

    def test_bad_input_is_kept_and_answered_beside_its_field(self, loket: Client) -> None:
        sent = filled_in(loket, **{"isi/surat-desa-tanggal": "31-2-2026", "kirim": "saja"})
        answer = loket.post(ADDRESS, sent)
        html = answer.content.decode()
        assert answer.status_code == 422
        assert 'href="#f-surat-desa-tanggal"' in html
        kept = HtmlForm(html, "terima").fields
        fresh = {"csrfmiddlewaretoken", "form_key", "writer"}
        told = {name: value for name, value in sent.items() if name not in {*fresh, "kirim"}}
        told["isi/desa"] = Village.objects.get(name="Kutorejo").code
        assert {name: kept.get(name) for name in told} == told

    def test_a_row_is_added_and_struck_out_without_losing_anything(self, loket: Client) -> None:
        address = "/loket/baru/ahli-waris/"
        sent = {**page(loket, address).fields, "isi/ahli-waris/1/nama": "Joko Rekaan"}
        more = HtmlForm(
            loket.post(address, {**sent, "tambah": "ahli-waris"}).content.decode(), "terima"
        )
        assert more.fields["isi/ahli-waris/1/nama"] == "Joko Rekaan"
        both = {**more.fields, "isi/ahli-waris/2/nama": "Arum Rekaan"}
        fewer = HtmlForm(
            loket.post(address, {**both, "hapus": "ahli-waris/1"}).content.decode(), "terima"
        )
        assert fewer.fields["isi/ahli-waris/1/nama"] == "Arum Rekaan"
        assert "isi/ahli-waris/2/nama" not in fewer.fields

    def test_the_checklist_follows_what_is_typed(self, loket: Client) -> None:
        address = "/loket/baru/dispensasi-nikah/"
        sent = page(loket, address).fields
        young = {"isi/tanggal-akad": "1-12-2026", "isi/calon/istri/tanggal-lahir": "2-2-2006"}
        html = loket.post(address, {**sent, **young, "lihat": "1"}).content.decode()
        assert "Model N5 – Calon istri" in html
        assert "Model N5 – Calon suami" not in html
        assert "20 tahun" in html

    def test_a_lead_time_is_said_before_anything_is_filed(self, loket: Client) -> None:
        address = "/loket/baru/dispensasi-nikah/"
        sent = {**page(loket, address).fields, "isi/tanggal-akad": "1-2-2027", "lihat": "1"}
        html = loket.post(address, sent).content.decode()
        assert "Surat ini tidak diperlukan" in html
        assert not Case.objects.exists()

    def test_the_page_costs_the_same_whatever_it_asks(
        self, loket: Client, django_assert_max_num_queries: object
    ) -> None:
        for slug in ("skck", "ahli-waris"):
            loket.get(f"/loket/baru/{slug}/")
            with django_assert_max_num_queries(22):  # type: ignore[operator]
                loket.get(f"/loket/baru/{slug}/")

    def test_an_unknown_service_is_not_found(self, loket: Client) -> None:
        assert loket.get("/loket/baru/paspor/").status_code == 404


class TestTakingIn:
    def test_one_press_files_and_checks(self, loket: Client) -> None:
        answer = loket.post(ADDRESS, filled_in(loket, kirim="hasil:lengkap"))
        row = the_case()
        assert answer.headers["Location"] == f"{ADDRESS}{row.reference}/"
        assert (row.state, row.applicant, row.channel) == ("tanda-tangan", "Wati Rekaan", "loket")

    def test_the_steps_of_the_same_hand_go_along(self, at_position: AtPosition) -> None:
        client = at_position("petugas-loket", KESAMBEN)
        sent = filled_in(client, kirim="hasil:lengkap", **{"isi/desa": "Kesamben"})
        assert client.post(ADDRESS, sent).status_code == 302
        assert the_case().state == "tanda-tangan"
        names = list(
            Event.objects.filter(stream="case").order_by("seq").values_list("name", flat=True)
        )
        assert names == ["case.filed", "case.verified", "letter.registered"]

    def test_the_officer_may_stop_earlier(self, at_position: AtPosition) -> None:
        client = at_position("petugas-loket", KESAMBEN)
        sent = filled_in(client, kirim="hasil:lengkap", **{"isi/desa": "Kesamben"})
        client.post(ADDRESS, {**sent, "until": "verifikasi"})
        assert the_case().state == "register"

    def test_something_that_lacks_is_never_taken_for_complete(self, loket: Client) -> None:
        sent = filled_in(loket, kirim="hasil:lengkap", **{"verifikasi.verdicts.foto": "kurang"})
        answer = loket.post(ADDRESS, sent)
        assert answer.status_code == 422
        assert "Masih kurang: Pas foto" in answer.content.decode()
        assert not Case.objects.exists()

    def test_what_was_not_looked_at_is_named(self, loket: Client) -> None:
        sent = filled_in(loket, verdict="", kirim="hasil:lengkap")
        html = loket.post(ADDRESS, sent).content.decode()
        assert 'href="#f-verifikasi.verdicts.foto"' in html

    def test_it_goes_back_with_all_that_lacks(self, loket: Client) -> None:
        wrong = {
            "verifikasi.verdicts.foto": "kurang",
            "verifikasi.verdicts.kk": "salah",
            "verifikasi.verdicts.kk.reason": "KK lama, alamat belum diganti",
        }
        answer = loket.post(ADDRESS, filled_in(loket, kirim="hasil:tidak-lengkap", **wrong))
        assert answer.status_code == 302
        row = the_case()
        file = case_file(row.reference, officer("petugas-loket"))
        assert file is not None
        assert (row.state, file.case.lacks) == ("ajukan", ("foto", "kk"))
        told = loket.get(answer.headers["Location"]).content.decode()
        assert "Pas foto" in told and "KK lama, alamat belum diganti" in told

    def test_all_there_is_one_press_too(self, loket: Client) -> None:
        sent = {**filled_in(loket, verdict=""), "verifikasi.verdicts.kk": "kurang", "all": "1"}
        fields = HtmlForm(loket.post(ADDRESS, sent).content.decode(), "terima").fields
        assert fields["verifikasi.verdicts.foto"] == "ada"
        assert fields["verifikasi.verdicts.kk"] == "kurang"

    def test_a_double_click_files_once(self, loket: Client) -> None:
        sent = filled_in(loket, kirim="hasil:lengkap")
        first, second = loket.post(ADDRESS, sent), loket.post(ADDRESS, sent)
        assert first.headers["Location"] == second.headers["Location"]
        assert Case.objects.count() == 1

    def test_what_is_written_down_later_is_marked(self, loket: Client) -> None:
        sent = filled_in(loket, kirim="hasil:lengkap", **{"happened.time": "08.15"})
        loket.post(ADDRESS, sent)
        row = the_case()
        assert row.filed_at.isoformat() == "2026-11-23T01:15:00+00:00"
        assert set(Event.objects.filter(stream="case").values_list("late", flat=True)) == {True}

    def test_a_time_that_cannot_be_read_is_answered(self, loket: Client) -> None:
        sent = filled_in(loket, kirim="saja", **{"happened.time": "siang"})
        answer = loket.post(ADDRESS, sent)
        assert answer.status_code == 422
        assert 'href="#f-happened"' in answer.content.decode()

    def test_who_brought_it_and_by_which_way_is_kept(self, loket: Client) -> None:
        extra = {
            "ajukan.brought_by": "perangkat-desa",
            "ajukan.bringer": "Galih Sasmita",
            "ajukan.channel": "desa",
        }
        loket.post(ADDRESS, filled_in(loket, kirim="saja", **extra))
        file = case_file(the_case().reference, officer("petugas-loket"))
        assert file is not None
        told = file.history[0]
        assert (told.event.data["brought_by"], file.row.channel) == ("perangkat-desa", "desa")
        assert told.private["bringer"] == "Galih Sasmita"

    def test_a_complaint_may_come_without_a_name(self, loket: Client) -> None:
        address = "/loket/baru/pengaduan/"
        sent = {
            **page(loket, address).fields,
            "isi/isi": "Loket tutup pukul sepuluh.",
            "isi/saluran": "lisan",
            "ajukan.anonymous": "ya",
            "ajukan.confidential": "ya",
        }
        form = page(loket, address)
        assert "ajukan.anonymous" in form.known
        choices = versions.current(PANDAAN, "pengaduan")
        assert choices is not None
        option = next(f for f in choices.standard.fields if f.key == "saluran").options[0][0]
        assert (
            loket.post(address, {**sent, "isi/saluran": option, "kirim": "saja"}).status_code == 302
        )
        assert the_case().anonymous and the_case().confidential

    def test_a_talk_is_written_down_with_what_came_of_it(self, loket: Client) -> None:
        address = "/loket/baru/konsultasi/"
        standing = versions.current(PANDAAN, "konsultasi")
        assert standing is not None
        world = world_of(PANDAAN)
        example = example_form(standing.standard, Desk(setting(world), world.calendar, world.now))
        sent = {
            **page(loket, address).fields,
            **typed(example),
            "konsultasi-staf.result": "Dijelaskan syaratnya.",
            "kirim": "hasil:dapat-diselesaikan",
        }
        assert loket.post(address, sent).status_code == 302
        assert the_case().state == "selesai"
