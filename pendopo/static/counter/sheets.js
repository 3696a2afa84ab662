// SPDX-License-Identifier: EUPL-1.2
// Words of letters: what they give is shown while somebody writes, and keys are put in by a click.
"use strict";
(() => {
  const WAIT = 900;
  const form = document.querySelector("form[data-look]");
  if (!form) return;
  const button = form.querySelector("[data-look-button]");
  let due, running;

  const look = async () => {
    if (running) return later();
    running = true;
    const values = new FormData(form, button);
    try {
      const answer = await fetch(form.action, { method: "POST", body: values });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of ["periksa", "hasil"]) {
        const [old, now] = [document.getElementById(id), fresh.getElementById(id)];
        if (old && now && old.innerHTML !== now.innerHTML) old.replaceChildren(...now.childNodes);
      }
    } catch {
      // Out of reach: the button still asks, and says so.
    } finally {
      running = false;
    }
  };
  const later = () => {
    clearTimeout(due);
    due = setTimeout(look, WAIT);
  };

  form.addEventListener("input", later);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    look();
  });

  let box = form.querySelector("textarea");
  form.addEventListener("focusin", (event) => {
    if (event.target.matches("textarea, input[type=text]")) box = event.target;
  });
  document.addEventListener("click", (event) => {
    const key = event.target.closest?.("[data-insert]");
    if (!key || !box) return;
    box.setRangeText(key.dataset.insert, box.selectionStart, box.selectionEnd, "end");
    box.focus();
    later();
  });
})();
