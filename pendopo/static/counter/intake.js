// SPDX-License-Identifier: EUPL-1.2
// Taking files in, quicker: services found while typing, the checklist that follows what is
// typed, rows added without a jump. The page works without it: what it asks of the server is the
// page itself, looked at again. Choosing from long lists stands in choosing.js.
"use strict";
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const { finds, combine } = window.choosing;
  const plain = (within) => all("[data-no-js]", within).forEach((one) => (one.hidden = true));
  plain(document);

  // Services by two or three letters; Enter takes the first.

  for (const field of all("[data-finder]")) {
    const list = document.querySelector(field.dataset.finder);
    const none = document.querySelector(`${field.dataset.finder}-none`);
    if (!list) continue;
    const shown = () => all("li", list).filter((one) => !one.hidden);
    const look = () => {
      for (const one of all("li", list)) {
        one.hidden = !finds(field.value, one.dataset.names);
        one.classList.remove("first");
      }
      if (field.value.trim()) shown()[0]?.classList.add("first");
      none.hidden = shown().length > 0;
    };
    const walk = (event, step) => {
      const links = shown().map((one) => one.querySelector("a"));
      (links[links.indexOf(document.activeElement) + step] ?? field).focus();
      event.preventDefault();
    };
    field.addEventListener("input", look);
    field.addEventListener("keydown", (event) => {
      const number = /^[1-9]$/.test(event.key) && !field.value && list.querySelector(`[data-key="${event.key}"]`);
      if (event.key === "ArrowDown") return walk(event, 1);
      if (!number) return;
      event.preventDefault();
      number.click();
    });
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      shown()[0]?.querySelector("a").click();
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) walk(event, step);
    });
    look();
  }

  // A chosen photo says its name beside the camera.

  const label = (field) => {
    const [around, chosen] = [field.closest(".photo"), field.files[0]];
    around.classList.toggle("chosen", Boolean(chosen));
    if (chosen) around.querySelector("[data-file]").textContent = chosen.name.slice(-18);
  };
  document.addEventListener("change", (event) => event.target.type === "file" && label(event.target));

  const form = document.getElementById("terima");
  if (!form) return;

  // Looked at again: the server says which fields are asked, what it understood, what to bring.

  let waiting, asked = 0;
  const again = async () => {
    const mine = ++asked;
    const sent = new FormData(form);
    for (const [name, value] of [...sent]) if (value instanceof File) sent.delete(name);
    sent.set("lihat", "1");
    try {
      const answer = await fetch(form.action, { method: "POST", body: sent });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine === asked) follow(fresh);
    } catch {
      // Nothing is lost: the checklist follows with the next look, or when it is sent.
    }
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(again, 120);
  };
  const follow = (fresh) => {
    const places = new Map(all("[data-place]", fresh).map((one) => [one.dataset.place, one]));
    for (const here of all("[data-place]", form)) {
      const there = places.get(here.dataset.place);
      if (!there) continue;
      here.hidden = there.hidden;
      for (const part of ["[data-label]", "[data-said]"]) {
        const [now, then] = [here.querySelector(part), there.querySelector(part)];
        if (now && then) now.textContent = then.textContent;
      }
      here.querySelector(".warning")?.remove();
      const warning = there.querySelector(".warning");
      if (warning) here.append(warning);
    }
    const parts = all("[data-part]", fresh);
    all("[data-part]", form).forEach((here, n) => parts[n] && (here.hidden = parts[n].hidden));
    check(fresh.querySelector("#periksa"));
    const [line, now] = [fresh, form].map((one) => one.querySelector("#lalu"));
    if (line && !now.contains(document.activeElement)) {
      now.replaceWith(line);
      window.counter?.ready(line);
    }
  };

  const shape = (within) => all("[data-ask], [name]:not([type=radio], [type=hidden])", within).map((one) => one.id || one.name).join();
  const told = (within) => all(".message, .reminder label, .small", within).map((one) => one.textContent.trim()).join();
  const check = (then) => {
    const now = form.querySelector("#periksa");
    if (!now || !then || (shape(now) === shape(then) && told(now) === told(then))) return;
    const chosen = new Map(all("input[type=file]", now).filter((one) => one.files.length).map((one) => [one.name, one]));
    const focused = document.activeElement;
    now.replaceWith(then);
    for (const one of all("input[type=file]", then)) if (chosen.has(one.name)) one.replaceWith(chosen.get(one.name));
    all("input[type=file]", then).forEach(label);
    window.counter?.ready(then);
    plain(then);
    if (focused?.name && !focused.isConnected) {
      all("[name]", then).find((one) => one.name === focused.name && one.value === focused.value)?.focus();
    }
  };

  form.addEventListener("change", (event) => {
    if (event.target.type !== "file" && !event.target.closest("#periksa")) soon();
  });

  // Rows of a list, without a jump of the page.

  const numbered = ["id", "name", "for", "data-place", "aria-describedby", "aria-controls"];
  const renumber = (group) => {
    const pattern = new RegExp(`(^|[/-])${group.dataset.group}/(__n__|\\d+)(?=/|$)`, "g");
    all("[data-row]", group.querySelector("[data-rows]")).forEach((row, n) => {
      const put = (text) => text.split(" ").map((word) => word.replace(pattern, `$1${group.dataset.group}/${n + 1}`)).join(" ");
      for (const one of [row, ...all("*", row)]) {
        for (const name of numbered) if (one.hasAttribute(name)) one.setAttribute(name, put(one.getAttribute(name)));
        if (one.name === "hapus") one.value = put(one.value);
      }
      for (const one of all(":scope > legend, [data-remove]", row)) one.textContent = one.textContent.replace(/(__n__|\d+)\s*$/, n + 1);
    });
  };
  form.addEventListener("click", (event) => {
    const group = event.target.closest?.("[data-group]");
    const [add, remove] = ["[data-add]", "[data-remove]"].map((what) => event.target.closest?.(what));
    if (!group || !(add || remove)) return;
    event.preventDefault();
    const list = group.querySelector("[data-rows]");
    const row = add && group.querySelector("[data-blank]").content.firstElementChild.cloneNode(true);
    if (row) list.append(row);
    else remove.closest("[data-row]").remove();
    renumber(group);
    if (row) all("[data-combobox]", row).forEach(combine);
    (row ?? group).querySelector("input:not([type=hidden]), select, button")?.focus();
    const button = group.querySelector("[data-add]");
    if (button) button.hidden = list.children.length >= Number(group.dataset.most);
    soon();
  });

  // Enter goes on to the next field; only Ctrl+Enter hands it in.

  const goesOn = "input:not([type=checkbox], [type=file]), select";
  form.addEventListener("keydown", (event) => {
    const chosen = event.defaultPrevented && event.target.getAttribute("role") !== "combobox";
    if (event.key !== "Enter" || chosen || event.ctrlKey || !event.target.matches(goesOn)) return;
    event.preventDefault();
    const fields = all("input:not([type=hidden]), select, textarea, button", form).filter((one) => one.tabIndex >= 0 && one.getClientRects().length);
    const from = fields.indexOf(event.target);
    fields.find((one, n) => n > from && one.name !== event.target.name)?.focus();
  });
  if (!document.querySelector(".troubles")) form.querySelector(".typed :is(input:not([type=radio], [type=hidden]), select, textarea)")?.focus();
})();
