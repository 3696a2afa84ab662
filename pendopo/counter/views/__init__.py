# SPDX-License-Identifier: EUPL-1.2
"""The pages of the counter, one module a place: load, form, one service call, answer."""
