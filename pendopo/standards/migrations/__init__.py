# SPDX-License-Identifier: EUPL-1.2
"""How the tables of standards came to be."""
