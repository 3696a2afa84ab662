# SPDX-License-Identifier: EUPL-1.2
"""What a standard, a case and a promise are: pure Python, standard library only."""
