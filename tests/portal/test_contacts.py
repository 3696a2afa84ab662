# SPDX-License-Identifier: EUPL-1.2
"""Ways to reach an office: followed with one tap, written as people know them."""

from __future__ import annotations

import pytest

from pendopo.portal.contacts import direct, ways


@pytest.mark.parametrize(
    ("kind", "value", "shown", "href"),
    [
        ("phone", "(0343) 000000", "(0343) 000000", "tel:+62343000000"),
        ("phone", "+62 343 000000", "+62 343 000000", "tel:+62343000000"),
        ("whatsapp", "0800-0000-0000", "0800-0000-0000", "https://wa.me/6280000000000"),
        ("email", "loket@contoh.go.id", "loket@contoh.go.id", "mailto:loket@contoh.go.id"),
        ("website", "contoh.go.id", "contoh.go.id", "https://contoh.go.id"),
        ("website", "https://contoh.go.id/", "contoh.go.id", "https://contoh.go.id/"),
        ("lapor", "contoh.lapor.go.id", "contoh.lapor.go.id", "https://contoh.lapor.go.id"),
        ("instagram", "@contoh", "@contoh", "https://www.instagram.com/contoh/"),
        ("address", "Jl. Contoh 1", "Jl. Contoh 1", ""),
        ("box", "kotak saran", "kotak saran", ""),
        ("officer", "petugas pengaduan", "petugas pengaduan", ""),
    ],
)
def test_every_kind_is_shown_and_followed_in_its_way(
    kind: str, value: str, shown: str, href: str
) -> None:
    (way,) = ways([(kind, value)])
    assert (way.value, way.href) == (shown, href)
    assert str(way.label) and way.icon


def test_the_same_way_is_given_once() -> None:
    assert len(ways([("phone", "1"), ("phone", "1"), ("whatsapp", "1")])) == 2


def test_what_rings_at_once_is_telephone_and_whatsapp() -> None:
    found = ways([("email", "a@b.c"), ("phone", "1"), ("whatsapp", "2")])
    assert [way.kind for way in direct(found)] == ["phone", "whatsapp"]
