// A button that copies the text it names, and says so.
export function copyOnClick(buttons) {
  for (const button of buttons) {
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.setAttribute("aria-live", "polite");
      button.textContent = button.dataset.copied;
    });
  }
}
