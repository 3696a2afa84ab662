# SPDX-License-Identifier: EUPL-1.2
"""A standard's form: described, asked, read, shown again, and invented for examples."""
