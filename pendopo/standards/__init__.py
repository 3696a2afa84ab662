# SPDX-License-Identifier: EUPL-1.2
"""Standards: from YAML to what the engine runs, checked, versioned and published."""
