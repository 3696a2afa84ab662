// SPDX-License-Identifier: EUPL-1.2
// A photo that was chosen is sent at once. Without this there is a button for it.
"use strict";
document.querySelectorAll("form[data-photos]").forEach((form) => {
  const button = form.querySelector("button");
  form.addEventListener("change", () => {
    button.textContent += " …";
    form.requestSubmit();
    button.disabled = true;
  });
});
