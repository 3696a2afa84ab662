// SPDX-License-Identifier: EUPL-1.2
// Choosing many with one thumb: the count, "choose all", and which deed fits what was chosen.
// The pages work without it.
"use strict";
(() => {
  document.documentElement.classList.add("with-js");
  const all = (what, within = document) => [...within.querySelectorAll(what)];

  for (const form of all("[data-many]")) {
    const boxes = all("input[name=files]", form);
    const said = form.querySelector("[data-chosen]");
    const empty = said.textContent;
    const deeds = all("[data-for]", form);

    const within = (button) => ("every" in button.dataset ? boxes : all("input[name=files]", button.closest(".heap")));

    const count = () => {
      const chosen = boxes.filter((box) => box.checked);
      for (const deed of all("[data-any]", form)) deed.disabled = chosen.length === 0;
      for (const deed of deeds) {
        const fit = chosen.filter((box) => box.dataset.may.split(" ").includes(deed.dataset.for));
        deed.disabled = fit.length === 0;
      }
      said.replaceChildren(...(chosen.length ? [bold(chosen.length), ` ${said.dataset.words}`] : [empty]));
      for (const button of all("[data-all], [data-every]", form)) {
        const mine = within(button);
        button.hidden = mine.length < 2;
        button.textContent = mine.every((box) => box.checked) ? button.dataset.none : button.dataset.words;
      }
    };

    const bold = (text) => {
      const b = document.createElement("b");
      b.textContent = text;
      return b;
    };

    form.addEventListener("change", count);
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-all], [data-every]");
      if (!button) return;
      const mine = within(button);
      const wanted = !mine.every((box) => box.checked);
      mine.forEach((box) => (box.checked = wanted));
      count();
    });
    window.addEventListener("pageshow", count);
    count();
  }

  for (const form of all("[data-sift]")) {
    form.querySelector("button").hidden = true;
    form.addEventListener("change", () => form.requestSubmit());
  }

  for (const link of all("[data-open]")) {
    link.addEventListener("click", (event) => {
      const part = document.getElementById(link.dataset.open);
      event.preventDefault();
      link.closest("details")?.removeAttribute("open");
      part.open = true;
      part.querySelector("textarea").focus();
      part.scrollIntoView({ block: "center" });
    });
  }
})();
