# SPDX-License-Identifier: EUPL-1.2
"""What all screens share: forms made from a standard, JSON Schema, sentences, timelines."""
