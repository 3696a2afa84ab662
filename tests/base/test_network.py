# SPDX-License-Identifier: EUPL-1.2
"""Ports and addresses of this computer."""

import ipaddress
import socket

from pendopo.base.network import lan_address, port_is_free


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
