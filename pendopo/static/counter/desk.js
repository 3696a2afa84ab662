// SPDX-License-Identifier: EUPL-1.2
// Quicker hands at the desk: the board by arrows or j and k, verdicts by a key, the big button
// that says how far it goes. Every page works without it.
"use strict";
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const shown = (one) => one.getClientRects().length > 0;
  const typing = (one) => one.matches?.("input:not([type=radio], [type=checkbox]), textarea, select");

  // The board: arrows, j and k move along its lines, Enter opens one (it is a link).

  const lines = () => all("[data-line]").filter(shown);

  const step = (by) => {
    const every = lines();
    if (!every.length) return;
    const at = every.indexOf(document.activeElement);
    const here = at < 0 ? every.findIndex((one) => one.ariaCurrent) : at;
    const next = at < 0 && here < 0 ? (by > 0 ? 0 : every.length - 1) : Math.min(Math.max(here + by, 0), every.length - 1);
    every[next].focus();
  };

  // Verdicts: up and down between asks, a digit or the first letter for what is said of one.

  const asks = () => all("[data-ask]").filter(shown);
  const radios = (ask) => all("input[type=radio]", ask.querySelector(".choices"));
  const enter = (ask) => (radios(ask).find((one) => one.checked) ?? radios(ask)[0])?.focus();

  const moved = (by) => {
    const every = asks();
    const at = every.findIndex((one) => one.contains(document.activeElement));
    const next = every[at + by];
    if (next) enter(next);
  };

  const choose = (one) => {
    one.checked = true;
    for (const name of ["input", "change"]) one.dispatchEvent(new Event(name, { bubbles: true }));
  };

  const said = (ask, key) => {
    const options = radios(ask);
    const at = options.findIndex((one) => one.checked);
    const fits = (one) => one.nextElementSibling.textContent.trim().toLowerCase().startsWith(key);
    const found = /^[1-9]$/.test(key)
      ? options[key - 1]
      : [...options.slice(at + 1), ...options.slice(0, at + 1)].find(fits);
    if (!found) return false;
    choose(found);
    const why = ask.querySelector(".why input");
    if (found.value === "salah") why?.focus();
    else if (/^[1-9]$/.test(key) && asks().at(-1) !== ask && found.value !== "kurang") moved(1);
    else found.focus();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    const ask = event.target.closest?.("[data-ask]");
    const down = event.key === "ArrowDown", up = event.key === "ArrowUp";
    if (ask) {
      if (down || up) {
        event.preventDefault();
        return moved(down ? 1 : -1);
      }
      if (event.key.length === 1 && !typing(event.target) && said(ask, event.key.toLowerCase())) event.preventDefault();
      return;
    }
    if (typing(event.target) || event.target.type === "radio") return;
    const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const onLine = event.target.matches?.("[data-line]");
    if (by && (onLine || event.key.length === 1 || document.querySelector(".wide-board"))) {
      event.preventDefault();
      step(by);
    }
  }, true);

  // All present: what nothing was said of yet is there.

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-all-present]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    for (const ask of all("[data-ask]", link.closest("[data-checklist]"))) {
      if (radios(ask).some((one) => one.checked)) continue;
      const there = radios(ask).find((one) => one.value === "ada");
      if (there && !("pickup" in ask.dataset)) choose(there);
    }
    document.querySelector("[data-go]")?.focus({ preventScroll: true });
  });

  // Search: what is found so far, while it is typed. The newest question alone is answered.

  for (const form of all("form[data-live]")) {
    const box = form.querySelector("input[type=search]");
    const asked = () => box.value.trim().replace(/\s+/g, " ");
    let waiting, last = asked();
    const look = async () => {
      const text = asked();
      if (text === last || (text.length < 3 && !/^\d+$/.test(text))) return;
      last = text;
      const body = new FormData(form);
      body.set("sementara", "1");
      const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
      if (!answer?.ok || asked() !== text) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(form.dataset.live);
      if (!fresh || asked() !== text) return;
      document.querySelector(form.dataset.live).replaceWith(fresh);
      counter.ready(fresh);
    };
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, 250);
    });
  }

  // What the buttons say: how far the big one goes, and what a file would go back for.

  const told = () => {
    for (const form of all("[data-steps]")) {
      const stops = all(".stations input", form);
      const last = stops.findIndex((one) => one.checked);
      stops.forEach((one, number) => {
        const part = form.querySelector(`[data-step="${CSS.escape(one.value)}"]`);
        if (part) part.hidden = number > last;
      });
      const words = stops.slice(0, last + 1).map((one) => one.dataset.word);
      const place = form.querySelector("[data-words]");
      const after = form.querySelector("[data-go] [data-then]");
      if (after && last >= 0) after.textContent = stops[last].dataset.then;
      if (place && words.length) place.textContent = words.map((word, n) => (n ? word.toLowerCase() : word)).join(" – ");
    }
    const lacking = all("[data-ask]").filter((ask) => radios(ask).some((one) => one.checked && ["kurang", "salah"].includes(one.value)));
    const names = lacking.map((ask) => ask.querySelector("legend span").firstChild.textContent.trim());
    for (const place of all("[data-lacking]")) {
      place.hidden = false;
      place.textContent = names.length ? `${names.length}: ${names.join(", ")}` : place.dataset.none;
      const fold = place.closest("details");
      if (names.length && !fold.dataset.seen) {
        fold.open = true;
        fold.dataset.seen = "";
      }
    }
  };
  // What the answers to facts lead to: the cell that they meet, once all are given.

  const answered = (name, value) => document.querySelector(`[name="${CSS.escape(name)}"][value="${value}"]`)?.checked;
  const cells = () => {
    for (const place of all("[data-cells]")) {
      const every = all("[data-when]", place);
      const met = every.filter((one) => one.dataset.when.split(" ").every((pair) => answered(...pair.split("="))));
      every.forEach((one) => (one.hidden = met.length > 0 && !met.includes(one)));
      place.open = met.length > 0;
    }
  };

  document.addEventListener("change", told);
  document.addEventListener("change", cells);
  document.addEventListener("swapped", told);
  told();
  cells();

  // The board is looked at anew now and then, while nobody moves along it; not where everybody
  // has left, so that an empty desk is signed out in time.

  const LEFT = 10 * 60_000;
  let seen = Date.now();
  for (const name of ["pointermove", "keydown"]) addEventListener(name, () => (seen = Date.now()), { passive: true });

  const anew = async (board) => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(board.id);
    if (!fresh || board.contains(document.activeElement)) return;
    board.replaceChildren(...fresh.childNodes);
    window.counter?.ready(board);
  };
  for (const board of all("[data-refresh]")) {
    setInterval(() => {
      const away = document.hidden || Date.now() - seen > LEFT;
      if (!away && !board.contains(document.activeElement)) anew(board);
    }, board.dataset.refresh * 1000);
  }

  document.querySelector(".changed")?.focus();
  if (document.querySelector("[data-ask]") && !document.querySelector(".troubles, .changed")) {
    const first = asks().find((ask) => !radios(ask).some((one) => one.checked)) ?? asks()[0];
    if (first && document.activeElement === document.body && matchMedia("(hover: hover)").matches) enter(first);
  }
})();
