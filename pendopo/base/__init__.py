# SPDX-License-Identifier: EUPL-1.2
"""What Django lacks: settings that speak, ordered ids, tenants, append-only tables, sealing."""
