// SPDX-License-Identifier: EUPL-1.2
// What all pages of the counter share. Everything works without it; it only makes it quicker.
