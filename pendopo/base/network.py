# SPDX-License-Identifier: EUPL-1.2
"""This computer's place in its network."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Mapping

_ELSEWHERE = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737). A datagram socket bound for it sends nothing."""
_OF_ONE = 64
"""Bits of an IPv6 address that one household or office is given."""


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


def client_address(meta: Mapping[str, object], proxies: int) -> str:
    """Who calls, from WSGI's environment; `proxies` of our own stand between, each adding one.

    Every proxy writes at the end of X-Forwarded-For whom it heard, so that the entry that counts
    from the right is our outermost proxy's word; what stands left of it anybody may have made up.
    Where the header is too short or no address, it is whoever called this server directly.

    Of an IPv6 address it is the network of 64 bits, such as `2001:db8:0:1::`: whoever has one has
    all of its addresses, and would be somebody else with every try.
    """
    direct = str(meta.get("REMOTE_ADDR") or "")
    heard = str(meta.get("HTTP_X_FORWARDED_FOR") or "").split(",")
    told = _address(heard[-proxies].strip()) if 1 <= proxies <= len(heard) else ""
    return told or _address(direct) or direct


def _address(text: str) -> str:
    """Whose it is in `a.b.c.d`, `a.b.c.d:port`, an IPv6 address or `[…]:port`; else nothing."""
    bare = text[1:].partition("]")[0] if text.startswith("[") else text
    if bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        found = ipaddress.ip_address(bare)
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((int(found), _OF_ONE), strict=False).network_address)
