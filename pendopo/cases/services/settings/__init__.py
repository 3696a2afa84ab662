# SPDX-License-Identifier: EUPL-1.2
"""What an administrator changes of the office: one module a thing, one function a deed.

Every deed goes through `changing.settle`, so that it is an event with who, when, before and after.
"""
