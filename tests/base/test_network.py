# SPDX-License-Identifier: EUPL-1.2
"""Ports and addresses of this computer."""

import ipaddress
import socket

import pytest

from pendopo.base.network import client_address, lan_address, port_is_free


def test_a_port_that_somebody_listens_on_is_not_free() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert not port_is_free("127.0.0.1", port)
    assert port_is_free("127.0.0.1", port)


def test_an_address_of_somebody_else_cannot_be_listened_on() -> None:
    assert not port_is_free("192.0.2.1", 8000)


def test_the_address_for_others_is_never_this_computer_s_own_loop() -> None:
    found = lan_address()
    assert found is None or not ipaddress.ip_address(found).is_loopback


@pytest.mark.parametrize(
    ("proxies", "heard", "client"),
    [
        (0, "198.51.100.7", "127.0.0.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "made.up, 203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9,198.51.100.7, 10.0.0.2", "198.51.100.7"),
        (1, "198.51.100.7:40213", "198.51.100.7"),
        (1, "[2001:DB8::1]:443", "2001:db8::"),
        (1, "2001:db8:0:1:2:3:4:5", "2001:db8:0:1::"),
        (1, "::ffff:198.51.100.7", "198.51.100.7"),
        (1, "", "127.0.0.1"),
        (1, "unknown", "127.0.0.1"),
        (2, "198.51.100.7", "127.0.0.1"),
    ],
)
def test_who_calls_is_what_our_own_outermost_proxy_heard(
    proxies: int, heard: str, client: str
) -> None:
    meta = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": heard}
    assert client_address(meta, proxies) == client


def test_without_the_header_it_is_whoever_called_directly() -> None:
    assert client_address({"REMOTE_ADDR": "192.0.2.5"}, 1) == "192.0.2.5"
    assert client_address({}, 1) == ""


def test_whoever_has_a_network_of_ipv6_is_one_caller_with_all_of_its_addresses() -> None:
    one, other = ({"REMOTE_ADDR": f"2001:db8:0:7::{last}"} for last in ("1", "beef"))
    assert client_address(one, 0) == client_address(other, 0)
    assert client_address({"REMOTE_ADDR": "2001:db8:0:8::1"}, 0) != client_address(one, 0)
