// SPDX-License-Identifier: EUPL-1.2
// Rows of a bundle by keys alone: Enter goes to the next cell, at the end of a row to a new one.
// The bringer's village stands in every row that names none.
"use strict";
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const form = document.getElementById("bundel");
  if (!form) return;
  const { combine } = window.choosing;
  const cells = (row) => all("input:not([type=hidden], [type=checkbox]), select", row).filter((one) => one.getClientRects().length);
  const rows = (block) => all("[data-grid-row]", block);

  const added = (block) => {
    const last = rows(block).at(-1);
    const number = Math.max(...all("[name]", block).map((one) => Number(one.name.split("/")[2]) || 0)) + 1;
    const row = last.cloneNode(true);
    const old = new RegExp(`(b/${block.dataset.block}/)\\d+`, "g");
    for (const box of all(".combobox", row)) {
      const select = box.querySelector("select");
      select.id = box.querySelector("input").id;
      select.hidden = false;
      box.replaceWith(select);
    }
    for (const one of all("*", row)) {
      for (const name of ["id", "name"]) if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace(old, `$1${number}`));
      one.removeAttribute("aria-invalid");
      one.removeAttribute("aria-describedby");
      if (one.type === "checkbox") one.checked = false;
      else if (one.matches("input")) one.value = "";
      else if (one.matches("select")) one.value = one.matches("[data-combobox]") ? village() : "";
    }
    all(".trouble", row).forEach((one) => one.remove());
    all(".wrong", row).concat(row).forEach((one) => one.classList.remove("wrong"));
    last.after(row);
    rows(block).forEach((one, n) => (one.querySelector("[data-number]").textContent = n + 1));
    all("[data-combobox]", row).forEach(combine);
    return row;
  };
  const village = () => form.querySelector("[data-fills-villages]")?.value ?? "";
  const isEmpty = (row) => cells(row).every((one) => !one.value || one.closest(".combobox"));

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || !event.target.matches("input:not([type=checkbox]), select")) return;
    if (event.defaultPrevented && event.target.getAttribute("role") !== "combobox") return;
    event.preventDefault();
    const row = event.target.closest("[data-grid-row]");
    if (!row) {
      const fields = cells(form);
      return fields[fields.indexOf(event.target) + 1]?.focus();
    }
    const own = cells(row);
    const at = own.indexOf(event.target);
    if (own[at + 1]) return own[at + 1].focus();
    const block = row.closest("[data-block]");
    const below = rows(block)[rows(block).indexOf(row) + 1] ?? added(block);
    cells(below)[0].focus();
  });

  form.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-add-row]")) return;
    event.preventDefault();
    cells(added(event.target.closest("[data-block]")))[0].focus();
  });

  form.addEventListener("change", (event) => {
    if (event.target.name === "layanan" && event.target.value) return form.querySelector("[name=lihat]").click();
    if (!event.target.matches("[data-fills-villages]")) return;
    for (const select of all(".combobox select:not([data-fills-villages])", form)) {
      if (select.value || !isEmpty(select.closest("[data-grid-row]"))) continue;
      select.value = event.target.value;
      select.parentElement.querySelector("input").value = select.selectedOptions[0]?.text ?? "";
    }
  });
})();
