// The outline follows the text, and the citation of the line one points at can be copied in a click.
import { copyOnClick } from "./copy.js";

export function followOutline(outline) {
  if (!outline || !("IntersectionObserver" in window)) return;
  const links = new Map([...outline.querySelectorAll("a[href^='#']")].map((a) => [a.hash.slice(1), a]));
  const watched = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) entry.isIntersecting ? seen.add(entry.target) : seen.delete(entry.target);
    const first = watched.find((element) => seen.has(element));
    if (!first) return;
    outline.querySelectorAll("[aria-current]").forEach((a) => a.removeAttribute("aria-current"));
    links.get(first.id).setAttribute("aria-current", "location");
  }, { rootMargin: "0px 0px -70% 0px" });
  watched.forEach((element) => observer.observe(element));
}

export function offerCitation(text) {
  if (!text) return;
  const offer = () => {
    const cite = text.querySelector(".prov:target > .cite");
    if (!cite || cite.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-link btn-sm p-0 ms-3";
    button.textContent = text.dataset.copyWord;
    button.dataset.copied = text.dataset.copiedWord;
    button.dataset.copy = `${cite.querySelector("q").textContent} ${location.href}`;
    cite.append(button);
    copyOnClick([button]);
  };
  addEventListener("hashchange", offer);
  offer();
}
