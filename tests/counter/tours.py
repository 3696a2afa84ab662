# SPDX-License-Identifier: EUPL-1.2
"""Ways through the counter that together lead past every one of its screens."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from pendopo.cases.models import BookRow, Disposition
from pendopo.domain.commands import Approve
from tests.cases import counter, letters
from tests.cases.folders import at_the_signature, back, filled, out
from tests.cases.test_folder_returns import Brought, Result
from tests.counter.desk_room import desk
from tests.counter.looking import Looking
from tests.counter.test_books import AGENDA, line_of, write
from tests.counter.test_bundles import brought, row
from tests.counter.test_uploads import photo
from tests.real_offices import KESAMBEN

CLERK = "petugas-loket"


def an_empty_office(look: Looking) -> None:
    """The first morning: nothing is there yet."""
    look.visits(
        desk(CLERK),
        meja_kosong="/loket/",
        daftar_kosong="/loket/daftar/",
        map_kosong="/loket/map/",
        serah_kosong="/loket/serah/",
        bundel_kosong="/loket/bundel/",
        buku_kosong="/loket/buku/agenda-masuk/",
        rekap_kosong="/loket/rekap/",
    )
    look.visits(desk("camat"), tanda_tangan_kosong="/loket/tanda-tangan/")


def files_at_the_desk(look: Looking) -> None:
    """A file in each state, and the lists that lead to it."""
    new, letter = counter.handed_in().row.reference, letters.wedding()
    lacking = counter.handed_in(nama="Sulastri Rekaan").row.reference
    said = counter.verdicts(kk="kurang")
    counter.done(counter.act(lacking, CLERK, "verifikasi", outcome="tidak-lengkap", verdicts=said))
    ready = at_the_signature(foto="menyusul")
    counter.done(counter.act(ready, "kasi-pemerintahan", "tanda-tangan"))
    over = counter.carried_to_the_end().row.reference
    letters.filed("sosialisasi")
    clerk = desk(CLERK)
    clerk.post(f"/loket/berkas/{over}/unggahan/", {"berkas/kk": photo()})
    look.visits(
        clerk,
        meja="/loket/",
        meja_menunggu="/loket/?tab=lain",
        berkas_diperiksa=f"/loket/berkas/{new}/",
        berkas_surat_diperiksa=f"/loket/berkas/{letter}/",
        berkas_dikembalikan=f"/loket/berkas/{lacking}/",
        berkas_ditandatangani=f"/loket/berkas/{ready}/",
        berkas_selesai=f"/loket/berkas/{over}/",
        berkas_dibetulkan=f"/loket/berkas/{letter}/tindakan/amend/",
        janji=f"/loket/berkas/{ready}/janji/",
        daftar="/loket/daftar/",
        daftar_cetak="/loket/daftar/?bentuk=cetak",
        rekap="/loket/rekap/",
        hadir="/loket/hadir/",
    )
    asked = letters.filed("ikd", KESAMBEN)
    look.visits(desk(CLERK, KESAMBEN), berkas_dengan_tabel=f"/loket/berkas/{asked}/")
    shown = look.visits(clerk)
    page = shown.open("/loket/cari/")
    page.locator("main [name=q]").fill("rekaan")
    page.locator("main [name=q]").press("Enter")
    expect(page.locator("main")).to_contain_text("Sulastri")
    look.looks(shown, "cari")
    page.locator("main [name=q]").fill("tiada")
    page.locator("main [name=q]").press("Enter")
    expect(page.locator("main")).not_to_contain_text("Sulastri")
    look.looks(shown, "cari-tiada")
    page = shown.open(f"/loket/berkas/{new}/")
    page.get_by_role("button", name="Periksa").first.click()
    expect(page.locator(".troubles")).to_be_visible()
    look.looks(shown, "berkas-belum-dinilai")


def files_that_come(look: Looking) -> None:
    """Taking in, photos, bundles, empty sheets, and who goes home again."""
    reference = counter.handed_in().row.reference
    clerk = desk(CLERK)
    shown = look.visits(
        clerk,
        baru="/loket/baru/",
        baru_tiada="/loket/baru/?q=tiada",
        terima_dispensasi_nikah="/loket/baru/dispensasi-nikah/",
        terima_ahli_waris="/loket/baru/ahli-waris/",
        terima_pbb="/loket/baru/pbb/",
        terima_konsultasi="/loket/baru/konsultasi/",
        terima_pengaduan="/loket/baru/pengaduan/",
        diterima=f"/loket/baru/skck/{reference}/?ditinggal=1",
        pulang="/loket/pulang/skck/",
        pulang_dicatat="/loket/pulang/skck/?kurang=kk&lewat=lembar",
        foto=f"/loket/berkas/{reference}/unggahan/",
        bundel_baru="/loket/bundel/baru/",
        lembar_kosong="/loket/lembar-kosong/",
        lembar_kosong_skck="/loket/lembar-kosong/skck/",
    )
    page = shown.open("/loket/baru/skck/")
    page.get_by_role("button", name=re.compile("^Terima")).first.click()
    expect(page.locator(".troubles")).to_be_focused()
    look.looks(shown, "terima-belum-lengkap")
    page = shown.open("/loket/baru/skck/")
    page.fill('[id="f-nama"]', "Wati Rekaan")
    page.keyboard.press("Enter")
    expect(page.get_by_text("berkas atas nama ini.")).to_be_visible()
    look.looks(shown, "terima-berkas-lalu")
    answer = clerk.post(
        "/loket/bundel/baru/",
        brought(
            clerk, row("skck", 1, "Wati Rekaan"), row("sktm", 1, "Arum Rekaan"), row("skck", 2, "")
        ),
    )
    assert answer.status_code == 302, answer.content.decode()
    look.visits(clerk, bundel="/loket/bundel/", bundel_isi=answer["Location"])
    shown = look.visits(desk(CLERK, KESAMBEN))
    page = shown.open("/loket/bundel/baru/")
    page.fill("#f-bringer", "Galih Sasmita")
    page.select_option("#f-layanan", "skck")
    expect(page.locator('[name="b/skck/1/isi/nama"]')).to_be_visible()
    look.looks(shown, "bundel-baris")


def sheets_that_are_signed(look: Looking) -> None:
    """The signer's list and file, consent, return and pen."""
    first, second = at_the_signature(foto="menyusul"), at_the_signature()
    counter.done(counter.do(second, "camat", Approve()))
    shown = look.visits(
        desk("camat"),
        tanda_tangan="/loket/tanda-tangan/",
        tanda_tangan_berkas=f"/loket/tanda-tangan/{first}/",
    )
    page = shown.open("/loket/tanda-tangan/")
    page.locator(f"[value={first}]").check()
    page.get_by_role("button", name="Kembalikan").click()
    expect(page.locator("h1")).to_have_text("Kembalikan 1 berkas")
    look.looks(shown, "tanda-tangan-kembalikan")
    page.get_by_role("button", name="Kembalikan").click()
    expect(page.locator(".troubles")).to_be_visible()
    look.looks(shown, "tanda-tangan-kembalikan-alasan")
    page = shown.open("/loket/tanda-tangan/")
    page.locator(f"[value={first}]").check()
    page.locator(".other summary").click()
    page.get_by_role("button", name="Sudah saya tanda tangani").click()
    expect(page.locator("h1")).to_contain_text("dengan pena")
    look.looks(shown, "tanda-tangan-pena")


