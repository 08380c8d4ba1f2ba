// A paper saves itself while it is written, tries again when the line is down, and counts the time down from what the server said: the clock of this
// machine may be wrong, or be changed meanwhile.
const SAVE_AFTER = 1200;
const AGAIN_AFTER = 5000;
const WARN_AT = [300, 60];

function body(form) {
  const data = new FormData(form);
  data.set("do", "auto");
  data.set("once", "");  // the token is for the buttons; this may come again and again
  return data;
}

function written(seconds) {
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export function countsDown(place, warned) {
  let left = Number(place.dataset.left);
  let since = performance.now();
  let told = WARN_AT.filter((at) => at >= left).length;
  const now = () => Math.max(Math.ceil(left - (performance.now() - since) / 1000), 0);
  const tick = () => {
    const seconds = now();
    place.textContent = seconds ? place.dataset.words.replace("{time}", written(seconds)) : place.dataset.over;
    if (warned && told < WARN_AT.length && seconds <= WARN_AT[told]) {
      warned.textContent = warned.dataset.warning.replace("{time}", written(seconds));
      told += 1;
    }
    if (!seconds) { clearInterval(timer); place.dispatchEvent(new Event("over")); }
  };
  const timer = setInterval(tick, 1000);
  tick();
  return (seconds) => { left = seconds; since = performance.now(); };
}

export function savesItself(form, told, agree) {
  let timer;
  let unsaved = false;
  let busy = false;
  const wait = (milliseconds) => { clearTimeout(timer); timer = setTimeout(keep, milliseconds); };
  const keep = async () => {
    if (busy) { wait(SAVE_AFTER); return; }
    busy = true;
    unsaved = false;
    try {
      const answer = await fetch(form.action, { method: "POST", body: body(form) });
      if (!answer.headers.get("content-type")?.includes("json")) { unsaved = true; told.textContent = told.dataset.signedOut; wait(AGAIN_AFTER); return; }
      const said = await answer.json();
      if (said.refused) { told.textContent = said.refused.join(" "); return; }
      told.textContent = said.said;
      agree(said.left);
      for (const [position, version] of Object.entries(said.versions)) {
        if (!said.aside.includes(Number(position))) form.elements[`v${position}`].value = version;
      }
      if (said.aside.length) location.assign(`${form.action}#t${said.aside[0]}`), location.reload();
    } catch {
      unsaved = true;
      told.textContent = told.dataset.failed;
      wait(AGAIN_AFTER);
    } finally {
      busy = false;
    }
  };
  form.addEventListener("input", () => { unsaved = true; wait(SAVE_AFTER); });
  form.addEventListener("submit", () => { clearTimeout(timer); unsaved = false; });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && unsaved) {
      clearTimeout(timer);
      unsaved = false;
      navigator.sendBeacon(form.action, body(form));
    }
  });
  return keep;
}

const form = document.querySelector("form[data-exam]");
if (form) {
  for (const button of form.querySelectorAll("[data-without-script]")) button.hidden = true;
  const place = document.querySelector("[data-left]");
  const agree = countsDown(place, document.querySelector("[data-warned]"));
  savesItself(form, document.querySelector("[data-saved]"), agree);
  place.addEventListener("over", () => setTimeout(() => location.reload(), 30000));
}
