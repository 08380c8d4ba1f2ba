// While watching, the key N drops a note at the current timecode; the form does the same by button. While reading it opens a note at the page.
const KEY = "n";

function clock(seconds) {
  const whole = Math.floor(seconds);
  const two = (n) => String(n).padStart(2, "0");
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

function isKey(event) {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  return !typing && event.key.toLowerCase() === KEY && !event.ctrlKey && !event.metaKey && !event.altKey;
}

export function opensNoteByKey(link) {
  if (!link) return;
  document.addEventListener("keydown", (event) => {
    if (!isKey(event)) return;
    event.preventDefault();
    link.click();
  });
}

export function notesByKey(form, video) {
  if (!form || !video) return;
  const told = form.querySelector("[data-noted]");
  form.addEventListener("focusin", (event) => {
    if (event.target === form.elements.fact && !form.elements.at.value) form.elements.at.value = clock(video.currentTime);
  });
  document.addEventListener("keydown", async (event) => {
    if (!isKey(event)) return;
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
opensNoteByKey(document.querySelector("[data-note-here]"));
