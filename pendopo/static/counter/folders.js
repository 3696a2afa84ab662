// SPDX-License-Identifier: EUPL-1.2
// A folder that is back: "the rest is signed" with one press. The page works without it.
"use strict";
(() => {
  document.documentElement.classList.add("with-js");
  for (const form of document.querySelectorAll("[data-back]")) {
    const button = form.querySelector("[data-rest]");
    const rest = () =>
      [...form.querySelectorAll(`input[type=radio][value=${button.dataset.rest}]`)].filter(
        (one) => !form.querySelector(`input[name="${CSS.escape(one.name)}"]:checked`),
      );
    const show = () => (button.hidden = rest().length === 0);
    button.addEventListener("click", () => {
      rest().forEach((one) => (one.checked = true));
      show();
    });
    form.addEventListener("change", show);
    show();
  }
})();
