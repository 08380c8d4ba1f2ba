// What was played is told to the server now and then; the clock over the picture goes; full screen keeps the viewer's name.
const EVERY = 15000;

function keepTime() {
  const now = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Shanghai" });
  setInterval(() => document.querySelectorAll("[data-now]").forEach((time) => { time.textContent = now.format(new Date()); }), 30000);
}

function follow(player) {
  const video = player.querySelector("video");
  let stretches = [];
  let open = null;
  const close = () => { if (open && open[1] > open[0]) stretches.push(open); open = null; };
  video.addEventListener("timeupdate", () => {
    if (video.paused || video.seeking) return;
    const at = video.currentTime;
    if (open && at >= open[1] && at - open[1] < 2) open[1] = at;
    else { close(); open = [at, at]; }
  });
  video.addEventListener("seeking", close);
  const tell = () => {
    close();
    if (!stretches.length) return;
    const said = stretches.map(([from, to]) => `${Math.floor(from)}-${Math.ceil(to)}`).join(",");
    stretches = [];
    const length = Number.isFinite(video.duration) ? Math.round(video.duration) : "";
    fetch(player.dataset.played, {
      method: "POST", keepalive: true, headers: { "X-CSRFToken": player.dataset.csrf }, body: new URLSearchParams({ stretches: said, length }),
    });
  };
  setInterval(tell, EVERY);
  for (const moment of ["pause", "ended"]) video.addEventListener(moment, tell);
  addEventListener("pagehide", tell);
  const full = player.querySelector("[data-full]");
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener("click", () => player.querySelector(".screen").requestFullscreen());
  video.addEventListener("contextmenu", (event) => event.preventDefault());
}

keepTime();
document.querySelectorAll("[data-player]").forEach(follow);
