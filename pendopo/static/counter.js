// SPDX-License-Identifier: EUPL-1.2
// What all pages of the counter share. Everything works without it; it only makes it quicker:
// keys (data-key), one sending of a form, parts that change without a jump of the page (data-swap).
"use strict";
(() => {
  const words = document.body.dataset;
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const shown = (one) => one.getClientRects().length > 0;
  // A form may have fields called method or action, which hide its own; so its attributes are asked.
  const isPost = (form) => form.getAttribute("method")?.toLowerCase() === "post";
  const goesTo = (form, button) =>
    new URL(button?.getAttribute("formaction") || form.getAttribute("action") || location.href, location.href);

  // Keys: data-key="F2", "Ctrl+Enter", "g m" (one after the other), "/". A plain letter is never
  // taken from somebody who is typing.

  const TYPED = "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]";
  const isField = (one) => one.matches?.(TYPED);
  let before = "", forget;

  const named = (event) =>
    (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") +
    (event.shiftKey && event.key.length > 1 ? "Shift+" : "") + event.key;

  const holder = (key) => {
    const found = all(`[data-key="${CSS.escape(key)}"]`).filter((one) => shown(one) && !one.disabled);
    return found.find((one) => one.closest("main")) ?? found[0];
  };

  const press = (one) => {
    if (!isField(one)) return one.click();
    one.focus();
    one.select?.();
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    const key = named(event);
    const plain = key.length === 1;
    if (key === "Escape") return closeMenus();
    if (plain && isField(event.target)) return;
    const one = holder(before + key) ?? holder(key);
    clearTimeout(forget);
    before = "";
    if (one) {
      event.preventDefault();
      press(one);
    } else if (key === "?") {
      showKeys();
    } else if (plain) {
      before = key + " ";
      forget = setTimeout(() => (before = ""), 1200);
    }
  });

  const sayKeys = (within) => {
    for (const one of all("[data-key]", within)) {
      one.setAttribute("aria-keyshortcuts", one.dataset.key.replace("Ctrl", "Control"));
      if (isField(one) || one.querySelector("kbd") || "quietly" in one.dataset) continue;
      one.append(" ", keyMark(one.dataset.key));
    }
  };

  const keyMark = (key) => {
    const mark = document.createElement("kbd");
    mark.textContent = key;
    mark.ariaHidden = "true";
    return mark;
  };

  const showKeys = () => {
    const dialog = document.createElement("dialog");
    const title = document.createElement("h2");
    title.textContent = words.keysTitle;
    const table = document.createElement("table");
    table.className = "table";
    const seen = new Set();
    for (const one of all("[data-key]").filter(shown)) {
      if (seen.has(one.dataset.key)) continue;
      seen.add(one.dataset.key);
      const row = table.insertRow();
      row.insertCell().append(keyMark(one.dataset.key));
      row.insertCell().textContent = saying(one);
    }
    const form = document.createElement("form");
    form.method = "dialog";
    form.innerHTML = '<button class="button quiet"></button>';
    form.firstChild.textContent = words.close;
    dialog.append(title, table, form);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };

  const saying = (one) => {
    const copy = one.cloneNode(true);
    all("kbd, svg", copy).forEach((mark) => mark.remove());
    return one.dataset.says ?? one.labels?.[0]?.textContent ?? (one.ariaLabel || copy.textContent.trim());
  };

  const closeMenus = (but) => {
    for (const menu of all("details.menu[open]")) if (!menu.contains(but)) menu.open = false;
  };
  document.addEventListener("click", (event) => closeMenus(event.target));

  // A form is sent once. The button says so; if no answer comes, it may be pressed again, and
  // the counter knows that it is the same form.

  const PATIENCE = 20_000;
  const unsent = new Map();

  const sending = (form, button) => {
    const buttons = [...form.elements].filter((one) => one.matches("button") && !one.disabled);
    const told = button && [...button.childNodes].map((one) => one.cloneNode(true));
    form.dataset.sent = "";
    form.setAttribute("aria-busy", "true");
    setTimeout(() => {
      buttons.forEach((one) => (one.disabled = true));
      if (button) button.textContent = words.sending;
    });
    const wait = setTimeout(() => {
      again(form);
      say(words.slow, "warning");
    }, PATIENCE);
    unsent.set(form, () => {
      clearTimeout(wait);
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
      buttons.forEach((one) => (one.disabled = false));
      if (button) button.replaceChildren(...told);
    });
  };

  const again = (form) => {
    unsent.get(form)?.();
    unsent.delete(form);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !isPost(form) || form.hasAttribute("target") || "again" in form.dataset) return;
    if ("sent" in form.dataset) return event.preventDefault();
    sending(form, event.submitter);
  });
  addEventListener("pageshow", (event) => event.persisted && [...unsent.keys()].forEach(again));

  const say = (text, kind) => {
    const line = document.createElement("p");
    line.className = `message ${kind}`;
    line.setAttribute("role", "status");
    line.textContent = text;
    document.querySelector("main").prepend(line);
    line.scrollIntoView({ block: "nearest" });
  };

  // Parts that change without a jump: data-swap="#pilihan" on a link or a form fetches the page
  // it leads to and takes that part of it. Focus stays where it was, by id or name.

  const swap = async (address, what, sent) => {
    let answer, fresh;
    try {
      answer = await fetch(address, sent && { method: "POST", body: sent.values });
      if (answer.status >= 500) throw answer;
      fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(what);
    } catch {
      return say(words.away, "warning");
    }
    const old = document.querySelector(what);
    if (!fresh || !old) return leave(answer, address, sent);
    if (!sent || answer.redirected) history.replaceState(null, "", answer.url);
    replace(old, fresh);
  };

  // What came is another page: go there. A form that was refused goes the usual way instead, and
  // is known to be the same form.
  const leave = (answer, address, sent) => {
    if (!sent || answer.redirected) return location.assign(sent ? answer.url : address);
    again(sent.form);
    delete sent.form.dataset.swap;
    sent.form.requestSubmit(sent.button);
  };

  const replace = (old, fresh) => {
    const focused = document.activeElement;
    const { selectionStart: from, selectionEnd: to } = focused ?? {};
    old.replaceWith(fresh);
    ready(fresh);
    if (focused && !focused.isConnected) {
      const same = (focused.id && document.getElementById(focused.id)) ||
        all("[name]", fresh).find((one) => one.name === focused.name && one.value === focused.value) ||
        fresh.querySelector("[autofocus]");
      same?.focus({ preventScroll: true });
      if (same?.setSelectionRange && from != null) same.setSelectionRange(from, to);
    }
    fresh.dispatchEvent(new CustomEvent("swapped", { bubbles: true }));
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-swap]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    swap(link.href, link.dataset.swap);
  });

  document.addEventListener("submit", async (event) => {
    const [form, button] = [event.target, event.submitter];
    if (event.defaultPrevented || !form.dataset.swap) return;
    event.preventDefault();
    const values = new FormData(form, button);
    const address = goesTo(form, button);
    if (!isPost(form)) address.search = new URLSearchParams(values);
    await swap(address.href, form.dataset.swap, isPost(form) && { form, button, values });
    again(form);
  });

  // Drafts: what is typed in a form with data-draft="place" (or the tag `draft`) is kept a moment
  // later, so that neither a crash nor another computer loses it. Sent, it is no draft any more.

  const SOON = 1500, AT_LEAST = 6000;

  const draft = (form) => {
    const field = form.querySelector("[name=draft][data-known]") ?? form.insertBefore(hidden("draft", form.dataset.draft), null);
    const line = form.querySelector("[data-saved]") ?? form.appendChild(document.createElement("p"));
    line.className = "saved";
    line.setAttribute("role", "status");
    let due, since, wait = SOON, sending;

    const told = () => {
      const values = new FormData(form);
      for (const [name, value] of [...values]) if (value instanceof File) values.delete(name);
      values.delete("writer");
      values.set("draft", field.value);
      values.set("draft_path", goesTo(form).pathname);
      values.set("draft_page", location.pathname + location.search);
      return values;
    };
    const tell = (text, bad) => {
      line.textContent = text;
      line.classList.toggle("not", Boolean(bad));
    };
    const keep = async () => {
      due = since = undefined;
      sending = new AbortController();
      try {
        const answer = await fetch(words.draft, { method: "POST", body: told(), redirect: "manual", signal: sending.signal });
        if (answer.type === "opaqueredirect" || answer.status === 403) return tell(words.noSession, true);
        if (answer.status === 413) return tell(words.tooMuch, true);
        if (!answer.ok) throw answer;
        const { kept, at } = await answer.json();
        wait = SOON;
        if (kept) tell(words.saved.replace("{at}", at));
      } catch (fault) {
        if (fault.name === "AbortError") return;
        tell(words.unsaved, true);
        wait = Math.min(wait * 2, 60_000);
        later();
      }
    };
    const later = () => {
      if ("sent" in form.dataset) return;
      since ??= Date.now();
      clearTimeout(due);
      due = setTimeout(keep, wait > SOON ? wait : Math.max(0, Math.min(SOON, since + AT_LEAST - Date.now())));
    };
    // Its fields may stand anywhere on the page.
    document.addEventListener("input", (event) => event.target.form === form && later());
    form.addEventListener("submit", () => {
      clearTimeout(due);
      sending?.abort();
    });
    addEventListener("online", () => due && keep());
    document.addEventListener("visibilitychange", () => document.hidden && due && !("sent" in form.dataset) && (clearTimeout(due), keep()));
    if (!("known" in field.dataset)) offer(form, field.value);
  };

  const hidden = (name, value) => Object.assign(document.createElement("input"), { type: "hidden", name, value });

  const offer = async (form, key) => {
    if (new URLSearchParams(location.search).has("isian")) return;
    const page = location.pathname + location.search;
    const answer = await fetch(`${words.draft}?${new URLSearchParams({ draft: key, page })}`, { redirect: "manual" }).catch(() => null);
    if (answer?.status !== 200) return;
    const main = document.querySelector("main");
    main.insertAdjacentHTML("afterbegin", await answer.text());
    form.id ||= "isian";
    main.querySelector(".draft button").setAttribute("form", form.id);
  };

  // Ready, for the page and for every part that is put into it later.

  const ready = (within) => {
    sayKeys(within);
    all("[data-js]", within).forEach((one) => (one.hidden = false));
    all("form[data-draft], form:has([name=draft][data-known])", within).forEach(draft);
    all("[data-print]", within).forEach((one) => one.addEventListener("click", () => print()));
    all("[data-keys]", within).forEach((one) => one.addEventListener("click", showKeys));
  };
  ready(document);
  document.querySelector(".troubles")?.focus();
  window.counter = { say, swap, ready };
})();
