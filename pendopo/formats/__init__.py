# SPDX-License-Identifier: EUPL-1.2
"""How dates, times and numbers are written and read; Django looks here before its own."""
