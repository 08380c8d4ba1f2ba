// The writing desk with script: the preview follows what is typed, and the text saves itself.
const PREVIEW_AFTER = 500;
const SAVE_AFTER = 4000;

function later(wait, act) {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(act, wait); };
}

async function post(form, deed) {
  const body = new FormData(form);
  body.set("do", deed);
  body.set("once", "");  // the token is for the button; these may come again and again
  body.delete("file");
  return fetch(form.action || location.pathname, { method: "POST", body });
}

export function writingDesk(form) {
  if (!form) return;
  document.documentElement.classList.add("has-script");
  const text = form.querySelector("textarea");
  const preview = document.getElementById("preview");
  const told = form.querySelector("[data-saved]");
  let stopped = false;
  const look = later(PREVIEW_AFTER, async () => {
    const answer = await post(form, "look");
    if (answer.ok) preview.innerHTML = await answer.text();
  });
  const keep = later(SAVE_AFTER, async () => {
    if (stopped) return;
    const sent = text.value;
    const answer = await post(form, "auto");
    if (!answer.headers.get("content-type")?.includes("json")) return;
    const said = await answer.json();
    told.textContent = said.said;
    stopped = Boolean(said.aside);
    if (answer.ok) {
      form.elements.base.value = said.number;
      if (text.value === sent) form.dispatchEvent(new Event("saved"));
    }
  });
  text.addEventListener("input", () => { look(); keep(); });
  form.addEventListener("submit", () => { stopped = true; });
}

writingDesk(document.querySelector("form[data-writing]"));
