# SPDX-License-Identifier: EUPL-1.2
"""The papers of a case: the page of one sheet, its words, slips, the office's wordings."""