def folders_that_go_round(look: Looking) -> None:
    """A folder that is filled, out, and back; and what lies ready to be fetched."""
    first, second, third = (at_the_signature() for _ in range(3))
    shown = look.visits(desk(CLERK), map="/loket/map/", tanda_tangan_loket="/loket/tanda-tangan/")
    filling = filled(third).number
    folder = out(first, second)
    for number, name in ((filling, "map-diisi"), (folder.number, "map-keluar")):
        shown.open(f"/loket/map/{number}/")
        look.looks(shown, name)
    back(folder, Brought(first, Result.SIGNED), Brought(second, Result.UNSIGNED))
    look.visits(
        desk(CLERK),
        map_kembali=f"/loket/map/{folder.number}/",
        map_semua="/loket/map/",
        serah="/loket/serah/",
    )


def papers_and_their_words(look: Looking) -> None:
    """Sheets as they will be printed, and the sentences they are made of."""
    incomplete = letters.wedding(**{"tempat-akad": ""})
    reference = letters.wedding()
    letters.checked(reference)
    foreign = counter.handed_in().row.reference
    shown = look.visits(
        desk("camat"),
        surat_kurang=f"/loket/surat/{incomplete}/surat/",
        surat=f"/loket/surat/{reference}/surat/",
        surat_lembar=f"/loket/surat/{reference}/surat/?lembar=1",
        surat_mengetahui=f"/loket/surat/{foreign}/pengantar/",
        surat_kalimat=f"/loket/surat/{reference}/surat/kalimat/",
        naskah="/loket/naskah/",
        naskah_surat="/loket/naskah/dispensasi-nikah/surat/letter/",
        naskah_pengantar="/loket/naskah/kepala-desa-bpd/pengantar/transmittal/",
        naskah_mengetahui="/loket/naskah/dispensasi-nikah/surat/countersign/",
    )
    page = shown.open("/loket/naskah/dispensasi-nikah/surat/letter/")
    page.get_by_label("Isi surat").fill("Untuk {calon.suami.nma}.")
    page.get_by_role("button", name="Simpan untuk kantor").click()
    expect(page.locator("#periksa .troubles")).to_be_visible()
    look.looks(shown, "naskah-belum-dapat")


