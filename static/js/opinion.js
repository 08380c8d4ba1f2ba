// An opinion saves itself while it is written, and when its page is left: a closed browser loses nothing.
const SAVE_AFTER = 3000;

function auto(form) {
  const body = new FormData(form);
  body.set("do", "auto");
  body.set("once", "");  // the token is for the buttons; this may come again and again
  return body;
}

export function savesItself(form) {
  if (!form) return;
  const told = form.querySelector("[data-saved]");
  let timer;
  let unsaved = false;
  const keep = async () => {
    unsaved = false;
    const answer = await fetch(form.action || location.pathname, { method: "POST", body: auto(form) });
    if (!answer.headers.get("content-type")?.includes("json")) { unsaved = true; return; }
    told.textContent = (await answer.json()).said;
  };
  form.addEventListener("input", () => { unsaved = true; clearTimeout(timer); timer = setTimeout(keep, SAVE_AFTER); });
  form.addEventListener("submit", () => { clearTimeout(timer); unsaved = false; });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && unsaved) {
      clearTimeout(timer);
      unsaved = false;
      navigator.sendBeacon(location.pathname, auto(form));
    }
  });
}

savesItself(document.querySelector("form[data-opinion]"));
