# SPDX-License-Identifier: EUPL-1.2
"""What is told after sending: number, code and what comes next, as a picture and on paper."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from PIL import Image

from pendopo.cases.models import Case
from pendopo.screens.attempts import Allowance
from tests.portal.applying.walk import Walker, example
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_offices")]


@pytest.fixture
def sent() -> Walker:
    walker = Walker(PANDAAN, "skck")
    walker.begin()
    walker.walk(example(PANDAAN, "skck"))
    walker.check_and_send()
    return walker


def test_what_comes_next_is_told_in_its_order(sent: Walker) -> None:
    text = sent.text
    assert text.index("Terkirim") < text.index("Nomor berkas") < text.index("Kode lacak")
    assert "10 menit sejak berkas lengkap" in text
    assert "Datang ke loket membawa aslinya: Formulir surat pengantar SKCK" in text


def test_the_receipt_is_a_picture_for_a_telephone(sent: Walker) -> None:
    answer = sent.client.get(sent.base + "terkirim/tanda-terima/")
    assert answer["Content-Type"] == "image/png"
    assert Case.objects.get().reference in answer["Content-Disposition"]
    with Image.open(io.BytesIO(answer.content)) as picture:
        assert picture.height > picture.width > 600


def test_the_receipt_is_printed_on_a_small_sheet(sent: Walker) -> None:
    answer = sent.client.get(sent.base + "terkirim/tanda-terima/?cetak")
    assert answer.content.startswith(b"%PDF-")


def test_the_file_is_opened_from_the_receipt_without_typing(sent: Walker) -> None:
    sent.send(sent.fields({}), "/lacak/")
    reference = Case.objects.get().reference
    assert sent.where == f"/lacak/{reference}/"
    assert "Sedang diperiksa kelengkapannya" in sent.text


def test_whoever_asks_for_receipts_without_end_leaves_the_press_to_the_office(
    sent: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Allowance("uji-tanda-terima", 1, timedelta(minutes=15))
    monkeypatch.setattr("pendopo.portal.receipts.RECEIPTS", few)
    address = sent.base + "terkirim/tanda-terima/"
    statuses = [sent.client.get(address).status_code for _ in range(2)]
    assert statuses == [200, 503]


def test_nobody_else_sees_the_number_or_the_receipt(sent: Walker) -> None:
    other = Walker(PANDAAN, "skck")
    assert other.client.get(other.base + "terkirim/tanda-terima/").status_code == 404
    other.get(other.base + "terkirim/")
    assert Case.objects.get().reference not in other.html


@pytest.mark.parametrize(
    ("office", "slug"),
    [(PANDAAN, "data-informasi"), (KESAMBEN, "permintaan-informasi"), (KESAMBEN, "ktp")],
)
def test_a_request_and_a_card_are_sent_like_a_letter(office: str, slug: str) -> None:
    walker = Walker(office, slug)
    walker.begin()
    walker.walk(example(office, slug))
    walker.check_and_send()
    assert "Terkirim" in walker.text
    assert Case.objects.get().channel == "portal"
