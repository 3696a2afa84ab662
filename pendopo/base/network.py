# SPDX-License-Identifier: EUPL-1.2
"""This computer's place in its network."""

from __future__ import annotations

import socket

_ELSEWHERE = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737). A datagram socket bound for it sends nothing."""


def lan_address() -> str | None:
    """The address under which others in the building reach this computer; None without one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return None if address.startswith(("127.", "0.")) else address


def port_is_free(host: str, port: int) -> bool:
    """Whether a server may listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            return False
        return True
