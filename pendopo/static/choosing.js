// SPDX-License-Identifier: EUPL-1.2
// A long list to choose from becomes a field: two letters, then Enter or Tab. The list itself
// stays, hidden, and is what the form sends.
"use strict";
(() => {
  const words = (text) => text.toLowerCase().split(/[\s()\-/]+/).filter(Boolean);
  const finds = (typed, text) => words(typed).every((part) => words(text).some((word) => word.startsWith(part)));
  const within = (typed, text) => text.toLowerCase().includes(typed.trim().toLowerCase());

  const combine = (select) => {
    const [box, field, list] = ["div", "input", "div"].map((name) => document.createElement(name));
    const options = [...select.options].filter((one) => one.value);
    let at = 0;
    box.className = "combobox";
    list.id = `${select.id}-list`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    Object.assign(field, { type: "text", autocomplete: "off", spellcheck: false, id: select.id });
    const about = { role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(about)) field.setAttribute(name, value);
    for (const name of ["aria-label", "aria-required", "aria-invalid", "aria-describedby"]) {
      if (select.hasAttribute(name)) field.setAttribute(name, select.getAttribute(name));
    }
    list.setAttribute("aria-label", select.ariaLabel || select.labels[0]?.textContent.trim() || "");
    select.removeAttribute("id");
    select.hidden = true;
    select.replaceWith(box);
    box.append(field, list, select);

    const say = () => (field.value = select.value ? select.selectedOptions[0].text : "");
    const open = (yes) => {
      list.hidden = !yes || !list.children.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      if (list.hidden) field.removeAttribute("aria-activedescendant");
    };
    const mark = (to) => {
      at = Math.max(0, Math.min(to, list.children.length - 1));
      [...list.children].forEach((one, n) => one.setAttribute("aria-selected", String(n === at)));
      if (!list.children[at]) return;
      field.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    };
    const line = (option, n) => {
      const [one, hint] = ["div", "small"].map((name) => document.createElement(name));
      one.id = `${list.id}-${n}`;
      one.setAttribute("role", "option");
      hint.textContent = option.dataset.hint ?? "";
      one.append(option.text, hint);
      one.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(option);
      });
      one.option = option;
      return one;
    };
    const fill = (typed) => {
      const first = options.filter((one) => finds(typed, one.text));
      const found = [...first, ...options.filter((one) => !first.includes(one) && within(typed, one.text))];
      list.replaceChildren(...found.map(line));
      mark(0);
    };
    const take = (option) => {
      const before = select.value;
      select.value = option?.value ?? "";
      say();
      open(false);
      if (select.value !== before) select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const keys = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => take(list.children[at]?.option),
      Escape: () => {
        say();
        open(false);
      },
    };
    const step = (by) => {
      if (list.hidden) fill("");
      else mark(at + by);
      open(true);
    };
    field.addEventListener("input", () => {
      fill(field.value);
      open(true);
    });
    field.addEventListener("focus", () => field.select());
    field.addEventListener("keydown", (event) => {
      const arrow = event.key.startsWith("Arrow");
      if (!keys[event.key] || (list.hidden && !arrow)) return;
      event.preventDefault();
      if (event.key !== "Enter") event.stopPropagation();
      keys[event.key]();
    });
    field.addEventListener("blur", () => {
      if (!field.value.trim()) take(null);
      else if (!list.hidden) take(list.children[at]?.option);
      else say();
      open(false);
    });
    say();
  };

  window.choosing = { finds, combine };
  document.querySelectorAll("[data-combobox]").forEach(combine);
})();
