// A table wider than its room is scrolled by keyboard too, under the name of its caption or of its section; where it fits it is no stop on the way.
function mark(frame) {
  if (frame.scrollWidth > frame.clientWidth) {
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", nameOf(frame));
  } else {
    for (const name of ["tabindex", "role", "aria-label"]) frame.removeAttribute(name);
  }
}

function nameOf(frame) {
  const named = frame.querySelector("caption") ?? frame.closest("section, main").querySelector("h1, h2, h3");
  return named.textContent.trim();
}

// The table is watched too: a face that arrives late, or an opened detail, widens it and leaves its frame as it was.
export function scrollByKeyboard(frames) {
  const watch = new ResizeObserver((changes) => new Set(changes.map(({ target }) => target.closest(".table-scroll"))).forEach(mark));
  for (const frame of frames) {
    mark(frame);
    for (const each of [frame, ...frame.children]) watch.observe(each);
  }
}
