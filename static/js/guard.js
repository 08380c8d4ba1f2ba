// Ask before a half-filled form is left, and send a form once however often its button is pressed.
export function guardForms(forms) {
  for (const form of forms) {
    let touched = form.querySelector(".has-error") !== null;
    form.addEventListener("input", () => { touched = true; });
    form.addEventListener("saved", () => { touched = false; });
    form.addEventListener("submit", () => {
      touched = false;
      // After the submission has taken the button's value with it.
      setTimeout(() => form.querySelectorAll("button[type=submit]").forEach((b) => { b.disabled = true; }), 0);
    });
    addEventListener("pageshow", () => form.querySelectorAll("button[type=submit]").forEach((b) => { b.disabled = false; }));
    addEventListener("beforeunload", (event) => { if (touched) event.preventDefault(); });
  }
}
