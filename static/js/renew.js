// A part of the page that another one takes the place of every so often: only that part is fetched, and nobody loses their place on the page.
const MOST = 5;  // tries in a row that may fail before it is said

export function renews(part, told) {
  let failed = 0;
  const renew = async () => {
    try {
      const answer = await fetch(part.dataset.renew, { headers: { accept: "image/svg+xml" }, cache: "no-store" });
      if (!answer.ok || !answer.headers.get("content-type")?.includes("svg")) throw new Error(String(answer.status));
      const picture = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
      part.replaceChildren(document.importNode(picture, true));
      failed = 0;
      told.hidden = true;
    } catch {
      failed += 1;
      told.hidden = failed < MOST;
    }
  };
  setInterval(renew, 1000 * Number(part.dataset.every));
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") renew(); });
}

const part = document.querySelector("[data-renew]");
if (part) renews(part, document.querySelector("[data-renew-failed]"));
