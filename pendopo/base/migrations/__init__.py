# SPDX-License-Identifier: EUPL-1.2
"""How the tables of the ground floor came to be."""