def books_of_the_office(look: Looking) -> None:
    """Shelf, leaf, line; a letter that is passed on; numbers to begin with."""
    counter.carried_to_the_end()
    lies = at_the_signature()
    back(out(lies), Brought(lies, Result.SIGNED))
    clerk, head = desk(CLERK), desk("kasi-kesos")
    write(clerk)
    line = BookRow.objects.get(book="agenda-masuk")
    write(clerk, "/loket/buku/agenda-keluar/catat/?cara=pesan", cara="pesan")
    reserved = BookRow.objects.get(book="agenda-keluar")
    told = {"to": ["kasi-kesos"], "wishes": ["Hadiri/wakili"], "instruction": "Wakili saya"}
    desk("camat").post(f"{line_of(line)}disposisi/", told)
    assert Disposition.objects.exists()
    shown = look.visits(
        clerk,
        buku="/loket/buku/",
        buku_register="/loket/buku/register-skck/",
        buku_agenda=AGENDA,
        buku_pengambilan="/loket/buku/buku-pengambilan/",
        buku_catat=f"{AGENDA}catat/",
        buku_sisip=f"{AGENDA}catat/?cara=sisip",
        buku_baris=line_of(line),
        buku_pesanan=line_of(reserved),
        buku_disposisi=f"{line_of(line)}disposisi/",
    )
    page = shown.open(f"{AGENDA}catat/")
    page.get_by_role("button", name="Catat").last.click()
    expect(page.locator(".troubles")).to_be_visible()
    look.looks(shown, "buku-catat-kurang")
    look.visits(desk("camat"), buku_bukan_bagian="/loket/buku/register-skck/catat/")
    look.visits(desk("kasubag-umum"), buku_nomor_awal="/loket/buku/nomor-awal/")
    look.visits(head, buku_untuk_saya="/loket/buku/")
    look.visits(
        desk(CLERK, KESAMBEN), buku_rekap_harian="/loket/buku/register-ktp/catat/?cara=rekap"
    )


TOURS = (
    an_empty_office,
    files_at_the_desk,
    files_that_come,
    sheets_that_are_signed,
    folders_that_go_round,
    papers_and_their_words,
    books_of_the_office,
)
