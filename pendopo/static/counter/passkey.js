// SPDX-License-Identifier: EUPL-1.2
// Passkeys: a form with data-passkey asks the telephone or key, and sends what it answers.
"use strict";
(() => {
  const ask = {
    create: async (form) => {
      const options = JSON.parse(form.dataset.options);
      Object.assign(options.publicKey.authenticatorSelection, {
        residentKey: "required", requireResidentKey: true, userVerification: "required",
      });
      return webauthnJSON.create(options);
    },
    get: async (form) => webauthnJSON.get(JSON.parse(form.dataset.options)),
    "sign-in": async (form) => {
      const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
      return webauthnJSON.get((await answer.json()).request_options);
    },
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!window.PublicKeyCredential) form.hidden = true;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        form.elements.credential.value = JSON.stringify(await ask[form.dataset.passkey](form));
        form.submit();
      } catch {
        counter.say(document.body.dataset.noPasskey, "warning");
      }
    });
  }
})();
