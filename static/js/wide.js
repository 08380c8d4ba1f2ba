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

export function scrollByKeyboard(frames) {
  const watch = new ResizeObserver((changes) => changes.forEach((change) => mark(change.target)));
  for (const frame of frames) {
    mark(frame);
    watch.observe(frame);
  }
}
