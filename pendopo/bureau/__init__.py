# SPDX-License-Identifier: EUPL-1.2
"""The bureau, below /kantor/: where an office keeps its settings. It has the counter's door."""
