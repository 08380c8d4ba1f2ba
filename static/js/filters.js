// Choosing in a select filters at once; without script the button does.
export function submitFiltersOnChange(forms) {
  for (const form of forms) {
    form.addEventListener("change", (event) => { if (event.target.matches("select")) form.requestSubmit(); });
  }
}
