# SPDX-License-Identifier: EUPL-1.2
"""The key of a real installation: made once, missed when it is gone, welcome when it is back."""

from __future__ import annotations

import pytest

from tests.test_demo_to_real import Installation, installation

__all__ = ["installation"]


@pytest.mark.one_engine
@pytest.mark.parametrize("demo", ["1", "0"])
def test_serve_refuses_a_database_whose_key_is_gone_or_another(
    installation: Installation, demo: str
) -> None:
    installation.environment["PENDOPO_DEMO"] = demo
    key = installation.var / "secret"
    assert not key.exists()
    assert installation.run("migrate").returncode == 0
    assert key.stat().st_mode & 0o777 == 0o600
    kept = key.read_text()

    key.unlink()
    refused = installation.run("serve")
    assert refused.returncode == 1
    assert "Kunci data tidak ada; basis data ini sudah disandi" in refused.stderr
    assert str(key) in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not key.exists()

    key.write_text(f"1:{'x' * 40}\n")
    refused = installation.run("serve")
    assert (refused.returncode, "bukan kunci basis data ini" in refused.stderr) == (1, True)

    key.write_text(f"2:{'x' * 40} {kept}")
    assert installation.run("migrate").returncode == 0
    key.write_text(kept)
    assert installation.run("migrate").returncode == 1
