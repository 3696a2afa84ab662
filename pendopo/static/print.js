// SPDX-License-Identifier: EUPL-1.2
// The page is whole without this; with it, a button prints the list.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
