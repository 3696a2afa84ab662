# SPDX-License-Identifier: EUPL-1.2
"""A page is written again word for word, but for the values of one form."""

from __future__ import annotations

from pendopo.counter.refilling import refilled

PAGE = """<!doctype html><html><head><title>A &amp; B</title></head><body>
<!-- left as it is --><main id=isi>&copy; &#8211; <svg><path d="M0 0"/></svg>
<form action="/loket/cari/"><input name="nama" value="cari"></form>
<details class="fold"><summary>Buka</summary>
<form method="post" action="/loket/baru/x/">
<input type="hidden" name="csrfmiddlewaretoken" value="new">
<input type="hidden" name="form_key" value="new"><input type="hidden" name="version" value="9">
<input name="nama" value=""><input name="saksi" value="a"><input name="saksi" value="b">
<textarea name="ket" rows="3">lama &lt;b&gt;</textarea>
<select name="desa"><option value="1" selected>Satu</option><option value="2">Dua</option></select>
<input type="radio" name="ktp" value="ada" checked><input type="radio" name="ktp" value="kurang">
<input type="checkbox" name="setuju" value="ya" checked>
<input type="checkbox" name="lain" value="ya">
<input type="file" name="foto"><button name="deed" value="kirim">Kirim</button></form></details>
<form method="post" action="/loket/baru/x/"><button name="deed" value="batal">Batal</button></form>
<script src="a.js"></script></main></body></html>"""
TYPED = {
    "csrfmiddlewaretoken": ["old"],
    "form_key": ["old"],
    "version": ["3"],
    "nama": ['Wati "Rekaan" <x>'],
    "saksi": ["satu", "dua"],
    "ket": ["baru\n<b>&amp;"],
    "desa": ["2"],
    "ktp": ["kurang"],
    "lain": ["ya"],
    "deed": ["kirim"],
}


WORD = "<p>Kembali</p>"


def fill(typed: dict[str, list[str]] = TYPED, path: str = "/loket/baru/x/") -> str:
    page = refilled(
        PAGE, typed, path=path, page="/loket/baru/x/", word=WORD, hidden={"draft": "uji/x"}
    )
    assert page is not None
    return page.html


def test_texts_choices_and_ticks_are_as_they_were_typed() -> None:
    html = fill()
    assert 'name="nama" value="Wati &quot;Rekaan&quot; &lt;x&gt;"' in html
    assert 'name="saksi" value="satu"' in html
    assert 'name="saksi" value="dua"' in html
    assert "\nbaru\n&lt;b&gt;&amp;amp;</textarea>" in html
    assert '<option value="1">' in html
    assert '<option value="2" selected>' in html
    assert '<input type="radio" name="ktp" value="ada">' in html
    assert '<input type="radio" name="ktp" value="kurang" checked>' in html
    assert '<input type="checkbox" name="setuju" value="ya">' in html
    assert '<input type="checkbox" name="lain" value="ya" checked>' in html


def test_what_guards_the_form_is_the_page_s_own_and_its_version_the_typed_one() -> None:
    html = fill()
    assert 'name="csrfmiddlewaretoken" value="new"' in html
    assert 'name="form_key" value="new"' in html
    assert 'name="version" value="3"' in html


def test_the_form_is_unfolded_and_a_word_stands_on_top() -> None:
    html = fill()
    assert '<details class="fold" open>' in html
    assert f"<main id=isi>{WORD}" in html
    form = '<form method="post" action="/loket/baru/x/">'
    assert html.count(f'{form}<input type="hidden" name="draft" value="uji/x">') == 1


def test_all_else_stays_word_for_word() -> None:
    html = fill({"deed": ["kirim"], "setuju": ["ya"], "ktp": ["ada"], "desa": ["1"]})
    for added in (WORD, '<input type="hidden" name="draft" value="uji/x">', " open"):
        html = html.replace(added, "")
    assert html == PAGE


def test_of_several_forms_the_one_with_these_fields_is_filled_in() -> None:
    assert '<input name="nama" value="cari">' in fill()


def test_what_finds_no_field_goes_along_and_is_told() -> None:
    page = refilled(PAGE, {**TYPED, "anak-2": ["Ani"]}, path="/loket/baru/x/", page="/")
    assert page is not None
    assert page.lost == {"anak-2": ["Ani"]}
    assert '<input type="hidden" name="anak-2" value="Ani"></form>' in page.html


def test_a_page_without_such_a_form_cannot_be_filled_in() -> None:
    assert refilled(PAGE, TYPED, path="/loket/lain/", page="/loket/") is None


def test_a_form_without_an_address_is_sent_to_its_page() -> None:
    html = '<form method="post"><input name="nama"></form>'
    page = refilled(html, {"nama": ["Wati"]}, path="/loket/baru/", page="/loket/baru/")
    assert page is not None
    assert 'value="Wati"' in page.html


def test_a_field_that_stands_outside_but_names_the_form_belongs_to_it() -> None:
    html = (
        '<input name="desa" form="f"><form method="post" id="f"></form>'
        '<input name="nama" form="f"><input name="nama"><button name="deed" form="f">Kirim</button>'
    )
    typed = {"nama": ["Wati"], "desa": ["Sumberwangi"], "deed": [""]}
    page = refilled(html, typed, path="/x/", page="/x/")
    assert page is not None
    assert page.html.count('value="Wati"') == 1
    assert page.html.startswith('<input name="desa" form="f" value="Sumberwangi">')
    assert page.lost == {}
