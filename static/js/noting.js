// While watching, the key N drops a note at the current timecode; the form does the same by button.
const KEY = "n";

function clock(seconds) {
  const whole = Math.floor(seconds);
  const two = (n) => String(n).padStart(2, "0");
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

export function notesByKey(form, video) {
  if (!form || !video) return;
  const told = form.querySelector("[data-noted]");
  form.addEventListener("focusin", (event) => {
    if (event.target === form.elements.fact && !form.elements.at.value) form.elements.at.value = clock(video.currentTime);
  });
  document.addEventListener("keydown", async (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.key.toLowerCase() !== KEY || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const body = new FormData(form);
    body.set("do", "key");
    body.set("once", "");
    body.set("at", clock(video.currentTime));
    const answer = await fetch(form.action || location.pathname, { method: "POST", body });
    if (answer.headers.get("content-type")?.includes("json")) told.textContent = (await answer.json()).said;
  });
}

notesByKey(document.querySelector("form[data-noting]"), document.querySelector("[data-player] video"));
