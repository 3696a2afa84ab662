# SPDX-License-Identifier: EUPL-1.2
"""Cases: the only writer of cases, events, evidence, registers, bundles and walk-aways."""
